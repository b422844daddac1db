// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/movement.h"
#include "app/flows/settling.h"

namespace countersign {

//! E1: a row that the decision is about carries the record's note, and did not before. For the run
//! as a whole any row counts.
bool isNoteSeen(const DecisionRecord &record, const Observation &before, const Observation &now);

//! True when anything moved that a refused request might have moved. What other branches of the run
//! do by themselves does not count.
bool hasAnyChange(const DecisionRecord &record, const Observation &before, const Observation &now);

//! Nothing at all was touched since the second read: the guard of "not carried out" (E4).
bool isUntouched(const DecisionRecord &record, const Observation &before, const Observation &now);

//! True when `now` shows an earlier state than `known`: lists of the service may lag behind, and
//! what lags behind is no evidence.
bool isOlder(const Observation &now, const Observation &known);

//! Name of a task that waits now and did not before; empty: none.
QString nextWaitingTask(const DecisionRecord &record, const Observation &before,
                        const Observation &now);

} // namespace countersign
