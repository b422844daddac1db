// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/decisionfields.h"
#include "app/viewmodels/decisionsviewmodel.h"
#include "app/viewmodels/decisionviewmodel.h"
#include "app/viewmodels/parametersviewmodel.h"
#include "quietworld.h"
#include "ui/dialogs/confirmbutton.h"
#include "ui/dialogs/decisiondialog.h"
#include "ui/dialogs/noteedit.h"
#include "ui/dialogs/parameterspane.h"
#include "ui/dialogs/taskfield.h"

#include <QApplication>
#include <QTest>

using namespace countersign;

//! The dialog of a decision where parameters stand beside what is read, as on usual screens.
class TestGrowToFit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void laterWords_squeezeNothing();
};

void TestGrowToFit::laterWords_squeezeNothing()
{
    DecisionCase made;
    made.act = Act::ExecuteTask;
    made.where.place = {ProfileId(QStringLiteral("p")), RegionId(QStringLiteral("cn-hangzhou"))};
    made.where.profileAlias = QStringLiteral("acme");
    made.facts.row.id.place = made.where.place;
    made.facts.row.id.executionId = ExecutionId(QStringLiteral("exec-7f3a9c20b1d84e5f93"));
    Execution run;
    run.id = made.facts.row.id.executionId;
    run.status = RunStatus::Waiting;
    run.mode = RunMode::Debug;
    made.facts.execution.value = run;
    made.facts.tasks.value.emplace();
    const auto tree = readTemplateTree(QStringLiteral(
        "FormatVersion: OOS-2019-06-01\nTasks:\n  - {Name: first, Action: 'ACS::Sleep'}\n"));
    made.facts.outline = outlineOf(tree.tree.value());
    QuietWorld world;
    DecisionsViewModel decisions;
    DecisionDialog dialog(std::make_unique<DecisionViewModel>(
                              std::make_unique<DecisionFields>(std::move(made)), TagInNote::Never,
                              std::make_unique<DecideFlow>(world.services, DecisionBasis{})),
                          decisions);
    dialog.open();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    const auto bottomOf = [&dialog](const QWidget *part) {
        return part->mapTo(&dialog, QPoint(0, part->height())).y();
    };
    const auto topOf = [&dialog](const QWidget *part) {
        return part->mapTo(&dialog, QPoint(0, 0)).y();
    };
    const auto *parameters = dialog.findChild<ParametersPane *>();
    const auto *task = dialog.findChild<TaskField *>();
    QVERIFY(parameters != nullptr && task != nullptr);
    QVERIFY(parameters->mapTo(&dialog, QPoint(0, 0)).x() > dialog.width() / 3);
    QVERIFY(bottomOf(parameters) <= topOf(task));

    dialog.decision().fields()->parameters()->setShownText(
        QStringLiteral("{\"a\": 1,,\n\"b\": 2}"));
    dialog.noteEdit()->setPlainText(QString(600, QLatin1Char('x')));
    QTRY_VERIFY(bottomOf(parameters) <= topOf(task));
    QVERIFY(bottomOf(task) <= topOf(dialog.noteEdit()));
    QVERIFY(bottomOf(dialog.noteEdit()) <= topOf(dialog.confirmButton()));
}

int main(int argc, char *argv[])
{
    // The screen of the tests has 800 pixels each way, which is too narrow.
    qputenv("QT_SCALE_FACTOR", "0.5");
    QApplication program(argc, argv);
    TestGrowToFit test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_growtofit.moc"
