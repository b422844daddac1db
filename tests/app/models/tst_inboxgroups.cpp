// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/inboxfilter.h"
#include "app/models/inboxwords.h"
#include "waitrows.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

using namespace countersign;

namespace {

constexpr WaitGroup allGroups[] = {WaitGroup::NeedsYou, WaitGroup::ApprovedByYou,
                                   WaitGroup::NotAddressed, WaitGroup::Later};

//! Every fourth one in each group, in the order of the list.
std::vector<WaitRow> groupedWaits(int count)
{
    std::vector<WaitRow> rows;
    for (int number = 0; number < count; ++number) {
        rows.push_back(waitRow(number));
        rows.back().group = allGroups[number % 4];
    }
    sortIntoInboxOrder(rows);
    return rows;
}

void regroup(std::vector<WaitRow> &rows, const WaitRowId &id, WaitGroup group)
{
    for (WaitRow &row : rows) {
        if (row.id == id)
            row.group = group;
    }
    sortIntoInboxOrder(rows);
}

int shownCount(const InboxFilter &filter, int row)
{
    return filter.index(row, 0).data(InboxModel::GroupCountRole).toInt();
}

} // namespace

//! Groups in the list: whose turn a wait is, and how it changes place.
class tst_InboxGroups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }
    void roles_giveGroupAndLabel();
    void change_movesTheRow_andTellsItsRoles();
    void randomChanges_neverResetAndKeepTheirRows();
    void count_isOfWhatIsShown();
    void filter_byGroup_followsChanges();
    void selection_goesWithTheRow();
};

void tst_InboxGroups::roles_giveGroupAndLabel()
{
    InboxModel model;
    model.apply({groupedWaits(8)});
    for (int row = 0; row < 8; ++row) {
        const WaitGroup group = allGroups[row / 2];
        const QModelIndex index = model.index(row, 0);
        QCOMPARE(index.data(InboxModel::GroupRole).value<WaitGroup>(), group);
        QCOMPARE(index.data(InboxModel::GroupTextRole).toString(), waitGroupLabel(group));
        QVERIFY(index.data(Qt::AccessibleTextRole).toString().endsWith(waitGroupLabel(group)));
        // What is shown is the filter's to count.
        QVERIFY(!index.data(InboxModel::GroupCountRole).isValid());
    }
}

void tst_InboxGroups::change_movesTheRow_andTellsItsRoles()
{
    InboxModel model;
    InboxFilter filter(model);
    std::vector<WaitRow> rows = groupedWaits(8);
    model.apply({rows});
    const QSignalSpy moved(&filter, &InboxFilter::rowsMoved);
    const QSignalSpy changed(&filter, &InboxFilter::dataChanged);
    const QSignalSpy inserted(&filter, &InboxFilter::rowsInserted);
    const QSignalSpy removed(&filter, &InboxFilter::rowsRemoved);
    const QPersistentModelIndex held = filter.index(0, 0);
    const WaitRowId id = rows.front().id;
    regroup(rows, id, WaitGroup::Later);
    model.apply({rows});
    QCOMPARE(moved.count(), 1);
    QCOMPARE(inserted.count() + removed.count(), 0);
    QVERIFY(filter.waitRow(held.row()).id == id);
    QVERIFY(held.row() >= 5);
    QCOMPARE(held.data(InboxModel::GroupRole).value<WaitGroup>(), WaitGroup::Later);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed[0][0].toModelIndex().row(), held.row());
    const auto roles = changed[0][2].value<QList<int>>();
    for (const int role :
         {int(InboxModel::GroupRole), int(InboxModel::GroupTextRole), int(InboxModel::DetailRole),
          int(Qt::AccessibleTextRole), int(Qt::ToolTipRole)})
        QVERIFY2(roles.contains(role), qPrintable(QString::number(role)));
    QVERIFY(!roles.contains(InboxModel::HeadingRole));
}

void tst_InboxGroups::randomChanges_neverResetAndKeepTheirRows()
{
    InboxModel model;
    InboxFilter filter(model);
    const auto mode = QAbstractItemModelTester::FailureReportingMode::QtTest;
    const QAbstractItemModelTester modelTester(&model, mode);
    const QAbstractItemModelTester filterTester(&filter, mode);
    const QSignalSpy modelReset(&model, &InboxModel::modelAboutToBeReset);
    const QSignalSpy filterReset(&filter, &InboxFilter::modelAboutToBeReset);
    QRandomGenerator random(41);
    std::vector<WaitRow> rows = groupedWaits(60);
    model.apply({rows});
    std::vector<std::pair<QPersistentModelIndex, WaitRowId>> held;
    for (int row = 0; row < filter.rowCount(); ++row)
        held.emplace_back(filter.index(row, 0), filter.waitRow(row).id);
    for (int round = 0; round < 200; ++round) {
        const int changes = random.bounded(8) ? random.bounded(1, 4) : 60;
        for (int i = 0; i < changes; ++i)
            regroup(rows, waitRow(random.bounded(60)).id, allGroups[random.bounded(4)]);
        model.apply({rows});
        QCOMPARE(filter.rowCount(), 60);
        for (int row = 0; row < 60; ++row)
            QVERIFY(filter.waitRow(row) == rows[static_cast<std::size_t>(row)]);
        for (const auto &[index, id] : held)
            QVERIFY(filter.waitRow(index.row()).id == id);
    }
    QCOMPARE(modelReset.count() + filterReset.count(), 0);
}

void tst_InboxGroups::count_isOfWhatIsShown()
{
    InboxModel model;
    InboxFilter filter(model);
    model.apply({groupedWaits(40)});
    for (int row = 0; row < 40; ++row)
        QCOMPARE(shownCount(filter, row), 10);
    // Of the numbers below 40 that leave 3 when divided by 7: 24 | 17 | 10, 38 | 3, 31 by fours.
    filter.setText(QStringLiteral("zhang.wei3"));
    QCOMPARE(filter.rowCount(), 6);
    const int expected[] = {1, 1, 2, 2, 2, 2};
    for (int row = 0; row < 6; ++row)
        QCOMPARE(shownCount(filter, row), expected[row]);
}

void tst_InboxGroups::filter_byGroup_followsChanges()
{
    InboxModel model;
    InboxFilter filter(model);
    std::vector<WaitRow> rows = groupedWaits(40);
    model.apply({rows});
    InboxFilterSpec spec;
    spec.groups = {WaitGroup::NeedsYou, WaitGroup::Later};
    filter.setSpec(spec);
    QCOMPARE(filter.rowCount(), 20);
    spec.groups = {WaitGroup::NeedsYou};
    filter.setSpec(spec);
    QCOMPARE(filter.rowCount(), 10);
    const WaitRowId id = filter.waitRow(3).id;
    const QSignalSpy removed(&filter, &InboxFilter::rowsRemoved);
    const QSignalSpy inserted(&filter, &InboxFilter::rowsInserted);
    regroup(rows, id, WaitGroup::Later);
    model.apply({rows});
    QCOMPARE(filter.rowCount(), 9);
    QCOMPARE(filter.rowOf(id), -1);
    QCOMPARE(removed.count(), 1);
    regroup(rows, id, WaitGroup::NeedsYou);
    model.apply({rows});
    QCOMPARE(filter.rowOf(id), 3);
    QCOMPARE(inserted.count(), 1);
    for (int row = 0; row < filter.rowCount(); ++row)
        QCOMPARE(shownCount(filter, row), 10);
}

void tst_InboxGroups::selection_goesWithTheRow()
{
    InboxModel model;
    InboxFilter filter(model);
    std::vector<WaitRow> rows = groupedWaits(40);
    model.apply({rows});
    QItemSelectionModel selection(&filter);
    selection.setCurrentIndex(filter.index(7, 0), QItemSelectionModel::ClearAndSelect);
    const WaitRowId id = filter.waitRow(7).id;
    for (const WaitGroup group : allGroups) {
        regroup(rows, id, group);
        model.apply({rows});
        QCOMPARE(selection.selectedIndexes().size(), 1);
        QVERIFY(filter.waitRow(selection.currentIndex().row()).id == id);
    }
}

QTEST_GUILESS_MAIN(tst_InboxGroups)
#include "tst_inboxgroups.moc"
