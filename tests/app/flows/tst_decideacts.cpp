// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/evidence.h"
#include "decidefixture.h"

#include <QElapsedTimer>

#include <algorithm>

using namespace countersign;

// What each NotifyType does and which parameters it takes is told in oos-api.md 5.1 and 7.5; what a
// rule of the sandbox turns round, in its section 14.

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
    void strict_readAMomentTooEarly_isNotFollowedByTheLongPause();
    void strict_severalRows_areOfferedOneByOne();
    void strict_unreadableNotes_settleByMovement();
    void strict_wholeRunApproval_isToldToNameTheTask();
    void omittedTaskId_approvesTheOneRow();
    void slowLog_delaysNoDecision();
    void alternative_data();
    void alternative();

private:
    void startSandbox(const QStringList &arguments = {}, const QByteArray &behaviour = {},
                      const DecideFixture::Templates &more = {});

    DecideFixture m_fixture;
};

void tst_DecideActs::startSandbox(const QStringList &arguments, const QByteArray &behaviour,
                                  const DecideFixture::Templates &more)
{
    const QString problem = m_fixture.start(arguments, behaviour, more);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void tst_DecideActs::failedItems_areRetriedTogetherAndSkipped()
{
    startSandbox({}, fleetBehaviour());
    const ExecutionId id =
        m_fixture.startRun(QStringLiteral("fleet"), QStringLiteral("FailurePause"));
    m_fixture.waitForFailed(id, 3);
    const DecisionRecord retry = m_fixture.frozen(
        id, Act::RetryTask, items({QStringLiteral("bad-1"), QStringLiteral("bad #2")}));
    QCOMPARE(retry.taskExecutionIds.size(), std::size_t(2));
    const DecisionProgress retried = m_fixture.decide(retry);
    QCOMPARE(retried.state, DecisionState::ReconciledApplied);
    QCOMPARE(retried.movedRows, (MovedRows{2, 2}));
    const QString ids =
        m_fixture.lastParameters().value(QLatin1String("TaskExecutionIds")).toString();
    QCOMPARE(ids, QStringLiteral("[\"%1\",\"%2\"]")
                      .arg(retry.taskExecutionIds[0].text(), retry.taskExecutionIds[1].text()));
    QVERIFY(!m_fixture.lastParameters().contains(QLatin1String("TaskExecutionId")));

    m_fixture.waitForFailed(id, 1);
    const DecisionRecord skip =
        m_fixture.frozen(id, Act::SkipTask, items({QStringLiteral("bad-3")}));
    const DecisionProgress skipped = m_fixture.decide(skip);
    QCOMPARE(skipped.state, DecisionState::ReconciledApplied);
    QCOMPARE(skipped.movedRows, (MovedRows{1, 1}));
    QCOMPARE(m_fixture.lastParameters().value(QLatin1String("LoopItem")).toString(),
             QStringLiteral("bad-3"));
    QCOMPARE(m_fixture.lastParameters().value(QLatin1String("TaskExecutionId")).toString(),
             skip.taskExecutionId.text());
    m_fixture.world().waitForStatus(id, RunStatus::Success);
    QCOMPARE(m_fixture.stateOf(id, QStringLiteral("bad #2")), QStringLiteral("Success"));
    QCOMPARE(m_fixture.stateOf(id, QStringLiteral("bad-3")), QStringLiteral("Skipped"));
    QCOMPARE(m_fixture.sandbox().receipts(QStringLiteral("NotifyExecution")).size(),
             std::size_t(2));
}

void tst_DecideActs::retry_allFailedTasks()
{
    startSandbox({}, fleetBehaviour());
    const ExecutionId id =
        m_fixture.startRun(QStringLiteral("fleet"), QStringLiteral("FailurePause"));
    m_fixture.waitForFailed(id, 3);
    // bad-3 fails again, which its note or its new times show.
    const DecisionProgress progress =
        m_fixture.decide(m_fixture.frozen(id, Act::RetryTask, wholeRun));
    QCOMPARE(progress.state, DecisionState::ReconciledApplied);
    QCOMPARE(progress.movedRows.all, 3);
    QVERIFY(progress.movedRows.moved >= 2);
    QVERIFY(!m_fixture.lastParameters().contains(QLatin1String("TaskExecutionIds")));
}

void tst_DecideActs::retriedBySomebodyElse_nothingIsSent()
{
    startSandbox({}, fleetBehaviour());
    const ExecutionId id =
        m_fixture.startRun(QStringLiteral("fleet"), QStringLiteral("FailurePause"));
    m_fixture.waitForFailed(id, 3);
    const DecisionRecord both = m_fixture.frozen(
        id, Act::SkipTask, items({QStringLiteral("bad-1"), QStringLiteral("bad-3")}));
    const DecisionRecord other =
        m_fixture.frozen(id, Act::SkipTask, items({QStringLiteral("bad #2")}));
    QVERIFY(m_fixture.world().call(
        QStringLiteral("NotifyExecution"),
        {{QStringLiteral("ExecutionId"), id.text()},
         {QStringLiteral("NotifyType"), QStringLiteral("RetryTask")},
         {QStringLiteral("TaskExecutionId"), both.taskExecutionIds.front().text()}}));
    m_fixture.waitForFailed(id, 2);
    const auto sent = m_fixture.sandbox().receipts(QStringLiteral("NotifyExecution")).size();
    const DecisionProgress progress = m_fixture.decide(both);
    QCOMPARE(progress.state, DecisionState::Changed);
    QCOMPARE(progress.changedFacts.back(),
             QString(u"TaskExecution " + both.taskExecutionIds.front().text()));
    QCOMPARE(m_fixture.sandbox().receipts(QStringLiteral("NotifyExecution")).size(), sent);
    // The other failed item is decided at the first try all the same.
    QCOMPARE(m_fixture.decide(other).state, DecisionState::ReconciledApplied);
}

// Two rows were sent for, and one has moved.
void tst_DecideActs::skip_partly_saysHowMany()
{
    DecisionRecord record;
    record.act = Act::SkipTask;
    Observation before;
    before.run.emplace();
    before.run->status = RunStatus::Waiting;
    std::vector<SeenRow> rows(2);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].id = TaskExecutionId(QStringLiteral("t%1").arg(i));
        rows[i].taskName = QStringLiteral("each");
        rows[i].loopItem = QString::number(i);
        rows[i].status = RunStatus::Failed;
        record.taskExecutionIds.push_back(rows[i].id);
    }
    before.rows = rows;
    const auto movedTo = [&](RunStatus status) {
        std::vector<SeenRow> moved = rows;
        moved.front().status = status;
        Observation made;
        made.run = before.run;
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
    const ExecutionId id = m_fixture.startRun(QStringLiteral("steps"), QStringLiteral("Debug"));
    const QString parameters =
        QStringLiteral("{ \"Parameters\" : {\"RegionId\":\"cn-hangzhou\"} }");
    QCOMPARE(m_fixture.decide(m_fixture.frozen(id, Act::ExecuteTask, step(QStringLiteral("first"))))
                 .state,
             DecisionState::ReconciledApplied);
    QCOMPARE(m_fixture.lastParameters().value(QLatin1String("TaskName")).toString(),
             QStringLiteral("first"));
    QCOMPARE(m_fixture.lastParameters().value(QLatin1String("Parameters")).toString(),
             QStringLiteral("{}"));
    m_fixture.world().waitForStatus(id, RunStatus::Waiting);
    QCOMPARE(m_fixture
                 .decide(m_fixture.frozen(id, Act::ExecuteTask,
                                          step(QStringLiteral("second"), parameters)))
                 .state,
             DecisionState::ReconciledApplied);
    QCOMPARE(m_fixture.lastParameters().value(QLatin1String("Parameters")).toString(), parameters);
    // The same task once more: a new row of the same name is the effect.
    m_fixture.world().waitForStatus(id, RunStatus::Waiting);
    QCOMPARE(
        m_fixture.decide(m_fixture.frozen(id, Act::ExecuteTask, step(QStringLiteral("second"))))
            .state,
        DecisionState::ReconciledApplied);
    m_fixture.world().waitForStatus(id, RunStatus::Waiting);
    QCOMPARE(m_fixture
                 .decide(m_fixture.frozen(id, Act::CompleteExecution,
                                          endState(QStringLiteral("Success"))))
                 .state,
             DecisionState::ReconciledApplied);
    m_fixture.world().waitForStatus(id, RunStatus::Success);
}

void tst_DecideActs::debugStep_ofSomebodyElse_isNoticed()
{
    startSandbox();
    const ExecutionId id = m_fixture.startRun(QStringLiteral("steps"), QStringLiteral("Debug"));
    const DecisionRecord mine =
        m_fixture.frozen(id, Act::ExecuteTask, step(QStringLiteral("first")));
    QVERIFY(m_fixture.world().call(QStringLiteral("NotifyExecution"),
                                   {{QStringLiteral("ExecutionId"), id.text()},
                                    {QStringLiteral("NotifyType"), QStringLiteral("ExecuteTask")},
                                    {QStringLiteral("TaskName"), QStringLiteral("first")},
                                    {QStringLiteral("Parameters"), QStringLiteral("{}")}}));
    m_fixture.world().waitFor(id, [this, &id](const Execution &execution) {
        return execution.status == RunStatus::Waiting && !m_fixture.world().rowsOf(id).empty();
    });
    const DecisionProgress progress = m_fixture.decide(mine);
    QCOMPARE(progress.state, DecisionState::Changed);
    QCOMPARE(progress.changedFacts, std::vector<QString>{QStringLiteral("Steps")});
    QCOMPARE(progress.lastStep, QStringLiteral("first"));
    QCOMPARE(m_fixture.sandbox().receipts(QStringLiteral("NotifyExecution")).size(),
             std::size_t(1));
}

void tst_DecideActs::cancelTask_endsTheTaskAlone()
{
    startSandbox();
    const ExecutionId id = m_fixture.startRun(QStringLiteral("steps"), QStringLiteral("Debug"));
    QCOMPARE(m_fixture.decide(m_fixture.frozen(id, Act::ExecuteTask, step(QStringLiteral("wait"))))
                 .state,
             DecisionState::ReconciledApplied);
    m_fixture.world().waitForStatus(id, RunStatus::Waiting);
    const DecisionRecord cancel = m_fixture.frozen(id, Act::CancelTask, onlyWaitingRow());
    QVERIFY(!cancel.taskExecutionId.isEmpty());
    QCOMPARE(m_fixture.decide(cancel).state, DecisionState::ReconciledApplied);
    QCOMPARE(m_fixture.world().waitForStatus(id, RunStatus::Waiting).status, RunStatus::Waiting);
    QCOMPARE(m_fixture.world().rowsOf(id).back().status, RunStatus::Cancelled);
}

void tst_DecideActs::endExecution_asFailed()
{
    startSandbox();
    const ExecutionId id = m_fixture.startRun(QStringLiteral("steps"), QStringLiteral("Debug"));
    QCOMPARE(m_fixture
                 .decide(m_fixture.frozen(id, Act::CompleteExecution,
                                          endState(QStringLiteral("Failed"))))
                 .state,
             DecisionState::ReconciledApplied);
    QCOMPARE(m_fixture.lastParameters().value(QLatin1String("ExecutionStatus")).toString(),
             QStringLiteral("Failed"));
    m_fixture.world().waitForStatus(id, RunStatus::Failed);

    // Another end than the one asked for is somebody else's.
    DecisionRecord record;
    record.act = Act::CompleteExecution;
    record.executionStatus = QStringLiteral("Success");
    Observation now;
    now.run.emplace();
    now.run->status = RunStatus::Failed;
    now.run->statusText = QStringLiteral("Failed");
    Observation before = now;
    before.run->status = RunStatus::Waiting;
    before.run->statusText = QStringLiteral("Waiting");
    QCOMPARE(movementOf(record, before, now), Movement::Elsewhere);
    record.executionStatus = QStringLiteral("Failed");
    QCOMPARE(movementOf(record, before, now), Movement::AsAsked);
}

void tst_DecideActs::batchPause_goesOn()
{
    startSandbox({}, {},
                 {{QStringLiteral("batches"),
                   "FormatVersion: OOS-2019-06-01\n"
                   "Tasks:\n"
                   "  - Name: each\n"
                   "    Action: ACS::ExecuteAPI\n"
                   "    Loop: {Items: [a, b], RateControl: {Mode: Batch, Batch: [1, 1], "
                   "ConcurrencyInBatches: [1], BatchPauseOption: EveryBatchPause}}\n"
                   "    Properties: {Service: ECS, API: DescribeInstances, "
                   "Parameters: {RegionId: cn-hangzhou}}\n"}});
    const ExecutionId id =
        m_fixture.startRun(QStringLiteral("batches"), QStringLiteral("Automatic"));
    const std::vector<TaskExecution> rows = m_fixture.world().rowsOf(id);
    const std::vector<Wait> waits =
        recogniseWaits(m_fixture.world().waitForStatus(id, RunStatus::Waiting),
                       {rows, std::vector<QString>{QStringLiteral("each")}, {}});
    QCOMPARE(waits.size(), std::size_t(1));
    QCOMPARE(waits.front().kind, WaitKind::BatchPause);
    QCOMPARE(waits.front().confidence, Confidence::Certain);
    QVERIFY(waits.front().row);
    const DecisionRecord record =
        m_fixture.frozen(id, Act::Approve, [&](DecisionRecord &made, const auto &) {
            made.taskExecutionId = waits.front().row->id;
            made.taskName = waits.front().row->taskName;
        });
    QCOMPARE(m_fixture.decide(record).state, DecisionState::ReconciledApplied);
}

// Two approvals of a loop wait at once: deciding one leaves the other.
void tst_DecideActs::twoParallelWaits_onlyOneIsDecided()
{
    startSandbox(
        {}, {},
        {{QStringLiteral("two"), "FormatVersion: OOS-2019-06-01\n"
                                 "Tasks:\n"
                                 "  - Name: ask\n"
                                 "    Action: ACS::Approve\n"
                                 "    Loop: {Items: [{host: '#1'}, {host: '#2'}], Concurrency: 2}\n"
                                 "    Properties: {NotifyType: WebHook, WebHook: {URI: "
                                 "'https://example.invalid/hook', Content: x}}\n"}});
    const ExecutionId id = m_fixture.startRun(QStringLiteral("two"), QStringLiteral("Automatic"));
    std::vector<Wait> waits;
    QTRY_VERIFY_WITH_TIMEOUT(
        (waits = recogniseWaits(m_fixture.world().waitForStatus(id, RunStatus::Waiting),
                                {m_fixture.world().rowsOf(id), {}, {}}))
                .size() == 2,
        10'000);
    for (const Wait &wait : waits) {
        QCOMPARE(wait.kind, WaitKind::Approval);
        QVERIFY(wait.row->loopItem.contains(u'#'));
    }
    const DecisionRecord first =
        m_fixture.frozen(id, Act::Approve, [&](DecisionRecord &record, const auto &) {
            record.taskExecutionId = waits[1].row->id;
            record.taskName = waits[1].row->taskName;
            record.loopItem = waits[1].row->loopItem;
        });
    const DecisionProgress progress = m_fixture.decide(first);
    QCOMPARE(progress.state, DecisionState::ReconciledApplied);
    QCOMPARE(m_fixture.lastParameters().value(QLatin1String("LoopItem")).toString(),
             waits[1].row->loopItem);
    const auto left = recogniseWaits(m_fixture.world().waitForStatus(id, RunStatus::Waiting),
                                     {m_fixture.world().rowsOf(id), {}, {}});
    QCOMPARE(left.size(), std::size_t(1));
    QCOMPARE(left.front().row->id, waits[0].row->id);
}

void tst_DecideActs::strict_readAMomentTooEarly_isNotFollowedByTheLongPause()
{
    startSandbox({QStringLiteral("--strictness"), QStringLiteral("unlisted-codes")});
    const ExecutionId id = m_fixture.world().startExecution(QStringLiteral("ask-one"));
    DecisionRecord record =
        m_fixture.world().recordFor(id, Act::RetryTask, QStringLiteral("of the wrong kind"));
    record.fingerprint =
        fingerprintFor(record, m_fixture.world().waitForStatus(id, RunStatus::Waiting),
                       m_fixture.world().rowsOf(id), std::nullopt);
    // The one reading before the refusal may be settled, and then nothing for a minute.
    DecideTimes times;
    times.checks = {std::chrono::milliseconds(200), std::chrono::milliseconds(60'000)};
    times.refusalSettles = std::chrono::milliseconds(1'500);
    DecideFlow flow(m_fixture.world().services(), oneApproval(), times);
    flow.start(record);
    QTRY_COMPARE_WITH_TIMEOUT(flow.progress().state, DecisionState::Refused, 8'000);
}

// With the times that people get.
void tst_DecideActs::strict_refusalWithUnknownCode_isRefusedWithinFiveSeconds()
{
    startSandbox({QStringLiteral("--strictness"), QStringLiteral("unlisted-codes")});
    const ExecutionId id = m_fixture.world().startExecution(QStringLiteral("ask-one"));
    DecisionRecord record =
        m_fixture.world().recordFor(id, Act::RetryTask, QStringLiteral("of the wrong kind"));
    record.fingerprint =
        fingerprintFor(record, m_fixture.world().waitForStatus(id, RunStatus::Waiting),
                       m_fixture.world().rowsOf(id), std::nullopt);
    DecideFlow flow(m_fixture.world().services(), oneApproval());
    QElapsedTimer time;
    time.start();
    flow.start(record);
    QTRY_COMPARE_WITH_TIMEOUT(flow.progress().state, DecisionState::Refused, 8'000);
    QVERIFY2(time.elapsed() < 5'000, qPrintable(QString::number(time.elapsed())));
    QVERIFY(!isCodeBeforeAction(flow.progress().report.code));
    QVERIFY(!m_fixture.world().journal.openFor(record.where.accountId, record.where.place.region,
                                               id, record.taskExecutionId));
    QCOMPARE(m_fixture.world().journal.entry(record.id)->record.note, record.note);
}

void tst_DecideActs::strict_severalRows_areOfferedOneByOne()
{
    startSandbox(
        {QStringLiteral("--strictness"), QStringLiteral("task-execution-ids-are-execution-ids")},
        fleetBehaviour());
    const ExecutionId id =
        m_fixture.startRun(QStringLiteral("fleet"), QStringLiteral("FailurePause"));
    m_fixture.waitForFailed(id, 3);
    const DecisionProgress progress = m_fixture.decide(m_fixture.frozen(
        id, Act::RetryTask, items({QStringLiteral("bad-1"), QStringLiteral("bad #2")})));
    QCOMPARE(progress.state, DecisionState::Refused);
    QCOMPARE(progress.alternative, Alternative::OneByOne);
    QCOMPARE(
        m_fixture.decide(m_fixture.frozen(id, Act::RetryTask, items({QStringLiteral("bad-1")})))
            .state,
        DecisionState::ReconciledApplied);
}

void tst_DecideActs::strict_unreadableNotes_settleByMovement()
{
    startSandbox({QStringLiteral("--strictness"), QStringLiteral("unreadable-notes")},
                 fleetBehaviour());
    const ExecutionId id =
        m_fixture.startRun(QStringLiteral("fleet"), QStringLiteral("FailurePause"));
    m_fixture.waitForFailed(id, 3);
    const DecisionProgress progress = m_fixture.decide(m_fixture.frozen(
        id, Act::RetryTask, items({QStringLiteral("bad-1"), QStringLiteral("bad #2")})));
    QCOMPARE(progress.state, DecisionState::ReconciledApplied);
    QVERIFY(!progress.isNoteSeen);
    QCOMPARE(progress.movement, Movement::AsAsked);
    const ExecutionId debug = m_fixture.startRun(QStringLiteral("steps"), QStringLiteral("Debug"));
    QCOMPARE(
        m_fixture.decide(m_fixture.frozen(debug, Act::ExecuteTask, step(QStringLiteral("first"))))
            .state,
        DecisionState::ReconciledApplied);
}

void tst_DecideActs::strict_wholeRunApproval_isToldToNameTheTask()
{
    startSandbox({QStringLiteral("--strictness"), QStringLiteral("approve-needs-task-id")});
    const ExecutionId id = m_fixture.world().startExecution(QStringLiteral("ask-one"));
    m_fixture.world().waitForStatus(id, RunStatus::Waiting);
    const DecisionProgress progress =
        m_fixture.decide(m_fixture.frozen(id, Act::Approve, wholeRun));
    QCOMPARE(progress.state, DecisionState::Refused);
    QCOMPARE(progress.alternative, Alternative::NameTheTask);
    QCOMPARE(m_fixture.decide(m_fixture.frozen(id, Act::Approve, onlyWaitingRow())).state,
             DecisionState::ReconciledApplied);
}

void tst_DecideActs::omittedTaskId_approvesTheOneRow()
{
    startSandbox();
    const ExecutionId id = m_fixture.world().startExecution(QStringLiteral("ask-one"));
    m_fixture.world().waitForStatus(id, RunStatus::Waiting);
    const DecisionRecord record =
        m_fixture.frozen(id, Act::Approve, [](DecisionRecord &made, const auto &rows) {
            onlyWaitingRow()(made, rows);
            made.omitsTaskId = true;
        });
    QVERIFY(!m_fixture.world().profiles.profile(m_fixture.world().place().profile)->omitsTaskId);
    QCOMPARE(m_fixture.decide(record).state, DecisionState::ReconciledApplied);
    QVERIFY(!m_fixture.lastParameters().contains(QLatin1String("TaskExecutionId")));
    QCOMPARE(m_fixture.sandbox().receipts(QStringLiteral("NotifyExecution")).size(),
             std::size_t(1));
    // The profile remembers what its service takes.
    QVERIFY(m_fixture.world().profiles.profile(m_fixture.world().place().profile)->omitsTaskId);
}

// The log of a run that is being reviewed does not come to an end.
void tst_DecideActs::slowLog_delaysNoDecision()
{
    startSandbox();
    const ExecutionId id = m_fixture.world().startExecution(QStringLiteral("ask-one"));
    m_fixture.world().waitForStatus(id, RunStatus::Waiting);
    const DecisionRecord record = m_fixture.frozen(id, Act::Approve, onlyWaitingRow());
    m_fixture.sandbox().setFaults(R"([{"fault":"hang","action":"ListExecutionLogs"}])");
    ReviewFlow review(m_fixture.world().services());
    WaitRow row;
    row.id = {m_fixture.world().place(), id, record.taskExecutionId};
    review.show(row);
    QTRY_VERIFY_WITH_TIMEOUT(
        review.facts()->execution.hasEnded() && review.facts()->tasks.hasEnded(), 10'000);
    QVERIFY(review.facts()->log.isPending);
    QElapsedTimer time;
    time.start();
    QCOMPARE(m_fixture.decide(record).state, DecisionState::ReconciledApplied);
    QVERIFY2(time.elapsed() < 3'000, qPrintable(QString::number(time.elapsed())));
    QVERIFY(review.facts()->log.isPending);
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
    add(401, "Zupolimek.Unnamed", Alternative::None);
    add(302, "Zupolimek.Moved", Alternative::None);
    add(503, "Zupolimek.Down", Alternative::None);
    add(400, "", Alternative::None);
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
    last.run.emplace();
    last.run->status = RunStatus::Waiting;
    SeenRow row;
    row.id = record.taskExecutionId;
    row.status = RunStatus::Waiting;
    last.waitingRows = {row};
    QCOMPARE(alternativeTo(record, report, last), expected);
    record.act = Act::Reject;
    QCOMPARE(alternativeTo(record, report, last), expected);
    SendReport cut = report;
    cut.reply = SendReport::Reply::Incomplete;
    QCOMPARE(alternativeTo(record, cut, last), Alternative::None);
    QCOMPARE(alternativeTo(record, report, {}), Alternative::None);
    Observation over = last;
    over.run->status = RunStatus::Cancelled;
    QCOMPARE(alternativeTo(record, report, over), Alternative::None);
    Observation elsewhere = last;
    elsewhere.waitingRows.front().id = TaskExecutionId(QStringLiteral("t3"));
    QCOMPARE(alternativeTo(record, report, elsewhere), Alternative::None);
    const bool isMeant = expected != Alternative::None;
    DecisionRecord unnamed = record;
    unnamed.omitsTaskId = true;
    QCOMPARE(alternativeTo(unnamed, report, last),
             isMeant ? Alternative::NameTheTask : Alternative::None);
    DecisionRecord several = record;
    several.taskExecutionIds = {record.taskExecutionId, TaskExecutionId(QStringLiteral("t2"))};
    QCOMPARE(alternativeTo(several, report, last),
             isMeant ? Alternative::OneByOne : Alternative::None);
    // With another row that waits, nobody could tell which one is meant.
    row.id = TaskExecutionId(QStringLiteral("t2"));
    last.waitingRows.push_back(row);
    QCOMPARE(alternativeTo(record, report, last), Alternative::None);
}

QTEST_GUILESS_MAIN(tst_DecideActs)
#include "tst_decideacts.moc"
