// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/json.h"
#include "app/domain/waitrow.h"

#include <QDateTime>

#include <optional>

namespace countersign {

//! Writes the members that name a wait into the object that is open.
void writeRowId(JsonWriter &writer, const WaitRowId &id);
//! Nothing when one of them is missing or no text, or profile, region or execution are empty.
std::optional<WaitRowId> readRowId(const Json &object);

//! A time as written by timeToText(); invalid when absent or unreadable.
QDateTime readTime(const Json &value);
//! ISO 8601 in UTC with milliseconds; empty for an invalid time.
QString timeToText(const QDateTime &utc);

} // namespace countersign
