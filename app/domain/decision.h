// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/actorkind.h"
#include "app/domain/environment.h"
#include "app/domain/error.h"
#include "app/domain/fingerprint.h"
#include "app/domain/ids.h"
#include "app/domain/json.h"
#include "app/domain/waitkind.h"

#include <QByteArray>
#include <QDateTime>
#include <QMap>

#include <optional>
#include <vector>

namespace countersign {

//! 128 random bits in hex; shortForm() is 10 characters of a-z2-7 made from the first 50 of them.
struct DecisionId
{
    QByteArray hex;
    QString shortForm() const;
    friend bool operator==(const DecisionId &, const DecisionId &) = default;
};
DecisionId newDecisionId();

//! Where and as whom a decision is sent, as shown.
struct DecisionPlace
{
    Place place;
    QString profileAlias;
    QString accountId;
    QString actor;        //!< user or "role/session" as in the caller's identity
    QString endpointHost; //!< with its port where that is not the scheme's own
    Environment environment;
    ActorKind actorKind = ActorKind::Unknown;
    //! When it was last verified that the key is the actor's, UTC, where it was not for the key
    //! that was shown, or not on that day; invalid: it was.
    QDateTime actorVerifiedAt{};
    friend bool operator==(const DecisionPlace &, const DecisionPlace &) = default;
};

//! A read behind a decision: which operation, its request id, when (UTC).
struct ReadReceipt
{
    QString operation;
    QString requestId;
    QDateTime at;
    friend bool operator==(const ReadReceipt &, const ReadReceipt &) = default;
};

//! The frozen record of one decision: the one source for drawing the dialog, for the request and
//! for the journal. Made when the person opens the dialog; only the note is added on confirming.
struct DecisionRecord
{
    DecisionId id;
    DecisionPlace where;
    Act act = Act::Approve;
    ExecutionId executionId;
    TaskExecutionId taskExecutionId; //!< empty: a decision for the whole run, or for several rows
    //! Several rows decided together (RetryTask, SkipTask), in the order shown; taskExecutionId is
    //! then empty.
    std::vector<TaskExecutionId> taskExecutionIds;
    QString taskName; //!< of the bound row
    WaitKind kind = WaitKind::Unknown;
    Confidence confidence = Confidence::Certain;
    QString nextTaskName;    //!< ExecuteTask: the task of the template that is to run
    QString parameters;      //!< ExecuteTask: a JSON object as text, exactly as it is sent
    QString loopItem;        //!< of the bound loop row, exactly as it was read
    QString executionStatus; //!< CompleteExecution: the end state, Success or Failed
    //! Approve and Reject: the row is bound, and its id is not sent, because the service would not
    //! take it. Sent only while no other row of the run waits.
    bool omitsTaskId = false;
    QString note; //!< complete, with its tag where one is sent
    Fingerprint fingerprint;
    std::vector<ReadReceipt> reads;
    //! What could not be read, as shown to the person: operations, and Call where neither the row
    //! nor the template told which call a high-risk wait would make.
    std::vector<QString> notRead;
    std::optional<DecisionId> predecessor;
    QByteArray drawnSha256; //!< hex, of the text that the person confirmed, as it was drawn
    QDateTime frozenAt;
    //! frozenDigest() of the record as it was confirmed; empty: not sealed.
    QByteArray frozenSha256;
    friend bool operator==(const DecisionRecord &, const DecisionRecord &) = default;
};

//! Hex, over every field of the record but frozenSha256.
QByteArray frozenDigest(const DecisionRecord &record);
//! The record with its digest.
DecisionRecord sealed(DecisionRecord record);
//! True when the record carries its digest, and nothing in it has changed since.
bool isSealIntact(const DecisionRecord &record);

//! The request parameters of NotifyExecution that a record stands for, RegionId included; names and
//! values as on the wire (oos-api.md 7.5).
QMap<QString, QString> requestParameters(const DecisionRecord &record);

//! Nothing when `parameters` (parsed back from the request's bytes) are exactly those of the
//! record; else the name of the first that differs.
std::optional<QString> firstDifference(const DecisionRecord &record,
                                       const QMap<QString, QString> &parameters);

//! States of a decision (security.md 4.3).
enum class DecisionState {
    Drafted,
    Verified,
    Changed,
    IntentRecorded,
    Sending,
    Sent,
    NotSent,            //!< no byte of the request was handed out: nothing happened
    Refused,            //!< a code known to be given before any action
    RefusedCodeUnknown, //!< a refusal whose code is not listed; settled by reading again
    Accepted,           //!< 2xx with RequestId: not yet the effect
    Ambiguous,          //!< may have been carried out
    ReconciledApplied,
    ReconciledOtherActor,
    ReconciledNotApplied,
    Unresolved,
};
bool isTerminal(DecisionState state);
//! Only the transitions that are drawn in security.md 4.3.
bool mayFollow(DecisionState from, DecisionState to);

//! What one attempt to send came to, as the one-shot sender saw it. `bytesHandedOut` is what the
//! request body gave away: 0 means the request never left.
struct SendReport
{
    enum class Reply { None, Complete, Incomplete, TooLarge };
    qint64 bytesHandedOut = 0;
    qint64 bytesIn = 0; //!< of the reply's body
    Reply reply = Reply::None;
    int httpStatus = 0;
    QString code;
    QString requestId;
    QString message;            //!< the service's words, for "Details"
    Json body;                  //!< of a complete good reply; null else
    std::optional<Error> error; //!< transport error or refusal, when there was one
};

//! Classifies a report by security.md 4.3: NotSent, Refused, RefusedCodeUnknown, Accepted,
//! Ambiguous.
DecisionState classify(const SendReport &report);

//! True for codes the gateway gives before any action (signature, credential, permission,
//! parameter, not found, throttling): exactly, then by the prefix before the first dot.
bool isCodeBeforeAction(const QString &code);

} // namespace countersign
