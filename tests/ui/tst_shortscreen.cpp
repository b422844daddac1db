// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/choosabletasksmodel.h"
#include "app/viewmodels/decisionfields.h"
#include "app/viewmodels/decisionsviewmodel.h"
#include "app/viewmodels/decisionviewmodel.h"
#include "quietworld.h"
#include "ui/dialogs/confirmbutton.h"
#include "ui/dialogs/decisiondialog.h"
#include "ui/dialogs/noteedit.h"

#include <QApplication>
#include <QListView>
#include <QScreen>
#include <QScrollArea>
#include <QTest>

using namespace countersign;

//! The dialog of a decision at 200 per cent, where the screen of the tests is 400 pixels high.
class TestShortScreen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void facts_stayInView_data();
    void facts_stayInView();
};

void TestShortScreen::facts_stayInView_data()
{
    QTest::addColumn<Act>("act");
    QTest::addColumn<RunMode>("mode");
    QTest::newRow("retry") << Act::RetryTask << RunMode::FailurePause;
    QTest::newRow("skip") << Act::SkipTask << RunMode::FailurePause;
    QTest::newRow("run") << Act::ExecuteTask << RunMode::Debug;
    QTest::newRow("end") << Act::CompleteExecution << RunMode::Debug;
}

//! Account, consequence and buttons, before anything is scrolled and with all that is chosen.
void TestShortScreen::facts_stayInView()
{
    QFETCH(Act, act);
    QFETCH(RunMode, mode);
    DecisionCase made;
    made.act = act;
    made.where.place = {ProfileId(QStringLiteral("p")), RegionId(QStringLiteral("cn-hangzhou"))};
    made.where.profileAlias = QStringLiteral("acme");
    made.facts.row.id.place = made.where.place;
    made.facts.row.id.executionId = ExecutionId(QStringLiteral("exec-7f3a9c20b1d84e5f93"));
    Execution run;
    run.id = made.facts.row.id.executionId;
    run.status = RunStatus::Waiting;
    run.mode = mode;
    made.facts.execution.value = run;
    made.facts.tasks.value.emplace();
    for (int i = 0; i < 4; ++i) {
        TaskExecution row;
        row.id = TaskExecutionId(QStringLiteral("exec-7f3a9c20b1d84e5f93.t%1").arg(i));
        row.taskName = QStringLiteral("deploy");
        row.loopItem = QStringLiteral("item-%1").arg(i);
        row.status = RunStatus::Failed;
        row.statusText = QStringLiteral("Failed");
        made.facts.tasks.value->push_back(row);
    }
    const auto tree = readTemplateTree(QStringLiteral(
        "FormatVersion: OOS-2019-06-01\nTasks:\n  - {Name: first, Action: 'ACS::Sleep'}\n"));
    made.facts.outline = outlineOf(tree.tree.value());
    QuietWorld world;
    DecisionsViewModel decisions;
    DecisionDialog dialog(std::make_unique<DecisionViewModel>(
                              std::make_unique<DecisionFields>(std::move(made)), TagInNote::Never,
                              std::make_unique<DecideFlow>(world.services, DecisionBasis{})),
                          decisions);
    const int room = dialog.screen()->availableSize().height();
    QCOMPARE(room, 400);
    dialog.open();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    if (auto *rows = dialog.findChild<QListView *>(QStringLiteral("list")))
        rows->selectAll();
    dialog.noteEdit()->setPlainText(QString(600, QLatin1Char('x')));
    QCoreApplication::processEvents();

    QVERIFY2(dialog.height() <= room - 24, qPrintable(QString::number(dialog.height())));
    auto *area = dialog.findChild<QScrollArea *>(QStringLiteral("scrollArea"));
    for (const char *name : {"banner", "consequence", "backButton", "confirmButton"}) {
        const auto *part = dialog.findChild<QWidget *>(QLatin1String(name));
        const QRect place(part->mapTo(&dialog, QPoint(0, 0)), part->size());
        const bool isScrolled = area->isAncestorOf(part);
        const QRect seen =
            isScrolled ? QRect(area->mapTo(&dialog, QPoint(0, 0)), area->size()) : dialog.rect();
        QVERIFY2(place.top() >= seen.top() && place.bottom() <= seen.bottom(), name);
    }
    // What is entered is reached by scrolling, not squeezed.
    QVERIFY(area->isAncestorOf(dialog.noteEdit()));
    QVERIFY(dialog.noteEdit()->height() >= dialog.noteEdit()->minimumHeight());
    area->ensureWidgetVisible(dialog.noteEdit());
    const int note = dialog.noteEdit()->mapTo(&dialog, QPoint(0, 0)).y();
    QVERIFY(note >= area->y() && note < area->y() + area->height());
}

int main(int argc, char *argv[])
{
    qputenv("QT_SCALE_FACTOR", "2");
    QApplication program(argc, argv);
    TestShortScreen test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_shortscreen.moc"
