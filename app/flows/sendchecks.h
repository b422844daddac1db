// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/observation.h"
#include "app/flows/decisionprogress.h"
#include "app/flows/flowservices.h"

#include <chrono>
#include <memory>
#include <optional>

namespace countersign {

//! The second read, as far as a send rests on it.
struct SecondRead
{
    Observation seen;
    std::weak_ptr<const Credentials> credentials; //!< it was made with
    quint64 lending = 0;                          //!< ProfileRegistry::lending() of them
    std::chrono::milliseconds endedAt{0};         //!< Clock::withSleep()
    std::chrono::milliseconds beganAt{0};         //!< Clock::withSleep()
    QDateTime beganOn;                            //!< UTC, by the wall clock
    std::chrono::milliseconds sleptBefore{0};     //!< how much had been slept when it ended
};

//! The profile, and the caller as far as it was read, belong to the account that was shown.
bool isOfShownAccount(const ProfileRegistry &profiles, const DecisionPlace &where);

//! The caller, as far as it was read, is the user or role that was shown; where nobody was shown,
//! nobody is. A role's session counts: it is the name under which the service keeps what was done.
bool isShownActor(const ProfileRegistry &profiles, const DecisionPlace &where);

//! WrongAccount or WrongActor; nothing: what is lent is as it was shown, as far as it was read.
std::optional<DecisionProgress::Stop> obstacleOfCaller(const ProfileRegistry &profiles,
                                                       const DecisionPlace &where);

//! The host that would be called is the one that was shown; true where none was.
bool isShownHost(const ApiTarget &target, const DecisionPlace &where);

//! The service names no account for the run, or the one that was shown. Of all that the reads tell,
//! ListExecutions alone has such a field: RamRole is a name without an account, and neither the
//! rows, the risky tasks nor the log have one (oos-api.md 7.1 to 7.8).
bool isRunOfShownAccount(const Execution &execution, const DecisionPlace &where);

//! True when whose these credentials are cannot be read now, because the service that tells it does
//! not answer, and the owner of a key with the same end was verified earlier: only a mismatch
//! stops a decision (oos-api.md 14).
bool isVerifiedEarlier(const ProfileRegistry &profiles, const ProfileId &id,
                       const Credentials &credentials, const Error &error);

//! What the profile lends ends within this time by the service's clock, or has ended and its source
//! is to issue it anew. False where no end is known, and for a locked profile.
bool doKeysEndWithin(const FlowServices &services, const Place &place,
                     std::chrono::milliseconds time);

//! Another decision about the same wait is open, and it is not the one that this one overrides.
bool hasOpenDecision(const DecisionJournal &journal, const DecisionRecord &record);

//! What is against reading once more; nothing: it may begin.
std::optional<DecisionProgress::Stop> obstacleToBegin(const FlowServices &services,
                                                      const DecisionRecord &record);

//! Note when the read began and ended.
void markBegin(SecondRead &read, const Clock &clock);
void markEnd(SecondRead &read, const Clock &clock);
//! The computer was asleep since.
bool hasSlept(const SecondRead &read, const Clock &clock);
//! By how much the wall clock was set since the read began.
std::chrono::seconds clockJump(const SecondRead &read, const Clock &clock);
//! It is not older than this, sleep included.
bool isFresh(const SecondRead &read, const Clock &clock, std::chrono::milliseconds age);

//! Asked before the first byte, because connecting took its time; nothing: it may leave. `age` is
//! how old the second read may be then, `keysLeft` what must be left of the keys.
std::optional<DecisionProgress::Stop>
obstacleToLeave(const FlowServices &services, const DecisionRecord &record, const SecondRead &read,
                std::chrono::milliseconds age, std::chrono::milliseconds keysLeft);

} // namespace countersign
