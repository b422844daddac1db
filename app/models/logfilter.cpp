// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/logfilter.h"

#include "app/models/logmodel.h"

namespace countersign {

void LogFilter::setTask(const std::optional<TaskExecutionId> &task)
{
    if (task == m_task)
        return;
    m_task = task;
    invalidateRowsFilter();
}

bool LogFilter::filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const
{
    if (!m_task)
        return true;
    const QModelIndex index = sourceModel()->index(sourceRow, 0, sourceParent);
    return index.data(LogModel::TaskExecutionIdRole).value<TaskExecutionId>() == *m_task;
}

} // namespace countersign
