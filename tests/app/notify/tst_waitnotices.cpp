// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notify/waitnotices.h"
#include "tests/fakes/recordingsink.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;

namespace {

//! Both clocks stand still until they are moved; the wall clock begins at ten in the morning.
class HandClock final : public Clock
{
public:
    QDateTime now() const override { return m_start.addMSecs(m_passed.count()); }
    std::chrono::milliseconds monotonic() const override { return m_passed; }
    std::chrono::milliseconds withSleep() const override { return m_passed; }
    void pass(std::chrono::milliseconds span) { m_passed += span; }

private:
    const QDateTime m_start = QDateTime({2026, 11, 25}, {10, 0}, Qt::LocalTime).toUTC();
    std::chrono::milliseconds m_passed{0};
};

WaitToTell wait(int number, const QString &profile = QStringLiteral("acme-prod"))
{
    WaitToTell made;
    made.id = {{ProfileId(profile), RegionId(QStringLiteral("cn-hangzhou"))},
               ExecutionId(QStringLiteral("exec-%1").arg(number)),
               TaskExecutionId(QStringLiteral("t-%1").arg(number))};
    made.profileAlias = profile;
    made.kind = WaitKind::Approval;
    made.heading = QStringLiteral("Approval “gate%1”").arg(number);
    made.needsPerson = true;
    made.waitingSince = QDateTime({2026, 11, 25}, {1, 0}, Qt::UTC).addSecs(number);
    return made;
}

std::vector<WaitToTell> waits(int from, int to)
{
    std::vector<WaitToTell> made;
    for (int number = from; number <= to; ++number)
        made.push_back(wait(number));
    return made;
}

FollowedRunEnd runEnd(int number, RunStatus status = RunStatus::Failed)
{
    return {{ProfileId(QStringLiteral("acme-prod")), RegionId(QStringLiteral("cn-hangzhou"))},
            ExecutionId(QStringLiteral("run-%1").arg(number)),
            QStringLiteral("acme-prod"),
            status,
            QStringLiteral("removeNodes")};
}

} // namespace

class tst_WaitNotices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void arrival_isTold_once();
    void secondGate_isToldAndOpensTheSecond();
    void burst_isOneNotice_longestWaitingFirst();
    void soonAfter_isHeldAndMerged();
    void otherProfile_isNotHeld();
    void notForThisPerson_isNotTold_data();
    void notForThisPerson_isNotTold();
    void laterForThisPerson_isTold();
    void settledWhileHeld_isNotTold();
    void settledAfterwards_isWithdrawn();
    void comesBack_isNotToldAgain();
    void told_survivesRestart();
    void firstReading_isOneDigest();
    void firstReading_windowActive_isSilent();
    void firstReading_neverComplete_endsAfterGrace();
    void firstReading_completeByLaterReading();
    void sleep_becomesOneDigest();
    void sleep_neverComplete_endsAfterGrace();
    void sleep_settledMeanwhile_isNotTold();
    void wakeDuringFirstReading_windowActive_isSilent();
    void digest_keepsTheMinuteOfEachProfile();
    void quietHours_endInOneDigest();
    void reminder_isOffByDefault();
    void reminder_comesOnce();
    void reminder_settled_doesNotCome();
    void sound_isOffByDefault();
    void names_areShownOnlyByChoice();
    void named_isWithdrawnOnDemand();
    void runEnd_failure_isTold_once();
    void runEnd_others_areToldByChoice();
    void runEnd_andWaits_takeTurns();
    void kinds_differ_noKindIsNamed();
    void timer_showsWhatIsHeld();
    void anyHistory_keepsTheRules_data();
    void anyHistory_keepsTheRules();

private:
    void pass(std::chrono::milliseconds span);
    //! Past the first reading, which found nothing.
    void settleDown();
    const Notice &last() const { return m_sink->shown.back(); }
    int count() const { return static_cast<int>(m_sink->shown.size()); }

    std::unique_ptr<HandClock> m_clock;
    std::unique_ptr<RecordingSink> m_sink;
    std::unique_ptr<WaitNotices> m_notices;
};

void tst_WaitNotices::init()
{
    m_notices.reset();
    m_clock = std::make_unique<HandClock>();
    m_sink = std::make_unique<RecordingSink>();
    m_notices = std::make_unique<WaitNotices>(*m_sink, *m_clock);
}

void tst_WaitNotices::pass(std::chrono::milliseconds span)
{
    m_clock->pass(span);
    m_notices->lookAgain();
}

void tst_WaitNotices::settleDown()
{
    m_notices->take({}, true);
    m_notices->readingComplete();
    QCOMPARE(count(), 0);
}

void tst_WaitNotices::arrival_isTold_once()
{
    settleDown();
    const QSignalSpy changed(m_notices.get(), &WaitNotices::toldChanged);
    m_notices->take(waits(1, 1), false);
    QCOMPARE(count(), 1);
    QCOMPARE(last().kind, Notice::Kind::Arrivals);
    QCOMPARE(last().waits, 1);
    QCOMPARE(last().profileAliases, QStringList(QStringLiteral("acme-prod")));
    QCOMPARE(last().waitKind, WaitKind::Approval);
    QCOMPARE(last().ids, std::vector{wait(1).id});
    QCOMPARE(changed.count(), 1);
    for (int i = 0; i < 10; ++i) {
        pass(5min);
        m_notices->take(waits(1, 1), false);
    }
    QCOMPARE(count(), 1);
}

void tst_WaitNotices::secondGate_isToldAndOpensTheSecond()
{
    settleDown();
    m_notices->take(waits(1, 1), false);
    pass(2min);
    WaitToTell gateB = wait(1);
    gateB.id.taskExecutionId = TaskExecutionId(QStringLiteral("t-b"));
    m_notices->take({gateB}, false);
    QCOMPARE(count(), 2);
    QCOMPARE(last().ids, std::vector{gateB.id});
}

void tst_WaitNotices::burst_isOneNotice_longestWaitingFirst()
{
    settleDown();
    m_notices->take({wait(3), wait(1), wait(2)}, false);
    QCOMPARE(count(), 1);
    QCOMPARE(last().waits, 3);
    QCOMPARE(last().ids, (std::vector{wait(1).id, wait(2).id, wait(3).id}));
}

void tst_WaitNotices::soonAfter_isHeldAndMerged()
{
    settleDown();
    m_notices->take(waits(1, 1), false);
    pass(20s);
    m_notices->take(waits(1, 2), false);
    pass(20s);
    m_notices->take(waits(1, 4), false);
    QCOMPARE(count(), 1);
    pass(19'999ms);
    QCOMPARE(count(), 1);
    pass(1ms);
    QCOMPARE(count(), 2);
    QCOMPARE(last().kind, Notice::Kind::Arrivals);
    QCOMPARE(last().ids, (std::vector{wait(2).id, wait(3).id, wait(4).id}));
    QCOMPARE(last().id, m_sink->shown.front().id);
}

void tst_WaitNotices::otherProfile_isNotHeld()
{
    settleDown();
    m_notices->take({wait(1)}, false);
    m_notices->take({wait(1), wait(2, QStringLiteral("acme-dev"))}, false);
    QCOMPARE(count(), 2);
    QCOMPARE(last().profileAliases, QStringList(QStringLiteral("acme-dev")));
    QVERIFY(!(last().id == m_sink->shown.front().id));
}

void tst_WaitNotices::notForThisPerson_isNotTold_data()
{
    QTest::addColumn<bool>("needsPerson");
    QTest::addColumn<bool>("isOwnDebugStep");
    QTest::newRow("own debug step") << true << true;
    QTest::newRow("someone else's") << false << false;
}

void tst_WaitNotices::notForThisPerson_isNotTold()
{
    QFETCH(bool, needsPerson);
    QFETCH(bool, isOwnDebugStep);
    WaitToTell other = wait(1);
    other.needsPerson = needsPerson;
    other.isOwnDebugStep = isOwnDebugStep;
    m_notices->take({other}, true);
    m_notices->readingComplete();
    m_notices->take({other}, false);
    pass(10min);
    QCOMPARE(count(), 0);
    QVERIFY(m_notices->told().empty());
}

void tst_WaitNotices::laterForThisPerson_isTold()
{
    settleDown();
    WaitToTell other = wait(1);
    other.needsPerson = false;
    m_notices->take({other}, false);
    QCOMPARE(count(), 0);
    m_notices->take({wait(1)}, false);
    QCOMPARE(count(), 1);
}

void tst_WaitNotices::settledWhileHeld_isNotTold()
{
    settleDown();
    m_notices->take(waits(1, 1), false);
    m_notices->take(waits(1, 3), false);
    WaitToTell approvedByMe = wait(3);
    approvedByMe.needsPerson = false;
    m_notices->take({wait(1), approvedByMe}, false);
    pass(60s);
    QCOMPARE(count(), 1);
    QVERIFY(m_sink->withdrawn.empty());
}

void tst_WaitNotices::settledAfterwards_isWithdrawn()
{
    settleDown();
    m_notices->take(waits(1, 2), false);
    m_notices->take(waits(2, 2), false);
    QVERIFY(m_sink->withdrawn.empty());
    m_notices->take({}, false);
    QCOMPARE(m_sink->withdrawn, std::vector{last().id});
    m_notices->take({}, false);
    QCOMPARE(m_sink->withdrawn.size(), std::size_t(1));
}

void tst_WaitNotices::comesBack_isNotToldAgain()
{
    settleDown();
    m_notices->take(waits(1, 1), false);
    pass(5min);
    m_notices->take({}, false);
    m_notices->take(waits(1, 1), false);
    pass(5min);
    QCOMPARE(count(), 1);
}

void tst_WaitNotices::told_survivesRestart()
{
    settleDown();
    m_notices->take(waits(1, 3), false);
    const std::vector<WaitRowId> told = m_notices->told();
    QCOMPARE(told.size(), std::size_t(3));
    init();
    m_notices->setTold(told);
    m_notices->take(waits(1, 3), true);
    m_notices->readingComplete();
    QCOMPARE(count(), 0);
    m_notices->take(waits(1, 4), false);
    QCOMPARE(last().ids, std::vector{wait(4).id});
}

void tst_WaitNotices::firstReading_isOneDigest()
{
    m_notices->take(waits(1, 2), true);
    m_notices->take({wait(1), wait(2), wait(7, QStringLiteral("acme-dev"))}, true);
    QCOMPARE(count(), 0);
    m_notices->readingComplete();
    QCOMPARE(count(), 1);
    QCOMPARE(last().kind, Notice::Kind::Digest);
    QCOMPARE(last().waits, 3);
    QCOMPARE(last().profileAliases,
             (QStringList{QStringLiteral("acme-dev"), QStringLiteral("acme-prod")}));
    pass(5min);
    QCOMPARE(count(), 1);
}

void tst_WaitNotices::firstReading_windowActive_isSilent()
{
    m_notices->setWindowActive(true);
    m_notices->take(waits(1, 2), true);
    m_notices->readingComplete();
    pass(5min);
    QCOMPARE(count(), 0);
    QCOMPARE(m_notices->told().size(), std::size_t(2));
    m_notices->take(waits(1, 3), false);
    QCOMPARE(count(), 1);
    QCOMPARE(last().ids, std::vector{wait(3).id});
}

void tst_WaitNotices::firstReading_neverComplete_endsAfterGrace()
{
    m_notices->take(waits(1, 2), true);
    pass(59'999ms);
    QCOMPARE(count(), 0);
    pass(1ms);
    QCOMPARE(count(), 1);
    QCOMPARE(last().kind, Notice::Kind::Digest);
    pass(60s);
    m_notices->take(waits(1, 3), true);
    QCOMPARE(count(), 2);
    QCOMPARE(last().kind, Notice::Kind::Arrivals);
}

void tst_WaitNotices::firstReading_completeByLaterReading()
{
    m_notices->take({}, true);
    m_notices->take({wait(1), wait(2, QStringLiteral("acme-dev"))}, false);
    QCOMPARE(count(), 1);
    QCOMPARE(last().kind, Notice::Kind::Digest);
    QCOMPARE(last().waits, 2);
}

void tst_WaitNotices::sleep_becomesOneDigest()
{
    settleDown();
    m_notices->take(waits(1, 1), false);
    m_notices->setAwake(false);
    pass(3h);
    m_notices->take(waits(1, 2), false);
    QCOMPARE(count(), 1);
    m_notices->setAwake(true);
    for (int number = 3; number <= 41; ++number) {
        pass(1s);
        m_notices->take(waits(1, number), false);
    }
    QCOMPARE(count(), 1);
    m_notices->readingComplete();
    QCOMPARE(count(), 2);
    QCOMPARE(last().kind, Notice::Kind::Digest);
    QCOMPARE(last().waits, 40);
    pass(1h);
    QCOMPARE(count(), 2);
}

void tst_WaitNotices::sleep_neverComplete_endsAfterGrace()
{
    settleDown();
    m_notices->setAwake(true); // as after a sleep that was not announced
    m_notices->take(waits(1, 40), false);
    pass(59s);
    QCOMPARE(count(), 0);
    pass(1s);
    QCOMPARE(count(), 1);
    QCOMPARE(last().waits, 40);
}

void tst_WaitNotices::sleep_settledMeanwhile_isNotTold()
{
    settleDown();
    m_notices->take(waits(1, 1), false);
    m_notices->take(waits(1, 5), false); // held: the minute is not over
    m_notices->setAwake(false);
    pass(8h);
    m_notices->setAwake(true);
    m_notices->take(waits(6, 6), false);
    m_notices->readingComplete();
    QCOMPARE(count(), 2);
    QCOMPARE(last().ids, std::vector{wait(6).id});
    QCOMPARE(m_sink->withdrawn.size(), std::size_t(1));
}

void tst_WaitNotices::wakeDuringFirstReading_windowActive_isSilent()
{
    m_notices->setWindowActive(true);
    m_notices->take(waits(1, 1), true);
    m_notices->setAwake(false);
    m_notices->setAwake(true);
    m_notices->take(waits(1, 2), true);
    m_notices->readingComplete();
    pass(5min);
    QCOMPARE(count(), 0);
}

void tst_WaitNotices::digest_keepsTheMinuteOfEachProfile()
{
    settleDown();
    m_notices->take(waits(1, 1), false);
    pass(10s);
    m_notices->setAwake(false);
    m_notices->setAwake(true);
    m_notices->take({wait(1), wait(2), wait(3, QStringLiteral("acme-dev"))}, false);
    m_notices->readingComplete();
    QCOMPARE(count(), 1);
    pass(50s);
    QCOMPARE(count(), 2);
    QCOMPARE(last().waits, 2);
}

void tst_WaitNotices::quietHours_endInOneDigest()
{
    settleDown();
    m_notices->setOptions({.quietHours = {QTime(10, 30), QTime(12, 0)}});
    m_notices->take(waits(1, 1), false);
    QCOMPARE(count(), 1); // ten o'clock is not quiet yet
    pass(30min);
    m_notices->take(waits(1, 2), false);
    pass(30min);
    m_notices->take({wait(1), wait(2), wait(3), wait(4, QStringLiteral("acme-dev"))}, false);
    m_notices->tellRunEnded(runEnd(1));
    pass(30min);
    m_notices->take({wait(1), wait(2), wait(4, QStringLiteral("acme-dev"))}, false);
    pass(29min + 59s);
    QCOMPARE(count(), 1);
    pass(1s);
    QCOMPARE(count(), 2);
    QCOMPARE(last().kind, Notice::Kind::Digest);
    QCOMPARE(last().waits, 2);
    QCOMPARE(last().failedRuns, 1);
    QCOMPARE(last().ids.size(), std::size_t(3));
    pass(1h);
    QCOMPARE(count(), 2);
}

void tst_WaitNotices::reminder_isOffByDefault()
{
    settleDown();
    m_notices->take(waits(1, 1), false);
    pass(24h);
    QCOMPARE(count(), 1);
}

void tst_WaitNotices::reminder_comesOnce()
{
    m_notices->setOptions({.remindAfter = 30min});
    settleDown();
    m_notices->take(waits(1, 2), false);
    pass(30min - 1ms);
    QCOMPARE(count(), 1);
    pass(1ms);
    QCOMPARE(count(), 2);
    QCOMPARE(last().kind, Notice::Kind::Reminder);
    QCOMPARE(last().waits, 2);
    pass(24h);
    QCOMPARE(count(), 2);
}

void tst_WaitNotices::reminder_settled_doesNotCome()
{
    m_notices->setOptions({.remindAfter = 30min});
    settleDown();
    m_notices->take(waits(1, 2), false);
    m_notices->take(waits(2, 2), false);
    pass(30min);
    QCOMPARE(last().ids, std::vector{wait(2).id});
    m_notices->take({}, false);
    QCOMPARE(m_sink->withdrawn, std::vector{last().id});
}

void tst_WaitNotices::sound_isOffByDefault()
{
    settleDown();
    m_notices->take(waits(1, 1), false);
    QVERIFY(!last().hasSound);
    m_notices->setOptions({.hasSound = true});
    pass(60s);
    m_notices->take(waits(1, 2), false);
    QVERIFY(last().hasSound);
}

void tst_WaitNotices::named_isWithdrawnOnDemand()
{
    m_notices->take({}, false);
    m_notices->take({wait(1, QStringLiteral("acme-dev"))}, false);
    QCOMPARE(m_sink->shown.size(), std::size_t(1));
    m_notices->setOptions({.showsNames = true});
    m_notices->take({wait(1, QStringLiteral("acme-dev")), wait(2)}, false);
    m_notices->tellRunEnded(runEnd(1));
    m_clock->pass(61s);
    m_notices->lookAgain();
    QCOMPARE(m_sink->shown.size(), std::size_t(3));
    m_notices->withdrawNamed();
    // The first one holds no name, and stays.
    QCOMPARE(QSet<NoticeId>(m_sink->withdrawn.begin(), m_sink->withdrawn.end()),
             (QSet<NoticeId>{m_sink->shown[1].id, m_sink->shown[2].id}));
    QVERIFY(m_sink->shown[0].id != m_sink->shown[1].id);
    const std::size_t before = m_sink->withdrawn.size();
    m_notices->withdrawNamed();
    QCOMPARE(m_sink->withdrawn.size(), before);
}

void tst_WaitNotices::names_areShownOnlyByChoice()
{
    settleDown();
    m_notices->take(waits(1, 1), false);
    m_notices->tellRunEnded(runEnd(1));
    pass(60s);
    for (const Notice &notice : m_sink->shown)
        QVERIFY(notice.headings.isEmpty() && notice.failedTasks.isEmpty());
    m_notices->setOptions({.showsNames = true});
    pass(60s);
    m_notices->take(waits(1, 9), false);
    QCOMPARE(last().headings.size(), 3);
    QCOMPARE(last().headings.front(), wait(2).heading);
    pass(60s);
    m_notices->tellRunEnded(runEnd(2));
    QCOMPARE(last().failedTasks, QStringList(QStringLiteral("removeNodes")));
}

void tst_WaitNotices::runEnd_failure_isTold_once()
{
    settleDown();
    m_notices->tellRunEnded(runEnd(1));
    QCOMPARE(count(), 1);
    QCOMPARE(last().kind, Notice::Kind::RunsEnded);
    QCOMPARE(last().failedRuns, 1);
    QCOMPARE(last().waits, 0);
    QCOMPARE(last().ids, (std::vector<WaitRowId>{{runEnd(1).place, runEnd(1).executionId, {}}}));
    pass(5min);
    m_notices->tellRunEnded(runEnd(1));
    m_notices->take({}, false);
    QCOMPARE(count(), 1);
    QVERIFY(m_sink->withdrawn.empty());
}

void tst_WaitNotices::runEnd_others_areToldByChoice()
{
    settleDown();
    m_notices->tellRunEnded(runEnd(1, RunStatus::Success));
    m_notices->tellRunEnded(runEnd(2, RunStatus::Cancelled));
    m_notices->tellRunEnded(runEnd(3, RunStatus::Running));
    QCOMPARE(count(), 0);
    m_notices->setOptions({.tellsEveryEnd = true});
    m_notices->tellRunEnded(runEnd(4, RunStatus::Success));
    QCOMPARE(count(), 1);
    QCOMPARE(last().otherRuns, 1);
    m_notices->tellRunEnded(runEnd(5, RunStatus::Running));
    pass(5min);
    QCOMPARE(count(), 1);
}

void tst_WaitNotices::runEnd_andWaits_takeTurns()
{
    settleDown();
    m_notices->take(waits(1, 1), false);
    pass(1s);
    m_notices->tellRunEnded(runEnd(1));
    m_notices->tellRunEnded(runEnd(2));
    pass(1s);
    m_notices->take(waits(1, 2), false);
    pass(58s);
    QCOMPARE(count(), 2);
    QCOMPARE(last().failedRuns, 2);
    pass(60s);
    QCOMPARE(count(), 3);
    QCOMPARE(last().ids, std::vector{wait(2).id});
}

void tst_WaitNotices::kinds_differ_noKindIsNamed()
{
    settleDown();
    WaitToTell highRisk = wait(2);
    highRisk.kind = WaitKind::HighRisk;
    m_notices->take({wait(1), highRisk}, false);
    QVERIFY(!last().waitKind);
}

void tst_WaitNotices::timer_showsWhatIsHeld()
{
    const SystemClock clock;
    WaitNotices notices(*m_sink, clock, {.perProfile = 50ms, .grace = 50ms});
    notices.take(waits(1, 1), true);
    QCOMPARE(count(), 0);
    QTRY_COMPARE(count(), 1);
    notices.take(waits(1, 2), false);
    notices.take(waits(1, 3), false);
    QTRY_VERIFY(last().ids.back() == wait(3).id);
    QVERIFY(count() <= 3);
}

void tst_WaitNotices::anyHistory_keepsTheRules_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 60; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void tst_WaitNotices::anyHistory_keepsTheRules()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    const bool hasQuietHours = random.bounded(2) == 0;
    if (hasQuietHours)
        m_notices->setOptions({.quietHours = {QTime(10, 20), QTime(10, 50)}});
    QHash<WaitRowId, int> toldTimes;
    QHash<QString, std::chrono::milliseconds> toldAt;
    std::size_t seen = 0;
    bool isAwake = true;
    std::vector<WaitToTell> present;
    for (int step = 0; step < 400; ++step) {
        m_clock->pass(std::chrono::milliseconds(random.bounded(20'000)));
        present.clear();
        for (int number = 0; number < 30; ++number) {
            if (random.bounded(3) == 0)
                continue;
            present.push_back(number % 3 == 0
                                  ? wait(number)
                                  : wait(number, QStringLiteral("p%1").arg(number % 3)));
            present.back().needsPerson = random.bounded(5) != 0;
            present.back().isOwnDebugStep = number % 7 == 0;
        }
        switch (random.bounded(8)) {
        case 0:
            isAwake = !isAwake;
            m_notices->setAwake(isAwake);
            break;
        case 1:
            m_notices->readingComplete();
            break;
        case 2:
            m_notices->tellRunEnded(runEnd(random.bounded(50)));
            break;
        case 3:
            m_notices->lookAgain();
            break;
        default:
            m_notices->take(present, step < 5);
            break;
        }
        for (; seen < m_sink->shown.size(); ++seen) {
            const Notice &notice = m_sink->shown[seen];
            const QTime local = m_clock->now().toLocalTime().time();
            QVERIFY(isAwake);
            QVERIFY(!hasQuietHours || local < QTime(10, 20) || local >= QTime(10, 50));
            QVERIFY(notice.waits + notice.failedRuns > 0);
            for (const QString &profile : notice.profileAliases) {
                if (toldAt.contains(profile))
                    QVERIFY(m_clock->monotonic() - toldAt.value(profile) >= 60s);
                toldAt.insert(profile, m_clock->monotonic());
            }
            for (const WaitRowId &id : notice.ids) {
                QCOMPARE(++toldTimes[id], 1);
                const bool isRun = id.taskExecutionId.isEmpty();
                QVERIFY(isRun || id.executionId.text().mid(5).toInt() % 7 != 0);
            }
        }
    }
    QVERIFY(toldTimes.size() > 10);
}

QTEST_GUILESS_MAIN(tst_WaitNotices)
#include "tst_waitnotices.moc"
