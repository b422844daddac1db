// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notify/toldwaits.h"

#include <QTest>

using namespace countersign;

namespace {

WaitRowId numbered(std::size_t number)
{
    return {{ProfileId(QStringLiteral("p")), RegionId(QStringLiteral("r"))},
            ExecutionId(QStringLiteral("exec-%1").arg(number)),
            {}};
}

} // namespace

class tst_ToldWaits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void insert_twice_saysSo();
    void trim_keepsWhatWaitsAndTheLatest();
};

void tst_ToldWaits::insert_twice_saysSo()
{
    ToldWaits told;
    QVERIFY(told.insert(numbered(1)));
    QVERIFY(!told.insert(numbered(1)));
    QVERIFY(told.contains(numbered(1)));
    QVERIFY(!told.contains(numbered(2)));
    QCOMPARE(told.list().size(), std::size_t(1));
}

void tst_ToldWaits::trim_keepsWhatWaitsAndTheLatest()
{
    ToldWaits told;
    const std::size_t total = ToldWaits::keptBesides + 100;
    for (std::size_t i = 0; i < total; ++i)
        told.insert(numbered(i));
    told.trim({numbered(0), numbered(5)});
    QCOMPARE(told.list().size(), ToldWaits::keptBesides + 2);
    QVERIFY(told.contains(numbered(0)));
    QVERIFY(told.contains(numbered(5)));
    QVERIFY(!told.contains(numbered(1)));
    QVERIFY(!told.contains(numbered(99)));
    QVERIFY(told.contains(numbered(102)));
    QVERIFY(told.contains(numbered(total - 1)));
    QCOMPARE(told.list().front(), numbered(0));
    QVERIFY(told.insert(numbered(1)));
}

QTEST_GUILESS_MAIN(tst_ToldWaits)
#include "tst_toldwaits.moc"
