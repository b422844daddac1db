// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/watchpace.h"
#include "tests/fakes/simulatedday.h"

#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;

namespace {

using Time = WatchPace::Time;

Place placeAt(int profile, int region = 0)
{
    return {ProfileId(QStringLiteral("p%1").arg(profile)),
            RegionId(QStringLiteral("r%1").arg(region))};
}

std::vector<WatchPace::Watched> placesOf(int profiles, int regions)
{
    std::vector<WatchPace::Watched> watched;
    for (int profile = 0; profile < profiles; ++profile) {
        for (int region = 0; region < regions; ++region) {
            const Place place = placeAt(profile, region);
            watched.push_back({place, place.profile.text()});
        }
    }
    return watched;
}

void read(WatchPace &pace, const Place &place, Time now, int waiting = 0, bool hasArrivals = false)
{
    pace.onStarted(place, now);
    pace.onRead(place, waiting, hasArrivals, now + 100ms);
}

void readAll(WatchPace &pace, const std::vector<WatchPace::Watched> &watched, Time now,
             int waiting = 0)
{
    for (const WatchPace::Watched &each : watched)
        read(pace, each.place, now, waiting);
}

//! Reads whatever is due, at once and without loss, until `end`; how often each place was read.
QHash<Place, int> readUntil(WatchPace &pace, Time from, Time end, int waiting)
{
    QHash<Place, int> counts;
    for (Time now = from; now < end;) {
        for (const Place &place : pace.due(now)) {
            read(pace, place, now, waiting);
            ++counts[place];
        }
        now = pace.nextAfter(now).value_or(end);
    }
    return counts;
}

} // namespace

class tst_WatchPace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void simulatedDay_fewCallsAndSoonNoticed_data();
    void simulatedDay_fewCallsAndSoonNoticed();
    void hidden_inUseIsReadAtLeastOnceAMinute();
    void hidden_isReadRarerThanActive();
    void arrival_isReadOftenForHours();
    void act_isReadOftenForAWhile();
    void emptyPlace_isReadEverRarer();
    void useIsForgottenAfterTwoDays();
    void readTogether_partAgain();
    void throttled_slowsTheWholeAccountAndRecoversSlowly();
    void throttledTogether_countsOnce();
    void heldAccount_goesOnSpread();
    void failures_areRetriedRarer();
    void grace_retriesSoonAndGrowing();
    void networkIsBack_whatFailedMeanwhileIsAskedFor();
    void manyProfiles_costNoMoreThanFifty();
    void manyProfiles_takeTurnsAndThoseInUseGoFirst();
    void asked_goesFirstWhereWaitsAre();
    void resting_isNeverDue();
};

void tst_WatchPace::simulatedDay_fewCallsAndSoonNoticed_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::newRow("one") << quint32(1);
    QTest::newRow("two") << quint32(5);
}

// A fixed poll of everything every ten seconds is 100 places x 360 calls in an hour.
void tst_WatchPace::simulatedDay_fewCallsAndSoonNoticed()
{
    QFETCH(quint32, seed);
    const DayResult day = simulateDay(DayPoll::Adaptive, seed);
    QVERIFY(day.usedDelays.size() > 200);
    QVERIFY(day.hiddenDelays.size() > 100);
    const double late = percentile(day.usedDelays, 0.95);
    QVERIFY2(late < 15.0, qPrintable(QString::number(late)));
    QVERIFY2(day.callsPerHour() <= 36'000.0 / 4, qPrintable(QString::number(day.callsPerHour())));
    QVERIFY(day.mostAtOnce <= 10);
    // Even where nobody expects anything, nothing waits unseen for more than a few minutes.
    QVERIFY(percentile(day.otherDelays, 1.0) < 330.0);
    QVERIFY(day.missed <= 1); // one may come in the last seconds
}

void tst_WatchPace::hidden_inUseIsReadAtLeastOnceAMinute()
{
    const auto watched = placesOf(5, 20);
    WatchPace pace{WatchTimes()};
    pace.setPlaces(watched, 0s);
    readAll(pace, watched, 0s, 1);
    pace.setAttention(Attention::Hidden);
    QHash<Place, Time> last;
    for (Time now = 0s; now < 2h;) {
        for (const Place &place : pace.due(now)) {
            QVERIFY(now - last.value(place) <= 60s);
            last.insert(place, now);
            read(pace, place, now, 1);
        }
        now = pace.nextAfter(now).value_or(2h);
    }
    QCOMPARE(last.size(), qsizetype(100));
}

void tst_WatchPace::hidden_isReadRarerThanActive()
{
    const auto watched = placesOf(1, 1);
    WatchPace pace{WatchTimes()};
    pace.setPlaces(watched, 0s);
    readAll(pace, watched, 0s, 1);
    pace.setAttention(Attention::Active);
    const int active = readUntil(pace, 1s, 1h, 1).value(placeAt(0));
    pace.setAttention(Attention::Hidden);
    const int hidden = readUntil(pace, 1h, 2h, 1).value(placeAt(0));
    QVERIFY2(active >= 200 && active <= 360, qPrintable(QString::number(active)));
    QVERIFY2(hidden >= 60 && hidden <= 66, qPrintable(QString::number(hidden)));
}

void tst_WatchPace::arrival_isReadOftenForHours()
{
    WatchPace pace{WatchTimes()};
    pace.setPlaces(placesOf(1, 2), 0s);
    pace.setAttention(Attention::Hidden);
    read(pace, placeAt(0, 0), 0s, 1, true);
    read(pace, placeAt(0, 1), 0s, 1, false);
    QVERIFY(pace.pause(placeAt(0, 0), 1h) < 15s);
    QVERIFY(pace.pause(placeAt(0, 0), 2h) < 15s);
    QVERIFY(pace.pause(placeAt(0, 0), 4h) > 50s);
    QVERIFY(pace.pause(placeAt(0, 1), 1h) > 50s);
    // Several arrivals are remembered for longer than one.
    for (int i = 0; i < 4; ++i)
        read(pace, placeAt(0, 1), 5h + i * 1min, 1, true);
    QVERIFY(pace.pause(placeAt(0, 1), 10h) < 15s);
    QVERIFY(pace.pause(placeAt(0, 1), 12h) > 50s);
}

void tst_WatchPace::act_isReadOftenForAWhile()
{
    WatchPace pace{WatchTimes()};
    pace.setPlaces(placesOf(1, 1), 0s);
    read(pace, placeAt(0), 1h);
    pace.setAttention(Attention::Hidden);
    QVERIFY(pace.pause(placeAt(0), 1h) > 60s);
    pace.noteActivity(placeAt(0), 1h);
    QVERIFY(pace.isInUse(placeAt(0), 1h));
    QVERIFY(pace.pause(placeAt(0), 1h) < 15s);
    QVERIFY(pace.pause(placeAt(0), 2h) > 50s);
}

void tst_WatchPace::emptyPlace_isReadEverRarer()
{
    WatchPace pace{WatchTimes()};
    pace.setPlaces(placesOf(1, 1), 0s);
    read(pace, placeAt(0), 0s);
    Time before = 0s;
    for (const Time quiet : {Time(1min), Time(15min), Time(30min), Time(24h)}) {
        const Time pause = pace.pause(placeAt(0), quiet);
        QVERIFY(pause > before);
        before = pause;
    }
    QCOMPARE(before, Time(5min));
}

void tst_WatchPace::useIsForgottenAfterTwoDays()
{
    WatchPace pace{WatchTimes()};
    pace.setPlaces(placesOf(1, 1), 0s);
    read(pace, placeAt(0), 0s, 1);
    QVERIFY(pace.isInUse(placeAt(0), 47h));
    QVERIFY(!pace.isInUse(placeAt(0), 49h));
}

// After a start or a wake all places are read in one go; that must not come back every time.
void tst_WatchPace::readTogether_partAgain()
{
    const auto watched = placesOf(5, 20);
    WatchPace pace{WatchTimes()};
    pace.setPlaces(watched, 0s);
    readAll(pace, watched, 0s, 1);
    QHash<qint64, int> perSecond;
    for (Time now = 1s; now < 5min;) {
        for (const Place &place : pace.due(now)) {
            read(pace, place, now, 1);
            ++perSecond[now / 1s];
        }
        now = pace.nextAfter(now).value_or(5min);
    }
    // 100 places in use are about eight readings a second; together they would be a hundred.
    for (auto it = perSecond.cbegin(); it != perSecond.cend(); ++it)
        QVERIFY2(it.value() <= 30, qPrintable(QString::number(it.value())));
}

void tst_WatchPace::throttled_slowsTheWholeAccountAndRecoversSlowly()
{
    const auto watched = placesOf(2, 3);
    WatchPace pace{WatchTimes()};
    pace.setPlaces(watched, 0s);
    readAll(pace, watched, 0s, 1);
    const Time usual = pace.pause(placeAt(0), 1s);
    pace.onThrottled(placeAt(0, 1), 2s, 1s);
    for (int region = 0; region < 3; ++region) {
        QCOMPARE(pace.pause(placeAt(0, region), 1s), usual * 2);
        QVERIFY(*pace.dueAt(placeAt(0, region), 1s) >= 3s);
        QCOMPARE(pace.pause(placeAt(1, region), 1s), usual);
    }
    pace.onThrottled(placeAt(0, 2), 2s, 30s);
    QCOMPARE(pace.pause(placeAt(0), 30s), usual * 4);
    QVERIFY(pace.pause(placeAt(0), 5min) > usual * 2);
    QVERIFY(pace.pause(placeAt(0), 5min) < usual * 4);
    QCOMPARE(pace.pause(placeAt(0), 15min), usual);
}

void tst_WatchPace::throttledTogether_countsOnce()
{
    const auto watched = placesOf(1, 10);
    WatchPace pace{WatchTimes()};
    pace.setPlaces(watched, 0s);
    readAll(pace, watched, 0s, 1);
    const Time usual = pace.pause(placeAt(0), 1s);
    for (int region = 0; region < 10; ++region)
        pace.onThrottled(placeAt(0, region), 1s, 1s + region * 100ms);
    QCOMPARE(pace.pause(placeAt(0), 2s), usual * 2);
    for (int i = 1; i < 20; ++i)
        pace.onThrottled(placeAt(0), 1s, 1s + i * 20s);
    QCOMPARE(pace.pause(placeAt(0), 1s + 20 * 19s), usual * 8);
}

void tst_WatchPace::heldAccount_goesOnSpread()
{
    const auto watched = placesOf(1, 20);
    WatchPace pace{WatchTimes()};
    pace.setPlaces(watched, 0s);
    readAll(pace, watched, 0s, 1);
    pace.askAll(1s);
    pace.onThrottled(placeAt(0), 5s, 1s);
    QVERIFY(pace.due(5s).empty());
    QVERIFY(pace.due(6s).size() <= 5);
    QCOMPARE(pace.due(6s + 20s).size(), std::size_t(20));
}

void tst_WatchPace::failures_areRetriedRarer()
{
    WatchPace pace{WatchTimes()};
    pace.setPlaces(placesOf(1, 1), 0s);
    const Place place = placeAt(0);
    Time now = 0s;
    std::vector<Time> pauses;
    for (int i = 0; i < 6; ++i) {
        pace.onStarted(place, now);
        pace.onFailed(place, false, now);
        pauses.push_back(*pace.dueAt(place, now) - now);
        now += pauses.back();
    }
    QCOMPARE(pauses, (std::vector<Time>{30s, 60s, 120s, 240s, 300s, 300s}));
    // The network may be back at any time, and asking it costs the service nothing.
    for (int i = 0; i < 3; ++i) {
        pace.onStarted(place, now);
        pace.onFailed(place, true, now);
        QCOMPARE(*pace.dueAt(place, now) - now, Time(30s));
        now += 30s;
    }
}

void tst_WatchPace::grace_retriesSoonAndGrowing()
{
    WatchPace pace{WatchTimes()};
    pace.setPlaces(placesOf(1, 1), 0s);
    const Place place = placeAt(0);
    read(pace, place, 0s);
    Time now = 1h;
    pace.beginGrace(now);
    QVERIFY(pace.isInGrace(now + 59s));
    QVERIFY(!pace.isInGrace(now + 60s));
    std::vector<Time> pauses;
    for (int i = 0; i < 5; ++i) {
        QVERIFY(*pace.dueAt(place, now) <= now);
        pace.onStarted(place, now);
        pace.onFailed(place, true, now);
        pauses.push_back(*pace.dueAt(place, now) - now);
        now += pauses.back();
    }
    QCOMPARE(pauses, (std::vector<Time>{2s, 4s, 8s, 16s, 30s}));
}

void tst_WatchPace::networkIsBack_whatFailedMeanwhileIsAskedFor()
{
    const auto watched = placesOf(1, 3);
    WatchPace pace{WatchTimes()};
    pace.setPlaces(watched, 0s);
    readAll(pace, watched, 0s);
    for (int region = 0; region < 3; ++region) {
        pace.onStarted(placeAt(0, region), 60s);
        pace.onFailed(placeAt(0, region), true, 61s);
    }
    QVERIFY(pace.due(70s).empty());
    read(pace, placeAt(0, 0), 70s);
    QCOMPARE(pace.due(71s).size(), std::size_t(2));
    // A place that goes on failing beside others that do not is left to its own pause.
    read(pace, placeAt(0, 1), 71s);
    pace.onStarted(placeAt(0, 2), 71s);
    pace.onFailed(placeAt(0, 2), true, 72s);
    read(pace, placeAt(0, 0), 75s);
    pace.onStarted(placeAt(0, 2), 76s);
    pace.onFailed(placeAt(0, 2), true, 77s);
    read(pace, placeAt(0, 0), 80s);
    QVERIFY(pace.due(81s).empty());
}

void tst_WatchPace::manyProfiles_costNoMoreThanFifty()
{
    int counts[2];
    const int profiles[] = {50, 200};
    for (int i = 0; i < 2; ++i) {
        const auto watched = placesOf(profiles[i], 1);
        WatchPace pace{WatchTimes()};
        pace.setPlaces(watched, 0s);
        readAll(pace, watched, 0s, 1);
        const QHash<Place, int> read = readUntil(pace, 5min, 35min, 1);
        QCOMPARE(read.size(), qsizetype(profiles[i]));
        counts[i] = 0;
        int least = std::numeric_limits<int>::max();
        int most = 0;
        for (const int count : read) {
            counts[i] += count;
            least = std::min(least, count);
            most = std::max(most, count);
        }
        QVERIFY2(most - least <= 2, qPrintable(QStringLiteral("%1 %2").arg(least).arg(most)));
    }
    QVERIFY2(counts[1] <= counts[0] * 11 / 10, qPrintable(QString::number(counts[1])));
}

void tst_WatchPace::manyProfiles_takeTurnsAndThoseInUseGoFirst()
{
    const auto watched = placesOf(200, 1);
    WatchPace pace{WatchTimes()};
    pace.setPlaces(watched, 0s);
    for (int i = 0; i < 200; ++i)
        read(pace, placeAt(i), 0s, i < 10 ? 1 : 0);
    // Ten in use are as quick as ever; the others share what is left.
    QVERIFY(pace.pause(placeAt(3), 1min) < 15s);
    QVERIFY(pace.pause(placeAt(100), 1min) > 4 * 30s);
    const QHash<Place, int> read = readUntil(pace, 1min, 3h, 0);
    QCOMPARE(read.size(), qsizetype(200));
    for (int i = 11; i < 200; ++i)
        QVERIFY(std::abs(read.value(placeAt(i)) - read.value(placeAt(10))) <= 2);
}

void tst_WatchPace::asked_goesFirstWhereWaitsAre()
{
    const auto watched = placesOf(1, 10);
    WatchPace pace{WatchTimes()};
    pace.setPlaces(watched, 0s);
    readAll(pace, watched, 0s);
    read(pace, placeAt(0, 7), 1s, 2);
    pace.askAll(2s);
    const std::vector<Place> due = pace.due(2s);
    QCOMPARE(due.size(), std::size_t(10));
    QVERIFY(due.front() == placeAt(0, 7));
    // What is asked for while it is read is read once more.
    pace.onStarted(placeAt(0, 7), 2s);
    pace.ask(placeAt(0, 7), 3s);
    QCOMPARE(pace.due(3s).size(), std::size_t(9));
    pace.onRead(placeAt(0, 7), 2, false, 4s);
    QCOMPARE(pace.due(4s).size(), std::size_t(10));
}

void tst_WatchPace::resting_isNeverDue()
{
    WatchPace pace{WatchTimes()};
    pace.setPlaces(placesOf(2, 1), 0s);
    pace.setResting({placeAt(0).profile}, 0s);
    QCOMPARE(pace.due(1h), std::vector<Place>{placeAt(1)});
    QVERIFY(!pace.dueAt(placeAt(0), 1h));
    pace.setResting({}, 1h);
    QCOMPARE(pace.due(1h).size(), std::size_t(2));
}

QTEST_GUILESS_MAIN(tst_WatchPace)
#include "tst_watchpace.moc"
