// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/acttable.h"
#include "app/flows/reviewflow.h"
#include "app/settings/settings.h"
#include "app/viewmodels/ownrequest.h"
#include "app/viewmodels/waitwords.h"

#include <QString>

#include <optional>

namespace countersign {

//! The wait a review is about: the one of its row, the pause that its failed row belongs to, the
//! one for the whole run, the only one there is; else what the inbox had.
Wait waitOf(const ReviewFacts &facts);

//! What sentences are made from; what was not read is empty.
WaitSubject subjectOf(const ReviewFacts &facts);

//! True when the wait is over: the run is gone, or what waited does not any more.
bool isOver(const ReviewFacts &facts);

//! Who looks at a review, and what stands in a decision's way beside the reads.
struct ReviewStanding
{
    QString actor; //!< empty: not known
    ActorKind actorKind = ActorKind::Unknown;
    QDateTime actorVerifiedAt; //!< as DecisionPlace's
    bool isActorKnown = false; //!< a RAM user whose name can be compared with approvers
    bool hasAccount = false;   //!< the account id is known
    bool isUnlocked = false;
    bool hasOpenDecision = false;
    bool isOpenUnresolved = false; //!< the open one could not be determined and was not closed
    QString journalText;           //!< why no decision can be recorded; empty: it can
    WaitGrouping grouping;         //!< whose turn it is
    OwnRequest own = OwnRequest::CannotTell;
    OwnRequests ownPolicy = OwnRequests::Warn;

    //! Never on a guess, and for Approve alone: whoever started a run may always stop it.
    bool isOwnBlocked(Act act) const;
    bool isOwnExtraStep(Act act) const;
};

//! What a decision may be made without by an explicit path only (security.md D10).
enum class Unseen { Template, Call };
//! What of that could not be read although its reading has ended, for acts that let a run go on;
//! acts that stop something wait for no more than the run and its row.
std::vector<Unseen> unseenOf(Act act, const ReviewFacts &facts);

//! Nothing when `act` may be taken now; else why not, as a whole sentence.
std::optional<QString> obstacleTo(Act act, const ReviewFacts &facts,
                                  const ReviewStanding &standing);
//! As above, for a person who says that the template or the call need not be seen: only what a
//! decision cannot be made from is in the way, and what is still being read.
std::optional<QString> obstacleUnseen(Act act, const ReviewFacts &facts,
                                      const ReviewStanding &standing);
//! What was read of the wait, for the table of acts.
ActFacts actFactsOf(const ReviewFacts &facts);
//! True when the act is among those of this wait.
bool isOffered(Act act, const ReviewFacts &facts);

} // namespace countersign
