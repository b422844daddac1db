// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/engine.h"

#include <memory>

namespace countersign::sandbox {

class TaskRun;

//! What one task does once its properties are resolved. Reports to its TaskRun, which owns it.
class Action : public QObject
{
    Q_OBJECT

public:
    explicit Action(TaskRun &task);
    //! Begins, or begins again for a retry. Reports through the task, never from a destructor.
    virtual void begin() = 0;
    //! Approve or Reject for a task that waits for it.
    virtual std::optional<Refusal> decide(const NotifyRequest &request);
    //! Why this person may not decide; nothing when they may.
    virtual std::optional<Refusal> objection(const NotifyRequest &request)
    {
        Q_UNUSED(request)
        return std::nullopt;
    }
    //! A trigger is fired by hand; others refuse.
    virtual std::optional<Refusal> trigger(const QString &type, const Json &message);
    //! The task is cancelled; takes back what goes on elsewhere. Nothing is reported afterwards.
    virtual void abandon(const QString &message) { Q_UNUSED(message) }
    //! WaitFor repeats by itself; the task's retry control is not for it.
    virtual bool repeatsItself() const { return false; }

protected:
    TaskRun &m_task;
};

//! What the task's action does; an action that nobody defines fails by its name when it begins.
std::unique_ptr<Action> makeAction(TaskRun &task);

} // namespace countersign::sandbox
