// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/outputmodel.h"

#include "app/domain/displaytext.h"

namespace countersign {

namespace {

// More in one line of a list cannot be read there and takes long to lay out.
constexpr qsizetype shownLimit = 512;
// What a text view takes in without a pause that is felt; copying gives all of it.
constexpr qsizetype viewerLimit = 256 * 1'024;
constexpr qsizetype copyLimit = 8 * 1'024 * 1'024;

QString mask()
{
    return QStringLiteral("••••");
}

QString exactValue(const OutputRow &row)
{
    if (row.isMasked)
        return mask();
    return row.value.isString() ? row.value.toString() : QString::fromUtf8(row.value.compact());
}

//! A text that holds an object or array counts as that.
QString indentedValue(const OutputRow &row)
{
    if (row.isMasked)
        return mask();
    if (!row.value.isString())
        return QString::fromUtf8(row.value.indented());
    const QString text = row.value.toString();
    const QStringView trimmed = QStringView(text).trimmed();
    if (trimmed.startsWith(u'{') || trimmed.startsWith(u'[')) {
        if (const auto parsed = Json::parse(text.toUtf8()))
            return QString::fromUtf8(parsed.json->indented());
    }
    return text;
}

} // namespace

OutputModel::OutputModel(QObject *parent)
    : RowTable(parent)
{
}

void OutputModel::apply(std::vector<OutputRow> rows)
{
    replaceRows(std::move(rows), [](const OutputRow &row) -> const OutputKey & { return row.key; });
}

int OutputModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString OutputModel::cell(const OutputRow &row, int column) const
{
    switch (column) {
    case TaskColumn:
        return row.task.isEmpty() ? tr("the whole run", "whose output") : safeLine(row.task, 256);
    case NameColumn:
        return row.key.name.isEmpty() ? tr("(without a name)") : safeLine(row.key.name, 256);
    default:
        return safeLine(QStringView(exactValue(row)), shownLimit);
    }
}

QString OutputModel::exactCell(const OutputRow &row, int column) const
{
    switch (column) {
    case TaskColumn:
        return row.task;
    case NameColumn:
        return row.key.name;
    default:
        return exactValue(row).left(copyLimit);
    }
}

QVariant OutputModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const OutputRow &row = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return cell(row, index.column());
    case Qt::ToolTipRole:
        return safeToolTip(QStringView(exactCell(row, index.column())).left(4'096));
    case Qt::AccessibleTextRole:
        if (index.column() != TaskColumn)
            return cell(row, index.column());
        //: For screen readers: %1 is a task, %2 the name of one of its outputs, %3 the value
        return tr("%1, %2: %3")
            .arg(cell(row, TaskColumn), cell(row, NameColumn), cell(row, ValueColumn));
    case CopyRole:
        return exactCell(row, index.column());
    case ValueRole:
        return safeBlock(exactValue(row), viewerLimit);
    case IndentedRole:
        return safeBlock(indentedValue(row), viewerLimit);
    case IsMaskedRole:
        return row.isMasked;
    default:
        return {};
    }
}

QVariant OutputModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TaskColumn:
        return tr("Task", "column of a table");
    case NameColumn:
        return tr("Output", "column of a table");
    case ValueColumn:
        return tr("Value", "column of a table");
    default:
        return {};
    }
}

} // namespace countersign
