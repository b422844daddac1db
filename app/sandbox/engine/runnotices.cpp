// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/run.h"

namespace countersign::sandbox {

namespace {

Refusal missingParameter(const QString &name)
{
    return {400, QStringLiteral("MissingParameter"), u"The parameter " + name + u" is missing."};
}

} // namespace

std::optional<Refusal> Run::notifyDebug(const NotifyRequest &request)
{
    if (request.notifyType == u"ExecuteTask")
        return executeTask(request);
    if (request.notifyType == u"CancelTask")
        return cancelTask(request);
    if (request.notifyType == u"CompleteExecution")
        return completeExecution(request);
    return Refusal{400, QStringLiteral("InvalidParameter.NotifyType"),
                   u"An execution in Debug mode does not wait for " + request.notifyType + u'.'};
}

std::optional<Refusal> Run::executeTask(const NotifyRequest &request)
{
    if (m_current) {
        return Refusal{400, QStringLiteral("UnsupportedOperation"),
                       u"The task " + m_current->step().name + u" has not ended."};
    }
    if (request.taskName.isEmpty())
        return missingParameter(QStringLiteral("TaskName"));
    const int index = m_program->taskIndex(request.taskName);
    if (index < 0) {
        return Refusal{400, QStringLiteral("InvalidParameter.TaskName"),
                       u"The template has no task " + request.taskName + u'.'};
    }
    const QString text = request.parameters.isEmpty() ? QStringLiteral("{}") : request.parameters;
    const Json overlay = parsedText(Json::fromString(text));
    if (!overlay.isObject())
        return Refusal{400, QStringLiteral("InvalidParameter.Parameters"),
                       QStringLiteral("Parameters must be a JSON object.")};
    setStatus(RunStatus::Running);
    startTask(index, overlay);
    return std::nullopt;
}

std::optional<Refusal> Run::cancelTask(const NotifyRequest &request)
{
    if (!m_current) {
        return Refusal{400, QStringLiteral("UnsupportedOperation"),
                       QStringLiteral("No task is under way that could be cancelled.")};
    }
    noteDecision(m_current->row(), request);
    m_current->cancel({});
    leaveTask();
    refreshState();
    return std::nullopt;
}

std::optional<Refusal> Run::completeExecution(const NotifyRequest &request)
{
    if (request.executionStatus.isEmpty())
        return missingParameter(QStringLiteral("ExecutionStatus"));
    const RunStatus status = runStatusFromText(request.executionStatus);
    if (status != RunStatus::Success && status != RunStatus::Failed &&
        status != RunStatus::Cancelled) {
        return Refusal{400, QStringLiteral("InvalidParameter.ExecutionStatus"),
                       QStringLiteral("ExecutionStatus must be Success, Failed or Cancelled.")};
    }
    if (m_current)
        m_current->cancel({});
    end(status);
    return std::nullopt;
}

std::optional<Refusal> Run::notifyFailure(const NotifyRequest &request)
{
    TaskRun *task = m_current.get();
    m_isPaused = false;
    m_record.fields.statusMessage.clear();
    noteDecision(task->row(), request);
    if (request.notifyType == u"RetryTask") {
        task->retry();
        refreshState();
        return std::nullopt;
    }
    setRowState(task->row(), RunStatus::Skipped);
    log(task->row().id, request.userName + u" skipped the task " + task->step().name + u'.');
    QTimer::singleShot(0, this, [this, task] {
        if (m_current.get() == task && !m_isOver)
            goOn(task->step(), task->step().onSuccess);
    });
    return std::nullopt;
}

} // namespace countersign::sandbox
