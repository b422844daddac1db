// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/looprun.h"
#include "app/sandbox/engine/noticetarget.h"
#include "app/sandbox/engine/run.h"

namespace countersign::sandbox {

namespace {

Refusal missingParameter(const QString &name)
{
    return {400, QStringLiteral("MissingParameter"), u"The parameter " + name + u" is missing."};
}

} // namespace

std::optional<Refusal> Run::wrongType(const NotifyRequest &request) const
{
    return Refusal{400, QStringLiteral("InvalidParameter.NotifyType"),
                   u"The execution " + m_record.fields.id.text() + u" does not wait for " +
                       request.notifyType + u'.'};
}

std::optional<Refusal> Run::notifyDecision(const NotifyRequest &request)
{
    std::vector<StepRun *> waiting;
    if (m_current)
        m_current->addWaiting(waiting);
    if (waiting.empty())
        return wrongType(request);
    const bool namesRow = !request.taskExecutionId.isEmpty() || !request.taskExecutionIds.isEmpty();
    if (!namesRow && m_services.isStrict(Strictness::ApproveNeedsTaskId))
        return missingParameter(QStringLiteral("TaskExecutionId"));
    NoticeTarget target = noticeTarget(
        request, waiting, m_services.isStrict(Strictness::TaskExecutionIdsAreExecutionIds));
    if (target.refusal)
        return target.refusal;
    // Without a row's id a decision is about one row: the first that waits.
    if (!namesRow)
        target.steps.resize(1);
    for (StepRun *step : target.steps) {
        if (const std::optional<Refusal> refusal = step->objection(request))
            return refusal;
    }
    for (StepRun *step : target.steps) {
        const std::optional<Refusal> refusal = step->decide(request);
        if (refusal || m_isOver)
            return refusal;
    }
    return std::nullopt;
}

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
    if (!request.loopItem.isEmpty())
        return executeLoopItem(index, request, overlay);
    setStatus(RunStatus::Running);
    startTask(index, overlay);
    if (m_current)
        noteDecision(m_current->row(), request);
    return std::nullopt;
}

std::optional<Refusal> Run::executeLoopItem(int index, const NotifyRequest &request,
                                            const Json &overlay)
{
    const TaskStep &step = m_program->tasks[size_t(index)];
    const auto kept = m_loops.find(step.name);
    LoopRun *loop = kept != m_loops.end() ? kept->second.get() : nullptr;
    const bool isLoop = step.hasLoop() || step.isAction(u"ACS::Loop");
    if (!isLoop || (loop && !loop->hasItem(request.loopItem).value_or(true))) {
        return Refusal{400, QStringLiteral("InvalidParameter.LoopItem"),
                       u"The task " + step.name + u" has no item " + request.loopItem.left(200) +
                           u'.'};
    }
    setStatus(RunStatus::Running);
    ++m_starts;
    if (loop) {
        kept->second.release();
        m_current.reset(loop);
    } else {
        m_current = makeStep(index, overlay);
        loop = qobject_cast<LoopRun *>(m_current.get());
    }
    loop->runItem(request.loopItem, overlay);
    noteDecision(loop->row(), request);
    return std::nullopt;
}

std::optional<Refusal> Run::cancelTask(const NotifyRequest &request)
{
    if (!m_current) {
        return Refusal{400, QStringLiteral("UnsupportedOperation"),
                       QStringLiteral("No task is under way that could be cancelled.")};
    }
    std::vector<StepRun *> active{m_current.get()};
    m_current->addCurrent(active);
    const NoticeTarget target = noticeTarget(
        request, active, m_services.isStrict(Strictness::TaskExecutionIdsAreExecutionIds));
    if (target.refusal)
        return target.refusal;
    StepRun *const named = target.steps.front();
    auto *const loop = qobject_cast<LoopRun *>(m_current.get());
    noteDecision(named->row(), request);
    if (loop && named != loop) {
        loop->cancelItem(*named);
        return std::nullopt;
    }
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
    if (!m_record.tasks.empty())
        noteDecision(m_record.tasks.back(), request);
    log({}, request.userName + u" ended the execution as " + request.executionStatus + u'.');
    end(status);
    return std::nullopt;
}

std::optional<Refusal> Run::notifyFailure(const NotifyRequest &request)
{
    std::vector<StepRun *> failed;
    if (m_current)
        m_current->addFailed(failed);
    if (failed.empty())
        return wrongType(request);
    const NoticeTarget target = noticeTarget(
        request, failed, m_services.isStrict(Strictness::TaskExecutionIdsAreExecutionIds));
    if (target.refusal)
        return target.refusal;
    const bool isRetry = request.notifyType == u"RetryTask";
    for (StepRun *step : target.steps) {
        noteDecision(step->row(), request);
        if (isRetry) {
            step->retry();
            continue;
        }
        log(step->row().id, request.userName + u" skipped the task " + step->step().name + u'.');
        step->passOver();
    }
    failed.clear();
    m_current->addFailed(failed);
    if (failed.empty())
        m_record.fields.statusMessage.clear();
    else
        stepPaused(failed.front());
    refreshState();
    return std::nullopt;
}

} // namespace countersign::sandbox
