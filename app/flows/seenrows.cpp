// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/seenrows.h"

#include <algorithm>

namespace countersign {

bool isForFailure(Act act)
{
    return act == Act::RetryTask || act == Act::SkipTask;
}

const SeenRow *find(const std::optional<std::vector<SeenRow>> &rows, const TaskExecutionId &id)
{
    if (!rows)
        return nullptr;
    const auto found =
        std::find_if(rows->begin(), rows->end(), [&id](const auto &row) { return row.id == id; });
    return found == rows->end() ? nullptr : &*found;
}

const std::vector<SeenRow> &rowsOf(const Observation &observation)
{
    return observation.rows ? *observation.rows : observation.waitingRows;
}

std::vector<TaskExecutionId> idsOf(const std::vector<SeenRow> &rows)
{
    std::vector<TaskExecutionId> ids;
    for (const SeenRow &row : rows)
        ids.push_back(row.id);
    std::sort(ids.begin(), ids.end());
    return ids;
}

bool hasNewRow(const Observation &before, const Observation &now)
{
    return std::any_of(rowsOf(now).begin(), rowsOf(now).end(), [&before](const auto &row) {
        return !find(before.rows ? before.rows : std::optional(before.waitingRows), row.id);
    });
}

bool hasBegunAnew(const SeenRow *before, const SeenRow &now)
{
    return !before || before->status != now.status || before->startDate != now.startDate ||
           before->endDate != now.endDate;
}

std::vector<SeenRow> decidedRows(const DecisionRecord &record, const Observation &before)
{
    std::vector<TaskExecutionId> ids = record.taskExecutionIds;
    if (!record.taskExecutionId.isEmpty())
        ids = {record.taskExecutionId};
    std::vector<SeenRow> rows;
    for (const SeenRow &row : rowsOf(before)) {
        const bool isNamed = std::find(ids.begin(), ids.end(), row.id) != ids.end();
        if (ids.empty() ? row.status == RunStatus::Failed : isNamed)
            rows.push_back(row);
    }
    return rows;
}

Fate fateOf(const SeenRow &row, const Observation &before, const Observation &now)
{
    const std::vector<SeenRow> &rows = rowsOf(now);
    const bool hasSuccessor = std::any_of(rows.begin(), rows.end(), [&](const auto &other) {
        return other.taskName == row.taskName && other.loopItem == row.loopItem &&
               other.id != row.parentTaskExecutionId && !find(before.rows, other.id);
    });
    if (hasSuccessor)
        return Fate::Retried;
    const SeenRow *found = find(now.rows, row.id);
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

} // namespace countersign
