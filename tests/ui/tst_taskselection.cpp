// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/tasktreemodel.h"
#include "ui/windows/taskselection.h"

#include <QSortFilterProxyModel>
#include <QTest>
#include <QTreeView>
#include <QVBoxLayout>

using namespace countersign;

class tst_TaskSelection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void chooses_aRowBelowAClosedLoop();
    void chooses_throughAModelOfTheView();
    void unknownRow_changesNothing();
    void emptyTree_isFine();

private:
    std::unique_ptr<TaskTreeModel> m_model;
};

void tst_TaskSelection::init()
{
    m_model = std::make_unique<TaskTreeModel>();
    TaskExecution first;
    first.id = TaskExecutionId(QStringLiteral("t1"));
    TaskExecution loop;
    loop.id = TaskExecutionId(QStringLiteral("loop"));
    TaskExecution item;
    item.id = TaskExecutionId(QStringLiteral("item#2"));
    item.parentTaskExecutionId = loop.id;
    m_model->apply({first, loop, item});
}

void tst_TaskSelection::chooses_aRowBelowAClosedLoop()
{
    QTreeView tree;
    tree.setModel(m_model.get());
    showTask(tree, TaskExecutionId(QStringLiteral("item#2")));
    QCOMPARE(tree.currentIndex().data(TaskTreeModel::TaskExecutionIdRole).value<TaskExecutionId>(),
             TaskExecutionId(QStringLiteral("item#2")));
    QVERIFY(tree.isExpanded(m_model->indexOf(TaskExecutionId(QStringLiteral("loop")))));
}

void tst_TaskSelection::chooses_throughAModelOfTheView()
{
    QWidget page;
    auto *column = new QVBoxLayout(&page);
    auto *tree = new QTreeView(&page);
    column->addWidget(tree);
    QSortFilterProxyModel proxy;
    proxy.setSourceModel(m_model.get());
    tree->setModel(&proxy);
    showTask(page, TaskExecutionId(QStringLiteral("loop")));
    QCOMPARE(tree->currentIndex().data(TaskTreeModel::TaskExecutionIdRole).value<TaskExecutionId>(),
             TaskExecutionId(QStringLiteral("loop")));
    QCOMPARE(tree->currentIndex().model(), &proxy);
    tree->setModel(nullptr);
}

void tst_TaskSelection::unknownRow_changesNothing()
{
    QTreeView tree;
    tree.setModel(m_model.get());
    showTask(tree, TaskExecutionId(QStringLiteral("t1")));
    const QModelIndex before = tree.currentIndex();
    QVERIFY(before.isValid());
    showTask(tree, TaskExecutionId(QStringLiteral("gone")));
    QCOMPARE(tree.currentIndex(), before);
}

void tst_TaskSelection::emptyTree_isFine()
{
    QTreeView tree;
    showTask(tree, TaskExecutionId(QStringLiteral("t1")));
    QWidget page;
    showTask(page, TaskExecutionId(QStringLiteral("t1")));
    QVERIFY(!tree.currentIndex().isValid());
}

QTEST_MAIN(tst_TaskSelection)
#include "tst_taskselection.moc"
