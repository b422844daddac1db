// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/journalentry.h"
#include "app/domain/taskexecution.h"
#include "app/models/decisionstable.h"

#include <QObject>

#include <optional>
#include <vector>

namespace countersign {

class DecisionJournal;

//! Which run a history is about.
struct HistorySubject
{
    Place place;
    QString accountId; //!< empty: not known, then the profile tells whose run it is
    ExecutionId execution;
    friend bool operator==(const HistorySubject &, const HistorySubject &) = default;
};

//! What was decided here about one run, newest first, and the notes that its tasks carry from
//! somebody else. Follows the journal. Lives beside a review; main thread.
class DecisionHistory : public QObject
{
    Q_OBJECT

public:
    //! `journal` outlives this.
    explicit DecisionHistory(const DecisionJournal &journal, QObject *parent = nullptr);
    ~DecisionHistory() override;

    //! Nothing as subject: there is no run. `tasks` are the run's as they were read last; null:
    //! they were not, and what was found before stays.
    void show(const std::optional<HistorySubject> &subject,
              const std::vector<TaskExecution> *tasks);

    DecisionsTable *decisions() { return &m_decisions; }
    //! The whole life of a listed one as safe plain text; empty for an unknown key.
    QString lifeOf(const QByteArray &key) const;
    //! What is missing because the journal cannot be read; empty: nothing. A whole sentence.
    QString problemText() const;
    //! Why nothing is listed, as sentences.
    QString emptyText() const;

Q_SIGNALS:
    void changed();

private:
    void read();
    void list();
    bool isOwnNote(const TaskExecution &task) const;

    const DecisionJournal &m_journal;
    DecisionsTable m_decisions;
    std::optional<HistorySubject> m_subject;
    std::vector<JournalEntry> m_entries;
    std::vector<TaskExecution> m_tasks; //!< those with a note
    bool m_areTasksRead = false;
    bool m_isStale = false; //!< the journal has moved since it was read
};

} // namespace countersign
