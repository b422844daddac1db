// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/journalentry.h"
#include "app/domain/taskexecution.h"

namespace countersign {

//! What lists say of one decision, or of a note that was found at the service; texts as received.
//! All else of a decision is read when it is chosen.
struct DecisionRow
{
    enum class Origin {
        Journal,  //!< decided here
        FoundNote //!< a task carries a note that was not sent from here; there is no decision
    };

    Origin origin = Origin::Journal;
    QByteArray key; //!< the decision's id, hex; of a found note: what tells it apart
    //! UTC: when the decision was recorded; of a found note when its task was last touched.
    QDateTime at;
    Act act = Act::Approve;
    Place place;
    QString profileAlias;
    QString accountId;
    QString actor;
    ActorKind actorKind = ActorKind::Unknown;
    ExecutionId executionId;
    TaskExecutionId taskExecutionId; //!< empty: the whole run, or several rows
    qsizetype rowCount = 0;          //!< rows decided together; 0: one, or the whole run
    QString taskName;
    QString loopItem;
    QString shortId; //!< empty of a found note
    DecisionState state = DecisionState::IntentRecorded;
    bool waitsForOthers = false;
    bool isClosed = false;
    bool isOverridden = false;
    QStringList evidence; //!< of the last step
    QString code;         //!< the last one that the service gave
    QString requestId;    //!< likewise
    QString note;

    friend bool operator==(const DecisionRow &, const DecisionRow &) = default;
};

DecisionRow decisionRowOf(const JournalEntry &entry);
//! The task must carry a note.
DecisionRow foundNoteOf(const TaskExecution &task, const Place &place);

//! The answer that people look for when they ask what became of a decision.
enum class DecisionStanding {
    Open,           //!< on its way, or its effect is still looked for
    Unknown,        //!< ambiguous, or could not be determined and was not closed
    Done,           //!< with the effect that was asked for
    WaitsForOthers, //!< taken by the service, further approvals are needed
    OtherActor,     //!< decided, not or not certainly by this decision
    Refused,
    NotSent,
    NotCarriedOut,
    Closed,   //!< could not be determined, and the person has closed it
    FoundNote //!< no decision of this program
};
DecisionStanding standingOf(const DecisionRow &row);

} // namespace countersign
