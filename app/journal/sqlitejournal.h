// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/clock.h"
#include "app/journal/decisionjournal.h"
#include "app/journal/journalcoverage.h"

#include <memory>

namespace countersign {

//! Decisions in `decisions.db`, a SQLite file that only this user may use, beside it the mark of
//! the chain's end (`decisions.head`) and the lock of the one writer (`decisions.lock`). Whoever
//! comes second reads, with the problem InUse.
//!
//! Each recording function is one transaction on the disk. Links of the chain are only ever added;
//! a removal takes content off and leaves the hashes.
//!
//! The whole chain is checked whenever the file is opened: a short one at once; of a long one at
//! once its end and all unsettled decisions, the rest on a thread. Until that has ended what is
//! recorded can move on, and append() waits for it, so that no decision rests on a file that was
//! not read whole. What is found is a problem(), and nothing is written to the file from then on.
//!
//! An older version's file is copied to `decisions-v<N>-<time>.db` and brought to this version in
//! one transaction; that is done at once, however long the chain is.
class SqliteJournal final : public DecisionJournal, public JournalCoverage
{
    Q_OBJECT

public:
    //! Links up to which a chain is checked at once.
    static constexpr qint64 shortChain = 500;

    //! Opens or makes the journal in `folder`, which is made (0700) where it is missing. `clock`
    //! outlives it. What stands in the way is problem().
    SqliteJournal(const QString &folder, const Clock &clock, QObject *parent = nullptr);
    ~SqliteJournal() override;

    [[nodiscard]] std::optional<Error> append(const DecisionRecord &record,
                                              const DecisionIntent &intent = {}) override;
    [[nodiscard]] std::optional<Error> transition(const DecisionId &id, DecisionState from,
                                                  DecisionState to,
                                                  const StepFacts &facts = {}) override;
    [[nodiscard]] std::optional<Error> markWaitsForOthers(const DecisionId &id) override;
    [[nodiscard]] std::optional<Error> close(const DecisionId &id, const QString &note) override;
    [[nodiscard]] std::optional<Error> removeEndedBefore(const QDateTime &before) override;
    qint64 endedBefore(const QDateTime &before) const override;

    // Of a damaged file those are left out that do not hold any more.
    std::vector<JournalEntry> entries() const override;
    qint64 entryCount() const override;
    std::vector<JournalEntry> entriesBefore(qint64 newest, int most) const override;
    std::optional<JournalEntry> entry(const DecisionId &id) const override;
    std::vector<JournalEntry> entriesFor(const ExecutionId &execution) const override;
    std::vector<JournalEntry> unsettledEntries() const override;
    std::vector<TaskExecutionId> approvedTasks(const QString &accountId,
                                               const QString &actor) const override;

    std::optional<JournalProblem> problem() const override;
    void tryAgain() override;
    QByteArray head() const override;
    qint64 links() const override;
    std::optional<JournalProblem> checkedChain() const override;
    QDateTime missingBefore() const override;
    ChainChecker chainChecker() const override;
    [[nodiscard]] std::optional<Error> keepAndStartAnew() override;

    //! True once the whole chain was checked after opening.
    bool isChecked() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace countersign
