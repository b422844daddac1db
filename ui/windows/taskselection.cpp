// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/taskselection.h"

#include "app/models/tasktreemodel.h"

#include <QTreeView>

namespace countersign {

void showTask(QWidget &page, const TaskExecutionId &row)
{
    auto *tree = qobject_cast<QTreeView *>(&page);
    if (tree == nullptr)
        tree = page.findChild<QTreeView *>();
    if (tree == nullptr || tree->model() == nullptr || tree->model()->rowCount() == 0)
        return;
    // The view may show the rows through a model of its own.
    const QModelIndexList found =
        tree->model()->match(tree->model()->index(0, 0), TaskTreeModel::TaskExecutionIdRole,
                             QVariant::fromValue(row), 1, Qt::MatchExactly | Qt::MatchRecursive);
    if (found.isEmpty())
        return;
    for (QModelIndex above = found.first().parent(); above.isValid(); above = above.parent())
        tree->expand(above);
    tree->setCurrentIndex(found.first());
    tree->scrollTo(found.first());
    tree->setFocus(Qt::OtherFocusReason);
}

} // namespace countersign
