// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

namespace countersign::sandbox {

//! YYYY-MM-DDTHH:MM:SSZ, …THH:MMZ or YYYY-MM-DD, in UTC.
std::optional<QDateTime> parsedMoment(const QString &text);
//! HH:mm:ssZ or HH:mmZ.
std::optional<QTime> parsedTimeOfDay(const QString &text);
//! An ISO 8601 duration of days, hours, minutes and seconds, in any case, with or without PT.
std::optional<std::chrono::seconds> parsedDuration(const QString &text);
//! PT1H2M3S; parts that are zero are left out.
QString durationText(std::chrono::seconds duration);
//! strftime letters Y m d H M S y j a b A B p I and %%; nothing for another letter.
std::optional<QString> formattedMoment(const QDateTime &moment, const QString &pattern);

} // namespace countersign::sandbox
