// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/decision.h"
#include "app/domain/error.h"
#include "app/domain/journalentry.h"
#include "app/flows/alternative.h"
#include "app/flows/movement.h"

#include <QDateTime>
#include <QStringList>

#include <chrono>
#include <optional>
#include <vector>

namespace countersign {

//! What a decision was made on and does not travel in its record. In memory only.
struct DecisionBasis
{
    std::optional<QString> templateText{};     //!< nothing where it was not read
    std::optional<qint64> requiredApprovals{}; //!< nothing where it could not be read
    //! What the review read, to show what differs; nothing where it was not read.
    std::optional<Execution> execution{};
    std::optional<std::vector<TaskExecution>> rows{};
};

//! What a decision has come to, as far as it is known.
struct DecisionProgress
{
    //! Why nothing was sent, and after sending Unrecorded alone.
    enum class Stop {
        None,
        Read,
        WrongClock,
        WrongAccount, //!< of the keys, or of the run: see `runAccount`
        WrongActor,   //!< the keys are another user's or role's than was shown: see `actorNow`
        WrongHost,    //!< the profile calls another host than was shown: see `hostNow`
        Identity,     //!< whose the credentials are could not be read
        Locked,
        AlreadyOpen,
        Journal, //!< see `journalProblem`; nothing there: the record was refused
        Bytes,
        Transport,
        Slept,     //!< the computer was asleep between the second read and the first byte
        TooOld,    //!< the second read was too old when the first byte was to leave
        Expired,   //!< the keys have ended or were about to, and no others were to be had in time
        Unrecorded //!< sent; what came of it could not be written down yet, which is tried again
    };
    //! Why the effect is not looked for at present.
    enum class Hold {
        None,
        Locked,      //!< there are no credentials; goes on when there are
        NoProfile,   //!< the profile was removed
        OtherAccount //!< the profile stands for another account now
    };

    DecisionState state = DecisionState::Drafted;
    bool isStarted = false;
    bool isRenewing = false; //!< Drafted, Verified: the source of the keys is asked for others
    bool isResumed = false;  //!< of an earlier run of the program
    Stop stop = Stop::None;
    Hold hold = Hold::None;
    std::optional<Error> error; //!< behind `stop`, a refusal, or an unclear outcome
    std::optional<JournalProblem> journalProblem;
    //! WrongActor: whose the keys are by now, as in DecisionPlace; empty: it could not be told.
    QString actorNow;
    ActorKind actorKindNow = ActorKind::Unknown;
    QString hostNow;    //!< WrongHost
    QString runAccount; //!< WrongAccount: of the run, where the service names another; else empty
    std::vector<QString> changedFacts; //!< names as in Fingerprint
    //! Changed: what the second read found. Nothing: the service does not know the run any more.
    std::optional<Execution> executionNow;
    std::vector<TaskExecution> rowsNow; //!< as executionNow; the rows the decision rests on
    //! What has moved since the review and did not stop the decision: UpdateDate, CurrentTasks,
    //! Counters, ExtraData (of the bound row), OtherRows.
    std::vector<QString> progressChanged;
    int otherRowsMoved = 0; //!< OtherRows: new ones, and those in another state
    SendReport report;
    Movement movement = Movement::None;
    MovedRows movedRows;                         //!< of Retry and Skip
    Alternative alternative = Alternative::None; //!< of a refusal: what may be decided instead
    QString lastStep;                            //!< Changed by a step: the task that ended last
    bool isNoteSeen = false;                     //!< E1: the task carries our note
    bool waitsForOthers = false;                 //!< accepted, and more approvals are needed
    QStringList evidence;            //!< what the state rests on, words of StepFacts::evidence
    QString runStatus;               //!< as received, last seen
    QString rowStatus;               //!< as received, last seen; empty without a bound row
    QString nextTaskName;            //!< another task of the run that waits now; empty: none
    QDateTime sentAt;                //!< UTC
    QDateTime nextCheck;             //!< UTC; invalid: none
    QDateTime watchUntil;            //!< UTC, when a request can no longer arrive
    QDateTime deadline;              //!< UTC, of the sending stage
    QDateTime mayOverrideFrom;       //!< UTC, see overrideRule(); invalid: it may not
    int checks = 0;                  //!< reads that ended well since sending
    std::optional<Error> checkError; //!< of the last check; nothing when it was good
    std::optional<std::chrono::seconds> clockSkew;
    bool isClockDoubtful = false; //!< the clocks differ by more than five minutes
};

//! When the effect is looked for; tests shorten it.
struct DecideTimes
{
    //! After the outcome; then every `again`.
    std::vector<std::chrono::milliseconds> checks{
        std::chrono::milliseconds(250),   std::chrono::milliseconds(1'000),
        std::chrono::milliseconds(2'000), std::chrono::milliseconds(4'000),
        std::chrono::milliseconds(8'000), std::chrono::milliseconds(15'000),
        std::chrono::milliseconds(30'000)};
    std::chrono::milliseconds again{60'000};
    //! When a refusal with a code that is not listed is settled (security.md 4.3).
    std::chrono::milliseconds refusalSettles{4'000};
    //! When an accepted approval that needs others is called so.
    std::chrono::milliseconds othersSettle{1'000};
    //! When an accepted decision about several rows is called done in part.
    std::chrono::milliseconds partSettles{15'000};
    //! When a check that failed is repeated while a refusal with an unknown code is not settled.
    std::chrono::milliseconds refusalAgain{700};
    //! How long the run or the row must not be there until it counts as gone.
    std::chrono::milliseconds goneSettles{20'000};
    //! How long readings may show an earlier state than one before until they are believed.
    std::chrono::milliseconds longestLag{60'000};
    //! How long after sending a request may still arrive (security.md 4.6).
    std::chrono::milliseconds window{36 * 60 * 1000};
    //! How long nothing must have moved until the person may decide again all the same.
    std::chrono::milliseconds overrideAfter{60'000};
    //! How old the second read may be when the intent is recorded (security.md 4.4).
    std::chrono::milliseconds secondReadAge{2'000};
    //! How long to wait for the word whose the credentials are, where it is not known yet.
    std::chrono::milliseconds identityWait{5'000};
    //! How long the keys must last at least when the decision is read once more: as long as
    //! connecting and the handshake may take, and 30 s.
    std::chrono::milliseconds keysOutlast{50'000};
    //! What is left of them at least when the first byte leaves.
    std::chrono::milliseconds keysLeft{5'000};
    //! How long to wait for other keys.
    std::chrono::milliseconds renewalWait{20'000};
    std::chrono::seconds doubtfulSkew{300};
    std::chrono::seconds largestSkew{600};
};

} // namespace countersign
