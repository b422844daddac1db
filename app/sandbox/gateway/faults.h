// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace countersign::sandbox {

//! What can go wrong on purpose; the closed list.
enum class Fault {
    // On the next new connection, before anything is read.
    Refuse,
    CloseUnread,
    ResetUnread,
    HoldUnread,
    // After a request was read, by action.
    CloseBeforeEffect,
    DropAfterEffect,
    ResetBeforeEffect,
    ResetAfterEffect,
    Delay,
    Hang,
    HalfStatus,
    HalfHeaders,
    HalfBody,
    Garbage,
    ContinueOnly,
    Http408,
    Redirect302,
    Redirect307,
    Http503BeforeEffect,
    Http503AfterEffect,
    Throttle,
    NonceUsedAfterEffect,
    UnreadableSuccess,
    EffectLate,
};

//! Plays before a request is read.
bool isUnread(Fault fault);
//! The operation is carried out all the same, at once.
bool hasEffect(Fault fault);

//! One rule of the faults file.
struct FaultRule
{
    Fault fault = Fault::Hang;
    QString action;     //!< empty: any
    QString after;      //!< unread kinds: armed by an answer to this action; empty: from the start
    int timesLeft = -1; //!< below 0: unlimited
    int milliseconds = 0;
    bool isArmed = true;
};

//! The rules in force; first match wins, and its count goes down.
class FaultRules
{
public:
    //! Reads a JSON list of rules and restarts all counts. One line when it cannot be read; the
    //! rules in force stay then.
    QString load(const QString &path);

    //! For a new connection.
    std::optional<FaultRule> takeForConnection();
    //! A refusal that is in force; the caller stops listening for a while.
    std::optional<FaultRule> takeRefusal();
    //! For a request that arrived whole.
    std::optional<FaultRule> takeForAction(const QString &action);
    //! A request of this action was answered.
    void noteAnswered(const QString &action);

private:
    std::optional<FaultRule> take(const std::function<bool(const FaultRule &)> &matches);

    std::vector<FaultRule> m_rules;
};

} // namespace countersign::sandbox
