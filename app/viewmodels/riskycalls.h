// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/riskycallmodel.h"

#include <QHash>

#include <vector>

namespace countersign {

struct ReviewFacts;

//! High-risk calls from the service's list and from the template's text, each with the steps that
//! make it and how they lie to the waiting task. Calls that may still be made come first.
std::vector<RiskyCall> riskyCallsOf(const ReviewFacts &facts);

//! By task name what the task calls that is high-risk, and who says so; safe text.
QHash<QString, QString> risksByTask(const std::vector<RiskyCall> &calls);

} // namespace countersign
