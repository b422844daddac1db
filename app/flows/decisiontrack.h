// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/decisionprogress.h"
#include "app/journal/decisionjournal.h"

#include <QObject>

#include <deque>

namespace countersign {

//! The record of one decision, what it has come to, and its way through the journal. What the
//! service has done stands whether or not it could be written down: a step that the journal did not
//! take is written when it takes steps again, in order. Where the record itself has gone, because a
//! new journal was begun, the decision goes on in memory: its progress is Unrecorded without a
//! journalProblem.
class DecisionTrack : public QObject
{
    Q_OBJECT

public:
    explicit DecisionTrack(DecisionJournal &journal, QObject *parent = nullptr);

    DecisionRecord record;
    DecisionProgress progress;

    //! Records the intent. False: nothing was recorded, and `progress` says why.
    bool recordIntent(const DecisionIntent &intent);
    //! Takes up a record of an earlier run where it stands.
    void takeUp(const JournalEntry &entry);
    //! Moves on if the journal takes it; false: nothing has moved. Never without a record.
    [[nodiscard]] bool tryMove(DecisionState to, const StepFacts &facts = {});
    //! Moves on in any case.
    void move(DecisionState to, const StepFacts &facts = {});
    //! A state of the memory alone.
    void show(DecisionState state);
    void markWaitsForOthers();
    //! Ends before anything was recorded, or records it.
    void stopWith(DecisionProgress::Stop stop, DecisionState state,
                  const std::optional<Error> &error = {});

Q_SIGNALS:
    void changed();

private:
    struct Step
    {
        DecisionState to;
        StepFacts facts;
    };

    void writePending();
    bool hasRecordGone() const;
    void forget();

    DecisionJournal &m_journal;
    DecisionState m_written = DecisionState::Drafted; //!< where the journal stands
    std::deque<Step> m_pending;
    bool m_isForgotten = false; //!< the journal has no such record any more
};

} // namespace countersign
