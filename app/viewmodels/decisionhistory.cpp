// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/decisionhistory.h"

#include "app/flows/flowservices.h"
#include "app/viewmodels/decisionlife.h"

#include <QTimer>

#include <algorithm>

namespace countersign {

namespace {

//! False where it is certain that the service has nothing of it.
bool mayHaveArrived(const JournalEntry &entry)
{
    switch (entry.state()) {
    case DecisionState::Drafted:
    case DecisionState::Verified:
    case DecisionState::Changed:
    case DecisionState::IntentRecorded:
    case DecisionState::NotSent:
    case DecisionState::Refused:
    case DecisionState::ReconciledNotApplied:
        return false;
    default:
        return true;
    }
}

bool isAbout(const DecisionRecord &record, const TaskExecutionId &task)
{
    if (record.taskExecutionIds.empty())
        return record.taskExecutionId.isEmpty() || record.taskExecutionId == task;
    return std::find(record.taskExecutionIds.begin(), record.taskExecutionIds.end(), task) !=
           record.taskExecutionIds.end();
}

bool isOf(const JournalEntry &entry, const HistorySubject &subject)
{
    const DecisionPlace &where = entry.record.where;
    if (where.place.region != subject.place.region)
        return false;
    return subject.accountId.isEmpty() || where.accountId.isEmpty()
               ? where.place.profile == subject.place.profile
               : where.accountId == subject.accountId;
}

} // namespace

DecisionHistory::DecisionHistory(const DecisionJournal &journal, QObject *parent)
    : QObject(parent)
    , m_journal(journal)
{
    // Recording goes first: the list is made when the event loop has time for it.
    connect(&journal, &DecisionJournal::changed, this, [this] {
        if (m_isStale)
            return;
        m_isStale = true;
        QTimer::singleShot(0, this, [this] {
            if (m_isStale)
                read();
        });
    });
    connect(&journal, &DecisionJournal::problemChanged, this, [this] { read(); });
}

DecisionHistory::~DecisionHistory() = default;

void DecisionHistory::show(const std::optional<HistorySubject> &subject,
                           const std::vector<TaskExecution> *tasks)
{
    const bool isOther = subject != m_subject;
    if (isOther) {
        m_subject = subject;
        m_tasks.clear();
        m_areTasksRead = false;
    }
    if (tasks != nullptr) {
        m_areTasksRead = true;
        m_tasks.clear();
        std::copy_if(tasks->begin(), tasks->end(), std::back_inserter(m_tasks),
                     [](const TaskExecution &task) { return !task.notifyNote().isEmpty(); });
    }
    if (isOther || m_isStale)
        read();
    else
        list();
}

void DecisionHistory::read()
{
    m_isStale = false;
    m_entries.clear();
    if (m_subject) {
        m_entries = m_journal.entriesFor(m_subject->execution);
        std::erase_if(m_entries,
                      [this](const JournalEntry &entry) { return !isOf(entry, *m_subject); });
    }
    list();
}

bool DecisionHistory::isOwnNote(const TaskExecution &task) const
{
    return std::any_of(m_entries.begin(), m_entries.end(), [&task](const JournalEntry &entry) {
        return entry.record.note == task.notifyNote() && isAbout(entry.record, task.id) &&
               mayHaveArrived(entry);
    });
}

void DecisionHistory::list()
{
    std::vector<DecisionRow> rows;
    for (const JournalEntry &entry : m_entries)
        rows.push_back(decisionRowOf(entry));
    for (const TaskExecution &task : m_tasks) {
        if (!isOwnNote(task))
            rows.push_back(foundNoteOf(task, m_subject->place));
    }
    m_decisions.apply(std::move(rows));
    Q_EMIT changed();
}

QString DecisionHistory::lifeOf(const QByteArray &key) const
{
    for (const JournalEntry &entry : m_entries) {
        if (entry.record.id.hex == key)
            return decisionLifeText(entry);
    }
    const int row = m_decisions.rowOf(key);
    return row < 0 ? QString() : foundNoteText(m_decisions.rowAt(row));
}

QString DecisionHistory::problemText() const
{
    return m_journal.problem()
               ? tr("Decisions are not recorded at the moment. What was decided here before may "
                    "be missing from this list.")
               : QString();
}

QString DecisionHistory::emptyText() const
{
    if (!m_subject)
        return tr("No run is shown.");
    if (!m_areTasksRead)
        return tr("Nothing was decided about this run on this computer. Its tasks have not been "
                  "read, so that notes of others are not known.");
    return tr("Nothing was decided about this run on this computer, and none of its tasks carries "
              "a note.");
}

} // namespace countersign
