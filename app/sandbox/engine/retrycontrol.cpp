// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/retrycontrol.h"

#include "app/sandbox/engine/values.h"

#include <cmath>

namespace countersign::sandbox {

std::optional<RetryControl> RetryControl::from(const Json &keys, QString *problem)
{
    RetryControl control;
    const auto read = [&](QStringView key, double usual, double least, double most) {
        const std::optional<Json> given = keys.find(key);
        const std::optional<double> number = given ? numberOf(*given) : usual;
        if (!number || *number < least || *number > most) {
            *problem = key + u" must be a number from " + QString::number(least) + u" to " +
                       QString::number(most) + u'.';
            return usual;
        }
        return *number;
    };
    control.retries = static_cast<int>(read(u"Retries", control.retries, 0, 300));
    control.delay = read(u"Delay", control.delay, 1, 3600);
    control.backOff = read(u"BackOff", control.backOff, 1, 3600);
    control.longest = read(u"MaxRetryInterval", control.longest, 1, 1800);
    if (const std::optional<Json> type = keys.find(u"DelayType"))
        control.delayType = textForm(*type);
    if (control.delayType != u"Exponential" && control.delayType != u"Constant" &&
        control.delayType != u"Linear")
        *problem = QStringLiteral("DelayType must be Exponential, Constant or Linear.");
    return problem->isEmpty() ? std::optional(control) : std::nullopt;
}

std::chrono::milliseconds RetryControl::waitBefore(int number) const
{
    double seconds = std::pow(2.0, std::min(number, 20));
    if (delayType == u"Constant")
        seconds = delay;
    else if (delayType == u"Linear")
        seconds = delay + backOff * number;
    return std::chrono::milliseconds(static_cast<qint64>(std::min(seconds, longest) * 1000.0));
}

} // namespace countersign::sandbox
