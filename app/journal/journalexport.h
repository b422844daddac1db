// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/journalentry.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace countersign {

//! What an export says of the chain that its decisions come from.
struct ChainStamp
{
    QByteArray head;                       //!< DecisionJournal::head()
    qint64 links = 0;                      //!< DecisionJournal::links()
    std::optional<JournalProblem> problem; //!< DecisionJournal::checkedChain()
};

//! One JSON object a line and decision, in the order given, with its record and all its steps as
//! they were recorded; control and format characters are written as \uXXXX. The last line holds
//! nothing but the member `chain`: head, links, decisions in this export, whether the chain holds,
//! else what was found. Times are UTC with milliseconds; beside those of the steps stands the local
//! time with its offset.
QByteArray decisionsAsJsonLines(const std::vector<JournalEntry> &entries, const ChainStamp &stamp);

//! One record for each decision by RFC 4180, a header above; the last record begins with "chain" in
//! the first cell, and holds head, links and finding in those that follow. What spreadsheets take
//! for a formula is none (security.md, D16).
QByteArray decisionsAsCsv(const std::vector<JournalEntry> &entries, const ChainStamp &stamp);

} // namespace countersign
