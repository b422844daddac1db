// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/decisionjournal.h"

namespace countersign {

//! Keeps decisions for as long as the program runs.
class MemoryJournal final : public DecisionJournal
{
    Q_OBJECT

public:
    using DecisionJournal::DecisionJournal;

    [[nodiscard]] std::optional<Error> append(const DecisionRecord &record,
                                              const QDateTime &at) override;
    [[nodiscard]] std::optional<Error> transition(const DecisionId &id, DecisionState from,
                                                  const JournalStep &to) override;
    [[nodiscard]] std::optional<Error> markWaitsForOthers(const DecisionId &id) override;
    std::vector<JournalEntry> entries() const override;
    std::optional<JournalEntry> entry(const DecisionId &id) const override;

private:
    JournalEntry *find(const DecisionId &id);

    std::vector<JournalEntry> m_entries;
};

} // namespace countersign
