// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/owndecisions.h"

#include <QString>

namespace countersign {

//! That a task which waited was decided, and by whom as far as that can be told: by somebody else,
//! from this computer, or perhaps so; nobody is named where one's own decisions are not all known.
//! What is quoted of the note at the task is safe text and never one's own. Empty while the task
//! waits. Pure.
QString takenText(const TaskExecution &row, const Execution &run, const OwnDecisions &decisions);

} // namespace countersign
