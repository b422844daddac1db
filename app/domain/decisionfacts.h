// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/decision.h"

#include <optional>
#include <vector>

namespace countersign {

//! The facts a decision rests on, by what it is bound to: one row, several rows, or the run. A
//! Debug step rests on the task that ended last as well, so that a step which somebody else has
//! taken is noticed. Of `record` the place, act, ids and `omitsTaskId` count; `rows` are all rows
//! of the run, loop children included, in any order. Before sending the same function is asked
//! again with what was read then. Run task, End execution and Cancel execution are decided for the
//! run, whichever row the record may name. Pure.
Fingerprint fingerprintFor(const DecisionRecord &record, const Execution &execution,
                           const std::vector<TaskExecution> &rows,
                           const std::optional<QString> &templateText);

//! The row that ended last; null where none has ended.
const TaskExecution *lastStep(const std::vector<TaskExecution> &rows);

//! True when the decision rests on more rows than the bound one and those that wait, so that all
//! rows of the run are read.
bool restsOnAllRows(const DecisionRecord &record);

//! Rows that are decided together in one request, at the most: the service's limit is not
//! documented.
inline constexpr int mostRowsTogether = 50;

} // namespace countersign
