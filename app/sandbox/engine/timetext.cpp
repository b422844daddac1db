// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/timetext.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace countersign::sandbox {

std::optional<QDateTime> parsedMoment(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral(R"(\A(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(:\d\d)?Z)?\z)"));
    const QRegularExpressionMatch match = pattern.match(text.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    const QDate date = QDate::fromString(match.captured(1), Qt::ISODate);
    const QString clock = match.captured(2) + match.captured(3);
    const QTime time = clock.isEmpty() ? QTime(0, 0) : QTime::fromString(clock, Qt::ISODate);
    if (!date.isValid() || !time.isValid())
        return std::nullopt;
    return QDateTime(date, time, Qt::UTC);
}

std::optional<QTime> parsedTimeOfDay(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral(R"(\A(\d\d:\d\d(?::\d\d)?)Z\z)"));
    const QRegularExpressionMatch match = pattern.match(text.trimmed());
    const QTime time = QTime::fromString(match.captured(1), Qt::ISODate);
    return match.hasMatch() && time.isValid() ? std::optional(time) : std::nullopt;
}

std::optional<std::chrono::seconds> parsedDuration(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral(R"(\AP?(?:(\d{1,6})D)?T?(?:(\d{1,8})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?\z)"),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = pattern.match(text.trimmed());
    const bool hasDigit =
        std::any_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!match.hasMatch() || !hasDigit)
        return std::nullopt;
    return std::chrono::hours(24 * match.captured(1).toLongLong() +
                              match.captured(2).toLongLong()) +
           std::chrono::minutes(match.captured(3).toLongLong()) +
           std::chrono::seconds(match.captured(4).toLongLong());
}

QString durationText(std::chrono::seconds duration)
{
    const qint64 all = duration.count();
    QString text = QStringLiteral("PT");
    if (all >= 3600)
        text += QString::number(all / 3600) + u'H';
    if (all / 60 % 60 > 0)
        text += QString::number(all / 60 % 60) + u'M';
    if (all % 60 > 0 || all == 0)
        text += QString::number(all % 60) + u'S';
    return text;
}

namespace {

std::optional<QString> letterText(const QDateTime &moment, QChar letter)
{
    const QLocale english = QLocale::c();
    switch (letter.unicode()) {
    case u'Y':
        return english.toString(moment, u"yyyy");
    case u'm':
        return english.toString(moment, u"MM");
    case u'd':
        return english.toString(moment, u"dd");
    case u'H':
        return english.toString(moment, u"HH");
    case u'M':
        return english.toString(moment, u"mm");
    case u'S':
        return english.toString(moment, u"ss");
    case u'y':
        return english.toString(moment, u"yy");
    case u'j':
        return QStringLiteral("%1").arg(moment.date().dayOfYear(), 3, 10, QLatin1Char('0'));
    case u'a':
        return english.toString(moment, u"ddd");
    case u'A':
        return english.toString(moment, u"dddd");
    case u'b':
        return english.toString(moment, u"MMM");
    case u'B':
        return english.toString(moment, u"MMMM");
    case u'p':
        return moment.time().hour() < 12 ? QStringLiteral("AM") : QStringLiteral("PM");
    case u'I': {
        const int hour = moment.time().hour() % 12;
        return QStringLiteral("%1").arg(hour == 0 ? 12 : hour, 2, 10, QLatin1Char('0'));
    }
    case u'%':
        return QStringLiteral("%");
    default:
        return std::nullopt;
    }
}

} // namespace

std::optional<QString> formattedMoment(const QDateTime &moment, const QString &pattern)
{
    QString written;
    for (qsizetype at = 0; at < pattern.size(); ++at) {
        if (pattern[at] != u'%') {
            written += pattern[at];
            continue;
        }
        const std::optional<QString> part =
            ++at < pattern.size() ? letterText(moment, pattern[at]) : std::nullopt;
        if (!part)
            return std::nullopt;
        written += *part;
    }
    return written;
}

} // namespace countersign::sandbox
