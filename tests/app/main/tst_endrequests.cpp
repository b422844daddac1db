// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/endrequests.h"

#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

#include <csignal>
#include <memory>

using namespace countersign;

class tst_EndRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signal_asksFromTheEventLoop_data();
    void signal_asksFromTheEventLoop();
    void gone_leavesSignalsAsTheyWere();
};

namespace {

bool isDefault(int number)
{
    struct sigaction now
    {
    };
    return ::sigaction(number, nullptr, &now) == 0 && now.sa_handler == SIG_DFL;
}

} // namespace

void tst_EndRequests::signal_asksFromTheEventLoop_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGHUP") << SIGHUP;
}

void tst_EndRequests::signal_asksFromTheEventLoop()
{
    QFETCH(int, number);
    EndRequests requests([] { return true; });
    QSignalSpy wanted(&requests, &EndRequests::endWanted);
    QVERIFY(wanted.isValid());
    std::raise(number);
    QCOMPARE(wanted.count(), 0);
    QTRY_COMPARE(wanted.count(), 1);
    // Impatience is no other wish.
    std::raise(number);
    std::raise(number);
    QTRY_VERIFY(wanted.count() >= 2);
}

void tst_EndRequests::gone_leavesSignalsAsTheyWere()
{
    {
        const EndRequests requests([] { return false; });
        QVERIFY(!isDefault(SIGTERM));
    }
    for (const int number : {SIGTERM, SIGINT, SIGHUP})
        QVERIFY(isDefault(number));
    // A second one takes over where the first has gone.
    EndRequests again([] { return false; });
    QSignalSpy wanted(&again, &EndRequests::endWanted);
    std::raise(SIGTERM);
    QTRY_COMPARE(wanted.count(), 1);
}

QTEST_MAIN(tst_EndRequests)
#include "tst_endrequests.moc"
