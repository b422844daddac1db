// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/outputmodel.h"

#include <vector>

namespace countersign {

struct ReviewFacts;

//! The outputs of a run, then those of its tasks in their order, secrets masked.
std::vector<OutputRow> outputRowsOf(const ReviewFacts &facts);

//! Why there are no outputs to show, as a whole sentence; empty when there are some.
QString noOutputsText(const ReviewFacts &facts);

} // namespace countersign
