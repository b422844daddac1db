// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/parametermodel.h"

#include "app/domain/displaytext.h"

#include <algorithm>

namespace countersign {

namespace {

constexpr qsizetype shownCharacters = 2'000;

QString valueOf(const Json &value)
{
    return value.isString() ? value.toString() : QString::fromUtf8(value.compact());
}

QString mask()
{
    return QStringLiteral("••••");
}

QString shownValue(const QString &value)
{
    const qsizetype more = value.size() - shownCharacters;
    if (more <= 0)
        return safeLine(value, 2 * shownCharacters);
    //: %1 is the beginning of a long value
    return ParameterModel::tr("%1… %n more character(s)", nullptr, static_cast<int>(more))
        .arg(safeLine(value.left(shownCharacters), 2 * shownCharacters));
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
            next.push_back({name, valueOf(value), false, {}});
        });
    else if (parameters.json)
        next.push_back({{}, valueOf(*parameters.json), false, {}});
    else if (!parameters.isEmpty())
        next.push_back({{}, parameters.text, false, {}});
    show(std::move(next));
}

void ParameterModel::setMaskedNames(const QSet<QString> &names)
{
    m_maskedNames = names;
    show(rows());
}

void ParameterModel::setChanges(std::optional<std::vector<ParameterChange>> changes)
{
    const bool wasCompared = isCompared();
    m_changes = std::move(changes);
    show(rows());
    // "the same" stands in rows that did not change themselves.
    if (wasCompared != isCompared() && rowCount() > 0)
        Q_EMIT dataChanged(index(0, EarlierColumn), index(rowCount() - 1, EarlierColumn));
}

void ParameterModel::show(std::vector<ParameterRow> next)
{
    using Kind = ParameterChange::Kind;
    std::erase_if(
        next, [](const ParameterRow &row) { return row.change && row.change->kind == Kind::Gone; });
    for (ParameterRow &row : next) {
        row.isMasked = m_maskedNames.contains(row.name);
        row.change.reset();
    }
    for (const ParameterChange &change : m_changes.value_or(std::vector<ParameterChange>())) {
        const auto row = std::find_if(next.begin(), next.end(),
                                      [&](const auto &entry) { return entry.name == change.name; });
        if (row != next.end())
            row->change = change;
        else if (change.kind == Kind::Gone)
            next.push_back({change.name, {}, m_maskedNames.contains(change.name), change});
    }
    replaceRows(std::move(next),
                [](const ParameterRow &row) -> const QString & { return row.name; });
}

int ParameterModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ParameterModel::nameText(const ParameterRow &row) const
{
    const QString name = row.name.isEmpty() ? tr("(without a name)") : safeLine(row.name, 256);
    if (!row.change)
        return name;
    switch (row.change->kind) {
    case ParameterChange::Kind::New:
        //: %1 is a parameter that the run before this one did not have
        return tr("%1 · new").arg(name);
    case ParameterChange::Kind::Gone:
        //: %1 is a parameter that the run before this one had
        return tr("%1 · gone").arg(name);
    case ParameterChange::Kind::Changed:
        break;
    }
    //: %1 is a parameter that had another value in the run before this one
    return tr("%1 · changed").arg(name);
}

QString ParameterModel::valueText(const ParameterRow &row) const
{
    if (row.change && row.change->kind == ParameterChange::Kind::Gone)
        return QStringLiteral("—");
    return row.isMasked ? mask() : shownValue(row.value);
}

QString ParameterModel::earlierText(const ParameterRow &row) const
{
    if (!m_changes)
        return {};
    if (!row.change)
        return tr("the same", "value of a parameter in the run before this one");
    if (row.change->kind == ParameterChange::Kind::New)
        return QStringLiteral("—");
    return row.isMasked || row.change->isMasked ? mask() : shownValue(row.change->before);
}

QString ParameterModel::sentence(const ParameterRow &row) const
{
    if (!row.change || row.change->kind == ParameterChange::Kind::New)
        //: %1 is the name of a parameter, %2 its value
        return tr("%1: %2").arg(nameText(row), valueText(row));
    //: %1 is the name of a parameter, %2 its value, %3 its value in the run before this one
    return tr("%1: %2, in the last run %3").arg(nameText(row), valueText(row), earlierText(row));
}

QVariant ParameterModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ParameterRow &row = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == NameColumn)
            return nameText(row);
        return index.column() == ValueColumn ? valueText(row) : earlierText(row);
    case Qt::AccessibleTextRole:
        return index.column() == EarlierColumn ? earlierText(row) : sentence(row);
    case Qt::ToolTipRole:
        if (index.column() == NameColumn)
            return safeToolTip(row.name);
        if (row.isMasked)
            return QString();
        if (index.column() == ValueColumn)
            return safeToolTip(row.value);
        return safeToolTip(row.change && !row.change->isMasked ? row.change->before : QString());
    case RawValueRole:
        if (row.isMasked)
            return QString();
        if (index.column() == EarlierColumn)
            return row.change && !row.change->isMasked ? row.change->before : QString();
        return row.value;
    case IsMaskedRole:
        return row.isMasked;
    case IsChangedRole:
        return row.change.has_value();
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
    case EarlierColumn:
        return tr("In the last run", "column of a table");
    default:
        return {};
    }
}

} // namespace countersign
