// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/decidedruns.h"
#include "app/journal/sqlitejournal.h"
#include "tests/support/manualclock.h"

#include <QTemporaryDir>
#include <QTest>

using namespace countersign;
using std::chrono::seconds;

namespace {

const Place here{ProfileId(QStringLiteral("p")), RegionId(QStringLiteral("cn-hangzhou"))};
const QString account = QStringLiteral("2000000000000042");

ExecutionId run(const char *id)
{
    return ExecutionId(QString::fromLatin1(id));
}

WaitRowId wait(const char *id, const char *task)
{
    return {here, run(id), TaskExecutionId(QString::fromLatin1(task))};
}

//! A journal in a file of its own, in a time that stands still.
struct World
{
    World()
    {
        Profile profile;
        profile.id = here.profile;
        profile.accountId = account;
        profile.regions = {here.region};
        profiles.setProfile(profile);
    }

    DecisionRecord record(const char *id, const char *task, Act act = Act::Approve) const
    {
        DecisionRecord made;
        made.id = newDecisionId();
        made.where.place = here;
        made.where.accountId = account;
        made.act = act;
        made.executionId = run(id);
        made.taskExecutionId = TaskExecutionId(QString::fromLatin1(task));
        made.frozenAt = clock.now();
        return made;
    }
    //! Sent and accepted; false: not recorded.
    bool accept(const DecisionRecord &record)
    {
        return !journal.append(record) &&
               move(record, DecisionState::IntentRecorded, DecisionState::Sending) &&
               move(record, DecisionState::Sending, DecisionState::Accepted);
    }
    bool settle(const DecisionRecord &record, DecisionState to, const QStringList &evidence)
    {
        StepFacts facts;
        facts.evidence = evidence;
        return !journal.transition(record.id, DecisionState::Accepted, to, facts);
    }
    bool move(const DecisionRecord &record, DecisionState from, DecisionState to)
    {
        return !journal.transition(record.id, from, to);
    }

    ManualClock clock;
    QTemporaryDir folder;
    ReadClient client{clock, [] { return QByteArray("nonce"); }, [] { return 0.5; }};
    ProfileRegistry profiles;
    SqliteJournal journal{folder.filePath(QStringLiteral("journal")), clock};
    FlowServices services{client, profiles, journal, clock,
                          [] { return std::unique_ptr<OneShotSender>(); }};
};

} // namespace

class tst_DecidedRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void run_isReadByItsIdForAMinute();
    void newestFirst_andNoMoreThanAskedFor();
    void otherPlaces_areNotHere();
    void over_untilTheRunWasRead();
    void over_needsTheEndOfTheWait_data();
    void over_needsTheEndOfTheWait();
};

void tst_DecidedRuns::run_isReadByItsIdForAMinute()
{
    World world;
    DecidedRuns runs(world.services, here);
    runs.update();
    QVERIFY(runs.toRead(8).empty());
    const DecisionRecord record = world.record("exec-1", "t1");
    QVERIFY(world.accept(record));
    runs.update();
    QCOMPARE(runs.toRead(8), std::vector{run("exec-1")});
    world.clock.advance(seconds(40));
    QVERIFY(world.settle(record, DecisionState::ReconciledApplied, {QStringLiteral("E2")}));
    runs.update();
    world.clock.advance(seconds(59));
    runs.update();
    QCOMPARE(runs.toRead(8), std::vector{run("exec-1")});
    world.clock.advance(seconds(2));
    runs.update();
    QVERIFY(runs.toRead(8).empty());
    QVERIFY(!runs.isOver(wait("exec-1", "t1")));
}

void tst_DecidedRuns::newestFirst_andNoMoreThanAskedFor()
{
    World world;
    DecidedRuns runs(world.services, here);
    for (const char *id : {"exec-1", "exec-2", "exec-3"}) {
        QVERIFY(world.accept(world.record(id, "t1")));
        world.clock.advance(seconds(1));
    }
    runs.update();
    QCOMPARE(runs.toRead(2), (std::vector{run("exec-3"), run("exec-2")}));
}

void tst_DecidedRuns::otherPlaces_areNotHere()
{
    World world;
    DecidedRuns runs(world.services, here);
    DecisionRecord otherRegion = world.record("exec-1", "t1");
    otherRegion.where.place.region = RegionId(QStringLiteral("eu-central-1"));
    DecisionRecord otherAccount = world.record("exec-1", "t1");
    otherAccount.where.accountId = QStringLiteral("2000000000000099");
    QVERIFY(world.accept(otherRegion) && world.accept(otherAccount));
    runs.update();
    QVERIFY(runs.toRead(8).empty());
}

void tst_DecidedRuns::over_untilTheRunWasRead()
{
    World world;
    DecidedRuns runs(world.services, here);
    const DecisionRecord record = world.record("exec-1", "t1");
    QVERIFY(world.accept(record));
    runs.update();
    QVERIFY(!runs.isOver(wait("exec-1", "t1")));
    // A reading that began before the end was seen knows nothing of it.
    runs.noteRead(run("exec-1"), world.clock.now());
    world.clock.advance(seconds(1));
    QVERIFY(world.settle(record, DecisionState::ReconciledApplied, {QStringLiteral("E2")}));
    runs.update();
    QVERIFY(runs.isOver(wait("exec-1", "t1")));
    QVERIFY(!runs.isOver(wait("exec-1", "t2")));
    QVERIFY(!runs.isOver(wait("exec-2", "t1")));
    QVERIFY(!runs.isOver({here, run("exec-1"), {}}));
    world.clock.advance(seconds(1));
    runs.noteRead(run("exec-1"), world.clock.now());
    QVERIFY(!runs.isOver(wait("exec-1", "t1")));
}

void tst_DecidedRuns::over_needsTheEndOfTheWait_data()
{
    QTest::addColumn<Act>("act");
    QTest::addColumn<DecisionState>("state");
    QTest::addColumn<QStringList>("evidence");
    QTest::addColumn<bool>("isOver");
    const QString note = QStringLiteral("E1");
    const QString moved = QStringLiteral("E2");
    const QString elsewhere = QStringLiteral("E3");
    QTest::newRow("moved") << Act::Approve << DecisionState::ReconciledApplied
                           << QStringList{note, moved} << true;
    QTest::newRow("rejected") << Act::Reject << DecisionState::ReconciledApplied
                              << QStringList{moved} << true;
    QTest::newRow("by another") << Act::Approve << DecisionState::ReconciledOtherActor
                                << QStringList{elsewhere} << true;
    QTest::newRow("its note alone")
        << Act::Approve << DecisionState::ReconciledApplied << QStringList{note} << false;
    QTest::newRow("retried") << Act::RetryTask << DecisionState::ReconciledApplied
                             << QStringList{moved} << false;
    QTest::newRow("not carried out") << Act::Approve << DecisionState::ReconciledNotApplied
                                     << QStringList{QStringLiteral("E4")} << false;
    QTest::newRow("not known") << Act::Approve << DecisionState::Unresolved
                               << QStringList{QStringLiteral("E5")} << false;
}

void tst_DecidedRuns::over_needsTheEndOfTheWait()
{
    QFETCH(Act, act);
    QFETCH(DecisionState, state);
    QFETCH(QStringList, evidence);
    World world;
    DecidedRuns runs(world.services, here);
    const DecisionRecord record = world.record("exec-1", "t1", act);
    QVERIFY(world.accept(record));
    runs.update();
    QVERIFY(world.settle(record, state, evidence));
    runs.update();
    QTEST(runs.isOver(wait("exec-1", "t1")), "isOver");
}

QTEST_GUILESS_MAIN(tst_DecidedRuns)
#include "tst_decidedruns.moc"
