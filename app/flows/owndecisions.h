// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/journalentry.h"
#include "app/domain/taskexecution.h"

#include <vector>

namespace countersign {

class DecisionJournal;

//! What is known of the decisions that were made on this computer about one run.
struct OwnDecisions
{
    std::vector<JournalEntry> recorded;
    //! False: there may have been others, so that what is not recorded may be one's own as well.
    bool areAll = true;
};

//! For telling who moved `row` of the run `execution`. Not all are known while the journal cannot
//! be read, and where the row was touched last at a time that the journal does not cover any more.
OwnDecisions ownDecisions(const DecisionJournal &journal, const ExecutionId &execution,
                          const TaskExecution &row);

} // namespace countersign
