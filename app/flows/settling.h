// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/decision.h"
#include "app/flows/movement.h"

#include <QDateTime>
#include <QStringList>

#include <chrono>
#include <optional>

namespace countersign {

//! What a watched decision becomes.
struct Verdict
{
    DecisionState state; //!< the same as before: keep watching
    bool waitsForOthers = false;
};

//! All that settling looks at beside the state.
struct Watched
{
    Movement movement = Movement::None;
    bool isNoteSeen = false;
    bool hasAnyChange = false;
    bool isUntouched = false;
    //! Nothing: could not be read. 1 for waits that are no approvals.
    std::optional<qint64> requiredApprovals;
    bool isRefusalDue = false; //!< time to settle a refusal with an unknown code
    bool isOthersDue = false;  //!< time to say that an approval waits for others
    bool isPartDue = false;    //!< time to say that only some of the rows have moved
    bool isWindowOver = false; //!< the request can no longer arrive
    bool isGoneDue = true;     //!< what is not there any more was not there for long enough
    //! A good reply came after the outcome had been called unknown.
    bool isAcceptedLate = false;
    bool isReplyAwaited = false; //!< as above, and a reply may still come
};

//! The rules of security.md 4.6 for Accepted, Ambiguous and RefusedCodeUnknown. Pure.
Verdict settle(DecisionState state, const Watched &watched);

//! What a settled decision rests on, in the fixed words of StepFacts::evidence; empty where it is
//! not settled.
QStringList evidenceWords(const Watched &watched, const Verdict &verdict);

//! What tells whether a request may still arrive.
struct WindowFacts
{
    QDateTime signedAt; //!< the time in the request, by our clock of then; UTC
    QDateTime now;      //!< by our clock; UTC
    //! The service's clock minus ours, from the same reading; nothing: it did not say.
    std::optional<std::chrono::seconds> skew;
    //! Since it was sent, sleep included; nothing: it was sent by an earlier run of the program.
    std::optional<std::chrono::milliseconds> sinceSending;
    //! Since this run of the program looks after it, sleep included.
    std::chrono::milliseconds sinceWatching{0};
};
//! The service's time decides (security.md 4.6); where it is not known, our two clocks must agree.
//! A wall clock that was set back does not hold it up for more than a day. Pure.
bool isWindowOver(const WindowFacts &facts, std::chrono::milliseconds window);

} // namespace countersign
