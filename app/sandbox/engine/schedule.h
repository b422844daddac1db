// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QTimeZone>

#include <optional>
#include <set>

namespace countersign::sandbox {

//! The moments at which a timer trigger fires.
class Schedule
{
public:
    //! `type` is cron, at or rate. A cron expression has six fields (second minute hour day month
    //! weekday, where SUN is 1) in `timeZone`; at takes a moment in UTC; rate takes a number and
    //! minutes, hours or days, counted from `start`. Nothing and a reason when it cannot be read.
    static std::optional<Schedule> from(const QString &type, const QString &expression,
                                        const QString &timeZone, const QDateTime &start,
                                        QString *problem);

    //! The first moment after this one; nothing when there is none in the next years.
    std::optional<QDateTime> next(const QDateTime &after) const;

private:
    std::optional<QDateTime> nextOfCron(const QDateTime &after) const;
    bool fitsDay(const QDate &day) const;

    enum class Kind { Cron, At, Rate };
    Kind m_kind = Kind::At;
    QDateTime m_start; //!< the moment of at, and where the steps of rate begin
    qint64 m_step = 0; //!< seconds
    QTimeZone m_zone;
    std::set<int> m_seconds;
    std::set<int> m_minutes;
    std::set<int> m_hours;
    std::set<int> m_days;
    std::set<int> m_months;
    std::set<int> m_weekdays; //!< from 1, SUN
};

} // namespace countersign::sandbox
