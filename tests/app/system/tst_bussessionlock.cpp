// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/system/bussessionlock.h"
#include "tests/fakes/sessionstub.h"

#include <QCoreApplication>
#include <QDBusMessage>
#include <QSignalSpy>
#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;

namespace {

//! How long nothing must be heard.
constexpr int quietMs = 250;

QString gnome()
{
    return QStringLiteral("org.gnome.ScreenSaver");
}

QString freedesktop()
{
    return QStringLiteral("org.freedesktop.ScreenSaver");
}

} // namespace

class tst_BusSessionLock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void wishOfLogind_locksAndIsTakenBack();
    void wishesWithoutAnythingElse_lockEachTime();
    void hint_locksAndUnlocks();
    void invalidatedHint_isReadAgain();
    void sessionLockedAtTheStart_isTold();
    void ownProcess_isAskedAbout();
    void startedByTheUsersManager_theSessionAtTheScreenIsMeant();
    void otherSessions_areNotHeard();
    void strangers_areNotHeard();
    void screenSaver_data();
    void screenSaver();
    void activeScreenSaverAtTheStart_isTold();
    void severalThatSaySo_areOneChange();
    void wishWithoutAHint_endsWithTheScreenSaver();
    void oneOfTwoStillLocked_staysLocked();
    void silentLogind_isAskedAgain();
    void silentScreenSaver_isStillHeard();
    void lateServices_areHeard();
    void restartedLogind_isHeardAgain();
    void goneScreenSaver_opensNothing();
    void nobody_isQuiet();
    void withoutABus_isQuiet();

private:
    void listen();

    std::unique_ptr<PrivateBus> m_bus;
    std::unique_ptr<LoginStub> m_logind;
    std::unique_ptr<ScreenSaverStub> m_saver;
    std::unique_ptr<BusSessionLock> m_lock;
    int m_locked = 0;
    int m_unlocked = 0;
};

void tst_BusSessionLock::init()
{
    m_locked = 0;
    m_unlocked = 0;
    m_bus = std::make_unique<PrivateBus>();
    QVERIFY2(m_bus->start(), "dbus-daemon is missing");
    m_logind = std::make_unique<LoginStub>(*m_bus);
    m_saver = std::make_unique<ScreenSaverStub>(*m_bus, gnome(),
                                                QStringLiteral("/org/gnome/ScreenSaver"));
}

void tst_BusSessionLock::cleanup()
{
    m_lock.reset();
    m_saver.reset();
    m_logind.reset();
    m_bus.reset();
}

void tst_BusSessionLock::listen()
{
    m_lock = std::make_unique<BusSessionLock>(m_bus->connect(), m_bus->connect(),
                                              LogindLock::Times{200ms, 300ms});
    connect(m_lock.get(), &SessionLock::locked, this, [this] { ++m_locked; });
    connect(m_lock.get(), &SessionLock::unlocked, this, [this] { ++m_unlocked; });
}

void tst_BusSessionLock::wishOfLogind_locksAndIsTakenBack()
{
    QVERIFY(m_logind->start());
    listen();
    QTRY_VERIFY(m_logind->hintReads() > 0);
    QCOMPARE(m_locked, 0);
    m_logind->say(QStringLiteral("Lock"));
    QTRY_COMPARE(m_locked, 1);
    m_logind->say(QStringLiteral("Unlock"));
    QTRY_COMPARE(m_unlocked, 1);
    QCOMPARE(m_locked, 1);
}

//! Nobody says that the session was opened again; the person has unlocked by hand meanwhile.
void tst_BusSessionLock::wishesWithoutAnythingElse_lockEachTime()
{
    QVERIFY(m_logind->start());
    listen();
    QTRY_VERIFY(m_logind->hintReads() > 0);
    for (int times = 1; times <= 3; ++times) {
        m_logind->say(QStringLiteral("Lock"));
        QTRY_COMPARE(m_locked, times);
    }
    QCOMPARE(m_unlocked, 0);
    m_logind->say(QStringLiteral("Unlock"));
    QTRY_COMPARE(m_unlocked, 1);
}

void tst_BusSessionLock::hint_locksAndUnlocks()
{
    QVERIFY(m_logind->start());
    listen();
    QTRY_VERIFY(m_logind->hintReads() > 0);
    m_logind->changeHint(true);
    QTRY_COMPARE(m_locked, 1);
    m_logind->changeHint(false);
    QTRY_COMPARE(m_unlocked, 1);
}

void tst_BusSessionLock::invalidatedHint_isReadAgain()
{
    QVERIFY(m_logind->start());
    listen();
    QTRY_VERIFY(m_logind->hintReads() > 0);
    m_logind->invalidateHint(true);
    QTRY_COMPARE(m_locked, 1);
}

void tst_BusSessionLock::sessionLockedAtTheStart_isTold()
{
    QVERIFY(m_logind->start());
    m_logind->setHint(true);
    listen();
    QCOMPARE(m_locked, 0); // from the event loop
    QTRY_COMPARE(m_locked, 1);
}

void tst_BusSessionLock::ownProcess_isAskedAbout()
{
    QVERIFY(m_logind->start());
    listen();
    QTRY_COMPARE(m_logind->askedPids.size(), std::size_t(1));
    QCOMPARE(m_logind->askedPids.front(), uint(QCoreApplication::applicationPid()));
    QCOMPARE(m_logind->askedNames, QStringList());
}

void tst_BusSessionLock::startedByTheUsersManager_theSessionAtTheScreenIsMeant()
{
    QVERIFY(m_logind->start());
    m_logind->manner = LoginStub::Manner::KnowsUserOnly;
    m_logind->setHint(true);
    listen();
    QTRY_COMPARE(m_locked, 1);
    QCOMPARE(m_logind->askedNames, QStringList{QStringLiteral("auto")});
    m_logind->changeHint(false);
    QTRY_COMPARE(m_unlocked, 1);
}

void tst_BusSessionLock::otherSessions_areNotHeard()
{
    QVERIFY(m_logind->start());
    listen();
    QTRY_VERIFY(m_logind->hintReads() > 0);
    m_logind->say(QStringLiteral("Lock"), LoginStub::otherPath());
    m_logind->changeHint(true, LoginStub::otherPath());
    QTest::qWait(quietMs);
    QCOMPARE(m_locked, 0);
    // It listens: its own session's word comes after those, on the same bus.
    m_logind->say(QStringLiteral("Lock"));
    QTRY_COMPARE(m_locked, 1);
}

void tst_BusSessionLock::strangers_areNotHeard()
{
    QVERIFY(m_logind->start());
    QVERIFY(m_saver->start());
    listen();
    QTRY_VERIFY(m_logind->hintReads() > 0 && m_saver->asked > 0);
    QDBusConnection stranger = m_bus->connect();
    QVERIFY(stranger.send(QDBusMessage::createSignal(
        LoginStub::ownPath(), QStringLiteral("org.freedesktop.login1.Session"),
        QStringLiteral("Lock"))));
    QDBusMessage active = QDBusMessage::createSignal(QStringLiteral("/org/gnome/ScreenSaver"),
                                                     gnome(), QStringLiteral("ActiveChanged"));
    active << true;
    QVERIFY(stranger.send(active));
    QTest::qWait(quietMs);
    QCOMPARE(m_locked, 0);
}

void tst_BusSessionLock::screenSaver_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("path");
    QTest::newRow("gnome") << gnome() << QStringLiteral("/org/gnome/ScreenSaver");
    QTest::newRow("freedesktop") << freedesktop() << QStringLiteral("/org/freedesktop/ScreenSaver");
    QTest::newRow("freedesktop, old place") << freedesktop() << QStringLiteral("/ScreenSaver");
    QTest::newRow("cinnamon") << QStringLiteral("org.cinnamon.ScreenSaver")
                              << QStringLiteral("/org/cinnamon/ScreenSaver");
    QTest::newRow("mate") << QStringLiteral("org.mate.ScreenSaver")
                          << QStringLiteral("/org/mate/ScreenSaver");
    QTest::newRow("xfce") << QStringLiteral("org.xfce.ScreenSaver")
                          << QStringLiteral("/org/xfce/ScreenSaver");
}

void tst_BusSessionLock::screenSaver()
{
    QFETCH(QString, name);
    QFETCH(QString, path);
    ScreenSaverStub saver(*m_bus, name, path);
    QVERIFY(saver.start());
    listen();
    QTRY_VERIFY(saver.asked > 0);
    saver.say(true);
    QTRY_COMPARE(m_locked, 1);
    saver.say(true);
    saver.say(false);
    QTRY_COMPARE(m_unlocked, 1);
    QCOMPARE(m_locked, 1);
}

void tst_BusSessionLock::activeScreenSaverAtTheStart_isTold()
{
    QVERIFY(m_saver->start());
    m_saver->isActive = true;
    listen();
    QTRY_COMPARE(m_locked, 1);
}

void tst_BusSessionLock::severalThatSaySo_areOneChange()
{
    QVERIFY(m_logind->start());
    QVERIFY(m_saver->start());
    listen();
    QTRY_VERIFY(m_logind->hintReads() > 0 && m_saver->asked > 0);
    m_logind->say(QStringLiteral("Lock"));
    m_saver->say(true);
    m_logind->changeHint(true);
    QTRY_COMPARE(m_locked, 1);
    QTest::qWait(quietMs);
    m_saver->say(false);
    m_logind->changeHint(false);
    QTRY_COMPARE(m_unlocked, 1);
    QTest::qWait(quietMs);
    QCOMPARE(m_locked, 1);
    QCOMPARE(m_unlocked, 1);
}

void tst_BusSessionLock::wishWithoutAHint_endsWithTheScreenSaver()
{
    QVERIFY(m_logind->start());
    QVERIFY(m_saver->start());
    listen();
    QTRY_VERIFY(m_logind->hintReads() > 0 && m_saver->asked > 0);
    m_logind->say(QStringLiteral("Lock"));
    QTRY_COMPARE(m_locked, 1);
    m_saver->say(true);
    m_saver->say(false);
    QTRY_COMPARE(m_unlocked, 1);
}

void tst_BusSessionLock::oneOfTwoStillLocked_staysLocked()
{
    QVERIFY(m_logind->start());
    QVERIFY(m_saver->start());
    listen();
    QTRY_VERIFY(m_logind->hintReads() > 0 && m_saver->asked > 0);
    m_logind->changeHint(true);
    m_saver->say(true);
    QTRY_COMPARE(m_locked, 1);
    m_saver->say(false);
    QTest::qWait(quietMs);
    QCOMPARE(m_unlocked, 0);
    m_logind->changeHint(false);
    QTRY_COMPARE(m_unlocked, 1);
}

void tst_BusSessionLock::silentLogind_isAskedAgain()
{
    m_logind->manner = LoginStub::Manner::Silent;
    QVERIFY(m_logind->start());
    listen();
    QTRY_VERIFY(!m_logind->askedPids.empty());
    m_logind->manner = LoginStub::Manner::KnowsProcess;
    QTRY_VERIFY(m_logind->hintReads() > 0);
    QVERIFY(m_logind->askedPids.size() >= 2);
    m_logind->say(QStringLiteral("Lock"));
    QTRY_COMPARE(m_locked, 1);
}

void tst_BusSessionLock::silentScreenSaver_isStillHeard()
{
    m_saver->isSilent = true;
    QVERIFY(m_saver->start());
    listen();
    QTRY_VERIFY(m_saver->asked > 0);
    m_saver->say(true);
    QTRY_COMPARE(m_locked, 1);
}

void tst_BusSessionLock::lateServices_areHeard()
{
    listen();
    QTest::qWait(quietMs);
    m_logind->setHint(true);
    QVERIFY(m_logind->start());
    QTRY_COMPARE(m_locked, 1);
    m_logind->changeHint(false);
    QTRY_COMPARE(m_unlocked, 1);
    m_saver->isActive = true;
    QVERIFY(m_saver->start());
    QTRY_COMPARE(m_locked, 2);
    m_saver->say(false);
    QTRY_COMPARE(m_unlocked, 2);
}

void tst_BusSessionLock::restartedLogind_isHeardAgain()
{
    QVERIFY(m_logind->start());
    listen();
    QTRY_COMPARE(m_logind->hintReads(), 1);
    m_logind->stop();
    QVERIFY(m_logind->start());
    QTRY_COMPARE(m_logind->askedPids.size(), std::size_t(2));
    QTRY_COMPARE(m_logind->hintReads(), 2);
    m_logind->say(QStringLiteral("Lock"));
    QTRY_COMPARE(m_locked, 1);
}

void tst_BusSessionLock::goneScreenSaver_opensNothing()
{
    QVERIFY(m_saver->start());
    listen();
    QTRY_VERIFY(m_saver->asked > 0);
    m_saver->say(true);
    QTRY_COMPARE(m_locked, 1);
    m_saver->stop();
    QTest::qWait(quietMs);
    QCOMPARE(m_unlocked, 0);
    // Its place is taken by another one, which locks once more.
    m_saver->isActive = false;
    QVERIFY(m_saver->start());
    QTRY_VERIFY(m_saver->asked > 1);
    m_saver->say(true);
    QTRY_COMPARE(m_locked, 2);
    m_saver->say(false);
    QTRY_COMPARE(m_unlocked, 1);
}

void tst_BusSessionLock::nobody_isQuiet()
{
    listen();
    QTest::qWait(quietMs);
    QCOMPARE(m_locked, 0);
    QCOMPARE(m_unlocked, 0);
}

void tst_BusSessionLock::withoutABus_isQuiet()
{
    const QDBusConnection nowhere = QDBusConnection::connectToBus(
        QStringLiteral("unix:path=/nonexistent/bus"), QStringLiteral("nowhere"));
    QVERIFY(!nowhere.isConnected());
    BusSessionLock lock(nowhere, nowhere);
    QSignalSpy locked(&lock, &SessionLock::locked);
    QVERIFY(!locked.wait(quietMs));
}

QTEST_GUILESS_MAIN(tst_BusSessionLock)
#include "tst_bussessionlock.moc"
