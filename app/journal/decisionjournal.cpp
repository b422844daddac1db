// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/decisionjournal.h"

namespace countersign {

std::optional<Error> DecisionJournal::keepAndStartAnew()
{
    Error error;
    error.kind = Error::Kind::LocalFault;
    return error;
}

std::optional<JournalEntry> DecisionJournal::openFor(const QString &accountId,
                                                     const RegionId &region,
                                                     const ExecutionId &execution,
                                                     const TaskExecutionId &task) const
{
    // Whatever is open is unsettled, and of those there are few, however long the journal is.
    for (const JournalEntry &entry : unsettledEntries()) {
        const DecisionRecord &record = entry.record;
        if (!entry.isOpen() || record.executionId != execution ||
            record.where.accountId != accountId || record.where.place.region != region)
            continue;
        if (task.isEmpty() || record.taskExecutionId.isEmpty() || record.taskExecutionId == task)
            return entry;
    }
    return std::nullopt;
}

bool DecisionJournal::isSending(const QString &accountId, const RegionId &region) const
{
    for (const JournalEntry &entry : unsettledEntries()) {
        const DecisionState state = entry.state();
        const bool isOnItsWay = state == DecisionState::IntentRecorded ||
                                state == DecisionState::Sending || state == DecisionState::Sent;
        if (isOnItsWay && entry.record.where.accountId == accountId &&
            entry.record.where.place.region == region)
            return true;
    }
    return false;
}

QStringList DecisionJournal::notesFor(const ExecutionId &execution,
                                      const TaskExecutionId &task) const
{
    QStringList notes;
    for (const JournalEntry &entry : entriesFor(execution)) {
        if (entry.record.taskExecutionId == task)
            notes += entry.record.note;
    }
    return notes;
}

} // namespace countersign
