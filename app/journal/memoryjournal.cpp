// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/memoryjournal.h"

#include <algorithm>

namespace countersign {

namespace {

Error refusal(const char *reason)
{
    Error error;
    error.kind = Error::Kind::LocalFault;
    error.detail = QString::fromLatin1(reason);
    return error;
}

} // namespace

JournalEntry *MemoryJournal::find(const DecisionId &id)
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&id](const JournalEntry &e) { return e.record.id == id; });
    return found == m_entries.end() ? nullptr : &*found;
}

std::optional<Error> MemoryJournal::append(const DecisionRecord &record, const QDateTime &at)
{
    if (find(record.id))
        return refusal("the decision is already recorded");
    if (openFor(record.where.accountId, record.where.place.region, record.executionId,
                record.taskExecutionId))
        return refusal("another decision for the same wait is open");
    m_entries.push_back({record, {{DecisionState::IntentRecorded, at, {}, {}}}});
    Q_EMIT changed();
    return std::nullopt;
}

std::optional<Error> MemoryJournal::transition(const DecisionId &id, DecisionState from,
                                               const JournalStep &to)
{
    JournalEntry *entry = find(id);
    if (!entry)
        return refusal("the decision is not recorded");
    if (entry->state() != from)
        return refusal("the decision stands elsewhere");
    if (!mayFollow(from, to.state))
        return refusal("the states do not follow each other");
    entry->steps.push_back(to);
    Q_EMIT changed();
    return std::nullopt;
}

std::optional<Error> MemoryJournal::markWaitsForOthers(const DecisionId &id)
{
    JournalEntry *entry = find(id);
    if (!entry || entry->state() != DecisionState::Accepted)
        return refusal("only an accepted decision waits for others");
    entry->waitsForOthers = true;
    Q_EMIT changed();
    return std::nullopt;
}

std::vector<JournalEntry> MemoryJournal::entries() const
{
    return m_entries;
}

std::optional<JournalEntry> MemoryJournal::entry(const DecisionId &id) const
{
    for (const JournalEntry &entry : m_entries) {
        if (entry.record.id == id)
            return entry;
    }
    return std::nullopt;
}

} // namespace countersign
