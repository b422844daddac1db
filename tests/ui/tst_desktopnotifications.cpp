// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/noticetext.h"
#include "hostiletexts.h"
#include "tests/fakes/notificationstub.h"
#include "tests/fakes/recordingsink.h"
#include "ui/tray/desktopnotifications.h"

#include <QDBusMessage>
#include <QDBusServiceWatcher>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;

namespace {

const QStringList fullServer = {QStringLiteral("actions"), QStringLiteral("body"),
                                QStringLiteral("body-markup"), QStringLiteral("persistence")};

Notice notice(const QString &alias = QStringLiteral("acme-prod"), int number = 1)
{
    Notice made;
    made.id = NoticeId(QStringLiteral("waits/%1").arg(alias));
    made.profileAliases = {alias};
    made.waits = 2;
    made.waitKind = WaitKind::Approval;
    made.ids = {{{ProfileId(alias), RegionId(QStringLiteral("cn-hangzhou"))},
                 ExecutionId(QStringLiteral("exec-%1").arg(number)),
                 TaskExecutionId(QStringLiteral("t-1"))}};
    return made;
}

QString readAsMarkup(QString text)
{
    text.replace(QStringLiteral("&lt;"), QStringLiteral("<"));
    text.replace(QStringLiteral("&gt;"), QStringLiteral(">"));
    text.replace(QStringLiteral("&amp;"), QStringLiteral("&"));
    return text;
}

} // namespace

class TestDesktopNotifications : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void notice_goesOutInTheSimplestForm();
    void sound_onlyWhereTheNoticeHasOne();
    void abilities_areAskedOnce();
    void abilities_decideTheForm_data();
    void abilities_decideTheForm();
    void hostileTexts_arriveAsText_data();
    void hostileTexts_arriveAsText();
    void sameId_replaces();
    void sameId_beforeTheAnswer_replacesAfterwards();
    void withdraw_closes();
    void withdraw_beforeTheAnswer_closesAfterwards();
    void withdraw_beforeSending_sendsNothing();
    void closedByThePerson_isNotReplaced();
    void click_opensTheNotice();
    void click_ofOtherKeyIdOrSender_opensNothing();
    void click_passesTheTokenOnOnce();
    void noServer_fallsBack();
    void noBus_fallsBack();
    void serverRefuses_fallsBack();
    void serverNeverAnswers_fallsBackInTime();
    void serverKeepsNotices_fallsBackInTime();
    void serverDies_fallsBack_comesBack_isAskedAgain();
    void serverDies_whileSending_fallsBack();
    void fallbackOpened_isPassedOn();

private:
    void useLimit(std::chrono::milliseconds limit);
    void useServer(const QStringList &capabilities);
    //! Shows a notice and waits until the server has it.
    const NotificationStub::Call &shown(const Notice &toShow);

    std::unique_ptr<PrivateBus> m_bus;
    std::optional<QDBusConnection> m_connection; //!< of the one under test
    std::unique_ptr<NotificationStub> m_server;
    std::unique_ptr<RecordingSink> m_fallback;
    std::unique_ptr<DesktopNotifications> m_desktop;
    std::unique_ptr<QSignalSpy> m_opened;
};

void TestDesktopNotifications::init()
{
    m_bus = std::make_unique<PrivateBus>();
    QVERIFY(m_bus->start());
    m_server = std::make_unique<NotificationStub>(*m_bus);
    m_fallback = std::make_unique<RecordingSink>();
    m_connection = m_bus->connect();
    useLimit(60s);
}

void TestDesktopNotifications::useLimit(std::chrono::milliseconds limit)
{
    m_desktop = std::make_unique<DesktopNotifications>(*m_connection, *m_fallback, limit);
    m_opened = std::make_unique<QSignalSpy>(m_desktop.get(), &NotificationSink::opened);
    QVERIFY(m_opened->isValid());
}

void TestDesktopNotifications::cleanup()
{
    m_opened.reset();
    m_desktop.reset();
    m_server.reset();
    m_connection.reset();
    m_bus.reset();
}

void TestDesktopNotifications::useServer(const QStringList &capabilities)
{
    QDBusServiceWatcher watcher(QStringLiteral("org.freedesktop.Notifications"), *m_connection);
    const QSignalSpy registered(&watcher, &QDBusServiceWatcher::serviceRegistered);
    QVERIFY(m_server->start(capabilities));
    QTRY_VERIFY(!registered.isEmpty()); // and so has the one under test, which came first
}

const NotificationStub::Call &TestDesktopNotifications::shown(const Notice &toShow)
{
    const std::size_t before = m_server->calls.size();
    m_desktop->show(toShow);
    if (!QTest::qWaitFor([&] { return m_server->calls.size() > before; }))
        qFatal("the notice did not arrive");
    return m_server->calls.back();
}

void TestDesktopNotifications::notice_goesOutInTheSimplestForm()
{
    useServer(fullServer);
    const NotificationStub::Call &call = shown(notice());
    QCOMPARE(call.application, QStringLiteral("Countersign"));
    QCOMPARE(call.icon, QStringLiteral("io.github.countersign.Countersign"));
    QCOMPARE(call.replaces, 0U);
    QCOMPARE(call.title, noticeText(notice()).title);
    QCOMPARE(call.body, QStringLiteral("acme-prod · Approval"));
    QCOMPARE(call.timeout, -1);
    QCOMPARE(call.actions, (QStringList{QStringLiteral("default"), QStringLiteral("Open")}));
    QCOMPARE(call.hints.keys(),
             (QStringList{QStringLiteral("category"), QStringLiteral("desktop-entry"),
                          QStringLiteral("suppress-sound"), QStringLiteral("urgency")}));
    QCOMPARE(call.hints.value(QStringLiteral("desktop-entry")).toString(),
             QStringLiteral("io.github.countersign.Countersign"));
    const QVariant urgency = call.hints.value(QStringLiteral("urgency"));
    QCOMPARE(urgency.typeId(), int(QMetaType::UChar));
    QCOMPARE(urgency.toInt(), 1);
    QVERIFY(call.hints.value(QStringLiteral("suppress-sound")).toBool());
    QVERIFY(m_fallback->shown.empty());
}

void TestDesktopNotifications::sound_onlyWhereTheNoticeHasOne()
{
    useServer(fullServer);
    Notice loud = notice();
    loud.hasSound = true;
    const NotificationStub::Call &call = shown(loud);
    QVERIFY(!call.hints.contains(QStringLiteral("suppress-sound")));
    QCOMPARE(call.hints.value(QStringLiteral("sound-name")).toString(),
             QStringLiteral("message-new-instant"));
    QVERIFY(!call.hints.contains(QStringLiteral("sound-file")));
}

void TestDesktopNotifications::abilities_areAskedOnce()
{
    useServer(fullServer);
    m_desktop->show(notice());
    m_desktop->show(notice(QStringLiteral("acme-dev")));
    QTRY_COMPARE(m_server->calls.size(), std::size_t(2));
    shown(notice(QStringLiteral("acme-test")));
    QCOMPARE(m_server->asked, 1);
}

void TestDesktopNotifications::abilities_decideTheForm_data()
{
    QTest::addColumn<QStringList>("capabilities");
    QTest::addColumn<QString>("body");
    QTest::addColumn<bool>("hasActions");
    const QString plain = QStringLiteral("a & <b> · Approval");
    const QString escaped = QStringLiteral("a &amp; &lt;b&gt; · Approval");
    QTest::newRow("all") << fullServer << escaped << true;
    QTest::newRow("plain") << QStringList{QStringLiteral("body"), QStringLiteral("actions")}
                           << plain << true;
    QTest::newRow("no actions") << QStringList{QStringLiteral("body"),
                                               QStringLiteral("body-markup")}
                                << escaped << false;
    QTest::newRow("title only") << QStringList{QStringLiteral("actions")} << QString() << true;
    QTest::newRow("nothing") << QStringList() << QString() << false;
    QTest::newRow("hostile words") << QStringList{QStringLiteral("BODY"), QStringLiteral("<body>"),
                                                  QString(100'000, QLatin1Char('x'))}
                                   << QString() << false;
}

void TestDesktopNotifications::abilities_decideTheForm()
{
    QFETCH(QStringList, capabilities);
    QFETCH(QString, body);
    QFETCH(bool, hasActions);
    useServer(capabilities);
    const NotificationStub::Call &call = shown(notice(QStringLiteral("a & <b>")));
    QCOMPARE(call.body, body);
    QCOMPARE(!call.actions.isEmpty(), hasActions);
}

void TestDesktopNotifications::hostileTexts_arriveAsText_data()
{
    QTest::addColumn<QString>("text");
    int number = 0;
    for (const QString &text : hostileTexts())
        QTest::addRow("%d", ++number) << text;
}

void TestDesktopNotifications::hostileTexts_arriveAsText()
{
    QFETCH(QString, text);
    Notice hostile = notice(text);
    hostile.headings = {text};
    hostile.failedTasks = {text};
    useServer(fullServer);
    const NotificationStub::Call call = shown(hostile);
    QVERIFY(!call.body.contains(QLatin1Char('<')) && !call.body.contains(QLatin1Char('>')));
    QCOMPARE(readAsMarkup(call.body), noticeText(hostile).body);
    QCOMPARE(call.title, noticeText(notice()).title);
    for (const QVariant &hint : call.hints)
        QVERIFY(!hint.toString().contains(text));
    m_server->stop();
    useServer({QStringLiteral("body")});
    QCOMPARE(shown(hostile).body, noticeText(hostile).body);
}

void TestDesktopNotifications::sameId_replaces()
{
    useServer(fullServer);
    const uint first = shown(notice()).id;
    QCOMPARE(shown(notice(QStringLiteral("acme-prod"), 2)).replaces, first);
    QCOMPARE(shown(notice(QStringLiteral("acme-dev"))).replaces, 0U);
}

void TestDesktopNotifications::sameId_beforeTheAnswer_replacesAfterwards()
{
    useServer(fullServer);
    shown(notice(QStringLiteral("acme-dev")));
    m_server->manner = NotificationStub::Manner::Keeps;
    const uint first = shown(notice()).id;
    m_desktop->show(notice(QStringLiteral("acme-prod"), 2));
    m_desktop->show(notice(QStringLiteral("acme-prod"), 3));
    m_server->manner = NotificationStub::Manner::Answers;
    m_server->answerKept();
    QTRY_COMPARE(m_server->calls.size(), std::size_t(3));
    QCOMPARE(m_server->calls.back().replaces, first);
    Q_EMIT m_server->ActionInvoked(first, QStringLiteral("default"));
    QTRY_COMPARE(m_opened->count(), 1);
    QCOMPARE(m_opened->front().front().value<std::vector<WaitRowId>>(),
             notice(QStringLiteral("acme-prod"), 3).ids);
}

void TestDesktopNotifications::withdraw_closes()
{
    useServer(fullServer);
    const uint id = shown(notice()).id;
    shown(notice(QStringLiteral("acme-dev"))); // so that the first answer has come back
    m_desktop->withdraw(notice().id);
    QTRY_COMPARE(m_server->closed, std::vector{id});
    m_desktop->withdraw(notice().id);
    QCOMPARE(shown(notice()).replaces, 0U);
    QCOMPARE(m_server->closed.size(), std::size_t(1));
}

void TestDesktopNotifications::withdraw_beforeTheAnswer_closesAfterwards()
{
    useServer(fullServer);
    shown(notice(QStringLiteral("acme-dev")));
    m_server->manner = NotificationStub::Manner::Keeps;
    const uint id = shown(notice()).id;
    m_desktop->withdraw(notice().id);
    m_server->answerKept();
    QTRY_COMPARE(m_server->closed, std::vector{id});
    QVERIFY(m_fallback->shown.empty());
}

void TestDesktopNotifications::withdraw_beforeSending_sendsNothing()
{
    useServer(fullServer);
    m_desktop->show(notice());
    m_desktop->withdraw(notice().id);
    shown(notice(QStringLiteral("acme-dev")));
    QCOMPARE(m_server->calls.size(), std::size_t(1));
}

void TestDesktopNotifications::closedByThePerson_isNotReplaced()
{
    useServer(fullServer);
    const uint id = shown(notice()).id;
    const uint other = shown(notice(QStringLiteral("acme-dev"), 7)).id;
    Q_EMIT m_server->NotificationClosed(id, 2);
    Q_EMIT m_server->ActionInvoked(id, QStringLiteral("default"));
    Q_EMIT m_server->ActionInvoked(other, QStringLiteral("default"));
    QTRY_COMPARE(m_opened->count(), 1);
    QCOMPARE(m_opened->front().front().value<std::vector<WaitRowId>>(),
             notice(QStringLiteral("acme-dev"), 7).ids);
    QCOMPARE(shown(notice()).replaces, 0U);
}

void TestDesktopNotifications::click_opensTheNotice()
{
    useServer(fullServer);
    const uint id = shown(notice()).id;
    const uint other = shown(notice(QStringLiteral("acme-dev"), 7)).id;
    QVERIFY(id != other);
    Q_EMIT m_server->ActionInvoked(id, QStringLiteral("default"));
    QTRY_COMPARE(m_opened->count(), 1);
    QCOMPARE(m_opened->front().front().value<std::vector<WaitRowId>>(), notice().ids);
    QCOMPARE(m_opened->front().back().toString(), QString());
}

void TestDesktopNotifications::click_ofOtherKeyIdOrSender_opensNothing()
{
    useServer(fullServer);
    const uint id = shown(notice()).id;
    const uint other = shown(notice(QStringLiteral("acme-dev"), 7)).id;
    QDBusMessage forged = QDBusMessage::createSignal(
        QStringLiteral("/org/freedesktop/Notifications"),
        QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("ActionInvoked"));
    forged.setArguments({id, QStringLiteral("default")});
    QVERIFY(m_bus->connect().send(forged));
    Q_EMIT m_server->ActionInvoked(id, QStringLiteral("approve"));
    Q_EMIT m_server->ActionInvoked(0, QStringLiteral("default"));
    Q_EMIT m_server->ActionInvoked(4'711, QStringLiteral("default"));
    Q_EMIT m_server->ActionInvoked(other, QStringLiteral("default"));
    QTRY_COMPARE(m_opened->count(), 1);
    QCOMPARE(m_opened->front().front().value<std::vector<WaitRowId>>(),
             notice(QStringLiteral("acme-dev"), 7).ids);
}

void TestDesktopNotifications::click_passesTheTokenOnOnce()
{
    useServer(fullServer);
    const uint id = shown(notice()).id;
    shown(notice(QStringLiteral("acme-dev")));
    Q_EMIT m_server->ActivationToken(id, QStringLiteral("token-1"));
    Q_EMIT m_server->ActionInvoked(id, QStringLiteral("default"));
    Q_EMIT m_server->ActivationToken(id, QString(2'000, QLatin1Char('x')));
    Q_EMIT m_server->ActionInvoked(id, QStringLiteral("default"));
    QTRY_COMPARE(m_opened->count(), 2);
    QCOMPARE(m_opened->at(0).back().toString(), QStringLiteral("token-1"));
    QCOMPARE(m_opened->at(1).back().toString(), QString());
}

void TestDesktopNotifications::noServer_fallsBack()
{
    m_desktop->show(notice());
    m_desktop->show(notice(QStringLiteral("acme-dev")));
    QTRY_COMPARE(m_fallback->shown.size(), std::size_t(2));
    m_desktop->withdraw(notice().id);
    QCOMPARE(m_fallback->withdrawn, std::vector{notice().id});
}

void TestDesktopNotifications::noBus_fallsBack()
{
    DesktopNotifications desktop(QDBusConnection(QStringLiteral("there is none")), *m_fallback);
    desktop.show(notice());
    QTRY_COMPARE(m_fallback->shown.size(), std::size_t(1));
}

void TestDesktopNotifications::serverRefuses_fallsBack()
{
    useServer(fullServer);
    shown(notice(QStringLiteral("acme-dev")));
    m_server->manner = NotificationStub::Manner::Refuses;
    m_desktop->show(notice());
    QTRY_COMPARE(m_fallback->shown.size(), std::size_t(1));
    QCOMPARE(m_fallback->shown.front().id, notice().id);
    m_desktop->show(notice());
    QTRY_COMPARE(m_fallback->shown.size(), std::size_t(2));
    QCOMPARE(m_server->asked, 2);
}

void TestDesktopNotifications::serverNeverAnswers_fallsBackInTime()
{
    useLimit(1'500ms);
    useServer(fullServer);
    m_server->manner = NotificationStub::Manner::Keeps;
    QElapsedTimer elapsed;
    elapsed.start();
    m_desktop->show(notice());
    m_desktop->withdraw(NoticeId(QStringLiteral("another")));
    QVERIFY(elapsed.elapsed() < 1'000); // less than the limit: nothing was waited for
    QTRY_COMPARE(m_fallback->shown.size(), std::size_t(1));
    QVERIFY(elapsed.elapsed() >= 1'400);
    QCOMPARE(m_server->asked, 1);
    QVERIFY(m_server->calls.empty());
}

void TestDesktopNotifications::serverKeepsNotices_fallsBackInTime()
{
    useLimit(1'500ms);
    useServer(fullServer);
    shown(notice(QStringLiteral("acme-dev")));
    m_server->manner = NotificationStub::Manner::Keeps;
    m_desktop->show(notice());
    m_desktop->show(notice(QStringLiteral("acme-prod"), 2));
    QTRY_COMPARE(m_fallback->shown.size(), std::size_t(1));
    QCOMPARE(m_fallback->shown.front().ids, notice(QStringLiteral("acme-prod"), 2).ids);
}

void TestDesktopNotifications::serverDies_fallsBack_comesBack_isAskedAgain()
{
    useServer(fullServer);
    QVERIFY(!shown(notice()).actions.isEmpty());
    shown(notice(QStringLiteral("acme-dev")));
    m_server->stop();
    m_desktop->show(notice());
    QTRY_COMPARE(m_fallback->shown.size(), std::size_t(1));
    QCOMPARE(m_server->asked, 1);
    useServer({QStringLiteral("body")});
    const NotificationStub::Call &call = shown(notice());
    QCOMPARE(m_server->asked, 2);
    QCOMPARE(call.replaces, 0U);
    QVERIFY(call.actions.isEmpty());
    QCOMPARE(m_fallback->shown.size(), std::size_t(1));
}

void TestDesktopNotifications::serverDies_whileSending_fallsBack()
{
    useServer(fullServer);
    shown(notice(QStringLiteral("acme-dev")));
    m_server->manner = NotificationStub::Manner::Keeps;
    shown(notice());
    m_server->stop();
    QTRY_COMPARE(m_fallback->shown.size(), std::size_t(1));
    QCOMPARE(m_fallback->shown.front().id, notice().id);
}

void TestDesktopNotifications::fallbackOpened_isPassedOn()
{
    Q_EMIT m_fallback->opened(notice().ids, {});
    QCOMPARE(m_opened->count(), 1);
}

QTEST_MAIN(TestDesktopNotifications)
#include "tst_desktopnotifications.moc"
