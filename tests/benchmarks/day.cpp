// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/simulatedday.h"

#include <QCoreApplication>

#include <cstdio>

namespace countersign {

namespace {

void printRow(const char *name, const DayResult &day)
{
    const auto delays = [](const std::vector<double> &values) {
        std::printf(" | %6.1f s | %6.1f s | %4zu", percentile(values, 0.5),
                    percentile(values, 0.95), values.size());
    };
    std::printf("%-24s | %8.0f", name, day.callsPerHour());
    delays(day.usedDelays);
    delays(day.hiddenDelays);
    delays(day.otherDelays);
    std::printf("\n");
}

} // namespace

} // namespace countersign

//! day [SEED…]: from waiting to notice over a day of 20 regions x 5 profiles, beside a fixed poll
//! of everything.
int main(int argc, char **argv)
{
    using namespace countersign;
    const QCoreApplication application(argc, argv);
    std::printf("%-24s | %8s | %-28s | %-28s | %-28s\n", "from waiting to notice", "calls/h",
                "in use: median, 95 %, waits", "of them, window hidden", "elsewhere");
    std::vector<quint32> seeds;
    for (const QString &argument : QCoreApplication::arguments().mid(1))
        seeds.push_back(argument.toUInt());
    if (seeds.empty())
        seeds = {1, 2, 3};
    for (const quint32 seed : seeds) {
        const DayResult adaptive = simulateDay(DayPoll::Adaptive, seed);
        const DayResult fixed = simulateDay(DayPoll::EveryTenth, seed);
        std::printf("seed %u\n", seed);
        printRow("adaptive", adaptive);
        printRow("every 10 s, everything", fixed);
        std::printf("%.1f %% of the calls\n", 100.0 * adaptive.calls / fixed.calls);
    }
    return 0;
}
