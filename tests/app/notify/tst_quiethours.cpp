// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notify/quiethours.h"

#include <QTest>

using namespace countersign;

class tst_QuietHours : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contain_data();
    void contain();
};

void tst_QuietHours::contain_data()
{
    QTest::addColumn<QTime>("from");
    QTest::addColumn<QTime>("to");
    QTest::addColumn<QTime>("at");
    QTest::addColumn<bool>("isQuiet");
    const QTime evening(22, 0);
    const QTime morning(7, 30);
    QTest::newRow("in the night") << evening << morning << QTime(3, 0) << true;
    QTest::newRow("first minute") << evening << morning << evening << true;
    QTest::newRow("last second") << evening << morning << QTime(7, 29, 59) << true;
    QTest::newRow("end is over") << evening << morning << morning << false;
    QTest::newRow("by day") << evening << morning << QTime(12, 0) << false;
    QTest::newRow("midnight") << evening << morning << QTime(0, 0) << true;
    QTest::newRow("lunch") << QTime(12, 0) << QTime(13, 0) << QTime(12, 30) << true;
    QTest::newRow("before lunch") << QTime(12, 0) << QTime(13, 0) << QTime(11, 59) << false;
    QTest::newRow("after lunch") << QTime(12, 0) << QTime(13, 0) << QTime(13, 0) << false;
    QTest::newRow("no span") << evening << evening << evening << false;
    QTest::newRow("not set") << QTime() << QTime() << evening << false;
    QTest::newRow("half set") << evening << QTime() << QTime(23, 0) << false;
}

void tst_QuietHours::contain()
{
    QFETCH(QTime, from);
    QFETCH(QTime, to);
    QFETCH(QTime, at);
    QFETCH(bool, isQuiet);
    QCOMPARE((QuietHours{from, to}.contain(at)), isQuiet);
}

QTEST_GUILESS_MAIN(tst_QuietHours)
#include "tst_quiethours.moc"
