// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/journalentry.h"
#include "app/viewmodels/labelledfact.h"

#include <QString>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <optional>
#include <vector>

namespace countersign {

class DecisionViewModel;

// What is said of decisions whose outcome is unknown or could not be determined. Whole sentences in
// the person's language; remote pieces in them are safe plain text.

//! The bar across the window over one or several; the first sentence says what may have happened to
//! the service. Empty for none. It stays the same while checks go on, so that it is announced once.
QString unknownHeadline(const std::vector<DecisionViewModel *> &decisions);
//! The line below: what is being checked and when next, or each of several; at most `lines` lines.
QString unknownDetail(const std::vector<DecisionViewModel *> &decisions, int lines);

//! One of several in a list: act, task, place, and since when there is no answer, or when it was
//! sent where one came that does not tell.
QString unknownLine(const DecisionViewModel &decision);
//! What is being checked, how often it was and when next.
QString checkingText(const DecisionViewModel &decision);
//! Why nothing is checked by itself at present; empty: it is.
QString pausedText(const DecisionViewModel &decision);
//! The person may decide again in spite of it at this moment; both requests may count then.
//! `entry` is what the journal holds of it: without it, and where it was decided again already, it
//! may not.
bool mayDecideAgain(const DecisionViewModel &decision, const std::optional<JournalEntry> &entry);
//! In how long it may, as far as the rule is concerned and nothing moves; nought: at this moment.
//! Nothing: it may not.
std::optional<std::chrono::milliseconds> decideAgainIn(const DecisionViewModel &decision);
//! What would settle it, a sentence each.
QStringList settlingLines(const DecisionViewModel &decision,
                          const std::optional<JournalEntry> &entry);

//! The frozen record and its request, beside what DecisionViewModel::facts() has.
std::vector<LabelledFact> recordFacts(const JournalEntry &entry);
//! What the journal knows, a line for each step: when, which state, and what came with it.
QStringList stepLines(const JournalEntry &entry);

//! The run's page in the web console.
QUrl webConsoleAddress(const DecisionRecord &record);

} // namespace countersign
