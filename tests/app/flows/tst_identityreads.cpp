// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/identityreads.h"
#include "app/flows/keyrenewal.h"
#include "tests/app/flows/servedworld.h"
#include "tests/fakes/fakeissuer.h"

#include <QSignalSpy>
#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;

namespace {

const QString account = QStringLiteral("1000000000000001");

FaultScript callerOf(const char *id)
{
    return faults::answer(200, QByteArray(R"({"IdentityType":"RAMUser","AccountId":"%1",
        "PrincipalId":"20001","UserId":"20001","Arn":"acs:ram::%1:user/li.wei",
        "RequestId":"7B2D-0001"})")
                                   .replace("%1", id));
}

} // namespace

class tst_IdentityReads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void known_isReadOnce();
    void knownSinceAnotherDay_isReadAgain();
    void enteredKey_ofAnotherAccount_isTakenAway();
    void issuedKeys_ofAnotherAccount_endUntilRenewed();
    void lateAnswer_aboutTheFormerKey_isNotTaken();
    void removedProfile_isNoMismatch();

private:
    //! On this server, of the account above, with an entered key or with keys of a program.
    ProfileId add(const FaultServer &server, KeyKind kind);
    Place place(const ProfileId &id) const { return {id, RegionId(QStringLiteral("cn-hangzhou"))}; }
    void enter(const ProfileId &id, const char *keyId);

    std::unique_ptr<ServedWorld> m_world;
    FakeIssuer m_issuer;
    std::unique_ptr<KeyRenewal> m_renewal;
    std::unique_ptr<IdentityReads> m_reads;
};

void tst_IdentityReads::init()
{
    m_issuer.asked.clear();
    m_issuer.always = nullptr;
    m_world = std::make_unique<ServedWorld>();
    m_renewal = std::make_unique<KeyRenewal>(m_world->client, m_world->profiles, m_world->clock,
                                             m_issuer, [] { return 0.0; });
    m_world->renewal = m_renewal.get();
    m_reads = std::make_unique<IdentityReads>(m_world->services());
}

void tst_IdentityReads::cleanup()
{
    m_reads.reset();
    m_renewal.reset();
    m_world.reset();
}

ProfileId tst_IdentityReads::add(const FaultServer &server, KeyKind kind)
{
    Profile profile;
    profile.id = ProfileId(QStringLiteral("p"));
    profile.alias = QStringLiteral("p");
    profile.accountId = account;
    profile.regions = {RegionId(QStringLiteral("cn-hangzhou"))};
    profile.endpoint = server.address();
    profile.stsEndpoint = server.address();
    profile.source.kind = kind;
    if (kind == KeyKind::Program)
        profile.source.command = QStringLiteral("/usr/bin/print-keys");
    profile.source = confirmed(profile.source);
    m_world->profiles.setProfile(profile);
    return profile.id;
}

void tst_IdentityReads::enter(const ProfileId &id, const char *keyId)
{
    auto key = std::make_shared<Credentials>();
    key->accessKeyId = QLatin1String(keyId);
    key->secret = SecretBytes("example-secret");
    m_world->profiles.setCredentials(id, key);
}

void tst_IdentityReads::known_isReadOnce()
{
    FaultServer server;
    server.setScripts({callerOf("1000000000000001")});
    const ProfileId id = add(server, KeyKind::Entered);
    enter(id, "LTAIone");
    m_reads->readIfUnknown(place(id));
    m_reads->readIfUnknown(place(id));
    QCOMPARE(m_reads->running(), 1);
    QTRY_VERIFY(m_world->profiles.identity(id));
    QCOMPARE(m_world->profiles.identity(id)->userName(), QStringLiteral("li.wei"));
    m_reads->readIfUnknown(place(id));
    QCOMPARE(m_reads->running(), 0);
    QCOMPARE(server.requests().size(), std::size_t(1));
}

//! A program that runs for days verifies it each day; while that fails, the former one stands.
void tst_IdentityReads::knownSinceAnotherDay_isReadAgain()
{
    FaultServer server;
    server.setScripts({faults::answer(503, "{}"), callerOf("1000000000000001")});
    const ProfileId id = add(server, KeyKind::Entered);
    enter(id, "LTAIone");
    CallerIdentity caller;
    caller.accountId = account;
    caller.identityType = QStringLiteral("RAMUser");
    caller.arn = QStringLiteral("acs:ram::%1:user/li.wei").arg(account);
    const QDateTime now = m_world->clock.now();
    QVERIFY(m_world->profiles.setIdentity(id, caller, now.addDays(-1)));
    QSignalSpy ended(m_reads.get(), &IdentityReads::ended);
    m_reads->readIfUnknown(place(id));
    QCOMPARE(m_reads->running(), 1);
    QTRY_COMPARE(ended.count(), 1);
    QVERIFY(m_world->profiles.identity(id));
    QCOMPARE(m_world->profiles.profile(id)->lastIdentityAt, now.addDays(-1));
    m_reads->readIfUnknown(place(id)); // not by itself
    QCOMPARE(m_reads->running(), 0);
    m_reads->askAgain();
    m_reads->readIfUnknown(place(id));
    QTRY_COMPARE(ended.count(), 2);
    QVERIFY(m_world->profiles.profile(id)->lastIdentityAt >= now);
    m_reads->askAgain();
    m_reads->readIfUnknown(place(id));
    QCOMPARE(m_reads->running(), 0);
}

void tst_IdentityReads::enteredKey_ofAnotherAccount_isTakenAway()
{
    FaultServer server;
    server.setScripts({callerOf("2000000000000002")});
    const ProfileId id = add(server, KeyKind::Entered);
    enter(id, "LTAIone");
    QSignalSpy mismatched(m_reads.get(), &IdentityReads::mismatched);
    m_reads->readIfUnknown(place(id));
    QTRY_COMPARE(mismatched.count(), 1);
    QVERIFY(m_world->profiles.isLocked(id));
    QVERIFY(!m_world->profiles.isUnlocked(id));
}

//! Lent while nobody could say whose they are; then it is said. Renewing is the way out, and no
//! lock stands in it.
void tst_IdentityReads::issuedKeys_ofAnotherAccount_endUntilRenewed()
{
    FaultServer server;
    server.setScripts({faults::answer(503, "{}"), callerOf("2000000000000002")});
    const ProfileId id = add(server, KeyKind::Program);
    m_renewal->start();
    QTRY_COMPARE(m_issuer.count(), 1);
    IssuedKeys unknown = sessionKeys(QStringLiteral("1"), m_world->clock.now(), 3600s);
    unknown.caller.reset();
    m_issuer.answerLast(unknown);
    QTRY_VERIFY(m_world->profiles.isUnlocked(id));
    QSignalSpy mismatched(m_reads.get(), &IdentityReads::mismatched);
    m_reads->readIfUnknown(place(id));
    QTRY_COMPARE(mismatched.count(), 1);
    QVERIFY(!m_world->profiles.isUnlocked(id));
    const RenewalStanding standing = m_renewal->standing(id);
    QCOMPARE(standing.state, RenewalStanding::State::Ended);
    QCOMPARE(standing.error->code, IdentityReads::otherAccountCode());
    QVERIFY(!standing.nextTry.isValid());
    m_renewal->check();
    QCOMPARE(m_issuer.count(), 1);
    QVERIFY(m_renewal->canRenew(id));
    m_renewal->tryNow(id);
    QCOMPARE(m_issuer.count(), 2);
    m_issuer.answerLast(sessionKeys(QStringLiteral("2"), m_world->clock.now(), 3600s));
    QVERIFY(m_world->profiles.isUnlocked(id));
    QCOMPARE(m_renewal->standing(id).state, RenewalStanding::State::Here);
}

//! Another key was entered while the former one's caller was read: what comes says nothing of it.
void tst_IdentityReads::lateAnswer_aboutTheFormerKey_isNotTaken()
{
    FaultServer server;
    FaultScript late = callerOf("2000000000000002");
    late.delay = 200ms;
    server.setScripts({late, callerOf("1000000000000001")});
    const ProfileId id = add(server, KeyKind::Entered);
    enter(id, "LTAIone");
    QSignalSpy ended(m_reads.get(), &IdentityReads::ended);
    QSignalSpy mismatched(m_reads.get(), &IdentityReads::mismatched);
    m_reads->readIfUnknown(place(id));
    QTRY_COMPARE(server.requests().size(), std::size_t(1));
    enter(id, "LTAItwo");
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(mismatched.count(), 0);
    QVERIFY(m_world->profiles.isUnlocked(id));
    QVERIFY(!m_world->profiles.identity(id));
    m_reads->readIfUnknown(place(id));
    QTRY_VERIFY(m_world->profiles.identity(id));
    QCOMPARE(m_world->profiles.identity(id)->accountId, account);
}

void tst_IdentityReads::removedProfile_isNoMismatch()
{
    FaultServer server;
    FaultScript late = callerOf("1000000000000001");
    late.delay = 200ms;
    server.setScripts({late});
    const ProfileId id = add(server, KeyKind::Entered);
    enter(id, "LTAIone");
    QSignalSpy ended(m_reads.get(), &IdentityReads::ended);
    QSignalSpy mismatched(m_reads.get(), &IdentityReads::mismatched);
    m_reads->readIfUnknown(place(id));
    QTRY_COMPARE(server.requests().size(), std::size_t(1));
    m_world->profiles.removeProfile(id);
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(mismatched.count(), 0);
}

QTEST_GUILESS_MAIN(tst_IdentityReads)
#include "tst_identityreads.moc"
