// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/evaluation.h"
#include "app/sandbox/engine/functions.h"
#include "app/sandbox/engine/timetext.h"

#include <cmath>

namespace countersign::sandbox::functions {

namespace {

Json later(Evaluation &evaluation, const Json &arguments, double secondsEach)
{
    const std::vector<Json> pair = listArguments(evaluation, arguments, 2, 2);
    if (pair.empty())
        return {};
    const std::optional<QDateTime> moment = parsedMoment(pair[0].toString());
    const std::optional<double> count = numberOf(pair[1]);
    if (!moment || !count || std::abs(*count) > 1e8)
        return evaluation.fail(QStringLiteral("it takes a time and a number"));
    const auto seconds = static_cast<qint64>(std::llround(*count * secondsEach));
    return Json::fromString(utcText(moment->addSecs(seconds)));
}

} // namespace

Json addHour(Evaluation &evaluation, const Json &arguments)
{
    return later(evaluation, arguments, 3600.0);
}

Json addSecond(Evaluation &evaluation, const Json &arguments)
{
    return later(evaluation, arguments, 1.0);
}

Json formatUtcTime(Evaluation &evaluation, const Json &arguments)
{
    const std::vector<Json> pair = listArguments(evaluation, arguments, 2, 2);
    if (pair.empty())
        return {};
    const std::optional<QDateTime> moment = parsedMoment(pair[0].toString());
    if (!moment)
        return evaluation.fail(QStringLiteral("it takes a time and a pattern"));
    const std::optional<QString> written = formattedMoment(*moment, pair[1].toString());
    return written ? Json::fromString(*written)
                   : evaluation.fail(QStringLiteral("the pattern has a letter that is not known"));
}

Json durationBetween(Evaluation &evaluation, const Json &arguments)
{
    const std::vector<Json> pair = listArguments(evaluation, arguments, 2, 2);
    if (pair.empty())
        return {};
    const std::optional<QTime> fromTime = parsedTimeOfDay(pair[0].toString());
    const std::optional<QTime> toTime = parsedTimeOfDay(pair[1].toString());
    const std::optional<QDateTime> from = parsedMoment(pair[0].toString());
    const std::optional<QDateTime> to = parsedMoment(pair[1].toString());
    qint64 seconds = -1;
    if (fromTime && toTime) {
        seconds = fromTime->secsTo(*toTime);
        if (seconds <= 0)
            seconds += 24 * 3600;
    } else if (from && to) {
        seconds = from->secsTo(*to);
    }
    if (seconds < 0)
        return evaluation.fail(QStringLiteral("it takes two times of day, or two times in order"));
    return Json::fromString(durationText(std::chrono::seconds(seconds)));
}

Json calculateTimeByOpsWindow(Evaluation &evaluation, const Json &arguments)
{
    const std::vector<Json> pair = listArguments(evaluation, arguments, 2, 2);
    if (pair.empty())
        return {};
    const std::optional<QTime> from = parsedTimeOfDay(pair[0].toString());
    const std::optional<QTime> to = parsedTimeOfDay(pair[1].toString());
    if (!from || !to)
        return evaluation.fail(QStringLiteral("it takes two times of day"));
    const QDateTime now = evaluation.scope().now.toUTC();
    const QDateTime start(now.date(), *from, Qt::UTC);
    if (now <= start)
        return Json::fromString(utcText(start));
    const bool isInside = now.time() <= *to;
    return Json::fromString(utcText(isInside ? now : start.addDays(1)));
}

} // namespace countersign::sandbox::functions
