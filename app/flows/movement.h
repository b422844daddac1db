// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/decision.h"
#include "app/domain/observation.h"

namespace countersign {

//! How the object of a decision moved after sending (security.md 4.6).
enum class Movement {
    None,         //!< it waits as before
    AsAsked,      //!< E2: in the direction asked
    Partly,       //!< E2 of some of several rows; the others wait as before
    Elsewhere,    //!< E3: in another direction
    CannotBeRead, //!< E5: the run or the row is not there any more
};

//! Pure; `before` without a run: what was before is not known. A status that this program does not
//! know is no movement. Retry and Skip look at each row that was decided: where it went, or whether
//! a later row of the same task and item is there. Run task looks for a row of the named task that
//! was not there or has begun anew.
Movement movementOf(const DecisionRecord &record, const Observation &before,
                    const Observation &now);

//! How many of the rows that Retry or Skip was sent for have moved as asked.
struct MovedRows
{
    int moved = 0;
    int all = 0; //!< 0: the act is not about failed rows
    friend bool operator==(const MovedRows &, const MovedRows &) = default;
};
MovedRows movedRows(const DecisionRecord &record, const Observation &before,
                    const Observation &now);

} // namespace countersign
