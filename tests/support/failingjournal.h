// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/decisionjournal.h"

namespace countersign {

//! A journal that stops recording when a test says so, as one whose disk is full.
class FailingJournal final : public DecisionJournal
{
public:
    explicit FailingJournal(DecisionJournal &inner)
        : m_inner(&inner)
    {
        connect(&inner, &DecisionJournal::changed, this, &DecisionJournal::changed);
    }

    //! As if a new journal had been begun in place of the one before.
    void replace(DecisionJournal &inner)
    {
        m_inner = &inner;
        connect(&inner, &DecisionJournal::changed, this, &DecisionJournal::changed);
    }

    void setFailing(bool isFailing)
    {
        m_isFailing = isFailing;
        Q_EMIT problemChanged();
    }

    std::optional<Error> append(const DecisionRecord &record, const DecisionIntent &intent) override
    {
        return m_isFailing ? failure() : m_inner->append(record, intent);
    }
    std::optional<Error> transition(const DecisionId &id, DecisionState from, DecisionState to,
                                    const StepFacts &facts) override
    {
        return m_isFailing ? failure() : m_inner->transition(id, from, to, facts);
    }
    std::optional<Error> markWaitsForOthers(const DecisionId &id) override
    {
        return m_isFailing ? failure() : m_inner->markWaitsForOthers(id);
    }
    std::optional<Error> close(const DecisionId &id, const QString &note) override
    {
        return m_isFailing ? failure() : m_inner->close(id, note);
    }
    std::optional<Error> removeEndedBefore(const QDateTime &before) override
    {
        return m_isFailing ? failure() : m_inner->removeEndedBefore(before);
    }
    qint64 endedBefore(const QDateTime &before) const override
    {
        return m_inner->endedBefore(before);
    }
    std::vector<JournalEntry> entries() const override { return m_inner->entries(); }
    qint64 entryCount() const override { return m_inner->entryCount(); }
    std::vector<JournalEntry> entriesBefore(qint64 newest, int most) const override
    {
        return m_inner->entriesBefore(newest, most);
    }
    std::optional<JournalEntry> entry(const DecisionId &id) const override
    {
        return m_inner->entry(id);
    }
    std::vector<JournalEntry> entriesFor(const ExecutionId &execution) const override
    {
        return m_inner->entriesFor(execution);
    }
    std::vector<JournalEntry> unsettledEntries() const override
    {
        return m_inner->unsettledEntries();
    }
    std::vector<TaskExecutionId> approvedTasks(const QString &account,
                                               const QString &actor) const override
    {
        return m_inner->approvedTasks(account, actor);
    }
    std::optional<JournalProblem> problem() const override
    {
        if (!m_isFailing)
            return m_inner->problem();
        JournalProblem problem;
        problem.kind = JournalProblem::Kind::NoRoom;
        return problem;
    }

private:
    static std::optional<Error> failure()
    {
        Error error;
        error.kind = Error::Kind::LocalFault;
        error.detail = QStringLiteral("database or disk is full");
        return error;
    }

    DecisionJournal *m_inner;
    bool m_isFailing = false;
};

} // namespace countersign
