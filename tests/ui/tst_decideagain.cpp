// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/followflow.h"
#include "app/models/inboxmodel.h"
#include "app/viewmodels/decisionsviewmodel.h"
#include "app/viewmodels/followviewmodel.h"
#include "app/viewmodels/openviewmodel.h"
#include "tests/app/viewmodels/person.h"
#include "ui/dialogs/confirmbutton.h"
#include "ui/dialogs/decisiondialog.h"
#include "ui/dialogs/unknowndialog.h"
#include "ui/windows/mainwindow.h"

#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;

namespace {

//! Two gates that wait at the same time.
const QByteArray gates = "FormatVersion: OOS-2019-06-01\n"
                         "Tasks:\n"
                         "  - Name: askEach\n"
                         "    Action: ACS::Approve\n"
                         "    Properties:\n"
                         "      NotifyType: WebHook\n"
                         "      WebHook:\n"
                         "        URI: https://example.invalid/hook\n"
                         "        Content: one of them\n"
                         "    Loop:\n"
                         "      Items: [first, second]\n"
                         "      RateControl:\n"
                         "        Mode: Concurrency\n"
                         "        Concurrency: 2\n"
                         "        MaxErrors: 2\n";

//! Two items that fail.
const QByteArray restarting = "FormatVersion: OOS-2019-06-01\n"
                              "Tasks:\n"
                              "  - Name: restart\n"
                              "    Action: ACS::ExecuteAPI\n"
                              "    Properties:\n"
                              "      Service: ECS\n"
                              "      API: RebootInstance\n"
                              "      Parameters: {InstanceId: '{{ ACS::TaskLoopItem }}'}\n"
                              "    Loop:\n"
                              "      Items: [i-1, i-2]\n"
                              "      RateControl: {Mode: Concurrency, Concurrency: 2, "
                              "MaxErrors: 2}\n";

const QByteArray cutOff = R"("fault":"closeBeforeEffect")";

DecideTimes soon()
{
    DecideTimes times;
    times.overrideAfter = std::chrono::milliseconds(0);
    return times;
}

} // namespace

//! Deciding again in spite of an unknown outcome, in the window and on the real sandbox.
class tst_DecideAgain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void siblingIsListed_ownGateIsDecided();
    void movedMeanwhile_isSaid();
    void tooEarly_isSaidAndNothingIsShown();
    void otherDialogOpen_isSaid();
    void otherRunChosenMeanwhile_isSaid();
    void acceptedWithoutEffect_isOfferedBesideTheResult();
    void becomingUnresolved_isReadAnewBeforeItIsClosed();
    void retryOfOneOfSeveral_keepsItsTask();

private:
    //! Waits until the run has so many waiting rows; they.
    std::vector<TaskExecution> waitingRows(std::size_t count);
    WaitRow rowOf(const TaskExecution &task) const;
    //! Decides about the row, gets `fault` for an answer, and waits for the first reading in which
    //! nothing has moved.
    DecisionViewModel *lose(const TaskExecution &task, const QByteArray &fault,
                            const DecideTimes &times = {}, Act act = Act::Approve);
    void openWindow(const std::vector<TaskExecution> &listed);
    //! What is known about it, with its button to decide again.
    QPushButton *againButton();
    DecisionDialog *dialog() const { return m_window->findChild<DecisionDialog *>(); }
    QString told() const
    {
        const auto *bar = m_window->findChild<QWidget *>(QStringLiteral("toldBar"));
        const auto *label = bar->findChild<QLabel *>(QStringLiteral("outcomeLabel"));
        return bar->isVisible() ? label->text() : QString();
    }
    std::size_t sent() const
    {
        return m_sandbox->receipts(QStringLiteral("NotifyExecution")).size();
    }

    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Person> m_person;
    std::unique_ptr<ReviewViewModel> m_review;
    std::unique_ptr<DecisionsViewModel> m_decisions;
    std::unique_ptr<FollowFlow> m_followFlow;
    std::unique_ptr<FollowViewModel> m_follow;
    std::unique_ptr<OpenViewModel> m_open;
    std::unique_ptr<MainWindow> m_window;
    ExecutionId m_run;
};

void tst_DecideAgain::init()
{
    m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
    m_sandbox->addTemplate(QStringLiteral("gates"), gates);
    m_sandbox->addTemplate(QStringLiteral("ask"), testtemplates::approval(1));
    m_sandbox->addTemplate(QStringLiteral("ask-two"), testtemplates::approval(2));
    m_sandbox->addTemplate(QStringLiteral("restarting"), restarting);
    m_folder = std::make_unique<QTemporaryDir>();
    QFile behaviour(m_folder->filePath(QStringLiteral("behaviour.json")));
    QVERIFY(behaviour.open(QIODevice::WriteOnly));
    behaviour.write("[{\"api\":\"RebootInstance\",\"code\":\"Busy\",\"message\":\"is moved\"}]");
    behaviour.close();
    QVERIFY2(m_sandbox->start({QStringLiteral("--scenario"), QStringLiteral("empty"),
                               QStringLiteral("--behaviour"), behaviour.fileName()}),
             qPrintable(m_sandbox->problem()));
    m_person = std::make_unique<Person>(m_sandbox->announcement(), 0, m_folder->path());
    const FlowServices services = m_person->world.services();
    m_decisions = std::make_unique<DecisionsViewModel>(services);
    m_review =
        std::make_unique<ReviewViewModel>(std::make_unique<ReviewFlow>(services), m_person->files);
    m_followFlow = std::make_unique<FollowFlow>(services);
    m_follow = std::make_unique<FollowViewModel>(*m_followFlow, *m_decisions, m_person->files);
    m_open = std::make_unique<OpenViewModel>(services);
    m_run = m_person->startWaiting(QStringLiteral("gates"));
}

void tst_DecideAgain::cleanup()
{
    m_window.reset();
    m_open.reset();
    m_follow.reset();
    m_followFlow.reset();
    m_review.reset();
    m_decisions.reset();
    m_person.reset();
    m_sandbox.reset();
}

std::vector<TaskExecution> tst_DecideAgain::waitingRows(std::size_t count)
{
    std::vector<TaskExecution> waiting;
    const bool isThere = QTest::qWaitFor(
        [&] {
            waiting = m_person->world.rowsOf(m_run);
            std::erase_if(waiting, [](const TaskExecution &row) {
                return row.status != RunStatus::Waiting || row.loopItem.isEmpty();
            });
            return waiting.size() == count;
        },
        10'000);
    return isThere ? waiting : std::vector<TaskExecution>();
}

WaitRow tst_DecideAgain::rowOf(const TaskExecution &task) const
{
    WaitRow row = m_person->foundRow(m_run);
    row.id.taskExecutionId = task.id;
    row.kind = WaitKind::Approval;
    row.taskName = task.taskName;
    return row;
}

DecisionViewModel *tst_DecideAgain::lose(const TaskExecution &task, const QByteArray &fault,
                                         const DecideTimes &times, Act act)
{
    ReviewViewModel review(std::make_unique<ReviewFlow>(m_person->world.services()),
                           m_person->files);
    review.show(rowOf(task));
    if (!QTest::qWaitFor([&] { return review.state() == ReviewViewModel::State::Ready; }, 10'000))
        return nullptr;
    m_sandbox->setFaults("[{" + fault + R"(,"action":"NotifyExecution","times":1}])");
    DecisionStart start;
    start.times = times;
    std::unique_ptr<DecisionViewModel> decision = review.beginDecision(act, start);
    if (!decision)
        return nullptr;
    DecisionViewModel *lost = decision.get();
    lost->setTicked(true);
    lost->confirm();
    m_decisions->adopt(std::move(decision));
    const bool isLost = QTest::qWaitFor(
        [lost] { return lost->flow()->progress().mayOverrideFrom.isValid(); }, 20'000);
    if (!isLost)
        qWarning("%s", qPrintable(lost->outcomeText()));
    return isLost ? lost : nullptr;
}

void tst_DecideAgain::openWindow(const std::vector<TaskExecution> &listed)
{
    m_window = std::make_unique<MainWindow>(WindowParts{m_person->inbox,
                                                        *m_review,
                                                        *m_decisions,
                                                        *m_follow,
                                                        *m_open,
                                                        m_person->files.settings,
                                                        {},
                                                        {},
                                                        {},
                                                        {}});
    WaitSnapshot snapshot;
    for (const TaskExecution &task : listed)
        snapshot.rows.push_back(rowOf(task));
    m_person->inbox.model()->apply(snapshot);
    m_window->resize(1366, 768);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

QPushButton *tst_DecideAgain::againButton()
{
    QDialog *unknown = m_window->openUnknown();
    return unknown ? unknown->findChild<QPushButton *>(QStringLiteral("againButton")) : nullptr;
}

void tst_DecideAgain::siblingIsListed_ownGateIsDecided()
{
    const std::vector<TaskExecution> rows = waitingRows(2);
    QCOMPARE(rows.size(), std::size_t(2));
    const DecisionViewModel *lost = lose(rows.front(), cutOff, soon());
    QVERIFY(lost);
    // The lost one carries no words of the person, but its tag.
    QVERIFY(!lost->record().note.isEmpty());
    openWindow({rows.back()});
    QPushButton *again = againButton();
    QVERIFY(again && again->isVisible());
    again->click();
    QTRY_VERIFY_WITH_TIMEOUT(dialog() || !told().isEmpty(), 10'000);
    QVERIFY2(dialog(), qPrintable(told()));
    const DecisionViewModel &second = dialog()->decision();
    QCOMPARE(second.record().taskExecutionId, rows.front().id);
    QCOMPARE(second.record().predecessor, lost->record().id);
    QCOMPARE(second.note(), QString());
    QVERIFY2(second.tickText().contains(QStringLiteral("both requests may count")),
             qPrintable(second.tickText()));
    QCOMPARE(sent(), std::size_t(1));
}

void tst_DecideAgain::movedMeanwhile_isSaid()
{
    const std::vector<TaskExecution> rows = waitingRows(2);
    QCOMPARE(rows.size(), std::size_t(2));
    QVERIFY(lose(rows.front(), cutOff, soon()));
    openWindow(rows);
    QPushButton *again = againButton();
    QVERIFY(again && again->isVisible());
    // Somebody else decides about it by hand, and no check has seen it yet.
    QVERIFY(m_person->world.call(QStringLiteral("NotifyExecution"),
                                 {{QStringLiteral("ExecutionId"), m_run.text()},
                                  {QStringLiteral("TaskExecutionId"), rows.front().id.text()},
                                  {QStringLiteral("NotifyType"), QStringLiteral("Approve")}}));
    QCOMPARE(waitingRows(1).size(), std::size_t(1));
    again->click();
    QTRY_VERIFY_WITH_TIMEOUT(!told().isEmpty(), 10'000);
    QVERIFY2(told().startsWith(QStringLiteral("Nothing was sent. ")), qPrintable(told()));
    QVERIFY(!dialog());
}

void tst_DecideAgain::tooEarly_isSaidAndNothingIsShown()
{
    const std::vector<TaskExecution> rows = waitingRows(2);
    QCOMPARE(rows.size(), std::size_t(2));
    const DecisionViewModel *lost = lose(rows.front(), cutOff);
    QVERIFY(lost);
    openWindow(rows);
    QPushButton *again = againButton();
    QVERIFY(again && !again->isVisible());
    // As if it had been pressed in the moment before it went.
    auto *unknown = m_window->findChild<UnknownDialog *>();
    Q_EMIT unknown->overrideWanted(lost->record());
    QVERIFY2(told().startsWith(QStringLiteral("Nothing was sent. It cannot be decided again now")),
             qPrintable(told()));
    QCOMPARE(unknown->findChild<QLabel *>(QStringLiteral("answerLabel"))->text(), told());
    QVERIFY(!m_review->rowId());
    QVERIFY(!dialog());
}

void tst_DecideAgain::otherDialogOpen_isSaid()
{
    const std::vector<TaskExecution> rows = waitingRows(2);
    QCOMPARE(rows.size(), std::size_t(2));
    QVERIFY(lose(rows.front(), cutOff, soon()));
    openWindow(rows);
    m_window->openWaits({rowOf(rows.back()).id});
    QTRY_COMPARE_WITH_TIMEOUT(m_review->state(), ReviewViewModel::State::Ready, 10'000);
    DecisionDialog *open = m_window->openDecision(Act::Approve);
    QVERIFY(open);
    Q_EMIT againButton()->clicked();
    QVERIFY2(told().startsWith(QStringLiteral("Nothing was sent. Another decision is open")),
             qPrintable(told()));
    // What the open dialog is about stays behind it.
    QCOMPARE(m_review->taskExecutionId(), rows.back().id);
    QCOMPARE(dialog(), open);
}

void tst_DecideAgain::otherRunChosenMeanwhile_isSaid()
{
    const std::vector<TaskExecution> rows = waitingRows(2);
    QCOMPARE(rows.size(), std::size_t(2));
    QVERIFY(lose(rows.front(), cutOff, soon()));
    const ExecutionId other = m_person->startWaiting(QStringLiteral("ask"));
    openWindow(rows);
    againButton()->click();
    m_window->openWaits({m_person->foundRow(other).id});
    QTRY_VERIFY_WITH_TIMEOUT(!told().isEmpty(), 10'000);
    QCOMPARE(told(), QStringLiteral("Nothing was sent. Another run or task is shown by now."));
    QVERIFY(!dialog());
}

//! Answered with success, and still waiting.
void tst_DecideAgain::acceptedWithoutEffect_isOfferedBesideTheResult()
{
    const std::vector<TaskExecution> rows = waitingRows(2);
    QCOMPARE(rows.size(), std::size_t(2));
    const DecisionViewModel *taken =
        lose(rows.front(), R"("fault":"effectLate","ms":120000)", soon());
    QVERIFY(taken);
    QCOMPARE(taken->decisionState(), DecisionState::Accepted);
    openWindow(rows);
    m_window->openWaits({rowOf(rows.front()).id});
    QTRY_COMPARE_WITH_TIMEOUT(m_review->state(), ReviewViewModel::State::Ready, 10'000);
    QPushButton *again = nullptr;
    const auto *bar = m_window->findChild<QWidget *>(QStringLiteral("resultBar"));
    for (QPushButton *button : bar->findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("Decide again…") && button->isVisible())
            again = button;
    }
    QVERIFY(again);
    again->click();
    QTRY_VERIFY_WITH_TIMEOUT(dialog() || !told().isEmpty(), 10'000);
    QVERIFY2(dialog(), qPrintable(told()));
    QCOMPARE(dialog()->decision().record().taskExecutionId, rows.front().id);
    QCOMPARE(dialog()->decision().record().predecessor, taken->record().id);
    QCOMPARE(sent(), std::size_t(1));
}

void tst_DecideAgain::becomingUnresolved_isReadAnewBeforeItIsClosed()
{
    m_run = m_person->startWaiting(QStringLiteral("ask-two"));
    std::vector<TaskExecution> rows = m_person->world.rowsOf(m_run);
    QCOMPARE(rows.size(), std::size_t(1));
    // With two approvals the end of the window tells nothing.
    DecideTimes times;
    times.window = std::chrono::seconds(5);
    const DecisionViewModel *lost = lose(rows.front(), cutOff, times);
    QVERIFY(lost);
    openWindow(rows);
    auto *unknown = qobject_cast<UnknownDialog *>(m_window->openUnknown());
    QVERIFY(unknown);
    unknown->resize(1'200, 1'400);
    const ConfirmButton *close = unknown->closeDecisionButton();
    QVERIFY(!close->isVisible());
    // Its end is in view, and not for a moment only.
    QTest::qWait(1'500);
    std::optional<bool> wasLive;
    connect(m_decisions.get(), &DecisionsViewModel::changed, unknown, [&] {
        if (lost->decisionState() == DecisionState::Unresolved && !wasLive)
            wasLive = close->isEnabled() && !close->isResting();
    });
    QTRY_VERIFY_WITH_TIMEOUT(
        (m_decisions->checkNow(), lost->decisionState() == DecisionState::Unresolved), 30'000);
    QCOMPARE(wasLive, std::optional(false));
    QVERIFY(close->isVisible());
    QTRY_VERIFY(close->isEnabled() && !close->isResting());
}

void tst_DecideAgain::retryOfOneOfSeveral_keepsItsTask()
{
    m_run = m_person->startWaiting(QStringLiteral("restarting"),
                                   {{QStringLiteral("Mode"), QStringLiteral("FailurePause")}});
    std::vector<TaskExecution> failed = m_person->world.rowsOf(m_run);
    std::erase_if(failed, [](const TaskExecution &row) {
        return row.status != RunStatus::Failed || row.loopItem.isEmpty();
    });
    QCOMPARE(failed.size(), std::size_t(2));
    const DecisionViewModel *lost = lose(failed.back(), cutOff, soon(), Act::RetryTask);
    QVERIFY(lost);
    QCOMPARE(lost->record().taskExecutionId, failed.back().id);
    openWindow({});
    QPushButton *again = againButton();
    QVERIFY(again && again->isVisible());
    again->click();
    QTRY_VERIFY_WITH_TIMEOUT(dialog() || !told().isEmpty(), 10'000);
    QVERIFY2(dialog(), qPrintable(told()));
    const DecisionRecord &second = dialog()->decision().record();
    QCOMPARE(second.act, Act::RetryTask);
    QCOMPARE(second.taskExecutionId, failed.back().id);
    QCOMPARE(second.predecessor, lost->record().id);
    QVERIFY(!dialog()->decision().typedQuestion().isEmpty());
}

QTEST_MAIN(tst_DecideAgain)
#include "tst_decideagain.moc"
