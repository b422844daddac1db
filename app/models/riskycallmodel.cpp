// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/riskycallmodel.h"

#include "app/domain/displaytext.h"

#include <QStringList>

#include <algorithm>

namespace countersign {

namespace {

constexpr std::size_t shownTasks = 20;

QString callText(const RiskyCall &entry)
{
    return safeLine(QString(entry.call.service + QLatin1Char(' ') + entry.call.api));
}

QString tasksText(const RiskyCall &entry)
{
    QStringList names;
    for (std::size_t i = 0; i < std::min(entry.tasks.size(), shownTasks); ++i)
        names.append(safeLine(entry.tasks[i], 128));
    if (entry.tasks.size() > shownTasks)
        names.append(QStringLiteral("… (%1)").arg(entry.tasks.size() - shownTasks));
    return names.join(QStringLiteral(", "));
}

QString sourceText(RiskyCall::Source source)
{
    switch (source) {
    case RiskyCall::Source::Service:
        return RiskyCallModel::tr("by OOS, newest version", "who says that a call is high-risk");
    case RiskyCall::Source::Name:
        return RiskyCallModel::tr("by name", "who says that a call is high-risk");
    case RiskyCall::Source::Both:
        break;
    }
    return RiskyCallModel::tr("by OOS, newest version, and by name",
                              "who says that a call is high-risk");
}

bool isSame(const RiskyCall &a, const RiskyCall &b)
{
    return a.call == b.call && a.source == b.source;
}

} // namespace

RiskyCallModel::RiskyCallModel(QObject *parent)
    : RowTable(parent)
{
}
void RiskyCallModel::apply(const std::vector<RiskyCall> &calls)
{
    std::vector<RiskyCall> next;
    for (const RiskyCall &entry : calls) {
        const bool isKnown = std::any_of(
            next.begin(), next.end(), [&](const RiskyCall &known) { return isSame(known, entry); });
        if (!isKnown)
            next.push_back(entry);
    }
    replaceRows(std::move(next), [](const RiskyCall &entry) -> const RiskyCall & { return entry; });
}

int RiskyCallModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RiskyCallModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RiskyCall &entry = at(index.row());
    const QString source = sourceText(entry.source);
    if (role == SourceRole)
        return QVariant::fromValue(entry.source);
    if (role == Qt::AccessibleTextRole)
        //: %1 is a product and its API, %2 are tasks, %3 is who says that the call is high-risk
        return tr("%1, tasks: %2, %3").arg(callText(entry), tasksText(entry), source);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    QString text = source;
    if (index.column() == CallColumn)
        text = callText(entry);
    else if (index.column() == TasksColumn)
        text = tasksText(entry);
    return role == Qt::ToolTipRole ? safeToolTip(text) : text;
}

QVariant RiskyCallModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case CallColumn:
        return tr("Call", "column of a table");
    case TasksColumn:
        return tr("Tasks", "column of a table");
    case SourceColumn:
        return tr("Known", "column of a table: who says that a call is high-risk");
    default:
        return {};
    }
}

} // namespace countersign
