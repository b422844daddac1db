// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/tasktreemodel.h"
#include "ui/views/cellcopy.h"
#include "ui/windows/taskspage.h"

#include <QCheckBox>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace countersign;

namespace {

TaskExecution task(const QString &id, RunStatus status, const QString &parent = {})
{
    TaskExecution row;
    row.id = TaskExecutionId(id);
    row.taskName = id;
    row.taskAction = QStringLiteral("ACS::ECS::RebootInstance");
    row.status = status;
    row.parentTaskExecutionId = TaskExecutionId(parent);
    return row;
}

std::vector<TaskExecution> loop(int items, int failed)
{
    const QString parent = QStringLiteral("loop");
    std::vector<TaskExecution> rows{task(parent, RunStatus::Waiting)};
    for (int i = 0; i < items; ++i) {
        rows.push_back(task(QStringLiteral("item%1").arg(i),
                            i < failed ? RunStatus::Failed : RunStatus::Success, parent));
        rows.back().loopItem = QStringLiteral("i-%1").arg(i);
        if (i < failed)
            rows.back().statusMessage = QStringLiteral("The disk is attached.");
    }
    return rows;
}

} // namespace

class tst_TasksPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void smallLoops_areOpen_largeOnesClosed();
    void openedAndClosed_staySo();
    void selection_staysOverRereads();
    void onlyTroubled_opensAndGoesBack();
    void emptyColumns_areHidden();
    void childRun_isAskedForWhenOpened();
    void childRun_canBeOpened();
    void thousandItems_stayQuick();
};

void tst_TasksPage::smallLoops_areOpen_largeOnesClosed()
{
    TaskTreeModel model;
    TasksPage page(&model);
    page.show();
    QTreeView *view = page.view();
    model.apply(loop(5, 1));
    QVERIFY(view->isExpanded(view->model()->index(0, 0)));
    model.apply({});
    page.start();
    model.apply(loop(1'000, 500));
    QVERIFY(!view->isExpanded(view->model()->index(0, 0)));
}

void tst_TasksPage::openedAndClosed_staySo()
{
    TaskTreeModel model;
    TasksPage page(&model);
    page.show();
    QTreeView *view = page.view();
    model.apply(loop(5, 1));
    view->collapse(view->model()->index(0, 0));
    model.apply(loop(6, 2));
    QVERIFY(!view->isExpanded(view->model()->index(0, 0)));
    view->expand(view->model()->index(0, 0));
    model.apply(loop(100, 2));
    QVERIFY(view->isExpanded(view->model()->index(0, 0)));
}

void tst_TasksPage::selection_staysOverRereads()
{
    TaskTreeModel model;
    TasksPage page(&model);
    page.show();
    QTreeView *view = page.view();
    model.apply(loop(50, 10));
    const QModelIndex parent = view->model()->index(0, 0);
    view->setCurrentIndex(view->model()->index(7, 0, parent));
    QSignalSpy reset(view->model(), &QAbstractItemModel::modelReset);
    std::vector<TaskExecution> rows = loop(50, 12);
    rows.erase(rows.begin() + 1);
    model.apply(rows);
    QCOMPARE(view->currentIndex().data(TaskTreeModel::LoopItemRole).toString(),
             QStringLiteral("i-7"));
    QCOMPARE(view->currentIndex().row(), 6);
    QCOMPARE(reset.count(), 0);
}

void tst_TasksPage::onlyTroubled_opensAndGoesBack()
{
    TaskTreeModel model;
    TasksPage page(&model);
    page.show();
    model.apply(loop(1'000, 500));
    page.update();
    QTreeView *view = page.view();
    const auto *count = page.findChild<QLabel *>();
    QCOMPARE(count->text(), QStringLiteral("501 row(s) wait or went wrong."));
    auto *box = page.findChild<QCheckBox *>(QStringLiteral("onlyTroubledBox"));
    box->click();
    const QModelIndex top = view->model()->index(0, 0);
    QCOMPARE(view->model()->rowCount(top), 500);
    QVERIFY(view->isExpanded(top));
    box->click();
    QCOMPARE(view->model()->rowCount(view->model()->index(0, 0)), 1'000);
    QVERIFY(!view->isExpanded(view->model()->index(0, 0)));
}

void tst_TasksPage::emptyColumns_areHidden()
{
    TaskTreeModel model;
    TasksPage page(&model);
    page.show();
    model.apply({task(QStringLiteral("a"), RunStatus::Success)});
    page.update();
    QTreeView *view = page.view();
    QVERIFY(view->isColumnHidden(TaskTreeModel::BatchColumn));
    QVERIFY(view->isColumnHidden(TaskTreeModel::RiskColumn));
    QVERIFY(!view->isColumnHidden(TaskTreeModel::StateColumn));
    TaskSurroundings around;
    around.risks.insert(QStringLiteral("a"), QStringLiteral("ECS RebootInstance – by name"));
    model.apply({task(QStringLiteral("a"), RunStatus::Success)}, around);
    page.update();
    QVERIFY(!view->isColumnHidden(TaskTreeModel::RiskColumn));
}

void tst_TasksPage::childRun_isAskedForWhenOpened()
{
    TaskTreeModel model;
    TasksPage page(&model);
    page.show();
    TaskExecution starter = task(QStringLiteral("a"), RunStatus::Running);
    starter.childExecutionId = ExecutionId(QStringLiteral("exec-2"));
    model.apply({starter});
    QSignalSpy wanted(&model, &TaskTreeModel::childWanted);
    QTreeView *view = page.view();
    QTest::qWait(20);
    QCOMPARE(wanted.count(), 0);
    view->setCurrentIndex(view->model()->index(0, 0));
    QTest::keyClick(view, Qt::Key_Right);
    QCOMPARE(wanted.count(), 1);
    TaskSurroundings around;
    around.children.insert(
        starter.childExecutionId,
        {ChildRun::State::Read, {task(QStringLiteral("inner"), RunStatus::Waiting)}});
    model.apply({starter}, around);
    const QModelIndex top = view->model()->index(0, 0);
    QCOMPARE(view->model()->rowCount(top), 1);
    QVERIFY(view->isExpanded(top));
}

void tst_TasksPage::childRun_canBeOpened()
{
    TaskTreeModel model;
    TasksPage page(&model);
    page.show();
    TaskExecution starter = task(QStringLiteral("a"), RunStatus::Running);
    starter.childExecutionId = ExecutionId(QStringLiteral("exec-2"));
    model.apply({starter, task(QStringLiteral("b"), RunStatus::Running)});
    QSignalSpy wanted(&page, &TasksPage::runWanted);
    auto *copying = page.findChild<CellCopy *>();
    const auto opening = [&](QMenu &menu, int row) -> QAction * {
        copying->fillMenu(&menu, page.view()->model()->index(row, 1));
        for (QAction *action : menu.actions()) {
            if (action->text() == QStringLiteral("&Open the child run"))
                return action;
        }
        return nullptr;
    };
    QMenu none;
    QVERIFY(!opening(none, 1));
    QMenu menu;
    opening(menu, 0)->trigger();
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted[0][0].value<ExecutionId>(), starter.childExecutionId);
}

void tst_TasksPage::thousandItems_stayQuick()
{
    TaskTreeModel model;
    TasksPage page(&model);
    page.resize(900, 400);
    page.show();
    model.apply(loop(1'000, 500));
    QTreeView *view = page.view();
    view->expandAll();
    QSignalSpy reset(view->model(), &QAbstractItemModel::modelReset);
    QSignalSpy layout(view->model(), &QAbstractItemModel::layoutChanged);
    QSignalSpy changed(&model, &TaskTreeModel::dataChanged);
    // One item more has failed: that and the sum of the loop are told, nothing else.
    model.apply(loop(1'000, 501));
    QCOMPARE(reset.count() + layout.count(), 0);
    QCOMPARE(changed.count(), 2);
}

QTEST_MAIN(tst_TasksPage)
#include "tst_taskspage.moc"
