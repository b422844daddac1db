// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/identityreads.h"
#include "app/flows/keyrenewal.h"
#include "tests/fakes/fakeissuer.h"
#include "tests/support/faultserver.h"
#include "tests/support/manualclock.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;
using State = RenewalStanding::State;

namespace {

const QString account = QStringLiteral("1000000000000001");

std::shared_ptr<const Credentials> entered(const QString &id)
{
    auto made = std::make_shared<Credentials>();
    made->accessKeyId = id;
    made->secret = SecretBytes("secret-that-was-typed");
    return made;
}

RoleToAssume role()
{
    RoleToAssume made;
    made.arn = QStringLiteral("acs:ram::1000000000000001:role/operator");
    made.sessionName = QStringLiteral("li.wei");
    return made;
}

Profile profileOf(const QString &id, KeyKind kind)
{
    Profile made;
    made.id = ProfileId(id);
    made.alias = QStringLiteral("alias ") + id;
    made.regions = {RegionId(QStringLiteral("cn-hangzhou"))};
    made.source.kind = kind;
    return made;
}

Profile roleProfile(const QString &id = QStringLiteral("role"))
{
    Profile made = profileOf(id, KeyKind::Entered);
    made.source.role = role();
    return made;
}

Profile behind(const QString &id, const QString &other)
{
    Profile made = profileOf(id, KeyKind::OtherProfile);
    made.source.otherProfile = ProfileId(other);
    made.source.role = role();
    return made;
}

Profile programProfile(const QString &id = QStringLiteral("program"))
{
    Profile made = profileOf(id, KeyKind::Program);
    made.source.command = QStringLiteral("/usr/bin/print-keys");
    made.source = confirmed(made.source);
    return made;
}

//! What waiting for keys came to.
struct Waiting
{
    QObject context;
    int answers = 0;
    std::optional<Error> error;
    KeyRenewal::Done done()
    {
        return [this](const std::optional<Error> &answer) {
            ++answers;
            error = answer;
        };
    }
};

} // namespace

class tst_KeyRenewal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void start_asksWithTheEnteredKey();
    void beforeStart_nothingIsAsked();
    void withoutAKey_nothingIsAsked();
    void keyThatComesLater_isUsed();
    void renewal_comesAheadOfTheEnd();
    void renewal_isSharedByAllWhoWait();
    void renewal_keepsIdAndTokenTogether();
    void renewal_byTheClockOfTheService();
    void failure_keepsWhatIsValid();
    void failure_pausesGrow();
    void end_lendsNothingAndIsToldOnce();
    void end_isFoundAfterASleep();
    void refusedRole_isNotTriedAgain();
    void refusedRole_isTriedAgainWhenItChanges();
    void refusedRole_isTriedWhenThePersonWishes();
    void otherAccount_isNeverLent();
    void unagreedSource_isNeverAsked();
    void cliLogin_saysTheCommandAndLooksAgain();
    void otherEnteredKey_isAskedAnew();
    void removedProfile_endsTheWaiting();
    void lockedProfile_isLeftAlone();
    void chain_waitsForTheOther();
    void chain_isNotAskedAnewWhenTheOtherIsRenewed();
    void chain_endsWithALockedOther();
    void chain_otherFails_waiterIsTold();
    void loop_isToldByName();
    void unknownCaller_isReadBeforeLending();
    void unknownCaller_ofAnotherAccount_isNotLent();
    void unknownCaller_unreachable_isLentAndReadLater();
    void keysThatEndedAlready_areNotLent();
    void keysWithoutEnd_areAskedForNowAndThen();
    void environment_isReadOnce();
    void environment_endedByTheService_isUsedNoMore();
    void environment_behindAnother_isNotAskedForEver();
    void workloadToken_isTriedAgain();
    void proxyFault_keepsWhatIsValidAndIsTriedAgain();
    void environment_isForgottenWithTheLock();
    void environment_ofATestAlone_isForgotten();
    void lateAnswer_ofTheFormerSource_isNotLent();
    void keysThatAreNoneToUse_endUntilThePersonRenews();
    void refusedFirstKeys_areNotWaitedFor();
    void shortKeys_areNotAskedForAllTheTime();
    void badSource_isNeverAsked();
    void waiting_canBeGivenUp();
    void waiting_ofADeadContextIsForgotten();
    void owner_mayGoInACallback();
    void issueOnce_lendsNothing();
    void issueOnce_obeysTheSameRules();
    void networkBack_isTriedAtOnce();
    void refusedKeys_areRenewedOnce();

private:
    void start();
    void add(const Profile &profile, const QString &enteredId = {});
    void settle();
    QString lentId(const QString &id = QStringLiteral("role")) const;
    State stateOf(const QString &id = QStringLiteral("role")) const;
    IssuedKeys keys(const QString &name, std::chrono::seconds lifetime = 3600s) const;
    void pass(std::chrono::milliseconds time);
    //! A role that lives for so long.
    void startRole(std::chrono::seconds lifetime = 3600s);

    ManualClock m_clock;
    FakeIssuer m_issuer;
    std::unique_ptr<ProfileRegistry> m_profiles;
    std::unique_ptr<ReadClient> m_client;
    std::unique_ptr<KeyRenewal> m_renewal;
    const ProfileId m_role{QStringLiteral("role")};
};

void tst_KeyRenewal::init()
{
    m_issuer.asked.clear();
    m_issuer.forgotten.clear();
    m_issuer.always = nullptr;
    m_profiles = std::make_unique<ProfileRegistry>();
    ReadLimits limits;
    limits.attempts = 1;
    m_client = std::make_unique<ReadClient>(
        m_clock, newNonce, [] { return 0.0; }, limits);
    m_renewal =
        std::make_unique<KeyRenewal>(*m_client, *m_profiles, m_clock, m_issuer, [] { return 0.0; });
}

void tst_KeyRenewal::cleanup()
{
    m_renewal.reset();
    m_client.reset();
    m_profiles.reset();
}

void tst_KeyRenewal::start()
{
    m_renewal->start();
    settle();
}

void tst_KeyRenewal::add(const Profile &profile, const QString &enteredId)
{
    m_profiles->setProfile(profile);
    if (!enteredId.isEmpty())
        m_profiles->setCredentials(profile.id, entered(enteredId));
}

//! What hangs in the event loop has run.
void tst_KeyRenewal::settle()
{
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
}

QString tst_KeyRenewal::lentId(const QString &id) const
{
    const auto lent = m_profiles->targetFor({ProfileId(id), {}})->credentials();
    return lent ? lent->accessKeyId : QString();
}

State tst_KeyRenewal::stateOf(const QString &id) const
{
    return m_renewal->standing(ProfileId(id)).state;
}

IssuedKeys tst_KeyRenewal::keys(const QString &name, std::chrono::seconds lifetime) const
{
    return sessionKeys(name, m_clock.now(), lifetime);
}

void tst_KeyRenewal::pass(std::chrono::milliseconds time)
{
    m_clock.advance(time);
    m_renewal->check();
    settle();
}

void tst_KeyRenewal::startRole(std::chrono::seconds lifetime)
{
    add(roleProfile(), QStringLiteral("LTAIbase"));
    start();
    QCOMPARE(m_issuer.count(), 1);
    m_issuer.answerLast(keys(QStringLiteral("1"), lifetime));
    settle();
}

void tst_KeyRenewal::start_asksWithTheEnteredKey()
{
    QSignalSpy told(m_renewal.get(), &KeyRenewal::standingChanged);
    add(roleProfile(), QStringLiteral("LTAIbase"));
    start();
    QCOMPARE(m_issuer.count(), 1);
    QCOMPARE(m_issuer.asked.front().baseId, QStringLiteral("LTAIbase"));
    QCOMPARE(stateOf(), State::Issuing);
    QVERIFY(m_renewal->standing(m_role).isAsking);
    QCOMPARE(lentId(), QString());
    m_issuer.answerLast(keys(QStringLiteral("1")));
    settle();
    QCOMPARE(lentId(), QStringLiteral("STS.1"));
    const RenewalStanding standing = m_renewal->standing(m_role);
    QCOMPARE(standing.state, State::Here);
    QCOMPARE(standing.expiresAt, m_clock.now().addSecs(3'600));
    QCOMPARE(standing.keyIdEnd, QStringLiteral("TS.1"));
    QVERIFY(!standing.isAsking);
    QVERIFY(told.count() >= 2);
    QCOMPARE(m_issuer.count(), 1);
}

void tst_KeyRenewal::beforeStart_nothingIsAsked()
{
    add(roleProfile(), QStringLiteral("LTAIbase"));
    settle();
    m_renewal->check();
    QCOMPARE(m_issuer.count(), 0);
}

void tst_KeyRenewal::withoutAKey_nothingIsAsked()
{
    add(roleProfile());
    add(profileOf(QStringLiteral("plain"), KeyKind::Entered), QStringLiteral("LTAIplain"));
    start();
    QCOMPARE(m_issuer.count(), 0);
    QCOMPARE(stateOf(), State::NeedsKey);
    QVERIFY(!m_renewal->canRenew(m_role));
    QCOMPARE(stateOf(QStringLiteral("plain")), State::NotIssued);
    QCOMPARE(stateOf(QStringLiteral("unknown")), State::NotIssued);
}

void tst_KeyRenewal::keyThatComesLater_isUsed()
{
    add(roleProfile());
    start();
    m_profiles->setCredentials(m_role, entered(QStringLiteral("LTAIlate")));
    settle();
    QCOMPARE(m_issuer.count(), 1);
    QCOMPARE(m_issuer.asked.front().baseId, QStringLiteral("LTAIlate"));
}

void tst_KeyRenewal::renewal_comesAheadOfTheEnd()
{
    startRole(900s);
    // A third of 900 s ahead, not a quarter of an hour.
    pass(599s);
    QCOMPARE(m_issuer.count(), 1);
    pass(1s);
    QCOMPARE(m_issuer.count(), 2);
    QCOMPARE(lentId(), QStringLiteral("STS.1"));
    QCOMPARE(stateOf(), State::Here);
    QVERIFY(m_renewal->standing(m_role).isAsking);
    m_issuer.answerLast(keys(QStringLiteral("2"), 900s));
    settle();
    QCOMPARE(lentId(), QStringLiteral("STS.2"));
    QCOMPARE(m_renewal->standing(m_role).expiresAt, m_clock.now().addSecs(900));
    pass(599s);
    QCOMPARE(m_issuer.count(), 2);
}

void tst_KeyRenewal::renewal_isSharedByAllWhoWait()
{
    startRole();
    Waiting one;
    Waiting two;
    m_renewal->renew(m_role, &one.context, one.done());
    m_renewal->renew(m_role, &two.context, two.done());
    m_renewal->tryNow(m_role);
    settle();
    QCOMPARE(m_issuer.count(), 2);
    QCOMPARE(one.answers + two.answers, 0);
    m_issuer.answerLast(keys(QStringLiteral("2")));
    QCOMPARE(one.answers, 0); // from the event loop
    settle();
    QCOMPARE(one.answers, 1);
    QCOMPARE(two.answers, 1);
    QVERIFY(!one.error && !two.error);
    QCOMPARE(lentId(), QStringLiteral("STS.2"));
}

//! Whoever signs gets one whole triple, and what it holds stays what it was.
void tst_KeyRenewal::renewal_keepsIdAndTokenTogether()
{
    startRole(900s);
    const auto target = m_profiles->targetFor({m_role, {}});
    const auto held = target->credentials();
    const std::optional<CallerIdentity> who = keys(QStringLiteral("1")).caller;
    QVERIFY(m_profiles->setIdentity(m_role, *who));
    for (int i = 2; i < 200; ++i) {
        m_renewal->tryNow(m_role);
        settle();
        m_issuer.answerLast(keys(QString::number(i), 900s));
        const auto lent = target->credentials();
        QCOMPARE(lent->accessKeyId, QStringLiteral("STS.%1").arg(i));
        QCOMPARE(lent->securityToken.view(), QByteArray("token-of-" + QByteArray::number(i)));
    }
    QCOMPARE(held->accessKeyId, QStringLiteral("STS.1"));
    QCOMPARE(held->securityToken.view(), QByteArray("token-of-1"));
    QCOMPARE(m_profiles->identity(m_role), who);
}

void tst_KeyRenewal::renewal_byTheClockOfTheService()
{
    FaultServer server;
    const QString told = QLocale::c().toString(m_clock.now().addSecs(1'000),
                                               QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    server.setScripts({faults::answer(200, R"({"RequestId":"7B2D-0001"})",
                                      QByteArray("Date: ") + told.toLatin1() + "\r\n")});
    Profile profile = roleProfile();
    profile.endpoint = server.address();
    profile.stsEndpoint = server.address();
    add(profile, QStringLiteral("LTAIbase"));
    start();
    // Issued at the service's noon, a quarter of an hour and 100 seconds ahead of ours.
    m_issuer.answerLast(sessionKeys(QStringLiteral("1"), m_clock.now().addSecs(1'000), 900s));
    settle();
    bool isRead = false;
    ApiRequest request;
    request.action = QStringLiteral("ListExecutions");
    m_client->read(*m_profiles->targetFor({m_role, profile.regions.front()}), request, this,
                   [&isRead](const Result<ApiReply> &) { isRead = true; });
    QTRY_VERIFY(isRead);
    pass(598s);
    QCOMPARE(m_issuer.count(), 1);
    pass(4s);
    QCOMPARE(m_issuer.count(), 2);
    // By our own clock it would live on for another 1,000 seconds.
    m_issuer.answerLast(errorNamed(Error::Kind::Offline));
    pass(295s);
    QCOMPARE(lentId(), QStringLiteral("STS.1"));
    pass(5s);
    QCOMPARE(lentId(), QString());
}

void tst_KeyRenewal::failure_keepsWhatIsValid()
{
    QSignalSpy ended(m_renewal.get(), &KeyRenewal::ended);
    startRole(900s);
    pass(600s);
    m_issuer.answerLast(errorNamed(Error::Kind::Offline));
    settle();
    const RenewalStanding standing = m_renewal->standing(m_role);
    QCOMPARE(standing.state, State::Failing);
    QCOMPARE(standing.error->kind, Error::Kind::Offline);
    QCOMPARE(standing.nextTry, m_clock.now().addSecs(30));
    QCOMPARE(standing.expiresAt, m_clock.now().addSecs(300));
    QCOMPARE(lentId(), QStringLiteral("STS.1"));
    QCOMPARE(ended.count(), 0);
    pass(30s);
    QCOMPARE(m_issuer.count(), 3);
    m_issuer.answerLast(keys(QStringLiteral("2"), 900s));
    settle();
    QCOMPARE(stateOf(), State::Here);
    QVERIFY(!m_renewal->standing(m_role).error);
}

void tst_KeyRenewal::failure_pausesGrow()
{
    add(roleProfile(), QStringLiteral("LTAIbase"));
    start();
    int asked = 1;
    for (const int pause : {30, 60, 120, 240, 480, 600, 600}) {
        QCOMPARE(m_issuer.count(), asked);
        m_issuer.answerLast(errorNamed(Error::Kind::ServerFault));
        settle();
        pass(std::chrono::seconds(pause) - 1s);
        QCOMPARE(m_issuer.count(), asked);
        pass(1s);
        ++asked;
    }
    QCOMPARE(m_issuer.count(), asked);
}

void tst_KeyRenewal::end_lendsNothingAndIsToldOnce()
{
    QSignalSpy ended(m_renewal.get(), &KeyRenewal::ended);
    startRole(900s);
    pass(600s);
    m_issuer.answerLast(errorNamed(Error::Kind::Offline));
    pass(299s);
    m_issuer.answerLast(errorNamed(Error::Kind::Offline));
    QCOMPARE(lentId(), QStringLiteral("STS.1"));
    QCOMPARE(ended.count(), 0);
    pass(1s);
    QCOMPARE(lentId(), QString());
    QVERIFY(!m_profiles->isUnlocked(m_role));
    QCOMPARE(ended.count(), 1);
    QCOMPARE(ended.front().at(0).value<ProfileId>(), m_role);
    QCOMPARE(ended.front().at(1).value<Error>().kind, Error::Kind::Offline);
    QCOMPARE(stateOf(), State::Ended);
    for (int i = 0; i < 5; ++i) {
        pass(600s);
        m_issuer.answerLast(errorNamed(Error::Kind::Offline));
        settle();
    }
    QCOMPARE(ended.count(), 1);
    // Another cause is news.
    pass(600s);
    m_issuer.answerLast(errorNamed(Error::Kind::Forbidden, QStringLiteral("NoPermission")));
    settle();
    QCOMPARE(ended.count(), 2);
}

void tst_KeyRenewal::end_isFoundAfterASleep()
{
    startRole(900s);
    m_clock.sleep(2h);
    m_renewal->check();
    QCOMPARE(lentId(), QString()); // at once, before anything can leave
    QCOMPARE(stateOf(), State::Issuing);
    settle();
    QCOMPARE(m_issuer.count(), 2);
    m_issuer.answerLast(keys(QStringLiteral("2"), 900s));
    settle();
    QCOMPARE(lentId(), QStringLiteral("STS.2"));
}

void tst_KeyRenewal::refusedRole_isNotTriedAgain()
{
    QSignalSpy ended(m_renewal.get(), &KeyRenewal::ended);
    add(roleProfile(), QStringLiteral("LTAIbase"));
    start();
    m_issuer.answerLast(errorNamed(Error::Kind::Forbidden, QStringLiteral("NoPermission")));
    settle();
    QCOMPARE(stateOf(), State::Ended);
    QVERIFY(!m_renewal->standing(m_role).nextTry.isValid());
    QCOMPARE(ended.count(), 1);
    for (int i = 0; i < 20; ++i)
        pass(1h);
    QCOMPARE(m_issuer.count(), 1);
    m_renewal->retryNetwork();
    settle();
    QCOMPARE(m_issuer.count(), 1);
}

void tst_KeyRenewal::refusedRole_isTriedAgainWhenItChanges()
{
    add(roleProfile(), QStringLiteral("LTAIbase"));
    start();
    m_issuer.answerLast(errorNamed(Error::Kind::NotFound, QStringLiteral("EntityNotExist.Role")));
    settle();
    Profile renamed = *m_profiles->profile(m_role);
    renamed.alias = QStringLiteral("another name");
    m_profiles->setProfile(renamed);
    settle();
    QCOMPARE(m_issuer.count(), 1);
    renamed.source.role->arn = QStringLiteral("acs:ram::1000000000000001:role/reader");
    m_profiles->setProfile(renamed);
    settle();
    QCOMPARE(m_issuer.count(), 2);
}

void tst_KeyRenewal::refusedRole_isTriedWhenThePersonWishes()
{
    add(roleProfile(), QStringLiteral("LTAIbase"));
    start();
    m_issuer.answerLast(errorNamed(Error::Kind::Forbidden, QStringLiteral("NoPermission")));
    settle();
    QVERIFY(m_renewal->canRenew(m_role));
    m_renewal->tryNow(m_role);
    settle();
    QCOMPARE(m_issuer.count(), 2);
    m_issuer.answerLast(keys(QStringLiteral("1")));
    settle();
    QCOMPARE(stateOf(), State::Here);
}

void tst_KeyRenewal::otherAccount_isNeverLent()
{
    QSignalSpy ended(m_renewal.get(), &KeyRenewal::ended);
    Profile profile = roleProfile();
    profile.accountId = account;
    add(profile, QStringLiteral("LTAIbase"));
    start();
    const auto target = m_profiles->targetFor({m_role, {}});
    m_issuer.answerLast(
        sessionKeys(QStringLiteral("1"), m_clock.now(), 900s, QStringLiteral("2000000000000002")));
    QVERIFY(!target->credentials());
    settle();
    QVERIFY(!target->credentials());
    QCOMPARE(stateOf(), State::Ended);
    QCOMPARE(ended.count(), 1);
    QCOMPARE(ended.front().at(1).value<Error>().code, IdentityReads::otherAccountCode());
    pass(2h);
    QCOMPARE(m_issuer.count(), 1);
    // The person gives the profile the other account.
    profile.accountId = QStringLiteral("2000000000000002");
    m_profiles->setProfile(profile);
    settle();
    QCOMPARE(m_issuer.count(), 2);
}

void tst_KeyRenewal::unagreedSource_isNeverAsked()
{
    Profile profile = programProfile();
    profile.source.command = QStringLiteral("/usr/bin/other --keys");
    add(profile);
    start();
    pass(2h);
    m_renewal->tryNow(profile.id);
    Waiting waiting;
    m_renewal->renew(profile.id, &waiting.context, waiting.done());
    settle();
    QCOMPARE(m_issuer.count(), 0);
    QCOMPARE(stateOf(QStringLiteral("program")), State::NeedsAgreement);
    QVERIFY(!m_renewal->canRenew(profile.id));
    QCOMPARE(waiting.answers, 1);
    QCOMPARE(waiting.error->code, keyissuercodes::notConfirmed());
    profile.source = confirmed(profile.source);
    m_profiles->setProfile(profile);
    settle();
    QCOMPARE(m_issuer.count(), 1);
}

void tst_KeyRenewal::cliLogin_saysTheCommandAndLooksAgain()
{
    Profile profile = profileOf(QStringLiteral("sso"), KeyKind::CloudSso);
    profile.source.cliFile = QStringLiteral("/home/li/.aliyun/config.json");
    profile.source.cliProfile = QStringLiteral("acme sso");
    add(profile);
    start();
    m_issuer.answerLast(errorNamed(Error::Kind::BadCredentials, keyissuercodes::cliLoginEnded()));
    settle();
    const RenewalStanding standing = m_renewal->standing(profile.id);
    QCOMPARE(standing.state, State::Ended);
    QCOMPARE(standing.cliCommand, renewalCommand(profile.source));
    for (int i = 2; i < 6; ++i) {
        pass(30s);
        QCOMPARE(m_issuer.count(), i);
        m_issuer.answerLast(
            errorNamed(Error::Kind::BadCredentials, keyissuercodes::cliLoginEnded()));
        settle();
    }
    pass(30s);
    m_issuer.answerLast(keys(QStringLiteral("1")));
    settle();
    QCOMPARE(stateOf(QStringLiteral("sso")), State::Here);
    QCOMPARE(m_renewal->standing(profile.id).cliCommand, QString());
}

void tst_KeyRenewal::otherEnteredKey_isAskedAnew()
{
    startRole();
    Waiting waiting;
    m_renewal->renew(m_role, &waiting.context, waiting.done());
    settle();
    m_profiles->setCredentials(m_role, entered(QStringLiteral("LTAIother")));
    QCOMPARE(lentId(), QString());
    settle();
    QCOMPARE(m_issuer.count(), 3);
    QCOMPARE(m_issuer.asked.back().baseId, QStringLiteral("LTAIother"));
    QCOMPARE(waiting.answers, 1);
    QCOMPARE(waiting.error->kind, Error::Kind::Cancelled);
    // The answer to the former key comes too late.
    QVERIFY(m_issuer.asked.at(1).isCancelled);
    m_issuer.answer(1, keys(QStringLiteral("late")));
    settle();
    QCOMPARE(lentId(), QString());
    m_issuer.answer(2, keys(QStringLiteral("3")));
    settle();
    QCOMPARE(lentId(), QStringLiteral("STS.3"));
}

void tst_KeyRenewal::removedProfile_endsTheWaiting()
{
    startRole();
    Waiting waiting;
    m_renewal->renew(m_role, &waiting.context, waiting.done());
    m_profiles->removeProfile(m_role);
    settle();
    QCOMPARE(waiting.answers, 1);
    QCOMPARE(waiting.error->kind, Error::Kind::Cancelled);
    m_issuer.answerLast(keys(QStringLiteral("late")));
    settle();
    QCOMPARE(stateOf(), State::NotIssued);
    pass(2h);
    QCOMPARE(m_issuer.count(), 2);
}

void tst_KeyRenewal::lockedProfile_isLeftAlone()
{
    add(programProfile());
    start();
    const ProfileId id(QStringLiteral("program"));
    m_issuer.answerLast(keys(QStringLiteral("1"), 900s));
    pass(600s);
    QCOMPARE(m_issuer.count(), 2);
    m_profiles->setCredentials(id, nullptr); // while the source is asked
    m_issuer.answerLast(keys(QStringLiteral("2"), 900s));
    settle();
    QCOMPARE(lentId(id.text()), QString());
    QCOMPARE(stateOf(id.text()), State::NeedsKey);
    QVERIFY(!m_renewal->canRenew(id));
    m_renewal->tryNow(id);
    Waiting waiting;
    m_renewal->renew(id, &waiting.context, waiting.done());
    pass(2h);
    QCOMPARE(m_issuer.count(), 2);
    QCOMPARE(waiting.answers, 1);
    QVERIFY(waiting.error);
    m_profiles->unlock(id);
    settle();
    QCOMPARE(m_issuer.count(), 3);
    m_issuer.answerLast(keys(QStringLiteral("3"), 900s));
    settle();
    QCOMPARE(lentId(id.text()), QStringLiteral("STS.3"));
}

void tst_KeyRenewal::chain_waitsForTheOther()
{
    const QString second = QStringLiteral("second");
    add(behind(QStringLiteral("third"), second));
    add(behind(second, m_role.text()));
    add(roleProfile(), QStringLiteral("LTAIbase"));
    start();
    QCOMPARE(m_issuer.count(), 1);
    QCOMPARE(stateOf(second), State::Issuing);
    QCOMPARE(stateOf(QStringLiteral("third")), State::Issuing);
    m_issuer.answerLast(keys(QStringLiteral("1")));
    settle();
    QCOMPARE(m_issuer.count(), 2);
    QCOMPARE(m_issuer.asked.back().profile, ProfileId(second));
    QCOMPARE(m_issuer.asked.back().baseId, QStringLiteral("STS.1"));
    m_issuer.answerLast(keys(QStringLiteral("2")));
    settle();
    QCOMPARE(m_issuer.count(), 3);
    QCOMPARE(m_issuer.asked.back().profile, ProfileId(QStringLiteral("third")));
    QCOMPARE(m_issuer.asked.back().baseId, QStringLiteral("STS.2"));
}

void tst_KeyRenewal::chain_isNotAskedAnewWhenTheOtherIsRenewed()
{
    add(behind(QStringLiteral("second"), m_role.text()));
    startRole(900s);
    m_issuer.answerLast(keys(QStringLiteral("2"), 3600s));
    settle();
    pass(600s);
    QCOMPARE(m_issuer.count(), 3);
    QCOMPARE(m_issuer.asked.back().profile, m_role);
    m_issuer.answerLast(keys(QStringLiteral("3"), 900s));
    settle();
    QCOMPARE(m_issuer.count(), 3);
    QCOMPARE(lentId(QStringLiteral("second")), QStringLiteral("STS.2"));
    // Those of the other have ended, and its own live on.
    pass(600s);
    m_issuer.answerLast(errorNamed(Error::Kind::Offline));
    pass(301s);
    QCOMPARE(lentId(), QString());
    QCOMPARE(lentId(QStringLiteral("second")), QStringLiteral("STS.2"));
}

void tst_KeyRenewal::chain_endsWithALockedOther()
{
    add(behind(QStringLiteral("second"), m_role.text()));
    startRole();
    m_issuer.answerLast(keys(QStringLiteral("2")));
    settle();
    QCOMPARE(lentId(QStringLiteral("second")), QStringLiteral("STS.2"));
    m_profiles->setCredentials(m_role, nullptr);
    settle();
    QCOMPARE(lentId(QStringLiteral("second")), QString());
    QCOMPARE(stateOf(QStringLiteral("second")), State::NeedsKey);
    m_profiles->setCredentials(m_role, entered(QStringLiteral("LTAIbase")));
    settle();
    m_issuer.answerLast(keys(QStringLiteral("3")));
    settle();
    m_issuer.answerLast(keys(QStringLiteral("4")));
    settle();
    QCOMPARE(lentId(QStringLiteral("second")), QStringLiteral("STS.4"));
    m_profiles->removeProfile(m_role);
    settle();
    QCOMPARE(lentId(QStringLiteral("second")), QString());
    QCOMPARE(stateOf(QStringLiteral("second")), State::Ended);
    QCOMPARE(m_renewal->standing(ProfileId(QStringLiteral("second"))).error->code,
             renewalcodes::noOtherProfile());
}

void tst_KeyRenewal::chain_otherFails_waiterIsTold()
{
    const ProfileId second(QStringLiteral("second"));
    add(behind(second.text(), m_role.text()));
    add(roleProfile(), QStringLiteral("LTAIbase"));
    start();
    m_issuer.answerLast(errorNamed(Error::Kind::Forbidden, QStringLiteral("NoPermission")));
    settle();
    QVERIFY(m_renewal->canRenew(second));
    Waiting waiting;
    m_renewal->renew(second, &waiting.context, waiting.done());
    settle();
    QCOMPARE(m_issuer.count(), 2);
    QCOMPARE(m_issuer.asked.back().profile, m_role);
    QCOMPARE(waiting.answers, 0);
    m_issuer.answerLast(errorNamed(Error::Kind::Forbidden, QStringLiteral("NoPermission")));
    settle();
    QCOMPARE(waiting.answers, 1);
    QCOMPARE(waiting.error->code, QStringLiteral("NoPermission"));
}

void tst_KeyRenewal::loop_isToldByName()
{
    const ProfileId one(QStringLiteral("one"));
    add(behind(one.text(), QStringLiteral("two")));
    add(behind(QStringLiteral("two"), one.text()));
    add(behind(QStringLiteral("three"), QStringLiteral("two")));
    start();
    pass(1h);
    m_renewal->tryNow(one);
    settle();
    QCOMPARE(m_issuer.count(), 0);
    const RenewalStanding standing = m_renewal->standing(one);
    QCOMPARE(standing.state, State::Loop);
    const std::vector<QString> names{QStringLiteral("alias one"), QStringLiteral("alias two"),
                                     QStringLiteral("alias one")};
    QCOMPARE(standing.chain, names);
    QVERIFY(!standing.isChainTooLong);
    QCOMPARE(stateOf(QStringLiteral("three")), State::Loop);
    QVERIFY(!m_renewal->canRenew(one));
    for (int i = 0; i < 7; ++i)
        add(behind(QStringLiteral("long-%1").arg(i), QStringLiteral("long-%1").arg(i + 1)));
    add(roleProfile(QStringLiteral("long-7")), QStringLiteral("LTAIbase"));
    settle();
    QCOMPARE(stateOf(QStringLiteral("long-0")), State::Loop);
    QVERIFY(m_renewal->standing(ProfileId(QStringLiteral("long-0"))).isChainTooLong);
    QCOMPARE(stateOf(QStringLiteral("long-2")), State::Issuing);
}

void tst_KeyRenewal::unknownCaller_isReadBeforeLending()
{
    FaultServer server;
    FaultScript who = faults::answer(
        200, R"({"IdentityType":"RAMUser","AccountId":"1000000000000001","PrincipalId":"20001",
                 "UserId":"20001","Arn":"acs:ram::1000000000000001:user/li.wei",
                 "RequestId":"7B2D-0001"})");
    who.delay = 100ms;
    server.setScripts({who});
    Profile profile = programProfile();
    profile.endpoint = server.address();
    profile.stsEndpoint = server.address();
    add(profile);
    start();
    IssuedKeys unknown = keys(QStringLiteral("1"));
    unknown.caller.reset();
    m_issuer.answerLast(unknown);
    QCOMPARE(lentId(profile.id.text()), QString());
    QTRY_COMPARE(lentId(profile.id.text()), QStringLiteral("STS.1"));
    QCOMPARE(server.requests().size(), std::size_t(1));
    QVERIFY(server.requests().front().headers.contains("Credential=STS.1"));
    QCOMPARE(m_profiles->identity(profile.id)->userName(), QStringLiteral("li.wei"));
    // The next ones are of the same caller: what is known of him stays.
    const quint64 lending = m_profiles->lending(profile.id);
    m_renewal->tryNow(profile.id);
    IssuedKeys next = keys(QStringLiteral("2"));
    next.caller.reset();
    m_issuer.answerLast(next);
    QTRY_COMPARE(lentId(profile.id.text()), QStringLiteral("STS.2"));
    QCOMPARE(m_profiles->lending(profile.id), lending);
    QVERIFY(m_profiles->identity(profile.id));
}

void tst_KeyRenewal::unknownCaller_ofAnotherAccount_isNotLent()
{
    FaultServer server;
    server.setScripts({faults::answer(
        200, R"({"IdentityType":"RAMUser","AccountId":"2000000000000002","PrincipalId":"20001",
                 "UserId":"20001","Arn":"acs:ram::2000000000000002:user/li.wei",
                 "RequestId":"7B2D-0001"})")});
    Profile profile = programProfile();
    profile.accountId = account;
    profile.endpoint = server.address();
    profile.stsEndpoint = server.address();
    add(profile);
    start();
    IssuedKeys unknown = keys(QStringLiteral("1"));
    unknown.caller.reset();
    m_issuer.answerLast(unknown);
    QTRY_COMPARE(stateOf(profile.id.text()), State::Ended);
    QCOMPARE(lentId(profile.id.text()), QString());
    QCOMPARE(m_renewal->standing(profile.id).error->code, IdentityReads::otherAccountCode());
}

void tst_KeyRenewal::unknownCaller_unreachable_isLentAndReadLater()
{
    FaultServer server;
    server.setScripts({faults::answer(503, "{}")});
    Profile profile = programProfile();
    profile.endpoint = server.address();
    profile.stsEndpoint = server.address();
    add(profile);
    start();
    IssuedKeys unknown = keys(QStringLiteral("1"));
    unknown.caller.reset();
    m_issuer.answerLast(unknown);
    QTRY_COMPARE(lentId(profile.id.text()), QStringLiteral("STS.1"));
    QVERIFY(!m_profiles->identity(profile.id));
    // Keys that the service itself refuses are not lent.
    server.setScripts({faults::answer(
        404, R"({"Code":"InvalidAccessKeyId.NotFound","Message":"no","RequestId":"7B2D-0002"})")});
    m_renewal->tryNow(profile.id);
    m_issuer.answerLast(unknown);
    QTRY_COMPARE(stateOf(profile.id.text()), State::Failing);
    QCOMPARE(m_renewal->standing(profile.id).error->code,
             QStringLiteral("InvalidAccessKeyId.NotFound"));
}

void tst_KeyRenewal::keysThatEndedAlready_areNotLent()
{
    add(roleProfile(), QStringLiteral("LTAIbase"));
    start();
    m_issuer.answerLast(sessionKeys(QStringLiteral("1"), m_clock.now().addSecs(-900), 900s));
    settle();
    QCOMPARE(lentId(), QString());
    QCOMPARE(stateOf(), State::Ended);
    QCOMPARE(m_renewal->standing(m_role).error->code, renewalcodes::endedKeys());
    pass(30s);
    QCOMPARE(m_issuer.count(), 2);
}

void tst_KeyRenewal::keysWithoutEnd_areAskedForNowAndThen()
{
    add(programProfile());
    start();
    m_issuer.answerLast(keys(QStringLiteral("1"), 0s));
    settle();
    QCOMPARE(stateOf(QStringLiteral("program")), State::Here);
    QVERIFY(!m_renewal->standing(ProfileId(QStringLiteral("program"))).expiresAt.isValid());
    pass(599s);
    QCOMPARE(m_issuer.count(), 1);
    pass(1s);
    QCOMPARE(m_issuer.count(), 2);
    m_issuer.answerLast(errorNamed(Error::Kind::LocalFault, keyissuercodes::programFailed()));
    settle();
    QCOMPARE(lentId(QStringLiteral("program")), QStringLiteral("STS.1"));
    QCOMPARE(stateOf(QStringLiteral("program")), State::Failing);
}

void tst_KeyRenewal::environment_isReadOnce()
{
    add(profileOf(QStringLiteral("environment"), KeyKind::Environment));
    start();
    m_issuer.answerLast(keys(QStringLiteral("1"), 0s));
    pass(48h);
    QCOMPARE(m_issuer.count(), 1);
    QCOMPARE(lentId(QStringLiteral("environment")), QStringLiteral("STS.1"));
}

//! It can never change: the keys end, and nobody asks again.
void tst_KeyRenewal::environment_endedByTheService_isUsedNoMore()
{
    FaultServer server;
    server.setScripts({faults::answer(
        400, R"({"Code":"InvalidSecurityToken.Expired","Message":"no","RequestId":"7B2D-0002"})")});
    Profile profile = profileOf(QStringLiteral("environment"), KeyKind::Environment);
    profile.endpoint = server.address();
    profile.stsEndpoint = server.address();
    add(profile);
    start();
    m_issuer.answerLast(keys(QStringLiteral("1"), 0s));
    settle();
    QCOMPARE(lentId(profile.id.text()), QStringLiteral("STS.1"));
    QSignalSpy ended(m_renewal.get(), &KeyRenewal::ended);
    m_renewal->tryNow(profile.id);
    IssuedKeys same = keys(QStringLiteral("1"), 0s);
    same.caller.reset();
    m_issuer.answerLast(same);
    QTRY_COMPARE(stateOf(profile.id.text()), State::Ended);
    QCOMPARE(lentId(profile.id.text()), QString());
    QCOMPARE(m_renewal->standing(profile.id).error->code,
             QStringLiteral("InvalidSecurityToken.Expired"));
    QVERIFY(!m_renewal->standing(profile.id).nextTry.isValid());
    QCOMPARE(ended.size(), 1);
    pass(48h);
    QCOMPARE(m_issuer.count(), 2);
}

void tst_KeyRenewal::environment_behindAnother_isNotAskedForEver()
{
    add(profileOf(QStringLiteral("environment"), KeyKind::Environment));
    add(behind(QStringLiteral("second"), QStringLiteral("environment")));
    start();
    m_issuer.answerLast(keys(QStringLiteral("1"), 0s));
    settle();
    QCOMPARE(m_issuer.count(), 2);
    m_issuer.answerLast(
        errorNamed(Error::Kind::BadCredentials, QStringLiteral("InvalidSecurityToken.Expired")));
    pass(48h);
    QCOMPARE(m_issuer.count(), 2);
    QCOMPARE(stateOf(QStringLiteral("second")), State::Ended);
}

void tst_KeyRenewal::workloadToken_isTriedAgain()
{
    Profile workload = profileOf(QStringLiteral("workload"), KeyKind::Oidc);
    workload.source.oidcProviderArn = QStringLiteral("acs:ram::1:oidc-provider/fake-idp");
    workload.source.oidcTokenFile = QStringLiteral("/var/run/secrets/fake/oidc-token");
    workload.source.role = role();
    add(workload);
    start();
    m_issuer.answerLast(
        errorNamed(Error::Kind::Refused, QStringLiteral("AuthenticationFail.OIDCToken.Expired")));
    settle();
    QVERIFY(m_renewal->standing(workload.id).nextTry.isValid());
    pass(30s);
    QCOMPARE(m_issuer.count(), 2);
    m_issuer.answerLast(
        errorNamed(Error::Kind::Refused, QStringLiteral("AuthenticationFail.OIDCToken.Expired")));
    pass(30s);
    QCOMPARE(m_issuer.count(), 2); // the pauses grow
    pass(30s);
    QCOMPARE(m_issuer.count(), 3);
    m_issuer.answerLast(keys(QStringLiteral("1")));
    settle();
    QCOMPARE(stateOf(workload.id.text()), State::Here);
}

void tst_KeyRenewal::proxyFault_keepsWhatIsValidAndIsTriedAgain()
{
    startRole(900s);
    pass(600s);
    QCOMPARE(m_issuer.count(), 2);
    m_issuer.answerLast(errorNamed(Error::Kind::ProxyRefused));
    settle();
    QCOMPARE(lentId(), QStringLiteral("STS.1"));
    QCOMPARE(stateOf(), State::Failing);
    pass(30s);
    QCOMPARE(m_issuer.count(), 3);
}

void tst_KeyRenewal::environment_isForgottenWithTheLock()
{
    add(profileOf(QStringLiteral("one"), KeyKind::Environment));
    add(profileOf(QStringLiteral("two"), KeyKind::Environment));
    start();
    m_issuer.answer(0, keys(QStringLiteral("1"), 0s));
    m_issuer.answer(1, keys(QStringLiteral("1"), 0s));
    settle();
    m_profiles->setCredentials(ProfileId(QStringLiteral("one")), nullptr);
    settle();
    QVERIFY(m_issuer.forgotten.empty()); // the other one lives on them
    m_profiles->setCredentials(ProfileId(QStringLiteral("two")), nullptr);
    settle();
    QCOMPARE(m_issuer.forgotten, std::vector{KeyKind::Environment});
}

void tst_KeyRenewal::environment_ofATestAlone_isForgotten()
{
    const Profile profile = profileOf(QStringLiteral("environment"), KeyKind::Environment);
    QObject context;
    m_renewal->issueOnce(profile, nullptr, &context, [](const Result<IssuedKeys> &) {});
    m_issuer.answerLast(keys(QStringLiteral("1"), 0s));
    m_renewal->forgetUnused(profile.source);
    QCOMPARE(m_issuer.forgotten, std::vector{KeyKind::Environment});
    // One that was saved lives on them.
    add(profile);
    m_renewal->forgetUnused(profile.source);
    QCOMPARE(m_issuer.forgotten.size(), std::size_t(1));
    m_profiles->setCredentials(profile.id, nullptr);
    m_renewal->forgetUnused(profile.source);
    QVERIFY(m_issuer.forgotten.size() > 1);
}

//! Not even until the event loop has looked at the change.
void tst_KeyRenewal::lateAnswer_ofTheFormerSource_isNotLent()
{
    add(roleProfile(), QStringLiteral("LTAIbase"));
    start();
    Profile other = *m_profiles->profile(m_role);
    other.source.role->arn = QStringLiteral("acs:ram::%1:role/other").arg(account);
    m_profiles->setProfile(other);
    m_issuer.answer(0, keys(QStringLiteral("1")));
    QCOMPARE(lentId(), QString());
    settle();
    QCOMPARE(m_issuer.count(), 2);
    m_issuer.answerLast(keys(QStringLiteral("2")));
    QCOMPARE(lentId(), QStringLiteral("STS.2"));
}

void tst_KeyRenewal::keysThatAreNoneToUse_endUntilThePersonRenews()
{
    startRole();
    m_renewal->refuse(m_role,
                      errorNamed(Error::Kind::BadCredentials, IdentityReads::otherAccountCode()));
    settle();
    QCOMPARE(lentId(), QString());
    QCOMPARE(stateOf(), State::Ended);
    QCOMPARE(m_renewal->standing(m_role).error->code, IdentityReads::otherAccountCode());
    pass(2h);
    QCOMPARE(m_issuer.count(), 1);
    QVERIFY(m_renewal->canRenew(m_role));
    m_renewal->tryNow(m_role);
    QCOMPARE(m_issuer.count(), 2);
    m_issuer.answerLast(keys(QStringLiteral("2")));
    settle();
    QCOMPARE(stateOf(), State::Here);
}

//! Asking whose they are would wait for the very keys that it is asked with.
void tst_KeyRenewal::refusedFirstKeys_areNotWaitedFor()
{
    FaultServer server;
    server.setScripts({faults::answer(
        400, R"({"Code":"InvalidSecurityToken.Expired","Message":"x","RequestId":"7B2D-0001"})")});
    Profile profile = programProfile();
    profile.endpoint = server.address();
    profile.stsEndpoint = server.address();
    add(profile);
    start();
    IssuedKeys unknown = keys(QStringLiteral("1"));
    unknown.caller.reset();
    QElapsedTimer passed;
    passed.start();
    m_issuer.answerLast(unknown);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(profile.id.text()), State::Ended, 15'000);
    QVERIFY2(passed.elapsed() < 10'000, qPrintable(QString::number(passed.elapsed())));
    QCOMPARE(m_issuer.count(), 1);
}

//! A metadata service gives the same keys until the platform renews them.
void tst_KeyRenewal::shortKeys_areNotAskedForAllTheTime()
{
    startRole(40s);
    const QDateTime end = m_profiles->expiresAt(m_role);
    for (int i = 0; i < 39; ++i) {
        pass(1s);
        IssuedKeys same = keys(QStringLiteral("1"));
        same.expiresAt = end;
        m_issuer.answerLast(same);
        settle();
    }
    QVERIFY2(m_issuer.count() <= 3, qPrintable(QString::number(m_issuer.count())));
}

void tst_KeyRenewal::badSource_isNeverAsked()
{
    Profile profile = roleProfile();
    profile.source.role->sessionName = QStringLiteral("with blanks");
    add(profile, QStringLiteral("LTAIbase"));
    start();
    pass(1h);
    QCOMPARE(m_issuer.count(), 0);
    QCOMPARE(m_renewal->standing(m_role).error->code, renewalcodes::badSource());
}

void tst_KeyRenewal::waiting_canBeGivenUp()
{
    startRole();
    Waiting one;
    Waiting two;
    const CallHandle first = m_renewal->renew(m_role, &one.context, one.done());
    m_renewal->renew(m_role, &two.context, two.done());
    first.cancel();
    QCOMPARE(one.answers, 0);
    settle();
    QCOMPARE(one.answers, 1);
    QCOMPARE(one.error->kind, Error::Kind::Cancelled);
    m_issuer.answerLast(keys(QStringLiteral("2")));
    first.cancel();
    settle();
    QCOMPARE(one.answers, 1);
    QCOMPARE(two.answers, 1);
    QVERIFY(!two.error);
}

void tst_KeyRenewal::waiting_ofADeadContextIsForgotten()
{
    startRole();
    int answers = 0;
    {
        QObject context;
        m_renewal->renew(m_role, &context, [&answers](const std::optional<Error> &) { ++answers; });
    }
    m_issuer.answerLast(keys(QStringLiteral("2")));
    settle();
    QCOMPARE(answers, 0);
}

void tst_KeyRenewal::owner_mayGoInACallback()
{
    startRole(900s);
    connect(m_profiles.get(), &ProfileRegistry::renewed, this, [this] { m_renewal.reset(); });
    m_renewal->tryNow(m_role);
    m_issuer.answerLast(keys(QStringLiteral("2"), 900s));
    settle();
    QVERIFY(!m_renewal);

    cleanup();
    init();
    startRole(900s);
    pass(600s);
    m_issuer.answerLast(errorNamed(Error::Kind::Offline));
    connect(m_renewal.get(), &KeyRenewal::ended, this, [this] { m_renewal.reset(); });
    m_clock.advance(300s);
    m_renewal->check();
    settle();
    QVERIFY(!m_renewal);

    cleanup();
    init();
    startRole(900s);
    connect(m_renewal.get(), &KeyRenewal::standingChanged, this, [this] { m_renewal.reset(); });
    m_renewal->tryNow(m_role);
    settle();
    QVERIFY(!m_renewal);
}

void tst_KeyRenewal::issueOnce_lendsNothing()
{
    Profile unsaved = roleProfile();
    QObject context;
    std::optional<Result<IssuedKeys>> got;
    m_renewal->issueOnce(unsaved, entered(QStringLiteral("LTAItyped")), &context,
                         [&got](const Result<IssuedKeys> &result) { got = result; });
    settle();
    QCOMPARE(m_issuer.count(), 1);
    QCOMPARE(m_issuer.asked.front().baseId, QStringLiteral("LTAItyped"));
    m_issuer.answerLast(keys(QStringLiteral("1")));
    QVERIFY(got && got->hasValue());
    QVERIFY(!m_profiles->isUnlocked(m_role));
    add(profileOf(QStringLiteral("plain"), KeyKind::Entered), QStringLiteral("LTAIplain"));
    m_renewal->issueOnce(behind(QStringLiteral("new"), QStringLiteral("plain")), nullptr, &context,
                         [](const Result<IssuedKeys> &) {});
    QCOMPARE(m_issuer.asked.back().baseId, QStringLiteral("LTAIplain"));
}

void tst_KeyRenewal::issueOnce_obeysTheSameRules()
{
    QObject context;
    QStringList codes;
    const auto note = [&codes](const Result<IssuedKeys> &result) {
        codes += result ? QStringLiteral("keys") : result.error().code;
    };
    Profile program = programProfile();
    program.source.command += QStringLiteral(" --more");
    m_renewal->issueOnce(program, nullptr, &context, note);
    m_renewal->issueOnce(roleProfile(), nullptr, &context, note);
    add(behind(QStringLiteral("b"), QStringLiteral("a")));
    m_renewal->issueOnce(behind(QStringLiteral("a"), QStringLiteral("b")), nullptr, &context, note);
    m_renewal->issueOnce(behind(QStringLiteral("a"), QStringLiteral("gone")), nullptr, &context,
                         note);
    QVERIFY(codes.isEmpty());
    settle();
    QCOMPARE(codes, QStringList({keyissuercodes::notConfirmed(), renewalcodes::noKey(),
                                 renewalcodes::loop(), renewalcodes::noOtherProfile()}));
    QCOMPARE(m_issuer.count(), 0);
}

void tst_KeyRenewal::networkBack_isTriedAtOnce()
{
    add(roleProfile(), QStringLiteral("LTAIbase"));
    start();
    m_issuer.answerLast(errorNamed(Error::Kind::Untrusted));
    pass(10h);
    QCOMPARE(m_issuer.count(), 1);
    m_renewal->retryNetwork();
    settle();
    QCOMPARE(m_issuer.count(), 2);
    m_issuer.answerLast(errorNamed(Error::Kind::Offline));
    settle();
    m_renewal->retryNetwork();
    settle();
    QCOMPARE(m_issuer.count(), 3);
}

void tst_KeyRenewal::refusedKeys_areRenewedOnce()
{
    FaultServer server;
    const FaultScript ended = faults::answer(
        400, R"({"Code":"InvalidSecurityToken.Expired","Message":"no","RequestId":"7B2D-0002"})");
    server.setScripts({ended, faults::answer(200, R"({"RequestId":"7B2D-0001"})"), ended});
    Profile profile = roleProfile();
    profile.endpoint = server.address();
    profile.stsEndpoint = server.address();
    add(profile, QStringLiteral("LTAIbase"));
    start();
    m_issuer.answerLast(keys(QStringLiteral("1")));
    m_issuer.always = [this](const FakeIssuer::Asked &) { return keys(QStringLiteral("2")); };
    pass(60s);
    QStringList ends;
    ApiRequest request;
    request.action = QStringLiteral("ListExecutions");
    const auto read = [&] {
        m_client->read(*m_profiles->targetFor({m_role, profile.regions.front()}), request, this,
                       [&ends](const Result<ApiReply> &reply) {
                           ends += reply ? QStringLiteral("good") : reply.error().code;
                       });
    };
    read();
    QTRY_COMPARE(ends.size(), 1);
    QCOMPARE(ends.front(), QStringLiteral("good"));
    QCOMPARE(m_issuer.count(), 2);
    QCOMPARE(lentId(), QStringLiteral("STS.2"));
    // New ones that are refused as well: the source is left in peace.
    read();
    read();
    QTRY_COMPARE(ends.size(), 3);
    QCOMPARE(ends.back(), QStringLiteral("InvalidSecurityToken.Expired"));
    QCOMPARE(m_issuer.count(), 2);
}

QTEST_GUILESS_MAIN(tst_KeyRenewal)
#include "tst_keyrenewal.moc"
