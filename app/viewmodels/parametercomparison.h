// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/parameterchange.h"

#include <QString>

#include <optional>
#include <vector>

namespace countersign {

struct ReviewFacts;

//! What differs between the parameters of a run and those of the run of its template before it;
//! changed and new ones in the order of this run, then those that are gone. Values are compared as
//! JSON values. Nothing: there is no earlier run, or it was not read.
std::optional<std::vector<ParameterChange>> parameterChangesOf(const ReviewFacts &facts);

//! One short line for each difference, such as "Changed since the last run: idleDays 30 → 3"; safe
//! text, for the summary of a decision.
std::vector<QString> parameterChangeLines(const ReviewFacts &facts);

//! With what the parameters are compared and how much differs, or why they are not, as whole
//! sentences; empty while nothing is known yet.
QString parameterComparisonText(const ReviewFacts &facts);

} // namespace countersign
