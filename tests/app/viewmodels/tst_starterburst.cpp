// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/starterburst.h"

#include <QTest>

using namespace countersign;

namespace {

WaitRow at(int second, const QString &run, const QString &starter = QStringLiteral("x(1)"))
{
    WaitRow row;
    row.id.executionId = ExecutionId(run);
    row.starter = starter;
    row.waitingSince = QDateTime(QDate(2026, 11, 25), QTime(2, 0), Qt::UTC).addSecs(second);
    return row;
}

//! Runs r0, r1, … of one starter at these seconds.
std::vector<WaitRow> runsAt(const std::vector<int> &seconds)
{
    std::vector<WaitRow> rows;
    for (const int second : seconds)
        rows.push_back(at(second, QStringLiteral("r%1").arg(rows.size())));
    return rows;
}

} // namespace

//! Rule F10: "7 in 5 minutes from user x". The largest bursts of a list are tried with bulk facts.
class tst_StarterBurst : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seven_inFiveMinutes();
    void aRowOutsideTheBurst_hasNone();
    void rowsOfOneRun_countOnce();
    void childRuns_countAsTheirTop();
    void othersStarters_doNotCount();
    void rowThatIsNotListed_counts();
    void withoutStarterOrTime_none();
};

void tst_StarterBurst::seven_inFiveMinutes()
{
    const std::vector<WaitRow> rows = runsAt({0, 50, 100, 150, 200, 250, 300});
    for (const WaitRow &row : rows)
        QCOMPARE(burstAround(rows, row), (StarterBurst{QStringLiteral("x"), 7, 5}));
}

void tst_StarterBurst::aRowOutsideTheBurst_hasNone()
{
    const std::vector<WaitRow> rows = runsAt({0, 1, 2, 3, 4, 3'600});
    QCOMPARE(burstAround(rows, rows[0])->count, 5);
    QVERIFY(!burstAround(rows, rows[5]));
}

void tst_StarterBurst::rowsOfOneRun_countOnce()
{
    std::vector<WaitRow> rows = runsAt({0, 1, 2, 3});
    for (int i = 0; i < 10; ++i)
        rows.push_back(at(4, QStringLiteral("r3")));
    QVERIFY(!burstAround(rows, rows[0]));
    QVERIFY(starterBursts(rows).empty());
}

void tst_StarterBurst::childRuns_countAsTheirTop()
{
    std::vector<WaitRow> rows = runsAt({0, 1, 2, 3, 4, 5});
    for (WaitRow &row : rows)
        row.way.steps = {{ExecutionId(QStringLiteral("top")), {}, {}, {}}};
    QVERIFY(!burstAround(rows, rows[0]));
    rows[0].way = {};
    QVERIFY(!burstAround(rows, rows[0]));
}

void tst_StarterBurst::othersStarters_doNotCount()
{
    std::vector<WaitRow> rows = runsAt({0, 1, 2, 3});
    rows.push_back(at(2, QStringLiteral("other"), QStringLiteral("x(2)")));
    QVERIFY(!burstAround(rows, rows[0]));
}

void tst_StarterBurst::rowThatIsNotListed_counts()
{
    const std::vector<WaitRow> rows = runsAt({0, 1, 2, 3});
    QCOMPARE(burstAround(rows, at(61, QStringLiteral("fifth"))),
             (StarterBurst{QStringLiteral("x"), 5, 2}));
}

void tst_StarterBurst::withoutStarterOrTime_none()
{
    const std::vector<WaitRow> rows = runsAt({0, 1, 2, 3, 4});
    WaitRow nobody = rows[0];
    nobody.starter.clear();
    QVERIFY(!burstAround(rows, nobody));
    WaitRow timeless = rows[0];
    timeless.waitingSince = {};
    QVERIFY(!burstAround(rows, timeless));
}

QTEST_GUILESS_MAIN(tst_StarterBurst)
#include "tst_starterburst.moc"
