// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/taskexecution.h"
#include "app/layout/graphlayout.h"
#include "app/templates/templateoutline.h"

#include <QString>

#include <vector>

namespace countersign {

//! A box of the picture of a template: what the text says of it, whatever has run.
struct GraphNode
{
    //! Inner: a task of ACS::Loop's LoopTasks; Missing: a target that names no task.
    enum class Kind { Task, Inner, End, Missing };

    Kind kind = Kind::Task;
    QString name;            //!< as written; empty for End
    QString action;          //!< as written
    ProductCall call;        //!< empty when it makes no product call
    QString childTemplate;   //!< ACS::Template: the template's name, as written
    int number = 0;          //!< of a task in the text, from 1; an inner task has its loop's
    int line = 0;            //!< 1-based; 0: none
    bool hasWhen = false;    //!< runs only when its condition is true
    bool hasLoop = false;    //!< runs for each item of a list
    bool isReachable = true; //!< some way leads there from the first task
    //! ACS::WaitFor and ACS::CheckFor, whose call only looks.
    bool isWaiting() const;
    friend bool operator==(const GraphNode &, const GraphNode &) = default;
};

struct GraphEdge
{
    //! Choice: a branch of ACS::Choice; Inside: from a loop to the first of its inner tasks.
    enum class Kind { Next, OnSuccess, OnError, OnCancel, Choice, DefaultChoice, Inside };

    Kind kind = Kind::Next;
    int from = 0;
    int to = 0;
    //! True for the ways that are taken when all goes well and nothing is chosen.
    bool isMain() const { return kind == Kind::Next || kind == Kind::OnSuccess; }
    friend bool operator==(const GraphEdge &, const GraphEdge &) = default;
};

//! Tasks in the order of the text, inner tasks behind their loop, then what else is drawn. A way
//! that stands there twice is drawn once.
struct GraphPicture
{
    std::vector<GraphNode> nodes;
    std::vector<GraphEdge> edges; //!< by `from`
    friend bool operator==(const GraphPicture &, const GraphPicture &) = default;
};

//! Pure; takes time in proportion to the template.
GraphPicture graphPictureOf(const TemplateOutline &outline);

//! What is to be placed: sizes of boxes by kind, in units of the picture.
LayoutGraph layoutGraphOf(const GraphPicture &picture);

} // namespace countersign
