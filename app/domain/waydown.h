// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/ids.h"

#include <vector>

namespace countersign {

//! One run above a child run, and the task in it that leads on to the next one below.
struct WayStep
{
    ExecutionId execution;
    QString templateName;
    QString taskName; //!< empty: the task could not be read
    QString loopItem; //!< of a loop's task, exactly as it was read
    friend bool operator==(const WayStep &, const WayStep &) = default;
};

//! The way from the top-level run down to a child run, as far as it was read.
struct WayDown
{
    std::vector<WayStep> steps; //!< from the top; the last one is the child's own parent
    bool isWhole = true;        //!< false: what is above the first step was not read
    bool isEmpty() const { return steps.empty() && isWhole; }
    friend bool operator==(const WayDown &, const WayDown &) = default;
};

//! Parents that are looked for above one run.
inline constexpr int deepestWay = 8;

} // namespace countersign
