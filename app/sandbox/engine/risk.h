// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/taskexecution.h"
#include "app/sandbox/engine/templateprogram.h"

#include <vector>

namespace countersign::sandbox {

//! High: `risk` says so, or says nothing and the name begins with Delete, Remove, Terminate, Drop,
//! Release or Stop.
bool isHighRisk(const QString &api, const QString &risk);

//! The high-risk calls of a template by their written names, product actions included.
std::vector<RiskyTask> riskyCalls(const TemplateProgram &program, const QString &templateName);

} // namespace countersign::sandbox
