// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/parametermodel.h"

#include "app/domain/displaytext.h"

namespace countersign {

namespace {

constexpr qsizetype shownCharacters = 2'000;

QString valueOf(const Json &value)
{
    return value.isString() ? value.toString() : QString::fromUtf8(value.compact());
}

} // namespace

ParameterModel::ParameterModel(QObject *parent)
    : RowTable(parent)
{
}

void ParameterModel::apply(const EmbeddedJson &parameters)
{
    std::vector<ParameterRow> next;
    if (parameters.json && parameters.json->isObject())
        parameters.json->forEachMember([&next](const QString &name, const Json &value) {
            next.push_back({name, valueOf(value)});
        });
    else if (parameters.json)
        next.push_back({{}, valueOf(*parameters.json)});
    else if (!parameters.isEmpty())
        next.push_back({{}, parameters.text});
    show(std::move(next));
}

void ParameterModel::setMaskedNames(const QSet<QString> &names)
{
    m_maskedNames = names;
    show(rows());
}

void ParameterModel::show(std::vector<ParameterRow> next)
{
    for (ParameterRow &row : next)
        row.isMasked = m_maskedNames.contains(row.name);
    replaceRows(std::move(next),
                [](const ParameterRow &row) -> const QString & { return row.name; });
}

int ParameterModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ParameterModel::valueText(const ParameterRow &row) const
{
    if (row.isMasked)
        return QStringLiteral("••••");
    const qsizetype more = row.value.size() - shownCharacters;
    if (more <= 0)
        return safeLine(row.value, 2 * shownCharacters);
    //: %1 is the beginning of a long value
    return tr("%1… %n more character(s)", nullptr, static_cast<int>(more))
        .arg(safeLine(row.value.left(shownCharacters), 2 * shownCharacters));
}

QVariant ParameterModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ParameterRow &row = at(index.row());
    const QString name = row.name.isEmpty() ? tr("(without a name)") : safeLine(row.name, 256);
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == NameColumn ? name : valueText(row);
    case Qt::AccessibleTextRole:
        //: %1 is the name of a parameter, %2 its value
        return tr("%1: %2").arg(name, valueText(row));
    case Qt::ToolTipRole:
        return index.column() == NameColumn ? safeToolTip(row.name)
                                            : safeToolTip(row.isMasked ? QString() : row.value);
    case RawValueRole:
        return row.isMasked ? QString() : row.value;
    case IsMaskedRole:
        return row.isMasked;
    default:
        return {};
    }
}

QVariant ParameterModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Parameter", "column of a table");
    case ValueColumn:
        return tr("Value", "column of a table");
    default:
        return {};
    }
}

} // namespace countersign
