// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/watchsummary.h"

#include <QTest>

using namespace countersign;
using State = WatchSummary::State;

//! Whether anything is watched, from what is known of each place.
class tst_WatchSummary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nowhere_isNothingToSay();
    void onePlaceThatIsRead_isEnough();
    void noPlace_sinceTheLastReadingOfAny();
    void noKeys_isTold();

private:
    const QDateTime m_nine{QDate(2026, 11, 27), QTime(9, 0), Qt::UTC};
};

void tst_WatchSummary::nowhere_isNothingToSay()
{
    QCOMPARE(summaryOf({}), WatchSummary());
}

void tst_WatchSummary::onePlaceThatIsRead_isEnough()
{
    PlaceState stopped;
    stopped.isStopped = true;
    stopped.lastGoodRead = m_nine;
    QCOMPARE(summaryOf({stopped, PlaceState()}), WatchSummary());
}

void tst_WatchSummary::noPlace_sinceTheLastReadingOfAny()
{
    PlaceState stopped;
    stopped.isStopped = true;
    PlaceState failing;
    failing.error.emplace();
    failing.lastGoodRead = m_nine;
    PlaceState locked;
    locked.isLocked = true;
    locked.lastGoodRead = m_nine.addSecs(60);
    QCOMPARE(summaryOf({stopped}), (WatchSummary{State::Unread, {}}));
    QCOMPARE(summaryOf({stopped, locked, failing}),
             (WatchSummary{State::Unread, m_nine.addSecs(60)}));
}

void tst_WatchSummary::noKeys_isTold()
{
    PlaceState locked;
    locked.isLocked = true;
    locked.lastGoodRead = m_nine;
    QCOMPARE(summaryOf({locked, locked}), (WatchSummary{State::NoKeys, m_nine}));
}

QTEST_GUILESS_MAIN(tst_WatchSummary)
#include "tst_watchsummary.moc"
