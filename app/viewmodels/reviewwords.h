// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/labelledfact.h"
#include "app/viewmodels/reviewsubject.h"

#include <QDateTime>

#include <vector>

namespace countersign {

//! The facts of a review in the order of rule F8.
std::vector<LabelledFact> reviewFacts(const ReviewFacts &facts, const ReviewStanding &standing,
                                      const QDateTime &now);
//! What could not be read, a sentence each; the missing right is named where one is missing.
std::vector<QString> notReadSentences(const ReviewFacts &facts);
//! Operations behind those sentences, for the record.
std::vector<QString> notReadOperations(const ReviewFacts &facts);
//! "3 waits in this run; this is task …"; empty for the only wait.
QString otherWaitsText(const ReviewFacts &facts);
//! Facts that a decision's dialog shows beside those of its record.
std::vector<LabelledFact> dialogFacts(const ReviewFacts &facts, const ReviewStanding &standing);
//! Why the template text does not parse, with the line; or that it is no valid JSON; empty: fine.
QString templateProblemText(const ReviewFacts &facts);
//! What is missing of the log, as a whole sentence; empty: it is all there.
QString logProblemText(const ReviewFacts &facts);
//! "cleanup-idle-ecs v12"
QString templateNameText(const ReviewFacts &facts);

} // namespace countersign
