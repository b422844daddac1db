// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QStringList>

namespace countersign {

//! One record by RFC 4180: every field in quotes, CRLF, UTF-8. A cell that a spreadsheet would take
//! for a formula begins with an apostrophe, and control and format characters are visible tokens
//! (security.md, D16). A cell ends where spreadsheets end it.
QByteArray csvLine(const QStringList &fields);

//! A JSON text in which control and format characters are written as \uXXXX: it cannot act on
//! whoever looks at it, and its values stay the same. Line feeds between values stay.
QByteArray visibleJson(const QByteArray &json);

//! ISO 8601 in the computer's zone, with its offset; empty: invalid.
QString isoLocal(const QDateTime &time);
//! ISO 8601 with Z; empty: invalid.
QString isoUtc(const QDateTime &time);

} // namespace countersign
