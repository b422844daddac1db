// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/bulkstatedelegate.h"

#include "app/models/bulkmodel.h"
#include "ui/views/icons.h"

namespace countersign {

namespace {

QString iconOf(BulkStanding standing)
{
    switch (standing) {
    case BulkStanding::Reading:
        return QStringLiteral("view-refresh");
    case BulkStanding::Ready:
    case BulkStanding::Waiting:
        return QStringLiteral("state-pending");
    case BulkStanding::LeftOut:
        return QStringLiteral("state-skipped");
    case BulkStanding::Sending:
        return QStringLiteral("state-running");
    case BulkStanding::Accepted:
        return QStringLiteral("state-success");
    case BulkStanding::Untouched:
        return QStringLiteral("state-failed");
    case BulkStanding::Unclear:
        break;
    }
    return QStringLiteral("question");
}

} // namespace

void BulkStateDelegate::initStyleOption(QStyleOptionViewItem *option,
                                        const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->icon = ownIcon(iconOf(index.data(BulkModel::StandingRole).value<BulkStanding>()));
    option->features |= QStyleOptionViewItem::HasDecoration;
}

} // namespace countersign
