// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/schedule.h"

#include "app/sandbox/engine/timetext.h"

#include <QRegularExpression>
#include <QStringList>

namespace countersign::sandbox {

namespace {

constexpr int daysLookedAhead = 5 * 366;

//! What one field of a cron expression may hold.
struct Field
{
    int least;
    int most;
    QStringList names; //!< the first stands for `least`
};

const Field &field(int index)
{
    static const std::vector<Field> fields{
        {0, 59, {}},
        {0, 59, {}},
        {0, 23, {}},
        {1, 31, {}},
        {1,
         12,
         {QStringLiteral("JAN"), QStringLiteral("FEB"), QStringLiteral("MAR"),
          QStringLiteral("APR"), QStringLiteral("MAY"), QStringLiteral("JUN"),
          QStringLiteral("JUL"), QStringLiteral("AUG"), QStringLiteral("SEP"),
          QStringLiteral("OCT"), QStringLiteral("NOV"), QStringLiteral("DEC")}},
        {1,
         7,
         {QStringLiteral("SUN"), QStringLiteral("MON"), QStringLiteral("TUE"),
          QStringLiteral("WED"), QStringLiteral("THU"), QStringLiteral("FRI"),
          QStringLiteral("SAT")}},
    };
    return fields[size_t(index)];
}

std::optional<int> valueOf(const QString &text, const Field &field)
{
    const qsizetype named = field.names.indexOf(text.toUpper());
    bool isNumber = false;
    const int number = named >= 0 ? field.least + int(named) : text.toInt(&isNumber);
    const bool isFit = (named >= 0 || isNumber) && number >= field.least && number <= field.most;
    return isFit ? std::optional(number) : std::nullopt;
}

//! One of *, ?, a, a-b, each also with /step.
bool addRange(const QString &text, const Field &field, std::set<int> &values)
{
    const QString range = text.section(u'/', 0, 0);
    const QString stepText = text.section(u'/', 1);
    bool isNumber = true;
    const int step = text.contains(u'/') ? stepText.toInt(&isNumber) : 1;
    if (!isNumber || step < 1)
        return false;
    int from = field.least;
    int to = field.most;
    if (range != u"*" && range != u"?") {
        const std::optional<int> first = valueOf(range.section(u'-', 0, 0), field);
        const std::optional<int> last =
            range.contains(u'-') ? valueOf(range.section(u'-', 1), field) : first;
        if (!first || !last || *last < *first)
            return false;
        from = *first;
        to = text.contains(u'/') && !range.contains(u'-') ? field.most : *last;
    }
    for (int value = from; value <= to; value += step)
        values.insert(value);
    return true;
}

std::optional<std::set<int>> valuesOf(const QString &text, const Field &field)
{
    std::set<int> values;
    const QStringList parts = text.split(u',');
    for (const QString &part : parts) {
        if (!addRange(part, field, values))
            return std::nullopt;
    }
    return values;
}

std::optional<qint64> stepOf(const QString &expression)
{
    static const QRegularExpression form(QStringLiteral(R"(\A\s*(\d{1,6})\s+([a-z]+?)s?\s*\z)"),
                                         QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = form.match(expression);
    static const QMap<QString, qint64> units{{QStringLiteral("minute"), 60},
                                             {QStringLiteral("hour"), 3600},
                                             {QStringLiteral("day"), 86400}};
    const qint64 seconds =
        match.captured(1).toLongLong() * units.value(match.captured(2).toLower(), 0);
    return seconds > 0 ? std::optional(seconds) : std::nullopt;
}

} // namespace

std::optional<Schedule> Schedule::from(const QString &type, const QString &expression,
                                       const QString &timeZone, const QDateTime &start,
                                       QString *problem)
{
    Schedule schedule;
    schedule.m_start = start;
    schedule.m_zone = timeZone.isEmpty() ? QTimeZone::utc() : QTimeZone(timeZone.toUtf8());
    if (!schedule.m_zone.isValid()) {
        *problem = u"The time zone " + timeZone.left(100) + u" is not known.";
        return std::nullopt;
    }
    *problem = u"The expression " + expression.left(100) + u" is not valid.";
    if (type == u"at") {
        const std::optional<QDateTime> moment = parsedMoment(expression);
        schedule.m_start = moment.value_or(QDateTime());
        return moment ? std::optional(schedule) : std::nullopt;
    }
    if (type == u"rate") {
        schedule.m_kind = Kind::Rate;
        schedule.m_step = stepOf(expression).value_or(0);
        return schedule.m_step > 0 ? std::optional(schedule) : std::nullopt;
    }
    if (type != u"cron") {
        *problem = u"The type " + type.left(50) + u" is not cron, at or rate.";
        return std::nullopt;
    }
    schedule.m_kind = Kind::Cron;
    const QStringList parts = expression.simplified().split(u' ');
    std::set<int> *const sets[] = {&schedule.m_seconds, &schedule.m_minutes, &schedule.m_hours,
                                   &schedule.m_days,    &schedule.m_months,  &schedule.m_weekdays};
    if (parts.size() != 6)
        return std::nullopt;
    for (int index = 0; index < 6; ++index) {
        const auto values = valuesOf(parts[index], field(index));
        if (!values)
            return std::nullopt;
        *sets[index] = *values;
    }
    return schedule;
}

std::optional<QDateTime> Schedule::next(const QDateTime &after) const
{
    switch (m_kind) {
    case Kind::At:
        return m_start > after ? std::optional(m_start) : std::nullopt;
    case Kind::Rate: {
        const qint64 passed = std::max<qint64>(0, m_start.secsTo(after));
        return m_start.addSecs((passed / m_step + 1) * m_step);
    }
    case Kind::Cron:
        break;
    }
    return nextOfCron(after);
}

bool Schedule::fitsDay(const QDate &day) const
{
    return m_months.count(day.month()) && m_days.count(day.day()) &&
           m_weekdays.count(day.dayOfWeek() % 7 + 1);
}

std::optional<QDateTime> Schedule::nextOfCron(const QDateTime &after) const
{
    const QDateTime from = after.toTimeZone(m_zone);
    for (int offset = 0; offset < daysLookedAhead; ++offset) {
        const QDate day = from.date().addDays(offset);
        if (!fitsDay(day))
            continue;
        for (const int hour : m_hours) {
            if (offset == 0 && hour < from.time().hour())
                continue;
            for (const int minute : m_minutes) {
                for (const int second : m_seconds) {
                    const QDateTime moment(day, QTime(hour, minute, second), m_zone);
                    if (moment.isValid() && moment > after)
                        return moment.toUTC();
                }
            }
        }
    }
    return std::nullopt;
}

} // namespace countersign::sandbox
