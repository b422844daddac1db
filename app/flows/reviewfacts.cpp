// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/reviewflow.h"

namespace countersign {

namespace {

std::optional<std::vector<QString>> batchPauses(const ReviewFacts &facts)
{
    if (!facts.outline)
        return std::nullopt;
    const EmbeddedJson &parameters = facts.execution.value->parameters;
    return tasksWithBatchPause(*facts.outline, parameters.json.value_or(Json()));
}

} // namespace

std::vector<Wait> ReviewFacts::waits() const
{
    if (!execution.value)
        return {};
    return recogniseWaits(*execution.value, {tasks.value, batchPauses(*this), riskyTasks.value});
}

const TaskExecution *ReviewFacts::boundRow() const
{
    if (!tasks.value)
        return nullptr;
    // A pause after a failure has no waiting row; one that waits beside it is not what it is about.
    const bool isFailurePause =
        row.kind == WaitKind::FailurePause && row.id.taskExecutionId.isEmpty();
    const RunStatus wanted = isFailurePause ? RunStatus::Failed : RunStatus::Waiting;
    const TaskExecution *onlyWaiting = nullptr;
    int waiting = 0;
    for (const TaskExecution &task : *tasks.value) {
        if (!row.id.taskExecutionId.isEmpty() && task.id == row.id.taskExecutionId)
            return &task;
        if (task.status == wanted) {
            onlyWaiting = &task;
            ++waiting;
        }
    }
    return row.id.taskExecutionId.isEmpty() && waiting == 1 ? onlyWaiting : nullptr;
}

WayDown ReviewFacts::wayDown() const
{
    const bool isTold = !row.way.isEmpty() && row.way.isWhole;
    return isTold || !way ? row.way : *way;
}

std::vector<TaskExecutionId> ReviewFacts::waitingRows() const
{
    std::vector<TaskExecutionId> ids;
    if (!tasks.value)
        return ids;
    for (const TaskExecution &task : *tasks.value) {
        if (task.status == RunStatus::Waiting)
            ids.push_back(task.id);
    }
    return ids;
}

} // namespace countersign
