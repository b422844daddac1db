// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine.h"

#include "app/sandbox/engine/engineprivate.h"
#include "app/sandbox/engine/risk.h"

namespace countersign::sandbox {

Engine::Engine(const Options &options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, options))
{
}

Engine::~Engine() = default;

std::optional<Refusal> Engine::addTemplate(const QString &name, const QString &content,
                                           const QString &createdBy,
                                           const QMap<QString, QString> &tags)
{
    return d->templates.add(name, content, createdBy, tags);
}

std::vector<StoredTemplate> Engine::templates() const
{
    return d->templates.newest();
}

std::optional<StoredTemplate> Engine::templateByName(const QString &name,
                                                     const QString &version) const
{
    const TemplateStore::Entry *entry = d->templates.find(name, version);
    return entry ? std::optional(entry->stored) : std::nullopt;
}

Engine::StartOutcome Engine::start(const StartRequest &request)
{
    Private::Prepared prepared = d->prepare(request);
    if (prepared.refusal)
        return {{}, prepared.refusal};
    Live *live = d->insert(std::move(prepared));
    const QString id = live->record.fields.id.text();
    d->launch(*live);
    live->run->begin();
    Q_EMIT executionChanged(id);
    return {id, std::nullopt};
}

std::optional<Refusal> Engine::notify(const NotifyRequest &request)
{
    static const QStringList types{
        QStringLiteral("Approve"),           QStringLiteral("Reject"),
        QStringLiteral("ExecuteTask"),       QStringLiteral("CancelTask"),
        QStringLiteral("CompleteExecution"), QStringLiteral("RetryTask"),
        QStringLiteral("SkipTask")};
    Live *live = d->find(request.executionId);
    if (!live)
        return Private::unknownExecution(request.executionId);
    if (!types.contains(request.notifyType)) {
        return Refusal{400, QStringLiteral("InvalidParameter.NotifyType"),
                       u"The NotifyType " + request.notifyType.left(100) + u" is not known."};
    }
    d->wake(*live);
    if (!live->run) {
        return Refusal{400, QStringLiteral("UnsupportedOperation"),
                       u"The execution " + request.executionId + u" is not waiting; it is " +
                           live->record.fields.statusText + u'.'};
    }
    const std::optional<Refusal> refusal = live->run->notify(request);
    if (!refusal)
        Q_EMIT executionChanged(request.executionId);
    return refusal;
}

std::optional<Refusal> Engine::cancel(const QString &executionId)
{
    Live *live = d->find(executionId);
    if (!live)
        return Private::unknownExecution(executionId);
    d->wake(*live);
    if (isFinal(live->record.fields.status) || !live->run || live->run->isOver()) {
        return Refusal{400, QStringLiteral("ExecutionCancelNotAllowed"),
                       u"The execution " + executionId + u" has already ended."};
    }
    live->run->cancel({});
    return std::nullopt;
}

std::optional<Refusal> Engine::trigger(const QString &executionId, const QString &type,
                                       const QString &content)
{
    Live *live = d->find(executionId);
    if (!live)
        return Private::unknownExecution(executionId);
    static const QStringList types{QStringLiteral("Event"), QStringLiteral("Alarm"),
                                   QStringLiteral("Timer")};
    if (!types.contains(type)) {
        return Refusal{400, QStringLiteral("InvalidParameter.Type"),
                       u"The Type " + type.left(100) + u" is not known."};
    }
    const Json::ParseResult message = Json::parse(content.isEmpty() ? "{}" : content.toUtf8());
    if (!message || !message.json->isObject()) {
        return Refusal{400, QStringLiteral("InvalidParameter.Content"),
                       QStringLiteral("Content must be a JSON object.")};
    }
    if (!live->run) {
        return Refusal{400, QStringLiteral("UnsupportedOperation"),
                       u"The execution " + executionId + u" is not a trigger that waits."};
    }
    return live->run->trigger(type, *message.json);
}

const ExecutionRecord *Engine::execution(const QString &executionId) const
{
    const Live *live = d->find(executionId);
    return live ? &live->record : nullptr;
}

std::vector<const ExecutionRecord *> Engine::executions() const
{
    std::vector<const ExecutionRecord *> records;
    records.reserve(d->all.size());
    for (const std::unique_ptr<Live> &live : d->all)
        records.push_back(&live->record);
    return records;
}

Engine::RiskyTasksOutcome Engine::riskyTasks(const QString &templateName) const
{
    const TemplateStore::Entry *entry = d->templates.find(templateName, {});
    if (!entry)
        return {{}, Private::unknownTemplate(templateName)};
    return {riskyCalls(*entry->program, entry->stored.name, d->templates), std::nullopt};
}

Engine::StartOutcome Engine::addWaitingApproval(const StartRequest &request,
                                                const QString &taskName)
{
    Private::Prepared prepared = d->prepare(request);
    if (prepared.refusal)
        return {{}, prepared.refusal};
    const int index = prepared.program->taskIndex(taskName);
    if (index < 0 || !prepared.program->tasks[size_t(index)].isAction(u"ACS::Approve")) {
        return {{},
                Refusal{400, QStringLiteral("InvalidParameter.TaskName"),
                        u"The template has no approval " + taskName + u'.'}};
    }
    Live *live = d->insert(std::move(prepared));
    d->placeWaiting(*live, index);
    Q_EMIT executionChanged(live->record.fields.id.text());
    return {live->record.fields.id.text(), std::nullopt};
}

} // namespace countersign::sandbox
