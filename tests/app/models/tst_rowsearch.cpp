// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/rowsearch.h"

#include <QSignalSpy>
#include <QStringListModel>
#include <QTest>

using namespace countersign;

namespace {

using Rows = std::vector<int>;

void wait(const RowSearch &search)
{
    QTRY_VERIFY(!search.isLooking());
}

} // namespace

class tst_RowSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void setText_findsRowsWithoutRegardToCase();
    void nextAndPrevious_goRoundAtTheEnds();
    void list_grows_isFollowed();
    void longList_isLookedThroughInPieces();
};

void tst_RowSearch::setText_findsRowsWithoutRegardToCase()
{
    QStringListModel model({QStringLiteral("Disk attached"), QStringLiteral("fine"),
                            QStringLiteral("the DISK."), QStringLiteral("d.sk")});
    RowSearch search(&model, 0, Qt::DisplayRole);
    search.setText(QStringLiteral("disk"));
    wait(search);
    QCOMPARE(search.matches(), (Rows{0, 2}));
    // What is looked for is a text, not a pattern.
    search.setText(QStringLiteral("d.sk"));
    wait(search);
    QCOMPARE(search.matches(), Rows{3});
    search.setText({});
    QVERIFY(!search.isLooking());
    QCOMPARE(search.matches(), Rows{});
}

void tst_RowSearch::nextAndPrevious_goRoundAtTheEnds()
{
    QStringListModel model({QStringLiteral("a"), QStringLiteral("x"), QStringLiteral("b"),
                            QStringLiteral("x"), QStringLiteral("c")});
    RowSearch search(&model, 0, Qt::DisplayRole);
    QCOMPARE(search.next(0), -1);
    QCOMPARE(search.previous(0), -1);
    search.setText(QStringLiteral("x"));
    wait(search);
    QCOMPARE(search.next(-1), 1);
    QCOMPARE(search.next(1), 3);
    QCOMPARE(search.next(3), 1);
    QCOMPARE(search.previous(3), 1);
    QCOMPARE(search.previous(1), 3);
    QCOMPARE(search.previous(5), 3);
    QCOMPARE(search.placeOf(3), 2);
    QCOMPARE(search.placeOf(2), 0);
}

void tst_RowSearch::list_grows_isFollowed()
{
    QStringListModel model({QStringLiteral("x"), QStringLiteral("y")});
    RowSearch search(&model, 0, Qt::DisplayRole);
    search.setText(QStringLiteral("x"));
    wait(search);
    model.insertRow(2);
    model.setData(model.index(2), QStringLiteral("x2"));
    wait(search);
    QCOMPARE(search.matches(), (Rows{0, 2}));
    model.removeRow(0);
    wait(search);
    QCOMPARE(search.matches(), Rows{1});
}

void tst_RowSearch::longList_isLookedThroughInPieces()
{
    // Twenty times what a log may hold: 16 MiB of lines of 8 KiB each.
    QStringListModel model(QStringList(20 * 2'048, QString(8'192, u'y')));
    RowSearch search(&model, 0, Qt::DisplayRole);
    search.setText(QStringLiteral("x"));
    QSignalSpy pieces(&search, &RowSearch::changed);
    QTRY_VERIFY_WITH_TIMEOUT(!search.isLooking(), 60'000);
    QVERIFY(pieces.count() > 5);
}

QTEST_GUILESS_MAIN(tst_RowSearch)
#include "tst_rowsearch.moc"
