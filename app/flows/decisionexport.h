// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/journalentry.h"

#include <QByteArray>

#include <vector>

namespace countersign {

class DecisionJournal;

enum class DecisionFormat { JsonLines, Csv };

//! The bytes of a file with these decisions and with what is known of the whole chain at this
//! moment, which is checked for it once more.
QByteArray exportedDecisions(const DecisionJournal &journal,
                             const std::vector<JournalEntry> &entries, DecisionFormat format);

} // namespace countersign
