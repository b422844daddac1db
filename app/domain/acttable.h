// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/waitkind.h"

#include <optional>
#include <vector>

namespace countersign {

//! What was read of a wait, as far as acts are chosen by it. What was not read is Unknown, empty or
//! nothing, and rules out nothing.
struct ActFacts
{
    WaitKind kind = WaitKind::Unknown;
    //! Certain also where the person has named the kind ("Decide as…").
    Confidence confidence = Confidence::Certain;
    RunMode mode = RunMode::Unknown;
    RunStatus runStatus = RunStatus::Unknown;
    bool confirmsHighRisk = false;      //!< the run's SafetyCheck
    std::optional<RunStatus> rowStatus; //!< of the row that would be decided
    QString rowAction;                  //!< of that row
    friend bool operator==(const ActFacts &, const ActFacts &) = default;
};

//! How an act is shown for a wait.
enum class Offer {
    Offered,   //!< among the wait's own acts
    OnRequest, //!< not among them, and nothing that was read is against it: by "Decide as…"
    RuledOut,  //!< disabled, with the reason: a state that was read is against it
    Absent     //!< not shown: the documents give this wait, which is certain, other acts
};

//! Why an act stands as it does.
enum class ActReason {
    None,
    RunHasEnded,
    OnlyInDebug,        //!< the run's mode was read, and it is another
    OnlyInFailurePause, //!< as above
    RowHasEnded,        //!< what would be approved or rejected does not wait any more
    RowHasNotFailed,    //!< what would be retried or skipped ended well, or is at work
    ApprovalTask,       //!< an approval is answered, never retried or skipped
    NotForKind,         //!< the documents give other acts for this kind
    KindIsGuessed,      //!< the kind may be another one, so that nothing is ruled out by it
    OtherSetOfDebug     //!< a Debug run that may wait for a confirmation as well, or the other way
                        //!< round: both sets of acts are open
};

struct ActStanding
{
    Offer offer = Offer::Absent;
    Fit fit = Fit::NotForKind; //!< of the kind; Probable is said wherever the act is shown
    ActReason reason = ActReason::None;
    friend bool operator==(const ActStanding &, const ActStanding &) = default;
};

//! The one table of oos-api.md 5.3: what may be done about a wait. Pure.
ActStanding standingOf(const ActFacts &facts, Act act);

//! Kinds that a person may name for this wait ("Decide as…"), in the order of recognition. Empty
//! for a kind that is certain. A kind whose acts the run's mode rules out is not among them.
std::vector<WaitKind> namableKinds(const ActFacts &facts);

//! All acts, in the order in which they are listed everywhere.
const std::vector<Act> &allActs();

} // namespace countersign
