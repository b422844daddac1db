// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/run.h"

namespace countersign::sandbox {

int Run::addRow(const TaskStep &step)
{
    TaskExecution row;
    const int number = int(m_record.tasks.size()) + 1;
    row.id = TaskExecutionId(m_record.fields.id.text() + u".t" +
                             QStringLiteral("%1").arg(number, 4, 10, QLatin1Char('0')));
    row.executionId = m_record.fields.id;
    row.taskName = step.name;
    row.taskAction = step.action;
    row.templateId = m_record.fields.templateId;
    row.createDate = now();
    row.startDate = row.createDate;
    row.updateDate = row.createDate;
    row.status = RunStatus::Started;
    row.statusText = runStatusText(row.status);
    row.extraData = {emptyObject(), {}};
    row.loop = {emptyObject(), {}};
    m_record.tasks.push_back(row);
    return number - 1;
}

void Run::setRowState(TaskExecution &row, RunStatus status)
{
    row.status = status;
    row.statusText = runStatusText(status);
    row.updateDate = now();
    if (isFinal(status))
        row.endDate = row.updateDate;
    m_record.fields.counters = counters();
    if (!m_isOver)
        refreshState();
}

void Run::setStatus(RunStatus status)
{
    m_record.fields.status = status;
    m_record.fields.statusText = runStatusText(status);
    m_record.fields.updateDate = now();
    m_record.fields.currentTasks.clear();
    if (!isFinal(status) && m_current) {
        std::vector<StepRun *> current;
        m_current->addCurrent(current);
        for (StepRun *step : current) {
            const TaskExecution &row = step->row();
            m_record.fields.currentTasks.push_back({row.id, row.taskName, row.taskAction});
        }
    }
    m_services.changed(m_record.fields.id.text());
}

void Run::refreshState()
{
    std::vector<StepRun *> waiting;
    if (m_current) {
        m_current->addWaiting(waiting);
        m_current->addFailed(waiting);
    }
    const bool isStepping = isDebug() && !m_current;
    setStatus(isStepping || !waiting.empty() ? RunStatus::Waiting : RunStatus::Running);
}

EmbeddedJson Run::counters() const
{
    qint64 failed = 0;
    qint64 succeeded = 0;
    for (const TaskExecution &row : m_record.tasks) {
        if (!row.parentTaskExecutionId.isEmpty())
            continue;
        failed += row.status == RunStatus::Failed ? 1 : 0;
        succeeded += row.status == RunStatus::Success ? 1 : 0;
    }
    const auto total = qint64(m_program->tasks.size());
    return {Json::fromMembers({{QStringLiteral("Failed"), Json::fromInteger(failed)},
                               {QStringLiteral("Success"), Json::fromInteger(succeeded)},
                               {QStringLiteral("Total"), Json::fromInteger(total)}}),
            {}};
}

void Run::log(const TaskExecutionId &task, const QString &message)
{
    LogLine line;
    line.taskExecutionId = task;
    line.logType = QStringLiteral("System");
    line.message = message;
    line.timestamp = now();
    line.timestampText = utcText(line.timestamp);
    m_record.logs.push_back(line);
    m_services.changed(m_record.fields.id.text());
}

void Run::logOnce(const TaskExecutionId &task, const QString &message)
{
    if (m_saidOnce.contains(message))
        return;
    m_saidOnce.insert(message);
    log(task, message);
}

ChildOutcome Run::startChild(StepRun &step, ChildRequest request)
{
    const QString rowId = step.row().id.text();
    const QString id =
        rowId + u'.' + QStringLiteral("%1").arg(++m_children[rowId], 4, 10, QLatin1Char('0'));
    request.surroundings.calls = m_surroundings.calls;
    request.surroundings.loopItemText =
        step.row().loopItem.isEmpty() ? m_surroundings.loopItemText : step.row().loopItem;
    const ChildOutcome outcome = m_services.startChild(*this, id, request);
    if (outcome.run) {
        step.row().childExecutionId = outcome.run->record().fields.id;
        m_record.fields.isParent = true;
        log(step.row().id, u"The child execution " + id + u" started.");
    }
    return outcome;
}

void Run::catchUp(const Run &child)
{
    m_secondsBehind = std::min(m_secondsBehind, child.m_secondsBehind);
}

CallPlace Run::callPlace(const TaskExecution &row) const
{
    if (m_surroundings.place)
        return *m_surroundings.place;
    return {m_record.fields.templateName, row.taskName,
            row.loopItem.isEmpty() ? m_surroundings.loopItemText : row.loopItem};
}

CallSite Run::callSite(const TaskExecution &row, const QString &service, const QString &api)
{
    const CallPlace place = callPlace(row);
    const int attempt = ++(*m_surroundings.calls)[{
        place.templateName, place.taskName, place.loopItem, service.toLower(), api.toLower()}];
    return {service, api, place.templateName, place.taskName, place.loopItem, attempt};
}

void Run::noteDecision(TaskExecution &row, const NotifyRequest &request)
{
    if (!request.note.isEmpty() && !m_services.isStrict(Strictness::NotesUnreadable)) {
        const Json known = row.extraData.json.value_or(emptyObject());
        row.extraData = {
            withMember(known, QStringLiteral("NotifyNote"), Json::fromString(request.note)), {}};
    }
    row.updateDate = now();
    m_record.fields.updateDate = row.updateDate;
}

} // namespace countersign::sandbox
