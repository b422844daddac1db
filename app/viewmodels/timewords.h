// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace countersign {

//! "10:41:20" in the local zone; empty for an invalid time.
QString clockText(const QDateTime &utc);
//! "10:41" in the local zone, with the date before it when that is not today's; empty for an
//! invalid time.
QString sinceText(const QDateTime &utc, const QDateTime &now);

} // namespace countersign
