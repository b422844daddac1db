// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/graphpicture.h"

#include <optional>

namespace countersign {

//! How a box of the picture stands in the run under review.
struct GraphNodeState
{
    std::optional<RunStatus> status; //!< of its latest row; nothing: it has not run
    QString statusText;              //!< as received
    TaskExecutionId row;             //!< of that row
    ExecutionId child;               //!< the execution that the row started; empty: none
    int runs = 0;                    //!< rows of this task, loop items left out
    int items = 0;                   //!< rows of loop items
    int itemsDone = 0;               //!< of these: Success or Skipped
    int itemsFailed = 0;             //!< Failed or Cancelled
    int itemsWaiting = 0;
    bool isSubject = false; //!< the row a decision would be about is this task's or an item of it
    bool isNext = false;    //!< proposed to run next in a Debug run
    friend bool operator==(const GraphNodeState &, const GraphNodeState &) = default;
};

//! By node. `subject` may be empty; `next` is a task's name as the template writes it, or empty.
//! Names that no box has are passed over.
std::vector<GraphNodeState> graphStatesOf(const GraphPicture &picture,
                                          const std::vector<TaskExecution> &rows,
                                          const TaskExecutionId &subject, const QString &next);

} // namespace countersign
