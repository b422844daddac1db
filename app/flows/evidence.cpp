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
Movement forEndOfRun(const DecisionRecord &record, const Execution &now)
{
    if (!isFinal(now.status))
        return Movement::None;
    const QString wanted = record.act == Act::CompleteExecution
                               ? record.executionStatus
                               : runStatusText(RunStatus::Cancelled);
    return now.statusText == wanted || runStatusText(now.status) == wanted ? Movement::AsAsked
                                                                           : Movement::Elsewhere;
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

namespace {

bool isForFailure(Act act)
{
    return act == Act::RetryTask || act == Act::SkipTask;
}

const TaskExecution *find(const std::optional<std::vector<TaskExecution>> &rows,
                          const TaskExecutionId &id)
{
    if (!rows)
        return nullptr;
    const auto found =
        std::find_if(rows->begin(), rows->end(), [&id](const auto &row) { return row.id == id; });
    return found == rows->end() ? nullptr : &*found;
}

const std::vector<TaskExecution> &rowsOf(const Observation &observation)
{
    return observation.rows ? *observation.rows : observation.waitingRows;
}

bool hasBegunAnew(const TaskExecution *before, const TaskExecution &now)
{
    return !before || before->status != now.status || before->startDate != now.startDate ||
           before->endDate != now.endDate;
}

//! Rows that Retry or Skip is about: those named, else all that had failed.
std::vector<TaskExecution> decidedRows(const DecisionRecord &record, const Observation &before)
{
    std::vector<TaskExecutionId> ids = record.taskExecutionIds;
    if (!record.taskExecutionId.isEmpty())
        ids = {record.taskExecutionId};
    std::vector<TaskExecution> rows;
    for (const TaskExecution &row : rowsOf(before)) {
        const bool isNamed = std::find(ids.begin(), ids.end(), row.id) != ids.end();
        if (ids.empty() ? row.status == RunStatus::Failed : isNamed)
            rows.push_back(row);
    }
    return rows;
}

enum class Fate { Stays, Retried, Skipped, EndedOtherwise, Gone };

Fate fateOf(const TaskExecution &row, const Observation &before, const Observation &now)
{
    const std::vector<TaskExecution> &rows = rowsOf(now);
    const bool hasSuccessor = std::any_of(rows.begin(), rows.end(), [&](const auto &other) {
        return other.taskName == row.taskName && other.loopItem == row.loopItem &&
               other.id != row.parentTaskExecutionId && !find(before.rows, other.id);
    });
    if (hasSuccessor)
        return Fate::Retried;
    const TaskExecution *found = find(now.rows, row.id);
    if (!found)
        return Fate::Gone;
    switch (found->status) {
    case RunStatus::Skipped:
        return Fate::Skipped;
    case RunStatus::Cancelled:
        return Fate::EndedOtherwise;
    case RunStatus::Unknown:
        return Fate::Stays;
    case RunStatus::Failed:
    case RunStatus::Waiting:
        return hasBegunAnew(&row, *found) ? Fate::Retried : Fate::Stays;
    case RunStatus::Started:
    case RunStatus::Queued:
    case RunStatus::Running:
    case RunStatus::Pending:
    case RunStatus::Success:
        break;
    }
    return Fate::Retried;
}

// Which state a skipped task takes is not documented: a good end without another attempt counts.
bool isAsAsked(Act act, Fate fate, const TaskExecution *now)
{
    if (act == Act::RetryTask)
        return fate == Fate::Retried;
    return fate == Fate::Skipped ||
           (fate == Fate::Retried && now && now->status == RunStatus::Success);
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
    for (const TaskExecution &row : decidedRows(record, before)) {
        const Fate fate = fateOf(row, before, now);
        ++fates.all;
        if (isAsAsked(record.act, fate, find(now.rows, row.id)))
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
    return forRunPastFailure(record.act, now.execution->status);
}

bool isNamedStep(const DecisionRecord &record, const TaskExecution &row)
{
    return row.taskName == record.nextTaskName &&
           (record.loopItem.isEmpty() || row.loopItem == record.loopItem);
}

bool hasNewRow(const Observation &before, const Observation &now)
{
    return std::any_of(rowsOf(now).begin(), rowsOf(now).end(), [&before](const auto &row) {
        return !find(before.rows ? before.rows : std::optional(before.waitingRows), row.id);
    });
}

Movement forStep(const DecisionRecord &record, const Observation &before, const Observation &now)
{
    for (const TaskExecution &row : rowsOf(now)) {
        if (isNamedStep(record, row) && hasBegunAnew(find(before.rows, row.id), row))
            return Movement::AsAsked;
    }
    return hasNewRow(before, now) || isFinal(now.execution->status) ? Movement::Elsewhere
                                                                    : Movement::None;
}

//! Cancel task, where no row is bound: a task that was cancelled since.
Movement forCancelledTask(const Observation &before, const Observation &now)
{
    for (const TaskExecution &row : rowsOf(now)) {
        const TaskExecution *known = find(before.rows, row.id);
        if (row.status == RunStatus::Cancelled && (!known || known->status != row.status))
            return Movement::AsAsked;
    }
    if (isFinal(now.execution->status))
        return now.execution->status == RunStatus::Cancelled ? Movement::AsAsked
                                                             : Movement::Elsewhere;
    return hasNewRow(before, now) ? Movement::Elsewhere : Movement::None;
}

Movement forCancelledRow(RunStatus before, RunStatus now)
{
    if (now == before || now == RunStatus::Unknown)
        return Movement::None;
    return now == RunStatus::Cancelled ? Movement::AsAsked : Movement::Elsewhere;
}

Movement forVote(const DecisionRecord &record, const Observation &before, const Observation &now)
{
    const auto direction = [&record](RunStatus status) {
        return goesOn(record.act) ? forGoingOn(status) : forEnding(status);
    };
    const bool isBound = !record.taskExecutionId.isEmpty();
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

} // namespace

Movement movementOf(const DecisionRecord &record, const Observation &before, const Observation &now)
{
    if (!now.execution)
        return Movement::CannotBeRead;
    if (record.act == Act::CancelExecution || record.act == Act::CompleteExecution)
        return forEndOfRun(record, *now.execution);
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
    if (!isForFailure(record.act) || !now.execution)
        return {};
    const Fates fates = fatesOf(record, before, now);
    return {fates.asAsked, fates.all};
}

bool isNoteSeen(const DecisionRecord &record, const Observation &before, const Observation &now)
{
    if (record.note.isEmpty())
        return false;
    const auto isNew = [&record](const TaskExecution *known, const TaskExecution &row) {
        return row.notifyNote() == record.note && (!known || known->notifyNote() != record.note);
    };
    if (now.row && isNew(before.row ? &*before.row : nullptr, *now.row))
        return true;
    if (!now.rows)
        return false;
    const std::vector<TaskExecution> decided =
        isForFailure(record.act) ? decidedRows(record, before) : std::vector<TaskExecution>();
    return std::any_of(now.rows->begin(), now.rows->end(), [&](const TaskExecution &row) {
        const bool isConcerned =
            decided.empty() || std::any_of(decided.begin(), decided.end(), [&row](const auto &own) {
                return own.taskName == row.taskName && own.loopItem == row.loopItem;
            });
        return isConcerned && isNew(find(before.rows, row.id), row);
    });
}

namespace {

bool isMoved(const TaskExecution &before, const TaskExecution &now)
{
    return now.status != before.status || now.updateDate != before.updateDate ||
           now.notifyNote() != before.notifyNote();
}

// A run with parallel branches moves between these two by itself.
bool isOpen(RunStatus status)
{
    return status == RunStatus::Waiting || status == RunStatus::Running;
}

bool hasRunEnded(const Observation &before, const Observation &now)
{
    return now.execution->status != before.execution->status &&
           !(isOpen(now.execution->status) && isOpen(before.execution->status));
}

bool haveFailedRowsMoved(const DecisionRecord &record, const Observation &before,
                         const Observation &now)
{
    const std::vector<TaskExecution> decided = decidedRows(record, before);
    return std::any_of(decided.begin(), decided.end(), [&](const TaskExecution &row) {
        const TaskExecution *found = find(now.rows, row.id);
        return !found || isMoved(row, *found) || fateOf(row, before, now) != Fate::Stays;
    });
}

} // namespace

bool hasAnyChange(const DecisionRecord &record, const Observation &before, const Observation &now)
{
    if (!now.execution || hasRunEnded(before, now))
        return true;
    if (isForFailure(record.act) && now.rows)
        return haveFailedRowsMoved(record, before, now);
    // Nothing but an end of the run comes of these.
    if (record.act == Act::CancelExecution || record.act == Act::CompleteExecution)
        return false;
    if (record.taskExecutionId.isEmpty())
        return now.execution->status != before.execution->status ||
               idsOf(now.waitingRows) != idsOf(before.waitingRows) ||
               (record.act == Act::ExecuteTask && hasNewRow(before, now)) ||
               isNoteSeen(record, before, now);
    return !now.row || !before.row || isMoved(*before.row, *now.row);
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
    case Movement::Partly:
        return {watched.isPartDue ? DecisionState::ReconciledApplied : DecisionState::Accepted};
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
    case Movement::Partly:
        if (!watched.isPartDue)
            return {DecisionState::Ambiguous};
        [[fallthrough]];
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
