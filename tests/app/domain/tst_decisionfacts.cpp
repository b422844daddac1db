// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/decisionfacts.h"

#include <QTest>

using namespace countersign;

// Which facts stop a send is told in security.md 4.4.

namespace {

TaskExecution row(const QString &id, const QString &name, RunStatus status)
{
    TaskExecution made;
    made.id = TaskExecutionId(id);
    made.taskName = name;
    made.status = status;
    made.statusText = runStatusText(status);
    return made;
}

Execution waitingRun(RunMode mode)
{
    Execution run;
    run.id = ExecutionId(QStringLiteral("exec-1"));
    run.status = RunStatus::Waiting;
    run.statusText = QStringLiteral("Waiting");
    run.mode = mode;
    return run;
}

DecisionRecord recordOf(Act act)
{
    DecisionRecord record;
    record.where.accountId = QStringLiteral("42");
    record.act = act;
    record.executionId = ExecutionId(QStringLiteral("exec-1"));
    return record;
}

using Rows = std::vector<TaskExecution>;

std::vector<QString> difference(const DecisionRecord &record, const Execution &before,
                                const Rows &rowsBefore, const Execution &after,
                                const Rows &rowsAfter)
{
    return differingFacts(fingerprintFor(record, before, rowsBefore, std::nullopt),
                          fingerprintFor(record, after, rowsAfter, std::nullopt));
}

} // namespace

class TestDecisionFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneRow_isThePlainFingerprint();
    void actsOnTheRun_takeNoRowAsFact_data();
    void actsOnTheRun_takeNoRowAsFact();
    void goneRow_isAFact();
    void severalRows_areFactsOfTheirOwn();
    void otherRows_areProgress();
    void stepOfSomebodyElse_isNoticed();
    void allFailedTasks_areFacts();
    void omittedTaskId_bindsWhatWaits();
    void lastStep_isTheLatestEnd();
};

void TestDecisionFacts::oneRow_isThePlainFingerprint()
{
    const Execution run = waitingRun(RunMode::Automatic);
    const Rows rows{row(QStringLiteral("t1"), QStringLiteral("ask"), RunStatus::Waiting),
                    row(QStringLiteral("t2"), QStringLiteral("other"), RunStatus::Waiting)};
    DecisionRecord record = recordOf(Act::Approve);
    record.taskExecutionId = rows[0].id;
    QCOMPARE(fingerprintFor(record, run, rows, QStringLiteral("Tasks:")),
             fingerprintOf(record.where.accountId, {}, run, rows[0], {}, QStringLiteral("Tasks:")));
    record.taskExecutionId = {};
    QCOMPARE(fingerprintFor(record, run, rows, std::nullopt),
             fingerprintOf(record.where.accountId, {}, run, std::nullopt, {rows[1].id, rows[0].id},
                           std::nullopt));
}

// The row that was current is named in the record; what such an act is about is the run.
void TestDecisionFacts::actsOnTheRun_takeNoRowAsFact_data()
{
    QTest::addColumn<Act>("act");
    QTest::newRow("run task") << Act::ExecuteTask;
    QTest::newRow("end execution") << Act::CompleteExecution;
    QTest::newRow("cancel execution") << Act::CancelExecution;
}

void TestDecisionFacts::actsOnTheRun_takeNoRowAsFact()
{
    QFETCH(Act, act);
    const Execution run = waitingRun(RunMode::Automatic);
    const Rows rows{row(QStringLiteral("t1"), QStringLiteral("ask"), RunStatus::Success)};
    const DecisionRecord unnamed = recordOf(act);
    DecisionRecord named = unnamed;
    named.taskExecutionId = rows[0].id;
    QCOMPARE(fingerprintFor(named, run, rows, std::nullopt),
             fingerprintFor(unnamed, run, rows, std::nullopt));
}

void TestDecisionFacts::goneRow_isAFact()
{
    const Execution run = waitingRun(RunMode::Automatic);
    const Rows rows{row(QStringLiteral("t1"), QStringLiteral("ask"), RunStatus::Waiting)};
    DecisionRecord record = recordOf(Act::Approve);
    record.taskExecutionId = rows[0].id;
    QVERIFY(!difference(record, run, rows, run, {}).empty());
    record.omitsTaskId = true;
    QVERIFY(!difference(record, run, rows, run, {}).empty());
}

void TestDecisionFacts::severalRows_areFactsOfTheirOwn()
{
    const Execution run = waitingRun(RunMode::FailurePause);
    const Rows rows{row(QStringLiteral("t#1"), QStringLiteral("each"), RunStatus::Failed),
                    row(QStringLiteral("t#2"), QStringLiteral("each"), RunStatus::Failed)};
    DecisionRecord record = recordOf(Act::RetryTask);
    record.taskExecutionIds = {rows[0].id, rows[1].id};
    Rows retried = rows;
    retried[1].status = RunStatus::Success;
    retried[1].statusText = QStringLiteral("Success");
    QVERIFY(difference(record, run, rows, run, rows).empty());
    const auto found = difference(record, run, rows, run, retried);
    QVERIFY(std::find(found.begin(), found.end(), QStringLiteral("TaskExecution t#2")) !=
            found.end());
    QVERIFY(std::find(found.begin(), found.end(), QStringLiteral("TaskExecution t#1")) ==
            found.end());
    const auto gone = difference(record, run, rows, run, {rows[0]});
    QCOMPARE(gone, std::vector<QString>{QStringLiteral("TaskExecution t#2")});
}

// Other items go on while two failed ones are retried.
void TestDecisionFacts::otherRows_areProgress()
{
    const Execution run = waitingRun(RunMode::FailurePause);
    Rows rows{row(QStringLiteral("t1"), QStringLiteral("each"), RunStatus::Failed),
              row(QStringLiteral("t2"), QStringLiteral("each"), RunStatus::Failed),
              row(QStringLiteral("t3"), QStringLiteral("each"), RunStatus::Running)};
    DecisionRecord record = recordOf(Act::SkipTask);
    record.taskExecutionIds = {rows[0].id, rows[1].id};
    Rows later = rows;
    later[2] = row(QStringLiteral("t3"), QStringLiteral("each"), RunStatus::Failed);
    Execution running = run;
    running.status = RunStatus::Running;
    running.statusText = QStringLiteral("Running");
    QVERIFY(difference(record, run, rows, running, later).empty());
}

void TestDecisionFacts::stepOfSomebodyElse_isNoticed()
{
    const Execution run = waitingRun(RunMode::Debug);
    const Rows rows{row(QStringLiteral("t1"), QStringLiteral("first"), RunStatus::Success)};
    Rows later = rows;
    later.push_back(row(QStringLiteral("t2"), QStringLiteral("second"), RunStatus::Success));
    for (const Act act : {Act::ExecuteTask, Act::CompleteExecution, Act::CancelTask}) {
        QVERIFY(restsOnAllRows(recordOf(act)));
        QVERIFY(difference(recordOf(act), run, rows, run, rows).empty());
        QCOMPARE(difference(recordOf(act), run, rows, run, later),
                 std::vector<QString>{QStringLiteral("Steps")});
    }
    QVERIFY(difference(recordOf(Act::CancelExecution), run, rows, run, later).empty());
}

void TestDecisionFacts::allFailedTasks_areFacts()
{
    const Execution run = waitingRun(RunMode::FailurePause);
    const Rows rows{row(QStringLiteral("t1"), QStringLiteral("a"), RunStatus::Failed)};
    Rows later = rows;
    later.push_back(row(QStringLiteral("t2"), QStringLiteral("b"), RunStatus::Failed));
    QCOMPARE(difference(recordOf(Act::RetryTask), run, rows, run, later),
             std::vector<QString>{QStringLiteral("FailedRows")});
}

void TestDecisionFacts::omittedTaskId_bindsWhatWaits()
{
    const Execution run = waitingRun(RunMode::Automatic);
    const Rows rows{row(QStringLiteral("t1"), QStringLiteral("ask"), RunStatus::Waiting)};
    Rows later = rows;
    later.push_back(row(QStringLiteral("t2"), QStringLiteral("ask2"), RunStatus::Waiting));
    DecisionRecord record = recordOf(Act::Approve);
    record.taskExecutionId = rows[0].id;
    QVERIFY(difference(record, run, rows, run, later).empty());
    record.omitsTaskId = true;
    QCOMPARE(difference(record, run, rows, run, later),
             std::vector<QString>{QStringLiteral("WaitingRows")});
    QVERIFY(!requestParameters(record).contains(QStringLiteral("TaskExecutionId")));
}

void TestDecisionFacts::lastStep_isTheLatestEnd()
{
    const QDateTime noon(QDate(2026, 3, 2), QTime(12, 0), Qt::UTC);
    Rows rows{row(QStringLiteral("t1"), QStringLiteral("a"), RunStatus::Success),
              row(QStringLiteral("t2"), QStringLiteral("b"), RunStatus::Failed),
              row(QStringLiteral("t3"), QStringLiteral("c"), RunStatus::Waiting)};
    QVERIFY(!lastStep({rows[2]}));
    rows[0].endDate = noon.addSecs(5);
    rows[1].endDate = noon;
    QCOMPARE(lastStep(rows)->id, rows[0].id);
    rows[1].endDate = noon.addSecs(5); // of the same second: the later in the list
    QCOMPARE(lastStep(rows)->id, rows[1].id);
}

QTEST_APPLESS_MAIN(TestDecisionFacts)
#include "tst_decisionfacts.moc"
