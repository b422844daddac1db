// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/taskfilter.h"

#include "app/models/tasktreemodel.h"

namespace countersign {

TaskFilter::TaskFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true);
    setDynamicSortFilter(true);
}

void TaskFilter::setOnlyTroubled(bool isOnlyTroubled)
{
    if (isOnlyTroubled == m_isOnlyTroubled)
        return;
    m_isOnlyTroubled = isOnlyTroubled;
    invalidateRowsFilter();
}

bool TaskFilter::filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const
{
    if (!m_isOnlyTroubled)
        return true;
    const QModelIndex index = sourceModel()->index(sourceRow, 0, sourceParent);
    const auto status = index.data(TaskTreeModel::StatusRole).value<RunStatus>();
    return status == RunStatus::Failed || status == RunStatus::Waiting;
}

} // namespace countersign
