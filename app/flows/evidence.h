// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/decision.h"
#include "app/domain/taskexecution.h"

#include <optional>
#include <vector>

namespace countersign {

//! The run and the rows that matter to one decision, as one reading found them.
struct Observation
{
    std::optional<Execution> execution; //!< nothing: the service does not know it
    std::optional<TaskExecution> row;   //!< the bound row; nothing: none is bound, or it is gone
    std::vector<TaskExecution> waitingRows; //!< in the service's order
    //! All rows of the run, loop children included; nothing: they were not asked for.
    std::optional<std::vector<TaskExecution>> rows{};
};

//! How the object of a decision moved after sending (security.md 4.6).
enum class Movement {
    None,         //!< it waits as before
    AsAsked,      //!< E2: in the direction asked
    Partly,       //!< E2 of some of several rows; the others wait as before
    Elsewhere,    //!< E3: in another direction
    CannotBeRead, //!< E5: the run or the row is not there any more
};

//! Pure; a status that this program does not know is no movement. Retry and Skip look at each row
//! that was decided: where it went, or whether a later row of the same task and item is there. Run
//! task looks for a row of the named task that was not there or has begun anew.
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

//! E1: a row that the decision is about carries the record's note, and did not before. For the run
//! as a whole any row counts.
bool isNoteSeen(const DecisionRecord &record, const Observation &before, const Observation &now);

//! True when anything moved that a refused request might have moved. What other branches of the run
//! do by themselves does not count.
bool hasAnyChange(const DecisionRecord &record, const Observation &before, const Observation &now);

//! Nothing at all was touched since the second read: the guard of "not carried out" (E4).
bool isUntouched(const DecisionRecord &record, const Observation &before, const Observation &now);

//! Name of a task that waits now and did not before; empty: none.
QString nextWaitingTask(const DecisionRecord &record, const Observation &before,
                        const Observation &now);

//! What a watched decision becomes.
struct Verdict
{
    DecisionState state; //!< the same as before: keep watching
    bool waitsForOthers = false;
};

//! All that settling looks at beside the state.
struct Watched
{
    Movement movement = Movement::None;
    bool isNoteSeen = false;
    bool hasAnyChange = false;
    bool isUntouched = false;
    //! Nothing: could not be read. 1 for waits that are no approvals.
    std::optional<qint64> requiredApprovals;
    bool isRefusalDue = false; //!< time to settle a refusal with an unknown code
    bool isOthersDue = false;  //!< time to say that an approval waits for others
    bool isPartDue = false;    //!< time to say that only some of the rows have moved
    bool isWindowOver = false; //!< the request can no longer arrive
};

//! The rules of security.md 4.6 for Accepted, Ambiguous and RefusedCodeUnknown. Pure.
Verdict settle(DecisionState state, const Watched &watched);

} // namespace countersign
