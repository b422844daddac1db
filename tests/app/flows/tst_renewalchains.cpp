// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/identityreads.h"
#include "app/flows/keyrenewal.h"
#include "tests/fakes/fakeissuer.h"
#include "tests/support/faultserver.h"
#include "tests/support/manualclock.h"

#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;
using State = RenewalStanding::State;

//! What happens to profiles, to those that they build on, and to the computer while keys are asked
//! for: `second` takes its role with the keys of `first`, whose program prints them.
class tst_RenewalChains : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void otherChanges_lateAnswerIsNotLent_data();
    void otherChanges_lateAnswerIsNotLent();
    void otherIsRenewed_answerIsLent();
    void otherOfAnotherAccount_nothingIsAskedWithIt();
    void otherBecomesAnotherCaller_isAskedAnew();
    void otherOfUnknownCaller_keysAreKeptAndDue();
    void otherOfUnknownCaller_thenTheSame_keysAreKept();
    void otherOfUnknownCaller_thenAnother_isAskedAnew_data();
    void otherOfUnknownCaller_thenAnother_isAskedAnew();
    void otherOfUnknownCaller_refusedRoleIsTriedOnce();
    void otherIsGivenUp_renewGoesThroughIt();
    void changedWhileTheCallerIsRead_isNotLent();
    void tenPresses_areOneQuestion();
    void pressAfterAnEdit_isOneQuestion();
    void sleepWhileAsked_endedKeysAreNotLent();
    void twoOfOneSource_areApart();

private:
    static Profile programProfile(const QString &id);
    Profile secondProfile() const;
    void add(const Profile &profile) { m_profiles->setProfile(profile); }
    //! Both are there, `first` has keys, and `second` is asked for.
    void startAsking();
    //! Both have keys, and then the first gets others while the service cannot say whose they are.
    void startWithUnknownCaller();
    std::size_t lastAskedFor(const ProfileId &id) const;
    void settle();
    void pass(std::chrono::milliseconds time);
    QString lentId(const ProfileId &id) const;
    State stateOf(const ProfileId &id) const { return m_renewal->standing(id).state; }
    IssuedKeys keys(const char *name, std::chrono::seconds lifetime = 3600s) const;

    const ProfileId m_first{QStringLiteral("first")};
    const ProfileId m_second{QStringLiteral("second")};
    ManualClock m_clock;
    FakeIssuer m_issuer;
    std::unique_ptr<ProfileRegistry> m_profiles;
    std::unique_ptr<ReadClient> m_client;
    std::unique_ptr<KeyRenewal> m_renewal;
    std::unique_ptr<FaultServer> m_server;
};

void tst_RenewalChains::init()
{
    m_server = std::make_unique<FaultServer>();
    m_issuer.asked.clear();
    m_profiles = std::make_unique<ProfileRegistry>();
    ReadLimits limits;
    limits.attempts = 1;
    m_client = std::make_unique<ReadClient>(
        m_clock, newNonce, [] { return 0.0; }, limits);
    m_renewal =
        std::make_unique<KeyRenewal>(*m_client, *m_profiles, m_clock, m_issuer, [] { return 0.0; });
}

void tst_RenewalChains::cleanup()
{
    m_renewal.reset();
    m_client.reset();
    m_profiles.reset();
}

Profile tst_RenewalChains::programProfile(const QString &id)
{
    Profile made;
    made.id = ProfileId(id);
    made.alias = id;
    made.regions = {RegionId(QStringLiteral("cn-hangzhou"))};
    made.source.kind = KeyKind::Program;
    made.source.command = QStringLiteral("/usr/bin/print-keys");
    made.source = confirmed(made.source);
    return made;
}

Profile tst_RenewalChains::secondProfile() const
{
    Profile made = programProfile(m_second.text());
    made.source = {};
    made.source.kind = KeyKind::OtherProfile;
    made.source.otherProfile = m_first;
    RoleToAssume role;
    role.arn = QStringLiteral("acs:ram::1000000000000001:role/operator");
    role.sessionName = QStringLiteral("li.wei");
    made.source.role = role;
    return made;
}

void tst_RenewalChains::startAsking()
{
    add(programProfile(m_first.text()));
    add(secondProfile());
    m_renewal->start();
    settle();
    m_issuer.answerLast(keys("first", 900s));
    settle();
    QCOMPARE(m_issuer.count(), 2);
    QCOMPARE(m_issuer.asked.back().profile, m_second);
    QCOMPARE(m_issuer.asked.back().baseId, QStringLiteral("STS.first"));
}

void tst_RenewalChains::startWithUnknownCaller()
{
    m_server->setScripts({faults::answer(503, "{}")});
    Profile first = programProfile(m_first.text());
    first.endpoint = m_server->address();
    first.stsEndpoint = m_server->address();
    add(first);
    add(secondProfile());
    m_renewal->start();
    settle();
    m_issuer.answerLast(keys("first", 900s));
    settle();
    m_issuer.answerLast(keys("second"));
    settle();
    QCOMPARE(lentId(m_second), QStringLiteral("STS.second"));
    m_renewal->tryNow(m_first);
    IssuedKeys unknown = keys("unknown", 900s);
    unknown.caller.reset();
    m_issuer.answerLast(unknown);
    QTRY_COMPARE(lentId(m_first), QStringLiteral("STS.unknown"));
    settle();
}

std::size_t tst_RenewalChains::lastAskedFor(const ProfileId &id) const
{
    std::size_t last = 0;
    for (std::size_t i = 0; i < m_issuer.asked.size(); ++i) {
        if (m_issuer.asked[i].profile == id)
            last = i;
    }
    return last;
}

//! What hangs in the event loop has run.
void tst_RenewalChains::settle()
{
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
}

void tst_RenewalChains::pass(std::chrono::milliseconds time)
{
    m_clock.advance(time);
    m_renewal->check();
    settle();
}

QString tst_RenewalChains::lentId(const ProfileId &id) const
{
    const auto target = m_profiles->targetFor({id, {}});
    const auto lent = target ? target->credentials() : nullptr;
    return lent ? lent->accessKeyId : QString();
}

IssuedKeys tst_RenewalChains::keys(const char *name, std::chrono::seconds lifetime) const
{
    return sessionKeys(QLatin1String(name), m_clock.now(), lifetime);
}

void tst_RenewalChains::otherChanges_lateAnswerIsNotLent_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"edited", "removed", "locked", "entered"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

//! Not even until the event loop has looked at the change.
void tst_RenewalChains::otherChanges_lateAnswerIsNotLent()
{
    QFETCH(QString, what);
    startAsking();
    Profile first = *m_profiles->profile(m_first);
    if (what == u"removed") {
        m_profiles->removeProfile(m_first);
    } else if (what == u"locked") {
        m_profiles->setCredentials(m_first, nullptr);
    } else if (what == u"edited") {
        first.source.command = QStringLiteral("/usr/bin/print-other-keys");
        first.source = confirmed(first.source);
        m_profiles->setProfile(first);
    } else {
        first.source = {};
        m_profiles->setProfile(first);
    }
    m_issuer.answer(1, keys("late"));
    QCOMPARE(lentId(m_second), QString());
    settle();
    QCOMPARE(lentId(m_second), QString());
    QVERIFY(m_issuer.asked.at(1).isCancelled);
    QCOMPARE(m_issuer.count(m_second), 1);
    if (what == u"edited") {
        m_issuer.answerLast(keys("new", 900s));
        settle();
        QCOMPARE(m_issuer.asked.back().baseId, QStringLiteral("STS.new"));
        m_issuer.answerLast(keys("second"));
        QCOMPARE(lentId(m_second), QStringLiteral("STS.second"));
    }
}

//! The same caller's next keys are no reason to ask again.
void tst_RenewalChains::otherIsRenewed_answerIsLent()
{
    startAsking();
    m_renewal->tryNow(m_first);
    QCOMPARE(m_issuer.count(m_first), 2);
    m_issuer.answerLast(keys("again", 900s));
    settle();
    m_issuer.answer(1, keys("second"));
    settle();
    QCOMPARE(lentId(m_second), QStringLiteral("STS.second"));
    QCOMPARE(m_issuer.count(m_second), 1);
}

void tst_RenewalChains::otherOfAnotherAccount_nothingIsAskedWithIt()
{
    Profile first = programProfile(m_first.text());
    first.accountId = QStringLiteral("1000000000000001");
    add(first);
    add(secondProfile());
    m_renewal->start();
    settle();
    m_issuer.answerLast(
        sessionKeys(QStringLiteral("x"), m_clock.now(), 900s, QStringLiteral("2000000000000002")));
    settle();
    pass(2h);
    QCOMPARE(m_issuer.count(), 1);
    QCOMPARE(lentId(m_first), QString());
    QCOMPARE(stateOf(m_first), State::Ended);
    QCOMPARE(m_renewal->standing(m_first).error->code, IdentityReads::otherAccountCode());
    QCOMPARE(stateOf(m_second), State::NeedsKey);
    QVERIFY(m_renewal->canRenew(m_second));
}

//! Whoever has the other keys now may take the role or not: that is asked, and what was given to
//! the one before is not used any more.
void tst_RenewalChains::otherBecomesAnotherCaller_isAskedAnew()
{
    startAsking();
    m_issuer.answer(1, keys("second"));
    settle();
    QCOMPARE(lentId(m_second), QStringLiteral("STS.second"));
    m_renewal->tryNow(m_first);
    IssuedKeys others = keys("others", 900s);
    others.caller->principalId = QStringLiteral("300000000000000077:zhao.min");
    m_issuer.answerLast(others);
    settle();
    QCOMPARE(lentId(m_second), QString());
    QCOMPARE(m_issuer.asked.back().profile, m_second);
    QCOMPARE(m_issuer.asked.back().baseId, QStringLiteral("STS.others"));
}

//! That the service is out of reach says nothing against keys that are valid.
void tst_RenewalChains::otherOfUnknownCaller_keysAreKeptAndDue()
{
    startWithUnknownCaller();
    QCOMPARE(lentId(m_second), QStringLiteral("STS.second"));
    QCOMPARE(stateOf(m_second), State::Here);
    pass(30s);
    QCOMPARE(m_issuer.count(m_second), 2);
    QCOMPARE(m_issuer.asked.at(lastAskedFor(m_second)).baseId, QStringLiteral("STS.unknown"));
    m_issuer.answer(lastAskedFor(m_second), errorNamed(Error::Kind::Offline));
    settle();
    QCOMPARE(lentId(m_second), QStringLiteral("STS.second"));
    QCOMPARE(stateOf(m_second), State::Failing);
    pass(30s);
    QCOMPARE(m_issuer.count(m_second), 3);
    m_issuer.answer(lastAskedFor(m_second), keys("third"));
    pass(60s);
    QCOMPARE(lentId(m_second), QStringLiteral("STS.third"));
    QCOMPARE(m_issuer.count(m_second), 3);
}

void tst_RenewalChains::otherOfUnknownCaller_thenTheSame_keysAreKept()
{
    startWithUnknownCaller();
    m_renewal->tryNow(m_first);
    m_issuer.answerLast(keys("known", 900s));
    settle();
    QCOMPARE(lentId(m_first), QStringLiteral("STS.known"));
    QCOMPARE(lentId(m_second), QStringLiteral("STS.second"));
}

void tst_RenewalChains::otherOfUnknownCaller_thenAnother_isAskedAnew_data()
{
    QTest::addColumn<bool>("isReadLater");
    QTest::newRow("with the next keys") << false;
    QTest::newRow("of the same keys") << true;
}

void tst_RenewalChains::otherOfUnknownCaller_thenAnother_isAskedAnew()
{
    QFETCH(bool, isReadLater);
    startWithUnknownCaller();
    IssuedKeys others = keys("others", 900s);
    others.caller->principalId = QStringLiteral("300000000000000077:zhao.min");
    if (isReadLater) {
        QVERIFY(m_profiles->setIdentity(m_first, *others.caller, m_clock.now()));
    } else {
        m_renewal->tryNow(m_first);
        m_issuer.answerLast(others);
    }
    settle();
    QCOMPARE(lentId(m_second), QString());
    QCOMPARE(m_issuer.asked.back().profile, m_second);
    QCOMPARE(m_issuer.asked.back().baseId, lentId(m_first));
}

//! The role was refused to the one before; perhaps the one who has the keys now may take it.
void tst_RenewalChains::otherOfUnknownCaller_refusedRoleIsTriedOnce()
{
    startWithUnknownCaller();
    pass(30s);
    m_issuer.answer(lastAskedFor(m_second),
                    errorNamed(Error::Kind::Forbidden, QStringLiteral("NoPermission")));
    pass(60s);
    QCOMPARE(m_issuer.count(m_second), 2);
    m_renewal->tryNow(m_first);
    IssuedKeys unknown = keys("unknown2", 900s);
    unknown.caller.reset();
    m_issuer.answer(lastAskedFor(m_first), unknown);
    QTRY_COMPARE(lentId(m_first), QStringLiteral("STS.unknown2"));
    pass(30s);
    QCOMPARE(m_issuer.count(m_second), 3);
    QCOMPARE(lentId(m_second), QStringLiteral("STS.second"));
}

//! The other one's keys turned out to be none to use: renewing this one asks for those first.
void tst_RenewalChains::otherIsGivenUp_renewGoesThroughIt()
{
    startAsking();
    m_issuer.answer(1, errorNamed(Error::Kind::Forbidden, QStringLiteral("NoPermission")));
    m_renewal->refuse(m_first,
                      errorNamed(Error::Kind::BadCredentials, IdentityReads::otherAccountCode()));
    settle();
    QCOMPARE(m_issuer.count(), 2);
    QVERIFY(m_renewal->canRenew(m_second));
    QObject context;
    int answers = 0;
    std::optional<Error> error;
    m_renewal->renew(m_second, &context, [&](const std::optional<Error> &told) {
        ++answers;
        error = told;
    });
    settle();
    QCOMPARE(m_issuer.asked.back().profile, m_first);
    m_issuer.answerLast(keys("right", 900s));
    settle();
    QCOMPARE(m_issuer.asked.back().profile, m_second);
    QCOMPARE(m_issuer.asked.back().baseId, QStringLiteral("STS.right"));
    m_issuer.answerLast(keys("second"));
    settle();
    QCOMPARE(answers, 1);
    QVERIFY(!error);
    QCOMPARE(lentId(m_second), QStringLiteral("STS.second"));
}

//! Whose the keys are is being read when the profile becomes another one.
void tst_RenewalChains::changedWhileTheCallerIsRead_isNotLent()
{
    FaultServer server;
    FaultScript late = faults::answer(
        200, R"({"IdentityType":"RAMUser","AccountId":"1000000000000001","PrincipalId":"20001",
                 "UserId":"20001","Arn":"acs:ram::1000000000000001:user/li.wei",
                 "RequestId":"7B2D-0001"})");
    late.delay = 200ms;
    server.setScripts({late});
    Profile first = programProfile(m_first.text());
    first.endpoint = server.address();
    first.stsEndpoint = server.address();
    add(first);
    m_renewal->start();
    settle();
    IssuedKeys unknown = keys("unknown");
    unknown.caller.reset();
    m_issuer.answerLast(unknown);
    QTRY_COMPARE(server.requests().size(), std::size_t(1));
    first.source.command = QStringLiteral("/usr/bin/print-other-keys");
    first.source = confirmed(first.source);
    bool wasLent = false;
    connect(m_profiles.get(), &ProfileRegistry::changed, this,
            [this, &wasLent] { wasLent = wasLent || !lentId(m_first).isEmpty(); });
    m_profiles->setProfile(first);
    QTRY_COMPARE(m_issuer.count(), 2);
    QTest::qWait(400); // longer than the server takes
    QVERIFY(!wasLent);
    QVERIFY(!m_profiles->identity(m_first));
    m_issuer.answerLast(keys("other"));
    QCOMPARE(lentId(m_first), QStringLiteral("STS.other"));
}

void tst_RenewalChains::tenPresses_areOneQuestion()
{
    startAsking();
    m_issuer.answer(1, keys("second"));
    settle();
    QObject context;
    int answers = 0;
    for (int i = 0; i < 10; ++i) {
        m_renewal->renew(m_second, &context, [&answers](const std::optional<Error> &error) {
            answers += error ? 0 : 1;
        });
        m_renewal->tryNow(m_second);
        settle();
    }
    QCOMPARE(m_issuer.count(m_second), 2);
    QCOMPARE(answers, 0);
    m_issuer.answerLast(keys("again"));
    settle();
    QCOMPARE(answers, 10);
    pass(1min);
    QCOMPARE(m_issuer.count(m_second), 2);
}

//! A program may open a window: it is not begun for the press, and once more for the edit.
void tst_RenewalChains::pressAfterAnEdit_isOneQuestion()
{
    startAsking();
    Profile first = *m_profiles->profile(m_first);
    first.source.command = QStringLiteral("/usr/bin/print-other-keys");
    first.source = confirmed(first.source);
    m_profiles->setProfile(first);
    m_renewal->tryNow(m_first);
    settle();
    QCOMPARE(m_issuer.count(m_first), 2);
    QVERIFY(!m_issuer.asked.back().isCancelled);
    m_issuer.answerLast(keys("other"));
    QCOMPARE(lentId(m_first), QStringLiteral("STS.other"));
}

//! The answer was under way when the computer fell asleep.
void tst_RenewalChains::sleepWhileAsked_endedKeysAreNotLent()
{
    startAsking();
    const IssuedKeys given = keys("second", 900s);
    m_clock.sleep(2h);
    m_issuer.answer(1, given);
    QCOMPARE(lentId(m_second), QString());
    QCOMPARE(m_renewal->standing(m_second).error->code, renewalcodes::endedKeys());
    m_renewal->check();
    settle();
    QCOMPARE(lentId(m_first), QString()); // those of the other one have ended as well
    QCOMPARE(m_issuer.asked.back().profile, m_first);
    m_issuer.answerLast(keys("awake", 900s));
    settle();
    pass(1min);
    QCOMPARE(m_issuer.asked.back().profile, m_second);
    QCOMPARE(m_issuer.asked.back().baseId, QStringLiteral("STS.awake"));
    m_issuer.answerLast(keys("new"));
    QCOMPARE(lentId(m_second), QStringLiteral("STS.new"));
}

void tst_RenewalChains::twoOfOneSource_areApart()
{
    const ProfileId other(QStringLiteral("other"));
    add(programProfile(m_first.text()));
    add(programProfile(other.text()));
    m_renewal->start();
    settle();
    QCOMPARE(m_issuer.count(m_first), 1);
    QCOMPARE(m_issuer.count(other), 1);
    const std::size_t atFirst = m_issuer.asked.front().profile == m_first ? 0 : 1;
    m_issuer.answer(atFirst, keys("first"));
    m_issuer.answer(1 - atFirst,
                    errorNamed(Error::Kind::LocalFault, keyissuercodes::programFailed()));
    settle();
    QCOMPARE(stateOf(m_first), State::Here);
    QCOMPARE(stateOf(other), State::Ended);
    m_renewal->tryNow(other);
    m_profiles->removeProfile(m_first);
    m_issuer.answerLast(keys("other"));
    settle();
    QCOMPARE(lentId(other), QStringLiteral("STS.other"));
    QCOMPARE(m_issuer.count(), 3);
}

QTEST_GUILESS_MAIN(tst_RenewalChains)
#include "tst_renewalchains.moc"
