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

JournalStep MemoryJournal::stepTo(DecisionState state, const StepFacts &facts) const
{
    return {state, m_clock.now(), m_clock.monotonic(), facts};
}

std::optional<Error> MemoryJournal::append(const DecisionRecord &record,
                                           const DecisionIntent &intent)
{
    if (find(record.id))
        return refusal("the decision is already recorded");
    const auto inTheWay = openFor(record.where.accountId, record.where.place.region,
                                  record.executionId, record.taskExecutionId);
    if (inTheWay && inTheWay->record.id != record.predecessor)
        return refusal("another decision for the same wait is open");
    if (inTheWay) {
        find(inTheWay->record.id)->overriddenBy = record.id;
        Q_EMIT moved(inTheWay->record.id);
    }
    JournalEntry entry;
    entry.record = record;
    entry.intent = intent;
    entry.steps = {stepTo(DecisionState::IntentRecorded, {})};
    m_entries.push_back(entry);
    Q_EMIT moved(record.id);
    Q_EMIT changed();
    return std::nullopt;
}

std::optional<Error> MemoryJournal::transition(const DecisionId &id, DecisionState from,
                                               DecisionState to, const StepFacts &facts)
{
    JournalEntry *entry = find(id);
    if (!entry)
        return refusal("the decision is not recorded");
    if (entry->state() != from)
        return refusal("the decision stands elsewhere");
    if (!mayFollow(from, to))
        return refusal("the states do not follow each other");
    entry->steps.push_back(stepTo(to, facts));
    Q_EMIT moved(id);
    Q_EMIT changed();
    return std::nullopt;
}

std::optional<Error> MemoryJournal::markWaitsForOthers(const DecisionId &id)
{
    JournalEntry *entry = find(id);
    if (!entry || entry->state() != DecisionState::Accepted)
        return refusal("only an accepted decision waits for others");
    entry->waitsForOthers = true;
    Q_EMIT moved(id);
    Q_EMIT changed();
    return std::nullopt;
}

std::optional<Error> MemoryJournal::close(const DecisionId &id, const QString &note)
{
    JournalEntry *entry = find(id);
    if (!entry || !entry->isUnresolved())
        return refusal("only an unresolved decision can be closed");
    entry->closedAt = m_clock.now();
    entry->closingNote = note;
    Q_EMIT moved(id);
    Q_EMIT changed();
    return std::nullopt;
}

std::optional<Error> MemoryJournal::removeEndedBefore(const QDateTime &before)
{
    std::erase_if(m_entries, [&before](const JournalEntry &entry) {
        return isTerminal(entry.state()) && !entry.isUnresolved() && entry.steps.back().at < before;
    });
    Q_EMIT changed();
    return std::nullopt;
}

qint64 MemoryJournal::endedBefore(const QDateTime &before) const
{
    return std::count_if(m_entries.begin(), m_entries.end(), [&before](const JournalEntry &entry) {
        return isTerminal(entry.state()) && !entry.isUnresolved() && entry.steps.back().at < before;
    });
}

std::vector<JournalEntry> MemoryJournal::entries() const
{
    return m_entries;
}

qint64 MemoryJournal::entryCount() const
{
    return static_cast<qint64>(m_entries.size());
}

std::vector<JournalEntry> MemoryJournal::entriesBefore(qint64 newest, int most) const
{
    const qint64 end = std::max<qint64>(entryCount() - newest, 0);
    return {m_entries.begin() + std::max<qint64>(end - most, 0), m_entries.begin() + end};
}

std::optional<JournalEntry> MemoryJournal::entry(const DecisionId &id) const
{
    for (const JournalEntry &entry : m_entries) {
        if (entry.record.id == id)
            return entry;
    }
    return std::nullopt;
}

std::vector<JournalEntry> MemoryJournal::entriesFor(const ExecutionId &execution) const
{
    std::vector<JournalEntry> found;
    for (const JournalEntry &entry : m_entries) {
        if (entry.record.executionId == execution)
            found.push_back(entry);
    }
    return found;
}

std::vector<JournalEntry> MemoryJournal::unsettledEntries() const
{
    std::vector<JournalEntry> found;
    for (const JournalEntry &entry : m_entries) {
        if (!isTerminal(entry.state()) || entry.isUnresolved())
            found.push_back(entry);
    }
    return found;
}

std::vector<TaskExecutionId> MemoryJournal::approvedTasks(const QString &accountId,
                                                          const QString &actor) const
{
    std::vector<TaskExecutionId> found;
    for (const JournalEntry &entry : m_entries) {
        const DecisionRecord &record = entry.record;
        if (entry.isTakenApproval() && record.where.accountId == accountId &&
            record.where.actor == actor)
            found.push_back(record.taskExecutionId);
    }
    return found;
}

} // namespace countersign
