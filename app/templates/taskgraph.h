// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/templates/templateoutline.h"

#include <QString>

#include <vector>

namespace countersign {

//! One way on from a task.
struct TaskEdge
{
    //! Next: the following task in the text, also when When is false; Choice: a NextTask or the
    //! DefaultTask of ACS::Choice; OnCancel: after the task alone was cancelled.
    enum class Kind { Next, OnSuccess, OnError, Choice, OnCancel };
    static constexpr int end = -1;     //!< `to`: the execution ends
    static constexpr int unknown = -2; //!< `to`: the target names no task of the template

    Kind kind = Kind::Next;
    int from = 0;
    int to = end;
    QString target;         //!< as written in the template; empty for Next
    bool isDefault = false; //!< Choice: the DefaultTask
    friend bool operator==(const TaskEdge &, const TaskEdge &) = default;
};

//! One task, in the order of the text.
struct TaskGraphNode
{
    QString name;
    QString action;
    int firstLine = 0;
    int lastLine = 0;
};

//! Which task may follow which. An OnError or OnCancel that is not written (it means the end) has
//! no edge.
struct TaskGraph
{
    std::vector<TaskGraphNode> nodes;
    std::vector<TaskEdge> edges; //!< by `from`, then as written
    //! Exact name first, then without regard to case; -1 when absent.
    int indexOf(const QString &name) const;
};

TaskGraph taskGraphOf(const TemplateOutline &outline);

//! Whether the ways taken on errors and after a cancelled task count.
enum class Ways { All, WithoutErrors };

//! Indices of the tasks that may run after task `index`, in the order of the text; `index` itself
//! only when a way leads back to it. Empty for an index that is out of range.
std::vector<int> tasksAfter(const TaskGraph &graph, int index, Ways ways = Ways::All);

//! Indices of the tasks that no way from the first task reaches, in the order of the text.
std::vector<int> unreachableTasks(const TaskGraph &graph);

//! One API call that a task makes, read from the template's text.
struct ReachableCall
{
    QString task;
    QString service; //!< product code; as written, or from the action's name
    QString api;     //!< API, or the verb of a product action; for ACS::Template the child's name
    int line = 0;    //!< of the task
    bool isRisky = false;       //!< by the API's verb, see isRiskyByName()
    bool isRatedNormal = false; //!< the template says Risk: Normal, which stops the service's check
    bool isUnresolved = false; //!< the name holds {{ }}, a function or nothing: it cannot be judged
    bool isChildTemplate = false; //!< ACS::Template: what the child calls is not in this text
    //! callsAfter(): reached only by ways that begin with an error or a cancelled task
    bool onlyAfterError = false;
    friend bool operator==(const ReachableCall &, const ReachableCall &) = default;
};

//! The calls a task makes itself, those of LoopTasks included.
std::vector<ReachableCall> callsOf(const TaskDeclaration &task);

//! All calls that may be made after `taskName`, in the order of the text. A name that is not in the
//! template gives no calls.
std::vector<ReachableCall> callsAfter(const TemplateOutline &outline, const QString &taskName);

} // namespace countersign
