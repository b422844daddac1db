// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/riskycallmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace countersign;

namespace {

RiskyCall risky(const QString &api, const std::vector<QString> &tasks, RiskyCall::Source source)
{
    RiskyCall call{{QStringLiteral("ECS"), api}, {}, source, {}};
    for (const QString &task : tasks)
        call.steps.push_back({task, RiskyStep::Where::Unknown, false});
    return call;
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
    void steps_sayHowTheyLieToTheWaitingTask();
    void nestedTemplates_areNamed();
    void untoldCalls_saySo();
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

void tst_RiskyCallModel::steps_sayHowTheyLieToTheWaitingTask()
{
    using Where = RiskyStep::Where;
    RiskyCall call = risky(QStringLiteral("StopInstance"), {}, RiskyCall::Source::Both);
    call.steps = {{QStringLiteral("a"), Where::Before, false},
                  {QStringLiteral("b"), Where::Waiting, false},
                  {QStringLiteral("c"), Where::After, true},
                  {QStringLiteral("d"), Where::AfterError, false}};
    RiskyCallModel model;
    model.apply({call});
    const QString wanted =
        QStringLiteral("a (before the waiting task), b (the waiting task), c (after the waiting "
                       "task) – rated Risk: Normal, d (after the waiting task, on an error)");
    QCOMPARE(cell(model, 0, RiskyCallModel::TasksColumn), wanted);
    QCOMPARE(model.index(0, RiskyCallModel::TasksColumn).data(RiskyCallModel::CopyRole).toString(),
             wanted);
    QCOMPARE(cell(model, 0, RiskyCallModel::SourceColumn),
             QStringLiteral("by OOS, newest version, and by name"));
}

void tst_RiskyCallModel::nestedTemplates_areNamed()
{
    RiskyCall call = risky(QStringLiteral("RebootInstance"), {}, RiskyCall::Source::Service);
    call.templates = {QStringLiteral("ACS::ECS::RebootInstance"), QStringLiteral("x\u202E")};
    RiskyCallModel model;
    model.apply({call});
    QCOMPARE(cell(model, 0, RiskyCallModel::SourceColumn),
             QStringLiteral("by OOS, newest version; in the nested template "
                            "ACS::ECS::RebootInstance, x⟨U+202E⟩"));
}

void tst_RiskyCallModel::untoldCalls_saySo()
{
    RiskyCall nested{{{}, QStringLiteral("cleanup-child")}, {}, RiskyCall::Source::Untold, {}};
    RiskyCall unnamed{{}, {}, RiskyCall::Source::Untold, {}};
    RiskyCall built{
        {QStringLiteral("ECS"), QStringLiteral("{{ api }}")}, {}, RiskyCall::Source::Untold, {}};
    RiskyCallModel model;
    model.apply({nested, unnamed, built});
    QCOMPARE(cell(model, 0, RiskyCallModel::CallColumn),
             QStringLiteral("Calls of the template cleanup-child"));
    QCOMPARE(cell(model, 1, RiskyCallModel::CallColumn), QStringLiteral("Call that is not named"));
    QCOMPARE(cell(model, 2, RiskyCallModel::CallColumn), QStringLiteral("ECS {{ api }}"));
    QCOMPARE(cell(model, 2, RiskyCallModel::SourceColumn),
             QStringLiteral("cannot be told from the text"));
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
