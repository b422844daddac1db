// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/importmodel.h"

#include "app/domain/displaytext.h"

namespace countersign {

namespace {

QString textOf(const ImportRow &row, int column)
{
    switch (column) {
    case ImportModel::NameColumn:
        return row.name;
    case ImportModel::ResultColumn:
        return row.result;
    case ImportModel::AliasColumn:
        return row.alias;
    case ImportModel::KindColumn:
        return row.kind;
    case ImportModel::AccountColumn:
        return row.account;
    case ImportModel::RegionColumn:
        return row.region;
    case ImportModel::KeyColumn:
        return row.key;
    case ImportModel::SecretColumn:
        return row.secret;
    default:
        return {};
    }
}

} // namespace

ImportModel::ImportModel(QObject *parent)
    : RowTable(parent)
{
}

void ImportModel::apply(std::vector<ImportRow> rows)
{
    replaceRows(std::move(rows), [](const ImportRow &row) -> const int & { return row.number; });
}

int ImportModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ImportModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ImportRow &row = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, index.column());
    case Qt::AccessibleTextRole:
        //: %1 is the title of a column, %2 what stands in it
        return tr("%1: %2").arg(headerData(index.column(), Qt::Horizontal).toString(),
                                textOf(row, index.column()));
    case Qt::ToolTipRole:
        return safeToolTip(textOf(row, index.column()));
    case Qt::CheckStateRole:
        if (index.column() != NameColumn || !row.isChoosable)
            return {};
        return row.isChosen ? Qt::Checked : Qt::Unchecked;
    case VerdictRole:
        return QVariant::fromValue(row.verdict);
    default:
        return {};
    }
}

bool ImportModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid) ||
        index.column() != NameColumn || !at(index.row()).isChoosable)
        return false;
    Q_EMIT choiceWanted(index.row(), value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags ImportModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = RowTable::flags(index);
    if (index.isValid() && index.column() == NameColumn && at(index.row()).isChoosable)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QVariant ImportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("In the file", "column of a table: name of a profile");
    case ResultColumn:
        return tr("What comes of it", "column of a table: whether a profile can be imported");
    case AliasColumn:
        return tr("Name here", "column of a table: name of a profile");
    case KindColumn:
        return tr("Kind", "column of a table: where keys come from");
    case AccountColumn:
        return tr("Account", "column of a table");
    case RegionColumn:
        return tr("Region", "column of a table");
    case KeyColumn:
        return tr("Key id", "column of a table: its last characters");
    case SecretColumn:
        return tr("Its secret", "column of a table: where a secret is kept");
    default:
        return {};
    }
}

} // namespace countersign
