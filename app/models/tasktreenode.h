// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/taskexecution.h"

#include <memory>
#include <vector>

namespace countersign {

//! One task of the tree with what lies below it.
class TaskTreeNode
{
public:
    TaskTreeNode() = default;
    TaskTreeNode(TaskExecution execution, TaskExecutionId rowKey);

    TaskExecution task;
    TaskExecutionId key; //!< the task execution id, or a stand-in where the row has none
    ProductCall call;
    std::vector<std::unique_ptr<TaskTreeNode>> children;
    TaskTreeNode *parent = nullptr;
    int row = 0; //!< among the parent's children

    //! Sets `parent` and `row` of the children.
    void numberChildren();
    //! The node with this task execution id in the tree below; null when there is none.
    const TaskTreeNode *find(const TaskExecutionId &id) const;
};

//! The rows as a forest, in their order below each parent. Of rows with the same id the last one
//! counts, in the place of the first.
std::vector<std::unique_ptr<TaskTreeNode>> taskForest(const std::vector<TaskExecution> &rows);

} // namespace countersign
