// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/engine/action.h"
#include "app/sandbox/engine/cloud/simulatedcloud.h"
#include "app/sandbox/engine/evaluation.h"
#include "app/sandbox/engine/retrycontrol.h"

namespace countersign::sandbox {

class Run;

//! One task row from When to its outputs.
class TaskRun : public QObject
{
    Q_OBJECT

public:
    TaskRun(Run &run, const TaskStep &step, const Json &overlay, QObject *parent);
    ~TaskRun() override;

    void begin();
    //! Takes over a row that already waits with resolved properties.
    void adopt(int row, const Json &properties);
    //! Runs a failed task once more in the same row.
    void retry();
    void cancel(const QString &message);
    std::optional<Refusal> decide(const NotifyRequest &request);

    const TaskStep &step() const { return m_step; }
    TaskExecution &row();
    bool isWaiting();
    const TaskResult &result() const { return m_result; }
    //! A choice's target; empty for other tasks.
    const QString &jump() const { return m_jump; }

    // For actions.
    const Json &properties() const { return m_properties; }
    const RetryControl &retryControl() const { return m_retryControl; }
    Run &run() { return m_run; }
    void succeed(const Json &raw);
    void fail(const QString &message);
    void setJump(const QString &target) { m_jump = target; }
    void wait();
    void proceed();
    void after(std::chrono::milliseconds engineTime, QObject *context, std::function<void()> then);
    //! Calls the cloud after a short time; a high-risk call waits for a person first where asked.
    void callCloud(const QString &service, const QString &api, const Json &parameters,
                   const QString &risk, QObject *context,
                   std::function<void(const CloudReply &)> then);
    Evaluation evaluation() const;
    //! True when the evaluation came to its end; else `again` runs when the answer is there, or the
    //! task fails.
    bool settle(const Evaluation &evaluation, QObject *context, std::function<void()> again);

Q_SIGNALS:
    //! The row is final: Success, Failed, Cancelled or Skipped.
    void ended(countersign::sandbox::TaskRun *task);
    //! A person rejected the call or the approval.
    void rejected(countersign::sandbox::TaskRun *task);

private:
    void makeCall(const QString &service, const QString &api, const Json &parameters,
                  QObject *context, std::function<void(const CloudReply &)> then);
    void checkWhen();
    void resolveProperties();
    void resolveRetries();
    void act();
    void selectOutputs();
    void finish(RunStatus status, const QString &message);

    Run &m_run;
    const TaskStep &m_step;
    Json m_overlay;
    Scope m_scope;
    JqMemo m_memo;
    Json m_properties;
    RetryControl m_retryControl;
    std::unique_ptr<Action> m_action;
    std::function<void()> m_confirmed;
    TaskResult m_result;
    QString m_jump;
    int m_row = -1;
    int m_tries = 0;
    bool m_isOver = false;
};

} // namespace countersign::sandbox
