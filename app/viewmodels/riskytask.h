// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/taskexecution.h"
#include "app/templates/templateoutline.h"

namespace countersign {

struct ReviewFacts;

//! The first call that the template writes down for the task; empty: none, or it cannot be told.
ProductCall declaredCall(const TaskDeclaration *task);

//! True when running or retrying the task makes a high-risk call: by the service's list, or by the
//! name of what it calls where neither row nor template rates it as normal. `row` may be null.
bool isRiskyTask(const ReviewFacts &facts, const QString &taskName, const TaskExecution *row);

//! True when what the task calls cannot be judged: a child template that the service's list does
//! not speak of because the list was not read, or a name that is not resolved.
bool cannotJudge(const ReviewFacts &facts, const QString &taskName);

} // namespace countersign
