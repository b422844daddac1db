// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/decision.h"
#include "app/models/bulkmodel.h"

#include <QString>

namespace countersign {

class DecisionViewModel;

//! A few words for how a decision that left Composing stands, for a row of a list; safe text.
QString bulkResultText(const DecisionViewModel &decision);
//! Where that leaves it.
BulkStanding bulkStandingOf(const DecisionViewModel &decision);
//! The state by a fixed English word, for exports.
QString decisionStateWord(DecisionState state);

} // namespace countersign
