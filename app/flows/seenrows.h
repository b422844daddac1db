// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/decision.h"
#include "app/domain/observation.h"

#include <optional>
#include <vector>

namespace countersign {

//! Retry and Skip.
bool isForFailure(Act act);

//! Null when it is not among them.
const SeenRow *find(const std::optional<std::vector<SeenRow>> &rows, const TaskExecutionId &id);
//! All rows where they were read, else those that wait.
const std::vector<SeenRow> &rowsOf(const Observation &observation);
//! In an order of their own.
std::vector<TaskExecutionId> idsOf(const std::vector<SeenRow> &rows);
//! A row that was not there before.
bool hasNewRow(const Observation &before, const Observation &now);
//! Its state or its times are others; also where it was not there.
bool hasBegunAnew(const SeenRow *before, const SeenRow &now);

//! Rows that Retry or Skip is about: those named, else all that had failed.
std::vector<SeenRow> decidedRows(const DecisionRecord &record, const Observation &before);

//! What became of a row that had failed.
enum class Fate { Stays, Retried, Skipped, EndedOtherwise, Gone };
Fate fateOf(const SeenRow &row, const Observation &before, const Observation &now);

} // namespace countersign
