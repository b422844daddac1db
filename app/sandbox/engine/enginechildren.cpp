// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/engineprivate.h"
#include "app/sandbox/engine/startparameters.h"

namespace countersign::sandbox {

namespace {

constexpr int deepest = 5;

bool beginsWithTrigger(const TemplateProgram &program)
{
    return isTrigger(program.tasks.front().action);
}

} // namespace

std::optional<QString> Engine::Private::takeValues(const Scope &scope, const ChildRequest &request,
                                                   Prepared &prepared)
{
    prepared.parameters = request.values;
    if (!request.values) {
        const Json given = request.parameters.isNull() ? emptyObject() : request.parameters;
        const StartParameters started = startParameters(scope, QString::fromUtf8(given.compact()));
        if (started.refusal)
            return started.refusal->message;
        prepared.parameters = started.values;
    }
    prepared.record.fields.parameters = {Json::fromMembers(*prepared.parameters), {}};
    return std::nullopt;
}

ChildOutcome Engine::Private::startChild(Run &parent, const QString &id,
                                         const ChildRequest &request)
{
    const ExecutionRecord &around = parent.record();
    if (around.depth >= deepest)
        return {nullptr, QStringLiteral("Executions can be nested 5 deep.")};
    if (beginsWithTrigger(*request.program) && request.surroundings.firstTask == 0)
        return {nullptr, QStringLiteral("A nested template cannot have a trigger.")};
    StartRequest start;
    start.region = around.region;
    start.accountId = around.accountId;
    start.executedBy = around.fields.executedBy;
    start.mode = request.mode;
    start.safetyCheck = around.fields.safetyCheck;
    start.loopMode = around.isLoopModeGiven ? around.loopMode : QString();
    start.resourceGroupId = around.fields.resourceGroupId;
    start.parentExecutionId = around.fields.id.text();
    Prepared prepared;
    prepared.program = request.program;
    prepared.record.templateContent = request.program->content;
    prepared.record.depth = around.depth + 1;
    fill(start, prepared);
    // The trigger is behind a fired execution.
    prepared.record.trigger = nullptr;
    prepared.record.fields.category = QStringLiteral("Other");
    Execution &fields = prepared.record.fields;
    fields.id = ExecutionId(id);
    fields.templateName = request.templateName;
    fields.templateId = request.templateId;
    fields.templateVersion = request.templateVersion;
    fields.ramRole = around.fields.ramRole;
    fields.createDate = fields.startDate = fields.updateDate = parent.now();
    Scope scope = parent.scope();
    scope.program = request.program;
    scope.parameters = nullptr;
    scope.results.clear();
    scope.executionId = id;
    if (const std::optional<QString> problem = takeValues(scope, request, prepared))
        return {nullptr, *problem};
    Live *live = insert(std::move(prepared));
    launch(*live, request.surroundings);
    live->run->begin();
    Q_EMIT q->executionChanged(id);
    return {live->run, {}};
}

} // namespace countersign::sandbox
