// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/choosabletasksmodel.h"
#include "app/viewmodels/decisionfields.h"
#include "app/viewmodels/decisionviewmodel.h"
#include "app/viewmodels/parametersviewmodel.h"
#include "person.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;

namespace {

//! A loop over servers, whose items are named so that some are unusual.
const QStringList servers{QStringLiteral("i-1"), QStringLiteral("i-2#b"), QStringLiteral("i-3"),
                          QStringLiteral("i-4")};

QByteArray restarting()
{
    return "FormatVersion: OOS-2019-06-01\n"
           "Tasks:\n"
           "  - Name: restart\n"
           "    Action: ACS::ExecuteAPI\n"
           "    Properties:\n"
           "      Service: ECS\n"
           "      API: RebootInstance\n"
           "      Parameters: {InstanceId: '{{ ACS::TaskLoopItem }}'}\n"
           "    Loop:\n"
           "      Items: [i-1, 'i-2#b', i-3, i-4]\n"
           "      RateControl: {Mode: Concurrency, Concurrency: 10, MaxErrors: 4}\n"
           "  - Name: look\n"
           "    Action: ACS::ExecuteAPI\n"
           "    Properties: {Service: ECS, API: DescribeInstances, Parameters: {RegionId: "
           "cn-hangzhou}}\n";
}

QByteArray twoSteps()
{
    return "FormatVersion: OOS-2019-06-01\n"
           "Parameters:\n"
           "  size: {Type: Number, Default: 3}\n"
           "Tasks:\n"
           "  - Name: look\n"
           "    Action: ACS::ExecuteAPI\n"
           "    Properties: {Service: ECS, API: DescribeInstances, Parameters: {RegionId: "
           "cn-hangzhou}}\n"
           "    Outputs:\n"
           "      total: {Type: Number, ValueSelector: .TotalCount}\n"
           "      secretToken: {Type: String, ValueSelector: .RequestId}\n"
           "  - Name: ask\n"
           "    Action: ACS::Approve\n"
           "    Properties: {NotifyType: WebHook, WebHook: {URI: https://example.invalid, "
           "Content: x}}\n"
           "  - Name: again\n"
           "    Action: ACS::ExecuteAPI\n"
           "    Properties: {Service: ECS, API: DescribeInstances, Parameters: {RegionId: "
           "cn-hangzhou}}\n";
}

//! What the last decision sent, without what every request has.
QJsonObject lastSent(const SandboxProcess &sandbox)
{
    const auto sent = sandbox.receipts(QStringLiteral("NotifyExecution"));
    QJsonObject params =
        sent.empty() ? QJsonObject() : sent.back().value(QLatin1String("params")).toObject();
    return params;
}

QString value(const QJsonObject &params, const char *name)
{
    return params.value(QLatin1String(name)).toString();
}

} // namespace

//! Each act of a paused or stepped run with the fields it takes, down to what arrives.
class tst_DecisionActs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void retry_oneItem();
    void retry_several();
    void severalRefused_oneAtATimeIsOffered();
    void skip_needsItsTick();
    void tooMany_areSaid();
    void runTask_withParameters();
    void runTask_thatHasRun_saysSo();
    void runTask_passesOverAnApproval();
    void runTask_unknownName_isNoChoice();
    void end_asFailed();
    void badParameters_sendNothing();
    void draft_outlivesTheDialog();
    void over_isSaidAndBlocks();

private:
    void show(const ExecutionId &id);
    ExecutionId failing();
    ExecutionId debugging();
    void step(const QString &task);
    void confirm(DecisionViewModel &decision);

    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Person> m_person;
    std::unique_ptr<ReviewViewModel> m_review;
    ExecutionId m_id;
};

void tst_DecisionActs::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QFile behaviour(m_folder->filePath(QStringLiteral("behaviour.json")));
    QVERIFY(behaviour.open(QIODevice::WriteOnly));
    // Three of four items fail at their first try.
    behaviour.write("[{\"api\":\"RebootInstance\",\"loopItem\":\"i-1\",\"attempts\":[1,1],"
                    "\"code\":\"Busy\",\"message\":\"The server is being moved.\"},"
                    "{\"api\":\"RebootInstance\",\"loopItem\":\"i-2#b\",\"attempts\":[1,1],"
                    "\"code\":\"Busy\",\"message\":\"The server is being moved.\"},"
                    "{\"api\":\"RebootInstance\",\"loopItem\":\"i-3\",\"attempts\":[1,1],"
                    "\"code\":\"Gone\",\"message\":\"There is no such server.\"},"
                    "{\"api\":\"RebootInstance\",\"reply\":{\"RequestId\":\"r\"}}]");
    behaviour.close();
    m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
    m_sandbox->addTemplate(QStringLiteral("restarting"), restarting());
    m_sandbox->addTemplate(QStringLiteral("two-steps"), twoSteps());
    QStringList arguments{QStringLiteral("--behaviour"), behaviour.fileName()};
    if (QLatin1String(QTest::currentTestFunction()).startsWith(QLatin1String("severalRefused")))
        arguments += {QStringLiteral("--strictness"),
                      QStringLiteral("task-execution-ids-are-execution-ids")};
    QVERIFY2(m_sandbox->start(arguments), qPrintable(m_sandbox->problem()));
    m_person = std::make_unique<Person>(m_sandbox->announcement(), 0, m_folder->path());
}

void tst_DecisionActs::cleanup()
{
    m_review.reset();
    m_person.reset();
    m_sandbox.reset();
}

void tst_DecisionActs::show(const ExecutionId &id)
{
    m_id = id;
    m_review = std::make_unique<ReviewViewModel>(
        std::make_unique<ReviewFlow>(m_person->world.services()), m_person->files);
    m_review->show(m_person->foundRow(id));
    QTRY_COMPARE(m_review->state(), ReviewViewModel::State::Ready);
    QTRY_VERIFY(!m_review->isReading());
}

ExecutionId tst_DecisionActs::failing()
{
    const ExecutionId id = m_person->startWaiting(
        QStringLiteral("restarting"), {{QStringLiteral("Mode"), QStringLiteral("FailurePause")}});
    const auto hasThree = [this, &id] {
        int failed = 0;
        for (const TaskExecution &row : m_person->world.rowsOf(id))
            failed += row.status == RunStatus::Failed && !row.loopItem.isEmpty() ? 1 : 0;
        return failed == 3;
    };
    if (!QTest::qWaitFor(hasThree, 10'000))
        qWarning("not three items failed");
    return id;
}

ExecutionId tst_DecisionActs::debugging()
{
    return m_person->startWaiting(QStringLiteral("two-steps"),
                                  {{QStringLiteral("Mode"), QStringLiteral("Debug")}});
}

void tst_DecisionActs::step(const QString &task)
{
    const auto before = m_person->world.rowsOf(m_id).size();
    QVERIFY(m_person->world.call(QStringLiteral("NotifyExecution"),
                                 {{QStringLiteral("ExecutionId"), m_id.text()},
                                  {QStringLiteral("NotifyType"), QStringLiteral("ExecuteTask")},
                                  {QStringLiteral("TaskName"), task},
                                  {QStringLiteral("Parameters"), QStringLiteral("{}")}}));
    m_person->world.waitFor(m_id, [this, before](const Execution &run) {
        return run.status == RunStatus::Waiting &&
               m_person->world.rowsOf(m_id).size() == before + 1;
    });
}

void tst_DecisionActs::confirm(DecisionViewModel &decision)
{
    QVERIFY2(decision.canConfirm(), qPrintable(decision.obstacleText()));
    decision.confirm();
    QTRY_COMPARE_WITH_TIMEOUT(decision.stage(), DecisionViewModel::Stage::Settled, 20'000);
    QVERIFY2(decision.decisionState() == DecisionState::ReconciledApplied,
             qPrintable(QString(decision.outcomeText() + decision.outcomeDetail())));
}

void tst_DecisionActs::retry_oneItem()
{
    show(failing());
    QVERIFY2(m_review->capability(Act::RetryTask).isEnabled,
             qPrintable(m_review->capability(Act::RetryTask).reason));
    const auto decision = m_review->beginDecision(Act::RetryTask);
    ChoosableTasksModel *rows = decision->fields()->rows();
    QCOMPARE(rows->rowCount(), 3);
    QVERIFY(!decision->canConfirm());
    QCOMPARE(decision->obstacleText(), QStringLiteral("No task is chosen."));
    int second = -1;
    for (int row = 0; row < 3; ++row) {
        if (rows->rows()[std::size_t(row)].loopItem == servers[1])
            second = row;
    }
    rows->choose({second});
    const TaskExecution chosen = rows->rows()[std::size_t(second)];
    QVERIFY2(chosen.statusMessage.contains(QStringLiteral("being moved")),
             qPrintable(chosen.statusMessage));
    QCOMPARE(decision->heading(), QStringLiteral("Retry task: “restart” (item “i-2#b”)"));
    QVERIFY(decision->confirmText().startsWith(
        QStringLiteral("Retry task “restart” (item “i-2#b”) in ")));
    // A restart is a call that cannot be undone.
    QVERIFY(decision->isDanger());
    QVERIFY(decision->tickText().contains(QStringLiteral("ECS RebootInstance")));
    decision->setTicked(true);
    confirm(*decision);
    const QJsonObject sent = lastSent(*m_sandbox);
    QCOMPARE(value(sent, "NotifyType"), QStringLiteral("RetryTask"));
    QCOMPARE(value(sent, "TaskExecutionId"), chosen.id.text());
    QCOMPARE(value(sent, "LoopItem"), servers[1]);
    QVERIFY(!sent.contains(QLatin1String("TaskExecutionIds")));
}

void tst_DecisionActs::retry_several()
{
    show(failing());
    const auto decision = m_review->beginDecision(Act::RetryTask);
    ChoosableTasksModel *rows = decision->fields()->rows();
    rows->choose({0, 2});
    QCOMPARE(decision->fields()->rowsText(), QStringLiteral("2 of 3 failed task(s) chosen"));
    QVERIFY(
        decision->confirmText().startsWith(QStringLiteral("Retry task for 2 failed task(s) in ")));
    decision->setTicked(true);
    confirm(*decision);
    const QJsonObject sent = lastSent(*m_sandbox);
    const QString ids =
        QString(QStringLiteral("[\"") + rows->rows()[0].id.text() + QStringLiteral("\",\"") +
                rows->rows()[2].id.text() + QStringLiteral("\"]"));
    QCOMPARE(value(sent, "TaskExecutionIds"), ids);
    QVERIFY(!sent.contains(QLatin1String("TaskExecutionId")));
    QVERIFY(!sent.contains(QLatin1String("LoopItem")));
}

void tst_DecisionActs::severalRefused_oneAtATimeIsOffered()
{
    show(failing());
    QVERIFY2(m_review->capability(Act::RetryTask).isEnabled,
             qPrintable(m_review->capability(Act::RetryTask).reason));
    const auto refused = m_review->beginDecision(Act::RetryTask);
    refused->fields()->rows()->choose({0, 1});
    refused->setTicked(true);
    refused->setNote(QStringLiteral("the servers were moved by now"));
    refused->confirm();
    QTRY_COMPARE_WITH_TIMEOUT(refused->stage(), DecisionViewModel::Stage::Settled, 20'000);
    QCOMPARE(refused->decisionState(), DecisionState::Refused);
    QCOMPARE(refused->alternative(), Alternative::OneByOne);
    QCOMPARE(refused->alternativeText(), QStringLiteral("Retry task one at a time…"));
    DecisionStart start;
    start.alternative = refused->alternative();
    start.note = refused->note();
    start.predecessor = refused->record().id;
    QVERIFY2(m_review->capability(Act::RetryTask).isEnabled,
             qPrintable(m_review->capability(Act::RetryTask).reason));
    const auto decision = m_review->beginDecision(Act::RetryTask, start);
    QCOMPARE(decision->fields()->rows()->rowCount(), 3);
    QCOMPARE(decision->note(), QStringLiteral("the servers were moved by now"));
    QVERIFY(!decision->fields()->takesSeveralRows());
    QVERIFY(decision->record().predecessor == refused->record().id);
    decision->fields()->rows()->choose({1});
    decision->setTicked(true);
    confirm(*decision);
    QVERIFY(lastSent(*m_sandbox).contains(QLatin1String("TaskExecutionId")));
}

void tst_DecisionActs::skip_needsItsTick()
{
    show(failing());
    const auto decision = m_review->beginDecision(Act::SkipTask);
    decision->fields()->rows()->choose({2});
    decision->setNote(QStringLiteral("the server was given back last week"));
    QVERIFY(!decision->canConfirm());
    QCOMPARE(decision->tickTexts().size(), 1);
    decision->setTicked(true);
    // Another choice is another fact, which was not ticked.
    decision->fields()->rows()->choose({1, 2});
    QVERIFY(!decision->canConfirm());
    decision->fields()->rows()->choose({2});
    confirm(*decision);
    const QJsonObject sent = lastSent(*m_sandbox);
    QCOMPARE(value(sent, "NotifyType"), QStringLiteral("SkipTask"));
    QCOMPARE(value(sent, "NotifyNote"), QStringLiteral("the server was given back last week"));
}

void tst_DecisionActs::tooMany_areSaid()
{
    DecisionCase many;
    many.act = Act::RetryTask;
    many.facts.execution.value = Execution();
    many.facts.execution.value->status = RunStatus::Waiting;
    many.facts.execution.value->mode = RunMode::FailurePause;
    std::vector<TaskExecution> rows(500);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].id = TaskExecutionId(QStringLiteral("t%1").arg(i));
        rows[i].taskName = QStringLiteral("restart");
        rows[i].loopItem = QString::number(i);
        rows[i].status = RunStatus::Failed;
    }
    many.facts.tasks.value = rows;
    DecisionFields fields(many);
    QCOMPARE(fields.rows()->rowCount(), 500);
    QVERIFY(!fields.rowsLimitText().isEmpty());
    std::vector<int> chosen(50);
    for (int i = 0; i < 50; ++i)
        chosen[std::size_t(i)] = i;
    fields.rows()->choose(chosen);
    QCOMPARE(fields.problemText(), QString());
    QCOMPARE(fields.record().taskExecutionIds.size(), std::size_t(50));
    chosen.push_back(50);
    fields.rows()->choose(chosen);
    QVERIFY2(fields.problemText().contains(QStringLiteral("at most 50")),
             qPrintable(fields.problemText()));
}

void tst_DecisionActs::runTask_withParameters()
{
    show(debugging());
    const auto decision = m_review->beginDecision(Act::ExecuteTask);
    QCOMPARE(decision->fields()->task(), QStringLiteral("look"));
    decision->fields()->parameters()->setShownText(QStringLiteral("{ \"size\": 5 }"));
    QCOMPARE(decision->record().parameters, QStringLiteral("{ \"size\": 5 }"));
    confirm(*decision);
    const QJsonObject sent = lastSent(*m_sandbox);
    QCOMPARE(value(sent, "NotifyType"), QStringLiteral("ExecuteTask"));
    QCOMPARE(value(sent, "TaskName"), QStringLiteral("look"));
    QCOMPARE(value(sent, "Parameters"), QStringLiteral("{ \"size\": 5 }"));
    QVERIFY(!sent.contains(QLatin1String("TaskExecutionId")));
}

void tst_DecisionActs::runTask_thatHasRun_saysSo()
{
    m_id = debugging();
    step(QStringLiteral("look"));
    show(m_id);
    const auto decision = m_review->beginDecision(Act::ExecuteTask);
    decision->fields()->chooseTask(QStringLiteral("look"));
    const std::vector<QString> words = decision->fields()->taskWords();
    const QString all = QStringList(words.begin(), words.end()).join(QLatin1Char('\n'));
    QVERIFY2(all.contains(QStringLiteral("Task “look” has run already: Success")), qPrintable(all));
    QVERIFY2(all.contains(QStringLiteral("total = ")), qPrintable(all));
    // What looks secret is not shown.
    QVERIFY2(all.contains(QString::fromUtf8("secretToken = ••••••••")), qPrintable(all));
}

void tst_DecisionActs::runTask_passesOverAnApproval()
{
    m_id = debugging();
    step(QStringLiteral("look"));
    show(m_id);
    const auto decision = m_review->beginDecision(Act::ExecuteTask);
    QCOMPARE(decision->fields()->task(), QStringLiteral("ask"));
    decision->fields()->chooseTask(QStringLiteral("again"));
    const std::vector<QString> words = decision->fields()->taskWords();
    const QString all = QStringList(words.begin(), words.end()).join(QLatin1Char('\n'));
    QVERIFY2(all.contains(QStringLiteral("Running “again” next leaves the approval “ask” behind "
                                         "without a decision.")),
             qPrintable(all));
    QCOMPARE(decision->record().nextTaskName, QStringLiteral("again"));
    QVERIFY(decision->confirmText().contains(QStringLiteral("“again”")));
}

void tst_DecisionActs::runTask_unknownName_isNoChoice()
{
    show(debugging());
    const auto decision = m_review->beginDecision(Act::ExecuteTask);
    decision->fields()->chooseTask(QStringLiteral("nowhere"));
    QCOMPARE(decision->record().nextTaskName, QStringLiteral("look"));
}

void tst_DecisionActs::end_asFailed()
{
    show(debugging());
    const auto decision = m_review->beginDecision(Act::CompleteExecution);
    QVERIFY(!decision->canConfirm());
    QCOMPARE(decision->obstacleText(), QStringLiteral("No end state is chosen."));
    decision->fields()->chooseEndState(QStringLiteral("Cancelled"));
    QCOMPARE(decision->fields()->endState(), QString());
    decision->fields()->chooseEndState(QStringLiteral("Failed"));
    QVERIFY(decision->confirmText().startsWith(QStringLiteral("End execution as Failed in ")));
    QVERIFY(!decision->canConfirm());
    decision->setTicked(true);
    confirm(*decision);
    const QJsonObject sent = lastSent(*m_sandbox);
    QCOMPARE(value(sent, "NotifyType"), QStringLiteral("CompleteExecution"));
    QCOMPARE(value(sent, "ExecutionStatus"), QStringLiteral("Failed"));
    m_person->world.waitForStatus(m_id, RunStatus::Failed);
}

void tst_DecisionActs::badParameters_sendNothing()
{
    show(debugging());
    const auto decision = m_review->beginDecision(Act::ExecuteTask);
    for (const QString &text :
         {QStringLiteral("[1]"), QStringLiteral("{\"size\":1,\"size\":2}"),
          QStringLiteral("{\"size\":\"many\"}"), QStringLiteral("{\"a\":"),
          QString(QStringLiteral("{\"a\":\"") + QString(70'000, QLatin1Char('x')) +
                  QStringLiteral("\"}"))}) {
        decision->fields()->parameters()->setShownText(text);
        QVERIFY2(!decision->canConfirm(), qPrintable(text.left(60)));
        QVERIFY(!decision->obstacleText().isEmpty());
        decision->confirm();
    }
    QVERIFY(m_sandbox->receipts(QStringLiteral("NotifyExecution")).empty());
    decision->fields()->parameters()->setShownText(QStringLiteral("{}"));
    QVERIFY(decision->canConfirm());
}

void tst_DecisionActs::draft_outlivesTheDialog()
{
    show(debugging());
    auto decision = m_review->beginDecision(Act::ExecuteTask);
    decision->fields()->parameters()->setShownText(QStringLiteral("{\"size\": 7}"));
    decision->fields()->chooseTask(QStringLiteral("again"));
    // Another task has its own.
    QCOMPARE(decision->record().parameters, QStringLiteral("{}"));
    decision.reset();
    m_person->files.flush();
    PersonalFiles restarted(m_folder->path(), m_person->clock);
    QCOMPARE(restarted.drafts.parameters(m_person->foundRow(m_id).id, QStringLiteral("look")),
             QStringLiteral("{\"size\": 7}"));
    decision = m_review->beginDecision(Act::ExecuteTask);
    QCOMPARE(decision->record().parameters, QStringLiteral("{\"size\": 7}"));
    confirm(*decision);
    QCOMPARE(m_person->files.drafts.parameters(m_person->foundRow(m_id).id, QStringLiteral("look")),
             QString());
}

void tst_DecisionActs::over_isSaidAndBlocks()
{
    show(debugging());
    const auto decision = m_review->beginDecision(Act::ExecuteTask);
    QVERIFY(decision->canConfirm());
    decision->setOverText(QStringLiteral("This run has ended."));
    QVERIFY(!decision->canConfirm());
    QVERIFY(decision->obstacleText().startsWith(QStringLiteral("Nothing was sent")));
    decision->confirm();
    QVERIFY(m_sandbox->receipts(QStringLiteral("NotifyExecution")).empty());
}

QTEST_GUILESS_MAIN(tst_DecisionActs)
#include "tst_decisionacts.moc"
