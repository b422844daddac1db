// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/taskexecution.h"
#include "app/templates/templateoutline.h"

#include <QString>

#include <vector>

namespace countersign {

//! Which task of the template a Debug run would come to next. A proposal of ours, made from the
//! rows that were read and the ways the template writes down; the service is not asked.
struct NextTask
{
    enum class Basis {
        Start,        //!< nothing has run
        Order,        //!< the way on from what ran last
        LoopGoesOn,   //!< the loop that ran last has not ended
        ChoiceGuess,  //!< after ACS::Choice: its branch could not be read, this is the default
        End,          //!< the template ends behind what ran last
        AfterFailure, //!< what ran last has failed, and the template names no way on
        CannotTell,   //!< what ran last is not in the template, or its way on names no task
    };

    QString name; //!< as the template writes it; empty: no proposal
    Basis basis = Basis::CannotTell;
    QString after;        //!< the task that ran last; empty: none
    bool hasRun = false;  //!< `name` has a row already
    bool hasWhen = false; //!< the service may find its condition false and skip it
    bool isLoop = false;
};

//! `rows` in the order in which the service gave them.
NextTask nextTask(const TemplateOutline &outline, const std::vector<TaskExecution> &rows);

//! The row that began last among those that are no loop item; nullptr: none.
const TaskExecution *latestRow(const std::vector<TaskExecution> &rows);
//! The same among the rows of one task.
const TaskExecution *latestRow(const std::vector<TaskExecution> &rows, const QString &taskName);

//! Names of approval tasks that running `taskName` next leaves behind without a decision: those
//! that wait, and those that stand in the text between what is `proposed` and it.
std::vector<QString> approvalsPassedOver(const TemplateOutline &outline,
                                         const std::vector<TaskExecution> &rows,
                                         const QString &proposed, const QString &taskName);

} // namespace countersign
