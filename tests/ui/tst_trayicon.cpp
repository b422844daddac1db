// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/notificationstub.h"
#include "tests/fakes/traywatcherstub.h"
#include "ui/tray/trayicon.h"
#include "ui/tray/traymessages.h"

#include <QAction>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QMenu>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;

namespace {

//! An X server without a screen of its own and, on it, the program with the tray icon.
class TrayDesktop
{
public:
    explicit TrayDesktop(const PrivateBus &bus)
        : m_bus(bus)
    {
    }
    ~TrayDesktop()
    {
        m_program.closeWriteChannel();
        if (m_program.state() != QProcess::NotRunning && !m_program.waitForFinished(10'000))
            m_program.kill();
        m_display.terminate();
        m_display.waitForFinished(10'000);
    }
    Q_DISABLE_COPY_MOVE(TrayDesktop)

    bool start()
    {
        m_display.setStandardErrorFile(QProcess::nullDevice());
        m_display.start(QStringLiteral("Xvfb"), {QStringLiteral("-displayfd"), QStringLiteral("1"),
                                                 QStringLiteral("-nolisten"), QStringLiteral("tcp"),
                                                 QStringLiteral("-noreset")});
        while (!m_display.canReadLine() && m_display.waitForReadyRead(20'000)) {
        }
        const QString number = QString::fromUtf8(m_display.readLine()).trimmed();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("DISPLAY"), QString(QLatin1Char(':') + number));
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
        environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), m_bus.address());
        m_program.setProcessEnvironment(environment);
        m_program.start(QCoreApplication::applicationDirPath() +
                        QStringLiteral("/countersign_tray_program"));
        return !number.isEmpty() && m_program.waitForStarted();
    }

    //! The next line that the program writes; empty when none comes.
    QString nextLine()
    {
        const bool hasCome = QTest::qWaitFor([this] { return m_program.canReadLine(); }, 20'000);
        return hasCome ? QString::fromUtf8(m_program.readLine()).trimmed() : QString();
    }

private:
    const PrivateBus &m_bus;
    QProcess m_display;
    QProcess m_program;
};

QDBusMessage itemCall(const QString &service, const QString &interface, const QString &method)
{
    return QDBusMessage::createMethodCall(service, QStringLiteral("/StatusNotifierItem"), interface,
                                          method);
}

} // namespace

class TestTrayIcon : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void toolTip_countsAndNamesNobody_data();
    void toolTip_countsAndNamesNobody();
    void menu_holdsWhatItWasGiven();
    void offscreen_isNotReachable();
    void noBus_isNotReachable();
    void messages_openOnlyWhileShown();
    void panel_comesLate_dies_comesBack();

private:
    SystemClock m_clock;
};

void TestTrayIcon::toolTip_countsAndNamesNobody_data()
{
    QTest::addColumn<TrayStatus>("status");
    QTest::addColumn<QString>("toolTip");
    const QDateTime halfPastTen = QDateTime(QDate::currentDate(), {10, 32}).toUTC();
    QTest::newRow("three") << TrayStatus{TrayState::Watching, 3, {}}
                           << QStringLiteral("Countersign: 3 need(s) you");
    QTest::newRow("none") << TrayStatus{TrayState::Watching, 0, {}}
                          << QStringLiteral("Countersign: nothing needs you");
    QTest::newRow("since") << TrayStatus{TrayState::NothingWatched, 3, halfPastTen}
                           << QStringLiteral("Countersign: nothing watched since 10:32");
    QTest::newRow("never") << TrayStatus{TrayState::NothingWatched, 0, {}}
                           << QStringLiteral("Countersign: nothing is watched");
    QTest::newRow("locked since") << TrayStatus{TrayState::Locked, 3, halfPastTen}
                                  << QStringLiteral(
                                         "Countersign: locked, nothing watched since 10:32");
    QTest::newRow("program locked") << TrayStatus{TrayState::Watching, 3, {}, true}
                                    << QStringLiteral("Countersign is locked: 3 need(s) you");
    QTest::newRow("program locked, none")
        << TrayStatus{TrayState::Watching, 0, {}, true}
        << QStringLiteral("Countersign is locked: nothing needs you");
    QTest::newRow("locked") << TrayStatus{TrayState::Locked, 3, {}}
                            << QStringLiteral("Countersign: locked");
}

void TestTrayIcon::toolTip_countsAndNamesNobody()
{
    QFETCH(TrayStatus, status);
    QFETCH(QString, toolTip);
    TrayIcon tray(QDBusConnection(QStringLiteral("none")), m_clock, {});
    tray.setStatus(status);
    QCOMPARE(tray.toolTip(), toolTip);
}

void TestTrayIcon::menu_holdsWhatItWasGiven()
{
    QAction show(QStringLiteral("Show"));
    QAction quit(QStringLiteral("Quit"));
    const TrayIcon tray(QDBusConnection(QStringLiteral("none")), m_clock, {&show, nullptr, &quit});
    QStringList texts;
    for (const QAction *action : tray.menu().actions())
        texts.append(action->isSeparator() ? QStringLiteral("-") : action->text());
    QCOMPARE(texts,
             (QStringList{QStringLiteral("Show"), QStringLiteral("-"), QStringLiteral("Quit")}));
}

void TestTrayIcon::offscreen_isNotReachable()
{
    PrivateBus bus;
    QVERIFY(bus.start());
    TrayWatcherStub panel(bus);
    QVERIFY(panel.start());
    TrayIcon tray(bus.connect(), m_clock, {}, {.lookEvery = 20ms, .patience = 0ms});
    const QSignalSpy changed(&tray, &TrayIcon::reachableChanged);
    QVERIFY(!tray.isReachable());
    QTRY_VERIFY(panel.asked >= 5);
    QVERIFY(!tray.isReachable());
    QCOMPARE(changed.count(), 0);
    QVERIFY(panel.registered.isEmpty());
}

void TestTrayIcon::noBus_isNotReachable()
{
    const TrayIcon tray(QDBusConnection(QStringLiteral("none")), m_clock, {});
    QVERIFY(!tray.isReachable());
}

void TestTrayIcon::messages_openOnlyWhileShown()
{
    TrayIcon tray(QDBusConnection(QStringLiteral("none")), m_clock, {});
    TrayMessages messages(tray);
    const QSignalSpy opened(&messages, &NotificationSink::opened);
    Q_EMIT tray.messageClicked();
    QCOMPARE(opened.count(), 0);
    Notice notice;
    notice.id = NoticeId(QStringLiteral("digest"));
    notice.profileAliases = {QStringLiteral("acme-prod")};
    notice.waits = 1;
    notice.ids.resize(1);
    messages.show(notice);
    Q_EMIT tray.messageClicked();
    Q_EMIT tray.messageClicked(); // a click on the notice of another program
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.front().front().value<std::vector<WaitRowId>>(), notice.ids);
    messages.show(notice);
    messages.withdraw(notice.id);
    Q_EMIT tray.messageClicked();
    QCOMPARE(opened.count(), 1);
}

void TestTrayIcon::panel_comesLate_dies_comesBack()
{
    PrivateBus bus;
    QVERIFY(bus.start());
    TrayDesktop desktop(bus);
    QVERIFY(desktop.start());
    QCOMPARE(desktop.nextLine(), QStringLiteral("unreachable"));

    TrayWatcherStub panel(bus);
    panel.showsIcons = false;
    QVERIFY(panel.start());
    QTRY_VERIFY(panel.asked >= 3);
    panel.showsIcons = true;
    QCOMPARE(desktop.nextLine(), QStringLiteral("reachable"));
    QTRY_COMPARE(panel.registered.size(), 1);
    const QString item = panel.registered.front();
    QDBusConnection client = bus.connect();

    QDBusMessage tip =
        itemCall(item, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
    tip.setArguments({QStringLiteral("org.kde.StatusNotifierItem"), QStringLiteral("Status")});
    const QDBusPendingReply<QDBusVariant> status = client.asyncCall(tip);
    QTRY_VERIFY(status.isFinished());
    QCOMPARE(status.value().variant().toString(), QStringLiteral("Active"));

    QDBusMessage click =
        itemCall(item, QStringLiteral("org.kde.StatusNotifierItem"), QStringLiteral("Activate"));
    click.setArguments({0, 0});
    client.asyncCall(click);
    QCOMPARE(desktop.nextLine(), QStringLiteral("activated"));

    panel.stop();
    QCOMPARE(desktop.nextLine(), QStringLiteral("unreachable"));
    QVERIFY(panel.start());
    QCOMPARE(desktop.nextLine(), QStringLiteral("reachable"));
    QTRY_COMPARE(panel.registered.size(), 2);
}

QTEST_MAIN(TestTrayIcon)
#include "tst_trayicon.moc"
