// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/journalentry.h"

#include <QString>

namespace countersign {

//! Why nothing can be recorded, in whole sentences: first what it means for the service (rule F18),
//! then what is wrong and what would end it. `isOnItsWay`: a request had been on its way when the
//! journal failed. Safe text.
QString journalProblemText(const JournalProblem &problem, bool isOnItsWay = false);

//! The same where the journal could not be read since the program began, so that it is not known
//! what was under way when it ended before.
QString unreadJournalText(const JournalProblem &problem);

//! The file or folder, what was found in it and the system's words, a line each; safe plain text.
QString journalProblemDetails(const JournalProblem &problem);

//! True where the problem may pass by itself, so that the program looks again now and then.
bool mayPass(JournalProblem::Kind kind);

//! What keeping the damaged file and beginning a new journal means; whole sentences, safe text.
QString startAnewText(const JournalProblem &problem);

} // namespace countersign
