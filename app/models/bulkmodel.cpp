// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/bulkmodel.h"

#include "app/domain/displaytext.h"

namespace countersign {

BulkModel::BulkModel(QObject *parent)
    : RowTable(parent)
{
}

void BulkModel::apply(std::vector<BulkRow> rows)
{
    replaceRows(std::move(rows), [](const BulkRow &row) -> const WaitRowId & { return row.id; });
}

void BulkModel::setFurtherColumns(const QStringList &titles)
{
    if (titles == m_titles)
        return;
    if (!m_titles.isEmpty()) {
        beginRemoveColumns({}, FixedColumns, columnCount() - 1);
        m_titles.clear();
        endRemoveColumns();
    }
    if (titles.isEmpty())
        return;
    beginInsertColumns({}, FixedColumns, FixedColumns + static_cast<int>(titles.size()) - 1);
    m_titles = titles;
    endInsertColumns();
}

int BulkModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : FixedColumns + static_cast<int>(m_titles.size());
}

QString BulkModel::text(const BulkRow &row, int column) const
{
    switch (column) {
    case StateColumn:
        return row.state;
    case WaitColumn:
        return row.wait;
    case ExecutionColumn:
        return row.execution;
    default:
        return row.cells.value(column - FixedColumns);
    }
}

QVariant BulkModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const BulkRow &row = at(index.row());
    const bool isState = index.column() == StateColumn;
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::AccessibleTextRole:
        //: %1 is the title of a column, %2 what stands in it
        return tr("%1: %2").arg(headerData(index.column(), Qt::Horizontal).toString(),
                                isState && !row.sentence.isEmpty() ? row.sentence
                                                                   : text(row, index.column()));
    case Qt::ToolTipRole:
        return safeToolTip(isState && !row.sentence.isEmpty() ? row.sentence
                                                              : text(row, index.column()));
    case Qt::CheckStateRole:
        if (!isState || !row.isChoosable)
            return {};
        return row.isChosen ? Qt::Checked : Qt::Unchecked;
    case StandingRole:
        return QVariant::fromValue(row.standing);
    default:
        return {};
    }
}

bool BulkModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid) ||
        index.column() != StateColumn || !at(index.row()).isChoosable)
        return false;
    Q_EMIT choiceWanted(index.row(), value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags BulkModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = RowTable::flags(index);
    if (index.isValid() && index.column() == StateColumn && at(index.row()).isChoosable)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QVariant BulkModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StateColumn:
        return tr("State", "column of a table");
    case WaitColumn:
        return tr("Wait", "column of a table: what waits");
    case ExecutionColumn:
        return tr("Execution", "column of a table");
    default:
        return m_titles.value(section - FixedColumns);
    }
}

} // namespace countersign
