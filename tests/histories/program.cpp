// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/histories/checker.h"
#include "tests/histories/generator.h"
#include "tests/histories/player.h"
#include "tests/histories/shrinker.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>

using namespace countersign;

namespace {

void print(const QString &line)
{
    std::puts(qPrintable(line));
    std::fflush(stdout);
}

void print(const History &history)
{
    print(QStringLiteral("  seed %1: %2").arg(history.setting.seed).arg(history.setting.toText()));
    for (const Step &step : history.steps)
        print(u"    " + step.toText());
}

void print(const std::vector<Violation> &violations)
{
    for (const Violation &violation : violations)
        print(QStringLiteral("  VIOLATION of %1: %2").arg(violation.rule, violation.text));
}

void print(const Transcript &transcript)
{
    for (const Told &told : transcript.told)
        print(QStringLiteral("  %1 s  %2  %3%4")
                  .arg(double(told.at.count()) / 1000.0, 0, 'f', 3)
                  .arg(QString::fromLatin1(told.id.left(8)), told.sentence,
                       told.isByResumed ? QStringLiteral("  [after a restart]") : QString()));
    for (const Arrival &arrival : transcript.arrivals)
        print(QStringLiteral("  %1 s  %2  arrived: %3 %4, effect %5")
                  .arg(double(arrival.at.count()) / 1000.0, 0, 'f', 3)
                  .arg(QString::fromLatin1(transcript.decisionOfNonce.value(arrival.nonce).left(8)))
                  .arg(arrival.status)
                  .arg(arrival.code.isEmpty() ? QStringLiteral("accepted") : arrival.code,
                       arrival.effectAt
                           ? QString::number(double(arrival.effectAt->count()) / 1000.0, 'f', 3)
                           : QStringLiteral("none")));
}

std::vector<Violation> played(VirtualDispatcher &time, const History &history)
{
    return violationsOf(Player(time, history).play());
}

bool breaks(const std::vector<Violation> &violations, const QString &rule)
{
    return std::any_of(violations.begin(), violations.end(),
                       [&rule](const Violation &violation) { return violation.rule == rule; });
}

void report(VirtualDispatcher &time, const History &history,
            const std::vector<Violation> &violations)
{
    print(QStringLiteral("seed %1 fails:").arg(history.setting.seed));
    print(violations);
    const QString rule = violations.front().rule;
    const History shortest = shrunk(
        history, [&](const History &candidate) { return breaks(played(time, candidate), rule); });
    print(QStringLiteral("the shortest history that breaks %1:").arg(rule));
    print(shortest);
    const Transcript transcript = Player(time, shortest).play();
    print(transcript);
    print(violationsOf(transcript));
}

int replay(VirtualDispatcher &time, quint32 seed)
{
    const History history = historyFrom(seed);
    print(history);
    const Transcript transcript = Player(time, history).play();
    print(transcript);
    const std::vector<Violation> violations = violationsOf(transcript);
    if (violations.empty()) {
        print(QStringLiteral("  all rules hold"));
        return 0;
    }
    report(time, history, violations);
    return 1;
}

} // namespace

// histories --seed S --count N: plays N histories from seed S on; --replay: one, telling all.
int main(int argc, char **argv)
{
    auto *time = new VirtualDispatcher;
    QCoreApplication::setEventDispatcher(time);
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption seedOption(QStringLiteral("seed"), QStringLiteral("The first seed."),
                                        QStringLiteral("S"), QStringLiteral("1"));
    const QCommandLineOption countOption(QStringLiteral("count"), QStringLiteral("How many."),
                                         QStringLiteral("N"), QStringLiteral("1000"));
    const QCommandLineOption hoursOption(QStringLiteral("hours"),
                                         QStringLiteral("Goes on for so long instead of counting."),
                                         QStringLiteral("H"));
    const QCommandLineOption replayOption(QStringLiteral("replay"),
                                          QStringLiteral("Plays one seed and tells all."));
    parser.addOptions({seedOption, countOption, hoursOption, replayOption});
    parser.process(application);
    const quint32 first = parser.value(seedOption).toUInt();
    if (parser.isSet(replayOption))
        return replay(*time, first);

    QElapsedTimer running;
    running.start();
    const bool isTimed = parser.isSet(hoursOption);
    const double hours = parser.value(hoursOption).toDouble();
    const quint32 count = parser.value(countOption).toUInt();
    quint32 done = 0;
    int failed = 0;
    while (isTimed ? double(running.elapsed()) < hours * 3'600'000.0 : done < count) {
        const History history = historyFrom(first + done);
        ++done;
        const std::vector<Violation> violations = played(*time, history);
        if (violations.empty())
            continue;
        ++failed;
        report(*time, history, violations);
        if (failed >= 10)
            break;
    }
    print(QStringLiteral("%1 histories from seed %2, %3 with violations, %4 s")
              .arg(done)
              .arg(first)
              .arg(failed)
              .arg(double(running.elapsed()) / 1000.0, 0, 'f', 1));
    return failed == 0 ? 0 : 1;
}
