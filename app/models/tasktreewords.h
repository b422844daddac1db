// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/tasktreenode.h"

#include <QDateTime>

namespace countersign {

// Safe texts for the cells of TaskTreeModel, translated in its context.

//! The task's name, with the loop item where the row is for one.
QString taskText(const TaskExecution &task);
//! The action, and for the general one the call it makes.
QString actionText(const TaskTreeNode &node);
//! The state in words; a step without a row is not run.
QString stateText(const TaskTreeNode &node);
//! How long the task took, or has taken up to `now`; "—" when that is not known.
QString tookText(const TaskExecution &task, const QDateTime &now);
//! The batch of a loop's item, or how many batches a loop has begun; empty outside of batches.
QString batchText(const TaskTreeNode &node);
//! The message of the row; else, for a loop, how its items stand; else how reading the child run
//! went, where it has no rows to show. `run` may be null.
QString reasonText(const TaskTreeNode &node, const ChildRun *run);

} // namespace countersign
