// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/reviewflow.h"
#include "app/viewmodels/decisionfields.h"

#include <QTest>

using namespace countersign;

namespace {

TaskExecution row(const QString &id, RunStatus status, const QString &action)
{
    TaskExecution made;
    made.id = TaskExecutionId(id);
    made.taskName = QString(u"task of " + id);
    made.status = status;
    made.statusText = runStatusText(status);
    made.taskAction = action;
    return made;
}

ReviewFacts pausedRun(RunMode mode)
{
    ReviewFacts facts;
    Execution execution;
    execution.id = ExecutionId(QStringLiteral("exec-1"));
    execution.status = RunStatus::Waiting;
    execution.mode = mode;
    facts.execution.value = execution;
    facts.tasks.value = std::vector<TaskExecution>{
        row(QStringLiteral("t1"), RunStatus::Failed, QStringLiteral("ACS::ExecuteAPI")),
        row(QStringLiteral("t2"), RunStatus::Failed, QStringLiteral("acs::approve")),
        row(QStringLiteral("t3"), RunStatus::Success, QStringLiteral("ACS::ExecuteAPI")),
        row(QStringLiteral("t4"), RunStatus::Failed, QStringLiteral("ACS::ECS::RebootInstance"))};
    return facts;
}

QStringList idsOf(const std::vector<TaskExecution> &rows)
{
    QStringList ids;
    for (const TaskExecution &each : rows)
        ids.append(each.id.text());
    return ids;
}

} // namespace

class TestFailedRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void approvals_areNeverRetriedOrSkipped_data();
    void approvals_areNeverRetriedOrSkipped();
    void unreadRows_giveNone();
};

// oos-api.md 5.2: the Failed rows are the candidates; an approval is decided by Approve and Reject.
void TestFailedRows::approvals_areNeverRetriedOrSkipped_data()
{
    QTest::addColumn<RunMode>("mode");
    QTest::newRow("recognised") << RunMode::FailurePause;
    QTest::newRow("named by a person") << RunMode::Unknown;
}

void TestFailedRows::approvals_areNeverRetriedOrSkipped()
{
    QFETCH(RunMode, mode);
    QCOMPARE(idsOf(failedRows(pausedRun(mode))),
             (QStringList{QStringLiteral("t1"), QStringLiteral("t4")}));
}

void TestFailedRows::unreadRows_giveNone()
{
    ReviewFacts facts = pausedRun(RunMode::FailurePause);
    facts.tasks.value.reset();
    QVERIFY(failedRows(facts).empty());
}

QTEST_APPLESS_MAIN(TestFailedRows)
#include "tst_failedrows.moc"
