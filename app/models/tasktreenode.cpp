// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/tasktreenode.h"

#include <QHash>
#include <QSet>

namespace countersign {

namespace {

// Real loops nest a few levels; the limit keeps hostile chains from growing the call stack.
constexpr int deepest = 32;

class Forest
{
public:
    Forest(const std::vector<TaskExecution> &rows, const TaskSurroundings &around)
        : m_around(around)
    {
        for (const TaskExecution &row : rows)
            add(row);
        for (const TaskExecution &row : rows)
            addChildRun(row, 0);
        addPlanned(rows);
    }

    std::vector<std::unique_ptr<TaskTreeNode>> take()
    {
        std::vector<TaskTreeNode *> parents;
        for (const auto &node : m_nodes)
            parents.push_back(isRooted(*node) ? parentOf(*node) : nullptr);
        std::vector<std::unique_ptr<TaskTreeNode>> roots;
        for (std::size_t i = 0; i < m_nodes.size(); ++i) {
            auto &siblings = parents[i] ? parents[i]->children : roots;
            siblings.push_back(std::move(m_nodes[i]));
        }
        for (TaskTreeNode *node : std::as_const(m_byId))
            node->numberChildren();
        return roots;
    }

private:
    void add(const TaskExecution &row)
    {
        if (TaskTreeNode *known = row.id.isEmpty() ? nullptr : m_byId.value(row.id)) {
            *known = TaskTreeNode(row, row.id);
            return;
        }
        const TaskExecutionId key =
            row.id.isEmpty() ? TaskExecutionId(QStringLiteral("\n%1").arg(m_nodes.size())) : row.id;
        m_nodes.push_back(std::make_unique<TaskTreeNode>(row, key));
        m_byId.insert(key, m_nodes.back().get());
    }

    //! The first rows of a child run hang below the row that started it.
    void addChildRun(const TaskExecution &starter, int depth)
    {
        const auto run = m_around.children.constFind(starter.childExecutionId);
        if (starter.childExecutionId.isEmpty() || starter.id.isEmpty() ||
            run == m_around.children.constEnd() || depth >= deepest ||
            m_runs.contains(starter.childExecutionId))
            return;
        m_runs.insert(starter.childExecutionId);
        for (TaskExecution row : run->rows) {
            if (row.id.isEmpty() || m_byId.contains(row.id))
                continue;
            if (row.parentTaskExecutionId.isEmpty())
                row.parentTaskExecutionId = starter.id;
            add(row);
        }
        for (const TaskExecution &row : run->rows)
            addChildRun(row, depth + 1);
    }

    void addPlanned(const std::vector<TaskExecution> &rows)
    {
        QSet<QString> begun;
        for (const TaskExecution &row : rows)
            begun.insert(row.taskName);
        for (const PlannedTask &planned : m_around.planned) {
            if (begun.contains(planned.name))
                continue;
            begun.insert(planned.name);
            TaskExecution step;
            step.taskName = planned.name;
            step.taskAction = planned.action;
            const TaskExecutionId key(QString(QStringLiteral("\nplanned ") + planned.name));
            m_nodes.push_back(std::make_unique<TaskTreeNode>(std::move(step), key));
            m_nodes.back()->isPlanned = true;
            m_byId.insert(key, m_nodes.back().get());
        }
    }

    TaskTreeNode *parentOf(const TaskTreeNode &node) const
    {
        const TaskExecutionId &id = node.task.parentTaskExecutionId;
        return id.isEmpty() ? nullptr : m_byId.value(id);
    }

    //! The way up ends, and not too far away.
    bool isRooted(const TaskTreeNode &node) const
    {
        const TaskTreeNode *above = &node;
        for (int steps = 0; steps < deepest; ++steps) {
            above = parentOf(*above);
            if (!above)
                return true;
        }
        return false;
    }

    const TaskSurroundings &m_around;
    QSet<ExecutionId> m_runs;
    std::vector<std::unique_ptr<TaskTreeNode>> m_nodes;
    QHash<TaskExecutionId, TaskTreeNode *> m_byId;
};

} // namespace

TaskTreeNode::TaskTreeNode(TaskExecution execution, TaskExecutionId rowKey)
    : task(std::move(execution))
    , key(std::move(rowKey))
    , call(productCall(task.taskAction, task.properties))
{
}

void TaskTreeNode::numberChildren()
{
    int next = 0;
    for (const auto &child : children) {
        child->parent = this;
        child->row = next++;
    }
}

const TaskTreeNode *TaskTreeNode::find(const TaskExecutionId &id) const
{
    for (const auto &child : children) {
        if (child->key == id)
            return child.get();
        if (const TaskTreeNode *below = child->find(id))
            return below;
    }
    return nullptr;
}

std::vector<std::unique_ptr<TaskTreeNode>> taskForest(const std::vector<TaskExecution> &rows,
                                                      const TaskSurroundings &around)
{
    return Forest(rows, around).take();
}

} // namespace countersign
