// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/journalentry.h"
#include "app/models/decisionrow.h"

#include <QString>

namespace countersign {

//! The whole life of a recorded decision as safe plain text of several lines: what was decided,
//! where and by whom, the note, each step with its times and what was known then, what showed the
//! outcome, the request and what the decision rested on. Times are local with their offset, UTC
//! beside them. Parameters stand as length and digest alone.
QString decisionLifeText(const JournalEntry &entry);

//! The same of a note that was found at the service.
QString foundNoteText(const DecisionRow &note);

} // namespace countersign
