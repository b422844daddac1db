// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/decisionjournal.h"

#include <vector>

namespace countersign {

//! What is written down about a decision that the program did not see the end of.
StepFacts interruptedFacts();

//! To be called once, when the program starts and before anything is decided: what an earlier run
//! left between intent and outcome is moved on. An intent alone becomes NotSent, because nothing
//! leaves before Sending is recorded; Sending becomes Ambiguous. Gives those that were moved, as
//! they stand now; what the journal does not take stays as it is.
std::vector<JournalEntry> settleInterrupted(DecisionJournal &journal);

} // namespace countersign
