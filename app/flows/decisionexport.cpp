// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/decisionexport.h"

#include "app/journal/decisionjournal.h"
#include "app/journal/journalexport.h"

namespace countersign {

QByteArray exportedDecisions(const DecisionJournal &journal,
                             const std::vector<JournalEntry> &entries, DecisionFormat format)
{
    const ChainStamp stamp{journal.head(), journal.links(), journal.checkedChain()};
    return format == DecisionFormat::Csv ? decisionsAsCsv(entries, stamp)
                                         : decisionsAsJsonLines(entries, stamp);
}

} // namespace countersign
