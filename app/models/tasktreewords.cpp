// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/tasktreewords.h"

#include "app/domain/displaytext.h"
#include "app/domain/format.h"
#include "app/models/tasktreemodel.h"

#include <QSet>
#include <QStringList>

#include <algorithm>
#include <array>

namespace countersign {

namespace {

bool isLoop(const TaskTreeNode &node)
{
    return std::any_of(node.children.begin(), node.children.end(), [&node](const auto &child) {
        return child->task.executionId == node.task.executionId;
    });
}

//! "3 items: 2 Success, 1 Failed"
QString itemsText(const TaskTreeNode &node)
{
    constexpr std::array order = {RunStatus::Success, RunStatus::Failed,    RunStatus::Waiting,
                                  RunStatus::Running, RunStatus::Started,   RunStatus::Queued,
                                  RunStatus::Pending, RunStatus::Cancelled, RunStatus::Skipped,
                                  RunStatus::Unknown};
    std::array<int, order.size()> counts{};
    int items = 0;
    for (const auto &child : node.children) {
        const auto place = std::find(order.begin(), order.end(), child->task.status);
        ++counts[static_cast<std::size_t>(place - order.begin())];
        ++items;
    }
    QStringList parts;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (counts[i] == 0)
            continue;
        const QString label = order[i] == RunStatus::Unknown
                                  ? TaskTreeModel::tr("in another state", "after a count of items")
                                  : runStatusLabel(order[i]);
        //: %1 is how many items of a loop are in a state, %2 that state
        parts += TaskTreeModel::tr("%1 %2").arg(QString::number(counts[i]), label);
    }
    //: of a loop; %1 is how many of its items are in which state
    return TaskTreeModel::tr("%n item(s): %1", nullptr, items)
        .arg(parts.join(QStringLiteral(", ")));
}

} // namespace

QString taskText(const TaskExecution &task)
{
    const QString name = safeLine(task.taskName, 128);
    if (task.loopItem.isEmpty())
        return name;
    return QStringLiteral("%1 · %2").arg(name, safeLine(task.loopItem, 256));
}

QString actionText(const TaskTreeNode &node)
{
    const QString action = safeLine(node.task.taskAction, 128);
    if (node.call.isEmpty() || !node.task.hasAction(u"ACS::ExecuteAPI"))
        return action;
    return QStringLiteral("%1 · %2").arg(
        action, safeLine(QString(node.call.service + QLatin1Char(' ') + node.call.api), 256));
}

QString stateText(const TaskTreeNode &node)
{
    if (node.isPlanned)
        return TaskTreeModel::tr("Not run", "state of a task");
    return runStatusLabel(node.task.status, node.task.statusText);
}

QString tookText(const TaskExecution &task, const QDateTime &now)
{
    const QDateTime end = task.endDate.isValid() ? task.endDate
                          : isFinal(task.status) ? QDateTime()
                                                 : now;
    if (!task.startDate.isValid() || !end.isValid())
        return QStringLiteral("—");
    return durationText(std::chrono::milliseconds(qMax<qint64>(0, task.startDate.msecsTo(end))));
}

QString batchText(const TaskTreeNode &node)
{
    if (node.task.loopBatchNumber > 0)
        return QString::number(node.task.loopBatchNumber);
    QSet<int> batches;
    for (const auto &child : node.children) {
        if (child->task.loopBatchNumber > 0)
            batches.insert(child->task.loopBatchNumber);
    }
    if (batches.isEmpty())
        return {};
    return TaskTreeModel::tr("%n batch(es)", nullptr, static_cast<int>(batches.size()));
}

QString reasonText(const TaskTreeNode &node, const ChildRun *run)
{
    if (!node.task.statusMessage.isEmpty())
        return safeLine(node.task.statusMessage, 300);
    if (isLoop(node))
        return itemsText(node);
    if (!run || !node.children.empty())
        return {};
    switch (run->state) {
    case ChildRun::State::Reading:
        return TaskTreeModel::tr("The tasks of the child run are being read.");
    case ChildRun::State::Failed:
        return TaskTreeModel::tr("The tasks of the child run could not be read.");
    case ChildRun::State::Read:
        break;
    }
    return TaskTreeModel::tr("The child run has no tasks yet.");
}

} // namespace countersign
