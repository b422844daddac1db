// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/decision.h"
#include "app/domain/execution.h"
#include "app/domain/waitkind.h"

#include <QDateTime>
#include <QString>

#include <chrono>

namespace countersign {

// Words and numbers for people, translated in the context "Format".

//! How long ago, in one or two units: "< 1 min", "4 min", "1 h 40", "3 d". Negative counts as 0.
QString ageText(std::chrono::seconds age);

//! "2026-11-25 10:14 +08:00" in the local zone; "—" for an invalid time.
QString localTimeText(const QDateTime &utc);

//! The same with seconds: "2026-11-25 10:14:07 +08:00".
QString localSecondsText(const QDateTime &utc);

//! "2026-11-25 10:14 +08:00 (02:14 UTC)"; the UTC date stands there too when it differs. "—" for
//! an invalid time.
QString localAndUtcText(const QDateTime &utc);

//! "350 ms", "1.2 s", "4 min", "1 h 40"; "—" for a negative duration.
QString durationText(std::chrono::milliseconds duration);

//! "Waiting" and so on; `raw` (made safe for one line) for Unknown, "—" when that is empty too.
QString runStatusLabel(RunStatus status, const QString &raw = {});

QString waitKindLabel(WaitKind kind);

//! The name of an act as it stands on buttons.
QString actLabel(Act act);

} // namespace countersign
