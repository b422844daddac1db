// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/movement.h"

#include "app/flows/seenrows.h"

#include <algorithm>

namespace countersign {

namespace {

//! True for acts that let the run go on.
bool goesOn(Act act)
{
    switch (act) {
    case Act::Approve:
    case Act::RetryTask:
    case Act::SkipTask:
    case Act::ExecuteTask:
        return true;
    case Act::Reject:
    case Act::CancelTask:
    case Act::CompleteExecution:
    case Act::CancelExecution:
        return false;
    }
    return false;
}

//! An approval task does nothing that could fail: one that has failed was not approved. Any other
//! task that was let go may fail by itself.
Movement forGoingOn(RunStatus status, WaitKind kind)
{
    switch (status) {
    case RunStatus::Cancelled:
        return Movement::Elsewhere;
    case RunStatus::Failed:
        return kind == WaitKind::Approval ? Movement::Elsewhere : Movement::AsAsked;
    case RunStatus::Waiting:
    case RunStatus::Unknown:
        return Movement::None;
    default:
        return Movement::AsAsked;
    }
}

Movement forEnding(RunStatus status)
{
    switch (status) {
    case RunStatus::Cancelled:
    case RunStatus::Failed:
        return Movement::AsAsked;
    case RunStatus::Waiting:
    case RunStatus::Unknown:
        return Movement::None;
    default:
        return Movement::Elsewhere;
    }
}

//! Cancelling the run and ending it with a state of one's choice can be told only from its end.
Movement forEndOfRun(const DecisionRecord &record, const SeenRun &now)
{
    if (!isFinal(now.status))
        return Movement::None;
    const QString wanted = record.act == Act::CompleteExecution
                               ? record.executionStatus
                               : runStatusText(RunStatus::Cancelled);
    return now.statusText == wanted || runStatusText(now.status) == wanted ? Movement::AsAsked
                                                                           : Movement::Elsewhere;
}

// Which state a skipped task takes is not documented: a good end without another attempt counts.
bool isAsAsked(Act act, Fate fate, const SeenRow &before, const SeenRow *now)
{
    if (act == Act::RetryTask)
        return fate == Fate::Retried;
    const bool isGoodEnd = now && now->status == RunStatus::Success;
    return fate == Fate::Skipped ||
           (fate == Fate::Retried && isGoodEnd && now->startDate == before.startDate);
}

struct Fates
{
    int asAsked = 0;
    int stay = 0;
    int gone = 0;
    int all = 0;
};

Fates fatesOf(const DecisionRecord &record, const Observation &before, const Observation &now)
{
    Fates fates;
    for (const SeenRow &row : decidedRows(record, before)) {
        const Fate fate = fateOf(row, before, now);
        ++fates.all;
        if (isAsAsked(record.act, fate, row, find(now.rows, row.id)))
            ++fates.asAsked;
        else if (fate == Fate::Stays)
            ++fates.stay;
        else if (fate == Fate::Gone)
            ++fates.gone;
    }
    return fates;
}

// A failed row may keep its state while the run goes on without it.
Movement forRunPastFailure(Act act, RunStatus run)
{
    if (!isFinal(run))
        return Movement::None;
    return act == Act::SkipTask && run != RunStatus::Cancelled ? Movement::AsAsked
                                                               : Movement::Elsewhere;
}

Movement forFailedRows(const DecisionRecord &record, const Observation &before,
                       const Observation &now)
{
    const Fates fates = fatesOf(record, before, now);
    if (fates.all > 0 && fates.asAsked == fates.all)
        return Movement::AsAsked;
    if (fates.asAsked > 0)
        return Movement::Partly;
    if (fates.all > 0 && fates.gone == fates.all)
        return Movement::CannotBeRead;
    if (fates.stay < fates.all)
        return Movement::Elsewhere;
    return forRunPastFailure(record.act, now.run->status);
}

bool isNamedStep(const DecisionRecord &record, const SeenRow &row)
{
    return row.taskName == record.nextTaskName &&
           (record.loopItem.isEmpty() || row.loopItem == record.loopItem);
}

Movement forStep(const DecisionRecord &record, const Observation &before, const Observation &now)
{
    for (const SeenRow &row : rowsOf(now)) {
        if (isNamedStep(record, row) && hasBegunAnew(find(before.rows, row.id), row))
            return Movement::AsAsked;
    }
    return hasNewRow(before, now) || isFinal(now.run->status) ? Movement::Elsewhere
                                                              : Movement::None;
}

//! Cancel task, where no row is bound: a task that was cancelled since.
Movement forCancelledTask(const Observation &before, const Observation &now)
{
    for (const SeenRow &row : rowsOf(now)) {
        const SeenRow *known = find(before.rows, row.id);
        if (row.status == RunStatus::Cancelled && (!known || known->status != row.status))
            return Movement::AsAsked;
    }
    if (isFinal(now.run->status))
        return now.run->status == RunStatus::Cancelled ? Movement::AsAsked : Movement::Elsewhere;
    return hasNewRow(before, now) ? Movement::Elsewhere : Movement::None;
}

Movement forCancelledRow(RunStatus before, RunStatus now)
{
    if (now == before || now == RunStatus::Unknown)
        return Movement::None;
    return now == RunStatus::Cancelled ? Movement::AsAsked : Movement::Elsewhere;
}

//! The row still waits, and the run is over: one that has failed may have done so elsewhere.
Movement forEndedRun(const DecisionRecord &record, RunStatus run)
{
    if (!isFinal(run) || (goesOn(record.act) && run == RunStatus::Failed))
        return Movement::None;
    return goesOn(record.act) ? forGoingOn(run, record.kind) : forEnding(run);
}

Movement forVote(const DecisionRecord &record, const Observation &before, const Observation &now)
{
    const auto direction = [&record](RunStatus status) {
        return goesOn(record.act) ? forGoingOn(status, record.kind) : forEnding(status);
    };
    const bool isBound = !record.taskExecutionId.isEmpty();
    if (isBound && now.row->status != RunStatus::Waiting)
        return direction(now.row->status);
    if (isBound)
        return forEndedRun(record, now.run->status);
    if (now.run->status != RunStatus::Waiting)
        return goesOn(record.act) ? forGoingOn(now.run->status, WaitKind::Unknown)
                                  : forEnding(now.run->status);
    if (goesOn(record.act) && idsOf(now.waitingRows) != idsOf(before.waitingRows))
        return Movement::AsAsked;
    return Movement::None;
}

} // namespace

Movement movementOf(const DecisionRecord &record, const Observation &before, const Observation &now)
{
    if (!now.run)
        return Movement::CannotBeRead;
    // What was over before is nobody's effect.
    if (before.run && isFinal(before.run->status))
        return Movement::None;
    if (record.act == Act::CancelExecution || record.act == Act::CompleteExecution)
        return forEndOfRun(record, *now.run);
    const bool isVote = record.act == Act::Approve || record.act == Act::Reject;
    const bool isBoundVote = isVote && !record.taskExecutionId.isEmpty();
    // What is judged by a difference needs something to differ from.
    if (!before.run && !isBoundVote)
        return Movement::None;
    if (record.act == Act::ExecuteTask)
        return forStep(record, before, now);
    if (isForFailure(record.act))
        return forFailedRows(record, before, now);
    const bool isBound = !record.taskExecutionId.isEmpty();
    if (isBound && !now.row)
        return Movement::CannotBeRead;
    if (record.act != Act::CancelTask)
        return forVote(record, before, now);
    return isBound && before.row ? forCancelledRow(before.row->status, now.row->status)
                                 : forCancelledTask(before, now);
}

MovedRows movedRows(const DecisionRecord &record, const Observation &before, const Observation &now)
{
    if (!isForFailure(record.act) || !now.run)
        return {};
    const Fates fates = fatesOf(record, before, now);
    return {fates.asAsked, fates.all};
}

} // namespace countersign
