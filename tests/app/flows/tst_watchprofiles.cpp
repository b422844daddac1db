// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/flows/servedworld.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;

namespace {

std::vector<PlaceState> statesOf(const WatchFlow &flow, const ProfileId &profile)
{
    std::vector<PlaceState> states;
    for (const PlaceState &state : flow.places()) {
        if (state.place.profile == profile)
            states.push_back(state);
    }
    return states;
}

} // namespace

//! Several profiles in one watch: refused, locked, throttled and very many.
class tst_WatchProfiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusedProfile_stopsAfterOneRequest_data();
    void refusedProfile_stopsAfterOneRequest();
    void stoppedProfile_startsAgainWhenAsked();
    void stoppedProfile_startsAgainWithOtherCredentials();
    void keyRefusedLater_stopsTheRest();
    void oneRefusedRegion_stopsNothingElse();
    void otherAccountsKey_stopsTheProfile();
    void identity_isReadAgainForOtherCredentials();
    void refreshedPlace_isReadAloneAndNow();
    void lockedProfile_isLeftAlone();
    void throttledRegion_slowsTheAccount();
    void manyProfiles_neverMoreThanTenAtOnce();
    void profileTakenAway_itsRowsGo();
};

void tst_WatchProfiles::refusedProfile_stopsAfterOneRequest_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<Error::Kind>("kind");
    QTest::newRow("unknown key") << 404 << QByteArray("InvalidAccessKeyId.NotFound")
                                 << Error::Kind::BadCredentials;
    QTest::newRow("no right") << 403 << QByteArray("User.NoPermission") << Error::Kind::Forbidden;
}

void tst_WatchProfiles::refusedProfile_stopsAfterOneRequest()
{
    QFETCH(int, status);
    QFETCH(QByteArray, code);
    QFETCH(Error::Kind, kind);
    FaultServer bad;
    bad.setScripts({refusalOf(status, code)});
    FaultServer good;
    good.setScripts({listOf(1)});
    ServedWorld world;
    const ProfileId refused = world.add(QStringLiteral("refused"), bad, 20);
    const ProfileId well = world.add(QStringLiteral("well"), good, 2);
    WatchFlow flow(world.services(), hundredth());
    QSignalSpy stopped(&flow, &WatchFlow::profileStopped);
    QSignalSpy all(&flow, &WatchFlow::allRead);
    flow.start();
    QTRY_COMPARE(stopped.size(), 1);
    QVERIFY(stopped.front().at(0).value<ProfileId>() == refused);
    QCOMPARE(stopped.front().at(1).value<Error>().kind, kind);
    // The other profile is read many times meanwhile.
    QTRY_VERIFY(listsIn(good) >= 12);
    QCOMPARE(bad.requests().size(), std::size_t(1));
    QCOMPARE(stopped.size(), 1);
    QCOMPARE(all.size(), 1);
    for (const PlaceState &state : statesOf(flow, refused)) {
        QVERIFY(state.isStopped);
        QCOMPARE(state.error->kind, kind);
        QVERIFY(!state.nextRead.isValid());
    }
    for (const PlaceState &state : statesOf(flow, well))
        QVERIFY(!state.isStopped && !state.error);
}

void tst_WatchProfiles::stoppedProfile_startsAgainWhenAsked()
{
    FaultServer server;
    server.setScripts({refusalOf(403, "User.NoPermission")});
    ServedWorld world;
    const ProfileId profile = world.add(QStringLiteral("refused"), server, 3);
    WatchFlow flow(world.services(), hundredth());
    QSignalSpy stopped(&flow, &WatchFlow::profileStopped);
    flow.start();
    QTRY_COMPARE(stopped.size(), 1);
    // Each trial is one request, and the same cause is not told again.
    flow.resume(profile);
    QTRY_COMPARE(server.requests().size(), std::size_t(2));
    QTRY_VERIFY(flow.places().front().isStopped);
    flow.refresh();
    QTRY_COMPARE(server.requests().size(), std::size_t(3));
    QTRY_VERIFY(flow.places().front().isStopped);
    QCOMPARE(stopped.size(), 1);
    server.setScripts({listOf(1)});
    flow.resume(profile);
    QTRY_COMPARE(flow.snapshot().rows.size(), std::size_t(3));
    for (const PlaceState &state : flow.places())
        QVERIFY(!state.isStopped && !state.error && state.lastGoodRead.isValid());
    // It was well in between, so a further refusal is news.
    server.setScripts({refusalOf(403, "User.NoPermission")});
    QTRY_COMPARE(stopped.size(), 2);
    QCOMPARE(flow.snapshot().rows.size(), std::size_t(3));
}

void tst_WatchProfiles::stoppedProfile_startsAgainWithOtherCredentials()
{
    FaultServer server;
    server.setScripts({refusalOf(404, "InvalidAccessKeyId.NotFound")});
    ServedWorld world;
    const ProfileId profile = world.add(QStringLiteral("refused"), server, 2);
    WatchFlow flow(world.services(), hundredth());
    QSignalSpy stopped(&flow, &WatchFlow::profileStopped);
    flow.start();
    QTRY_COMPARE(stopped.size(), 1);
    // A change that has nothing to do with reading is no reason to try again.
    Profile renamed = *world.profiles.profile(profile);
    renamed.alias = QStringLiteral("renamed");
    world.profiles.setProfile(renamed);
    QTRY_COMPARE(flow.places().front().alias, QStringLiteral("renamed"));
    QVERIFY(flow.places().front().isStopped);
    world.unlock(profile);
    QTRY_COMPARE(stopped.size(), 2);
    QCOMPARE(server.requests().size(), std::size_t(2));
    server.setScripts({listOf(0)});
    world.unlock(profile);
    QTRY_VERIFY(flow.places().back().lastGoodRead.isValid());
    QVERIFY(!flow.places().front().isStopped);
}

void tst_WatchProfiles::keyRefusedLater_stopsTheRest()
{
    FaultServer server;
    server.setScripts({listOf(2)});
    ServedWorld world;
    world.add(QStringLiteral("expires"), server, 4);
    WatchFlow flow(world.services(), hundredth());
    QSignalSpy stopped(&flow, &WatchFlow::profileStopped);
    flow.start();
    QTRY_COMPARE(flow.snapshot().rows.size(), std::size_t(8));
    server.setScripts({refusalOf(403, "InvalidSecurityToken.Expired")});
    QTRY_COMPARE(stopped.size(), 1);
    const std::size_t requests = server.requests().size();
    QTest::qWait(500);
    QCOMPARE(server.requests().size(), requests);
    QCOMPARE(stopped.size(), 1);
    QCOMPARE(flow.snapshot().rows.size(), std::size_t(8));
}

void tst_WatchProfiles::oneRefusedRegion_stopsNothingElse()
{
    FaultServer server;
    server.setScripts({listOf(0), listOf(0), refusalOf(404, "InvalidRegionId.NotFound"),
                       refusalOf(404, "InvalidRegionId.NotFound"), listOf(0)});
    ServedWorld world;
    world.add(QStringLiteral("acme"), server, 3);
    WatchFlow flow(world.services(), hundredth());
    QSignalSpy stopped(&flow, &WatchFlow::profileStopped);
    QSignalSpy all(&flow, &WatchFlow::allRead);
    flow.start();
    QTRY_COMPARE(all.size(), 1);
    QTRY_VERIFY(server.requests().size() > 12);
    QCOMPARE(stopped.size(), 0);
    for (const PlaceState &state : flow.places())
        QVERIFY(!state.isStopped);
}

void tst_WatchProfiles::otherAccountsKey_stopsTheProfile()
{
    FaultServer server;
    server.setScripts({listOf(1), faults::answer(200, R"({"RequestId":"7B2D-0003",
        "AccountId":"1999999999999999","Arn":"acs:ram::1999999999999999:user/eve",
        "IdentityType":"RAMUser","PrincipalId":"2","UserId":"2"})")});
    ServedWorld world;
    const ProfileId profile = world.add(QStringLiteral("acme"), server);
    WatchFlow flow(world.services(), patient());
    QSignalSpy stopped(&flow, &WatchFlow::profileStopped);
    flow.start();
    QTRY_COMPARE(stopped.size(), 1);
    QVERIFY(!world.profiles.isUnlocked(profile));
    flow.refresh();
    const PlaceState state = flow.places().front();
    QVERIFY(state.isStopped && state.isLocked);
    QCOMPARE(state.error->code, QStringLiteral("AnotherAccount"));
    QCOMPARE(server.requests().size(), std::size_t(2));
}

void tst_WatchProfiles::identity_isReadAgainForOtherCredentials()
{
    FaultServer server;
    server.setScripts({listOf(0)});
    ServedWorld world;
    const ProfileId profile = world.add(QStringLiteral("acme"), server);
    const auto questions = [&server] {
        const auto &requests = server.requests();
        return std::count_if(requests.begin(), requests.end(), [](const ArrivedRequest &request) {
            return request.headers.contains("GetCallerIdentity");
        });
    };
    WatchFlow flow(world.services(), hundredth());
    flow.start();
    QTRY_COMPARE(questions(), 1);
    QTRY_VERIFY(listsIn(server) >= 4);
    QCOMPARE(questions(), 1);
    world.unlock(profile);
    QTRY_COMPARE(questions(), 2);
}

void tst_WatchProfiles::refreshedPlace_isReadAloneAndNow()
{
    FaultServer server;
    server.setScripts({listOf(1)});
    ServedWorld world;
    world.add(QStringLiteral("acme"), server, 3);
    WatchFlow flow(world.services(), patient());
    flow.start();
    QTRY_VERIFY(flow.isAllRead());
    QTRY_VERIFY(!flow.isReading());
    const int all = listsIn(server);
    const int here = listsIn(server, "region-1");
    flow.refresh(flow.places().at(1).place);
    QTRY_COMPARE(listsIn(server, "region-1"), here + 1);
    QCOMPARE(listsIn(server), all + 1);
}

void tst_WatchProfiles::lockedProfile_isLeftAlone()
{
    FaultServer server;
    server.setScripts({listOf(1)});
    ServedWorld world;
    const ProfileId profile = world.add(QStringLiteral("acme"), server, 2);
    world.profiles.setCredentials(profile, nullptr);
    WatchFlow flow(world.services(), hundredth());
    QSignalSpy stopped(&flow, &WatchFlow::profileStopped);
    flow.start();
    flow.refresh();
    QTest::qWait(300);
    QCOMPARE(server.requests().size(), std::size_t(0));
    QCOMPARE(stopped.size(), 0);
    for (const PlaceState &state : flow.places()) {
        QVERIFY(state.isLocked && !state.isStopped && !state.isReading);
        QVERIFY(!state.error && !state.nextRead.isValid());
    }
    QSignalSpy all(&flow, &WatchFlow::allRead);
    world.unlock(profile);
    QVERIFY(!flow.isAllRead());
    QTRY_COMPARE(all.size(), 1);
    QCOMPARE(flow.snapshot().rows.size(), std::size_t(2));
    world.profiles.setCredentials(profile, nullptr);
    QTRY_VERIFY(flow.places().front().isLocked);
    const std::size_t requests = server.requests().size();
    QTest::qWait(300);
    QVERIFY(server.requests().size() <= requests + 1);
    QCOMPARE(flow.snapshot().rows.size(), std::size_t(2));
}

void tst_WatchProfiles::throttledRegion_slowsTheAccount()
{
    FaultServer slow;
    slow.setScripts({listOf(1)});
    FaultServer other;
    other.setScripts({listOf(1)});
    ServedWorld world;
    const ProfileId throttled = world.add(QStringLiteral("throttled"), slow, 4);
    const ProfileId well = world.add(QStringLiteral("well"), other, 1);
    WatchFlow flow(world.services(), hundredth());
    flow.start();
    QTRY_COMPARE(flow.snapshot().rows.size(), std::size_t(5));
    const auto usual = statesOf(flow, well).front().pause;
    for (const PlaceState &state : flow.places())
        QCOMPARE(state.pause, usual);
    // One refusal, in whichever region, and everything answers again.
    FaultScript refusal = refusalOf(400, "Throttling.User");
    const std::size_t sofar = slow.requests().size();
    std::vector<FaultScript> scripts(sofar + 2, listOf(1));
    scripts[sofar] = refusal;
    slow.setScripts(scripts);
    QTRY_VERIFY(statesOf(flow, throttled).front().pause > usual);
    for (const PlaceState &state : statesOf(flow, throttled))
        QCOMPARE(state.pause, usual * 2);
    QCOMPARE(statesOf(flow, well).front().pause, usual);
    QTRY_COMPARE_WITH_TIMEOUT(statesOf(flow, throttled).front().pause, usual, 10'000);
}

void tst_WatchProfiles::manyProfiles_neverMoreThanTenAtOnce()
{
    constexpr qint64 delay = 40;
    FaultServer server;
    FaultScript script = listOf(1);
    script.delay = std::chrono::milliseconds(delay);
    server.setScripts({script});
    ServedWorld world;
    for (int i = 0; i < 200; ++i)
        world.add(QStringLiteral("profile-%1").arg(i), server);
    std::vector<qint64> arrivals;
    QElapsedTimer clock;
    clock.start();
    connect(&server, &FaultServer::arrived, this, [&] { arrivals.push_back(clock.elapsed()); });
    WatchFlow flow(world.services(), WatchTimes());
    int mostReading = 0;
    connect(&flow, &WatchFlow::placesChanged, this, [&flow, &mostReading] {
        const auto states = flow.places();
        mostReading =
            std::max(mostReading, int(std::count_if(states.begin(), states.end(),
                                                    [](const auto &s) { return s.isReading; })));
    });
    QSignalSpy all(&flow, &WatchFlow::allRead);
    flow.start();
    QTRY_COMPARE_WITH_TIMEOUT(all.size(), 1, 30'000);
    QCOMPARE(flow.snapshot().rows.size(), std::size_t(200));
    QVERIFY2(mostReading <= 10, qPrintable(QString::number(mostReading)));
    // A request holds its turn until its answer, so that ten turns are ten requests in a delay.
    for (std::size_t i = 10; i < arrivals.size(); ++i)
        QVERIFY(arrivals[i] - arrivals[i - 10] >= delay - 1);
    for (const PlaceState &state : flow.places())
        QVERIFY(state.lastGoodRead.isValid());
}

void tst_WatchProfiles::profileTakenAway_itsRowsGo()
{
    FaultServer server;
    server.setScripts({listOf(2)});
    ServedWorld world;
    const ProfileId profile = world.add(QStringLiteral("acme"), server, 2);
    WatchFlow flow(world.services(), hundredth());
    flow.start();
    QTRY_COMPARE(flow.snapshot().rows.size(), std::size_t(4));
    Profile smaller = *world.profiles.profile(profile);
    smaller.regions.pop_back();
    world.profiles.setProfile(smaller);
    QTRY_COMPARE(flow.snapshot().rows.size(), std::size_t(2));
    QCOMPARE(flow.places().size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(tst_WatchProfiles)
#include "tst_watchprofiles.moc"
