// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/waitrows.h"

#include <QTest>

using namespace countersign;

namespace {

Execution waiting()
{
    Execution execution;
    execution.id = ExecutionId(QStringLiteral("exec-1"));
    execution.status = RunStatus::Waiting;
    execution.statusText = QStringLiteral("Waiting");
    execution.mode = RunMode::Automatic;
    execution.templateName = QStringLiteral("restart-web-fleet");
    execution.templateVersion = QStringLiteral("v4");
    execution.executedBy = QStringLiteral("ops-lead(200000000000000042)");
    execution.updateDate = QDateTime(QDate(2026, 3, 2), QTime(8, 15, 41), Qt::UTC);
    return execution;
}

Profile profile()
{
    Profile made;
    made.id = ProfileId(QStringLiteral("p"));
    made.alias = QStringLiteral("acme-prod");
    made.accountId = QStringLiteral("2000000000000042");
    return made;
}

const Place place{ProfileId(QStringLiteral("p")), RegionId(QStringLiteral("cn-hangzhou"))};

} // namespace

class tst_WaitRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void currentTasksApprove_givesItsTask();
    void readRow_tellsHowManyApprovals();
    void nothingKnown_isOneRowForTheRun();
    void twoGates_areTwoRows();
    void failurePause_isOneRowOfTheRun();
    void childThatIsListed_standsForItsParent();
    void currentTasks_tellOnlyWhenNothingElseMayWait();
};

void tst_WaitRows::currentTasksApprove_givesItsTask()
{
    Execution execution = waiting();
    execution.currentTasks = {{TaskExecutionId(QStringLiteral("exec-1.t0002")),
                               QStringLiteral("approveRestart"), QStringLiteral("acs::approve")}};
    QVERIFY(isToldByCurrentTasks(execution));
    const auto rows = waitRowsOf(execution, {}, place, profile(), {});
    QCOMPARE(rows.size(), std::size_t(1));
    QCOMPARE(rows[0].kind, WaitKind::Approval);
    QCOMPARE(rows[0].id.taskExecutionId.text(), QStringLiteral("exec-1.t0002"));
    QCOMPARE(rows[0].taskName, QStringLiteral("approveRestart"));
    QCOMPARE(rows[0].profileAlias, QStringLiteral("acme-prod"));
    QCOMPARE(rows[0].accountId, QStringLiteral("2000000000000042"));
    QCOMPARE(rows[0].waitingSince, execution.updateDate);
    QCOMPARE(rows[0].requiredApprovals, qint64(0));
}

void tst_WaitRows::readRow_tellsHowManyApprovals()
{
    TaskExecution row;
    row.id = TaskExecutionId(QStringLiteral("exec-1.t0002"));
    row.taskName = QStringLiteral("approveRestart");
    row.taskAction = QStringLiteral("ACS::Approve");
    row.status = RunStatus::Waiting;
    row.updateDate = QDateTime(QDate(2026, 3, 2), QTime(8, 14, 13), Qt::UTC);
    row.properties.json = Json::parse(R"({"MinRequiredApprovals":2})").json;
    const auto rows = waitRowsOf(waiting(), {std::vector{row}, {}, {}}, place, profile(), {});
    QCOMPARE(rows.size(), std::size_t(1));
    QCOMPARE(rows[0].requiredApprovals, qint64(2));
    QCOMPARE(rows[0].waitingSince, row.updateDate);
}

void tst_WaitRows::nothingKnown_isOneRowForTheRun()
{
    QVERIFY(!isToldByCurrentTasks(waiting()));
    const auto rows = waitRowsOf(waiting(), {}, place, profile(), {});
    QCOMPARE(rows.size(), std::size_t(1));
    QCOMPARE(rows[0].kind, WaitKind::Unknown);
    QVERIFY(rows[0].id.taskExecutionId.isEmpty());
    QCOMPARE(rows[0].templateName, QStringLiteral("restart-web-fleet"));
}

void tst_WaitRows::twoGates_areTwoRows()
{
    std::vector<TaskExecution> gates(2);
    gates[0].id = TaskExecutionId(QStringLiteral("t1"));
    gates[1].id = TaskExecutionId(QStringLiteral("t2"));
    for (TaskExecution &gate : gates) {
        gate.taskAction = QStringLiteral("ACS::Approve");
        gate.status = RunStatus::Waiting;
    }
    const auto rows = waitRowsOf(waiting(), {gates, {}, {}}, place, profile(), {});
    QCOMPARE(rows.size(), std::size_t(2));
    QVERIFY(rows[0].id != rows[1].id);
}

void tst_WaitRows::failurePause_isOneRowOfTheRun()
{
    Execution execution = waiting();
    execution.mode = RunMode::FailurePause;
    std::vector<TaskExecution> failed(500);
    for (std::size_t i = 0; i < failed.size(); ++i) {
        failed[i].id = TaskExecutionId(QStringLiteral("exec-1.t#%1").arg(i));
        failed[i].taskName = QStringLiteral("patch");
        failed[i].loopItem = QStringLiteral("i-%1").arg(i);
        failed[i].status = RunStatus::Failed;
        failed[i].updateDate = execution.updateDate.addSecs(-static_cast<qint64>(i));
    }
    auto rows = waitRowsOf(execution, {failed, {}, {}}, place, profile(), {});
    QCOMPARE(rows.size(), std::size_t(1));
    QCOMPARE(rows[0].kind, WaitKind::FailurePause);
    QCOMPARE(rows[0].failedTasks, 500);
    QCOMPARE(rows[0].taskName, QStringLiteral("patch"));
    QVERIFY(rows[0].loopItem.isEmpty());
    const WaitRowId id = rows[0].id;
    QVERIFY(id.taskExecutionId.isEmpty());

    // With one failed task it is the same wait, which says more.
    failed.resize(1);
    rows = waitRowsOf(execution, {failed, {}, {}}, place, profile(), {});
    QCOMPARE(rows[0].id, id);
    QCOMPARE(rows[0].loopItem, QStringLiteral("i-0"));
    QCOMPARE(rows[0].failedTasks, 1);

    failed.push_back(failed.front());
    failed[1].id = TaskExecutionId(QStringLiteral("exec-1.other"));
    failed[1].taskName = QStringLiteral("clean");
    rows = waitRowsOf(execution, {failed, {}, {}}, place, profile(), {});
    QVERIFY(rows[0].taskName.isEmpty());
}

void tst_WaitRows::childThatIsListed_standsForItsParent()
{
    TaskExecution nested;
    nested.id = TaskExecutionId(QStringLiteral("exec-1.t1"));
    nested.taskName = QStringLiteral("deploy");
    nested.taskAction = QStringLiteral("ACS::Template");
    nested.status = RunStatus::Waiting;
    nested.childExecutionId = ExecutionId(QStringLiteral("exec-2"));
    WaitEvidence evidence{std::vector{nested}, {}, {}};
    QCOMPARE(waitRowsOf(waiting(), evidence, place, profile(), {}).front().kind,
             WaitKind::InsideChild);
    evidence.waitingChildren = {{nested.childExecutionId}};
    QVERIFY(waitRowsOf(waiting(), evidence, place, profile(), {}).empty());
}

void tst_WaitRows::currentTasks_tellOnlyWhenNothingElseMayWait()
{
    Execution execution = waiting();
    const CurrentTask ask{TaskExecutionId(QStringLiteral("t3")), QStringLiteral("ask"),
                          QStringLiteral("ACS::Approve")};
    const CurrentTask call{TaskExecutionId(QStringLiteral("t1")), QStringLiteral("call"),
                           QStringLiteral("ACS::ExecuteAPI")};
    execution.currentTasks = {ask};
    QVERIFY(isToldByCurrentTasks(execution));
    execution.mode = RunMode::FailurePause;
    QVERIFY(!isToldByCurrentTasks(execution));
    execution.mode = RunMode::Automatic;
    execution.currentTasks = {call, call, ask};
    QVERIFY(!isToldByCurrentTasks(execution));
    // Until its rows are read, the approval is listed all the same.
    const auto rows = waitRowsOf(execution, {}, place, profile(), {});
    QCOMPARE(rows.size(), std::size_t(1));
    QCOMPARE(rows[0].kind, WaitKind::Approval);
    QCOMPARE(rows[0].id.taskExecutionId, ask.id);
}

QTEST_GUILESS_MAIN(tst_WaitRows)
#include "tst_waitrows.moc"
