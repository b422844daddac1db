// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/engineprivate.h"

#include "app/sandbox/engine/cloud/ownservice.h"
#include "app/sandbox/engine/startparameters.h"

namespace countersign::sandbox {

Engine::Private::Private(Engine *owner, const Options &engineOptions)
    : q(owner)
    , clock(engineOptions.clock ? *engineOptions.clock : systemClock)
    , random(engineOptions.seed)
    , cloud(engineOptions.seed)
    , jq(owner)
    , templates(random, clock)
{
    cloud.setOwnService([owner](const QString &api, const Json &asked, const QString &region) {
        return ownServiceReply(*owner, api, asked, region);
    });
    services.cloud = &cloud;
    services.jq = &jq;
    services.script = engineOptions.script;
    services.clock = &clock;
    services.strictness = engineOptions.strictness;
    services.speed = engineOptions.speed > 0.0 ? engineOptions.speed : 1.0;
    services.templates = &templates;
    services.startChild = [this](Run &parent, const QString &id, const ChildRequest &request) {
        return startChild(parent, id, request);
    };
    services.cancelExecution = [this](const QString &id, const QString &message) {
        Live *live = find(id);
        if (live && live->run)
            live->run->cancel(message);
    };
    services.changed = [owner](const QString &id) { Q_EMIT owner->executionChanged(id); };
}

Refusal Engine::Private::unknownExecution(const QString &id)
{
    return {404, QStringLiteral("EntityNotExists.Execution"),
            u"The execution " + id.left(200) + u" does not exist."};
}

Refusal Engine::Private::unknownTemplate(const QString &name)
{
    return {404, QStringLiteral("EntityNotExists.Template"),
            u"The template " + name.left(200) + u" does not exist."};
}

std::optional<Refusal> Engine::Private::checkModes(const StartRequest &request)
{
    const auto refuse = [](const QString &name, const QString &value) {
        return Refusal{400, u"InvalidParameter." + name,
                       u"The value " + value.left(100) + u" of " + name + u" is not known."};
    };
    if (!request.mode.isEmpty() && runModeFromText(request.mode) == RunMode::Unknown)
        return refuse(QStringLiteral("Mode"), request.mode);
    if (!request.safetyCheck.isEmpty() && request.safetyCheck != u"Skip" &&
        request.safetyCheck != u"ConfirmEveryHighRiskAction")
        return refuse(QStringLiteral("SafetyCheck"), request.safetyCheck);
    if (!request.loopMode.isEmpty() && request.loopMode != u"Automatic" &&
        request.loopMode != u"FirstBatchPause" && request.loopMode != u"EveryBatchPause")
        return refuse(QStringLiteral("LoopMode"), request.loopMode);
    return std::nullopt;
}

std::optional<Refusal> Engine::Private::readTemplate(const StartRequest &request,
                                                     Prepared &prepared)
{
    Execution &fields = prepared.record.fields;
    if (request.content) {
        const Compilation compiled = compileTemplate(*request.content);
        if (!compiled.program) {
            return Refusal{400, QStringLiteral("InvalidParameter.TemplateContent"),
                           u"The template is not valid: " + compiled.problem};
        }
        prepared.program = compiled.program;
        prepared.record.templateContent = *request.content;
        return std::nullopt;
    }
    if (request.templateName.isEmpty()) {
        return Refusal{400, QStringLiteral("MissingParameter"),
                       QStringLiteral("The parameter TemplateName is missing.")};
    }
    const TemplateStore::Entry *entry =
        templates.find(request.templateName, request.templateVersion);
    if (!entry)
        return unknownTemplate(request.templateName);
    prepared.program = entry->program;
    prepared.record.templateContent = entry->stored.content;
    fields.templateName = entry->stored.name;
    fields.templateId = entry->stored.id;
    fields.templateVersion = entry->stored.version;
    return std::nullopt;
}

void Engine::Private::fill(const StartRequest &request, Prepared &prepared)
{
    ExecutionRecord &record = prepared.record;
    Execution &fields = record.fields;
    record.region = request.region;
    record.accountId = request.accountId;
    record.loopMode = request.loopMode.isEmpty() ? QStringLiteral("Automatic") : request.loopMode;
    record.isLoopModeGiven = !request.loopMode.isEmpty();
    fields.status = RunStatus::Started;
    fields.statusText = runStatusText(fields.status);
    fields.modeText = request.mode.isEmpty() ? QStringLiteral("Automatic") : request.mode;
    fields.mode = runModeFromText(fields.modeText);
    fields.safetyCheck =
        request.safetyCheck.isEmpty() ? QStringLiteral("Skip") : request.safetyCheck;
    fields.executedBy = request.executedBy;
    fields.description = request.description;
    fields.resourceGroupId = request.resourceGroupId;
    fields.parentExecutionId = ExecutionId(request.parentExecutionId);
    fields.outputs = {emptyObject(), {}};
    Members tags;
    for (auto tag = request.tags.cbegin(); tag != request.tags.cend(); ++tag)
        tags.emplace_back(tag.key(), Json::fromString(tag.value()));
    fields.tags = {tags.empty() ? emptyObject() : Json::fromMembers(tags), {}};
    const QString action = prepared.program->tasks.front().action;
    fields.category =
        isTrigger(action) ? action.mid(action.lastIndexOf(u':') + 1) : QStringLiteral("Other");
    if (isTrigger(action))
        record.trigger = std::make_shared<TriggerFacts>();
    fields.createDate = services.clock->now().addSecs(-request.startedSecondsAgo);
    fields.startDate = fields.createDate;
    fields.updateDate = fields.createDate;
}

std::optional<Refusal> Engine::Private::takeParameters(const Scope &scope, const QString &text,
                                                       Prepared &prepared)
{
    // Thousands of executions of one template share their values.
    const bool isSame = m_last.program == scope.program && m_last.text == text &&
                        m_last.region == scope.region && m_last.accountId == scope.accountId;
    if (!isSame) {
        const StartParameters started = startParameters(scope, text);
        if (started.refusal)
            return started.refusal;
        prepared.parameters = started.values;
        prepared.record.fields.parameters = {Json::fromMembers(*started.values), {}};
        if (started.isVolatile)
            return std::nullopt;
        m_last = {scope.program,   text,           scope.region,
                  scope.accountId, started.values, *prepared.record.fields.parameters.json};
    }
    prepared.parameters = m_last.values;
    prepared.record.fields.parameters = {m_last.parameters, {}};
    return std::nullopt;
}

Engine::Private::Prepared Engine::Private::prepare(const StartRequest &request)
{
    Prepared prepared;
    prepared.refusal = checkModes(request);
    if (!prepared.refusal)
        prepared.refusal = readTemplate(request, prepared);
    if (prepared.refusal)
        return prepared;
    fill(request, prepared);
    Execution &fields = prepared.record.fields;
    fields.id = ExecutionId(QStringLiteral("exec-%1%2")
                                .arg(random.generate64(), 16, 16, QLatin1Char('0'))
                                .arg(random.bounded(256), 2, 16, QLatin1Char('0')));
    Scope scope;
    scope.program = prepared.program;
    scope.region = request.region;
    scope.accountId = request.accountId;
    scope.executionId = fields.id.text();
    scope.executeUser = userNameOf(request.executedBy);
    scope.now = services.clock->now();
    prepared.refusal = takeParameters(scope, request.parameters, prepared);
    if (prepared.refusal)
        return prepared;
    scope.parameters = prepared.parameters;
    const JqMemo nothing;
    Evaluation role(scope, nothing);
    fields.ramRole = textForm(role.value(Json::fromString(prepared.program->ramRole)));
    return prepared;
}

Live *Engine::Private::insert(Prepared prepared)
{
    auto live = std::make_unique<Live>();
    live->record = std::move(prepared.record);
    live->record.sequence = all.size() + 1;
    live->program = std::move(prepared.program);
    live->parameters = std::move(prepared.parameters);
    all.push_back(std::move(live));
    Live *added = all.back().get();
    byId.insert(added->record.fields.id.text(), added);
    if (Live *parent = find(added->record.fields.parentExecutionId.text())) {
        parent->record.fields.isParent = true;
        added->record.depth = parent->record.depth + 1;
    }
    return added;
}

void Engine::Private::launch(Live &live, const Surroundings &surroundings)
{
    live.run = new Run(services, live.record, live.program, live.parameters, q, surroundings);
    Live *const owner = &live;
    QObject::connect(live.run, &Run::finished, q, [owner] {
        if (owner->run)
            std::exchange(owner->run, nullptr)->deleteLater();
    });
}

void Engine::Private::wake(Live &live)
{
    if (live.run || live.sleepsAt < 0)
        return;
    launch(live);
    live.run->adopt(std::exchange(live.sleepsAt, -1));
}

Json Engine::Private::resolvedProperties(const Scope &scope, const TaskStep &step)
{
    if (m_shared.step == &step && m_shared.region == scope.region &&
        m_shared.parameters == scope.parameters)
        return m_shared.properties;
    const JqMemo nothing;
    Evaluation evaluation(scope, nothing);
    const Json properties = evaluation.value(step.properties);
    if (evaluation.stopped())
        return step.properties;
    if (!evaluation.isVolatile())
        m_shared = {&step, scope.parameters, scope.region, properties};
    return properties;
}

void Engine::Private::placeWaiting(Live &live, int taskIndex)
{
    const TaskStep &step = live.program->tasks[size_t(taskIndex)];
    Run run(services, live.record, live.program, live.parameters, nullptr);
    ExecutionRecord &record = live.record;
    const QDateTime since = record.fields.createDate;
    TaskExecution &row = record.tasks[size_t(run.addRow(step))];
    row.properties = {resolvedProperties(run.scope(), step), {}};
    row.status = RunStatus::Waiting;
    row.statusText = runStatusText(row.status);
    row.createDate = row.startDate = row.updateDate = since;
    record.tasks.shrink_to_fit();
    record.fields.status = row.status;
    record.fields.statusText = row.statusText;
    record.fields.currentTasks.push_back({row.id, row.taskName, row.taskAction});
    record.fields.counters = run.counters();
    LogLine line;
    line.taskExecutionId = row.id;
    line.logType = QStringLiteral("System");
    line.message = u"The task " + step.name + u" is waiting.";
    line.timestamp = since;
    line.timestampText = utcText(since);
    record.logs.push_back(line);
    live.sleepsAt = taskIndex;
}

} // namespace countersign::sandbox
