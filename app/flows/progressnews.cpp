// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/progressnews.h"

#include <algorithm>

namespace countersign {

namespace {

const TaskExecution *find(const std::vector<TaskExecution> &rows, const TaskExecutionId &id)
{
    const auto found =
        std::find_if(rows.begin(), rows.end(), [&id](const auto &row) { return row.id == id; });
    return found == rows.end() ? nullptr : &*found;
}

bool isBound(const DecisionRecord &record, const TaskExecutionId &id)
{
    return id == record.taskExecutionId ||
           std::find(record.taskExecutionIds.begin(), record.taskExecutionIds.end(), id) !=
               record.taskExecutionIds.end();
}

std::vector<QString> runNews(const Execution &before, const Execution &now)
{
    std::vector<QString> names;
    if (before.updateDate != now.updateDate)
        names.push_back(QStringLiteral("UpdateDate"));
    if (before.currentTasks != now.currentTasks)
        names.push_back(QStringLiteral("CurrentTasks"));
    if (!(before.counters == now.counters))
        names.push_back(QStringLiteral("Counters"));
    return names;
}

} // namespace

void noteProgress(DecisionProgress &progress, const DecisionRecord &record,
                  const DecisionBasis &basis, const ObservationReading &now)
{
    progress.progressChanged.clear();
    progress.otherRowsMoved = 0;
    if (basis.execution && now.execution)
        progress.progressChanged = runNews(*basis.execution, *now.execution);
    if (!basis.rows)
        return;
    bool hasExtraData = false;
    for (const TaskExecution &row : now.rows) {
        const TaskExecution *known = find(*basis.rows, row.id);
        if (isBound(record, row.id))
            hasExtraData = hasExtraData || (known && !(known->extraData == row.extraData));
        else if (!known || known->statusText != row.statusText)
            ++progress.otherRowsMoved;
    }
    if (hasExtraData)
        progress.progressChanged.push_back(QStringLiteral("ExtraData"));
    if (progress.otherRowsMoved > 0)
        progress.progressChanged.push_back(QStringLiteral("OtherRows"));
}

} // namespace countersign
