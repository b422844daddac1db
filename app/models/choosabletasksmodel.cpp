// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/choosabletasksmodel.h"

#include "app/domain/displaytext.h"
#include "app/domain/format.h"

#include <algorithm>

namespace countersign {

namespace {

constexpr int longestReason = 160;
constexpr int longestItem = 80;

} // namespace

ChoosableTasksModel::ChoosableTasksModel(std::vector<TaskExecution> rows, QObject *parent)
    : QAbstractListModel(parent)
    , m_rows(std::move(rows))
    , m_isChosen(m_rows.size(), false)
{
}

int ChoosableTasksModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

//! First line: which; second line: why and the id.
QString ChoosableTasksModel::text(const TaskExecution &row) const
{
    const QString name = safeLine(row.taskName, longestItem);
    //: %1 is a task, %2 one item of its loop
    const QString first = row.loopItem.isEmpty()
                              ? name
                              : tr("%1 · item %2").arg(name, safeLine(row.loopItem, longestItem));
    const QString reason = row.statusMessage.isEmpty() ? runStatusLabel(row.status, row.statusText)
                                                       : safeLine(row.statusMessage, longestReason);
    return QString(first + QLatin1Char('\n') + reason + QStringLiteral(" · ") +
                   groupedId(row.id.text()));
}

QString ChoosableTasksModel::whole(const TaskExecution &row) const
{
    const QString item = row.loopItem.isEmpty() ? tr("no loop item") : row.loopItem;
    const QString reason = row.statusMessage.isEmpty() ? tr("no reason given") : row.statusMessage;
    //: %1 task, %2 state, %3 loop item, %4 reason, %5 id
    return tr("Task %1, %2\nLoop item: %3\nReason: %4\nTask execution: %5")
        .arg(row.taskName, runStatusLabel(row.status, row.statusText), item, reason, row.id.text());
}

QVariant ChoosableTasksModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TaskExecution &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(row);
    case Qt::AccessibleTextRole:
        return text(row).replace(QLatin1Char('\n'), QStringLiteral(", "));
    case Qt::ToolTipRole:
        return safeToolTip(whole(row));
    case Qt::CheckStateRole:
        return isChosen(index.row()) ? Qt::Checked : Qt::Unchecked;
    case TaskExecutionIdRole:
        return QVariant::fromValue(row.id);
    case SearchRole:
        return QString(row.taskName + QLatin1Char('\n') + row.loopItem + QLatin1Char('\n') +
                       row.statusMessage + QLatin1Char('\n') + row.id.text())
            .toCaseFolded();
    default:
        return {};
    }
}

Qt::ItemFlags ChoosableTasksModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return QAbstractListModel::flags(index);
    // Checkable for assistive technology; the mark itself is only set by choose().
    return QAbstractListModel::flags(index) | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren;
}

void ChoosableTasksModel::choose(const std::vector<int> &rows)
{
    std::vector<bool> wanted(m_rows.size(), false);
    for (const int row : rows)
        wanted.at(static_cast<std::size_t>(row)) = true;
    int first = -1;
    int last = -1;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (wanted[i] == m_isChosen[i])
            continue;
        first = first < 0 ? static_cast<int>(i) : first;
        last = static_cast<int>(i);
    }
    if (first < 0)
        return;
    m_isChosen = std::move(wanted);
    Q_EMIT dataChanged(index(first), index(last), {Qt::CheckStateRole});
    Q_EMIT chosenChanged();
}

std::vector<const TaskExecution *> ChoosableTasksModel::chosen() const
{
    std::vector<const TaskExecution *> found;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_isChosen[i])
            found.push_back(&m_rows[i]);
    }
    return found;
}

int ChoosableTasksModel::chosenCount() const
{
    return static_cast<int>(std::count(m_isChosen.begin(), m_isChosen.end(), true));
}

} // namespace countersign
