// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/riskycallmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace countersign;

namespace {

RiskyCall risky(const QString &api, std::vector<QString> tasks, RiskyCall::Source source)
{
    return {{QStringLiteral("ECS"), api}, std::move(tasks), source};
}

QString cell(const RiskyCallModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class tst_RiskyCallModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void apply_showsCallTasksAndSource();
    void apply_again_keepsRows();
    void manyTasks_areBounded();
};

void tst_RiskyCallModel::apply_showsCallTasksAndSource()
{
    RiskyCallModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QString remove = QStringLiteral("DeleteInstance");
    model.apply({risky(remove, {QStringLiteral("a"), QStringLiteral("b\u202E")},
                       RiskyCall::Source::Service),
                 risky(remove, {QStringLiteral("a")}, RiskyCall::Source::Name),
                 risky(remove, {QStringLiteral("again")}, RiskyCall::Source::Name)});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.columnCount(), int(RiskyCallModel::ColumnCount));
    QCOMPARE(cell(model, 0, RiskyCallModel::CallColumn), QStringLiteral("ECS DeleteInstance"));
    QCOMPARE(cell(model, 0, RiskyCallModel::TasksColumn), QStringLiteral("a, b⟨U+202E⟩"));
    QCOMPARE(cell(model, 0, RiskyCallModel::SourceColumn),
             QStringLiteral("by OOS, newest version"));
    QCOMPARE(cell(model, 1, RiskyCallModel::SourceColumn), QStringLiteral("by name"));
    QCOMPARE(model.index(1, 0).data(RiskyCallModel::SourceRole).value<RiskyCall::Source>(),
             RiskyCall::Source::Name);
}

void tst_RiskyCallModel::apply_again_keepsRows()
{
    RiskyCallModel model;
    const RiskyCall stop = risky(QStringLiteral("StopInstance"), {}, RiskyCall::Source::Name);
    const RiskyCall remove = risky(QStringLiteral("DeleteDisk"), {}, RiskyCall::Source::Name);
    model.apply({stop, remove});
    const QPersistentModelIndex held = model.index(1, 0);
    QSignalSpy reset(&model, &RiskyCallModel::modelReset);
    model.apply({remove});
    QCOMPARE(held.row(), 0);
    QCOMPARE(cell(model, 0, RiskyCallModel::CallColumn), QStringLiteral("ECS DeleteDisk"));
    QCOMPARE(reset.count(), 0);
}

void tst_RiskyCallModel::manyTasks_areBounded()
{
    RiskyCallModel model;
    model.apply(
        {risky(QStringLiteral("DeleteDisk"), std::vector<QString>(5'000, QString(5'000, u'x')),
               RiskyCall::Source::Service)});
    const QString tasks = cell(model, 0, RiskyCallModel::TasksColumn);
    QVERIFY(tasks.size() < 5'000);
    QVERIFY(tasks.endsWith(QStringLiteral("(4980)")));
}

QTEST_GUILESS_MAIN(tst_RiskyCallModel)
#include "tst_riskycallmodel.moc"
