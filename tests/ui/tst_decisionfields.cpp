// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/choosabletasksmodel.h"
#include "app/viewmodels/decisionfields.h"
#include "app/viewmodels/decisionsviewmodel.h"
#include "app/viewmodels/decisionviewmodel.h"
#include "dialogchecks.h"
#include "hostiletexts.h"
#include "quietworld.h"
#include "ui/dialogs/confirmbutton.h"
#include "ui/dialogs/decisiondialog.h"

#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPointer>
#include <QPushButton>
#include <QTest>

using namespace countersign;

namespace {

DecisionCase caseFor(Act act, RunMode mode)
{
    DecisionCase made;
    made.act = act;
    made.facts.row.id.place = {ProfileId(QStringLiteral("p")),
                               RegionId(QStringLiteral("cn-hangzhou"))};
    made.facts.row.id.executionId = ExecutionId(QStringLiteral("exec-7f3a9c20b1d84e5f93"));
    Execution run;
    run.id = made.facts.row.id.executionId;
    run.status = RunStatus::Waiting;
    run.mode = mode;
    made.facts.execution.value = run;
    made.facts.tasks.value.emplace();
    made.where.place = made.facts.row.id.place;
    made.where.profileAlias = QStringLiteral("acme");
    made.frozenAt = QDateTime::currentDateTimeUtc();
    return made;
}

DecisionCase failedCase(int rows, Act act = Act::RetryTask)
{
    DecisionCase made = caseFor(act, RunMode::FailurePause);
    for (int i = 0; i < rows; ++i) {
        TaskExecution row;
        row.id = TaskExecutionId(QStringLiteral("exec-7f3a9c20b1d84e5f93.t%1").arg(i));
        row.taskName = QStringLiteral("deploy");
        row.taskAction = QStringLiteral("ACS::Sleep");
        row.loopItem = QStringLiteral("item-%1").arg(i);
        row.status = RunStatus::Failed;
        row.statusText = QStringLiteral("Failed");
        row.statusMessage =
            i % 2 == 0 ? QStringLiteral("The server is busy.") : QStringLiteral("Gone.");
        made.facts.tasks.value->push_back(row);
    }
    return made;
}

DecisionCase debugCase(const QByteArray &tasks = "  - {Name: first, Action: 'ACS::Sleep'}\n"
                                                 "  - {Name: second, Action: 'ACS::Sleep'}\n")
{
    DecisionCase made = caseFor(Act::ExecuteTask, RunMode::Debug);
    const auto tree =
        readTemplateTree(QString::fromUtf8("FormatVersion: OOS-2019-06-01\nTasks:\n" + tasks));
    made.facts.outline = outlineOf(tree.tree.value());
    return made;
}

} // namespace

class TestDecisionFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void rows_spaceAndBusChooseAlike();
    void rows_filterKeepsWhatIsChosen();
    void rows_manyStayQuick();
    void rows_anotherChoiceRests();
    void task_isChosenFromTheTemplate();
    void task_riskyWearsDanger();
    void loopItem_isSentAsItIs();
    void endState_isAskedFor();
    void ticks_followTheChoice();
    void production_isTyped();
    void over_isSaid();
    void names_data();
    void names();
    void hostileTextStaysText();

private:
    void open(DecisionCase made);
    template <class Widget>
    Widget *child(const char *name) const
    {
        return m_dialog->findChild<Widget *>(QString::fromLatin1(name));
    }
    DecisionFields &fields() const { return *m_dialog->decision().fields(); }

    std::unique_ptr<QuietWorld> m_world;
    std::unique_ptr<DecisionsViewModel> m_decisions;
    QPointer<DecisionDialog> m_dialog;
};

void TestDecisionFields::init()
{
    m_world = std::make_unique<QuietWorld>();
    m_decisions = std::make_unique<DecisionsViewModel>();
}

void TestDecisionFields::cleanup()
{
    delete m_dialog;
    m_decisions.reset();
    m_world.reset();
}

void TestDecisionFields::open(DecisionCase made)
{
    auto decision = std::make_unique<DecisionViewModel>(
        std::make_unique<DecisionFields>(std::move(made)), TagInNote::Never,
        std::make_unique<DecideFlow>(m_world->services, DecisionBasis{}));
    m_dialog = new DecisionDialog(std::move(decision), *m_decisions);
    m_dialog->open();
    m_dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
}

void TestDecisionFields::rows_spaceAndBusChooseAlike()
{
    open(failedCase(3));
    auto *list = child<QListView>("list");
    QCOMPARE(list->accessibleName(), QStringLiteral("Failed tasks"));
    list->setFocus();
    list->setCurrentIndex({});
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Space);
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Space);
    QCOMPARE(fields().rows()->chosenCount(), 2);
    QCOMPARE(fields().record().taskExecutionIds.size(), std::size_t(2));
    // As assistive technology does it, and sees it.
    QAccessibleInterface *bus = QAccessible::queryAccessibleInterface(list);
    QVERIFY(bus != nullptr && bus->tableInterface() != nullptr);
    QAccessibleInterface *third = bus->child(2);
    QVERIFY(third->text(QAccessible::Name).contains(QStringLiteral("deploy · item item-2")));
    QVERIFY(third->state().checkable);
    QVERIFY(!third->state().checked);
    QVERIFY(third->actionInterface() != nullptr);
    third->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
    QCOMPARE(fields().rows()->chosenCount(), 3);
    QVERIFY(third->state().checked);
    // A click takes one away again.
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualRect(list->model()->index(0, 0)).center());
    QCOMPARE(fields().rows()->chosenCount(), 2);
    QVERIFY(!fields().rows()->isChosen(0));
}

void TestDecisionFields::rows_filterKeepsWhatIsChosen()
{
    open(failedCase(60));
    auto *list = child<QListView>("list");
    auto *filter = child<QLineEdit>("filterEdit");
    filter->setText(QStringLiteral("GONE"));
    child<QPushButton>("allButton")->click();
    QCOMPARE(fields().rows()->chosenCount(), 30);
    QVERIFY(list->isRowHidden(0));
    filter->setText(QStringLiteral("item-0"));
    QVERIFY(!list->isRowHidden(0) && list->isRowHidden(1));
    QCOMPARE(fields().rows()->chosenCount(), 30);
    child<QPushButton>("noneButton")->click();
    QCOMPARE(fields().rows()->chosenCount(), 0);
    QVERIFY(!m_dialog->confirmButton()->isEnabled());
}

void TestDecisionFields::rows_manyStayQuick()
{
    QElapsedTimer timer;
    timer.start();
    open(failedCase(500));
    child<QPushButton>("allButton")->click();
    // The most for one decision; the rest is said to follow.
    QCOMPARE(fields().rows()->chosenCount(), 50);
    QVERIFY(m_dialog->confirmButton()->isEnabled());
    QVERIFY(child<QLabel>("limitLabel")->isVisible());
    QVERIFY(child<QLabel>("limitLabel")->text().contains(QStringLiteral("at most 50")));
    QCOMPARE(child<QLabel>("countLabel")->text(),
             QStringLiteral("50 of 500 failed task(s) chosen"));
    child<QLineEdit>("filterEdit")->setText(QStringLiteral("item-49"));
    qInfo("500 rows: opened, 50 chosen and filtered in %lld ms",
          static_cast<long long>(timer.elapsed()));
    auto *list = child<QListView>("list");
    list->setFocus();
    list->selectionModel()->setCurrentIndex(list->model()->index(499, 0),
                                            QItemSelectionModel::NoUpdate);
    QTest::keyClick(list, Qt::Key_Space);
    QVERIFY(!m_dialog->confirmButton()->isEnabled());
    QVERIFY(child<QLabel>("obstacleLabel")->text().contains(QStringLiteral("at most 50")));
}

void TestDecisionFields::rows_anotherChoiceRests()
{
    open(failedCase(3));
    fields().rows()->choose({0});
    QTRY_VERIFY(!m_dialog->confirmButton()->isResting());
    fields().rows()->choose({1});
    QVERIFY(m_dialog->confirmButton()->isResting());
    QVERIFY(m_dialog->confirmButton()->accessibleName().contains(QStringLiteral("item-1")));
    m_dialog->confirmButton()->click();
    QCOMPARE(m_dialog->decision().stage(), DecisionViewModel::Stage::Composing);
}

void TestDecisionFields::task_isChosenFromTheTemplate()
{
    open(debugCase());
    auto *task = child<QComboBox>("taskCombo");
    QVERIFY(!task->isEditable());
    QCOMPARE(task->count(), 2);
    QVERIFY2(task->currentText().contains(QStringLiteral("next in order (proposed)")),
             qPrintable(task->currentText()));
    QTest::keyClick(task, Qt::Key_Down);
    QCOMPARE(fields().record().nextTaskName, QStringLiteral("second"));
    QVERIFY(m_dialog->confirmButton()->accessibleName().startsWith(
        QStringLiteral("Run task “second” in acme")));
    QVERIFY(m_dialog->confirmButton()->isResting());
    QTest::keyClicks(task, QStringLiteral("nowhere"));
    QCOMPARE(fields().record().nextTaskName, QStringLiteral("second"));
}

void TestDecisionFields::task_riskyWearsDanger()
{
    open(debugCase("  - {Name: look, Action: 'ACS::ExecuteAPI', Properties: {Service: ECS, API: "
                   "DescribeInstances}}\n"
                   "  - {Name: remove, Action: 'ACS::ExecuteAPI', Properties: {Service: ECS, API: "
                   "DeleteInstance}}\n"));
    QVERIFY(!m_dialog->decision().isDanger());
    fields().chooseTask(QStringLiteral("remove"));
    QVERIFY(m_dialog->decision().isDanger());
    QVERIFY(!m_dialog->confirmButton()->isEnabled());
    auto *tick = child<QCheckBox>("tickBox");
    QVERIFY(tick != nullptr && tick->accessibleName().contains(QStringLiteral("DeleteInstance")));
    tick->click();
    QVERIFY(m_dialog->confirmButton()->isEnabled());
    fields().chooseTask(QStringLiteral("look"));
    QVERIFY(child<QCheckBox>("tickBox") == nullptr);
    QVERIFY(m_dialog->confirmButton()->isEnabled());
}

void TestDecisionFields::loopItem_isSentAsItIs()
{
    DecisionCase made =
        debugCase("  - {Name: each, Action: 'ACS::Sleep', Loop: {Items: [a, b]}}\n");
    TaskExecution item;
    item.id = TaskExecutionId(QStringLiteral("t2"));
    item.taskName = QStringLiteral("each");
    item.parentTaskExecutionId = TaskExecutionId(QStringLiteral("t1"));
    item.loopItem = QStringLiteral("{\"id\": \"i-1#x\",  \"n\": 1.0}");
    made.facts.tasks.value->push_back(item);
    open(made);
    auto *items = child<QComboBox>("itemCombo");
    QVERIFY(items->isVisible());
    QCOMPARE(items->accessibleName(), QStringLiteral("Loop item"));
    QCOMPARE(fields().record().loopItem, QString());
    items->setCurrentIndex(0);
    QCOMPARE(fields().record().loopItem, item.loopItem);
    items->setEditText(QStringLiteral(" other "));
    QCOMPARE(fields().record().loopItem, QStringLiteral(" other "));
}

void TestDecisionFields::endState_isAskedFor()
{
    open(caseFor(Act::CompleteExecution, RunMode::Debug));
    auto *state = child<QComboBox>("stateCombo");
    QCOMPARE(state->accessibleName(), QStringLiteral("End state"));
    QCOMPARE(state->currentIndex(), -1);
    QVERIFY(!m_dialog->confirmButton()->isEnabled());
    state->setFocus();
    QTest::keyClicks(state, QStringLiteral("F"));
    QCOMPARE(fields().record().executionStatus, QStringLiteral("Failed"));
    QVERIFY(!m_dialog->confirmButton()->isEnabled());
    child<QCheckBox>("tickBox")->click();
    QVERIFY(m_dialog->confirmButton()->isEnabled());
    QVERIFY(m_dialog->confirmButton()->accessibleName().startsWith(
        QStringLiteral("End execution as Failed in acme")));
}

void TestDecisionFields::ticks_followTheChoice()
{
    open(failedCase(2, Act::SkipTask));
    fields().rows()->choose({0});
    child<QCheckBox>("tickBox")->click();
    QVERIFY(m_dialog->confirmButton()->isEnabled());
    fields().rows()->choose({0, 1});
    QVERIFY(!m_dialog->confirmButton()->isEnabled());
    QCOMPARE(m_dialog->findChildren<QCheckBox *>(QStringLiteral("tickBox")).size(), 1);
    QVERIFY(!child<QCheckBox>("tickBox")->isChecked());
}

void TestDecisionFields::production_isTyped()
{
    DecisionCase made = failedCase(1);
    made.where.environment.isProduction = true;
    TaskExecution &row = made.facts.tasks.value->front();
    row.taskAction = QStringLiteral("ACS::ExecuteAPI");
    row.properties.json =
        *Json::parse("{\"Service\":\"ECS\",\"API\":\"DeleteInstance\",\"Parameters\":"
                     "{\"InstanceIds\":[\"i-bp1000000000000a01\",\"i-bp1000000000000a02\"]}}")
             .json;
    open(made);
    auto *typed = child<QLineEdit>("typedEdit");
    QVERIFY(typed->isVisible());
    QVERIFY(typed->accessibleName().startsWith(QStringLiteral("How many targets")));
    QVERIFY(child<QCheckBox>("tickBox") == nullptr);
    QVERIFY(!m_dialog->confirmButton()->isEnabled());
    QTest::keyClicks(typed, QStringLiteral("3"));
    QVERIFY(!m_dialog->confirmButton()->isEnabled());
    typed->setText(QString::fromUtf8(" ２"));
    QVERIFY(m_dialog->confirmButton()->isEnabled());
}

void TestDecisionFields::over_isSaid()
{
    open(debugCase());
    QVERIFY(m_dialog->confirmButton()->isEnabled());
    m_dialog->setOverText(QStringLiteral("This run has ended: Success."));
    QVERIFY(!m_dialog->confirmButton()->isEnabled());
    QVERIFY(child<QLabel>("obstacleLabel")->text().startsWith(QStringLiteral("Nothing was sent")));
    m_dialog->setOverText({});
    QVERIFY(m_dialog->confirmButton()->isEnabled());
}

void TestDecisionFields::names_data()
{
    QTest::addColumn<int>("which");
    QTest::newRow("retry") << 0;
    QTest::newRow("run task") << 1;
    QTest::newRow("end") << 2;
}

void TestDecisionFields::names()
{
    QFETCH(int, which);
    open(which == 0   ? failedCase(60)
         : which == 1 ? debugCase()
                      : caseFor(Act::CompleteExecution, RunMode::Debug));
    QCOMPARE(namelessStops(*m_dialog), QStringList());
    QCOMPARE(doubleMnemonics(*m_dialog), QStringList());
    const QSize screen = m_dialog->screen()->availableSize();
    QVERIFY(m_dialog->height() <= screen.height() && m_dialog->width() <= screen.width());
}

void TestDecisionFields::hostileTextStaysText()
{
    for (const QString &hostile : hostileTexts()) {
        DecisionCase made = failedCase(2);
        for (TaskExecution &row : *made.facts.tasks.value) {
            row.taskName = hostile;
            row.loopItem = hostile;
            row.statusMessage = hostile;
        }
        open(made);
        fields().rows()->choose({0});
        QCOMPARE(unsafePlaces(*m_dialog), QStringList());
        const QString shown = fields().rows()->index(0).data(Qt::DisplayRole).toString();
        QVERIFY(!shown.contains(QChar(0x202E)));
        QVERIFY(m_dialog->height() <= m_dialog->screen()->availableSize().height());
        QCOMPARE(fields().record().loopItem, hostile);
        delete m_dialog;
    }
}

QTEST_MAIN(TestDecisionFields)
#include "tst_decisionfields.moc"
