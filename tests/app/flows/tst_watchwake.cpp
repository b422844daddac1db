// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/flows/servedworld.h"

#include <QSignalSpy>
#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;

//! How a watch recovers from sleep and from another network.
class tst_WatchWake : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void wake_fortyWaits_noErrorAndOneWord();
    void wake_networkStaysAway_isSaidAfterTheGrace();
    void wake_answerOfBefore_isNotEnough();
    void networkReturns_isUsedWithoutAWord();
    void networkChange_readsAllAndKeepsQuiet();

private:
    void startWith(int waits, const WatchTimes &times);
    void closeServer();
    void openServer();

    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<ServedWorld> m_world;
    std::unique_ptr<WatchFlow> m_flow;
    std::unique_ptr<QSignalSpy> m_all;
    quint16 m_port = 0;
    bool m_hadError = false;
};

void tst_WatchWake::init()
{
    m_server = std::make_unique<FaultServer>();
    m_port = m_server->serverPort();
    m_world = std::make_unique<ServedWorld>();
    m_world->add(QStringLiteral("acme"), *m_server);
    m_hadError = false;
}

void tst_WatchWake::cleanup()
{
    m_all.reset();
    m_flow.reset();
    m_world.reset();
    m_server.reset();
}

void tst_WatchWake::startWith(int waits, const WatchTimes &times)
{
    m_server->setScripts({listOf(waits)});
    m_flow = std::make_unique<WatchFlow>(m_world->services(), times);
    m_all = std::make_unique<QSignalSpy>(m_flow.get(), &WatchFlow::allRead);
    connect(m_flow.get(), &WatchFlow::placesChanged, this,
            [this] { m_hadError = m_hadError || m_flow->places().front().error.has_value(); });
    m_flow->start();
    QTRY_COMPARE(m_all->size(), 1);
    QCOMPARE(m_flow->snapshot().rows.size(), std::size_t(waits) * m_flow->places().size());
}

void tst_WatchWake::closeServer()
{
    m_server->close();
}

void tst_WatchWake::openServer()
{
    QVERIFY(m_server->listen(QHostAddress::LocalHost, m_port));
}

void tst_WatchWake::wake_fortyWaits_noErrorAndOneWord()
{
    WatchTimes times = hundredth();
    times.grace = 20s;
    startWith(0, times);
    // The network is not there at once: several requests end without an answer.
    const std::size_t before = m_server->requests().size() + 8;
    std::vector<FaultScript> scripts(before, faults::closeAfterBody());
    scripts.push_back(listOf(40));
    m_server->setScripts(scripts);
    m_flow->onWake();
    QVERIFY(!m_flow->isAllRead());
    QVERIFY(m_flow->places().front().isWaking);
    QTRY_VERIFY(m_server->requests().size() >= before - 2);
    QVERIFY(!m_flow->isAllRead());
    QVERIFY(m_flow->places().front().isWaking);
    QTRY_COMPARE(m_flow->snapshot().rows.size(), std::size_t(40));
    QTRY_COMPARE(m_all->size(), 2);
    QVERIFY(m_flow->isAllRead());
    QVERIFY(!m_flow->places().front().isWaking);
    QVERIFY(!m_hadError);
    const int lists = listsIn(*m_server);
    QTRY_VERIFY(listsIn(*m_server) >= lists + 3);
    QCOMPARE(m_all->size(), 2);
}

void tst_WatchWake::wake_networkStaysAway_isSaidAfterTheGrace()
{
    startWith(1, hundredth());
    closeServer();
    m_flow->onWake();
    const auto wokeAt = m_world->clock.monotonic();
    QTRY_VERIFY(m_flow->places().front().error.has_value());
    QVERIFY(m_world->clock.monotonic() - wokeAt >= hundredth().grace);
    QCOMPARE(m_flow->places().front().error->kind, Error::Kind::Offline);
    QTRY_COMPARE(m_all->size(), 2);
    QCOMPARE(m_flow->snapshot().rows.size(), std::size_t(1));
    // And it goes on trying.
    openServer();
    QTRY_VERIFY(!m_flow->places().front().error);
}

void tst_WatchWake::wake_answerOfBefore_isNotEnough()
{
    startWith(0, hundredth());
    FaultScript slow = listOf(0);
    slow.delay = 400ms;
    m_server->setScripts({slow});
    const int begun = m_server->begun();
    QTRY_VERIFY(m_server->begun() > begun);
    m_flow->onWake();
    // What was asked before the sleep is asked anew on another connection, and the place again.
    const int connections = m_server->connections();
    QTRY_VERIFY(m_server->connections() > connections);
    QTRY_COMPARE(m_all->size(), 2);
    QVERIFY(m_server->begun() >= begun + 3);
}

void tst_WatchWake::networkReturns_isUsedWithoutAWord()
{
    WatchTimes times = hundredth();
    times.grace = 50ms;
    m_world->add(QStringLiteral("acme"), *m_server, 3);
    m_server->setScripts({listOf(1)});
    startWith(1, times);
    QTRY_COMPARE(m_flow->snapshot().rows.size(), std::size_t(3));
    closeServer();
    m_flow->onNetworkChanged();
    const auto failed = [this] {
        const auto states = m_flow->places();
        return std::all_of(states.begin(), states.end(),
                           [](const PlaceState &state) { return state.error.has_value(); });
    };
    QTRY_VERIFY(failed());
    openServer();
    const auto isWell = [this] {
        const auto states = m_flow->places();
        return std::none_of(states.begin(), states.end(),
                            [](const PlaceState &state) { return state.error.has_value(); });
    };
    QTRY_VERIFY(isWell());
}

void tst_WatchWake::networkChange_readsAllAndKeepsQuiet()
{
    WatchTimes times = patient();
    times.grace = 20s;
    startWith(2, times);
    const int lists = listsIn(*m_server);
    const int connections = m_server->connections();
    m_flow->onNetworkChanged();
    QTRY_COMPARE(listsIn(*m_server), lists + 1);
    QVERIFY(m_server->connections() > connections);
    // It had been read a moment before, so nothing was missed that would make a digest.
    QTRY_VERIFY(m_flow->isAllRead());
    QCOMPARE(m_all->size(), 1);
    QVERIFY(!m_hadError);
}

QTEST_GUILESS_MAIN(tst_WatchWake)
#include "tst_watchwake.moc"
