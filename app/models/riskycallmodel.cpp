// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/riskycallmodel.h"

#include "app/domain/displaytext.h"

#include <QStringList>

#include <algorithm>

namespace countersign {

namespace {

constexpr size_t shownTasks = 20;

//! "removeNodes (waiting)"
QString stepText(const RiskyStep &step)
{
    using Where = RiskyStep::Where;
    const QString name = safeLine(step.task, 128);
    QString placed;
    switch (step.where) {
    case Where::Unknown:
        placed = name;
        break;
    case Where::Before:
        //: %1 is a task that comes before the waiting one
        placed = RiskyCallModel::tr("%1 (before the waiting task)").arg(name);
        break;
    case Where::Waiting:
        //: %1 is a task
        placed = RiskyCallModel::tr("%1 (the waiting task)").arg(name);
        break;
    case Where::After:
        //: %1 is a task that comes after the waiting one
        placed = RiskyCallModel::tr("%1 (after the waiting task)").arg(name);
        break;
    case Where::AfterError:
        //: %1 is a task that comes after the waiting one when something fails
        placed = RiskyCallModel::tr("%1 (after the waiting task, on an error)").arg(name);
        break;
    }
    if (!step.isRatedNormal)
        return placed;
    //: %1 is a task, with how it lies to the waiting one; Risk: Normal is what its text says
    return RiskyCallModel::tr("%1 – rated Risk: Normal").arg(placed);
}

QString tasksText(const RiskyCall &entry)
{
    QStringList names;
    for (std::size_t i = 0; i < std::min(entry.steps.size(), shownTasks); ++i)
        names.append(stepText(entry.steps[i]));
    if (entry.steps.size() > shownTasks)
        names.append(QStringLiteral("… (%1)").arg(entry.steps.size() - shownTasks));
    return names.join(QStringLiteral(", "));
}

QString knownText(const RiskyCall &entry)
{
    const QString source = riskSourceText(entry.source);
    if (entry.templates.empty())
        return source;
    QStringList names;
    for (std::size_t i = 0; i < std::min(entry.templates.size(), shownTasks); ++i)
        names.append(safeLine(entry.templates[i], 128));
    if (entry.templates.size() > shownTasks)
        names.append(QStringLiteral("… (%1)").arg(entry.templates.size() - shownTasks));
    //: %1 is who says that a call is high-risk, %2 the nested templates that make it
    return RiskyCallModel::tr("%1; in the nested template %2")
        .arg(source, names.join(QStringLiteral(", ")));
}

bool isSame(const RiskyCall &a, const RiskyCall &b)
{
    return a.call == b.call && a.source == b.source;
}

} // namespace

QString riskyCallText(const RiskyCall &entry)
{
    const QString api = safeLine(entry.call.api);
    if (entry.source == RiskyCall::Source::Untold && entry.call.service.isEmpty())
        //: %1 is the name of a template that is run inside another one
        return api.isEmpty() ? RiskyCallModel::tr("Call that is not named")
                             : RiskyCallModel::tr("Calls of the template %1").arg(api);
    return safeLine(QString(entry.call.service + QLatin1Char(' ') + entry.call.api));
}

QString riskSourceText(RiskyCall::Source source)
{
    switch (source) {
    case RiskyCall::Source::Service:
        return RiskyCallModel::tr("by OOS, newest version", "who says that a call is high-risk");
    case RiskyCall::Source::Name:
        return RiskyCallModel::tr("by name", "who says that a call is high-risk");
    case RiskyCall::Source::Untold:
        return RiskyCallModel::tr("cannot be told from the text",
                                  "who says that a call is high-risk");
    case RiskyCall::Source::Both:
        break;
    }
    return RiskyCallModel::tr("by OOS, newest version, and by name",
                              "who says that a call is high-risk");
}

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
    if (role == SourceRole)
        return QVariant::fromValue(entry.source);
    QString text = knownText(entry);
    if (role == Qt::AccessibleTextRole && index.column() == CallColumn)
        //: %1 is a product and its API, %2 are tasks, %3 is who says that the call is high-risk
        return tr("%1, tasks: %2, %3").arg(riskyCallText(entry), tasksText(entry), text);
    if (index.column() == CallColumn)
        text = riskyCallText(entry);
    else if (index.column() == TasksColumn)
        text = tasksText(entry);
    switch (role) {
    case Qt::ToolTipRole:
        return safeToolTip(text);
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
    case CopyRole:
        return text;
    default:
        return {};
    }
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
