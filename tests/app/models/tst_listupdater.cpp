// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/listupdater.h"

#include <QRandomGenerator>
#include <QTest>

#include <numeric>

using namespace countersign;

namespace {

//! A list of numbers whose key is the number without its last digit; the last digit is its value.
struct Numbers
{
    std::vector<int> list;
    std::vector<int> next;
    QStringList steps;
    mutable std::vector<int> keys;
    std::vector<int> nextKeys;

    Numbers(std::vector<int> from, std::vector<int> to)
        : list(std::move(from))
        , next(std::move(to))
    {
        for (const int number : list)
            keys.push_back(number / 10);
        for (const int number : next)
            nextKeys.push_back(number / 10);
    }
    int count() const { return static_cast<int>(list.size()); }
    int nextCount() const { return static_cast<int>(next.size()); }
    const int &keyAt(int row) const { return keys.at(static_cast<std::size_t>(row)); }
    const int &nextKeyAt(int row) const { return nextKeys.at(static_cast<std::size_t>(row)); }
    void remove(int first, int last)
    {
        QVERIFY(0 <= first && first <= last && last < count());
        list.erase(list.begin() + first, list.begin() + last + 1);
        steps << QStringLiteral("remove %1-%2").arg(first).arg(last);
    }
    void insert(int at, const std::vector<int> &rows)
    {
        QVERIFY(0 <= at && at <= count() && !rows.empty());
        std::vector<int> items;
        for (const int row : rows)
            items.push_back(next.at(static_cast<std::size_t>(row)));
        list.insert(list.begin() + at, items.begin(), items.end());
        steps << QStringLiteral("insert %1 at %2").arg(rows.size()).arg(at);
    }
    void move(int from, int to)
    {
        QVERIFY(from != to && from >= 0 && to >= 0 && from < count() && to < count());
        const int item = list.at(static_cast<std::size_t>(from));
        list.erase(list.begin() + from);
        list.insert(list.begin() + to, item);
        steps << QStringLiteral("move %1 to %2").arg(from).arg(to);
    }
    void rearrange(const std::vector<int> &order)
    {
        QCOMPARE(order.size(), list.size());
        list = rearranged(list, order);
        steps << QStringLiteral("rearrange");
    }
    unsigned replace(int row)
    {
        int &own = list.at(static_cast<std::size_t>(row));
        const int value = next.at(static_cast<std::size_t>(row));
        if (own == value)
            return 0;
        own = value;
        return 1U << (value % 10);
    }
    void changed(int first, int last, unsigned bits)
    {
        steps << QStringLiteral("changed %1-%2 %3").arg(first).arg(last).arg(bits);
    }
};

} // namespace

class tst_ListUpdater : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void steps_data();
    void steps();
    void random_endsInTheNextList();
    void movesAreFewest();
    void manyScatteredChanges_areThreeSteps();
    void reversedLongList_isOneStep();
};

void tst_ListUpdater::steps_data()
{
    QTest::addColumn<std::vector<int>>("from");
    QTest::addColumn<std::vector<int>>("to");
    QTest::addColumn<QStringList>("expected");
    using Ints = std::vector<int>;
    QTest::newRow("empty") << Ints{} << Ints{} << QStringList{};
    QTest::newRow("same") << Ints{10, 20} << Ints{10, 20} << QStringList{};
    QTest::newRow("fill") << Ints{} << Ints{10, 20} << QStringList{QStringLiteral("insert 2 at 0")};
    QTest::newRow("clear") << Ints{10, 20} << Ints{} << QStringList{QStringLiteral("remove 0-1")};
    QTest::newRow("two runs go, last first")
        << Ints{10, 20, 30, 40, 50} << Ints{20, 50}
        << QStringList{QStringLiteral("remove 2-3"), QStringLiteral("remove 0-0")};
    QTest::newRow("two runs come, first first")
        << Ints{20, 50} << Ints{10, 20, 30, 40, 50}
        << QStringList{QStringLiteral("insert 1 at 0"), QStringLiteral("insert 2 at 2")};
    QTest::newRow("first to the end") << Ints{10, 20, 30, 40} << Ints{20, 30, 40, 10}
                                      << QStringList{QStringLiteral("move 0 to 3")};
    QTest::newRow("last to the front") << Ints{10, 20, 30, 40} << Ints{40, 10, 20, 30}
                                       << QStringList{QStringLiteral("move 3 to 0")};
    QTest::newRow("values in runs")
        << Ints{10, 20, 30, 40} << Ints{11, 22, 30, 43}
        << QStringList{QStringLiteral("changed 0-1 6"), QStringLiteral("changed 3-3 8")};
    QTest::newRow("all kinds") << Ints{10, 20, 30, 40} << Ints{50, 40, 21, 30}
                               << QStringList{QStringLiteral("remove 0-0"),
                                              QStringLiteral("move 2 to 0"),
                                              QStringLiteral("insert 1 at 0"),
                                              QStringLiteral("changed 2-2 2")};
}

void tst_ListUpdater::steps()
{
    QFETCH(std::vector<int>, from);
    QFETCH(std::vector<int>, to);
    QFETCH(QStringList, expected);
    Numbers numbers(from, to);
    updateList(numbers);
    QCOMPARE(numbers.steps, expected);
    QCOMPARE(numbers.list, to);
}

void tst_ListUpdater::random_endsInTheNextList()
{
    QRandomGenerator random(7);
    std::vector<int> list;
    for (int round = 0; round < 3'000; ++round) {
        const int universe = random.bounded(2) ? 12 : 400;
        std::vector<int> next;
        for (int key = 0; key < universe; ++key) {
            if (random.bounded(4) > 0)
                next.push_back(key * 10 + random.bounded(2));
        }
        const int swaps = random.bounded(3) * random.bounded(universe);
        for (int i = 0; i < swaps && !next.empty(); ++i)
            std::swap(next[random.bounded(quint32(next.size()))],
                      next[random.bounded(quint32(next.size()))]);
        Numbers numbers(list, next);
        updateList(numbers);
        QCOMPARE(numbers.list, next);
        list = next;
    }
}

// By hand: 3 of the 8 have to move, 1 2 4 6 7 can stay.
void tst_ListUpdater::movesAreFewest()
{
    Numbers numbers({80, 10, 50, 20, 40, 30, 60, 70}, {10, 20, 30, 40, 50, 60, 70, 80});
    updateList(numbers);
    QCOMPARE(numbers.list, numbers.next);
    QCOMPARE(numbers.steps.size(), 3);
}

void tst_ListUpdater::manyScatteredChanges_areThreeSteps()
{
    std::vector<int> odd;
    std::vector<int> threes;
    for (int key = 0; key < 20'000; ++key) {
        if (key % 2)
            odd.push_back(key * 10);
        if (key % 3 == 0)
            threes.push_back(key * 10);
    }
    Numbers numbers(odd, threes);
    updateList(numbers);
    QCOMPARE(numbers.list, threes);
    QCOMPARE(numbers.steps.size(), 3);
}

void tst_ListUpdater::reversedLongList_isOneStep()
{
    std::vector<int> up(20'000);
    std::iota(up.begin(), up.end(), 0);
    for (int &number : up)
        number *= 10;
    const std::vector<int> down(up.rbegin(), up.rend());
    Numbers numbers(up, down);
    updateList(numbers);
    QCOMPARE(numbers.list, down);
    QCOMPARE(numbers.steps, QStringList{QStringLiteral("rearrange")});
}

QTEST_GUILESS_MAIN(tst_ListUpdater)
#include "tst_listupdater.moc"
