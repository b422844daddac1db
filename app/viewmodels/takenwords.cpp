// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/takenwords.h"

#include "app/domain/displaytext.h"
#include "app/domain/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace countersign {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TakenWords)
};

constexpr qsizetype noteLimit = 200;

//! A refusal of one task ends the run, and with it the waits of its other tasks.
bool hasEndedWithAnother(const JournalEntry &entry, const TaskExecution &row)
{
    const bool isEnding = entry.record.act == Act::Reject || entry.record.act == Act::CancelTask;
    const QString note = row.notifyNote();
    return isEnding && row.status != RunStatus::Success &&
           (note.isEmpty() || note == entry.record.note);
}

//! About this task, or about the run in a way that ends the wait of all its tasks.
bool isAbout(const JournalEntry &entry, const TaskExecution &row)
{
    const DecisionRecord &record = entry.record;
    const std::vector<TaskExecutionId> &several = record.taskExecutionIds;
    const bool isOfRun = record.taskExecutionId.isEmpty() && several.empty() &&
                         record.act != Act::ExecuteTask && record.act != Act::RetryTask &&
                         record.act != Act::SkipTask;
    return isOfRun || record.act == Act::CompleteExecution || record.act == Act::CancelExecution ||
           record.taskExecutionId == row.id || hasEndedWithAnother(entry, row) ||
           std::find(several.begin(), several.end(), row.id) != several.end();
}

//! Taken by the service, as far as is known.
bool isOurs(const JournalEntry &entry)
{
    return entry.state() == DecisionState::Accepted ||
           entry.state() == DecisionState::ReconciledApplied;
}

//! It may have been this one.
bool isPerhapsOurs(const JournalEntry &entry)
{
    switch (entry.state()) {
    case DecisionState::Sending:
    case DecisionState::RefusedCodeUnknown:
    case DecisionState::Ambiguous:
    case DecisionState::Unresolved:
        return true;
    case DecisionState::ReconciledOtherActor:
        // In the direction that was asked: not certainly by us.
        return entry.steps.back().facts.evidence.contains(QStringLiteral("E2"));
    default:
        return false;
    }
}

QString effectOf(const TaskExecution &row, const Execution &run)
{
    const QString task = safeLine(row.taskName, 80);
    const QString state = runStatusLabel(row.status, row.statusText);
    if (run.statusText.isEmpty())
        //: %1 is a task, %2 a state such as Success
        return Words::tr("task “%1” is now %2").arg(task, state);
    //: %1 is a task, %2 and %3 are states such as Success
    return Words::tr("task “%1” is now %2, the run is %3")
        .arg(task, state, runStatusLabel(run.status, run.statusText));
}

QString noteText(const TaskExecution &row, const std::vector<JournalEntry> &recorded)
{
    const QString note = row.notifyNote();
    const bool isOwn =
        std::any_of(recorded.begin(), recorded.end(),
                    [&note](const JournalEntry &entry) { return entry.record.note == note; });
    if (note.isEmpty() || isOwn)
        return {};
    //: %1 is the note of a person
    return Words::tr("The note at the task: “%1”").arg(safeLine(note, noteLimit));
}

const JournalEntry *last(const std::vector<JournalEntry> &recorded, const TaskExecution &row,
                         bool (*isWanted)(const JournalEntry &))
{
    const auto found =
        std::find_if(recorded.rbegin(), recorded.rend(), [&](const JournalEntry &entry) {
            return isAbout(entry, row) && isWanted(entry);
        });
    return found == recorded.rend() ? nullptr : &*found;
}

//! Nothing is known that says it was decided from here.
QString notOwnText(bool isPerhapsOwn, bool areAllKnown, const QString &effect)
{
    if (isPerhapsOwn)
        //: %1 is what became of a task
        return Words::tr("Decided, but not certainly by you: %1.").arg(effect);
    if (!areAllKnown)
        //: by whom is not known; %1 is what became of a task
        return Words::tr("Decided: %1.").arg(effect);
    //: %1 is what became of a task
    return Words::tr("Decided by someone else: %1.").arg(effect);
}

} // namespace

QString takenText(const TaskExecution &row, const Execution &run, const OwnDecisions &decisions)
{
    const std::vector<JournalEntry> &recorded = decisions.recorded;
    if (row.status == RunStatus::Waiting)
        return {};
    const QString effect = effectOf(row, run);
    const JournalEntry *own = last(recorded, row, isOurs);
    if (own && own->waitsForOthers)
        //: %1 is an act such as Approve, %2 a time, %3 what became of a task
        return Words::tr("Decided with others; your %1 at %2 was one of several: %3.")
            .arg(actLabel(own->record.act), localSecondsText(own->steps.front().at), effect);
    if (own)
        //: %1 is an act such as Approve, %2 a time, %3 what became of a task
        return Words::tr("Decided from this computer, by %1 at %2: %3.")
            .arg(actLabel(own->record.act), localSecondsText(own->steps.front().at), effect);
    QString text =
        notOwnText(last(recorded, row, isPerhapsOurs) != nullptr, decisions.areAll, effect);
    const QString note = noteText(row, recorded);
    if (!note.isEmpty())
        text += QString(QLatin1Char('\n') + note);
    return text;
}

} // namespace countersign
