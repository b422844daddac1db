// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/profilestops.h"

#include <QTest>

using namespace countersign;

namespace {

const ProfileId first{QStringLiteral("first")};
const ProfileId second{QStringLiteral("second")};

Error errorOf(Error::Kind kind, const QString &code = {})
{
    Error error;
    error.kind = kind;
    error.code = code;
    return error;
}

} // namespace

class tst_ProfileStops : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void untried_onlyOneReadingLeaves();
    void refusedKey_stopsAtAnyTime();
    void missingRight_stopsUnlessAnotherRegionIsRead();
    void otherFailures_doNotStop();
    void sameCause_isToldOnce();
    void lateGoodReading_doesNotStart();
    void resumed_isTriedWithOneReading();
};

void tst_ProfileStops::untried_onlyOneReadingLeaves()
{
    ProfileStops stops;
    QVERIFY(stops.mayStart(first, 0));
    QVERIFY(!stops.mayStart(first, 1));
    stops.onGood(first);
    QVERIFY(stops.mayStart(first, 9));
    QVERIFY(!stops.mayStart(second, 1));
}

void tst_ProfileStops::refusedKey_stopsAtAnyTime()
{
    ProfileStops stops;
    const Error refused = errorOf(Error::Kind::BadCredentials);
    QVERIFY(stops.isStoppedBy(first, refused, false));
    stops.onGood(first);
    QVERIFY(stops.isStoppedBy(first, refused, true));
    stops.stop(first, refused);
    QVERIFY(!stops.mayStart(first, 0));
    QVERIFY(stops.mayStart(second, 0));
    QCOMPARE(stops.stopped(first)->kind, Error::Kind::BadCredentials);
    QVERIFY(!stops.stopped(second));
    // A refusal that was under way beside the first one says nothing new.
    QVERIFY(!stops.isStoppedBy(first, refused, true));
}

// Rights may be given for some regions only.
void tst_ProfileStops::missingRight_stopsUnlessAnotherRegionIsRead()
{
    ProfileStops stops;
    const Error forbidden = errorOf(Error::Kind::Forbidden);
    QVERIFY(stops.isStoppedBy(first, forbidden, false));
    stops.onGood(first);
    QVERIFY(!stops.isStoppedBy(first, forbidden, false));
    QVERIFY(stops.isStoppedBy(first, forbidden, true));
}

void tst_ProfileStops::otherFailures_doNotStop()
{
    ProfileStops stops;
    for (const Error::Kind kind :
         {Error::Kind::Offline, Error::Kind::TimedOut, Error::Kind::Throttled, Error::Kind::Refused,
          Error::Kind::NotFound, Error::Kind::WrongClock, Error::Kind::ServerFault,
          Error::Kind::BadReply, Error::Kind::Cancelled})
        QVERIFY(!stops.isStoppedBy(first, errorOf(kind), false));
}

void tst_ProfileStops::sameCause_isToldOnce()
{
    ProfileStops stops;
    QVERIFY(!stops.takeNews(first));
    const Error refused = errorOf(Error::Kind::BadCredentials, QStringLiteral("Inactive"));
    stops.stop(first, refused);
    QVERIFY(stops.takeNews(first));
    QVERIFY(!stops.takeNews(first));
    QVERIFY(stops.resume(first));
    stops.stop(first, refused);
    QVERIFY(!stops.takeNews(first));
    QVERIFY(stops.resume(first));
    stops.stop(first, errorOf(Error::Kind::Forbidden));
    QVERIFY(stops.takeNews(first));
    QVERIFY(stops.resume(first));
    stops.onGood(first);
    stops.stop(first, errorOf(Error::Kind::Forbidden));
    QVERIFY(stops.takeNews(first));
    stops.forget(first);
    stops.stop(first, errorOf(Error::Kind::Forbidden));
    QVERIFY(stops.takeNews(first));
}

void tst_ProfileStops::lateGoodReading_doesNotStart()
{
    ProfileStops stops;
    stops.stop(first, errorOf(Error::Kind::BadCredentials));
    stops.onGood(first);
    QVERIFY(stops.stopped(first));
    QVERIFY(!stops.mayStart(first, 0));
}

void tst_ProfileStops::resumed_isTriedWithOneReading()
{
    ProfileStops stops;
    QVERIFY(!stops.resume(first));
    stops.onGood(first);
    stops.stop(first, errorOf(Error::Kind::BadCredentials));
    QVERIFY(stops.resume(first));
    QVERIFY(stops.mayStart(first, 0));
    QVERIFY(!stops.mayStart(first, 1));
}

QTEST_GUILESS_MAIN(tst_ProfileStops)
#include "tst_profilestops.moc"
