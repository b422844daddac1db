// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/observation.h"
#include "app/flows/evidence.h"
#include "app/flows/overriderule.h"
#include "decidefixture.h"
#include "tests/support/changedrecords.h"
#include "tests/support/failingjournal.h"
#include "tests/support/movableclock.h"

#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;
using Stop = DecisionProgress::Stop;

// security.md 4.3 to 4.6: what must hold when records change, clocks jump, the computer sleeps, or
// lists lag behind. What the service did is read from its receipts and from its rows.

namespace {

//! The real times, and a window that is over within seconds.
DecideTimes shortWindow()
{
    DecideTimes times = quickTimes();
    times.window = 4s;
    return times;
}

//! Nothing is ever over.
DecideTimes realWindow()
{
    DecideTimes times = quickTimes();
    times.window = DecideTimes().window;
    return times;
}

//! Forty items at once: one fails at once, the others end one after the other.
QByteArray fortyItems()
{
    QByteArrayList items{"fail-0"};
    for (int i = 1; i < 40; ++i)
        items << "good-" + QByteArray::number(i);
    return "FormatVersion: OOS-2019-06-01\n"
           "Tasks:\n"
           "  - Name: reboot\n"
           "    Action: ACS::ExecuteAPI\n"
           "    Loop: {Items: [" +
           items.join(", ") +
           "], Concurrency: 40, MaxErrors: 40}\n"
           "    Properties:\n"
           "      Service: ECS\n"
           "      API: RebootInstance\n"
           "      Parameters:\n"
           "        RegionId: cn-hangzhou\n"
           "        InstanceId: '{{ ACS::TaskLoopItem }}'\n";
}

//! An item ends each second, from the second on.
QByteArray oneEachSecond()
{
    QByteArrayList rules{R"({"api":"RebootInstance","loopItem":"fail-0","attempts":[1],)"
                         R"("code":"Busy","message":"is in use"})"};
    for (int i = 1; i < 40; ++i)
        rules << R"({"api":"RebootInstance","loopItem":"good-)" + QByteArray::number(i) +
                     R"(","reply":{"RequestId":"ok"},"ms":)" + QByteArray::number(i * 1'000) + "}";
    rules << R"({"api":"RebootInstance","reply":{"RequestId":"ok"}})";
    return "[" + rules.join(',') + "]";
}

} // namespace

class tst_DecideSafety : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void changedRecord_isNotSent();
    void recordOfAnotherRow_isNotSent();
    void sleptWhileConnecting_nothingIsSent();
    void sleptAndClockSet_namesTheSleep();
    void tooLongWhileConnecting_nothingIsSent();
    void wakeBeforeReading_nothingIsSent();
    void wakeInMidSend_isUnknownAndThenDone();
    void clockSetForward_isNotNotCarriedOut();
    void clockSetBack_isSettled();
    void laggingList_isNoEvidence();
    void lateFirstRequest_leavesTheSecondGateAlone();
    void retryWhileOthersEnd_isSentAtOnce();
    void overriding_sendsTheNewOneAndLooksAfterTheOld();
    void crashAfterSending_isFoundOut_data();
    void crashAfterSending_isFoundOut();
    void crashBeforeSending_isNotSent();
    void lockedProfile_waitsForItsKey();
    void removedProfile_saysSo();
    void checkedByHand_nextCheckStaysNear();
    void waitingForATurn_journalFails_nothingIsSent();
    void requestFacts_areRecorded();

private:
    FlowServices services();
    QString start(const QByteArray &behaviour = {}, const DecideFixture::Templates &more = {});
    std::size_t sent();
    DecisionRecord approval(const QString &note = QStringLiteral("a note of its own"));
    JournalEntry leftBehind(const QByteArray &faults, DecisionState at);
    JournalEntry entryOf(const DecisionRecord &record);

    DecideFixture m_fixture;
    MovableClock m_clock;
    std::unique_ptr<ReadClient> m_client; //!< by the same clock
    std::function<void()> m_beforeConnecting;
};

FlowServices tst_DecideSafety::services()
{
    SandboxWorld &world = m_fixture.world();
    return {*m_client, world.profiles, world.journal, m_clock, [this] {
                if (m_beforeConnecting)
                    m_beforeConnecting();
                SendLimits limits;
                limits.firstByte = 2s;
                limits.rest = 1s;
                return std::make_unique<OneShotSender>(m_clock, newNonce, limits);
            }};
}

QString tst_DecideSafety::start(const QByteArray &behaviour, const DecideFixture::Templates &more)
{
    m_clock.jump(std::chrono::milliseconds(m_clock.now().msecsTo(QDateTime::currentDateTimeUtc())));
    m_beforeConnecting = nullptr;
    m_client = std::make_unique<ReadClient>(m_clock, newNonce, [] { return 0.5; });
    return m_fixture.start({}, behaviour, more);
}

void tst_DecideSafety::cleanup()
{
    if (m_client)
        m_client->finishAll();
}

std::size_t tst_DecideSafety::sent()
{
    return m_fixture.sandbox().receipts(QStringLiteral("NotifyExecution")).size();
}

DecisionRecord tst_DecideSafety::approval(const QString &note)
{
    SandboxWorld &world = m_fixture.world();
    const ExecutionId id = world.startExecution(QStringLiteral("ask-one"));
    return world.recordFor(id, Act::Approve, note);
}

JournalEntry tst_DecideSafety::entryOf(const DecisionRecord &record)
{
    return m_fixture.world().journal.entry(record.id).value_or(JournalEntry());
}

void tst_DecideSafety::changedRecord_isNotSent()
{
    QCOMPARE(start(), QString());
    const DecisionRecord record = sealed(approval());
    for (const ChangedRecord &changed : changedRecords(record)) {
        DecideFlow flow(services(), oneApproval(), quickTimes());
        flow.start(changed.record);
        QTRY_VERIFY2(flow.progress().state == DecisionState::NotSent, qPrintable(changed.field));
        QVERIFY2(flow.progress().stop == Stop::Bytes, qPrintable(changed.field));
    }
    QCOMPARE(sent(), std::size_t(0));
    QVERIFY(m_fixture.world().journal.entries().empty());
    // The unchanged one is.
    DecideFlow flow(services(), oneApproval(), quickTimes());
    flow.start(record);
    QTRY_COMPARE_WITH_TIMEOUT(flow.progress().state, DecisionState::ReconciledApplied, 15'000);
}

void tst_DecideSafety::recordOfAnotherRow_isNotSent()
{
    QCOMPARE(start(), QString());
    DecisionRecord record = approval();
    record.taskExecutionId = TaskExecutionId(record.taskExecutionId.text() + u'9');
    DecideFlow flow(services(), oneApproval(), quickTimes());
    flow.start(record);
    QTRY_COMPARE_WITH_TIMEOUT(flow.progress().state, DecisionState::Changed, 10'000);
    QVERIFY(flow.progress().executionNow);
    QCOMPARE(sent(), std::size_t(0));
}

void tst_DecideSafety::sleptWhileConnecting_nothingIsSent()
{
    QCOMPARE(start(), QString());
    const DecisionRecord record = approval();
    m_beforeConnecting = [this] { m_clock.sleep(5s); };
    DecideFlow flow(services(), oneApproval(), quickTimes());
    flow.start(record);
    QTRY_COMPARE_WITH_TIMEOUT(flow.progress().state, DecisionState::NotSent, 10'000);
    QCOMPARE(flow.progress().stop, Stop::Slept);
    QCOMPARE(entryOf(record).state(), DecisionState::NotSent);
    QVERIFY(!entryOf(record).stepTo(DecisionState::Sending));
    QCOMPARE(sent(), std::size_t(0));
}

// Two seconds, and ten each for connecting and for the handshake.
void tst_DecideSafety::sleptAndClockSet_namesTheSleep()
{
    QCOMPARE(start(), QString());
    const DecisionRecord record = approval();
    m_beforeConnecting = [this] {
        m_clock.sleep(5s);
        m_clock.jump(1h);
    };
    DecideFlow flow(services(), oneApproval(), quickTimes());
    flow.start(record);
    QTRY_COMPARE_WITH_TIMEOUT(flow.progress().state, DecisionState::NotSent, 10'000);
    QCOMPARE(flow.progress().stop, Stop::Slept);
    QCOMPARE(sent(), std::size_t(0));
}

void tst_DecideSafety::tooLongWhileConnecting_nothingIsSent()
{
    QCOMPARE(start(), QString());
    const DecisionRecord record = approval();
    m_beforeConnecting = [this] { m_clock.pass(23s); };
    DecideFlow flow(services(), oneApproval(), quickTimes());
    flow.start(record);
    QTRY_COMPARE_WITH_TIMEOUT(flow.progress().state, DecisionState::NotSent, 10'000);
    QCOMPARE(flow.progress().stop, Stop::TooOld);
    QCOMPARE(sent(), std::size_t(0));
}

void tst_DecideSafety::wakeBeforeReading_nothingIsSent()
{
    QCOMPARE(start(), QString());
    const DecisionRecord record = approval();
    DecideFlow flow(services(), oneApproval(), quickTimes());
    flow.noteWake(); // not begun: nothing to stop
    QCOMPARE(flow.progress().state, DecisionState::Drafted);
    flow.start(record);
    flow.noteWake();
    QCOMPARE(flow.progress().state, DecisionState::NotSent);
    QCOMPARE(flow.progress().stop, Stop::Slept);
    QTest::qWait(300);
    QCOMPARE(flow.progress().state, DecisionState::NotSent);
    QCOMPARE(sent(), std::size_t(0));
    QVERIFY(m_fixture.world().journal.entries().empty());
}

void tst_DecideSafety::wakeInMidSend_isUnknownAndThenDone()
{
    QCOMPARE(start(), QString());
    const DecisionRecord record = approval(QString());
    m_fixture.sandbox().setFaults(R"([{"fault":"delay","ms":700,"action":"NotifyExecution"}])");
    DecideFlow flow(services(), oneApproval(), realWindow());
    flow.start(record);
    QTRY_VERIFY_WITH_TIMEOUT(flow.progress().state == DecisionState::Sent, 10'000);
    QCOMPARE(entryOf(record).state(), DecisionState::Sending);
    flow.noteWake();
    QCOMPARE(flow.progress().state, DecisionState::Ambiguous);
    QCOMPARE(entryOf(record).steps.back().facts.evidence, QStringList(QStringLiteral("Slept")));
    // Without a note nothing but the late reply says that it was us.
    QTRY_COMPARE_WITH_TIMEOUT(flow.progress().state, DecisionState::ReconciledApplied, 15'000);
    QCOMPARE(entryOf(record).steps.back().facts.evidence, QStringList(QStringLiteral("E2")));
    QCOMPARE(sent(), std::size_t(1));
}

void tst_DecideSafety::clockSetForward_isNotNotCarriedOut()
{
    QCOMPARE(start(), QString());
    const DecisionRecord record = approval();
    m_fixture.sandbox().setFaults(R"([{"fault":"closeBeforeEffect","action":"NotifyExecution"}])");
    DecideFlow flow(services(), oneApproval(), realWindow());
    flow.start(record);
    QTRY_COMPARE_WITH_TIMEOUT(flow.progress().state, DecisionState::Ambiguous, 10'000);
    m_clock.jump(5h);
    const int checks = flow.progress().checks;
    QTRY_VERIFY_WITH_TIMEOUT(flow.progress().checks >= checks + 3, 15'000);
    QCOMPARE(flow.progress().state, DecisionState::Ambiguous);
}

void tst_DecideSafety::clockSetBack_isSettled()
{
    QCOMPARE(start(), QString());
    const DecisionRecord record = approval();
    m_fixture.sandbox().setFaults(
        R"([{"fault":"closeBeforeEffect","action":"NotifyExecution","times":1}])");
    DecideFlow flow(services(), oneApproval(), shortWindow());
    flow.start(record);
    QTRY_COMPARE_WITH_TIMEOUT(flow.progress().state, DecisionState::Ambiguous, 10'000);
    m_clock.jump(-5h);
    QTRY_COMPARE_WITH_TIMEOUT(flow.progress().state, DecisionState::ReconciledNotApplied, 20'000);
    QCOMPARE(entryOf(record).steps.back().facts.evidence, QStringList(QStringLiteral("E4")));
}

// A list that shows how things were before the second read must not look like an effect.
void tst_DecideSafety::laggingList_isNoEvidence()
{
    Observation before;
    before.run = SeenRun{RunStatus::Waiting, QStringLiteral("Waiting"),
                         QDateTime(QDate(2026, 3, 2), QTime(8, 0, 20), Qt::UTC)};
    SeenRow row;
    row.id = TaskExecutionId(QStringLiteral("t1"));
    row.status = RunStatus::Failed;
    row.updateDate = before.run->updateDate;
    before.rows = std::vector<SeenRow>{row};
    Observation older = before;
    older.rows->front().status = RunStatus::Running;
    older.rows->front().updateDate = row.updateDate.addSecs(-15);
    QVERIFY(isOlder(older, before));
    QVERIFY(!isOlder(before, older));
    QVERIFY(!isOlder(before, before));
    older = before;
    older.run->updateDate = older.run->updateDate.addSecs(-15);
    QVERIFY(isOlder(older, before));
    older.run->updateDate = {}; // a date that is not there says nothing
    QVERIFY(!isOlder(older, before));
    before.row = row;
    older = before;
    older.rows.reset();
    older.row->updateDate = row.updateDate.addSecs(-1);
    QVERIFY(isOlder(older, before));
}

void tst_DecideSafety::lateFirstRequest_leavesTheSecondGateAlone()
{
    QCOMPARE(start({}, {{QStringLiteral("two-gates"), testtemplates::twoGates()}}), QString());
    SandboxWorld &world = m_fixture.world();
    const ExecutionId id = world.startExecution(QStringLiteral("two-gates"));
    const DecisionRecord first =
        world.recordFor(id, Act::Approve, QStringLiteral("for the first gate"));
    m_fixture.sandbox().setFaults(
        R"([{"fault":"effectLate","ms":1500,"action":"NotifyExecution","times":1}])");
    DecideFlow flow(services(), oneApproval(), realWindow());
    flow.start(first);
    QTRY_COMPARE_WITH_TIMEOUT(flow.progress().state, DecisionState::ReconciledApplied, 15'000);
    QTRY_COMPARE_WITH_TIMEOUT(world.waitForStatus(id, RunStatus::Waiting).status,
                              RunStatus::Waiting, 10'000);
    const DecisionRecord second =
        world.recordFor(id, Act::Approve, QStringLiteral("for the second gate"));
    QVERIFY(second.taskExecutionId != first.taskExecutionId);
    QCOMPARE(second.taskName, QStringLiteral("secondGate"));
    DecideFlow next(services(), oneApproval(), realWindow());
    next.start(second);
    QTRY_COMPARE_WITH_TIMEOUT(next.progress().state, DecisionState::ReconciledApplied, 15'000);
    world.waitForStatus(id, RunStatus::Success);
    QStringList rows;
    for (const QJsonObject &receipt :
         m_fixture.sandbox().receipts(QStringLiteral("NotifyExecution"))) {
        const QString row = receipt.value(QLatin1String("params"))
                                .toObject()
                                .value(QLatin1String("TaskExecutionId"))
                                .toString();
        if (!rows.contains(row))
            rows << row;
    }
    QCOMPARE(rows, QStringList({first.taskExecutionId.text(), second.taskExecutionId.text()}));
}

void tst_DecideSafety::retryWhileOthersEnd_isSentAtOnce()
{
    QCOMPARE(start(oneEachSecond(), {{QStringLiteral("forty"), fortyItems()}}), QString());
    SandboxWorld &world = m_fixture.world();
    const ExecutionId id = world.startExecution(
        QStringLiteral("forty"), {{QStringLiteral("Mode"), QStringLiteral("FailurePause")}});
    const std::vector<TaskExecution> failed = m_fixture.waitForFailed(id, 1);
    QCOMPARE(failed.size(), std::size_t(1));
    const Execution run = world.waitFor(id, [](const Execution &) { return true; });
    const std::vector<TaskExecution> rows = world.rowsOf(id);
    DecisionRecord record;
    record.id = newDecisionId();
    record.where = world.shownPlace();
    record.act = Act::RetryTask;
    record.executionId = id;
    record.taskExecutionId = failed.front().id;
    record.taskName = failed.front().taskName;
    record.loopItem = failed.front().loopItem;
    record.kind = WaitKind::FailurePause;
    record.note = QStringLiteral("once more, please");
    record.fingerprint = fingerprintFor(record, run, rows, std::nullopt);
    DecisionBasis basis = oneApproval();
    basis.execution = run;
    basis.rows = rows;
    const auto running = [&world, &id] {
        int count = 0;
        for (const TaskExecution &row : world.rowsOf(id))
            count += row.status == RunStatus::Running ? 1 : 0;
        return count;
    };
    // The person reads for a while, and the others go on.
    const int before = running();
    QTRY_VERIFY_WITH_TIMEOUT(running() < before, 10'000);
    DecideFlow flow(services(), basis, quickTimes());
    flow.start(record);
    QTRY_VERIFY_WITH_TIMEOUT(flow.progress().state == DecisionState::Changed ||
                                 isTerminal(flow.progress().state),
                             15'000);
    QCOMPARE(flow.progress().state, DecisionState::ReconciledApplied);
    QVERIFY(flow.progress().changedFacts.empty());
    QVERIFY(flow.progress().otherRowsMoved > 0);
    QCOMPARE(sent(), std::size_t(1));
}

void tst_DecideSafety::overriding_sendsTheNewOneAndLooksAfterTheOld()
{
    QCOMPARE(start(), QString());
    const DecisionRecord record = approval(QStringLiteral("the first one, cut off"));
    m_fixture.sandbox().setFaults(
        R"([{"fault":"closeBeforeEffect","action":"NotifyExecution","times":1}])");
    DecideFlow old(services(), oneApproval(), realWindow());
    old.start(record);
    QTRY_COMPARE_WITH_TIMEOUT(old.progress().state, DecisionState::Ambiguous, 10'000);
    QTRY_VERIFY_WITH_TIMEOUT(old.progress().mayOverrideFrom.isValid(), 10'000);
    const OverrideRule rule = overrideRule(record, old.basis(), old.progress());
    QCOMPARE(rule.kind, OverrideRule::Kind::SecondConfirmation);
    // Sixty seconds from the first reading in which nothing had moved.
    QVERIFY(old.progress().sentAt.secsTo(rule.from) >= 60);
    QVERIFY(old.progress().sentAt.secsTo(rule.from) <= 65);

    DecisionRecord again = record;
    again.id = newDecisionId();
    again.note = QStringLiteral("the second one");
    DecideFlow blocked(services(), oneApproval(), realWindow());
    blocked.start(again);
    QTRY_COMPARE_WITH_TIMEOUT(blocked.progress().stop, Stop::AlreadyOpen, 10'000);
    again.id = newDecisionId();
    again.predecessor = record.id;
    DecideFlow flow(services(), oneApproval(), realWindow());
    flow.start(again);
    QTRY_COMPARE_WITH_TIMEOUT(flow.progress().state, DecisionState::ReconciledApplied, 15'000);
    QCOMPARE(sent(), std::size_t(2));
    QVERIFY(entryOf(record).overriddenBy == again.id);
    // It moved, and not by the first one for certain.
    QTRY_COMPARE_WITH_TIMEOUT(old.progress().state, DecisionState::ReconciledOtherActor, 15'000);
}

//! A decision that was sent and whose end the program has not seen.
JournalEntry tst_DecideSafety::leftBehind(const QByteArray &faults, DecisionState at)
{
    const DecisionRecord record = approval(QStringLiteral("before the crash"));
    m_fixture.sandbox().setFaults(faults);
    DecideFlow flow(services(), oneApproval(), realWindow());
    flow.start(record);
    if (!QTest::qWaitFor([&] { return flow.progress().state == at; }, 10'000))
        qWarning("it did not come so far");
    return entryOf(record);
}

void tst_DecideSafety::crashAfterSending_isFoundOut_data()
{
    QTest::addColumn<QByteArray>("faults");
    QTest::addColumn<DecisionState>("expected");
    QTest::newRow("applied") << QByteArray(R"([{"fault":"dropAfterEffect",
        "action":"NotifyExecution","times":1}])")
                             << DecisionState::ReconciledApplied;
    QTest::newRow("not applied") << QByteArray(R"([{"fault":"closeBeforeEffect",
        "action":"NotifyExecution","times":1}])")
                                 << DecisionState::ReconciledNotApplied;
}

void tst_DecideSafety::crashAfterSending_isFoundOut()
{
    QFETCH(QByteArray, faults);
    QCOMPARE(start(), QString());
    const JournalEntry entry = leftBehind(faults, DecisionState::Ambiguous);
    QCOMPARE(entry.state(), DecisionState::Ambiguous);
    QCOMPARE(sent(), std::size_t(1));
    DecideFlow flow(services(), DecisionBasis(), shortWindow());
    flow.resume(entry);
    QVERIFY(flow.progress().isResumed);
    QTRY_VERIFY_WITH_TIMEOUT(isTerminal(flow.progress().state), 20'000);
    QTEST(flow.progress().state, "expected");
    QTEST(entryOf(entry.record).state(), "expected");
    QCOMPARE(sent(), std::size_t(1));
}

void tst_DecideSafety::crashBeforeSending_isNotSent()
{
    QCOMPARE(start(), QString());
    const DecisionRecord record = approval();
    QVERIFY(!m_fixture.world().journal.append(record));
    DecideFlow flow(services(), DecisionBasis(), quickTimes());
    flow.resume(entryOf(record));
    QCOMPARE(flow.progress().state, DecisionState::NotSent);
    QCOMPARE(entryOf(record).steps.back().facts.evidence, QStringList(QStringLiteral("Crash")));
    QTest::qWait(300);
    QCOMPARE(sent(), std::size_t(0));
}

void tst_DecideSafety::lockedProfile_waitsForItsKey()
{
    QCOMPARE(start(), QString());
    const JournalEntry entry = leftBehind(R"([{"fault":"dropAfterEffect",
        "action":"NotifyExecution","times":1}])",
                                          DecisionState::Ambiguous);
    SandboxWorld &world = m_fixture.world();
    const auto key = world.profiles.targetFor(world.place())->credentials();
    world.profiles.setCredentials(world.place().profile, nullptr);
    DecideFlow flow(services(), DecisionBasis(), quickTimes());
    flow.resume(entry);
    QTRY_COMPARE(flow.progress().hold, DecisionProgress::Hold::Locked);
    QCOMPARE(flow.progress().state, DecisionState::Ambiguous);
    QVERIFY(!flow.progress().checkError);
    world.profiles.setCredentials(world.place().profile,
                                  std::make_shared<Credentials>(key->clone()));
    QTRY_COMPARE_WITH_TIMEOUT(flow.progress().state, DecisionState::ReconciledApplied, 10'000);
    QCOMPARE(flow.progress().hold, DecisionProgress::Hold::None);
}

void tst_DecideSafety::removedProfile_saysSo()
{
    QCOMPARE(start(), QString());
    const JournalEntry entry = leftBehind(R"([{"fault":"dropAfterEffect",
        "action":"NotifyExecution","times":1}])",
                                          DecisionState::Ambiguous);
    m_fixture.world().profiles.removeProfile(m_fixture.world().place().profile);
    DecideFlow flow(services(), DecisionBasis(), realWindow());
    flow.resume(entry);
    QTRY_COMPARE(flow.progress().hold, DecisionProgress::Hold::NoProfile);
    QCOMPARE(flow.progress().state, DecisionState::Ambiguous);
    // Nobody can read it any more once nothing can arrive.
    m_clock.jump(40min);
    flow.checkNow();
    QCOMPARE(flow.progress().state, DecisionState::Unresolved);
    QVERIFY(entryOf(entry.record).isUnresolved());
}

// Looking by hand is no reason to look later by oneself.
void tst_DecideSafety::checkedByHand_nextCheckStaysNear()
{
    QCOMPARE(start(), QString());
    const JournalEntry entry = leftBehind(R"([{"fault":"closeBeforeEffect",
        "action":"NotifyExecution","times":1}])",
                                          DecisionState::Ambiguous);
    DecideFlow flow(services(), DecisionBasis(), realWindow());
    flow.resume(entry);
    for (int i = 1; i <= 15; ++i) {
        flow.checkNow();
        QTRY_VERIFY_WITH_TIMEOUT(flow.progress().checks >= i, 10'000);
    }
    QTRY_VERIFY(flow.progress().nextCheck.isValid());
    QVERIFY(m_clock.now().secsTo(flow.progress().nextCheck) <= 61);
}

// The one that went first could not be written down, so that its end may never be seen.
void tst_DecideSafety::waitingForATurn_journalFails_nothingIsSent()
{
    QCOMPARE(start(), QString());
    const DecisionRecord record = approval();
    DecisionRecord first = record;
    first.id = newDecisionId();
    first.executionId = ExecutionId(QStringLiteral("exec-of-another-run"));
    FlowServices own = services();
    FailingJournal journal(own.journal);
    QVERIFY(!journal.append(first, {}));
    DecideFlow flow({own.client, own.profiles, journal, own.clock, own.newSender}, oneApproval(),
                    quickTimes());
    flow.start(record);
    QTRY_COMPARE_WITH_TIMEOUT(flow.progress().state, DecisionState::Verified, 10'000);
    journal.setFailing(true);
    QCOMPARE(flow.progress().state, DecisionState::NotSent);
    QCOMPARE(flow.progress().stop, DecisionProgress::Stop::Journal);
    QVERIFY(m_fixture.sandbox().receipts(QStringLiteral("NotifyExecution")).empty());
}

void tst_DecideSafety::requestFacts_areRecorded()
{
    QCOMPARE(start(), QString());
    const DecisionRecord record = approval();
    DecideFlow flow(services(), oneApproval(), quickTimes());
    flow.start(record);
    QTRY_COMPARE_WITH_TIMEOUT(flow.progress().state, DecisionState::ReconciledApplied, 15'000);
    const JournalEntry entry = entryOf(record);
    const QJsonObject receipt =
        m_fixture.sandbox().receipts(QStringLiteral("NotifyExecution")).front();
    const RequestFacts *request = entry.request();
    QVERIFY(request);
    QCOMPARE(QString::fromLatin1(request->nonce), receipt.value(QLatin1String("nonce")).toString());
    QCOMPARE(request->keyIdTail.size(), 4);
    QCOMPARE(request->sha256.size(), 64);
    QCOMPARE(request->scheme, QStringLiteral("ACS3-HMAC-SHA256"));
    QVERIFY(std::abs(request->timestamp.secsTo(QDateTime::currentDateTimeUtc())) < 60);
    QVERIFY(request->skew);
    const StepFacts answer = entry.stepTo(DecisionState::Accepted)->facts;
    QCOMPARE(answer.httpStatus, 200);
    QCOMPARE(answer.requestId, receipt.value(QLatin1String("requestId")).toString());
    QVERIFY(answer.bytesOut > 0);
    QVERIFY(answer.bytesIn > 0);
    const auto before = observationFrom(entry.intent.seenBefore);
    QVERIFY(before && before->run && before->row);
    QCOMPARE(before->row->id, record.taskExecutionId);
    QCOMPARE(before->row->statusText, QStringLiteral("Waiting"));
    QCOMPARE(entry.intent.requiredApprovals, std::optional<qint64>(1));
}

QTEST_GUILESS_MAIN(tst_DecideSafety)
#include "tst_decidesafety.moc"
