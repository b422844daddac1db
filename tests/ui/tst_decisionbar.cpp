// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/format.h"
#include "app/viewmodels/debuglane.h"
#include "app/viewmodels/decisionviewmodel.h"
#include "app/viewmodels/reviewviewmodel.h"
#include "dialogchecks.h"
#include "tests/app/viewmodels/person.h"
#include "ui/dialogs/confirmbutton.h"
#include "ui/windows/actions.h"
#include "ui/windows/decisionbar.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QMainWindow>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;

namespace {

QByteArray sleeping(int count)
{
    QByteArray text = "FormatVersion: OOS-2019-06-01\nTasks:\n";
    for (int i = 1; i <= count; ++i)
        text += "  - Name: look" + QByteArray::number(i) +
                "\n    Action: ACS::ExecuteAPI\n    Properties: {Service: ECS, API: "
                "DescribeInstances, Parameters: {RegionId: cn-hangzhou}}\n";
    return text;
}

} // namespace

//! The foot of a review on waits of the real sandbox.
class TestDecisionBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void approval_hasItsTwoActs();
    void debugRun_hasTheLane();
    void lane_restsAfterTheNextTaskChanged();
    void lane_heldKeyNeverSteps();
    void lane_tripleClick_stepsOnce();
    void lane_anotherRunWithTheSameTask_rests();
    void lane_changedFact_rests();
    void lane_heldThroughAChange_stepsNothing();
    void lane_highRiskWantsTheDialog();
    void unreadTemplate_closesApproveByEveryWay();
    void unknownKind_isNamed();
    void narrow_leavesWhatMoreHas();

private:
    void show(const ExecutionId &id, bool isReadable = true);
    ExecutionId start(const QString &name, const QString &mode);
    QPushButton *button(const char *name) const
    {
        return m_bar->findChild<QPushButton *>(QString::fromLatin1(name));
    }
    bool isShown(const char *name) const { return !button(name)->isHidden(); }

    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Person> m_person;
    std::unique_ptr<QMainWindow> m_window;
    std::unique_ptr<ReviewViewModel> m_review;
    std::vector<std::unique_ptr<DecisionViewModel>> m_decisions;
    ActionSet *m_actions = nullptr;
    DecisionBar *m_bar = nullptr;
    int m_dialogs = 0;
};

void TestDecisionBar::init()
{
    m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
    m_sandbox->addTemplate(QStringLiteral("ask"), testtemplates::approval(1));
    m_sandbox->addTemplate(QStringLiteral("steps"), sleeping(4));
    m_sandbox->addTemplate(QStringLiteral("risky"), testtemplates::highRisk());
    m_sandbox->addTemplate(QStringLiteral("pause"),
                           "FormatVersion: OOS-2019-06-01\nTasks:\n  - Name: hold\n    Action: "
                           "ACS::Pause\n    Properties: {}\n");
    QVERIFY2(m_sandbox->start(), qPrintable(m_sandbox->problem()));
    m_folder = std::make_unique<QTemporaryDir>();
    m_person = std::make_unique<Person>(m_sandbox->announcement(), 0, m_folder->path());
    m_person->watch.start();
    QTRY_VERIFY(m_person->world.profiles.identity(m_person->world.place().profile).has_value());
    m_dialogs = 0;
}

void TestDecisionBar::cleanup()
{
    m_window.reset();
    m_decisions.clear();
    m_review.reset();
    m_person.reset();
    m_sandbox.reset();
}

ExecutionId TestDecisionBar::start(const QString &name, const QString &mode)
{
    return m_person->startWaiting(
        name, {{QStringLiteral("Mode"), mode},
               {QStringLiteral("SafetyCheck"), QStringLiteral("ConfirmEveryHighRiskAction")}});
}

void TestDecisionBar::show(const ExecutionId &id, bool isReadable)
{
    m_review = std::make_unique<ReviewViewModel>(
        std::make_unique<ReviewFlow>(m_person->world.services()), m_person->files);
    m_window = std::make_unique<QMainWindow>();
    m_actions = new ActionSet(m_window.get());
    m_bar = new DecisionBar(*m_actions, m_window.get());
    m_window->setCentralWidget(m_bar);
    m_window->resize(1'000, 80);
    m_window->show();
    const auto update = [this] {
        m_bar->update(*m_review);
        m_actions->update(*m_review);
    };
    connect(m_review.get(), &ReviewViewModel::changed, m_bar, update);
    connect(m_bar, &DecisionBar::kindNamed, m_review.get(), &ReviewViewModel::nameKind);
    connect(m_actions->action(Command::StepTask), &QAction::triggered, m_bar,
            &DecisionBar::pressStep);
    connect(m_bar, &DecisionBar::stepWanted, m_bar, [this] {
        if (auto decision = m_review->lane().step())
            m_decisions.push_back(std::move(decision));
        else if (!m_review->lane().isStepping())
            ++m_dialogs;
    });
    m_review->show(m_person->foundRow(id));
    QTRY_VERIFY(!m_review->isReading() && m_review->state() == ReviewViewModel::State::Ready);
    QTRY_VERIFY(!isReadable || !m_review->templateContent().isEmpty());
    update();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestDecisionBar::approval_hasItsTwoActs()
{
    show(start(QStringLiteral("ask"), QStringLiteral("Automatic")));
    QVERIFY(isShown("approveButton") && isShown("rejectButton"));
    for (const char *name : {"retryButton", "skipButton", "runButton", "cancelTaskButton",
                             "endButton", "stepButton", "decideAsButton"})
        QVERIFY2(!isShown(name), name);
    // Apart from each other.
    QVERIFY(button("approveButton")->x() - button("rejectButton")->geometry().right() >= 90);
    // What a state that was read rules out stays in the menu and says why.
    const QAction *run = m_actions->action(Command::RunTask);
    QVERIFY(run->isVisible() && !run->isEnabled());
    QVERIFY2(run->statusTip().contains(QStringLiteral("Debug mode")), qPrintable(run->statusTip()));
    QCOMPARE(descriptionsWithMarkup(*m_window), QStringList());
    // An approval is never retried or skipped.
    QVERIFY(!m_actions->action(Command::SkipTask)->isEnabled());
}

void TestDecisionBar::debugRun_hasTheLane()
{
    show(start(QStringLiteral("steps"), QStringLiteral("Debug")));
    QVERIFY(isShown("stepButton") && isShown("runButton") && isShown("endButton") &&
            isShown("cancelTaskButton"));
    QVERIFY(!isShown("approveButton") && !isShown("rejectButton"));
    QCOMPARE(button("stepButton")->accessibleName(), QStringLiteral("Run task “look1” (F10)"));
    QTRY_VERIFY(!static_cast<ConfirmButton *>(button("stepButton"))->isResting());
    QTest::keyClick(m_window.get(), Qt::Key_F10);
    QCOMPARE(m_decisions.size(), std::size_t(1));
    QTRY_VERIFY(!button("stepButton")->isEnabled());
    QTRY_COMPARE_WITH_TIMEOUT(button("stepButton")->accessibleName(),
                              QStringLiteral("Run task “look2” (F10)"), 10'000);
    QCOMPARE(m_dialogs, 0);
}

void TestDecisionBar::lane_restsAfterTheNextTaskChanged()
{
    show(start(QStringLiteral("steps"), QStringLiteral("Debug")));
    auto *step = static_cast<ConfirmButton *>(button("stepButton"));
    QTRY_VERIFY(!step->isResting());
    step->click();
    QCOMPARE(m_decisions.size(), std::size_t(1));
    QTRY_COMPARE_WITH_TIMEOUT(step->accessibleName(), QStringLiteral("Run task “look2” (F10)"),
                              10'000);
    QVERIFY(step->isResting());
    QTest::keyClick(m_window.get(), Qt::Key_F10);
    step->click();
    QCOMPARE(m_decisions.size(), std::size_t(1));
    QVERIFY(m_bar->findChild<QLabel *>(QStringLiteral("reasonLabel"))
                ->text()
                .startsWith(QStringLiteral("ready in")));
    QTRY_VERIFY(!step->isResting());
    QTest::keyClick(m_window.get(), Qt::Key_F10);
    QCOMPARE(m_decisions.size(), std::size_t(2));
    QCOMPARE(m_decisions.back()->record().nextTaskName, QStringLiteral("look2"));
}

void TestDecisionBar::lane_heldKeyNeverSteps()
{
    show(start(QStringLiteral("steps"), QStringLiteral("Debug")));
    auto *step = static_cast<ConfirmButton *>(button("stepButton"));
    QTRY_VERIFY(!step->isResting());
    QVERIFY(!m_actions->action(Command::StepTask)->autoRepeat());
    step->setFocus();
    QKeyEvent held(QEvent::KeyPress, Qt::Key_Space, Qt::NoModifier, QStringLiteral(" "), true);
    QCoreApplication::sendEvent(step, &held);
    QKeyEvent released(QEvent::KeyRelease, Qt::Key_Space, Qt::NoModifier, QStringLiteral(" "),
                       true);
    QCoreApplication::sendEvent(step, &released);
    QTest::keyClick(step, Qt::Key_Return);
    QVERIFY(m_decisions.empty());
    QVERIFY(m_sandbox->receipts(QStringLiteral("NotifyExecution")).empty());
}

void TestDecisionBar::lane_tripleClick_stepsOnce()
{
    show(start(QStringLiteral("steps"), QStringLiteral("Debug")));
    auto *step = static_cast<ConfirmButton *>(button("stepButton"));
    QTRY_VERIFY(!step->isResting());
    const QPointF place = step->rect().center();
    for (const QEvent::Type type : {QEvent::MouseButtonPress, QEvent::MouseButtonDblClick,
                                    QEvent::MouseButtonPress, QEvent::MouseButtonDblClick}) {
        QMouseEvent down(type, place, step->mapToGlobal(place), Qt::LeftButton, Qt::LeftButton,
                         Qt::NoModifier);
        QMouseEvent up(QEvent::MouseButtonRelease, place, step->mapToGlobal(place), Qt::LeftButton,
                       Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(step, &down);
        QCoreApplication::sendEvent(step, &up);
    }
    QTRY_COMPARE_WITH_TIMEOUT(step->accessibleName(), QStringLiteral("Run task “look2” (F10)"),
                              10'000);
    QCOMPARE(m_decisions.size(), std::size_t(1));
    QCOMPARE(m_dialogs, 0);
    QCOMPARE(m_sandbox->receipts(QStringLiteral("NotifyExecution")).size(), std::size_t(1));
}

//! The button says the same words, and would run them elsewhere.
void TestDecisionBar::lane_anotherRunWithTheSameTask_rests()
{
    const ExecutionId other = start(QStringLiteral("steps"), QStringLiteral("Debug"));
    show(start(QStringLiteral("steps"), QStringLiteral("Debug")));
    auto *step = static_cast<ConfirmButton *>(button("stepButton"));
    QTRY_VERIFY(!step->isResting());
    const QString words = step->accessibleName();
    const auto isOther = [&] {
        return m_review->executionId() == other && step->isVisible() && step->isEnabled() &&
               step->accessibleName() == words;
    };
    bool isSeen = false;
    bool wasResting = false;
    // The bar was told before: this is the first moment at which its words can be pressed.
    connect(m_review.get(), &ReviewViewModel::changed, m_bar, [&] {
        if (isSeen || !isOther())
            return;
        isSeen = true;
        wasResting = step->isResting();
        QTest::keyClick(m_window.get(), Qt::Key_F10);
        QTest::mouseClick(step, Qt::LeftButton);
    });
    m_review->show(m_person->foundRow(other));
    QTRY_VERIFY(isSeen);
    QVERIFY(wasResting);
    QVERIFY(m_decisions.empty());
}

void TestDecisionBar::lane_changedFact_rests()
{
    show(start(QStringLiteral("steps"), QStringLiteral("Debug")));
    auto *step = static_cast<ConfirmButton *>(button("stepButton"));
    QTRY_VERIFY(!step->isResting());
    m_bar->rest();
    QVERIFY(step->isResting());
    QTest::keyClick(m_window.get(), Qt::Key_F10);
    QVERIFY(m_decisions.empty());
    QVERIFY(m_bar->findChild<QLabel *>(QStringLiteral("reasonLabel"))
                ->text()
                .startsWith(QStringLiteral("ready in")));
}

void TestDecisionBar::lane_heldThroughAChange_stepsNothing()
{
    show(start(QStringLiteral("steps"), QStringLiteral("Debug")));
    auto *step = static_cast<ConfirmButton *>(button("stepButton"));
    QTRY_VERIFY(!step->isResting());
    QTest::mousePress(step, Qt::LeftButton);
    m_bar->rest();
    QTRY_VERIFY(!step->isResting());
    QTest::mouseRelease(step, Qt::LeftButton);
    QVERIFY(m_decisions.empty());
    QVERIFY(m_bar->findChild<QLabel *>(QStringLiteral("reasonLabel"))
                ->text()
                .contains(QStringLiteral("press it again")));
    QTest::mouseClick(step, Qt::LeftButton);
    QCOMPARE(m_decisions.size(), std::size_t(1));
}

//! D10 of security.md: by pointer, keyboard, shortcut and accessibility action.
void TestDecisionBar::unreadTemplate_closesApproveByEveryWay()
{
    const ExecutionId id = start(QStringLiteral("ask"), QStringLiteral("Automatic"));
    m_sandbox->setFaults(R"([{"fault":"garbage","action":"GetExecutionTemplate"}])");
    show(id, false);
    QTRY_VERIFY(m_review->capability(Act::Approve).isPossibleUnseen);
    m_bar->update(*m_review);
    m_actions->update(*m_review);
    QPushButton *approve = button("approveButton");
    const QAction *action = m_actions->action(Command::Approve);
    const QSignalSpy triggered(action, &QAction::triggered);
    QVERIFY(!approve->isEnabled() && !action->isEnabled());
    QVERIFY(button("rejectButton")->isEnabled());
    QTest::mouseClick(approve, Qt::LeftButton);
    approve->setFocus();
    QTest::keyClick(approve, Qt::Key_Space);
    QTest::keyClick(approve, Qt::Key_Return);
    QTest::keyClick(m_window.get(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QAccessible::queryAccessibleInterface(approve)->actionInterface()->doAction(
        QAccessibleActionInterface::pressAction());
    QCOMPARE(triggered.count(), 0);
    QVERIFY(!m_review->beginDecision(Act::Approve));
    QVERIFY(m_bar->findChild<QLabel *>(QStringLiteral("reasonLabel"))
                ->text()
                .startsWith(QStringLiteral("The template could not be read.")));
    const QAction *unseen = m_actions->action(Command::DecideUnseen);
    QVERIFY(unseen->isEnabled() && unseen->isVisible());
    QVERIFY(button("moreButton")->menu()->actions().contains(unseen));
}

void TestDecisionBar::lane_highRiskWantsTheDialog()
{
    show(start(QStringLiteral("risky"), QStringLiteral("Debug")));
    QCOMPARE(button("stepButton")->accessibleName(), QStringLiteral("Run task…"));
    QVERIFY(m_bar->findChild<QLabel *>(QStringLiteral("reasonLabel"))
                ->text()
                .contains(QStringLiteral("high-risk")));
    QTRY_VERIFY(!static_cast<ConfirmButton *>(button("stepButton"))->isResting());
    QTest::keyClick(m_window.get(), Qt::Key_F10);
    QCOMPARE(m_dialogs, 1);
    QVERIFY(m_decisions.empty());
}

void TestDecisionBar::unknownKind_isNamed()
{
    // No document tells what a pause is answered with: its kind is probable only.
    show(start(QStringLiteral("pause"), QStringLiteral("Automatic")));
    QCOMPARE(m_review->confidence(), Confidence::Probable);
    QVERIFY(isShown("decideAsButton"));
    QMenu *menu = button("decideAsButton")->menu();
    QAction *approval = nullptr;
    for (QAction *entry : menu->actions()) {
        if (entry->text() == waitKindLabel(WaitKind::Approval))
            approval = entry;
    }
    QVERIFY(approval != nullptr);
    approval->trigger();
    QVERIFY(m_review->namedKind() == WaitKind::Approval);
    const auto decision = m_review->beginDecision(Act::Approve);
    QVERIFY(decision->tickText().contains(QStringLiteral("not recognised by the program")));
    QCOMPARE(decision->record().kind, WaitKind::Approval);
    QCOMPARE(decision->record().confidence, Confidence::Probable);
}

void TestDecisionBar::narrow_leavesWhatMoreHas()
{
    show(start(QStringLiteral("steps"), QStringLiteral("Debug")));
    m_window->resize(520, 80);
    QTRY_VERIFY(!isShown("endButton") || !isShown("cancelTaskButton"));
    QVERIFY(isShown("stepButton"));
    const QMenu *more = button("moreButton")->menu();
    for (const Command command :
         {Command::RunTask, Command::CancelTask, Command::CompleteExecution})
        QVERIFY(more->actions().contains(m_actions->action(command)));
    m_window->resize(1'000, 80);
    QTRY_VERIFY(isShown("endButton") && isShown("cancelTaskButton") && isShown("runButton"));
}

QTEST_MAIN(TestDecisionBar)
#include "tst_decisionbar.moc"
