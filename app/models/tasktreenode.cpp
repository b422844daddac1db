// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/tasktreenode.h"

#include <QHash>

namespace countersign {

namespace {

// Real loops nest a few levels; the limit keeps hostile chains from growing the call stack.
constexpr int deepest = 32;

class Forest
{
public:
    explicit Forest(const std::vector<TaskExecution> &rows)
    {
        for (const TaskExecution &row : rows)
            add(row);
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

std::vector<std::unique_ptr<TaskTreeNode>> taskForest(const std::vector<TaskExecution> &rows)
{
    return Forest(rows).take();
}

} // namespace countersign
