// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/evidence.h"

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

Movement forGoingOn(RunStatus status)
{
    switch (status) {
    case RunStatus::Cancelled:
        return Movement::Elsewhere;
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
Movement forEndOfRun(Act act, RunStatus status)
{
    if (!isFinal(status))
        return Movement::None;
    if (act == Act::CompleteExecution || status == RunStatus::Cancelled)
        return Movement::AsAsked;
    return Movement::Elsewhere;
}

std::vector<TaskExecutionId> idsOf(const std::vector<TaskExecution> &rows)
{
    std::vector<TaskExecutionId> ids;
    for (const TaskExecution &row : rows)
        ids.push_back(row.id);
    std::sort(ids.begin(), ids.end());
    return ids;
}

bool hasGoneStill(const Observation &before, const Observation &now)
{
    return now.execution->status == before.execution->status &&
           now.execution->updateDate == before.execution->updateDate &&
           idsOf(now.waitingRows) == idsOf(before.waitingRows);
}

} // namespace

Movement movementOf(const DecisionRecord &record, const Observation &before, const Observation &now)
{
    const bool isBound = !record.taskExecutionId.isEmpty();
    if (!now.execution || (isBound && !now.row))
        return Movement::CannotBeRead;
    if (record.act == Act::CancelExecution || record.act == Act::CompleteExecution)
        return forEndOfRun(record.act, now.execution->status);

    const auto direction = [&record](RunStatus status) {
        return goesOn(record.act) ? forGoingOn(status) : forEnding(status);
    };
    if (isBound && now.row->status != RunStatus::Waiting)
        return direction(now.row->status);
    if (isBound)
        return isFinal(now.execution->status) ? direction(now.execution->status) : Movement::None;
    if (now.execution->status != RunStatus::Waiting)
        return direction(now.execution->status);
    if (goesOn(record.act) && idsOf(now.waitingRows) != idsOf(before.waitingRows))
        return Movement::AsAsked;
    return Movement::None;
}

bool isNoteSeen(const DecisionRecord &record, const Observation &before, const Observation &now)
{
    if (record.note.isEmpty() || !now.row || now.row->notifyNote() != record.note)
        return false;
    return !before.row || before.row->notifyNote() != record.note;
}

bool hasAnyChange(const DecisionRecord &record, const Observation &before, const Observation &now)
{
    if (!now.execution || now.execution->status != before.execution->status)
        return true;
    if (record.taskExecutionId.isEmpty())
        return idsOf(now.waitingRows) != idsOf(before.waitingRows) ||
               now.execution->updateDate != before.execution->updateDate;
    if (!now.row || !before.row)
        return true;
    return now.row->status != before.row->status || now.row->updateDate != before.row->updateDate ||
           now.row->notifyNote() != before.row->notifyNote();
}

bool isUntouched(const DecisionRecord &record, const Observation &before, const Observation &now)
{
    return now.execution && hasGoneStill(before, now) && !hasAnyChange(record, before, now);
}

QString nextWaitingTask(const DecisionRecord &record, const Observation &before,
                        const Observation &now)
{
    const std::vector<TaskExecutionId> known = idsOf(before.waitingRows);
    for (const TaskExecution &row : now.waitingRows) {
        const bool isNew = !std::binary_search(known.begin(), known.end(), row.id);
        if (isNew && row.id != record.taskExecutionId)
            return row.taskName;
    }
    return {};
}

namespace {

Verdict settleRefusal(const Watched &watched)
{
    if (watched.hasAnyChange)
        return {DecisionState::Ambiguous};
    return {watched.isRefusalDue ? DecisionState::Refused : DecisionState::RefusedCodeUnknown};
}

Verdict settleAccepted(const Watched &watched)
{
    const bool needsOthers = watched.requiredApprovals.value_or(1) > 1;
    switch (watched.movement) {
    case Movement::AsAsked:
        return {DecisionState::ReconciledApplied};
    case Movement::Elsewhere:
        return {DecisionState::ReconciledOtherActor};
    case Movement::CannotBeRead:
        return {DecisionState::Unresolved};
    case Movement::None:
        break;
    }
    if (watched.isNoteSeen && !needsOthers)
        return {DecisionState::ReconciledApplied};
    if (needsOthers && (watched.isOthersDue || watched.isWindowOver))
        return {DecisionState::Accepted, true};
    return {watched.isWindowOver ? DecisionState::Unresolved : DecisionState::Accepted};
}

Verdict settleAmbiguous(const Watched &watched)
{
    switch (watched.movement) {
    case Movement::Elsewhere:
        return {DecisionState::ReconciledOtherActor};
    case Movement::CannotBeRead:
        return {DecisionState::Unresolved};
    case Movement::AsAsked:
        return {watched.isNoteSeen ? DecisionState::ReconciledApplied
                                   : DecisionState::ReconciledOtherActor};
    case Movement::None:
        break;
    }
    if (watched.isNoteSeen)
        return {DecisionState::ReconciledApplied};
    if (!watched.isWindowOver)
        return {DecisionState::Ambiguous};
    const bool isOneEnough = watched.requiredApprovals == 1;
    return {watched.isUntouched && isOneEnough ? DecisionState::ReconciledNotApplied
                                               : DecisionState::Unresolved};
}

} // namespace

Verdict settle(DecisionState state, const Watched &watched)
{
    switch (state) {
    case DecisionState::RefusedCodeUnknown:
        return settleRefusal(watched);
    case DecisionState::Accepted:
        return settleAccepted(watched);
    case DecisionState::Ambiguous:
        return settleAmbiguous(watched);
    default:
        return {state};
    }
}

} // namespace countersign
