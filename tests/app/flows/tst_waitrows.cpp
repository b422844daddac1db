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

QTEST_GUILESS_MAIN(tst_WaitRows)
#include "tst_waitrows.moc"
