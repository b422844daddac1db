// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/settleflow.h"
#include "decidefixture.h"
#include "tests/support/failingjournal.h"

#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;
using Stop = DecisionProgress::Stop;

//! What comes between the second read and the first byte, and while the outcome is looked for: the
//! account, the run, the journal or the profile are not what they were.
class tst_DecideStops : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accountChanges_duringTheSecondRead_nothingIsSent();
    void runGone_atTheSecondRead_nothingIsSent();
    void journalFull_beforeTheIntent_nothingIsSent();
    void journalFull_beforeSending_nothingIsSent();
    void wake_whileWaitingForATurn_nothingIsSent();
    void resumedTwice_goesOnOnce();
    void anotherAccount_whileWatched_isHeld();
    void anotherCaller_whileWatched_isHeld();
    void checkedBeforeAnyCheck_isSettled();

private:
    DecisionRecord approval();
    std::size_t sent()
    {
        return m_fixture.sandbox().receipts(QStringLiteral("NotifyExecution")).size();
    }
    CallerIdentity caller(const QString &account);
    Profile shownProfile();

    DecideFixture m_fixture;
};

DecisionRecord tst_DecideStops::approval()
{
    SandboxWorld &world = m_fixture.world();
    return world.recordFor(world.startExecution(QStringLiteral("ask-one")), Act::Approve,
                           QStringLiteral("a note of its own"));
}

CallerIdentity tst_DecideStops::caller(const QString &account)
{
    CallerIdentity identity;
    identity.accountId = account;
    identity.identityType = QStringLiteral("RAMUser");
    identity.arn = QStringLiteral("acs:ram::%1:user/li.wei").arg(account);
    return identity;
}

Profile tst_DecideStops::shownProfile()
{
    return m_fixture.world()
        .profiles.profile(m_fixture.world().place().profile)
        .value_or(Profile());
}

void tst_DecideStops::accountChanges_duringTheSecondRead_nothingIsSent()
{
    QCOMPARE(m_fixture.start(), QString());
    SandboxWorld &world = m_fixture.world();
    const DecisionRecord record = approval();
    Profile profile = shownProfile();
    QVERIFY(world.profiles.setIdentity(profile.id, caller(profile.accountId)));
    DecideFlow flow(world.services(), oneApproval(), quickTimes());
    flow.start(record);
    profile.accountId = QStringLiteral("2000000000000099");
    world.profiles.setProfile(profile);
    QTRY_COMPARE_WITH_TIMEOUT(flow.progress().state, DecisionState::NotSent, 10'000);
    QCOMPARE(flow.progress().stop, Stop::WrongAccount);
    QCOMPARE(sent(), std::size_t(0));
    QVERIFY(world.journal.entries().empty());
}

void tst_DecideStops::runGone_atTheSecondRead_nothingIsSent()
{
    QCOMPARE(m_fixture.start(), QString());
    DecisionRecord record = approval();
    record.executionId = ExecutionId(QStringLiteral("exec-00000000000000000000"));
    DecideFlow flow(m_fixture.world().services(), oneApproval(), quickTimes());
    flow.start(record);
    QTRY_VERIFY_WITH_TIMEOUT(isTerminal(flow.progress().state), 10'000);
    QCOMPARE(flow.progress().state, DecisionState::Changed);
    QCOMPARE(flow.progress().changedFacts, std::vector<QString>{QStringLiteral("ExecutionId")});
    QVERIFY(!flow.progress().executionNow);
    QCOMPARE(sent(), std::size_t(0));
}

void tst_DecideStops::journalFull_beforeTheIntent_nothingIsSent()
{
    QCOMPARE(m_fixture.start(), QString());
    FlowServices own = m_fixture.world().services();
    FailingJournal journal(own.journal);
    DecideFlow flow({own.client, own.profiles, journal, own.clock, own.newSender}, oneApproval(),
                    quickTimes());
    flow.start(approval());
    journal.setFailing(true);
    QTRY_COMPARE_WITH_TIMEOUT(flow.progress().state, DecisionState::NotSent, 10'000);
    QCOMPARE(flow.progress().stop, Stop::Journal);
    QVERIFY(own.journal.entries().empty());
    QCOMPARE(sent(), std::size_t(0));
}

void tst_DecideStops::journalFull_beforeSending_nothingIsSent()
{
    QCOMPARE(m_fixture.start(), QString());
    FlowServices own = m_fixture.world().services();
    FailingJournal journal(own.journal);
    const auto newSender = [&] {
        journal.setFailing(true); // the intent is recorded by now
        return own.newSender();
    };
    DecideFlow flow({own.client, own.profiles, journal, own.clock, newSender}, oneApproval(),
                    quickTimes());
    const DecisionRecord record = approval();
    flow.start(record);
    QTRY_COMPARE_WITH_TIMEOUT(flow.progress().state, DecisionState::NotSent, 10'000);
    QCOMPARE(flow.progress().stop, Stop::Journal);
    QVERIFY(!flow.progress().sentAt.isValid());
    QCOMPARE(sent(), std::size_t(0));
    // What could not be written is caught up with.
    QCOMPARE(own.journal.entry(record.id)->state(), DecisionState::IntentRecorded);
    journal.setFailing(false);
    QTRY_COMPARE(own.journal.entry(record.id)->state(), DecisionState::NotSent);
}

void tst_DecideStops::wake_whileWaitingForATurn_nothingIsSent()
{
    QCOMPARE(m_fixture.start(), QString());
    const DecisionRecord record = approval();
    DecisionRecord first = record;
    first.id = newDecisionId();
    first.executionId = ExecutionId(QStringLiteral("exec-of-another-run"));
    SandboxWorld &world = m_fixture.world();
    QVERIFY(!world.journal.append(first));
    DecideFlow flow(world.services(), oneApproval(), quickTimes());
    flow.start(record);
    QTRY_COMPARE_WITH_TIMEOUT(flow.progress().state, DecisionState::Verified, 10'000);
    flow.noteWake();
    QCOMPARE(flow.progress().state, DecisionState::NotSent);
    QCOMPARE(flow.progress().stop, Stop::Slept);
    // Its turn would come now.
    QVERIFY(
        !world.journal.transition(first.id, DecisionState::IntentRecorded, DecisionState::NotSent));
    QTest::qWait(300);
    QCOMPARE(sent(), std::size_t(0));
}

void tst_DecideStops::resumedTwice_goesOnOnce()
{
    QCOMPARE(m_fixture.start(), QString());
    SandboxWorld &world = m_fixture.world();
    const DecisionRecord record = approval();
    QVERIFY(!world.journal.append(record));
    const JournalEntry entry = *world.journal.entry(record.id);
    DecideFlow flow(world.services(), DecisionBasis(), quickTimes());
    flow.resume(entry);
    QCOMPARE(flow.progress().state, DecisionState::NotSent);
    const std::size_t steps = world.journal.entry(record.id)->steps.size();
    flow.resume(entry);
    QCOMPARE(world.journal.entry(record.id)->steps.size(), steps);
}

void tst_DecideStops::anotherAccount_whileWatched_isHeld()
{
    QCOMPARE(m_fixture.start(), QString());
    SandboxWorld &world = m_fixture.world();
    const DecisionRecord record = approval();
    m_fixture.sandbox().setFaults(
        R"([{"fault":"dropAfterEffect","action":"NotifyExecution","times":1}])");
    DecideFlow flow(world.services(), oneApproval(), quickTimes());
    Profile profile = shownProfile();
    connect(&flow, &DecideFlow::changed, &flow, [&] {
        if (flow.progress().state != DecisionState::Ambiguous || profile.accountId.isEmpty())
            return;
        Profile other = std::exchange(profile, {});
        other.accountId = QStringLiteral("2000000000000099");
        world.profiles.setProfile(other);
    });
    const Profile before = profile;
    flow.start(record);
    QTRY_COMPARE_WITH_TIMEOUT(flow.progress().hold, DecisionProgress::Hold::OtherAccount, 10'000);
    QCOMPARE(flow.progress().state, DecisionState::Ambiguous);
    QTest::qWait(600);
    QCOMPARE(flow.progress().state, DecisionState::Ambiguous);
    world.profiles.setProfile(before);
    QTRY_COMPARE_WITH_TIMEOUT(flow.progress().state, DecisionState::ReconciledApplied, 15'000);
    QCOMPARE(flow.progress().hold, DecisionProgress::Hold::None);
}

//! The record is of the account that the profile names, and the key by now another account's.
void tst_DecideStops::anotherCaller_whileWatched_isHeld()
{
    QCOMPARE(m_fixture.start(), QString());
    SandboxWorld &world = m_fixture.world();
    DecisionRecord record = approval();
    QVERIFY(!world.journal.append(record));
    QVERIFY(!world.journal.transition(record.id, DecisionState::IntentRecorded,
                                      DecisionState::Sending));
    Profile profile = shownProfile();
    const QString account = profile.accountId;
    profile.accountId = QStringLiteral("2000000000000099");
    world.profiles.setProfile(profile);
    QVERIFY(world.profiles.setIdentity(profile.id, caller(profile.accountId)));
    DecideFlow flow(world.services(), DecisionBasis(), quickTimes());
    flow.resume(*world.journal.entry(record.id));
    QTRY_COMPARE_WITH_TIMEOUT(flow.progress().hold, DecisionProgress::Hold::OtherAccount, 10'000);
    QVERIFY(account != profile.accountId);
    QCOMPARE(flow.progress().checks, 0);
    // What an earlier run was sending is called unknown, and why is written down, once.
    const JournalEntry entry = *world.journal.entry(record.id);
    QCOMPARE(entry.state(), DecisionState::Ambiguous);
    QCOMPARE(entry.steps.size(), std::size_t(3));
    QCOMPARE(entry.steps.back().facts.evidence, QStringList(QStringLiteral("Crash")));
}

void tst_DecideStops::checkedBeforeAnyCheck_isSettled()
{
    QCOMPARE(m_fixture.start(), QString());
    const DecisionRecord record = approval();
    DecideFlow flow(m_fixture.world().services(), oneApproval(), quickTimes());
    flow.checkNow(); // nothing is looked for yet
    QCOMPARE(flow.progress().state, DecisionState::Drafted);
    connect(&flow, &DecideFlow::changed, &flow, [&flow] {
        if (flow.progress().state == DecisionState::Accepted && flow.progress().checks == 0)
            flow.checkNow();
    });
    flow.start(record);
    QTRY_COMPARE_WITH_TIMEOUT(flow.progress().state, DecisionState::ReconciledApplied, 15'000);
    QCOMPARE(sent(), std::size_t(1));
}

QTEST_GUILESS_MAIN(tst_DecideStops)
#include "tst_decidestops.moc"
