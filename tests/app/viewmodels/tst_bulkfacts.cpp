// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/bulkfacts.h"

#include <QTest>

using namespace countersign;

namespace {

BulkFact fact(const char *label, const QString &value)
{
    return {QString::fromLatin1(label), value, value, false};
}

std::vector<WaitRow> startedAt(const QString &starter, const std::vector<int> &seconds)
{
    std::vector<WaitRow> rows;
    for (const int second : seconds) {
        WaitRow row;
        row.id.executionId =
            ExecutionId(QStringLiteral("exec-%1-%2").arg(starter).arg(rows.size()));
        row.starter = starter;
        row.waitingSince = QDateTime(QDate(2026, 11, 25), QTime(2, 0), Qt::UTC).addSecs(second);
        rows.push_back(row);
    }
    return rows;
}

} // namespace

class tst_BulkFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void compare_sameIsSaidOnceAndTheRestStandsBeside();
    void compare_missingFactDiffers();
    void compare_equalLooksAreNotEqual();
    void compare_opaqueIsNumbered();
    void compare_one_hasNoDifference();
    void bursts_data();
    void bursts();
};

void tst_BulkFacts::compare_sameIsSaidOnceAndTheRestStandsBeside()
{
    const BulkComparison comparison = compareItems({{fact("Region", QStringLiteral("cn-hangzhou")),
                                                     fact("Parameter size", QStringLiteral("3"))},
                                                    {fact("Region", QStringLiteral("cn-hangzhou")),
                                                     fact("Parameter size", QStringLiteral("4"))}});
    QCOMPARE(comparison.same.size(), std::size_t(1));
    QCOMPARE(comparison.same[0].label, QStringLiteral("Region"));
    QCOMPARE(comparison.same[0].value, QStringLiteral("cn-hangzhou"));
    QCOMPARE(comparison.differing, std::vector<QString>{QStringLiteral("Parameter size")});
    QCOMPARE(comparison.cells[0], std::vector<QString>{QStringLiteral("3")});
    QCOMPARE(comparison.cells[1], std::vector<QString>{QStringLiteral("4")});
}

void tst_BulkFacts::compare_missingFactDiffers()
{
    const BulkComparison comparison =
        compareItems({{fact("Runs as role", QStringLiteral("ops"))}, {}});
    QCOMPARE(comparison.differing, std::vector<QString>{QStringLiteral("Runs as role")});
    QCOMPARE(comparison.cells[1], std::vector<QString>{QStringLiteral("not there")});
}

//! What is shown may be cut; what is compared is not.
void tst_BulkFacts::compare_equalLooksAreNotEqual()
{
    const BulkComparison comparison = compareItems(
        {{{QStringLiteral("Task"), QStringLiteral("long…"), QStringLiteral("long a"), false}},
         {{QStringLiteral("Task"), QStringLiteral("long…"), QStringLiteral("long b"), false}}});
    QCOMPARE(comparison.differing, std::vector<QString>{QStringLiteral("Task")});
}

void tst_BulkFacts::compare_opaqueIsNumbered()
{
    const auto text = [](const char *digest) {
        return std::vector<BulkFact>{
            {QStringLiteral("Text"), {}, QString::fromLatin1(digest), true}};
    };
    const BulkComparison comparison = compareItems({text("aa"), text("bb"), text("aa")});
    QCOMPARE(comparison.cells[0][0], QStringLiteral("variant 1"));
    QCOMPARE(comparison.cells[1][0], QStringLiteral("variant 2"));
    QCOMPARE(comparison.cells[2][0], QStringLiteral("variant 1"));
    QVERIFY(compareItems({text("aa"), text("aa")}).same.empty());
}

void tst_BulkFacts::compare_one_hasNoDifference()
{
    const BulkComparison comparison = compareItems({{fact("Task", QStringLiteral("ask"))}});
    QVERIFY(comparison.differing.empty());
    QCOMPARE(comparison.same.size(), std::size_t(1));
    QVERIFY(compareItems({}).same.empty());
}

void tst_BulkFacts::bursts_data()
{
    QTest::addColumn<std::vector<int>>("seconds");
    QTest::addColumn<int>("count"); // 0: no burst
    QTest::addColumn<int>("minutes");
    QTest::newRow("seven in five minutes")
        << std::vector<int>{0, 50, 100, 150, 200, 250, 300} << 7 << 5;
    QTest::newRow("five at once") << std::vector<int>{0, 0, 0, 0, 0} << 5 << 1;
    QTest::newRow("four are none") << std::vector<int>{0, 1, 2, 3} << 0 << 0;
    QTest::newRow("spread over an hour") << std::vector<int>{0, 900, 1800, 2700, 3600} << 0 << 0;
    QTest::newRow("the densest part, in any order")
        << std::vector<int>{4000, 10, 4030, 4060, 4090, 4120} << 5 << 2;
}

void tst_BulkFacts::bursts()
{
    QFETCH(std::vector<int>, seconds);
    QFETCH(int, count);
    std::vector<WaitRow> rows = startedAt(QStringLiteral("zhang.wei(2000000000000001)"), seconds);
    const std::vector<WaitRow> others = startedAt(QStringLiteral("anna.k(2)"), {0, 20, 40});
    rows.insert(rows.begin() + 1, others.begin(), others.end());
    const std::vector<StarterBurst> found = starterBursts(rows);
    QCOMPARE(found.size(), std::size_t(count > 0 ? 1 : 0));
    if (count == 0)
        return;
    QCOMPARE(found[0].starter, QStringLiteral("zhang.wei"));
    QCOMPARE(found[0].count, count);
    QTEST(found[0].minutes, "minutes");
}

QTEST_GUILESS_MAIN(tst_BulkFacts)
#include "tst_bulkfacts.moc"
