// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/decisionfacts.h"
#include "app/flows/decideflow.h"
#include "tests/fakes/sandboxworld.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <functional>
#include <memory>

using namespace countersign;
using std::chrono::milliseconds;

// What each NotifyType does and which parameters it takes is told in oos-api.md 5.1 and 7.5; what a
// rule of the sandbox turns round, in its section 14.

namespace {

DecideTimes quickTimes()
{
    DecideTimes times;
    times.checks = {milliseconds(50), milliseconds(200), milliseconds(500), milliseconds(1'000),
                    milliseconds(2'000)};
    times.again = milliseconds(1'000);
    times.refusalSettles = milliseconds(700);
    times.othersSettle = milliseconds(600);
    times.partSettles = milliseconds(1'500);
    times.window = milliseconds(8'000);
    return times;
}

DecisionBasis oneApproval()
{
    DecisionBasis basis;
    basis.requiredApprovals = 1;
    return basis;
}

//! Calls of items whose name begins with bad fail, as often as the behaviour says.
QByteArray fleetLoop()
{
    return "FormatVersion: OOS-2019-06-01\n"
           "Tasks:\n"
           "  - Name: reboot\n"
           "    Action: ACS::ExecuteAPI\n"
           "    Loop: {Items: [bad-1, 'bad #2', bad-3, good-4], Concurrency: 4}\n"
           "    Properties:\n"
           "      Service: ECS\n"
           "      API: RebootInstance\n"
           "      Parameters:\n"
           "        RegionId: cn-hangzhou\n"
           "        InstanceId: '{{ ACS::TaskLoopItem }}'\n"
           "  - Name: look\n"
           "    Action: ACS::ExecuteAPI\n"
           "    Properties: {Service: ECS, API: DescribeInstances, "
           "Parameters: {RegionId: cn-hangzhou}}\n";
}

//! Only the first attempt fails for bad-1 and bad #2, every one for bad-3.
QByteArray fleetBehaviour()
{
    return R"([{"api":"RebootInstance","loopItem":"bad-1","attempts":[1],"code":"Busy",
                "message":"is in use"},
               {"api":"RebootInstance","loopItem":"bad #2","attempts":[1],"code":"Busy",
                "message":"is in use"},
               {"api":"RebootInstance","loopItem":"bad-3","code":"Broken","message":"no such"},
               {"api":"RebootInstance","reply":{"RequestId":"ok"}}])";
}

QByteArray threeSteps()
{
    return "FormatVersion: OOS-2019-06-01\n"
           "Tasks:\n"
           "  - Name: first\n"
           "    Action: ACS::ExecuteAPI\n"
           "    Properties: {Service: ECS, API: DescribeInstances, "
           "Parameters: {RegionId: cn-hangzhou}}\n"
           "  - Name: second\n"
           "    Action: ACS::ExecuteAPI\n"
           "    Properties: {Service: ECS, API: DescribeInstances, "
           "Parameters: {RegionId: cn-hangzhou}}\n"
           "  - Name: wait\n"
           "    Action: ACS::Approve\n"
           "    Properties: {NotifyType: WebHook, "
           "WebHook: {URI: 'https://example.invalid/hook', Content: x}}\n";
}

using Choice = std::function<void(DecisionRecord &, const std::vector<TaskExecution> &)>;

void wholeRun(DecisionRecord &, const std::vector<TaskExecution> &) {}

//! Binds the rows of these items, one by TaskExecutionId, several by TaskExecutionIds.
Choice items(const QStringList &wanted)
{
    return [wanted](DecisionRecord &record, const std::vector<TaskExecution> &rows) {
        std::vector<TaskExecutionId> ids;
        for (const TaskExecution &row : rows) {
            if (!wanted.contains(row.loopItem))
                continue;
            ids.push_back(row.id);
            record.taskName = row.taskName;
            if (wanted.size() == 1)
                record.loopItem = row.loopItem;
        }
        if (ids.size() == 1)
            record.taskExecutionId = ids.front();
        else
            record.taskExecutionIds = ids;
    };
}

Choice onlyWaitingRow()
{
    return [](DecisionRecord &record, const std::vector<TaskExecution> &rows) {
        for (const TaskExecution &row : rows) {
            if (row.status != RunStatus::Waiting)
                continue;
            record.taskExecutionId = row.id;
            record.taskName = row.taskName;
        }
    };
}

Choice step(const QString &task, const QString &parameters = QStringLiteral("{}"))
{
    return [task, parameters](DecisionRecord &record, const std::vector<TaskExecution> &) {
        record.nextTaskName = task;
        record.parameters = parameters;
    };
}

Choice endState(const QString &state)
{
    return [state](DecisionRecord &record, const std::vector<TaskExecution> &) {
        record.executionStatus = state;
    };
}

} // namespace

class tst_DecideActs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void failedItems_areRetriedTogetherAndSkipped();
    void retry_allFailedTasks();
    void retriedBySomebodyElse_nothingIsSent();
    void skip_partly_saysHowMany();
    void debugRun_isSteppedAndEnded();
    void debugStep_ofSomebodyElse_isNoticed();
    void cancelTask_endsTheTaskAlone();
    void endExecution_asFailed();
    void batchPause_goesOn();
    void twoParallelWaits_onlyOneIsDecided();
    void strict_refusalWithUnknownCode_isRefusedWithinFiveSeconds();
    void strict_severalRows_areOfferedOneByOne();
    void strict_unreadableNotes_settleByMovement();
    void strict_wholeRunApproval_isToldToNameTheTask();
    void omittedTaskId_approvesTheOneRow();
    void alternative_data();
    void alternative();

private:
    void startSandbox(const QStringList &arguments = {}, const QByteArray &behaviour = {});
    ExecutionId startRun(const QString &name, const QString &mode);
    DecisionRecord frozen(const ExecutionId &id, Act act, const Choice &choose);
    DecisionProgress decide(const DecisionRecord &record);
    std::vector<TaskExecution> waitForFailed(const ExecutionId &id, std::size_t count);
    QJsonObject lastParameters() const;
    QString stateOf(const ExecutionId &id, const QString &item);

    QTemporaryDir m_folder;
    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<SandboxWorld> m_world;
};

void tst_DecideActs::startSandbox(const QStringList &arguments, const QByteArray &behaviour)
{
    m_world.reset();
    m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
    m_sandbox->addTemplate(QStringLiteral("fleet"), fleetLoop());
    m_sandbox->addTemplate(QStringLiteral("steps"), threeSteps());
    m_sandbox->addTemplate(QStringLiteral("ask-one"), testtemplates::approval(1));
    QStringList all{QStringLiteral("--scenario"), QStringLiteral("empty")};
    all += arguments;
    if (!behaviour.isEmpty()) {
        QFile file(m_folder.filePath(QStringLiteral("behaviour.json")));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(behaviour);
        all += {QStringLiteral("--behaviour"), file.fileName()};
    }
    QVERIFY2(m_sandbox->start(all), qPrintable(m_sandbox->problem()));
    m_world = std::make_unique<SandboxWorld>(m_sandbox->announcement());
}

ExecutionId tst_DecideActs::startRun(const QString &name, const QString &mode)
{
    const ExecutionId id = m_world->startExecution(name, {{QStringLiteral("Mode"), mode}});
    m_world->waitForStatus(id, RunStatus::Waiting);
    return id;
}

DecisionRecord tst_DecideActs::frozen(const ExecutionId &id, Act act, const Choice &choose)
{
    DecisionRecord record =
        m_world->recordFor(id, act, QStringLiteral("a note that tells itself apart"));
    record.taskExecutionId = {};
    record.taskName.clear();
    const std::vector<TaskExecution> rows = m_world->rowsOf(id);
    choose(record, rows);
    record.fingerprint =
        fingerprintFor(record, m_world->waitForStatus(id, RunStatus::Waiting), rows, std::nullopt);
    return record;
}

DecisionProgress tst_DecideActs::decide(const DecisionRecord &record)
{
    DecideFlow flow(m_world->services(), oneApproval(), quickTimes());
    flow.start(record);
    if (!QTest::qWaitFor([&flow] { return isTerminal(flow.progress().state); }, 20'000))
        qWarning("not settled: state %d", static_cast<int>(flow.progress().state));
    return flow.progress();
}

std::vector<TaskExecution> tst_DecideActs::waitForFailed(const ExecutionId &id, std::size_t count)
{
    std::vector<TaskExecution> failed;
    const bool isThere = QTest::qWaitFor(
        [&] {
            failed.clear();
            for (const TaskExecution &row : m_world->rowsOf(id)) {
                if (row.status == RunStatus::Failed && !row.loopItem.isEmpty())
                    failed.push_back(row);
            }
            return failed.size() == count;
        },
        10'000);
    if (!isThere)
        qWarning("%d rows are failed", static_cast<int>(failed.size()));
    return failed;
}

QJsonObject tst_DecideActs::lastParameters() const
{
    const auto receipts = m_sandbox->receipts(QStringLiteral("NotifyExecution"));
    return receipts.empty() ? QJsonObject()
                            : receipts.back().value(QLatin1String("params")).toObject();
}

QString tst_DecideActs::stateOf(const ExecutionId &id, const QString &item)
{
    QString state;
    for (const TaskExecution &row : m_world->rowsOf(id)) {
        if (row.loopItem == item)
            state = row.statusText;
    }
    return state;
}

void tst_DecideActs::failedItems_areRetriedTogetherAndSkipped()
{
    startSandbox({}, fleetBehaviour());
    const ExecutionId id = startRun(QStringLiteral("fleet"), QStringLiteral("FailurePause"));
    waitForFailed(id, 3);
    const DecisionRecord retry =
        frozen(id, Act::RetryTask, items({QStringLiteral("bad-1"), QStringLiteral("bad #2")}));
    QCOMPARE(retry.taskExecutionIds.size(), std::size_t(2));
    const DecisionProgress retried = decide(retry);
    QCOMPARE(retried.state, DecisionState::ReconciledApplied);
    QCOMPARE(retried.movedRows, (MovedRows{2, 2}));
    const QString ids = lastParameters().value(QLatin1String("TaskExecutionIds")).toString();
    QCOMPARE(ids, QStringLiteral("[\"%1\",\"%2\"]")
                      .arg(retry.taskExecutionIds[0].text(), retry.taskExecutionIds[1].text()));
    QVERIFY(!lastParameters().contains(QLatin1String("TaskExecutionId")));

    waitForFailed(id, 1);
    const DecisionRecord skip = frozen(id, Act::SkipTask, items({QStringLiteral("bad-3")}));
    const DecisionProgress skipped = decide(skip);
    QCOMPARE(skipped.state, DecisionState::ReconciledApplied);
    QCOMPARE(skipped.movedRows, (MovedRows{1, 1}));
    QCOMPARE(lastParameters().value(QLatin1String("LoopItem")).toString(), QStringLiteral("bad-3"));
    QCOMPARE(lastParameters().value(QLatin1String("TaskExecutionId")).toString(),
             skip.taskExecutionId.text());
    m_world->waitForStatus(id, RunStatus::Success);
    QCOMPARE(stateOf(id, QStringLiteral("bad #2")), QStringLiteral("Success"));
    QCOMPARE(stateOf(id, QStringLiteral("bad-3")), QStringLiteral("Skipped"));
    QCOMPARE(m_sandbox->receipts(QStringLiteral("NotifyExecution")).size(), std::size_t(2));
}

void tst_DecideActs::retry_allFailedTasks()
{
    startSandbox({}, fleetBehaviour());
    const ExecutionId id = startRun(QStringLiteral("fleet"), QStringLiteral("FailurePause"));
    waitForFailed(id, 3);
    // bad-3 fails again, which its note or its new times show.
    const DecisionProgress progress = decide(frozen(id, Act::RetryTask, wholeRun));
    QCOMPARE(progress.state, DecisionState::ReconciledApplied);
    QCOMPARE(progress.movedRows.all, 3);
    QVERIFY(progress.movedRows.moved >= 2);
    QVERIFY(!lastParameters().contains(QLatin1String("TaskExecutionIds")));
}

void tst_DecideActs::retriedBySomebodyElse_nothingIsSent()
{
    startSandbox({}, fleetBehaviour());
    const ExecutionId id = startRun(QStringLiteral("fleet"), QStringLiteral("FailurePause"));
    waitForFailed(id, 3);
    const DecisionRecord both =
        frozen(id, Act::SkipTask, items({QStringLiteral("bad-1"), QStringLiteral("bad-3")}));
    const DecisionRecord other = frozen(id, Act::SkipTask, items({QStringLiteral("bad #2")}));
    QVERIFY(
        m_world->call(QStringLiteral("NotifyExecution"),
                      {{QStringLiteral("ExecutionId"), id.text()},
                       {QStringLiteral("NotifyType"), QStringLiteral("RetryTask")},
                       {QStringLiteral("TaskExecutionId"), both.taskExecutionIds.front().text()}}));
    waitForFailed(id, 2);
    const auto sent = m_sandbox->receipts(QStringLiteral("NotifyExecution")).size();
    const DecisionProgress progress = decide(both);
    QCOMPARE(progress.state, DecisionState::Changed);
    QCOMPARE(progress.changedFacts.back(),
             QString(u"TaskExecution " + both.taskExecutionIds.front().text()));
    QCOMPARE(m_sandbox->receipts(QStringLiteral("NotifyExecution")).size(), sent);
    // The other failed item is decided at the first try all the same.
    QCOMPARE(decide(other).state, DecisionState::ReconciledApplied);
}

// Two rows were sent for, and one has moved.
void tst_DecideActs::skip_partly_saysHowMany()
{
    DecisionRecord record;
    record.act = Act::SkipTask;
    Observation before;
    before.execution.emplace();
    before.execution->status = RunStatus::Waiting;
    std::vector<TaskExecution> rows(2);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].id = TaskExecutionId(QStringLiteral("t%1").arg(i));
        rows[i].taskName = QStringLiteral("each");
        rows[i].loopItem = QString::number(i);
        rows[i].status = RunStatus::Failed;
        record.taskExecutionIds.push_back(rows[i].id);
    }
    before.rows = rows;
    const auto movedTo = [&](RunStatus status) {
        std::vector<TaskExecution> moved = rows;
        moved.front().status = status;
        Observation made;
        made.execution = before.execution;
        made.rows = moved;
        return made;
    };
    const Observation now = movedTo(RunStatus::Skipped);
    QCOMPARE(movementOf(record, before, now), Movement::Partly);
    QCOMPARE(movedRows(record, before, now), (MovedRows{1, 2}));
    QVERIFY(hasAnyChange(record, before, now));
    Watched watched;
    watched.movement = Movement::Partly;
    QCOMPARE(settle(DecisionState::Accepted, watched).state, DecisionState::Accepted);
    QCOMPARE(settle(DecisionState::Ambiguous, watched).state, DecisionState::Ambiguous);
    watched.isPartDue = true;
    QCOMPARE(settle(DecisionState::Accepted, watched).state, DecisionState::ReconciledApplied);
    QCOMPARE(settle(DecisionState::Ambiguous, watched).state, DecisionState::ReconciledOtherActor);
    // Retried by somebody while a skip was asked for.
    QCOMPARE(movementOf(record, before, movedTo(RunStatus::Running)), Movement::Elsewhere);
    record.act = Act::RetryTask;
    QCOMPARE(movementOf(record, before, movedTo(RunStatus::Running)), Movement::Partly);
}

void tst_DecideActs::debugRun_isSteppedAndEnded()
{
    startSandbox();
    const ExecutionId id = startRun(QStringLiteral("steps"), QStringLiteral("Debug"));
    const QString parameters =
        QStringLiteral("{ \"Parameters\" : {\"RegionId\":\"cn-hangzhou\"} }");
    QCOMPARE(decide(frozen(id, Act::ExecuteTask, step(QStringLiteral("first")))).state,
             DecisionState::ReconciledApplied);
    QCOMPARE(lastParameters().value(QLatin1String("TaskName")).toString(), QStringLiteral("first"));
    QCOMPARE(lastParameters().value(QLatin1String("Parameters")).toString(), QStringLiteral("{}"));
    m_world->waitForStatus(id, RunStatus::Waiting);
    QCOMPARE(decide(frozen(id, Act::ExecuteTask, step(QStringLiteral("second"), parameters))).state,
             DecisionState::ReconciledApplied);
    QCOMPARE(lastParameters().value(QLatin1String("Parameters")).toString(), parameters);
    // The same task once more: a new row of the same name is the effect.
    m_world->waitForStatus(id, RunStatus::Waiting);
    QCOMPARE(decide(frozen(id, Act::ExecuteTask, step(QStringLiteral("second")))).state,
             DecisionState::ReconciledApplied);
    m_world->waitForStatus(id, RunStatus::Waiting);
    QCOMPARE(decide(frozen(id, Act::CompleteExecution, endState(QStringLiteral("Success")))).state,
             DecisionState::ReconciledApplied);
    m_world->waitForStatus(id, RunStatus::Success);
}

void tst_DecideActs::debugStep_ofSomebodyElse_isNoticed()
{
    startSandbox();
    const ExecutionId id = startRun(QStringLiteral("steps"), QStringLiteral("Debug"));
    const DecisionRecord mine = frozen(id, Act::ExecuteTask, step(QStringLiteral("first")));
    QVERIFY(m_world->call(QStringLiteral("NotifyExecution"),
                          {{QStringLiteral("ExecutionId"), id.text()},
                           {QStringLiteral("NotifyType"), QStringLiteral("ExecuteTask")},
                           {QStringLiteral("TaskName"), QStringLiteral("first")},
                           {QStringLiteral("Parameters"), QStringLiteral("{}")}}));
    m_world->waitFor(id, [this, &id](const Execution &execution) {
        return execution.status == RunStatus::Waiting && !m_world->rowsOf(id).empty();
    });
    const DecisionProgress progress = decide(mine);
    QCOMPARE(progress.state, DecisionState::Changed);
    QCOMPARE(progress.changedFacts, std::vector<QString>{QStringLiteral("Steps")});
    QCOMPARE(progress.lastStep, QStringLiteral("first"));
    QCOMPARE(m_sandbox->receipts(QStringLiteral("NotifyExecution")).size(), std::size_t(1));
}

void tst_DecideActs::cancelTask_endsTheTaskAlone()
{
    startSandbox();
    const ExecutionId id = startRun(QStringLiteral("steps"), QStringLiteral("Debug"));
    QCOMPARE(decide(frozen(id, Act::ExecuteTask, step(QStringLiteral("wait")))).state,
             DecisionState::ReconciledApplied);
    m_world->waitForStatus(id, RunStatus::Waiting);
    const DecisionRecord cancel = frozen(id, Act::CancelTask, onlyWaitingRow());
    QVERIFY(!cancel.taskExecutionId.isEmpty());
    QCOMPARE(decide(cancel).state, DecisionState::ReconciledApplied);
    QCOMPARE(m_world->waitForStatus(id, RunStatus::Waiting).status, RunStatus::Waiting);
    QCOMPARE(m_world->rowsOf(id).back().status, RunStatus::Cancelled);
}

void tst_DecideActs::endExecution_asFailed()
{
    startSandbox();
    const ExecutionId id = startRun(QStringLiteral("steps"), QStringLiteral("Debug"));
    QCOMPARE(decide(frozen(id, Act::CompleteExecution, endState(QStringLiteral("Failed")))).state,
             DecisionState::ReconciledApplied);
    QCOMPARE(lastParameters().value(QLatin1String("ExecutionStatus")).toString(),
             QStringLiteral("Failed"));
    m_world->waitForStatus(id, RunStatus::Failed);

    // Another end than the one asked for is somebody else's.
    DecisionRecord record;
    record.act = Act::CompleteExecution;
    record.executionStatus = QStringLiteral("Success");
    Observation now;
    now.execution.emplace();
    now.execution->status = RunStatus::Failed;
    now.execution->statusText = QStringLiteral("Failed");
    QCOMPARE(movementOf(record, now, now), Movement::Elsewhere);
    record.executionStatus = QStringLiteral("Failed");
    QCOMPARE(movementOf(record, now, now), Movement::AsAsked);
}

void tst_DecideActs::batchPause_goesOn()
{
    m_world.reset();
    startSandbox();
    m_world.reset();
    m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
    m_sandbox->addTemplate(QStringLiteral("batches"),
                           "FormatVersion: OOS-2019-06-01\n"
                           "Tasks:\n"
                           "  - Name: each\n"
                           "    Action: ACS::ExecuteAPI\n"
                           "    Loop: {Items: [a, b], RateControl: {Mode: Batch, Batch: [1, 1], "
                           "ConcurrencyInBatches: [1], BatchPauseOption: EveryBatchPause}}\n"
                           "    Properties: {Service: ECS, API: DescribeInstances, "
                           "Parameters: {RegionId: cn-hangzhou}}\n");
    QVERIFY2(m_sandbox->start({QStringLiteral("--scenario"), QStringLiteral("empty")}),
             qPrintable(m_sandbox->problem()));
    m_world = std::make_unique<SandboxWorld>(m_sandbox->announcement());
    const ExecutionId id = startRun(QStringLiteral("batches"), QStringLiteral("Automatic"));
    const std::vector<TaskExecution> rows = m_world->rowsOf(id);
    const std::vector<Wait> waits =
        recogniseWaits(m_world->waitForStatus(id, RunStatus::Waiting),
                       {rows, std::vector<QString>{QStringLiteral("each")}, {}});
    QCOMPARE(waits.size(), std::size_t(1));
    QCOMPARE(waits.front().kind, WaitKind::BatchPause);
    QCOMPARE(waits.front().confidence, Confidence::Certain);
    QVERIFY(waits.front().row);
    const DecisionRecord record = frozen(id, Act::Approve, [&](DecisionRecord &made, const auto &) {
        made.taskExecutionId = waits.front().row->id;
        made.taskName = waits.front().row->taskName;
    });
    QCOMPARE(decide(record).state, DecisionState::ReconciledApplied);
}

// Two approvals of a loop wait at once: deciding one leaves the other.
void tst_DecideActs::twoParallelWaits_onlyOneIsDecided()
{
    startSandbox();
    m_world.reset();
    m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
    m_sandbox->addTemplate(QStringLiteral("two"),
                           "FormatVersion: OOS-2019-06-01\n"
                           "Tasks:\n"
                           "  - Name: ask\n"
                           "    Action: ACS::Approve\n"
                           "    Loop: {Items: [{host: '#1'}, {host: '#2'}], Concurrency: 2}\n"
                           "    Properties: {NotifyType: WebHook, WebHook: {URI: "
                           "'https://example.invalid/hook', Content: x}}\n");
    QVERIFY2(m_sandbox->start({QStringLiteral("--scenario"), QStringLiteral("empty")}),
             qPrintable(m_sandbox->problem()));
    m_world = std::make_unique<SandboxWorld>(m_sandbox->announcement());
    const ExecutionId id = startRun(QStringLiteral("two"), QStringLiteral("Automatic"));
    std::vector<Wait> waits;
    QTRY_VERIFY_WITH_TIMEOUT((waits = recogniseWaits(m_world->waitForStatus(id, RunStatus::Waiting),
                                                     {m_world->rowsOf(id), {}, {}}))
                                     .size() == 2,
                             10'000);
    for (const Wait &wait : waits) {
        QCOMPARE(wait.kind, WaitKind::Approval);
        QVERIFY(wait.row->loopItem.contains(u'#'));
    }
    const DecisionRecord first =
        frozen(id, Act::Approve, [&](DecisionRecord &record, const auto &) {
            record.taskExecutionId = waits[1].row->id;
            record.taskName = waits[1].row->taskName;
            record.loopItem = waits[1].row->loopItem;
        });
    const DecisionProgress progress = decide(first);
    QCOMPARE(progress.state, DecisionState::ReconciledApplied);
    QCOMPARE(lastParameters().value(QLatin1String("LoopItem")).toString(), waits[1].row->loopItem);
    const auto left = recogniseWaits(m_world->waitForStatus(id, RunStatus::Waiting),
                                     {m_world->rowsOf(id), {}, {}});
    QCOMPARE(left.size(), std::size_t(1));
    QCOMPARE(left.front().row->id, waits[0].row->id);
}

// With the times that people get.
void tst_DecideActs::strict_refusalWithUnknownCode_isRefusedWithinFiveSeconds()
{
    startSandbox({QStringLiteral("--strictness"), QStringLiteral("unlisted-codes")});
    const ExecutionId id = m_world->startExecution(QStringLiteral("ask-one"));
    DecisionRecord record =
        m_world->recordFor(id, Act::RetryTask, QStringLiteral("of the wrong kind"));
    record.fingerprint = fingerprintFor(record, m_world->waitForStatus(id, RunStatus::Waiting),
                                        m_world->rowsOf(id), std::nullopt);
    DecideFlow flow(m_world->services(), oneApproval());
    QElapsedTimer time;
    time.start();
    flow.start(record);
    QTRY_COMPARE_WITH_TIMEOUT(flow.progress().state, DecisionState::Refused, 8'000);
    QVERIFY2(time.elapsed() < 5'000, qPrintable(QString::number(time.elapsed())));
    QVERIFY(!isCodeBeforeAction(flow.progress().report.code));
    QVERIFY(!m_world->journal.openFor(record.where.accountId, record.where.place.region, id,
                                      record.taskExecutionId));
    QCOMPARE(m_world->journal.entry(record.id)->record.note, record.note);
}

void tst_DecideActs::strict_severalRows_areOfferedOneByOne()
{
    startSandbox(
        {QStringLiteral("--strictness"), QStringLiteral("task-execution-ids-are-execution-ids")},
        fleetBehaviour());
    const ExecutionId id = startRun(QStringLiteral("fleet"), QStringLiteral("FailurePause"));
    waitForFailed(id, 3);
    const DecisionProgress progress = decide(
        frozen(id, Act::RetryTask, items({QStringLiteral("bad-1"), QStringLiteral("bad #2")})));
    QCOMPARE(progress.state, DecisionState::Refused);
    QCOMPARE(progress.alternative, Alternative::OneByOne);
    QCOMPARE(decide(frozen(id, Act::RetryTask, items({QStringLiteral("bad-1")}))).state,
             DecisionState::ReconciledApplied);
}

void tst_DecideActs::strict_unreadableNotes_settleByMovement()
{
    startSandbox({QStringLiteral("--strictness"), QStringLiteral("unreadable-notes")},
                 fleetBehaviour());
    const ExecutionId id = startRun(QStringLiteral("fleet"), QStringLiteral("FailurePause"));
    waitForFailed(id, 3);
    const DecisionProgress progress = decide(
        frozen(id, Act::RetryTask, items({QStringLiteral("bad-1"), QStringLiteral("bad #2")})));
    QCOMPARE(progress.state, DecisionState::ReconciledApplied);
    QVERIFY(!progress.isNoteSeen);
    QCOMPARE(progress.movement, Movement::AsAsked);
    const ExecutionId debug = startRun(QStringLiteral("steps"), QStringLiteral("Debug"));
    QCOMPARE(decide(frozen(debug, Act::ExecuteTask, step(QStringLiteral("first")))).state,
             DecisionState::ReconciledApplied);
}

void tst_DecideActs::strict_wholeRunApproval_isToldToNameTheTask()
{
    startSandbox({QStringLiteral("--strictness"), QStringLiteral("approve-needs-task-id")});
    const ExecutionId id = m_world->startExecution(QStringLiteral("ask-one"));
    m_world->waitForStatus(id, RunStatus::Waiting);
    const DecisionProgress progress = decide(frozen(id, Act::Approve, wholeRun));
    QCOMPARE(progress.state, DecisionState::Refused);
    QCOMPARE(progress.alternative, Alternative::NameTheTask);
    QCOMPARE(decide(frozen(id, Act::Approve, onlyWaitingRow())).state,
             DecisionState::ReconciledApplied);
}

void tst_DecideActs::omittedTaskId_approvesTheOneRow()
{
    startSandbox();
    const ExecutionId id = m_world->startExecution(QStringLiteral("ask-one"));
    m_world->waitForStatus(id, RunStatus::Waiting);
    const DecisionRecord record =
        frozen(id, Act::Approve, [](DecisionRecord &made, const auto &rows) {
            onlyWaitingRow()(made, rows);
            made.omitsTaskId = true;
        });
    QVERIFY(!m_world->profiles.profile(m_world->place().profile)->omitsTaskId);
    QCOMPARE(decide(record).state, DecisionState::ReconciledApplied);
    QVERIFY(!lastParameters().contains(QLatin1String("TaskExecutionId")));
    QCOMPARE(m_sandbox->receipts(QStringLiteral("NotifyExecution")).size(), std::size_t(1));
    // The profile remembers what its service takes.
    QVERIFY(m_world->profiles.profile(m_world->place().profile)->omitsTaskId);
}

void tst_DecideActs::alternative_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<Alternative>("expected");
    const auto add = [](int status, const char *code, Alternative expected) {
        QTest::newRow(code) << status << QString::fromLatin1(code) << expected;
    };
    add(400, "InvalidParameter", Alternative::WithoutTaskId);
    add(400, "InvalidParameter.TaskExecutionId", Alternative::WithoutTaskId);
    add(400, "UnsupportedParameter.TaskExecutionId", Alternative::WithoutTaskId);
    add(404, "EntityNotExists.TaskExecution", Alternative::WithoutTaskId);
    add(400, "Zupolimek", Alternative::WithoutTaskId);
    add(403, "Zupolimek.Other", Alternative::None);
    add(400, "InvalidParameter.NotifyType", Alternative::None);
    add(403, "NoPermission", Alternative::None);
    add(400, "Throttling.User", Alternative::None);
    add(400, "UnsupportedOperation", Alternative::None);
    add(400, "SignatureDoesNotMatch", Alternative::None);
}

void tst_DecideActs::alternative()
{
    QFETCH(int, status);
    QFETCH(QString, code);
    QFETCH(Alternative, expected);
    DecisionRecord record;
    record.act = Act::Approve;
    record.taskExecutionId = TaskExecutionId(QStringLiteral("t1"));
    SendReport report;
    report.reply = SendReport::Reply::Complete;
    report.httpStatus = status;
    report.code = code;
    Observation last;
    last.execution.emplace();
    last.execution->status = RunStatus::Waiting;
    TaskExecution row;
    row.id = record.taskExecutionId;
    row.status = RunStatus::Waiting;
    last.waitingRows = {row};
    QCOMPARE(alternativeTo(record, report, last), expected);
    // With another row that waits, nobody could tell which one is meant.
    row.id = TaskExecutionId(QStringLiteral("t2"));
    last.waitingRows.push_back(row);
    QCOMPARE(alternativeTo(record, report, last), Alternative::None);
}

QTEST_GUILESS_MAIN(tst_DecideActs)
#include "tst_decideacts.moc"
