// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/parameterfieldmodel.h"

#include "app/domain/displaytext.h"

namespace countersign {

namespace {

constexpr qsizetype shownCharacters = 2'000;

} // namespace

ParameterFieldModel::ParameterFieldModel(QObject *parent)
    : RowTable(parent)
{
}

void ParameterFieldModel::apply(std::vector<ParameterField> fields)
{
    replaceRows(std::move(fields),
                [](const ParameterField &field) -> const QString & { return field.name; });
}

int ParameterFieldModel::rowOf(const QString &name) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (at(row).name == name)
            return row;
    }
    return -1;
}

int ParameterFieldModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ParameterFieldModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ParameterField &field = at(index.row());
    const bool isHidden = field.isGiven && field.isMasked;
    const QString value = isHidden        ? tr("entered, not shown")
                          : field.isGiven ? safeLine(field.value, shownCharacters)
                                          : field.usual;
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == NameColumn)
            return field.label;
        if (index.column() == ValueColumn)
            return value;
        return field.isEdited ? tr("edited", "state of a parameter") : field.origin;
    case Qt::AccessibleTextRole:
        if (field.isEdited)
            //: %1 is the name of a parameter, %2 its value
            return tr("%1: %2, edited").arg(field.label, value);
        //: %1 is the name of a parameter, %2 its value with where it comes from
        return tr("%1: %2").arg(field.label, field.isGiven ? value : field.usualText());
    case Qt::ToolTipRole:
        return safeToolTip(index.column() == NameColumn ? field.hint : field.description);
    case IsEditedRole:
        return field.isEdited;
    case ProblemRole:
        return field.problem;
    default:
        return {};
    }
}

QVariant ParameterFieldModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name", "column of a table");
    case ValueColumn:
        return tr("Value", "column of a table");
    case OriginColumn:
        return tr("Origin", "column of a table");
    default:
        return {};
    }
}

} // namespace countersign
