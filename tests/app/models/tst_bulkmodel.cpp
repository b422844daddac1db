// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/bulkmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace countersign;

namespace {

BulkRow row(int number, const QString &state, const QStringList &cells = {})
{
    BulkRow made;
    made.id.executionId = ExecutionId(QStringLiteral("exec-%1").arg(number));
    made.standing = BulkStanding::Ready;
    made.state = state;
    made.wait = QStringLiteral("Approval “ask”");
    made.execution = made.id.executionId.text();
    made.cells = cells;
    return made;
}

} // namespace

class tst_BulkModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void apply_resultArrives_rowStays();
    void furtherColumns_comeAndGo();
    void shorterCells_areEmpty();
};

void tst_BulkModel::apply_resultArrives_rowStays()
{
    BulkModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QVERIFY(resets.isValid());
    model.apply({row(1, QStringLiteral("read")), row(2, QStringLiteral("read"))});
    const QPersistentModelIndex second = model.index(1, BulkModel::StateColumn);
    BulkRow ended = row(2, QStringLiteral("accepted"));
    ended.standing = BulkStanding::Accepted;
    ended.sentence = QStringLiteral("Accepted by the service. Watching for the effect.");
    model.apply({row(1, QStringLiteral("read")), ended});
    QCOMPARE(second.row(), 1);
    QCOMPARE(second.data().toString(), QStringLiteral("accepted"));
    QCOMPARE(second.data(BulkModel::StandingRole).value<BulkStanding>(), BulkStanding::Accepted);
    QCOMPARE(second.data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("State: Accepted by the service. Watching for the effect."));
    QCOMPARE(resets.count(), 0);
}

void tst_BulkModel::furtherColumns_comeAndGo()
{
    BulkModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.apply({row(1, {}, {QStringLiteral("cn-hangzhou"), QStringLiteral("3")})});
    QCOMPARE(model.columnCount(), 3);
    model.setFurtherColumns({QStringLiteral("Region"), QStringLiteral("Parameter size")});
    QCOMPARE(model.columnCount(), 5);
    QCOMPARE(model.headerData(4, Qt::Horizontal).toString(), QStringLiteral("Parameter size"));
    QCOMPARE(model.index(0, 3).data().toString(), QStringLiteral("cn-hangzhou"));
    QCOMPARE(model.index(0, 4).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("Parameter size: 3"));
    model.setFurtherColumns({});
    QCOMPARE(model.columnCount(), 3);
}

void tst_BulkModel::shorterCells_areEmpty()
{
    BulkModel model;
    model.setFurtherColumns({QStringLiteral("Region")});
    model.apply({row(1, QStringLiteral("left out"))});
    QCOMPARE(model.index(0, 3).data().toString(), QString());
}

QTEST_GUILESS_MAIN(tst_BulkModel)
#include "tst_bulkmodel.moc"
