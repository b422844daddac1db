// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/system/logindsleep.h"
#include "app/system/wakewatch.h"
#include "tests/fakes/privatebus.h"

#include <QDBusMessage>
#include <QSignalSpy>
#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

class tst_WakeWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void clocks_sayTheSleepOnce();
    void clocks_readApartAreNoSleep();
    void sessionManager_saysWakeAtOnce();
    void both_areOneWake();
    void awakeAlone_isNoWake();
    void strangers_areNotHeard();
    void withoutAnySource_isQuiet();
    void realClocks_goTogether();

private:
    std::unique_ptr<WakeWatch> newWatch(bool hasBus, milliseconds lookEvery = 20ms);
    void say(bool isFallingAsleep,
             const QString &interface = QStringLiteral("org.freedesktop.login1.Manager"));

    PrivateBus m_bus;
    std::optional<QDBusConnection> m_logind;
    std::optional<milliseconds> m_asleep;
};

void tst_WakeWatch::initTestCase()
{
    QVERIFY2(m_bus.start(), "dbus-daemon is missing");
    m_logind = m_bus.connect();
    QVERIFY(m_logind->registerService(QStringLiteral("org.freedesktop.login1")));
}

void tst_WakeWatch::init()
{
    m_asleep = 5h;
}

std::unique_ptr<WakeWatch> tst_WakeWatch::newWatch(bool hasBus, milliseconds lookEvery)
{
    WakeSources sources;
    if (hasBus)
        sources.sleep = std::make_unique<LogindSleep>(m_bus.connect());
    sources.asleep = [this] { return m_asleep; };
    sources.lookEvery = lookEvery;
    auto watch = std::make_unique<WakeWatch>(std::move(sources));
    watch->start();
    return watch;
}

void tst_WakeWatch::say(bool isFallingAsleep, const QString &interface)
{
    QDBusMessage message = QDBusMessage::createSignal(QStringLiteral("/org/freedesktop/login1"),
                                                      interface, QStringLiteral("PrepareForSleep"));
    message << isFallingAsleep;
    QVERIFY(m_logind->send(message));
}

void tst_WakeWatch::clocks_sayTheSleepOnce()
{
    const auto watch = newWatch(false);
    QSignalSpy woke(watch.get(), &WakeWatch::wokeUp);
    m_asleep = *m_asleep + 40min;
    QVERIFY(woke.wait());
    QCOMPARE(woke.front().front().value<milliseconds>(), milliseconds(40min));
    m_asleep = *m_asleep + 1min;
    QVERIFY(woke.wait());
    QCOMPARE(woke.size(), 2);
    QCOMPARE(woke.back().front().value<milliseconds>(), milliseconds(1min));
}

void tst_WakeWatch::clocks_readApartAreNoSleep()
{
    const auto watch = newWatch(false, 1ms);
    QSignalSpy woke(watch.get(), &WakeWatch::wokeUp);
    m_asleep = *m_asleep + 999ms;
    QVERIFY(!woke.wait(100));
    m_asleep = *m_asleep + 1ms;
    QVERIFY(woke.wait());
}

void tst_WakeWatch::sessionManager_saysWakeAtOnce()
{
    const auto watch = newWatch(true, 1h);
    QSignalSpy woke(watch.get(), &WakeWatch::wokeUp);
    say(true);
    m_asleep = *m_asleep + 8h;
    say(false);
    QVERIFY(woke.wait());
    QCOMPARE(woke.size(), 1);
    QCOMPARE(woke.front().front().value<milliseconds>(), milliseconds(8h));
}

void tst_WakeWatch::both_areOneWake()
{
    const auto watch = newWatch(true);
    QSignalSpy woke(watch.get(), &WakeWatch::wokeUp);
    say(true);
    m_asleep = *m_asleep + 8h;
    QVERIFY(woke.wait());
    say(false);
    say(true);
    say(false);
    // The second sleep was too short for the clocks; the first one is not told again.
    QVERIFY(woke.wait());
    QCOMPARE(woke.size(), 2);
    QCOMPARE(woke.back().front().value<milliseconds>(), milliseconds(0));
}

void tst_WakeWatch::awakeAlone_isNoWake()
{
    const auto watch = newWatch(true, 1h);
    QSignalSpy woke(watch.get(), &WakeWatch::wokeUp);
    say(false);
    say(true);
    say(false);
    QVERIFY(woke.wait());
    QCOMPARE(woke.size(), 1);
}

void tst_WakeWatch::strangers_areNotHeard()
{
    const auto watch = newWatch(true, 1h);
    QSignalSpy woke(watch.get(), &WakeWatch::wokeUp);
    QDBusConnection stranger = m_bus.connect();
    for (const bool isFallingAsleep : {true, false}) {
        say(isFallingAsleep, QStringLiteral("org.example.Manager"));
        QDBusMessage message = QDBusMessage::createSignal(
            QStringLiteral("/org/freedesktop/login1"),
            QStringLiteral("org.freedesktop.login1.Manager"), QStringLiteral("PrepareForSleep"));
        message << isFallingAsleep;
        QVERIFY(stranger.send(message));
    }
    QVERIFY(!woke.wait(300));
}

void tst_WakeWatch::withoutAnySource_isQuiet()
{
    m_asleep.reset();
    const auto watch = newWatch(false);
    QSignalSpy woke(watch.get(), &WakeWatch::wokeUp);
    m_asleep = 1h;
    QVERIFY(!woke.wait(100));
}

void tst_WakeWatch::realClocks_goTogether()
{
    const auto first = timeAsleep();
    QVERIFY(first);
    QVERIFY(*first >= -1s);
    const auto second = timeAsleep();
    QVERIFY(*second - *first < 1s);
}

QTEST_GUILESS_MAIN(tst_WakeWatch)
#include "tst_wakewatch.moc"
