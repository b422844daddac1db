// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/decision.h"
#include "app/domain/error.h"
#include "app/flows/alternative.h"
#include "app/flows/evidence.h"
#include "app/flows/flowservices.h"

#include <QDateTime>
#include <QObject>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace countersign {

//! What a decision was made on and does not travel in its record.
struct DecisionBasis
{
    std::optional<QString> templateText;     //!< nothing where it was not read
    std::optional<qint64> requiredApprovals; //!< nothing where it could not be read
};

//! What a decision has come to, as far as it is known.
struct DecisionProgress
{
    //! Why nothing was sent.
    enum class Stop {
        None,
        Read,
        WrongClock,
        WrongAccount,
        Locked,
        AlreadyOpen,
        Journal,
        Bytes,
        Transport
    };

    DecisionState state = DecisionState::Drafted;
    bool isStarted = false;
    Stop stop = Stop::None;
    std::optional<Error> error;        //!< behind `stop`, a refusal, or an unclear outcome
    std::vector<QString> changedFacts; //!< names as in Fingerprint
    SendReport report;
    Movement movement = Movement::None;
    MovedRows movedRows;                         //!< of Retry and Skip
    Alternative alternative = Alternative::None; //!< of a refusal: what may be decided instead
    QString lastStep;                            //!< Changed by a step: the task that ended last
    bool isNoteSeen = false;                     //!< E1: the task carries our note
    bool waitsForOthers = false;                 //!< accepted, and more approvals are needed
    QString runStatus;                           //!< as received, last seen
    QString rowStatus;               //!< as received, last seen; empty without a bound row
    QString nextTaskName;            //!< another task of the run that waits now; empty: none
    QDateTime sentAt;                //!< UTC
    QDateTime nextCheck;             //!< UTC; invalid: none
    QDateTime watchUntil;            //!< UTC, when a request can no longer arrive
    QDateTime deadline;              //!< UTC, of the sending stage
    int checks = 0;                  //!< reads that ended well since sending
    std::optional<Error> checkError; //!< of the last check; nothing when it was good
    std::optional<std::chrono::seconds> clockSkew;
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
    //! How long after sending a request may still arrive (security.md 4.6).
    std::chrono::milliseconds window{36 * 60 * 1000};
    std::chrono::seconds largestSkew{600};
};

//! One decision: reads once more and compares (R2), records the intent, sends once, and watches for
//! the effect (R3). Never sends twice, whatever happens. A profile whose service took a vote
//! without the task's id (DecisionRecord::omitsTaskId) remembers that, see Profile::omitsTaskId.
//! Its states are those of the journal. Owned by the decision's view-model; must live until the
//! outcome is recorded. Main thread.
class DecideFlow : public QObject
{
    Q_OBJECT

public:
    DecideFlow(const FlowServices &services, DecisionBasis basis, const DecideTimes &times = {},
               QObject *parent = nullptr);
    ~DecideFlow() override;

    //! Begins; later calls do nothing.
    void start(const DecisionRecord &record);
    //! Looks for the effect at once, while it is being watched.
    void checkNow();

    const DecisionProgress &progress() const;
    const DecisionBasis &basis() const;
    const FlowServices &services() const;

Q_SIGNALS:
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace countersign
