// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/tasktreemodel.h"

#include "app/domain/displaytext.h"
#include "app/domain/format.h"
#include "app/models/listupdater.h"
#include "app/models/tasktreenode.h"

namespace countersign {

namespace {

QString taskText(const TaskExecution &task)
{
    const QString name = safeLine(task.taskName, 128);
    if (task.loopItem.isEmpty())
        return name;
    return QStringLiteral("%1 · %2").arg(name, safeLine(task.loopItem, 256));
}

//! The action, and for the general one the call it makes.
QString actionText(const TaskTreeNode &node)
{
    const QString action = safeLine(node.task.taskAction, 128);
    if (node.call.isEmpty() || !node.task.hasAction(u"ACS::ExecuteAPI"))
        return action;
    return QStringLiteral("%1 · %2").arg(
        action, safeLine(QString(node.call.service + QLatin1Char(' ') + node.call.api), 256));
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

} // namespace

//! Brings the children of one node up to date.
class TaskTreeModel::Update
{
public:
    using Nodes = std::vector<std::unique_ptr<TaskTreeNode>>;

    Update(TaskTreeModel &model, TaskTreeNode &parent, Nodes &next)
        : m_model(model)
        , m_parent(parent)
        , m_index(model.indexOf(parent))
        , m_next(next)
    {
        // The keys stay readable here after their nodes went into the tree.
        for (const auto &node : next)
            m_keys.push_back(node->key);
    }

    int count() const { return static_cast<int>(m_parent.children.size()); }
    int nextCount() const { return static_cast<int>(m_keys.size()); }
    const TaskExecutionId &keyAt(int row) const { return at(m_parent.children, row)->key; }
    const TaskExecutionId &nextKeyAt(int row) const { return at(m_keys, row); }

    void remove(int first, int last)
    {
        m_model.beginRemoveRows(m_index, first, last);
        Nodes &nodes = m_parent.children;
        nodes.erase(nodes.begin() + first, nodes.begin() + last + 1);
        m_parent.numberChildren();
        m_model.endRemoveRows();
    }

    void insert(int position, const std::vector<int> &nextRows)
    {
        m_model.beginInsertRows(m_index, position,
                                position + static_cast<int>(nextRows.size()) - 1);
        Nodes nodes;
        for (const int row : nextRows)
            nodes.push_back(std::move(m_next[static_cast<std::size_t>(row)]));
        m_parent.children.insert(m_parent.children.begin() + position,
                                 std::make_move_iterator(nodes.begin()),
                                 std::make_move_iterator(nodes.end()));
        m_parent.numberChildren();
        m_model.endInsertRows();
    }

    void move(int from, int to)
    {
        m_model.beginMoveRows(m_index, from, from, m_index, to > from ? to + 1 : to);
        detail::moveRow(m_parent.children, from, to);
        m_parent.numberChildren();
        m_model.endMoveRows();
    }

    void rearrange(const std::vector<int> &order)
    {
        const QList<QPersistentModelIndex> parents{QPersistentModelIndex(m_index)};
        Q_EMIT m_model.layoutAboutToBeChanged(parents);
        const QModelIndexList before = m_model.persistentIndexList();
        m_parent.children = rearranged(m_parent.children, order);
        m_parent.numberChildren();
        QModelIndexList after;
        for (const QModelIndex &index : before)
            after.append(m_model.indexOf(*static_cast<TaskTreeNode *>(index.internalPointer()),
                                         index.column()));
        m_model.changePersistentIndexList(before, after);
        Q_EMIT m_model.layoutChanged(parents);
    }

    //! A row that has just been put in has no next value left.
    unsigned replace(int row)
    {
        const auto &next = at(m_next, row);
        TaskTreeNode &own = *at(m_parent.children, row);
        if (!next || own.task == next->task)
            return 0;
        own.task = next->task;
        own.call = next->call;
        return 1;
    }

    void changed(int first, int last, unsigned)
    {
        Q_EMIT m_model.dataChanged(m_model.index(first, 0, m_index),
                                   m_model.index(last, ColumnCount - 1, m_index));
    }

private:
    template <class Row>
    static const Row &at(const std::vector<Row> &rows, int row)
    {
        return rows[static_cast<std::size_t>(row)];
    }

    TaskTreeModel &m_model;
    TaskTreeNode &m_parent;
    QModelIndex m_index;
    Nodes &m_next;
    std::vector<TaskExecutionId> m_keys;
};

TaskTreeModel::TaskTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<TaskTreeNode>())
{
}

TaskTreeModel::~TaskTreeModel() = default;

void TaskTreeModel::apply(const std::vector<TaskExecution> &rows)
{
    update(*m_root, taskForest(rows));
}

void TaskTreeModel::update(TaskTreeNode &parent, std::vector<std::unique_ptr<TaskTreeNode>> next)
{
    Update step(*this, parent, next);
    updateList(step);
    for (std::size_t row = 0; row < next.size(); ++row) {
        if (next[row])
            update(*parent.children[row], std::move(next[row]->children));
    }
}

void TaskTreeModel::setSubject(const TaskExecutionId &id)
{
    if (id == m_subject)
        return;
    const TaskExecutionId before = std::exchange(m_subject, id);
    const QList<int> roles{IsSubjectRole, Qt::AccessibleTextRole};
    announce(m_root->find(before), roles);
    announce(m_root->find(id), roles);
}

void TaskTreeModel::setNow(const QDateTime &now)
{
    const QDateTime before = std::exchange(m_now, now);
    announceTimes(*m_root, before);
}

void TaskTreeModel::announceTimes(const TaskTreeNode &parent, const QDateTime &before)
{
    for (const auto &node : parent.children) {
        const bool isCounting = !isFinal(node->task.status) && !node->task.endDate.isValid();
        if (isCounting && tookText(node->task, before) != tookText(node->task, m_now))
            announce(node.get(), {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole});
        announceTimes(*node, before);
    }
}

void TaskTreeModel::announce(const TaskTreeNode *node, const QList<int> &roles)
{
    if (node)
        Q_EMIT dataChanged(indexOf(*node), indexOf(*node, ColumnCount - 1), roles);
}

QModelIndex TaskTreeModel::indexOf(const TaskExecutionId &id) const
{
    const TaskTreeNode *node = m_root->find(id);
    return node ? indexOf(*node) : QModelIndex();
}

QModelIndex TaskTreeModel::indexOf(const TaskTreeNode &node, int column) const
{
    return node.parent ? createIndex(node.row, column, &node) : QModelIndex();
}

int TaskTreeModel::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return 0;
    const auto *node = parent.isValid()
                           ? static_cast<const TaskTreeNode *>(parent.constInternalPointer())
                           : m_root.get();
    return static_cast<int>(node->children.size());
}

int TaskTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QModelIndex TaskTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const auto *node = parent.isValid()
                           ? static_cast<const TaskTreeNode *>(parent.constInternalPointer())
                           : m_root.get();
    return indexOf(*node->children[static_cast<std::size_t>(row)], column);
}

QModelIndex TaskTreeModel::parent(const QModelIndex &child) const
{
    if (!child.isValid())
        return {};
    return indexOf(*static_cast<const TaskTreeNode *>(child.constInternalPointer())->parent);
}

QVariant TaskTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &node = *static_cast<const TaskTreeNode *>(index.constInternalPointer());
    switch (role) {
    case Qt::DisplayRole:
        return cell(node, index.column());
    case Qt::ToolTipRole:
        return safeToolTip(index.column() == StateColumn && !node.task.statusMessage.isEmpty()
                               ? node.task.statusMessage
                               : cell(node, index.column()));
    case Qt::AccessibleTextRole:
        return index.column() == TaskColumn ? sentence(node) : cell(node, index.column());
    case TaskExecutionIdRole:
        return QVariant::fromValue(node.task.id);
    case StatusRole:
        return QVariant::fromValue(node.task.status);
    case IsSubjectRole:
        return !m_subject.isEmpty() && node.task.id == m_subject;
    default:
        return {};
    }
}

QString TaskTreeModel::cell(const TaskTreeNode &node, int column) const
{
    switch (column) {
    case TaskColumn:
        return taskText(node.task);
    case ActionColumn:
        return actionText(node);
    case StateColumn:
        return runStatusLabel(node.task.status, node.task.statusText);
    case TookColumn:
        return tookText(node.task, m_now);
    default:
        return {};
    }
}

QString TaskTreeModel::sentence(const TaskTreeNode &node) const
{
    const bool isSubject = !m_subject.isEmpty() && node.task.id == m_subject;
    //: For screen readers: %1 is a task, %2 its action, %3 its state, %4 how long it took
    const QString plain = tr("%1, %2, %3, %4");
    //: For screen readers, the task to be decided: %1 is a task, %2 its action, %3 its state, %4
    //: how long it took
    const QString subject = tr("%1, the task to decide, %2, %3, %4");
    return (isSubject ? subject : plain)
        .arg(cell(node, TaskColumn), cell(node, ActionColumn), cell(node, StateColumn),
             cell(node, TookColumn));
}

QVariant TaskTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TaskColumn:
        return tr("Task", "column of a table");
    case ActionColumn:
        return tr("Action", "column of a table");
    case StateColumn:
        return tr("State", "column of a table");
    case TookColumn:
        return tr("Took", "column of a table");
    default:
        return {};
    }
}

} // namespace countersign
