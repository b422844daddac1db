// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/choosabletasksmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace countersign;

namespace {

TaskExecution failed(const QString &item)
{
    TaskExecution row;
    row.id = TaskExecutionId(QString(QStringLiteral("exec-1.t-") + item));
    row.taskName = QStringLiteral("deploy");
    row.loopItem = item;
    row.status = RunStatus::Failed;
    row.statusText = QStringLiteral("Failed");
    return row;
}

} // namespace

class tst_ChoosableTasksModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choose_setsExactlyThese();
    void marks_areSetByChooseAlone();
    void texts_areSafeAndWhole();
};

void tst_ChoosableTasksModel::choose_setsExactlyThese()
{
    ChoosableTasksModel model(
        {failed(QStringLiteral("a")), failed(QStringLiteral("b")), failed(QStringLiteral("c"))});
    QAbstractItemModelTester tester(&model);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy chosen(&model, &ChoosableTasksModel::chosenChanged);
    model.choose({2, 1});
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().at(0).toModelIndex().row(), 1);
    QCOMPARE(changed.first().at(1).toModelIndex().row(), 2);
    // In the order of the list, however they were named.
    QCOMPARE(model.chosen().front()->loopItem, QStringLiteral("b"));
    QCOMPARE(model.chosenCount(), 2);
    model.choose({1, 2});
    QCOMPARE(chosen.size(), 1);
    model.choose({0});
    QCOMPARE(model.chosenCount(), 1);
    QVERIFY(model.isChosen(0) && !model.isChosen(1));
}

void tst_ChoosableTasksModel::marks_areSetByChooseAlone()
{
    ChoosableTasksModel model({failed(QStringLiteral("a"))});
    QVERIFY(!model.setData(model.index(0), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(model.index(0).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    QVERIFY(model.flags(model.index(0)).testFlag(Qt::ItemIsUserCheckable));
}

void tst_ChoosableTasksModel::texts_areSafeAndWhole()
{
    TaskExecution row = failed(QStringLiteral("{\"id\":\"i-1#x\"}"));
    row.statusMessage =
        QString(QStringLiteral("<b>gone</b>") + QChar(0x202E) + QStringLiteral(" for good"));
    ChoosableTasksModel model({row});
    const QString text = model.index(0).data(Qt::DisplayRole).toString();
    QVERIFY2(text.startsWith(QStringLiteral("deploy · item {\"id\":\"i-1#x\"}\n")),
             qPrintable(text));
    QVERIFY(!text.contains(QChar(0x202E)));
    QVERIFY(!model.index(0).data(Qt::AccessibleTextRole).toString().contains(QLatin1Char('\n')));
    const QString tip = model.index(0).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(QStringLiteral("&lt;b&gt;gone")), qPrintable(tip));
    QVERIFY(model.index(0)
                .data(ChoosableTasksModel::SearchRole)
                .toString()
                .contains(QStringLiteral("i-1#x")));
}

QTEST_GUILESS_MAIN(tst_ChoosableTasksModel)
#include "tst_choosabletasksmodel.moc"
