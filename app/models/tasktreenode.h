// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/taskexecution.h"

#include <QHash>

#include <memory>
#include <vector>

namespace countersign {

//! A step of the template; it has no row before it has begun.
struct PlannedTask
{
    QString name;
    QString action;
    friend bool operator==(const PlannedTask &, const PlannedTask &) = default;
};

//! What is known of the rows of a child run that somebody wanted to see.
struct ChildRun
{
    enum class State { Reading, Read, Failed };
    State state = State::Reading;
    std::vector<TaskExecution> rows; //!< of the last good reading
    friend bool operator==(const ChildRun &, const ChildRun &) = default;
};

//! What belongs to the tasks of a run beside their rows.
struct TaskSurroundings
{
    std::vector<PlannedTask> planned; //!< every step of the template, in the order of its text
    QHash<ExecutionId, ChildRun> children;
    QHash<QString, QString> risks; //!< by task name: its high-risk calls and who says so, safe text
};

//! One task of the tree with what lies below it.
class TaskTreeNode
{
public:
    TaskTreeNode() = default;
    TaskTreeNode(TaskExecution execution, TaskExecutionId rowKey);

    TaskExecution task;
    TaskExecutionId key; //!< the task execution id, or a stand-in where the row has none
    ProductCall call;
    bool isPlanned = false; //!< a step without a row: task holds name and action alone
    std::vector<std::unique_ptr<TaskTreeNode>> children;
    TaskTreeNode *parent = nullptr;
    int row = 0; //!< among the parent's children

    //! Sets `parent` and `row` of the children.
    void numberChildren();
    //! The node with this task execution id in the tree below; null when there is none.
    const TaskTreeNode *find(const TaskExecutionId &id) const;
};

//! The rows as a forest, in their order below each parent, those of child runs below the row that
//! started them, then the planned steps whose name no row of the run has. Of rows with the same id
//! the last one counts, in the place of the first.
std::vector<std::unique_ptr<TaskTreeNode>> taskForest(const std::vector<TaskExecution> &rows,
                                                      const TaskSurroundings &around = {});

} // namespace countersign
