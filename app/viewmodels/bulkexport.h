// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/bulkviewmodel.h"

#include <QByteArray>

namespace countersign {

//! One record for each wait by RFC 4180: a header, CRLF, every field in quotes, UTF-8. A cell that
//! a spreadsheet would take for a formula begins with an apostrophe, and control and format
//! characters are visible tokens (security.md, D16).
QByteArray bulkResultsAsCsv(const std::vector<BulkResult> &results);

//! The same as a JSON array of objects, ids and notes exactly: control and format characters are
//! written as \uXXXX. Times are ISO 8601, local with their offset and UTC beside it.
QByteArray bulkResultsAsJson(const std::vector<BulkResult> &results);

} // namespace countersign
