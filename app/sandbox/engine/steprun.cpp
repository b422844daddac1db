// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/steprun.h"

#include "app/sandbox/engine/run.h"

namespace countersign::sandbox {

StepRun::StepRun(Run &run, const TaskStep &step, const Json &overlay, QObject *parent)
    : QObject(parent)
    , m_run(run)
    , m_step(step)
    , m_overlay(overlay)
    , m_scope(run.scope())
{
}

StepRun::~StepRun() = default;

TaskExecution &StepRun::row()
{
    return m_run.record().tasks[size_t(m_row)];
}

bool StepRun::isWaiting()
{
    return hasRow() && row().status == RunStatus::Waiting;
}

void StepRun::finish(RunStatus status, const QString &message)
{
    m_isOver = true;
    m_isPaused = status == RunStatus::Failed && m_run.pausesAtFailures();
    row().statusMessage = message;
    m_run.setRowState(row(), status);
    if (m_isPaused)
        Q_EMIT paused(this);
    else
        Q_EMIT ended(this);
}

void StepRun::passOver()
{
    m_isPaused = false;
    m_isPassedOver = true;
    m_run.setRowState(row(), RunStatus::Skipped);
    Q_EMIT ended(this);
}

std::optional<Refusal> StepRun::objection(const NotifyRequest &request)
{
    Q_UNUSED(request)
    return std::nullopt;
}

bool StepRun::settle(const Evaluation &evaluation, QObject *context, std::function<void()> again)
{
    for (const QString &remark : evaluation.remarks())
        m_run.logOnce(row().id, remark);
    if (evaluation.hasFailed()) {
        fail(evaluation.failure());
        return false;
    }
    if (!evaluation.missing())
        return true;
    const JqJob job = *evaluation.missing();
    m_run.services().jq->run(job, context, [this, job, again](const Selection &selection) {
        m_memo.insert(job, selection);
        again();
    });
    return false;
}

} // namespace countersign::sandbox
