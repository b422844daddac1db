// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/recovery.h"

namespace countersign {

namespace {

std::optional<DecisionState> stateAfterInterruption(DecisionState state)
{
    if (state == DecisionState::IntentRecorded)
        return DecisionState::NotSent;
    if (state == DecisionState::Sending || state == DecisionState::Sent)
        return DecisionState::Ambiguous;
    return std::nullopt;
}

} // namespace

StepFacts interruptedFacts()
{
    StepFacts facts;
    facts.evidence = {QStringLiteral("Crash")};
    return facts;
}

std::vector<JournalEntry> settleInterrupted(DecisionJournal &journal)
{
    std::vector<JournalEntry> moved;
    for (const JournalEntry &entry : journal.unsettledEntries()) {
        const auto to = stateAfterInterruption(entry.state());
        if (!to || journal.transition(entry.record.id, entry.state(), *to, interruptedFacts()))
            continue;
        if (const auto now = journal.entry(entry.record.id))
            moved.push_back(*now);
    }
    return moved;
}

} // namespace countersign
