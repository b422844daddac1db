// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/engine.h"
#include "app/sandbox/engine/evaluation.h"

#include <functional>

namespace countersign::sandbox {

class Run;

//! One task of the template under way: a single row, or a loop with a row for each item.
class StepRun : public QObject
{
    Q_OBJECT

public:
    StepRun(Run &run, const TaskStep &step, const Json &overlay, QObject *parent);
    ~StepRun() override;

    virtual void begin() = 0;
    //! Ends the rows under way as Cancelled; no signal follows.
    virtual void cancel(const QString &message) = 0;
    //! Approve or Reject for a step that waits.
    virtual std::optional<Refusal> decide(const NotifyRequest &request) = 0;
    //! Adds the steps that wait for Approve or Reject, in the order of their rows.
    virtual void addWaiting(std::vector<StepRun *> &steps) = 0;
    //! Adds the steps that failed and wait for RetryTask or SkipTask, in the order of their rows.
    virtual void addFailed(std::vector<StepRun *> &steps) = 0;
    //! Adds the steps that are under way or wait.
    virtual void addCurrent(std::vector<StepRun *> &steps) = 0;
    //! Runs a failed step once more in the same row.
    virtual void retry() = 0;
    //! Leaves a failed step behind, as Skipped.
    void passOver();
    //! Why this person's decision is not taken; nothing when it is.
    virtual std::optional<Refusal> objection(const NotifyRequest &request);

    const TaskStep &step() const { return m_step; }
    TaskExecution &row();
    bool hasRow() const { return m_row >= 0; }
    bool isWaiting();
    const TaskResult &result() const { return m_result; }
    //! A choice's target; empty for other tasks.
    const QString &jump() const { return m_jump; }
    //! Failed, and nobody has said yet what becomes of it.
    bool isPaused() const { return m_isPaused; }
    //! Ended for good.
    bool isOver() const { return m_isOver && !m_isPaused; }
    //! A person said SkipTask.
    bool isPassedOver() const { return m_isPassedOver; }
    Run &run() { return m_run; }
    virtual void fail(const QString &message) = 0;
    //! True when the evaluation came to its end; else `again` runs when the answer is there, or the
    //! step fails.
    bool settle(const Evaluation &evaluation, QObject *context, std::function<void()> again);

Q_SIGNALS:
    //! The row is final: Success, Failed, Cancelled or Skipped.
    void ended(countersign::sandbox::StepRun *step);
    //! A row failed and waits for a person.
    void paused(countersign::sandbox::StepRun *step);
    //! A person rejected the call, the approval or the next batch.
    void rejected();

protected:
    //! Writes the end of the row; a failure waits for a person first where asked.
    void finish(RunStatus status, const QString &message);

    Run &m_run;
    const TaskStep &m_step;
    Json m_overlay;
    Scope m_scope;
    JqMemo m_memo;
    TaskResult m_result;
    QString m_jump;
    int m_row = -1;
    bool m_isOver = false;
    bool m_isPaused = false;
    bool m_isPassedOver = false;
};

} // namespace countersign::sandbox
