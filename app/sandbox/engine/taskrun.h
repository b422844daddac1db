// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/engine/action.h"
#include "app/sandbox/engine/cloud/simulatedcloud.h"
#include "app/sandbox/engine/retrycontrol.h"
#include "app/sandbox/engine/steprun.h"

namespace countersign::sandbox {

//! Where a row stands in a loop.
struct ItemPlace
{
    Json item;
    int batch = 1;
    TaskExecutionId parent;
};

//! One task row from When to its outputs.
class TaskRun : public StepRun
{
    Q_OBJECT

public:
    //! `place` for a row of a loop.
    TaskRun(Run &run, const TaskStep &step, const Json &overlay, QObject *parent,
            const std::optional<ItemPlace> &place = {});
    ~TaskRun() override;

    void begin() override;
    //! Takes over a row that already waits with resolved properties.
    void adopt(int row, const Json &properties);
    void retry() override;
    void cancel(const QString &message) override;
    std::optional<Refusal> decide(const NotifyRequest &request) override;
    std::optional<Refusal> trigger(const QString &type, const Json &message);
    void addWaiting(std::vector<StepRun *> &steps) override;
    void addFailed(std::vector<StepRun *> &steps) override;
    void addCurrent(std::vector<StepRun *> &steps) override;
    std::optional<Refusal> objection(const NotifyRequest &request) override;
    //! The task's name for the log, with its loop item.
    QString title() const;

    // For actions.
    const Scope &scope() const { return m_scope; }
    const std::optional<ItemPlace> &place() const { return m_place; }
    const Json &properties() const { return m_properties; }
    const RetryControl &retryControl() const { return m_retryControl; }
    void succeed(const Json &raw);
    void fail(const QString &message) override;
    //! The nested execution was cancelled.
    void endCancelled(const QString &message);
    void setJump(const QString &target) { m_jump = target; }
    void wait();
    void proceed();
    void after(std::chrono::milliseconds engineTime, QObject *context, std::function<void()> then);
    //! Calls the cloud after a short time; a high-risk call waits for a person first where asked.
    void callCloud(const QString &service, const QString &api, const Json &parameters,
                   const QString &risk, QObject *context,
                   std::function<void(const CloudReply &)> then);
    //! Asks the script alone, and gives its answer after the time it says.
    void callScript(const QString &service, const QString &api, QObject *context,
                    std::function<void(const std::optional<CloudReply> &)> then);
    Evaluation evaluation() const;

private:
    void makeCall(const QString &service, const QString &api, const Json &parameters,
                  QObject *context, std::function<void(const CloudReply &)> then);
    void checkWhen();
    void resolveProperties();
    void resolveRetries();
    void act();
    void selectOutputs();

    std::optional<ItemPlace> m_place;
    Json m_properties;
    RetryControl m_retryControl;
    std::unique_ptr<Action> m_action;
    std::function<void()> m_confirmed;
    int m_tries = 0;
};

} // namespace countersign::sandbox
