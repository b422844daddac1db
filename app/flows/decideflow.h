// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/journalentry.h"
#include "app/flows/decisionprogress.h"
#include "app/flows/flowservices.h"

#include <QObject>

#include <memory>

namespace countersign {

//! One decision: reads once more and compares (R2), records the intent, sends once, and watches for
//! the effect (R3). Keys that are about to end are renewed before the second read, where they can
//! be. Never sends twice, whatever happens. A profile whose service took a vote
//! without the task's id (DecisionRecord::omitsTaskId) remembers that, see Profile::omitsTaskId.
//! Its states are those of the journal, which never holds Sent. Owned by the decision's view-model;
//! must live until the outcome is recorded. Main thread.
class DecideFlow : public QObject
{
    Q_OBJECT

public:
    DecideFlow(const FlowServices &services, DecisionBasis basis, const DecideTimes &times = {},
               QObject *parent = nullptr);
    ~DecideFlow() override;

    //! Begins; later calls do nothing. A record that carries its seal (sealed()) and was changed
    //! since is not sent; one without is sealed here. A record whose predecessor is what stands in
    //! its way overrides it.
    void start(const DecisionRecord &record);
    //! Takes up a record of an earlier run of the program and looks for its effect (R4); nothing is
    //! ever sent. One that had its intent alone becomes NotSent, one that was being sent Ambiguous.
    //! The basis is that of the entry. Instead of start(); later calls do nothing.
    void resume(const JournalEntry &entry);
    //! Looks for the effect at once, while it is being watched.
    void checkNow();
    //! The computer was asleep. What has not begun to leave does not leave any more (Stop::Slept);
    //! what has is an unknown outcome from now on, and a good reply that still comes is evidence
    //! for it: never a reason to send again. While it is being watched, the effect is looked for.
    void noteWake();

    //! The same decision once more, as a new one of its own, where nothing of this one has left or
    //! it was refused: services, basis and times are the same, the record is still to be confirmed.
    std::unique_ptr<DecideFlow> another() const;

    const DecisionRecord &record() const;
    const DecisionProgress &progress() const;
    const DecisionBasis &basis() const;
    const DecideTimes &times() const;
    const FlowServices &services() const;

Q_SIGNALS:
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace countersign
