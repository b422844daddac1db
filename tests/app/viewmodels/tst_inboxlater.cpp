// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "person.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;

//! Waits that a person puts off, fed by the watch on the real sandbox.
class tst_InboxLater : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void putOff_untilATime_comesBackByItself();
    void putOff_untilItChanges_comesBackThen();
    void putOff_survivesRestart();
    void putOff_dueWhileClosed_comesBackAtStart();
    void putOff_takenBack_isNoReturn();

private:
    void startPerson();
    //! Ends the program of the person and starts it again.
    void restart();
    WaitRowId listed(const ExecutionId &id);

    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Person> m_person;
};

void tst_InboxLater::init()
{
    m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
    m_sandbox->addTemplate(QStringLiteral("any-two"), testtemplates::approval(2));
    QVERIFY2(m_sandbox->start({QStringLiteral("--scenario"), QStringLiteral("empty")}),
             qPrintable(m_sandbox->problem()));
    m_folder = std::make_unique<QTemporaryDir>();
    startPerson();
    m_person->watch.start();
}

void tst_InboxLater::cleanup()
{
    m_person.reset();
    m_sandbox.reset();
}

void tst_InboxLater::startPerson()
{
    m_person = std::make_unique<Person>(m_sandbox->announcement(), 0, m_folder->path());
}

void tst_InboxLater::restart()
{
    m_person.reset();
    startPerson();
    m_person->watch.start();
}

WaitRowId tst_InboxLater::listed(const ExecutionId &id)
{
    m_person->watch.refresh();
    if (!QTest::qWaitFor([&] { return m_person->row(id).has_value(); }, 10'000))
        qWarning("%s is not listed", qPrintable(id.text()));
    return m_person->row(id).value_or(WaitRow()).id;
}

void tst_InboxLater::putOff_untilATime_comesBackByItself()
{
    InboxViewModel &inbox = m_person->inbox;
    const WaitRowId id = listed(m_person->startWaiting(QStringLiteral("any-two")));
    const QSignalSpy back(&inbox, &InboxViewModel::cameBack);
    const QStringList sent = changingActions(*m_sandbox);
    QCOMPARE(inbox.putOffText(id), QString());
    inbox.putOff(id, m_person->clock.now().addMSecs(700));
    QVERIFY(inbox.isPutOff(id));
    QCOMPARE(inbox.groupCount(WaitGroup::Later), 1);
    QCOMPARE(inbox.groupCount(WaitGroup::NeedsYou), 0);
    QCOMPARE(inbox.waitCount(), 1);
    QVERIFY(inbox.putOffText(id).startsWith(QStringLiteral("Put off until ")));
    QVERIFY(inbox.putOffText(id).endsWith(QStringLiteral("Nothing was sent.")));
    QTRY_COMPARE(back.count(), 1);
    QVERIFY(back[0][0].value<WaitRowId>() == id);
    QVERIFY(!inbox.isPutOff(id));
    QCOMPARE(inbox.groupCount(WaitGroup::NeedsYou), 1);
    inbox.refresh();
    QTRY_VERIFY(!inbox.isReading());
    QCOMPARE(back.count(), 1);
    QCOMPARE(changingActions(*m_sandbox), sent);
}

void tst_InboxLater::putOff_untilItChanges_comesBackThen()
{
    InboxViewModel &inbox = m_person->inbox;
    const ExecutionId run = m_person->startWaiting(QStringLiteral("any-two"));
    const WaitRowId id = listed(run);
    const QSignalSpy back(&inbox, &InboxViewModel::cameBack);
    inbox.putOff(id, {});
    QCOMPARE(inbox.putOffText(id), QStringLiteral("Put off until it changes. Nothing was sent."));
    // Reading it again, and learning what it asks for, is no change.
    QTRY_COMPARE(m_person->row(run)->requiredApprovals, qint64(2));
    const QDateTime readAt = inbox.lastGoodRead();
    inbox.refresh();
    QTRY_VERIFY(inbox.lastGoodRead() > readAt);
    QVERIFY(inbox.isPutOff(id));
    // The service tells times in whole seconds.
    const QDateTime touched = m_person->row(run)->runUpdated;
    QTRY_VERIFY(m_person->clock.now() >= touched.addSecs(1));
    const QTemporaryDir annasFolder;
    Person anna(m_sandbox->announcement(), 1, annasFolder.path());
    QVERIFY(anna.approveElsewhere(run, QStringLiteral("one of two")));
    inbox.refresh();
    QTRY_COMPARE(back.count(), 1);
    QCOMPARE(m_person->row(run)->group, WaitGroup::NeedsYou);
}

void tst_InboxLater::putOff_survivesRestart()
{
    const ExecutionId byTime = m_person->startWaiting(QStringLiteral("any-two"));
    const ExecutionId byChange = m_person->startWaiting(QStringLiteral("any-two"));
    const QDateTime until = m_person->clock.now().addDays(1);
    m_person->inbox.putOff(listed(byTime), until);
    m_person->inbox.putOff(listed(byChange), {});
    restart();
    const QSignalSpy back(&m_person->inbox, &InboxViewModel::cameBack);
    QTRY_COMPARE_WITH_TIMEOUT(m_person->inbox.groupCount(WaitGroup::Later), 2, 10'000);
    QTRY_VERIFY(m_person->watch.isAllRead());
    QCOMPARE(m_person->inbox.groupCount(WaitGroup::NeedsYou), 0);
    QCOMPARE(back.count(), 0);
    m_person->inbox.takeBack(m_person->row(byTime)->id);
    QCOMPARE(m_person->inbox.groupCount(WaitGroup::NeedsYou), 1);
}

void tst_InboxLater::putOff_dueWhileClosed_comesBackAtStart()
{
    const ExecutionId run = m_person->startWaiting(QStringLiteral("any-two"));
    const QDateTime until = m_person->clock.now().addMSecs(300);
    m_person->inbox.putOff(listed(run), until);
    m_person.reset();
    const SystemClock clock;
    QTRY_VERIFY(clock.now() > until);
    startPerson();
    const QSignalSpy back(&m_person->inbox, &InboxViewModel::cameBack);
    m_person->watch.start();
    QTRY_COMPARE_WITH_TIMEOUT(back.count(), 1, 10'000);
    QCOMPARE(m_person->row(run)->group, WaitGroup::NeedsYou);
}

void tst_InboxLater::putOff_takenBack_isNoReturn()
{
    const WaitRowId id = listed(m_person->startWaiting(QStringLiteral("any-two")));
    const QSignalSpy back(&m_person->inbox, &InboxViewModel::cameBack);
    m_person->inbox.putOff(id, m_person->clock.now().addDays(1));
    m_person->inbox.takeBack(id);
    QVERIFY(!m_person->inbox.isPutOff(id));
    QCOMPARE(m_person->inbox.groupCount(WaitGroup::NeedsYou), 1);
    QCOMPARE(back.count(), 0);
}

QTEST_GUILESS_MAIN(tst_InboxLater)
#include "tst_inboxlater.moc"
