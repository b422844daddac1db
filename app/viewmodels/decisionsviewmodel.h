// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/domain/ids.h"
#include "app/domain/journalentry.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace countersign {

class DecisionPace;
class DecisionViewModel;
struct FlowServices;

//! Owns the decisions of this session after their dialog handed them over, and those that an
//! earlier run of the program left unsettled, so that a result stays visible until it is settled
//! and an unknown outcome stays across the window.
class DecisionsViewModel : public QObject
{
    Q_OBJECT

public:
    //! Knows no journal: takes up nothing from before and closes nothing.
    explicit DecisionsViewModel(QObject *parent = nullptr);
    explicit DecisionsViewModel(const FlowServices &services, QObject *parent = nullptr);
    ~DecisionsViewModel() override;

    //! Counts a decision that its dialog owns until it is adopted or gone: it may be on its way.
    void know(DecisionViewModel &decision);
    //! Takes over a decision that left Composing.
    void adopt(std::unique_ptr<DecisionViewModel> decision);
    //! Newest first.
    std::vector<DecisionViewModel *> all() const;
    //! Decisions of one execution (task empty: any), newest first.
    std::vector<DecisionViewModel *> forExecution(const ExecutionId &execution) const;
    //! Unknown ones, and unresolved ones that the person has not closed, oldest first.
    std::vector<DecisionViewModel *> loud() const;
    //! How quickly reviews are decided, over all windows.
    DecisionPace &pace() const;
    //! True while one is being sent, in its dialog or after it: closing the window explains and
    //! waits.
    bool isSending() const;
    //! The same of one profile's decisions.
    bool isSending(const ProfileId &profile) const;
    //! How long the slowest of them may still take; nothing while there is none with a deadline.
    std::optional<std::chrono::seconds> sendingTimeLeft() const;

    //! What the journal holds of it; nothing before its intent was recorded, or where it is lost.
    std::optional<JournalEntry> entryOf(const DecisionViewModel &decision) const;
    //! Unresolved, and nothing but the person's word ends it.
    bool mayClose(const DecisionViewModel &decision) const;
    //! What was typed for closing this decision and not used yet; it outlives the dialog, and a
    //! lock. Empty: nothing.
    QString closingNote(const DecisionId &decision) const;
    void keepClosingNote(const DecisionId &decision, const QString &note);
    //! The person has read what is known of an unresolved one and ends it; `note` may be empty.
    [[nodiscard]] std::optional<Error> close(const DecisionViewModel &decision,
                                             const QString &note);

public Q_SLOTS:
    //! Takes up what an earlier run of the program left unsettled (R4), as if it had been adopted,
    //! and goes on looking for its effect; nothing is ever sent. What another program is writing is
    //! left to that one; it is taken up when the journal can be written here. Later calls do
    //! nothing.
    void resume();
    //! Looks for the effect of all that are being watched at once.
    void checkNow();
    //! The computer was asleep.
    void noteWake();

Q_SIGNALS:
    void changed();
    //! A decision reached its final word: lists are worth reading again.
    void settled(countersign::DecisionViewModel *decision);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace countersign
