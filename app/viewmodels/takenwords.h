// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/journalentry.h"
#include "app/domain/taskexecution.h"

#include <QString>

#include <vector>

namespace countersign {

//! That a task which waited was decided, and by whom as far as that can be told: by somebody else,
//! from this computer, or perhaps so. `recorded` are the decisions about the run that this
//! computer has recorded, without the one that asks. What is quoted of the note at the task is safe
//! text and never one's own. Empty while the task waits. Pure.
QString takenText(const TaskExecution &row, const Execution &run,
                  const std::vector<JournalEntry> &recorded);

} // namespace countersign
