// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/json.h"

#include <QDateTime>

#include <optional>
#include <utility>
#include <vector>

namespace countersign::sandbox {

using Members = std::vector<std::pair<QString, Json>>;

//! {}, one for all.
const Json &emptyObject();
//! A literal of ours as Json; asserts that it parses.
Json literal(const QByteArray &text);
//! Whole numbers without fraction, others in their shortest form.
Json jsonNumber(double number);
//! The number of a Number, or of a text that holds one; nothing otherwise.
std::optional<double> numberOf(const Json &value);
//! True and false, also as texts in any case; nothing otherwise.
std::optional<bool> truthOf(const Json &value);
//! What a value is written as inside longer text: text as it is, null as nothing, whole numbers
//! without fraction, lists and objects as compact JSON.
QString textForm(const Json &value);
//! The value a text holds as JSON, or the text itself.
Json parsedText(const Json &value);
//! Member by exact name, then without regard to case; null value when absent.
Json memberOf(const Json &object, QStringView name);
std::optional<Json> findMember(const Json &object, QStringView name);
//! `object` with `name` set or added.
Json withMember(const Json &object, const QString &name, const Json &value);
//! yyyy-MM-ddTHH:mm:ssZ
QString utcText(const QDateTime &moment);

} // namespace countersign::sandbox
