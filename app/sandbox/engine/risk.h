// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/taskexecution.h"
#include "app/sandbox/engine/templatestore.h"

#include <vector>

namespace countersign::sandbox {

//! High: `risk` says so, or says nothing and the name begins with Delete, Remove, Terminate, Drop,
//! Release or Stop.
bool isHighRisk(const QString &api, const QString &risk);

//! The high-risk calls of a template by their written names, with those of product actions, of
//! inner tasks of loops, and of nested templates that are named without a reference.
std::vector<RiskyTask> riskyCalls(const TemplateProgram &program, const QString &templateName,
                                  const TemplateStore &store);

} // namespace countersign::sandbox
