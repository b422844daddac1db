// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/tasktreemodel.h"

#include "app/domain/displaytext.h"
#include "app/domain/format.h"
#include "app/models/listupdater.h"
#include "app/models/tasktreewords.h"

#include <QStringList>

namespace countersign {

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
    bool hasChanged() const { return m_hasChanged; }

    void remove(int first, int last)
    {
        m_hasChanged = true;
        m_model.beginRemoveRows(m_index, first, last);
        Nodes &nodes = m_parent.children;
        nodes.erase(nodes.begin() + first, nodes.begin() + last + 1);
        m_parent.numberChildren();
        m_model.endRemoveRows();
    }

    void insert(int position, const std::vector<int> &nextRows)
    {
        m_hasChanged = true;
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
        own.isPlanned = next->isPlanned;
        return 1;
    }

    void changed(int first, int last, unsigned)
    {
        m_hasChanged = true;
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
    bool m_hasChanged = false;
};

TaskTreeModel::TaskTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<TaskTreeNode>())
{
}

TaskTreeModel::~TaskTreeModel() = default;

void TaskTreeModel::apply(const std::vector<TaskExecution> &rows, const TaskSurroundings &around)
{
    QHash<ExecutionId, ChildRun> runs = around.children;
    for (ChildRun &run : runs)
        run.rows.clear();
    const bool isElsewhere = runs != m_childRuns || around.risks != m_risks;
    m_childRuns = std::move(runs);
    m_risks = around.risks;
    if (rows.empty())
        m_wanted.clear();
    update(*m_root, taskForest(rows, around));
    if (isElsewhere)
        announceAll(*m_root, {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole});
    std::fill(std::begin(m_isUsed), std::end(m_isUsed), false);
    noteUse(*m_root);
}

bool TaskTreeModel::isUsed(Column column) const
{
    return column < ColumnCount && m_isUsed[column];
}

void TaskTreeModel::noteUse(const TaskTreeNode &parent)
{
    for (const auto &node : parent.children) {
        const TaskExecution &task = node->task;
        m_isUsed[TaskColumn] = m_isUsed[ActionColumn] = m_isUsed[StateColumn] = true;
        m_isUsed[TookColumn] = true;
        m_isUsed[BatchColumn] = m_isUsed[BatchColumn] || task.loopBatchNumber > 0;
        m_isUsed[RiskColumn] = m_isUsed[RiskColumn] || m_risks.contains(task.taskName);
        m_isUsed[ReasonColumn] = m_isUsed[ReasonColumn] || !task.statusMessage.isEmpty() ||
                                 !node->children.empty() || childRun(*node) != nullptr;
        m_isUsed[NoteColumn] = m_isUsed[NoteColumn] || !task.notifyNote().isEmpty();
        noteUse(*node);
    }
}

const ChildRun *TaskTreeModel::childRun(const TaskTreeNode &node) const
{
    const auto run = m_childRuns.constFind(node.task.childExecutionId);
    return node.task.childExecutionId.isEmpty() || run == m_childRuns.constEnd() ? nullptr : &*run;
}

//! There is a child run that nobody has asked for.
bool TaskTreeModel::isUnread(const TaskTreeNode &node) const
{
    return !node.task.childExecutionId.isEmpty() && !childRun(node) &&
           !m_wanted.contains(node.task.childExecutionId);
}

bool TaskTreeModel::hasChildren(const QModelIndex &parent) const
{
    if (rowCount(parent) > 0)
        return true;
    return parent.isValid() && parent.column() == 0 &&
           isUnread(*static_cast<const TaskTreeNode *>(parent.constInternalPointer()));
}

bool TaskTreeModel::canFetchMore(const QModelIndex &parent) const
{
    return parent.isValid() && parent.column() == 0 &&
           isUnread(*static_cast<const TaskTreeNode *>(parent.constInternalPointer()));
}

void TaskTreeModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    const auto &node = *static_cast<const TaskTreeNode *>(parent.constInternalPointer());
    const ExecutionId child = node.task.childExecutionId;
    m_wanted.insert(child);
    Q_EMIT childWanted(child);
}

void TaskTreeModel::announceAll(const TaskTreeNode &parent, const QList<int> &roles)
{
    if (parent.children.empty())
        return;
    Q_EMIT dataChanged(indexOf(*parent.children.front()),
                       indexOf(*parent.children.back(), ColumnCount - 1), roles);
    for (const auto &node : parent.children)
        announceAll(*node, roles);
}

void TaskTreeModel::update(TaskTreeNode &parent, std::vector<std::unique_ptr<TaskTreeNode>> next)
{
    Update step(*this, parent, next);
    updateList(step);
    for (std::size_t row = 0; row < next.size(); ++row) {
        if (next[row])
            update(*parent.children[row], std::move(next[row]->children));
    }
    // A loop says how its items stand.
    if (step.hasChanged() && parent.parent)
        announce(&parent, {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole});
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
    case Qt::ToolTipRole: {
        const bool isReason = index.column() == StateColumn || index.column() == ReasonColumn;
        if (isReason && !node.task.statusMessage.isEmpty())
            return safeToolTip(node.task.statusMessage);
        return safeToolTip(cell(node, index.column()));
    }
    case Qt::AccessibleTextRole:
        return index.column() == TaskColumn ? sentence(node) : cell(node, index.column());
    case TaskExecutionIdRole:
        return QVariant::fromValue(node.task.id);
    case StatusRole:
        return QVariant::fromValue(node.task.status);
    case IsSubjectRole:
        return !m_subject.isEmpty() && node.task.id == m_subject;
    case CopyRole:
        return exactCell(node, index.column());
    case LoopItemRole:
        return node.task.loopItem;
    case ChildExecutionIdRole:
        return QVariant::fromValue(node.task.childExecutionId);
    case IsPlannedRole:
        return node.isPlanned;
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
        return stateText(node);
    case TookColumn:
        return tookText(node.task, m_now);
    case BatchColumn:
        return batchText(node);
    case RiskColumn:
        return m_risks.value(node.task.taskName);
    case ReasonColumn:
        return reasonText(node, childRun(node));
    case NoteColumn:
        return safeLine(node.task.notifyNote(), 300);
    default:
        return {};
    }
}

QString TaskTreeModel::exactCell(const TaskTreeNode &node, int column) const
{
    const TaskExecution &task = node.task;
    if (column == TaskColumn && task.loopItem.isEmpty())
        return task.taskName;
    if (column == TaskColumn)
        return QStringLiteral("%1 · %2").arg(task.taskName, task.loopItem);
    if (column == ReasonColumn && !task.statusMessage.isEmpty())
        return task.statusMessage;
    if (column == NoteColumn)
        return task.notifyNote();
    return cell(node, column);
}

QString TaskTreeModel::sentence(const TaskTreeNode &node) const
{
    const bool isSubject = !m_subject.isEmpty() && node.task.id == m_subject;
    //: For screen readers: %1 is a task, %2 its action, %3 its state, %4 how long it took
    const QString plain = tr("%1, %2, %3, %4");
    //: For screen readers, the task to be decided: %1 is a task, %2 its action, %3 its state, %4
    //: how long it took
    const QString subject = tr("%1, the task to decide, %2, %3, %4");
    QStringList parts{(isSubject ? subject : plain)
                          .arg(cell(node, TaskColumn), cell(node, ActionColumn),
                               cell(node, StateColumn), cell(node, TookColumn))};
    const QString batch = cell(node, BatchColumn);
    if (node.task.loopBatchNumber > 0)
        parts += tr("batch %1").arg(batch);
    for (const QString &more : {cell(node, RiskColumn), cell(node, ReasonColumn)}) {
        if (!more.isEmpty())
            parts += more;
    }
    const QString note = cell(node, NoteColumn);
    if (!note.isEmpty())
        parts += tr("note: %1").arg(note);
    return parts.join(QStringLiteral(", "));
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
    case BatchColumn:
        return tr("Batch", "column of a table");
    case RiskColumn:
        return tr("High-risk calls", "column of a table");
    case ReasonColumn:
        return tr("Reason", "column of a table");
    case NoteColumn:
        return tr("Note found", "column of a table");
    default:
        return {};
    }
}

} // namespace countersign
