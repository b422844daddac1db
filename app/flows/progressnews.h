// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/decisionprogress.h"
#include "app/flows/observationread.h"

namespace countersign {

//! Fills in what has moved between the review and the second read without being a fact
//! (DecisionProgress::progressChanged, otherRowsMoved). Nothing where the review's reading is not
//! known. Rows are compared as far as both have read them.
void noteProgress(DecisionProgress &progress, const DecisionRecord &record,
                  const DecisionBasis &basis, const ObservationReading &now);

} // namespace countersign
