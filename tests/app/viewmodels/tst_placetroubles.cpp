// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/inboxviewmodel.h"
#include "tests/app/flows/servedworld.h"
#include "tests/fakes/temporaryfiles.h"
#include "tests/support/shiftedclock.h"

#include <QSignalSpy>
#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;

//! What the inbox says of places that are not well.
class tst_PlaceTroubles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void stoppedProfile_isOneTroubleForAllItsRegions();
    void regionsOfOneCause_areOneTrouble();
    void lockedProfiles_comeLastAndAreNoFailure();
    void onlyLocked_nothingIsLoading();
    void waking_isNoTrouble();
    void manyTroubles_keepTheCountShort();
    void rarelyRead_isNotBehind();

private:
    void start(const WatchTimes &times = hundredth());

    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<ServedWorld> m_world;
    std::unique_ptr<WatchFlow> m_flow;
    std::unique_ptr<TemporaryFiles> m_personal;
    std::unique_ptr<InboxViewModel> m_inbox;
};

void tst_PlaceTroubles::init()
{
    m_server = std::make_unique<FaultServer>();
    m_server->setScripts({listOf(1)});
    m_world = std::make_unique<ServedWorld>();
    m_personal = std::make_unique<TemporaryFiles>();
}

void tst_PlaceTroubles::cleanup()
{
    m_inbox.reset();
    m_flow.reset();
    m_world.reset();
}

void tst_PlaceTroubles::start(const WatchTimes &times)
{
    m_flow = std::make_unique<WatchFlow>(m_world->services(), times);
    m_inbox = std::make_unique<InboxViewModel>(*m_flow, m_personal->files);
    QSignalSpy all(m_flow.get(), &WatchFlow::allRead);
    m_flow->start();
    QTRY_VERIFY(m_flow->isAllRead());
}

void tst_PlaceTroubles::stoppedProfile_isOneTroubleForAllItsRegions()
{
    FaultServer bad;
    bad.setScripts({refusalOf(403, "User.NoPermission")});
    m_world->add(QStringLiteral("refused"), bad, 20);
    m_world->add(QStringLiteral("well"), *m_server, 2);
    start();
    QTRY_COMPARE(m_inbox->troubles().size(), std::size_t(1));
    const PlaceTrouble trouble = m_inbox->troubles().front();
    QCOMPARE(trouble.kind, PlaceTrouble::Kind::Stopped);
    QCOMPARE(trouble.regions, 20);
    QCOMPARE(trouble.alias, QStringLiteral("refused"));
    QCOMPARE(trouble.error->neededRight, QStringLiteral("oos:ListExecutions"));
    QTRY_VERIFY(m_inbox->countText().contains(QStringLiteral("refused (20 ")));
    QTRY_COMPARE(m_inbox->waitCount(), 2);
}

void tst_PlaceTroubles::regionsOfOneCause_areOneTrouble()
{
    m_world->add(QStringLiteral("acme"), *m_server, 3);
    start();
    QTRY_COMPARE(m_inbox->waitCount(), 3);
    m_server->setScripts({refusalOf(400, "InvalidParameter")});
    QTRY_VERIFY(m_inbox->troubles().size() == 1 && m_inbox->troubles().front().regions == 3);
    const PlaceTrouble trouble = m_inbox->troubles().front();
    QCOMPARE(trouble.kind, PlaceTrouble::Kind::Refused);
    QVERIFY(trouble.lastGoodRead.isValid());
    QCOMPARE(m_inbox->waitCount(), 3);
}

void tst_PlaceTroubles::lockedProfiles_comeLastAndAreNoFailure()
{
    FaultServer bad;
    bad.setScripts({refusalOf(404, "InvalidAccessKeyId.NotFound")});
    m_world->profiles.setCredentials(m_world->add(QStringLiteral("locked"), *m_server, 2), nullptr);
    m_world->add(QStringLiteral("refused"), bad);
    m_world->add(QStringLiteral("well"), *m_server);
    start();
    QTRY_COMPARE(m_inbox->troubles().size(), std::size_t(2));
    QCOMPARE(m_inbox->troubles().front().kind, PlaceTrouble::Kind::Stopped);
    const PlaceTrouble locked = m_inbox->troubles().back();
    QCOMPARE(locked.kind, PlaceTrouble::Kind::Locked);
    QCOMPARE(locked.regions, 2);
    QVERIFY(!locked.error);
    QVERIFY(!m_inbox->error());
    QTRY_COMPARE(m_inbox->state(), InboxViewModel::State::Ready);
}

void tst_PlaceTroubles::onlyLocked_nothingIsLoading()
{
    m_world->profiles.setCredentials(m_world->add(QStringLiteral("locked"), *m_server), nullptr);
    start();
    QTRY_COMPARE(m_inbox->state(), InboxViewModel::State::Failed);
    QVERIFY(!m_inbox->error());
    m_world->unlock(ProfileId(QStringLiteral("locked")));
    QTRY_COMPARE(m_inbox->state(), InboxViewModel::State::Ready);
    QVERIFY(m_inbox->troubles().empty());
}

void tst_PlaceTroubles::waking_isNoTrouble()
{
    WatchTimes times = hundredth();
    times.grace = 20s;
    m_world->add(QStringLiteral("acme"), *m_server, 2);
    start(times);
    QTRY_COMPARE(m_inbox->waitCount(), 2);
    bool hadTrouble = false;
    connect(m_inbox.get(), &InboxViewModel::troublesChanged, this,
            [this, &hadTrouble] { hadTrouble |= !m_inbox->troubles().empty(); });
    const quint16 port = m_server->serverPort();
    m_server->close();
    m_flow->onWake();
    QTRY_VERIFY(m_flow->places().front().isWaking);
    int turns = 0;
    connect(m_flow.get(), &WatchFlow::placesChanged, this, [&turns] { ++turns; });
    QTRY_VERIFY(turns >= 10);
    QVERIFY(m_server->listen(QHostAddress::LocalHost, port));
    QTRY_VERIFY(m_flow->isAllRead());
    QVERIFY(!hadTrouble);
}

void tst_PlaceTroubles::manyTroubles_keepTheCountShort()
{
    for (int i = 0; i < 200; ++i) {
        const ProfileId id = m_world->add(QStringLiteral("acme-%1").arg(i), *m_server);
        m_world->profiles.setCredentials(id, nullptr);
    }
    start();
    QTRY_COMPARE(m_inbox->troubles().size(), std::size_t(200));
    QTRY_VERIFY(m_inbox->countText().contains(QStringLiteral("197")));
    QVERIFY(m_inbox->countText().size() < 200);
}

// An empty place is read every few minutes; that is its pace, not a failure.
void tst_PlaceTroubles::rarelyRead_isNotBehind()
{
    ShiftedClock clock;
    m_server->setScripts({listOf(0)});
    m_world->add(QStringLiteral("acme"), *m_server);
    FlowServices services{m_world->client, m_world->profiles, m_world->journal, clock,
                          m_world->services().newSender};
    WatchTimes times;
    times.interval = 30s;
    WatchFlow flow(services, times);
    InboxViewModel inbox(flow, m_personal->files);
    flow.start();
    QTRY_VERIFY(flow.isAllRead());
    QVERIFY(flow.places().front().pause > 60s);
    const auto look = [&](std::chrono::seconds later) {
        clock.wrongBy = later;
        flow.setAttention(Attention::Visible);
        QSignalSpy changed(&flow, &WatchFlow::placesChanged);
        QVERIFY(changed.wait());
    };
    look(90s);
    QVERIFY(inbox.troubles().empty());
    QCOMPARE(inbox.state(), InboxViewModel::State::Ready);
    look(10min);
    QCOMPARE(inbox.troubles().size(), std::size_t(1));
    QCOMPARE(inbox.troubles().front().kind, PlaceTrouble::Kind::Behind);
    QCOMPARE(inbox.state(), InboxViewModel::State::Stale);
}

QTEST_GUILESS_MAIN(tst_PlaceTroubles)
#include "tst_placetroubles.moc"
