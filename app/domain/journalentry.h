// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/decision.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <vector>

namespace countersign {

//! What a decision rests on beside its record; written down together with the intent, so that the
//! effect can be looked for after a restart as well.
struct DecisionIntent
{
    //! What the second read found, as app/domain/observation.h writes it; empty: nothing.
    QByteArray seenBefore;
    std::optional<qint64> requiredApprovals; //!< nothing where it could not be read
    friend bool operator==(const DecisionIntent &, const DecisionIntent &) = default;
};

//! The request as it was signed; never the secret, the token or the signature.
struct RequestFacts
{
    QString keyIdTail; //!< the last four characters of the access key id
    QString scheme;    //!< ACS3-HMAC-SHA256 or HMAC-SHA1
    QByteArray nonce;
    QDateTime timestamp; //!< as signed, UTC
    std::optional<std::chrono::seconds>
        skew;          //!< the service's clock minus ours, at the second read
    QByteArray sha256; //!< hex, over query, line feed and body
    friend bool operator==(const RequestFacts &, const RequestFacts &) = default;
};

//! What is known at one step beside its state; each empty, null or zero where there is none.
struct StepFacts
{
    QString code;      //!< the service's code
    QString requestId; //!< the service's request id
    int httpStatus = 0;
    qint64 bytesOut = 0; //!< of the request's body, handed out
    qint64 bytesIn = 0;  //!< of the reply's body
    //! Fixed words: E1 to E5 (security.md 4.6), NoEffect, Crash, Slept.
    QStringList evidence;
    std::optional<RequestFacts> request; //!< of the step Sending
    friend bool operator==(const StepFacts &, const StepFacts &) = default;
};

//! One step in the life of a recorded decision.
struct JournalStep
{
    DecisionState state = DecisionState::IntentRecorded;
    QDateTime at; //!< UTC
    //! Of the program's clock: orders the steps of one run of the program, means nothing beyond it.
    std::chrono::milliseconds monotonic{0};
    StepFacts facts;
    friend bool operator==(const JournalStep &, const JournalStep &) = default;
};

//! A decision from its intent on. The record is never rewritten and the steps never get fewer.
struct JournalEntry
{
    //! As it was frozen; once it was read back from the disk `parameters` is empty, because only
    //! their digest is kept.
    DecisionRecord record;
    QByteArray parametersSha256; //!< hex, of the UTF-8 text; empty: there are none
    qint64 parametersBytes = 0;
    DecisionIntent intent;
    std::vector<JournalStep> steps; //!< at least one
    //! Accepted, and more approvals than this one are needed: it stands in nobody's way.
    bool waitsForOthers = false;
    //! The person decided again in spite of the unknown outcome; this one is still looked after.
    std::optional<DecisionId> overriddenBy;
    QDateTime closedAt; //!< UTC, when the person closed an unresolved one; invalid: did not
    QString closingNote;
    QByteArray hash; //!< hex, the chain's hash after its last step

    friend bool operator==(const JournalEntry &, const JournalEntry &) = default;

    DecisionState state() const { return steps.back().state; }
    //! Null before Sending.
    const RequestFacts *request() const;
    //! The step that led to the state; null when it was never in it.
    const JournalStep *stepTo(DecisionState state) const;
    //! The approval of one row that the service has taken, whatever came of it.
    bool isTakenApproval() const;
    //! Unresolved, and not closed yet by the person.
    bool isUnresolved() const
    {
        return state() == DecisionState::Unresolved && !closedAt.isValid();
    }
    //! Its outcome is still looked for, or the person has not closed it yet. What was overridden
    //! and what waits for others is looked after as well.
    bool isUnsettled() const { return !isTerminal(state()) || isUnresolved(); }
    //! Not yet at its end, so that no second decision for the same wait may begin. One that could
    //! not be determined ends when the person has closed it.
    bool isOpen() const
    {
        return !waitsForOthers && !overriddenBy && (!isTerminal(state()) || isUnresolved());
    }
};

//! Why nothing can be recorded, so that nothing is sent.
struct JournalProblem
{
    enum class Kind {
        ForeignFolder, //!< the folder belongs to another user, or others may write to it
        InUse,         //!< another program writes to it
        NotReadable,   //!< the file could not be opened
        NotWritable,   //!< read-only, or the system refused the write
        NoRoom,        //!< the disk or the quota is full
        Damaged,       //!< its content is not what was written; it is left as it is
        Newer,         //!< written by a newer version of this program
    };
    Kind kind = Kind::NotReadable;
    QString path;   //!< of the file or folder
    QString reason; //!< the system's or SQLite's words, for "Details"; may be empty
    //! Damaged: what was found, in fixed English words with a record's number; may be empty.
    QString finding;
    friend bool operator==(const JournalProblem &, const JournalProblem &) = default;
};

} // namespace countersign
