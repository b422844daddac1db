// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/taskfilter.h"
#include "app/models/tasktreemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace countersign;

namespace {

TaskExecution task(const QString &id, RunStatus status, const QString &parent = {})
{
    TaskExecution row;
    row.id = TaskExecutionId(id);
    row.taskName = id;
    row.status = status;
    row.parentTaskExecutionId = TaskExecutionId(parent);
    return row;
}

QString printed(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    QStringList parts;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        const QString below = printed(model, index);
        const QString name = index.data().toString();
        parts << (below.isEmpty() ? name
                                  : QString(name + QLatin1Char('(') + below + QLatin1Char(')')));
    }
    return parts.join(u' ');
}

} // namespace

class tst_TaskFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyTroubled_keepsTheRowsAbove();
    void onlyTroubled_followsTheStates();
    void childRuns_areStillWanted();
};

void tst_TaskFilter::onlyTroubled_keepsTheRowsAbove()
{
    TaskTreeModel model;
    TaskFilter filter;
    filter.setSourceModel(&model);
    QAbstractItemModelTester tester(&filter,
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    TaskSurroundings around;
    around.planned = {{QStringLiteral("later"), {}}};
    const QString loop = QStringLiteral("loop");
    model.apply({task(QStringLiteral("first"), RunStatus::Success), task(loop, RunStatus::Running),
                 task(QStringLiteral("l1"), RunStatus::Success, loop),
                 task(QStringLiteral("l2"), RunStatus::Failed, loop),
                 task(QStringLiteral("ask"), RunStatus::Waiting)},
                around);
    QCOMPARE(printed(filter), QStringLiteral("first loop(l1 l2) ask later"));
    filter.setOnlyTroubled(true);
    QCOMPARE(printed(filter), QStringLiteral("loop(l2) ask"));
    filter.setOnlyTroubled(false);
    QCOMPARE(printed(filter), QStringLiteral("first loop(l1 l2) ask later"));
}

void tst_TaskFilter::onlyTroubled_followsTheStates()
{
    TaskTreeModel model;
    TaskFilter filter;
    filter.setSourceModel(&model);
    filter.setOnlyTroubled(true);
    QSignalSpy reset(&filter, &TaskFilter::modelReset);
    const QString loop = QStringLiteral("loop");
    const QString item = QStringLiteral("item");
    model.apply({task(loop, RunStatus::Running), task(item, RunStatus::Running, loop)});
    QCOMPARE(printed(filter), QString());
    model.apply({task(loop, RunStatus::Running), task(item, RunStatus::Failed, loop)});
    QCOMPARE(printed(filter), QStringLiteral("loop(item)"));
    model.apply({task(loop, RunStatus::Running), task(item, RunStatus::Skipped, loop)});
    QCOMPARE(printed(filter), QString());
    QCOMPARE(reset.count(), 0);
}

void tst_TaskFilter::childRuns_areStillWanted()
{
    TaskTreeModel model;
    TaskFilter filter;
    filter.setSourceModel(&model);
    TaskExecution starter = task(QStringLiteral("starter"), RunStatus::Waiting);
    starter.childExecutionId = ExecutionId(QStringLiteral("exec-2"));
    model.apply({starter});
    filter.setOnlyTroubled(true);
    const QModelIndex index = filter.index(0, 0);
    QVERIFY(filter.hasChildren(index) && filter.canFetchMore(index));
    QSignalSpy wanted(&model, &TaskTreeModel::childWanted);
    filter.fetchMore(index);
    QCOMPARE(wanted.count(), 1);
}

QTEST_GUILESS_MAIN(tst_TaskFilter)
#include "tst_taskfilter.moc"
