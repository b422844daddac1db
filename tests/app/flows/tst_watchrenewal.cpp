// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/keyrenewal.h"
#include "tests/app/flows/servedworld.h"
#include "tests/fakes/fakeissuer.h"

#include <QSignalSpy>
#include <QTest>

#include <thread>

using namespace countersign;
using namespace std::chrono_literals;

//! A watch whose profile's keys are issued, end and are renewed.
class tst_WatchRenewal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void manyRenewals_failNoCall();
    void endedToken_isRenewedAndReadAgain();
    void endedToken_thatStaysEnded_isNoStorm();
    void refusedSource_stopsTheProfileOnce();
    void refusedSource_isAskedAgainWhenThePersonWishes();
    void renewedKeys_tryAStoppedProfileAgain();
    void otherProfiles_goOn();
    void wake_endsWhatHasEndedBeforeAnythingLeaves();

private:
    void startRenewal(const RenewalTimes &times = {});
    //! A profile on this server whose keys a program prints.
    ProfileId addIssued(const FaultServer &server, int regions = 1);
    IssuedKeys nextKeys(std::chrono::seconds lifetime = 3600s);

    std::unique_ptr<ServedWorld> m_world;
    FakeIssuer m_issuer;
    std::unique_ptr<KeyRenewal> m_renewal;
    int m_given = 0;
};

void tst_WatchRenewal::init()
{
    m_given = 0;
    m_issuer.asked.clear();
    m_issuer.always = [this](const FakeIssuer::Asked &) { return nextKeys(); };
    m_world = std::make_unique<ServedWorld>();
}

void tst_WatchRenewal::cleanup()
{
    m_renewal.reset();
    m_world.reset();
}

void tst_WatchRenewal::startRenewal(const RenewalTimes &times)
{
    m_renewal = std::make_unique<KeyRenewal>(
        m_world->client, m_world->profiles, m_world->clock, m_issuer, [] { return 0.0; }, times);
    m_world->renewal = m_renewal.get();
    m_renewal->start();
}

ProfileId tst_WatchRenewal::addIssued(const FaultServer &server, int regions)
{
    Profile profile;
    profile.id = ProfileId(QStringLiteral("issued"));
    profile.alias = QStringLiteral("issued");
    for (int i = 0; i < regions; ++i)
        profile.regions.push_back(RegionId(QStringLiteral("region-%1").arg(i)));
    profile.endpoint = server.address();
    profile.stsEndpoint = server.address();
    profile.source.kind = KeyKind::Program;
    profile.source.command = QStringLiteral("/usr/bin/print-keys");
    profile.source = confirmed(profile.source);
    m_world->profiles.setProfile(profile);
    return profile.id;
}

IssuedKeys tst_WatchRenewal::nextKeys(std::chrono::seconds lifetime)
{
    return sessionKeys(QString::number(++m_given), m_world->clock.now(), lifetime);
}

//! Keys are replaced all the time while five regions are read all the time: nothing fails, nothing
//! is given up, and no request carries the id of one triple with the token of another.
void tst_WatchRenewal::manyRenewals_failNoCall()
{
    FaultServer server;
    FaultScript list = listOf(2);
    list.delay = 3ms;
    server.setScripts({list});
    const ProfileId id = addIssued(server, 5);
    startRenewal();
    WatchTimes times = hundredth();
    times.interval = 5ms;
    WatchFlow flow(m_world->services(), times);
    QSignalSpy stopped(&flow, &WatchFlow::profileStopped);
    QSignalSpy renewed(&m_world->profiles, &ProfileRegistry::renewed);
    bool hasFailed = false;
    connect(&flow, &WatchFlow::placesChanged, this, [&flow, &hasFailed] {
        for (const PlaceState &state : flow.places())
            hasFailed = hasFailed || state.error;
    });
    flow.start();
    QTRY_COMPARE(flow.snapshot().rows.size(), std::size_t(10));
    const int begun = server.begun();
    for (int i = 0; i < 300; ++i) {
        const auto count = renewed.count();
        m_renewal->tryNow(id);
        flow.refresh();
        QTRY_VERIFY(renewed.count() > count);
        QTRY_VERIFY(server.begun() >= begun + i); // neither runs ahead of the other
    }
    QVERIFY(!hasFailed);
    QCOMPARE(stopped.count(), 0);
    QCOMPARE(flow.snapshot().rows.size(), std::size_t(10));
    QSet<QByteArray> used;
    for (const ArrivedRequest &request : server.requests()) {
        const QByteArray authorization = request.header("authorization");
        const qsizetype at = authorization.indexOf("Credential=STS.") + 15;
        const QByteArray number = authorization.mid(at, authorization.indexOf(',', at) - at);
        QCOMPARE(request.header("x-acs-security-token"), QByteArray("token-of-" + number));
        used.insert(number);
    }
    QVERIFY2(used.size() > 20, qPrintable(QString::number(used.size())));
    // Headers arrived as often as whole requests: none was cut off.
    QTRY_COMPARE(server.begun(), static_cast<int>(server.requests().size()));
}

void tst_WatchRenewal::endedToken_isRenewedAndReadAgain()
{
    FaultServer server;
    server.setScripts(
        {listOf(1), listOf(1), refusalOf(400, "InvalidSecurityToken.Expired"), listOf(1)});
    addIssued(server);
    RenewalTimes times;
    times.apart = 0ms;
    startRenewal(times);
    WatchFlow flow(m_world->services(), hundredth());
    QSignalSpy stopped(&flow, &WatchFlow::profileStopped);
    flow.start();
    QTRY_VERIFY(listsIn(server) >= 6);
    QCOMPARE(stopped.count(), 0);
    QCOMPARE(m_issuer.count(), 2);
    QVERIFY(!flow.places().front().error);
    // What was refused left once more, with the other keys.
    const auto refused = std::find_if(
        server.requests().begin() + 2, server.requests().end(),
        [](const ArrivedRequest &request) { return request.headers.contains("Credential=STS.2"); });
    QVERIFY(refused != server.requests().end());
    QCOMPARE(std::distance(server.requests().begin(), refused), 3);
}

void tst_WatchRenewal::endedToken_thatStaysEnded_isNoStorm()
{
    FaultServer server;
    server.setScripts({refusalOf(400, "InvalidSecurityToken.Expired")});
    const ProfileId id = addIssued(server, 8);
    RenewalTimes times;
    times.apart = 0ms;
    startRenewal(times);
    WatchFlow flow(m_world->services(), hundredth());
    QSignalSpy stopped(&flow, &WatchFlow::profileStopped);
    flow.start();
    QTRY_COMPARE(stopped.count(), 1);
    QCOMPARE(stopped.front().at(1).value<Error>().code,
             QStringLiteral("InvalidSecurityToken.Expired"));
    QTest::qWait(500);
    QCOMPARE(stopped.count(), 1);
    // The request and its repeat, and one try for the keys that came.
    QVERIFY2(server.requests().size() <= 6, qPrintable(QString::number(server.requests().size())));
    QVERIFY(m_issuer.count(id) <= 3);
    QVERIFY(flow.places().front().isStopped);
}

void tst_WatchRenewal::refusedSource_stopsTheProfileOnce()
{
    FaultServer server;
    server.setScripts({listOf(1)});
    m_issuer.always = [](const FakeIssuer::Asked &) {
        return errorNamed(Error::Kind::Forbidden, QStringLiteral("NoPermission"));
    };
    addIssued(server, 3);
    startRenewal();
    WatchFlow flow(m_world->services(), hundredth());
    QSignalSpy stopped(&flow, &WatchFlow::profileStopped);
    flow.start();
    QTRY_COMPARE(stopped.count(), 1);
    QCOMPARE(stopped.front().at(1).value<Error>().code, QStringLiteral("NoPermission"));
    QTest::qWait(300);
    QCOMPARE(stopped.count(), 1);
    QCOMPARE(m_issuer.count(), 1);
    QVERIFY(server.requests().empty());
    for (const PlaceState &state : flow.places()) {
        QVERIFY(state.isLocked);
        QCOMPARE(state.error->code, QStringLiteral("NoPermission"));
    }
}

void tst_WatchRenewal::refusedSource_isAskedAgainWhenThePersonWishes()
{
    FaultServer server;
    server.setScripts({listOf(1)});
    m_issuer.always = [](const FakeIssuer::Asked &) {
        return errorNamed(Error::Kind::Forbidden, QStringLiteral("NoPermission"));
    };
    const ProfileId id = addIssued(server);
    startRenewal();
    WatchFlow flow(m_world->services(), hundredth());
    QSignalSpy stopped(&flow, &WatchFlow::profileStopped);
    flow.start();
    QTRY_COMPARE(stopped.count(), 1);
    flow.refresh();
    QTRY_COMPARE(m_issuer.count(), 2);
    QTest::qWait(100);
    QCOMPARE(stopped.count(), 1); // the same cause
    m_issuer.always = [this](const FakeIssuer::Asked &) { return nextKeys(); };
    flow.resume(id);
    QTRY_COMPARE(flow.snapshot().rows.size(), std::size_t(1));
    QVERIFY(!flow.places().front().isStopped && !flow.places().front().error);
}

void tst_WatchRenewal::renewedKeys_tryAStoppedProfileAgain()
{
    FaultServer server;
    server.setScripts({refusalOf(403, "User.NoPermission")});
    const ProfileId id = addIssued(server, 3);
    startRenewal();
    WatchFlow flow(m_world->services(), hundredth());
    QSignalSpy stopped(&flow, &WatchFlow::profileStopped);
    flow.start();
    QTRY_COMPARE(stopped.count(), 1);
    const auto sent = server.requests().size();
    m_renewal->tryNow(id);
    QTRY_COMPARE(server.requests().size(), sent + 1);
    QTRY_VERIFY(flow.places().front().isStopped);
    QCOMPARE(stopped.count(), 1);
    server.setScripts({listOf(1)});
    m_renewal->tryNow(id);
    QTRY_COMPARE(flow.snapshot().rows.size(), std::size_t(3));
}

void tst_WatchRenewal::otherProfiles_goOn()
{
    FaultServer good;
    good.setScripts({listOf(1)});
    FaultServer other;
    other.setScripts({listOf(1)});
    m_issuer.always = nullptr; // never answers
    addIssued(other);
    m_world->add(QStringLiteral("well"), good);
    startRenewal();
    WatchFlow flow(m_world->services(), hundredth());
    flow.start();
    QTRY_VERIFY(listsIn(good) >= 3);
    QVERIFY(other.requests().empty());
    QCOMPARE(m_issuer.count(), 1);
}

void tst_WatchRenewal::wake_endsWhatHasEndedBeforeAnythingLeaves()
{
    FaultServer server;
    server.setScripts({listOf(1)});
    m_issuer.always = [this](const FakeIssuer::Asked &) { return nextKeys(1s); };
    const ProfileId id = addIssued(server);
    startRenewal();
    WatchFlow flow(m_world->services(), patient());
    flow.start();
    QTRY_COMPARE(flow.snapshot().rows.size(), std::size_t(1));
    m_issuer.always = nullptr;
    const QDateTime end = m_world->profiles.expiresAt(id);
    // As while asleep: time passes, and nothing is done.
    while (m_world->clock.now() <= end.addMSecs(1'100))
        std::this_thread::yield();
    flow.onWake();
    QVERIFY(!m_world->profiles.isUnlocked(id));
    const auto sent = server.requests().size();
    QTRY_VERIFY(m_issuer.count() >= 2);
    QCOMPARE(server.requests().size(), sent);
    m_issuer.answerLast(nextKeys());
    QTRY_VERIFY(server.requests().size() > sent);
    QVERIFY(server.requests().back().headers.contains("Credential=STS.2"));
}

QTEST_GUILESS_MAIN(tst_WatchRenewal)
#include "tst_watchrenewal.moc"
