// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/decideflow.h"
#include "tests/fakes/sandboxworld.h"

#include <QCoreApplication>
#include <QFile>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <memory>
#include <vector>

using namespace countersign;
using std::chrono::milliseconds;

namespace {

//! Checks follow each other quickly; a request can no longer arrive after six seconds.
DecideTimes quickTimes()
{
    DecideTimes times;
    times.checks = {milliseconds(50), milliseconds(300), milliseconds(700), milliseconds(1'500)};
    times.again = milliseconds(1'500);
    times.refusalSettles = milliseconds(700);
    times.othersSettle = milliseconds(600);
    times.window = milliseconds(6'000);
    return times;
}

DecisionBasis oneApproval()
{
    DecisionBasis basis;
    basis.requiredApprovals = 1;
    return basis;
}

bool isOneOf(DecisionState state, const std::vector<DecisionState> &states)
{
    return std::find(states.begin(), states.end(), state) != states.end();
}

} // namespace

//! Each test runs a sandbox of its own, so that receipts and faults belong to one decision.
class tst_DecideFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void approve_plain_isDoneAndSentOnce();
    void reject_plain_endsTheRun();
    void cancel_run_endsIt();
    void fault_wordsMatchReceipts_data();
    void fault_wordsMatchReceipts();
    void twoOfThree_first_waitsForOthers();
    void notAnApprover_isRefusedAndChangesNothing();
    void decidedMeanwhile_nothingIsSent();
    void secondGate_isNotApprovedByTheFirstDecision();
    void wrongClock_nothingIsSent_data();
    void wrongClock_nothingIsSent();
    void sameWaitTwice_secondIsNotSent();
    void unclearOutcome_isNeverSentAgain();
    void lockedProfile_nothingIsSent();
    void keyOfAnotherAccount_nothingIsSent();
    void silentIdentityService_keyOfBefore_isSent();
    void deletedMidway_leavesNoCallback();

private:
    void startSandbox(const QStringList &arguments = {}, std::size_t user = 0);

    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<SandboxWorld> m_world;
};

void tst_DecideFlow::initTestCase()
{
    QVERIFY2(QFile::exists(QStringLiteral(PROGRAMS "/countersign-sandbox")),
             "the sandbox program was not built");
}

void tst_DecideFlow::startSandbox(const QStringList &arguments, std::size_t user)
{
    m_world.reset();
    m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
    m_sandbox->addTemplate(QStringLiteral("ask-one"), testtemplates::approval(1));
    m_sandbox->addTemplate(QStringLiteral("ask-two"), testtemplates::approval(2));
    m_sandbox->addTemplate(QStringLiteral("ask-others"),
                           testtemplates::approval(1, {QStringLiteral("nobody-here")}));
    m_sandbox->addTemplate(QStringLiteral("two-gates"), testtemplates::twoGates());
    QStringList all{QStringLiteral("--scenario"), QStringLiteral("empty")};
    all += arguments;
    QVERIFY2(m_sandbox->start(all), qPrintable(m_sandbox->problem()));
    m_world = std::make_unique<SandboxWorld>(m_sandbox->announcement(), user);
}

void tst_DecideFlow::approve_plain_isDoneAndSentOnce()
{
    startSandbox();
    const ExecutionId id = m_world->startExecution(QStringLiteral("ask-one"));
    const DecisionRecord record =
        m_world->recordFor(id, Act::Approve, QStringLiteral("已与张伟确认 👍 fine"));
    DecideFlow flow(m_world->services(), oneApproval(), quickTimes());
    flow.start(record);
    flow.start(record);
    QTRY_COMPARE_WITH_TIMEOUT(flow.progress().state, DecisionState::ReconciledApplied, 10'000);
    m_world->waitForStatus(id, RunStatus::Success);

    const auto receipts = m_sandbox->receipts(QStringLiteral("NotifyExecution"));
    QCOMPARE(receipts.size(), std::size_t(1));
    const QJsonObject params = receipts[0].value(QLatin1String("params")).toObject();
    QCOMPARE(params.value(QLatin1String("NotifyType")).toString(), QStringLiteral("Approve"));
    QCOMPARE(params.value(QLatin1String("NotifyNote")).toString(), record.note);
    QCOMPARE(params.value(QLatin1String("ExecutionId")).toString(), id.text());
    QCOMPARE(params.value(QLatin1String("TaskExecutionId")).toString(),
             record.taskExecutionId.text());
    QList<int> way;
    const JournalEntry entry = *m_world->journal.entry(record.id);
    for (const JournalStep &step : entry.steps)
        way.append(static_cast<int>(step.state));
    const QList<int> expected{static_cast<int>(DecisionState::IntentRecorded),
                              static_cast<int>(DecisionState::Sending),
                              static_cast<int>(DecisionState::Accepted),
                              static_cast<int>(DecisionState::ReconciledApplied)};
    QCOMPARE(way, expected);
}

void tst_DecideFlow::reject_plain_endsTheRun()
{
    startSandbox();
    const ExecutionId id = m_world->startExecution(QStringLiteral("ask-one"));
    DecideFlow flow(m_world->services(), oneApproval(), quickTimes());
    flow.start(m_world->recordFor(id, Act::Reject, QStringLiteral("outside the change window")));
    QTRY_COMPARE_WITH_TIMEOUT(flow.progress().state, DecisionState::ReconciledApplied, 10'000);
    QCOMPARE(m_world->waitForStatus(id, RunStatus::Cancelled).status, RunStatus::Cancelled);
    QCOMPARE(m_sandbox->receipts(QStringLiteral("NotifyExecution")).size(), std::size_t(1));
}

void tst_DecideFlow::cancel_run_endsIt()
{
    startSandbox();
    const ExecutionId id = m_world->startExecution(QStringLiteral("ask-one"));
    DecisionRecord record = m_world->recordFor(id, Act::CancelExecution, {});
    const Execution execution = m_world->waitForStatus(id, RunStatus::Waiting);
    record.fingerprint = fingerprintOf(record.where.accountId, record.where.place.region, execution,
                                       std::nullopt, {record.taskExecutionId}, std::nullopt);
    record.taskExecutionId = {};
    DecideFlow flow(m_world->services(), oneApproval(), quickTimes());
    flow.start(record);
    QTRY_COMPARE_WITH_TIMEOUT(flow.progress().state, DecisionState::ReconciledApplied, 10'000);
    QCOMPARE(m_world->waitForStatus(id, RunStatus::Cancelled).status, RunStatus::Cancelled);
    QCOMPARE(m_sandbox->receipts(QStringLiteral("CancelExecution")).size(), std::size_t(1));
    QCOMPARE(m_sandbox->receipts(QStringLiteral("NotifyExecution")).size(), std::size_t(0));
}

// What the closed list of faults does is told in the design, section 3; whether the decision had an
// effect is read from the receipts, never from the flow.
void tst_DecideFlow::fault_wordsMatchReceipts_data()
{
    QTest::addColumn<QByteArray>("rule");
    const char *const afterRead[] = {"closeBeforeEffect",
                                     "dropAfterEffect",
                                     "resetBeforeEffect",
                                     "resetAfterEffect",
                                     "hang",
                                     "halfStatus",
                                     "halfHeaders",
                                     "halfBody",
                                     "garbage",
                                     "continueOnly",
                                     "http408",
                                     "redirect302",
                                     "redirect307",
                                     "http503BeforeEffect",
                                     "http503AfterEffect",
                                     "throttle",
                                     "nonceUsedAfterEffect",
                                     "unreadableSuccess"};
    for (const char *fault : afterRead)
        QTest::newRow(fault) << QByteArray(QByteArray("[{\"fault\":\"") + fault +
                                           "\",\"action\":\"NotifyExecution\",\"times\":1}]");
    QTest::newRow("delay") << QByteArray(
        R"([{"fault":"delay","ms":400,"action":"NotifyExecution","times":1}])");
    QTest::newRow("effectLate") << QByteArray(
        R"([{"fault":"effectLate","ms":1500,"action":"NotifyExecution","times":1}])");
}

void tst_DecideFlow::fault_wordsMatchReceipts()
{
    QFETCH(QByteArray, rule);
    startSandbox();
    const ExecutionId id = m_world->startExecution(QStringLiteral("ask-one"));
    const DecisionRecord record =
        m_world->recordFor(id, Act::Approve, QStringLiteral("approved under a fault"));
    m_sandbox->setFaults(rule);
    DecideFlow flow(m_world->services(), oneApproval(), quickTimes());
    flow.start(record);
    QTRY_VERIFY_WITH_TIMEOUT(isTerminal(flow.progress().state), 25'000);

    QSet<QString> requests; // by nonce: a late effect has a line of its own
    bool hadEffect = false;
    for (const QJsonObject &receipt : m_sandbox->receipts(QStringLiteral("NotifyExecution"))) {
        requests.insert(receipt.value(QLatin1String("nonce")).toString());
        hadEffect = hadEffect || receipt.value(QLatin1String("effect")) == QJsonValue(true);
    }
    QCOMPARE(requests.size(), 1);
    const DecisionState state = flow.progress().state;
    const QByteArray said = QTest::currentDataTag() + QByteArray(": state ") +
                            QByteArray::number(static_cast<int>(state)) + ", effect " +
                            (hadEffect ? "yes" : "no");
    if (hadEffect)
        QVERIFY2(state == DecisionState::ReconciledApplied, said.constData());
    else
        QVERIFY2(isOneOf(state, {DecisionState::Refused, DecisionState::ReconciledNotApplied}),
                 said.constData());
    QCOMPARE(m_world->waitForStatus(id, hadEffect ? RunStatus::Success : RunStatus::Waiting).status,
             hadEffect ? RunStatus::Success : RunStatus::Waiting);
}

void tst_DecideFlow::twoOfThree_first_waitsForOthers()
{
    startSandbox();
    const ExecutionId id = m_world->startExecution(QStringLiteral("ask-two"));
    DecisionBasis basis;
    basis.requiredApprovals = 2;
    DecideFlow flow(m_world->services(), basis, quickTimes());
    const DecisionRecord record =
        m_world->recordFor(id, Act::Approve, QStringLiteral("first of two approvals"));
    flow.start(record);
    QTRY_VERIFY_WITH_TIMEOUT(flow.progress().waitsForOthers, 10'000);
    QCOMPARE(flow.progress().state, DecisionState::Accepted);
    QVERIFY(!m_world->journal.entry(record.id)->isOpen());

    SandboxWorld second(m_sandbox->announcement(), 1);
    DecideFlow other(second.services(), basis, quickTimes());
    other.start(second.recordFor(id, Act::Approve, QStringLiteral("second of two approvals")));
    QTRY_COMPARE_WITH_TIMEOUT(other.progress().state, DecisionState::ReconciledApplied, 10'000);
    QTRY_COMPARE_WITH_TIMEOUT(flow.progress().state, DecisionState::ReconciledApplied, 10'000);
    QVERIFY(!flow.progress().waitsForOthers);
}

void tst_DecideFlow::notAnApprover_isRefusedAndChangesNothing()
{
    startSandbox();
    const ExecutionId id = m_world->startExecution(QStringLiteral("ask-others"));
    DecideFlow flow(m_world->services(), oneApproval(), quickTimes());
    flow.start(m_world->recordFor(id, Act::Approve, QStringLiteral("not on the list at all")));
    QTRY_COMPARE_WITH_TIMEOUT(flow.progress().state, DecisionState::Refused, 10'000);
    QVERIFY(!flow.progress().report.code.isEmpty());
    QCOMPARE(m_world->waitForStatus(id, RunStatus::Waiting).status, RunStatus::Waiting);
}

void tst_DecideFlow::decidedMeanwhile_nothingIsSent()
{
    startSandbox();
    const ExecutionId id = m_world->startExecution(QStringLiteral("ask-one"));
    const DecisionRecord record =
        m_world->recordFor(id, Act::Approve, QStringLiteral("too late for this one"));
    QVERIFY(m_world->call(QStringLiteral("NotifyExecution"),
                          {{QStringLiteral("ExecutionId"), id.text()},
                           {QStringLiteral("NotifyType"), QStringLiteral("Approve")}}));
    m_world->waitForStatus(id, RunStatus::Success);
    const auto before = m_sandbox->receipts(QStringLiteral("NotifyExecution")).size();
    DecideFlow flow(m_world->services(), oneApproval(), quickTimes());
    flow.start(record);
    QTRY_COMPARE_WITH_TIMEOUT(flow.progress().state, DecisionState::Changed, 10'000);
    QVERIFY(!flow.progress().changedFacts.empty());
    QCOMPARE(m_sandbox->receipts(QStringLiteral("NotifyExecution")).size(), before);
    QVERIFY(m_world->journal.entries().empty());
}

void tst_DecideFlow::secondGate_isNotApprovedByTheFirstDecision()
{
    startSandbox();
    const ExecutionId id = m_world->startExecution(QStringLiteral("two-gates"));
    DecideFlow flow(m_world->services(), oneApproval(), quickTimes());
    flow.start(m_world->recordFor(id, Act::Approve, QStringLiteral("for the first gate only")));
    QTRY_COMPARE_WITH_TIMEOUT(flow.progress().state, DecisionState::ReconciledApplied, 10'000);
    m_world->waitForStatus(id, RunStatus::Waiting);
    QCOMPARE(m_sandbox->receipts(QStringLiteral("NotifyExecution")).size(), std::size_t(1));
    bool isSecondWaiting = false;
    for (const TaskExecution &row : m_world->rowsOf(id))
        isSecondWaiting = isSecondWaiting || (row.taskName == QStringLiteral("secondGate") &&
                                              row.status == RunStatus::Waiting);
    QVERIFY(isSecondWaiting);
}

void tst_DecideFlow::wrongClock_nothingIsSent_data()
{
    QTest::addColumn<int>("seconds");
    QTest::newRow("within the gateway's window") << 700;
    QTest::newRow("behind") << -700;
}

void tst_DecideFlow::wrongClock_nothingIsSent()
{
    QFETCH(int, seconds);
    startSandbox({QStringLiteral("--clock-offset"), QString::number(seconds)});
    const ExecutionId id = m_world->startExecution(QStringLiteral("ask-one"));
    DecideFlow flow(m_world->services(), oneApproval(), quickTimes());
    flow.start(m_world->recordFor(id, Act::Approve, QStringLiteral("with a wrong clock")));
    QTRY_COMPARE_WITH_TIMEOUT(flow.progress().state, DecisionState::NotSent, 10'000);
    QCOMPARE(flow.progress().stop, DecisionProgress::Stop::WrongClock);
    QVERIFY(std::chrono::abs(*flow.progress().clockSkew - std::chrono::seconds(seconds)) <
            std::chrono::seconds(5));
    QVERIFY(m_sandbox->receipts(QStringLiteral("NotifyExecution")).empty());
}

void tst_DecideFlow::sameWaitTwice_secondIsNotSent()
{
    startSandbox();
    const ExecutionId id = m_world->startExecution(QStringLiteral("ask-one"));
    m_sandbox->setFaults(R"([{"fault":"hang","action":"NotifyExecution"}])");
    DecideFlow first(m_world->services(), oneApproval(), quickTimes());
    DecideFlow second(m_world->services(), oneApproval(), quickTimes());
    const DecisionRecord record =
        m_world->recordFor(id, Act::Approve, QStringLiteral("one of two windows"));
    DecisionRecord again = record;
    again.id = newDecisionId();
    first.start(record);
    QTRY_VERIFY_WITH_TIMEOUT(!m_world->journal.entries().empty(), 10'000);
    second.start(again);
    QTRY_COMPARE_WITH_TIMEOUT(second.progress().state, DecisionState::NotSent, 10'000);
    QCOMPARE(second.progress().stop, DecisionProgress::Stop::AlreadyOpen);
    const auto sent = [this] {
        return m_sandbox->receipts(QStringLiteral("NotifyExecution")).size();
    };
    // The first one may still be on its way; a second one would have been right behind it.
    QTRY_COMPARE_WITH_TIMEOUT(sent(), std::size_t(1), 10'000);
    QTest::qWait(300);
    QCOMPARE(sent(), std::size_t(1));
}

void tst_DecideFlow::unclearOutcome_isNeverSentAgain()
{
    startSandbox();
    const ExecutionId id = m_world->startExecution(QStringLiteral("ask-one"));
    m_sandbox->setFaults(R"([{"fault":"closeBeforeEffect","action":"NotifyExecution"}])");
    DecideFlow flow(m_world->services(), oneApproval(), quickTimes());
    flow.start(m_world->recordFor(id, Act::Approve, QStringLiteral("cut before it counts")));
    QTRY_COMPARE_WITH_TIMEOUT(flow.progress().state, DecisionState::Ambiguous, 10'000);
    for (int i = 0; i < 5; ++i)
        flow.checkNow();
    QTRY_VERIFY_WITH_TIMEOUT(flow.progress().checks >= 2, 10'000);
    QCOMPARE(flow.progress().state, DecisionState::Ambiguous);
    QCOMPARE(m_sandbox->receipts(QStringLiteral("NotifyExecution")).size(), std::size_t(1));
}

void tst_DecideFlow::lockedProfile_nothingIsSent()
{
    startSandbox();
    const ExecutionId id = m_world->startExecution(QStringLiteral("ask-one"));
    const DecisionRecord record =
        m_world->recordFor(id, Act::Approve, QStringLiteral("without a key"));
    m_world->profiles.setCredentials(m_world->place().profile, nullptr);
    DecideFlow flow(m_world->services(), oneApproval(), quickTimes());
    flow.start(record);
    QTRY_COMPARE(flow.progress().state, DecisionState::NotSent);
    QCOMPARE(flow.progress().stop, DecisionProgress::Stop::Locked);
    QVERIFY(m_sandbox->receipts(QStringLiteral("NotifyExecution")).empty());
}

// Right after a key was entered nobody knows yet whose it is.
void tst_DecideFlow::keyOfAnotherAccount_nothingIsSent()
{
    startSandbox();
    const ExecutionId id = m_world->startExecution(QStringLiteral("ask-one"));
    DecisionRecord record = m_world->recordFor(id, Act::Approve, QStringLiteral("a note of mine"));
    const ProfileId profileId = m_world->place().profile;
    Profile profile = *m_world->profiles.profile(profileId);
    profile.accountId = QStringLiteral("2000000000000002");
    m_world->profiles.setProfile(profile);
    record.where.accountId = profile.accountId;
    QVERIFY(!m_world->profiles.identity(profileId));
    DecideFlow flow(m_world->services(), oneApproval(), quickTimes());
    flow.start(record);
    QTRY_COMPARE_WITH_TIMEOUT(flow.progress().state, DecisionState::NotSent, 10'000);
    QCOMPARE(flow.progress().stop, DecisionProgress::Stop::WrongAccount);
    QVERIFY(m_sandbox->receipts(QStringLiteral("NotifyExecution")).empty());
}

// Nobody tells now whose the key is, and it was told before.
void tst_DecideFlow::silentIdentityService_keyOfBefore_isSent()
{
    startSandbox();
    const ExecutionId id = m_world->startExecution(QStringLiteral("ask-one"));
    const DecisionRecord record =
        m_world->recordFor(id, Act::Approve, QStringLiteral("the key is the one of yesterday"));
    const ProfileId profileId = m_world->place().profile;
    Profile profile = *m_world->profiles.profile(profileId);
    profile.stsEndpoint = QUrl(QStringLiteral("http://127.0.0.1:1"));
    m_world->profiles.setProfile(profile);
    DecideTimes times = quickTimes();
    times.identityWait = std::chrono::seconds(1);

    DecideFlow otherKey(m_world->services(), oneApproval(), times);
    otherKey.start(record);
    QTRY_COMPARE_WITH_TIMEOUT(otherKey.progress().state, DecisionState::NotSent, 10'000);
    QCOMPARE(otherKey.progress().stop, DecisionProgress::Stop::Identity);
    QVERIFY(m_sandbox->receipts(QStringLiteral("NotifyExecution")).empty());

    // Read once, and the same key is lent anew, as after a restart.
    const auto key = m_world->profiles.targetFor(m_world->place())->credentials();
    CallerIdentity identity;
    identity.accountId = profile.accountId;
    identity.identityType = QStringLiteral("RAMUser");
    identity.arn = QStringLiteral("acs:ram::%1:user/li.wei").arg(profile.accountId);
    QVERIFY(m_world->profiles.setIdentity(profileId, identity, QDateTime::currentDateTimeUtc()));
    m_world->profiles.setCredentials(profileId, key);
    QVERIFY(!m_world->profiles.identity(profileId));
    DecideFlow flow(m_world->services(), oneApproval(), times);
    flow.start(record);
    QTRY_COMPARE_WITH_TIMEOUT(flow.progress().state, DecisionState::ReconciledApplied, 10'000);
    QCOMPARE(m_sandbox->receipts(QStringLiteral("NotifyExecution")).size(), std::size_t(1));
}

void tst_DecideFlow::deletedMidway_leavesNoCallback()
{
    startSandbox();
    const ExecutionId id = m_world->startExecution(QStringLiteral("ask-one"));
    const DecisionRecord record =
        m_world->recordFor(id, Act::Approve, QStringLiteral("the owner goes away"));
    auto flow = std::make_unique<DecideFlow>(m_world->services(), oneApproval(), quickTimes());
    QSignalSpy spy(flow.get(), &DecideFlow::changed);
    flow->start(record);
    QCoreApplication::processEvents();
    flow.reset();
    const auto seen = spy.count();
    QTest::qWait(300);
    QCOMPARE(spy.count(), seen);
    QVERIFY(m_sandbox->receipts(QStringLiteral("NotifyExecution")).empty());
}

QTEST_GUILESS_MAIN(tst_DecideFlow)
#include "tst_decideflow.moc"
