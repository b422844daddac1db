// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/decisionstable.h"
#include "decisionrows.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace countersign;
using decisiontest::row;
using decisiontest::timeOf;

namespace {

std::vector<DecisionRow> rows(int first, int last)
{
    std::vector<DecisionRow> made;
    for (int number = first; number <= last; ++number)
        made.push_back(row(number));
    return made;
}

QStringList listed(const DecisionsTable &table, int column = DecisionsTable::TaskColumn)
{
    QStringList texts;
    for (int line = 0; line < table.rowCount(); ++line)
        texts += table.index(line, column).data().toString();
    return texts;
}

QStringList tasks(std::initializer_list<int> numbers)
{
    QStringList names;
    for (const int number : numbers)
        names += QStringLiteral("task%1").arg(number);
    return names;
}

} // namespace

class tst_DecisionsTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newestFirst_untilSortedOtherwise();
    void sorting_isByValue_notByWords();
    void filter_everyPart_data();
    void filter_everyPart();
    void search_looksIntoEveryFact_data();
    void search_looksIntoEveryFact();
    void search_hasNoWordAcrossTwoFacts();
    void put_movesOneRow_andAddsAnother();
    void put_rowThatFitsNoLonger_leavesTheList();
    void randomChanges_resetNothing_selectionStays();
    void cells_areSafe_copiesAreExact();
    void columns_areNamed();
};

void tst_DecisionsTable::newestFirst_untilSortedOtherwise()
{
    DecisionsTable table;
    const QAbstractItemModelTester tester(&table);
    table.apply(rows(1, 3));
    QCOMPARE(listed(table), tasks({3, 2, 1}));
    table.sort(DecisionsTable::WhenColumn, Qt::AscendingOrder);
    QCOMPARE(listed(table), tasks({1, 2, 3}));
    QCOMPARE(table.columnCount(), 11);
    QCOMPARE(table.columnCount(table.index(0, 0)), 0);
}

void tst_DecisionsTable::sorting_isByValue_notByWords()
{
    // Their local texts, "2026-10-25 02:30 +02:00" and "02:10 +01:00", are in the other order.
    DecisionRow before = row(1);
    DecisionRow after = row(2);
    before.at = QDateTime({2026, 10, 25}, {0, 30}, Qt::UTC);
    after.at = QDateTime({2026, 10, 25}, {1, 10}, Qt::UTC);
    before.state = DecisionState::Ambiguous;
    before.note = QStringLiteral("b");
    after.note = QStringLiteral("A");
    DecisionsTable table;
    table.apply({before, after});
    table.sort(DecisionsTable::WhenColumn, Qt::AscendingOrder);
    QCOMPARE(listed(table), tasks({1, 2}));
    table.sort(DecisionsTable::NoteColumn, Qt::AscendingOrder);
    QCOMPARE(listed(table), tasks({2, 1}));
    // What is not settled comes before what is.
    table.sort(DecisionsTable::StateColumn, Qt::AscendingOrder);
    QCOMPARE(listed(table), tasks({1, 2}));
    table.sort(DecisionsTable::StateColumn, Qt::DescendingOrder);
    QCOMPARE(listed(table), tasks({2, 1}));
}

void tst_DecisionsTable::filter_everyPart_data()
{
    QTest::addColumn<DecisionsFilter>("filter");
    QTest::addColumn<QStringList>("expected");
    DecisionsFilter filter;
    QTest::newRow("none") << filter << tasks({5, 4, 3, 2, 1});
    filter.acts = {Act::Reject};
    QTest::newRow("act") << filter << tasks({2});
    filter = {};
    filter.standings = {DecisionStanding::Unknown, DecisionStanding::NotSent};
    QTest::newRow("states") << filter << tasks({5, 3});
    filter = {};
    filter.accounts = {QStringLiteral("7")};
    QTest::newRow("account") << filter << tasks({4});
    filter = {};
    filter.regions = {RegionId(QStringLiteral("cn-beijing"))};
    QTest::newRow("region") << filter << tasks({5});
    filter = {};
    filter.from = timeOf(2);
    filter.until = timeOf(4);
    QTest::newRow("times, the second left out") << filter << tasks({3, 2});
    filter.acts = {Act::Reject};
    filter.text = QStringLiteral("task2");
    QTest::newRow("all of them") << filter << tasks({2});
    filter.text = QStringLiteral("task3");
    QTest::newRow("all of them, none fits") << filter << QStringList();
}

void tst_DecisionsTable::filter_everyPart()
{
    QFETCH(DecisionsFilter, filter);
    QFETCH(QStringList, expected);
    std::vector<DecisionRow> all = rows(1, 5);
    all[1].act = Act::Reject;
    all[2].state = DecisionState::NotSent;
    all[3].accountId = QStringLiteral("7");
    all[4].place.region = RegionId(QStringLiteral("cn-beijing"));
    all[4].state = DecisionState::Ambiguous;
    DecisionsTable table;
    const QAbstractItemModelTester tester(&table);
    table.apply(all);
    table.setFilter(filter);
    QCOMPARE(listed(table), expected);
    QCOMPARE(table.total(), 5);
    table.setFilter({});
    QCOMPARE(table.rowCount(), 5);
}

void tst_DecisionsTable::search_looksIntoEveryFact_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"exec-0002", "EXEC-0002.T1", "task2", "item two", "acme-two", "2222", "cn-qingdao",
          "li.wei", "short2", "00000000000000000000000000000002", "Throttling.Two", "REQ-2",
          "second note", "reject", "refused by the service", "note second", "  second   note "})
        QTest::newRow(text) << QString::fromLatin1(text);
    QTest::newRow("full width") << QStringLiteral("ｔａｓｋ２");
}

void tst_DecisionsTable::search_looksIntoEveryFact()
{
    QFETCH(QString, text);
    std::vector<DecisionRow> all = rows(1, 3);
    DecisionRow &wanted = all[1];
    wanted.act = Act::Reject;
    wanted.loopItem = QStringLiteral("item two");
    wanted.profileAlias = QStringLiteral("acme-two");
    wanted.accountId = QStringLiteral("2222");
    wanted.place.region = RegionId(QStringLiteral("cn-qingdao"));
    wanted.actor = QStringLiteral("li.wei");
    wanted.code = QStringLiteral("Throttling.Two");
    wanted.note = QStringLiteral("the second\nnote");
    wanted.state = DecisionState::Refused;
    DecisionsTable table;
    table.apply(all);
    DecisionsFilter filter;
    filter.text = text;
    table.setFilter(filter);
    QCOMPARE(listed(table), tasks({2}));
}

void tst_DecisionsTable::search_hasNoWordAcrossTwoFacts()
{
    DecisionsTable table;
    table.apply(rows(1, 1));
    DecisionsFilter filter;
    filter.text = QStringLiteral("cn-hangzhouops");
    table.setFilter(filter);
    QCOMPARE(table.rowCount(), 0);
}

void tst_DecisionsTable::put_movesOneRow_andAddsAnother()
{
    DecisionsTable table;
    table.apply(rows(1, 3));
    const QSignalSpy changes(&table, &QAbstractItemModel::dataChanged);
    const QSignalSpy inserts(&table, &QAbstractItemModel::rowsInserted);
    DecisionRow moved = row(2);
    moved.state = DecisionState::Ambiguous;
    table.takeIn({moved, row(4)});
    QCOMPARE(listed(table), tasks({4, 3, 2, 1}));
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.front().front().toModelIndex().row(), 2);
    QCOMPARE(inserts.size(), 1);
    QCOMPARE(table.rowAt(2).state, DecisionState::Ambiguous);
    QCOMPARE(table.rowOf(row(1).key), 3);
    table.takeIn({moved});
    QCOMPARE(changes.size(), 1);
}

void tst_DecisionsTable::put_rowThatFitsNoLonger_leavesTheList()
{
    DecisionsTable table;
    table.apply(rows(1, 3));
    DecisionsFilter filter;
    filter.standings = {DecisionStanding::Done};
    filter.text = QStringLiteral("done");
    table.setFilter(filter);
    QCOMPARE(table.rowCount(), 3);
    DecisionRow moved = row(2);
    moved.state = DecisionState::Ambiguous;
    table.takeIn({moved});
    QCOMPARE(listed(table), tasks({3, 1}));
    QCOMPARE(table.rowOf(moved.key), -1);
    QCOMPARE(table.total(), 3);
}

void tst_DecisionsTable::randomChanges_resetNothing_selectionStays()
{
    DecisionsTable table;
    const QAbstractItemModelTester tester(&table,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy begins(&table, &QAbstractItemModel::modelAboutToBeReset);
    const QSignalSpy resets(&table, &QAbstractItemModel::modelReset);
    QRandomGenerator random(20261127);
    table.apply(rows(1, 200));
    for (int round = 0; round < 120; ++round) {
        const QPersistentModelIndex chosen =
            table.index(random.bounded(std::max(1, table.rowCount())), 0);
        const QByteArray key = chosen.data(DecisionsTable::KeyRole).toByteArray();
        switch (random.bounded(4)) {
        case 0:
            table.sort(random.bounded(DecisionsTable::ColumnCount),
                       random.bounded(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
            break;
        case 1: {
            DecisionsFilter filter;
            filter.text = random.bounded(2) == 0 ? QString()
                                                 : QStringLiteral("task%1").arg(random.bounded(9));
            table.setFilter(filter);
            break;
        }
        case 2: {
            DecisionRow moved = row(1 + random.bounded(220));
            moved.state = DecisionState::Ambiguous;
            moved.note = QString::number(random.generate());
            table.takeIn({moved});
            break;
        }
        default: {
            const int first = 1 + random.bounded(100);
            table.apply(rows(first, first + random.bounded(150)));
        }
        }
        if (chosen.isValid())
            QCOMPARE(chosen.data(DecisionsTable::KeyRole).toByteArray(), key);
        else
            QCOMPARE(table.rowOf(key), -1);
    }
    QCOMPARE(begins.size() + resets.size(), 0);
}

void tst_DecisionsTable::cells_areSafe_copiesAreExact()
{
    DecisionRow made = row(1);
    made.note = QStringLiteral("first\nsecond\u202E<b>");
    made.executionId = ExecutionId(QStringLiteral("exec-7f3a9c20b1d84e5f"));
    DecisionsTable table;
    table.apply({made});
    const QModelIndex note = table.index(0, DecisionsTable::NoteColumn);
    QCOMPARE(note.data().toString(), QStringLiteral("first⏎second⟨U+202E⟩<b>"));
    QCOMPARE(note.data(DecisionsTable::CopyRole).toString(), made.note);
    QVERIFY(note.data(Qt::ToolTipRole).toString().contains(QStringLiteral("&lt;b&gt;")));
    const QModelIndex run = table.index(0, DecisionsTable::RunColumn);
    QCOMPARE(run.data(DecisionsTable::CopyRole).toString(), made.executionId.text());
    QCOMPARE(run.data(DecisionsTable::ExecutionIdRole).toString(), made.executionId.text());
    const QString spoken = table.index(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY(spoken.contains(QStringLiteral("Approve")));
    QVERIFY(spoken.contains(QStringLiteral("task1")));
    QVERIFY(spoken.contains(QStringLiteral("Done: it moved as asked.")));
}

void tst_DecisionsTable::columns_areNamed()
{
    const DecisionsTable table;
    QSet<QString> names;
    for (int column = 0; column < DecisionsTable::ColumnCount; ++column)
        names += table.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    QCOMPARE(names.size(), qsizetype(DecisionsTable::ColumnCount));
    QVERIFY(!names.contains(QString()));
}

QTEST_GUILESS_MAIN(tst_DecisionsTable)
#include "tst_decisionstable.moc"
