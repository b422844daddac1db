// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/decision.h"
#include "app/flows/decideflow.h"

#include <QString>

namespace countersign {

//! What a decision has come to, as one or two sentences; the first says what happened to the
//! service (security.md 4.3, rule F18). Never claims more than the state does.
QString outcomeSentence(const DecisionRecord &record, const DecisionBasis &basis,
                        const DecisionProgress &progress);

//! What is behind it: the reason, what is being checked and until when, code, request id and the
//! service's words; one fact a line, safe plain text. May be empty.
QString outcomeDetails(const DecisionRecord &record, const DecisionBasis &basis,
                       const DecisionProgress &progress);

} // namespace countersign
