// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/engine/action.h"

namespace countersign::sandbox {

//! ACS::Sleep.
class SleepAction : public Action
{
    Q_OBJECT

public:
    using Action::Action;
    void begin() override;
};

//! ACS::Choice.
class ChoiceAction : public Action
{
    Q_OBJECT

public:
    using Action::Action;
    void begin() override;
};

//! ACS::Notify: says in the log what it would send.
class NotifyAction : public Action
{
    Q_OBJECT

public:
    using Action::Action;
    void begin() override;
};

//! ACS::Approve: counts different people.
class ApproveAction : public Action
{
    Q_OBJECT

public:
    using Action::Action;
    void begin() override;
    std::optional<Refusal> objection(const NotifyRequest &request) override;
    std::optional<Refusal> decide(const NotifyRequest &request) override;
};

//! ACS::Pause: waits for one Approve or Reject of anybody.
class PauseAction : public Action
{
    Q_OBJECT

public:
    using Action::Action;
    void begin() override;
    std::optional<Refusal> decide(const NotifyRequest &request) override;
};

} // namespace countersign::sandbox
