// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/keyrenewal.h"
#include "app/flows/sendchecks.h"
#include "tests/app/flows/decidefixture.h"
#include "tests/fakes/fakeissuer.h"
#include "tests/support/faultserver.h"
#include "tests/support/movableclock.h"

#include <QSignalSpy>
#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;
using Stop = DecisionProgress::Stop;

namespace {

//! As quickTimes(), on a computer that is busy with other things.
DecideTimes steadyTimes()
{
    DecideTimes times = quickTimes();
    times.secondReadAge = 60s;
    return times;
}

} // namespace

//! Keys that end while a decision is under way. The service is the sandbox; whether anything left
//! is read from its receipts.
class tst_DecideKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void lastingKeys_areNotRenewed();
    void shortKeys_areRenewedBeforeTheSecondRead();
    void endedKeys_areRenewedFirst();
    void shortKeys_thatCannotBeRenewed_leaveNothing_data();
    void shortKeys_thatCannotBeRenewed_leaveNothing();
    void shortKeys_sourceIsSilent_isGivenUp();
    void shortKeys_newOnesAreAsShort();
    void keysThatEndBeforeTheFirstByte_leaveNothing();
    void keysThatEndWhileItWaitsItsTurn_areRenewed();
    void enteredToken_withAKnownEnd_leavesNothing();
    void renewalMeanwhile_stopsNothing();
    void otherCallerMeanwhile_stopsTheSend();
    void lockedMeanwhile_isLocked();
    void endOfKeys_byTheServicesWord_data();
    void endOfKeys_byTheServicesWord();
    void sleepWhileKeysAreHad_leavesNothing();
    void ownerMayGoWhileKeysAreHad();
    void another_isTheSameDecisionAnew();

private:
    FlowServices services();
    IssuedKeys keys(std::chrono::seconds left) const;
    //! The sandbox's profile, with its keys from a program; those it has now end then.
    void issue(std::chrono::seconds left);
    DecisionRecord waiting(const QString &note);
    int sent() const;

    DecideFixture m_fixture;
    void pass(std::chrono::milliseconds time);

    MovableClock m_clock;
    std::chrono::milliseconds m_passed{0};
    std::unique_ptr<ReadClient> m_client; //!< by the same clock
    FakeIssuer m_issuer;
    std::unique_ptr<KeyRenewal> m_renewal;
    std::function<std::unique_ptr<OneShotSender>()> m_newSender;
};

void tst_DecideKeys::initTestCase()
{
    const QString problem = m_fixture.start();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void tst_DecideKeys::init()
{
    m_issuer.asked.clear();
    m_issuer.always = nullptr;
    m_newSender = m_fixture.world().services().newSender;
    ReadLimits limits;
    limits.attempts = 2;
    limits.firstPause = 20ms;
    m_client = std::make_unique<ReadClient>(
        m_clock, newNonce, [] { return 0.0; }, limits);
    m_renewal = std::make_unique<KeyRenewal>(*m_client, m_fixture.world().profiles, m_clock,
                                             m_issuer, [] { return 0.0; });
}

void tst_DecideKeys::cleanup()
{
    m_client->finishAll();
    m_renewal.reset();
    m_client.reset();
    // What passed in this test has not passed in the next one.
    m_clock.pass(-std::exchange(m_passed, 0ms));
    ProfileRegistry &profiles = m_fixture.world().profiles;
    profiles.setProfile(m_fixture.sandbox().announcement().profile);
    profiles.setCredentials(m_fixture.world().place().profile,
                            m_fixture.sandbox().announcement().users.front().credentials);
}

FlowServices tst_DecideKeys::services()
{
    const FlowServices own = m_fixture.world().services();
    return {*m_client, own.profiles, own.journal, m_clock, m_newSender, m_renewal.get()};
}

void tst_DecideKeys::pass(std::chrono::milliseconds time)
{
    m_passed += time;
    m_clock.pass(time);
}

//! The sandbox's own user as a session that ends.
IssuedKeys tst_DecideKeys::keys(std::chrono::seconds left) const
{
    const SandboxAnnouncement announcement =
        const_cast<tst_DecideKeys *>(this)->m_fixture.sandbox().announcement();
    IssuedKeys made;
    made.credentials =
        std::make_shared<const Credentials>(announcement.users.front().credentials->clone());
    made.issuedAt = m_clock.now();
    made.expiresAt = m_clock.now().addSecs(left.count());
    CallerIdentity caller;
    caller.accountId = announcement.profile.accountId;
    caller.principalId = QStringLiteral("300000000000000077:li.wei");
    made.caller = caller;
    return made;
}

void tst_DecideKeys::issue(std::chrono::seconds left)
{
    ProfileRegistry &profiles = m_fixture.world().profiles;
    Profile profile = *profiles.profile(m_fixture.world().place().profile);
    profile.source.kind = KeyKind::Program;
    profile.source.command = QStringLiteral("/usr/bin/print-keys");
    profile.source = confirmed(profile.source);
    profiles.setProfile(profile);
    QVERIFY(profiles.renewCredentials(profile.id, keys(left)));
}

DecisionRecord tst_DecideKeys::waiting(const QString &note)
{
    const ExecutionId id =
        m_fixture.startRun(QStringLiteral("ask-one"), QStringLiteral("Automatic"));
    return m_fixture.world().recordFor(id, Act::Approve, note);
}

int tst_DecideKeys::sent() const
{
    return static_cast<int>(const_cast<tst_DecideKeys *>(this)
                                ->m_fixture.sandbox()
                                .receipts(QStringLiteral("NotifyExecution"))
                                .size());
}

void tst_DecideKeys::lastingKeys_areNotRenewed()
{
    const DecisionRecord record = waiting(QStringLiteral("keys that last for an hour"));
    issue(3600s);
    const int before = sent();
    DecideFlow flow(services(), oneApproval(), steadyTimes());
    flow.start(record);
    QTRY_COMPARE_WITH_TIMEOUT(flow.progress().state, DecisionState::ReconciledApplied, 10'000);
    QCOMPARE(m_issuer.count(), 0);
    QCOMPARE(sent(), before + 1);
}

void tst_DecideKeys::shortKeys_areRenewedBeforeTheSecondRead()
{
    const DecisionRecord record = waiting(QStringLiteral("keys that hardly last"));
    issue(49s);
    const int before = sent();
    const auto reads = m_fixture.sandbox().receipts(QStringLiteral("ListExecutions")).size();
    DecideFlow flow(services(), oneApproval(), steadyTimes());
    flow.start(record);
    QTRY_COMPARE(m_issuer.count(), 1);
    QVERIFY(flow.progress().isRenewing);
    QCOMPARE(flow.progress().state, DecisionState::Drafted);
    QCOMPARE(m_fixture.sandbox().receipts(QStringLiteral("ListExecutions")).size(), reads);
    const IssuedKeys next = keys(3600s);
    m_issuer.answerLast(next);
    QTRY_COMPARE_WITH_TIMEOUT(flow.progress().state, DecisionState::ReconciledApplied, 10'000);
    QVERIFY(!flow.progress().isRenewing);
    QCOMPARE(m_issuer.count(), 1);
    QCOMPARE(sent(), before + 1);
}

void tst_DecideKeys::endedKeys_areRenewedFirst()
{
    const DecisionRecord record = waiting(QStringLiteral("keys that have ended"));
    issue(60s);
    m_fixture.world().profiles.endCredentials(record.where.place.profile);
    m_issuer.always = [this](const FakeIssuer::Asked &) { return keys(3600s); };
    DecideFlow flow(services(), oneApproval(), steadyTimes());
    flow.start(record);
    QTRY_COMPARE_WITH_TIMEOUT(flow.progress().state, DecisionState::ReconciledApplied, 10'000);
    QCOMPARE(m_issuer.count(), 1);
}

void tst_DecideKeys::shortKeys_thatCannotBeRenewed_leaveNothing_data()
{
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<QString>("code");
    QTest::newRow("unreachable") << Error::Kind::Offline << QString();
    QTest::newRow("refused") << Error::Kind::Forbidden << QStringLiteral("NoPermission");
    QTest::newRow("login") << Error::Kind::BadCredentials << keyissuercodes::cliLoginEnded();
}

void tst_DecideKeys::shortKeys_thatCannotBeRenewed_leaveNothing()
{
    QFETCH(Error::Kind, kind);
    QFETCH(QString, code);
    const DecisionRecord record = waiting(QStringLiteral("no other keys"));
    issue(40s);
    const int before = sent();
    m_issuer.always = [kind, code](const FakeIssuer::Asked &) { return errorNamed(kind, code); };
    DecideFlow flow(services(), oneApproval(), steadyTimes());
    flow.start(record);
    QTRY_COMPARE(flow.progress().state, DecisionState::NotSent);
    QCOMPARE(flow.progress().stop, Stop::Expired);
    QCOMPARE(flow.progress().error->kind, kind);
    QCOMPARE(flow.progress().error->code, code);
    QCOMPARE(sent(), before);
    QVERIFY(!m_fixture.world().journal.entry(record.id));
}

void tst_DecideKeys::shortKeys_sourceIsSilent_isGivenUp()
{
    const DecisionRecord record = waiting(QStringLiteral("nobody answers"));
    issue(40s);
    const int before = sent();
    DecideTimes times = steadyTimes();
    times.renewalWait = 200ms;
    DecideFlow flow(services(), oneApproval(), times);
    flow.start(record);
    QTRY_COMPARE(flow.progress().state, DecisionState::NotSent);
    QCOMPARE(flow.progress().stop, Stop::Expired);
    QCOMPARE(flow.progress().error->kind, Error::Kind::TimedOut);
    // What comes then is for the next one.
    m_issuer.answerLast(keys(3600s));
    QTest::qWait(50);
    QCOMPARE(flow.progress().state, DecisionState::NotSent);
    QCOMPARE(sent(), before);
}

void tst_DecideKeys::shortKeys_newOnesAreAsShort()
{
    const DecisionRecord record = waiting(QStringLiteral("always the same keys"));
    issue(40s);
    m_issuer.always = [this](const FakeIssuer::Asked &) { return keys(30s); };
    DecideFlow flow(services(), oneApproval(), steadyTimes());
    flow.start(record);
    QTRY_COMPARE(flow.progress().state, DecisionState::NotSent);
    QCOMPARE(flow.progress().stop, Stop::Expired);
    QCOMPARE(m_issuer.count(), 1);
}

//! Connecting took its time, and the keys have ended before the first byte was to leave.
void tst_DecideKeys::keysThatEndBeforeTheFirstByte_leaveNothing()
{
    const DecisionRecord record = waiting(QStringLiteral("ends while connecting"));
    issue(60s);
    const int before = sent();
    // Between the second read and the connection the rest of their life passes.
    const auto make = m_newSender;
    m_newSender = [this, make] {
        pass(56s);
        return make();
    };
    DecideFlow flow(services(), oneApproval(), steadyTimes());
    flow.start(record);
    QTRY_COMPARE_WITH_TIMEOUT(flow.progress().state, DecisionState::NotSent, 10'000);
    QCOMPARE(flow.progress().stop, Stop::Expired);
    QCOMPARE(sent(), before);
    QCOMPARE(flow.progress().report.bytesHandedOut, qint64(0));
    const auto entry = m_fixture.world().journal.entry(record.id);
    QVERIFY(entry && entry->state() == DecisionState::NotSent);
    QVERIFY(!entry->stepTo(DecisionState::Sending));
}

void tst_DecideKeys::keysThatEndWhileItWaitsItsTurn_areRenewed()
{
    DecisionJournal &journal = m_fixture.world().journal;
    DecisionRecord first = sealed(waiting(QStringLiteral("another that is being sent")));
    const DecisionRecord record = waiting(QStringLiteral("waits for its turn"));
    issue(120s);
    QVERIFY(!journal.append(first, {}));
    QVERIFY(!journal.transition(first.id, DecisionState::IntentRecorded, DecisionState::Sending));
    DecideFlow flow(services(), oneApproval(), steadyTimes());
    flow.start(record);
    QTRY_COMPARE(flow.progress().state, DecisionState::Verified);
    QCOMPARE(m_issuer.count(), 0);
    pass(100s);
    m_issuer.always = [this](const FakeIssuer::Asked &) { return keys(3600s); };
    QVERIFY(!journal.transition(first.id, DecisionState::Sending, DecisionState::NotSent));
    QTRY_COMPARE_WITH_TIMEOUT(flow.progress().state, DecisionState::ReconciledApplied, 10'000);
    QVERIFY(m_issuer.count() >= 1);
}

void tst_DecideKeys::enteredToken_withAKnownEnd_leavesNothing()
{
    const DecisionRecord record = waiting(QStringLiteral("a token that was typed"));
    const int before = sent();
    ProfileRegistry &profiles = m_fixture.world().profiles;
    const auto key = m_fixture.sandbox().announcement().users.front().credentials;
    const ProfileId &id = record.where.place.profile;
    profiles.setCredentials(id, key, m_clock.now().addSecs(40));
    DecideFlow flow(services(), oneApproval(), steadyTimes());
    flow.start(record);
    QTRY_COMPARE(flow.progress().state, DecisionState::NotSent);
    QCOMPARE(flow.progress().stop, Stop::Expired);
    QVERIFY(!flow.progress().error);
    QCOMPARE(sent(), before);
    profiles.setCredentials(id, key, m_clock.now().addSecs(900));
    DecideFlow later(services(), oneApproval(), steadyTimes());
    later.start(record);
    QTRY_COMPARE_WITH_TIMEOUT(later.progress().state, DecisionState::ReconciledApplied, 10'000);
}

//! Other keys of the same caller come between the second read and the signature.
void tst_DecideKeys::renewalMeanwhile_stopsNothing()
{
    const DecisionRecord record = waiting(QStringLiteral("renewed in between"));
    issue(3600s);
    const auto make = m_newSender;
    m_newSender = [this, make, record] {
        m_fixture.world().profiles.renewCredentials(record.where.place.profile, keys(3600s));
        return make();
    };
    DecideFlow flow(services(), oneApproval(), steadyTimes());
    flow.start(record);
    QTRY_COMPARE_WITH_TIMEOUT(flow.progress().state, DecisionState::ReconciledApplied, 10'000);
}

void tst_DecideKeys::otherCallerMeanwhile_stopsTheSend()
{
    const DecisionRecord record = waiting(QStringLiteral("another caller in between"));
    issue(3600s);
    const int before = sent();
    const auto make = m_newSender;
    m_newSender = [this, make, record] {
        IssuedKeys others = keys(3600s);
        others.caller->principalId = QStringLiteral("300000000000000078:zhang.min");
        m_fixture.world().profiles.renewCredentials(record.where.place.profile, others);
        return make();
    };
    DecideFlow flow(services(), oneApproval(), steadyTimes());
    flow.start(record);
    QTRY_COMPARE_WITH_TIMEOUT(flow.progress().state, DecisionState::NotSent, 10'000);
    QCOMPARE(flow.progress().stop, Stop::TooOld);
    QCOMPARE(sent(), before);
}

void tst_DecideKeys::lockedMeanwhile_isLocked()
{
    const DecisionRecord record = waiting(QStringLiteral("locked in between"));
    issue(3600s);
    const int before = sent();
    m_fixture.world().profiles.setCredentials(record.where.place.profile, nullptr);
    DecideFlow flow(services(), oneApproval(), steadyTimes());
    flow.start(record);
    QTRY_COMPARE(flow.progress().state, DecisionState::NotSent);
    QCOMPARE(flow.progress().stop, Stop::Locked);
    QCOMPARE(m_issuer.count(), 0);
    QCOMPARE(sent(), before);
}

//! The service says that the token has ended, which was not known here.
void tst_DecideKeys::endOfKeys_byTheServicesWord_data()
{
    QTest::addColumn<bool>("isIssued");
    QTest::newRow("issued keys, and no others to be had") << true;
    QTest::newRow("an entered token") << false;
}

void tst_DecideKeys::endOfKeys_byTheServicesWord()
{
    QFETCH(bool, isIssued);
    DecisionRecord record = waiting(QStringLiteral("the service knows better"));
    FaultServer server;
    record.where.endpointHost = hostOf(server.address());
    server.setScripts({faults::answer(
        400, R"({"Code":"InvalidSecurityToken.Expired","Message":"no","RequestId":"7B2D-0002"})")});
    if (isIssued)
        issue(3600s);
    m_issuer.always = [](const FakeIssuer::Asked &) { return errorNamed(Error::Kind::Offline); };
    ProfileRegistry &profiles = m_fixture.world().profiles;
    Profile elsewhere = *profiles.profile(record.where.place.profile);
    elsewhere.endpoint = server.address();
    elsewhere.stsEndpoint = server.address();
    profiles.setProfile(elsewhere);
    const int before = sent();
    DecideFlow flow(services(), oneApproval(), steadyTimes());
    flow.start(record);
    QTRY_COMPARE_WITH_TIMEOUT(flow.progress().state, DecisionState::NotSent, 10'000);
    QCOMPARE(flow.progress().stop, Stop::Expired);
    QCOMPARE(flow.progress().error->code, QStringLiteral("InvalidSecurityToken.Expired"));
    QCOMPARE(sent(), before);
    for (const ArrivedRequest &request : server.requests())
        QVERIFY(!request.headers.contains("NotifyExecution"));
}

void tst_DecideKeys::sleepWhileKeysAreHad_leavesNothing()
{
    const DecisionRecord record = waiting(QStringLiteral("asleep meanwhile"));
    issue(40s);
    const int before = sent();
    DecideFlow flow(services(), oneApproval(), steadyTimes());
    flow.start(record);
    QTRY_COMPARE(m_issuer.count(), 1);
    flow.noteWake();
    QCOMPARE(flow.progress().stop, Stop::Slept);
    m_issuer.answerLast(keys(3600s));
    QTest::qWait(50);
    QCOMPARE(flow.progress().state, DecisionState::NotSent);
    QCOMPARE(sent(), before);
}

void tst_DecideKeys::ownerMayGoWhileKeysAreHad()
{
    const DecisionRecord record = waiting(QStringLiteral("the owner goes"));
    issue(40s);
    const int before = sent();
    auto flow = std::make_unique<DecideFlow>(services(), oneApproval(), steadyTimes());
    flow->start(record);
    QTRY_COMPARE(m_issuer.count(), 1);
    connect(&m_fixture.world().profiles, &ProfileRegistry::renewed, flow.get(),
            [&flow] { flow.reset(); });
    m_issuer.answerLast(keys(3600s));
    QVERIFY(!flow);
    QTest::qWait(50);
    QCOMPARE(sent(), before);
}

void tst_DecideKeys::another_isTheSameDecisionAnew()
{
    DecisionRecord record = waiting(QStringLiteral("once more"));
    issue(40s);
    const int before = sent();
    m_issuer.always = [](const FakeIssuer::Asked &) { return errorNamed(Error::Kind::Offline); };
    DecideFlow flow(services(), oneApproval(), steadyTimes());
    flow.start(record);
    QTRY_COMPARE(flow.progress().state, DecisionState::NotSent);
    const std::unique_ptr<DecideFlow> next = flow.another();
    QVERIFY(!next->progress().isStarted);
    QCOMPARE(next->basis().requiredApprovals, std::optional<qint64>(1));
    m_issuer.always = [this](const FakeIssuer::Asked &) { return keys(3600s); };
    record.id = newDecisionId();
    next->start(record);
    QTRY_COMPARE_WITH_TIMEOUT(next->progress().state, DecisionState::ReconciledApplied, 10'000);
    QCOMPARE(sent(), before + 1);
}

QTEST_GUILESS_MAIN(tst_DecideKeys)
#include "tst_decidekeys.moc"
