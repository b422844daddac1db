// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/domain/journalentry.h"

#include <QObject>

#include <optional>
#include <vector>

namespace countersign {

//! Where decisions are written before they are sent. Every function is complete, and what it
//! records durable, when it returns. Times are taken from the journal's own clock. While there is a
//! problem() nothing can be recorded: the recording functions refuse with LocalFault and nothing is
//! changed. Main thread.
class DecisionJournal : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! Records the intent. Refused with LocalFault when the id is known, or when an open record
    //! stands for the same account, region, execution and task; a record without a task stands for
    //! the whole execution. A record whose predecessor is the one that stands in the way overrides
    //! it in the same transaction.
    [[nodiscard]] virtual std::optional<Error> append(const DecisionRecord &record,
                                                      const DecisionIntent &intent = {}) = 0;
    //! Moves the record on, provided that it stands at `from` and that the move is drawn in
    //! security.md 4.3. LocalFault, and nothing moved, else.
    [[nodiscard]] virtual std::optional<Error> transition(const DecisionId &id, DecisionState from,
                                                          DecisionState to,
                                                          const StepFacts &facts = {}) = 0;
    //! Accepted and more than one approval is required: the record blocks nothing from now on.
    [[nodiscard]] virtual std::optional<Error> markWaitsForOthers(const DecisionId &id) = 0;
    //! The person has read an unresolved record and closes it; `note` may be empty.
    [[nodiscard]] virtual std::optional<Error> close(const DecisionId &id, const QString &note) = 0;

    //! Takes the content of settled records off whose last step is older than `before`; those that
    //! are not at their end stay. What was removed leaves its hashes, so that the chain still
    //! holds.
    [[nodiscard]] virtual std::optional<Error> removeEndedBefore(const QDateTime &before) = 0;
    //! How many removeEndedBefore() would take off.
    virtual qint64 endedBefore(const QDateTime &before) const = 0;

    //! All of them in the order of recording; for the list of all decisions and the export.
    virtual std::vector<JournalEntry> entries() const = 0;
    //! How many there are, those that cannot be read among them.
    virtual qint64 entryCount() const = 0;
    //! Of the `most` that come before the `newest` newest those that can be read, in the order of
    //! recording: for reading a long journal in portions, from its end.
    virtual std::vector<JournalEntry> entriesBefore(qint64 newest, int most) const = 0;
    virtual std::optional<JournalEntry> entry(const DecisionId &id) const = 0;
    //! Of one execution, in the order of recording.
    virtual std::vector<JournalEntry> entriesFor(const ExecutionId &execution) const = 0;
    //! Whose outcome is still looked for or not closed: not at their end, or unresolved. Those that
    //! were overridden and those that wait for others are among them. In the order of recording.
    virtual std::vector<JournalEntry> unsettledEntries() const = 0;
    //! Rows whose approval by this actor the service has taken.
    virtual std::vector<TaskExecutionId> approvedTasks(const QString &accountId,
                                                       const QString &actor) const = 0;

    //! Nothing: decisions can be recorded.
    virtual std::optional<JournalProblem> problem() const { return std::nullopt; }
    //! Looks once more whether the problem is over.
    virtual void tryAgain() {}
    //! Damaged only, and only because the person asked for it: keeps the damaged files under names
    //! of their own beside the new, empty journal. LocalFault where that is not possible.
    [[nodiscard]] virtual std::optional<Error> keepAndStartAnew();
    //! Hash of the newest link of the chain, hex; empty: nothing was recorded yet.
    virtual QByteArray head() const { return {}; }
    //! Links of the chain.
    virtual qint64 links() const { return 0; }
    //! Reads the whole chain once more, however long that takes, and says what is wrong with it.
    virtual std::optional<JournalProblem> checkedChain() const { return std::nullopt; }

    //! The open record that stands in the way of a decision for this task; an empty task asks for
    //! the whole execution.
    std::optional<JournalEntry> openFor(const QString &accountId, const RegionId &region,
                                        const ExecutionId &execution,
                                        const TaskExecutionId &task) const;
    //! True while a record of this account and region stands between intent and outcome.
    bool isSending(const QString &accountId, const RegionId &region) const;
    //! Notes recorded for the execution and task, to tell whether a new one would stand out.
    QStringList notesFor(const ExecutionId &execution, const TaskExecutionId &task) const;

Q_SIGNALS:
    //! A record was added or has moved.
    void changed();
    //! Before changed(), for each record that it is about. Without it anything may have changed.
    void moved(const countersign::DecisionId &id);
    void problemChanged();
};

} // namespace countersign
