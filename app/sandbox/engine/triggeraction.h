// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/engine/action.h"
#include "app/sandbox/engine/evaluation.h"
#include "app/sandbox/engine/schedule.h"

namespace countersign::sandbox {

class Run;

//! ACS::TimerTrigger, ACS::AlarmTrigger and ACS::EventTrigger: waits, and starts the tasks behind
//! it as a child execution each time it fires. A timer whose child is still under way lets the
//! moment pass; a firing by hand does not.
class TriggerAction : public Action
{
    Q_OBJECT

public:
    using Action::Action;
    void begin() override;
    void abandon(const QString &message) override;
    std::optional<Refusal> trigger(const QString &type, const Json &message) override;

private:
    void beginTimer();
    void planNext();
    void fire(const Json &message);
    void childEnded(Run &child);

    std::optional<Schedule> m_schedule;
    QDateTime m_clock; //!< the engine's time at the last moment of the schedule
    QDateTime m_end;   //!< invalid: none
    QStringList m_children;
    JqMemo m_memo;
};

} // namespace countersign::sandbox
