// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/ids.h"
#include "ui/views/cellcopy.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QStandardItemModel>
#include <QTest>
#include <QTreeView>

using namespace countersign;

namespace {

constexpr int exactRole = Qt::UserRole + 1;
constexpr int idRole = Qt::UserRole + 2;

QString copied()
{
    return QGuiApplication::clipboard()->text();
}

QAction *entry(const QMenu &menu, const QString &words)
{
    for (QAction *action : menu.actions()) {
        if (action->text() == words)
            return action;
    }
    return nullptr;
}

} // namespace

class tst_CellCopy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void key_copiesTheCurrentCellAsReceived();
    void menu_copiesRowCellsAndMore();
    void hiddenColumns_areLeftOut();

private:
    QStandardItemModel m_model;
};

void tst_CellCopy::init()
{
    m_model.clear();
    m_model.setHorizontalHeaderLabels({QStringLiteral("Task"), QStringLiteral("R&D")});
    auto *task = new QStandardItem(QStringLiteral("shown"));
    task->setData(QStringLiteral("as\nreceived\u202E"), exactRole);
    task->setData(QVariant::fromValue(TaskExecutionId(QStringLiteral("exec-1#1"))), idRole);
    auto *other = new QStandardItem(QStringLiteral("x"));
    other->setData(QStringLiteral("second"), exactRole);
    m_model.appendRow({task, other});
}

void tst_CellCopy::key_copiesTheCurrentCellAsReceived()
{
    QTreeView view;
    view.setModel(&m_model);
    new CellCopy(&view, exactRole);
    view.show();
    view.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&view));
    view.setFocus();
    view.setCurrentIndex(m_model.index(0, 0));
    QTest::keySequence(&view, QKeySequence::Copy);
    QCOMPARE(copied(), QStringLiteral("as\nreceived\u202E"));
    view.setCurrentIndex(m_model.index(0, 1));
    QTest::keySequence(&view, QKeySequence::Copy);
    QCOMPARE(copied(), QStringLiteral("second"));
}

void tst_CellCopy::menu_copiesRowCellsAndMore()
{
    QTreeView view;
    view.setModel(&m_model);
    CellCopy copying(&view, exactRole);
    copying.addEntry(QStringLiteral("Copy the id"), idRole);
    QMenu menu;
    copying.fillMenu(&menu, m_model.index(0, 1));
    entry(menu, QStringLiteral("Copy &row"))->trigger();
    QCOMPARE(copied(), QStringLiteral("as\nreceived\u202E\tsecond"));
    entry(menu, QStringLiteral("Copy “R&&D”"))->trigger();
    QCOMPARE(copied(), QStringLiteral("second"));
    entry(menu, QStringLiteral("Copy the id"))->trigger();
    QCOMPARE(copied(), QStringLiteral("exec-1#1"));
}

void tst_CellCopy::hiddenColumns_areLeftOut()
{
    QTreeView view;
    view.setModel(&m_model);
    view.setColumnHidden(0, true);
    CellCopy copying(&view, exactRole);
    QMenu menu;
    copying.fillMenu(&menu, m_model.index(0, 1));
    QVERIFY(!entry(menu, QStringLiteral("Copy “Task”")));
    entry(menu, QStringLiteral("Copy &row"))->trigger();
    QCOMPARE(copied(), QStringLiteral("second"));
}

QTEST_MAIN(tst_CellCopy)
#include "tst_cellcopy.moc"
