// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/journalentry.h"

#include <optional>

// The frozen record, the intent and the facts of a step as canonical JSON: a fixed order of
// members, no white space. What is written reads back equal, but for a record's parameters, of
// which only SHA-256 and length are written.

namespace countersign {

//! What is kept of a record's parameters.
struct ParametersDigest
{
    QByteArray sha256; //!< hex; empty: there are none
    qint64 bytes = 0;
};
ParametersDigest digestOf(const QString &parameters);

void writeRecord(JsonWriter &writer, const DecisionRecord &record,
                 const ParametersDigest &parameters);
void writeIntent(JsonWriter &writer, const DecisionIntent &intent);
void writeFacts(JsonWriter &writer, const StepFacts &facts);

//! `entry`'s record and digest of parameters; false: the text is none of
//! writeRecord()'s.
[[nodiscard]] bool readRecord(const Json &json, JournalEntry &entry);
std::optional<DecisionIntent> readIntent(const Json &json);
std::optional<StepFacts> readFacts(const Json &json);

} // namespace countersign
