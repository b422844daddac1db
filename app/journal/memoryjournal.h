// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/clock.h"
#include "app/journal/decisionjournal.h"

namespace countersign {

//! Keeps decisions for as long as the program runs.
class MemoryJournal final : public DecisionJournal
{
    Q_OBJECT

public:
    using DecisionJournal::DecisionJournal;

    [[nodiscard]] std::optional<Error> append(const DecisionRecord &record,
                                              const DecisionIntent &intent = {}) override;
    [[nodiscard]] std::optional<Error> transition(const DecisionId &id, DecisionState from,
                                                  DecisionState to,
                                                  const StepFacts &facts = {}) override;
    [[nodiscard]] std::optional<Error> markWaitsForOthers(const DecisionId &id) override;
    [[nodiscard]] std::optional<Error> close(const DecisionId &id, const QString &note) override;
    [[nodiscard]] std::optional<Error> removeEndedBefore(const QDateTime &before) override;
    qint64 endedBefore(const QDateTime &before) const override;
    std::vector<JournalEntry> entries() const override;
    qint64 entryCount() const override;
    std::vector<JournalEntry> entriesBefore(qint64 newest, int most) const override;
    std::optional<JournalEntry> entry(const DecisionId &id) const override;
    std::vector<JournalEntry> entriesFor(const ExecutionId &execution) const override;
    std::vector<JournalEntry> unsettledEntries() const override;
    std::vector<TaskExecutionId> approvedTasks(const QString &accountId,
                                               const QString &actor) const override;

private:
    JournalEntry *find(const DecisionId &id);

    JournalStep stepTo(DecisionState state, const StepFacts &facts) const;

    SystemClock m_clock;
    std::vector<JournalEntry> m_entries;
};

} // namespace countersign
