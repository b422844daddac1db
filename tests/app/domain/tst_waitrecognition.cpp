// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/waitkind.h"

#include <QTest>

using namespace countersign;

namespace {

TaskExecution row(const char *id, const char *name, const char *action, RunStatus status)
{
    TaskExecution result;
    result.id = TaskExecutionId(QString::fromLatin1(id));
    result.taskName = QString::fromLatin1(name);
    result.taskAction = QString::fromLatin1(action);
    result.status = status;
    return result;
}

struct RunEvidence : WaitEvidence
{
    Execution execution;
};

RunEvidence waiting(RunMode mode = RunMode::Automatic,
                    std::optional<std::vector<TaskExecution>> rows = {})
{
    RunEvidence evidence;
    evidence.execution.id = ExecutionId(QStringLiteral("exec-1"));
    evidence.execution.status = RunStatus::Waiting;
    evidence.execution.mode = mode;
    evidence.rows = std::move(rows);
    return evidence;
}

void confirmRisk(RunEvidence &evidence)
{
    evidence.execution.safetyCheck = QStringLiteral("ConfirmEveryHighRiskAction");
}

// "Approval! t1" for a certain approval of row t1, "Unknown? -" for a probable one without a row,
// "FailurePause! t1+t2" for a pause with two rows to retry or skip.
QStringList described(const RunEvidence &evidence)
{
    static const QStringList kinds = {QStringLiteral("Approval"),    QStringLiteral("HighRisk"),
                                      QStringLiteral("DebugStep"),   QStringLiteral("FailurePause"),
                                      QStringLiteral("BatchPause"),  QStringLiteral("ManualPause"),
                                      QStringLiteral("InsideChild"), QStringLiteral("Unknown")};
    QStringList result;
    for (const Wait &wait : recogniseWaits(evidence.execution, evidence)) {
        QStringList failed;
        for (const TaskExecution &task : wait.failed)
            failed << task.id.text();
        const QString rows = wait.row ? wait.row->id.text() : QStringLiteral("-");
        result << QStringLiteral("%1%2 %3").arg(kinds.at(static_cast<int>(wait.kind)),
                                                wait.confidence == Confidence::Certain ? u"!"
                                                                                       : u"?",
                                                failed.isEmpty() ? rows : failed.join(u'+'));
    }
    return result;
}

QStringList list(const char *text)
{
    return QString::fromLatin1(text).split(QStringLiteral(", "));
}

constexpr auto Waits = RunStatus::Waiting;

} // namespace

class TestWaitRecognition : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void approvalComesBeforeTheMode();
    void listsEveryWaitInOrder();
    void pausesAndSteps();
    void failedTasks();
    void failedTasksDealtWith();
    void failurePauseIsOneWait();
    void batchPauses();
    void highRiskCalls();
    void loopsCountOnce();
    void insideChild();
    void currentTasksStandIn();
    void unknownStaysVisible();
    void triggersAreNoWaits();
    void runsThatDoNotWait();
};

void TestWaitRecognition::approvalComesBeforeTheMode()
{
    for (const RunMode mode :
         {RunMode::Automatic, RunMode::Debug, RunMode::FailurePause, RunMode::Unknown})
        QCOMPARE(described(waiting(mode, {{row("t1", "ask", "acs::approve", Waits)}})),
                 list("Approval! t1"));
}

void TestWaitRecognition::listsEveryWaitInOrder()
{
    RunEvidence evidence =
        waiting(RunMode::Automatic,
                {{row("t1", "wipe", "ACS::ECS::DeleteInstance", Waits),
                  row("t2", "hold", "ACS::Pause", Waits), row("t3", "ask", "ACS::Approve", Waits),
                  row("t4", "ask2", "ACS::Approve", Waits)}});
    confirmRisk(evidence);
    evidence.riskyTasks = {
        {RiskyTask{{QStringLiteral("ecs"), QStringLiteral("DeleteInstance")}, {}, {}}}};
    QCOMPARE(described(evidence),
             list("Approval! t3, Approval! t4, ManualPause? t2, HighRisk! t1"));
}

void TestWaitRecognition::pausesAndSteps()
{
    QCOMPARE(described(waiting(RunMode::Debug, {{row("t1", "x", "ACS::ExecuteApi", Waits)}})),
             list("DebugStep! t1"));
    QCOMPARE(described(waiting(RunMode::Debug, {std::vector<TaskExecution>{}})),
             list("DebugStep! -"));
    QCOMPARE(described(waiting(RunMode::Debug)), list("DebugStep! -"));
    QCOMPARE(described(waiting(RunMode::Debug, {{row("t1", "x", "ACS::Pause", Waits)}})),
             list("ManualPause? t1"));
}

void TestWaitRecognition::failedTasks()
{
    const TaskExecution failed = row("t1", "x", "ACS::ExecuteAPI", RunStatus::Failed);
    QCOMPARE(described(waiting(RunMode::FailurePause,
                               {{failed, row("t2", "y", "ACS::ExecuteAPI", RunStatus::Failed)}})),
             list("FailurePause! t1+t2"));
    QCOMPARE(described(waiting(RunMode::Automatic, {{failed}})), list("Unknown? -"));
    TaskExecution paused = row("t1", "x", "ACS::ExecuteAPI", Waits);
    QCOMPARE(described(waiting(RunMode::FailurePause, {{paused}})), list("Unknown? t1"));
    paused.statusMessage = QStringLiteral("InvalidInstance");
    QCOMPARE(described(waiting(RunMode::FailurePause, {{paused}})), list("FailurePause! t1"));
}

void TestWaitRecognition::failedTasksDealtWith()
{
    const QDateTime noon(QDate(2026, 3, 2), QTime(12, 0), Qt::UTC);
    TaskExecution failed = row("t1", "x", "ACS::ExecuteAPI", RunStatus::Failed);
    TaskExecution retried = row("t2", "x", "ACS::ExecuteAPI", RunStatus::Success);
    failed.createDate = noon;
    retried.createDate = noon.addSecs(60);
    const TaskExecution other = row("t3", "y", "ACS::ExecuteAPI", RunStatus::Failed);
    QCOMPARE(described(waiting(RunMode::FailurePause, {{failed, retried, other}})),
             list("FailurePause! t3"));
    QCOMPARE(described(waiting(RunMode::FailurePause, {{retried, failed, other}})),
             list("FailurePause! t3"));
    retried.loopItem = QStringLiteral("i-2");
    QCOMPARE(described(waiting(RunMode::FailurePause, {{failed, retried}})),
             list("FailurePause! t1"));
    retried.loopItem.clear();
    retried.createDate = noon.addSecs(-60);
    QCOMPARE(described(waiting(RunMode::FailurePause, {{failed, retried}})),
             list("FailurePause! t1"));
}

// Rule 4 of oos-api.md 5.2: the Failed rows are the candidates; several kinds may hold at once.
void TestWaitRecognition::failurePauseIsOneWait()
{
    std::vector<TaskExecution> rows;
    TaskExecution parent = row("p", "each", "ACS::ExecuteAPI", RunStatus::Running);
    parent.loop = EmbeddedJson::from(Json::parse("{\"Items\":[1]}").json);
    rows.push_back(parent);
    for (int i = 0; i < 1'000; ++i) {
        TaskExecution item =
            row("", "each", "ACS::ExecuteAPI", i % 2 == 0 ? RunStatus::Failed : RunStatus::Success);
        item.id = TaskExecutionId(QStringLiteral("exec-1.t#%1").arg(i));
        item.loopItem = QStringLiteral("{\"id\":\"#%1\"}").arg(i);
        item.parentTaskExecutionId = parent.id;
        rows.push_back(item);
    }
    TaskExecution ask = row("a", "ask", "ACS::Approve", Waits);
    rows.push_back(ask);
    rows.push_back(row("w", "later", "ACS::ExecuteAPI", Waits));
    const RunEvidence evidence = waiting(RunMode::FailurePause, rows);
    const std::vector<Wait> waits = recogniseWaits(evidence.execution, evidence);
    QCOMPARE(waits.size(), std::size_t(2));
    QCOMPARE(waits[0].kind, WaitKind::Approval);
    QCOMPARE(waits[1].kind, WaitKind::FailurePause);
    QVERIFY(!waits[1].row);
    QCOMPARE(waits[1].failed.size(), std::size_t(500));
    QCOMPARE(waits[1].failed[1].id.text(), QStringLiteral("exec-1.t#2"));
    QCOMPARE(waits[1].failed[1].loopItem, QStringLiteral("{\"id\":\"#2\"}"));

    // A Waiting row with a message is a candidate as well; one task alone is the wait's row.
    TaskExecution paused = row("m", "broken", "ACS::ExecuteAPI", Waits);
    paused.statusMessage = QStringLiteral("no quota");
    QCOMPARE(described(waiting(RunMode::FailurePause,
                               {{row("t1", "x", "ACS::ExecuteAPI", RunStatus::Failed), paused}})),
             list("FailurePause! t1+m"));
    QCOMPARE(recogniseWaits(waiting(RunMode::FailurePause, {{paused}}).execution,
                            waiting(RunMode::FailurePause, {{paused}}))
                 .front()
                 .row->id.text(),
             QStringLiteral("m"));

    // The loop has ended well all the same: its failed items are history.
    TaskExecution tolerated = row("c", "each", "ACS::ExecuteAPI", RunStatus::Failed);
    tolerated.parentTaskExecutionId = parent.id;
    parent.status = RunStatus::Success;
    QCOMPARE(described(waiting(
                 RunMode::FailurePause,
                 {{parent, tolerated, row("t9", "next", "ACS::ExecuteAPI", RunStatus::Failed)}})),
             list("FailurePause! t9"));
}

void TestWaitRecognition::batchPauses()
{
    TaskExecution parent = row("p", "each", "ACS::ExecuteAPI", Waits);
    parent.loop = EmbeddedJson::from(Json::parse("{\"Items\":[1,2]}").json);
    TaskExecution done = row("c1", "each", "ACS::ExecuteAPI", RunStatus::Success);
    done.parentTaskExecutionId = parent.id;
    TaskExecution next = row("c2", "each", "ACS::ExecuteAPI", RunStatus::Pending);
    next.parentTaskExecutionId = parent.id;
    RunEvidence evidence = waiting(RunMode::Automatic, {{parent, done, next}});
    QCOMPARE(described(evidence), list("BatchPause? p"));
    evidence.tasksWithBatchPause = {{QStringLiteral("each")}};
    QCOMPARE(described(evidence), list("BatchPause! p"));

    (*evidence.rows)[0].status = RunStatus::Running;
    QCOMPARE(described(evidence), list("BatchPause! p"));
    evidence.tasksWithBatchPause = std::vector<QString>{};
    QCOMPARE(described(evidence), list("BatchPause? p"));
    evidence.rows->push_back(row("a", "ask", "ACS::Approve", Waits));
    QCOMPARE(described(evidence), list("Approval! a"));

    evidence = waiting(RunMode::Automatic, {{parent, done, next}});
    (*evidence.rows)[2].status = RunStatus::Running;
    QCOMPARE(described(evidence), list("Unknown? p"));
}

void TestWaitRecognition::highRiskCalls()
{
    TaskExecution wipe = row("t1", "wipe", "ACS::ExecuteApi", Waits);
    wipe.properties =
        EmbeddedJson::from(Json::parse("{\"Service\":\"ECS\",\"API\":\"DeleteInstance\"}").json);
    RunEvidence evidence = waiting(RunMode::Automatic, {{wipe}});
    const RiskyTask byCall{{QStringLiteral("ECS"), QStringLiteral("DeleteInstance")}, {}, {}};
    const RiskyTask byName{{}, {QStringLiteral("wipe")}, {}};
    evidence.riskyTasks = {{byCall}};
    QCOMPARE(described(evidence), list("Unknown? t1"));
    confirmRisk(evidence);
    QCOMPARE(described(evidence), list("HighRisk! t1"));
    evidence.riskyTasks = {{byName}};
    QCOMPARE(described(evidence), list("HighRisk! t1"));
    evidence.riskyTasks.reset();
    QCOMPARE(described(evidence), list("HighRisk? t1"));
    evidence.rows.reset();
    QCOMPARE(described(evidence), list("HighRisk? -"));
    evidence.execution.currentTasks = {{TaskExecutionId(QStringLiteral("t1")),
                                        QStringLiteral("wipe"), QStringLiteral("ACS::ExecuteAPI")}};
    evidence.riskyTasks = {{byName}};
    QCOMPARE(described(evidence), list("HighRisk! t1"));
}

void TestWaitRecognition::loopsCountOnce()
{
    TaskExecution parent = row("p", "ask", "ACS::Approve", Waits);
    parent.loop = EmbeddedJson::from(Json::parse("{\"Items\":[1,2]}").json);
    TaskExecution first = row("c1", "ask", "ACS::Approve", Waits);
    first.parentTaskExecutionId = parent.id;
    TaskExecution second = row("c2", "ask", "ACS::Approve", Waits);
    second.parentTaskExecutionId = parent.id;
    first.loopItem = QStringLiteral("1");
    second.loopItem = QStringLiteral("2");
    QCOMPARE(described(waiting(RunMode::Automatic, {{parent, first, second}})),
             list("Approval! c1, Approval! c2"));

    parent.status = RunStatus::Failed;
    first.status = RunStatus::Failed;
    second.status = RunStatus::Success;
    QCOMPARE(described(waiting(RunMode::FailurePause, {{parent, first, second}})),
             list("FailurePause! c1"));
    parent.status = Waits;
    parent.taskAction = QStringLiteral("ACS::ExecuteAPI");
    QCOMPARE(described(waiting(RunMode::FailurePause, {{parent, first, second}})),
             list("FailurePause! c1"));
}

void TestWaitRecognition::insideChild()
{
    TaskExecution nested = row("t1", "n", "ACS::Template", Waits);
    nested.childExecutionId = ExecutionId(QStringLiteral("exec-2"));
    RunEvidence evidence = waiting(RunMode::Automatic, {{nested}});
    QCOMPARE(described(evidence), list("InsideChild? t1"));
    (*evidence.rows)[0].status = RunStatus::Running;
    QCOMPARE(described(evidence), list("InsideChild? t1"));

    // Children were listed: what was read of the child decides.
    evidence.waitingChildren = std::vector<ExecutionId>{};
    QCOMPARE(described(evidence), list("Unknown? -"));
    evidence.waitingChildren = {{nested.childExecutionId}};
    QCOMPARE(described(evidence), list("InsideChild! t1"));
    evidence.rows->push_back(row("t2", "ask", "ACS::Approve", Waits));
    QCOMPARE(described(evidence), list("Approval! t2, InsideChild! t1"));
    evidence.rows->pop_back();
    (*evidence.rows)[0].status = Waits;
    QCOMPARE(described(evidence), list("InsideChild! t1"));
    evidence.execution.mode = RunMode::Debug;
    QCOMPARE(described(evidence), list("DebugStep! t1, InsideChild! t1"));
    evidence.execution.mode = RunMode::Automatic;
    confirmRisk(evidence);
    QCOMPARE(described(evidence), list("InsideChild! t1"));
    evidence.waitingChildren = std::vector<ExecutionId>{};
    QCOMPARE(described(evidence), list("HighRisk? t1"));
}

void TestWaitRecognition::currentTasksStandIn()
{
    const auto task = [](const char *id, const char *action) {
        return CurrentTask{TaskExecutionId(QString::fromLatin1(id)), QStringLiteral("n"),
                           QString::fromLatin1(action)};
    };
    RunEvidence evidence = waiting();
    evidence.execution.currentTasks = {task("t1", "ACS::ExecuteAPI"), task("t2", "ACS::Sleep"),
                                       task("t3", "ACS::Approve")};
    QCOMPARE(described(evidence), list("Approval! t3"));
    evidence.execution.mode = RunMode::Debug;
    QCOMPARE(described(evidence), list("Approval! t3"));
    evidence.rows = std::vector<TaskExecution>{};
    QCOMPARE(described(evidence), list("Approval! t3"));
    evidence.rows = {{row("t3", "n", "ACS::Approve", RunStatus::Success)}};
    QCOMPARE(described(evidence), list("DebugStep! -"));
    evidence.rows = {{row("t9", "m", "ACS::Approve", Waits)}};
    QCOMPARE(described(evidence), list("Approval! t9"));
    // The approval stands third, and its row is under another state than the waiting one beside it.
    evidence.execution.mode = RunMode::Automatic;
    evidence.rows = {{row("t1", "n", "ACS::ExecuteAPI", Waits),
                      row("t3", "n", "ACS::Approve", RunStatus::Running)}};
    QCOMPARE(described(evidence), list("Approval! t3, Unknown? t1"));
    TaskExecution item = row("c1", "n", "ACS::Approve", Waits);
    item.parentTaskExecutionId = TaskExecutionId(QStringLiteral("t3"));
    evidence.rows->push_back(item);
    QCOMPARE(described(evidence), list("Approval! c1, Unknown? t1"));
}

void TestWaitRecognition::unknownStaysVisible()
{
    QCOMPARE(described(waiting()), list("Unknown? -"));
    QCOMPARE(described(waiting(RunMode::Unknown, {{row("t1", "x", "ACS::Whatever", Waits)}})),
             list("Unknown? t1"));
}

void TestWaitRecognition::triggersAreNoWaits()
{
    RunEvidence evidence =
        waiting(RunMode::Automatic, {{row("t1", "clock", "ACS::TimerTrigger", Waits)}});
    QVERIFY(recogniseWaits(evidence.execution, evidence).empty());
    evidence.rows->push_back(row("t2", "ask", "ACS::Approve", Waits));
    QCOMPARE(described(evidence), list("Approval! t2"));
    evidence = waiting();
    evidence.execution.category = QStringLiteral("EventTrigger");
    QVERIFY(recogniseWaits(evidence.execution, evidence).empty());
}

void TestWaitRecognition::runsThatDoNotWait()
{
    RunEvidence evidence =
        waiting(RunMode::FailurePause, {{row("t1", "x", "ACS::ExecuteAPI", RunStatus::Failed)}});
    evidence.execution.status = RunStatus::Running;
    QVERIFY(recogniseWaits(evidence.execution, evidence).empty());
    evidence.rows->push_back(row("t2", "ask", "ACS::Approve", Waits));
    QCOMPARE(described(evidence), list("Approval! t2"));
}

QTEST_APPLESS_MAIN(TestWaitRecognition)
#include "tst_waitrecognition.moc"
