// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/pausewords.h"
#include "reviewfacts.h"

#include <QTest>

using namespace countersign;
using namespace countersign::reviewtest;

namespace {

QStringList lines(const ReviewFacts &facts)
{
    const auto made = pauseLines(facts);
    return QStringList(made.begin(), made.end());
}

TaskExecution failed(int number)
{
    TaskExecution made =
        row(QStringLiteral("t%1").arg(number), QStringLiteral("install"), RunStatus::Failed);
    made.loopItem = QStringLiteral("node-%1").arg(number);
    made.statusMessage = QStringLiteral("no disk");
    return made;
}

TaskExecution item(int number, int batch, RunStatus status)
{
    TaskExecution made = row(QStringLiteral("i%1").arg(number), QStringLiteral("resize"), status);
    made.parentTaskExecutionId = TaskExecutionId(QStringLiteral("loop"));
    made.loopBatchNumber = batch;
    return made;
}

} // namespace

class tst_PauseWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void failurePause_countsAndNamesTheFirst();
    void failurePause_withoutReason_saysSo();
    void batchPause_saysHowFarTheBatchesAre();
    void batchPause_withoutSizes_namesTheBatch();
    void batchPause_lastSizeCountsForTheRest();
    void debugStep_countsWhatHasRun();
    void approval_saysNothing();
};

void tst_PauseWords::failurePause_countsAndNamesTheFirst()
{
    ReviewFacts facts = waitingRun({failed(1), failed(2), failed(3), failed(4), failed(5)});
    facts.execution.value->mode = RunMode::FailurePause;
    facts.row.id.taskExecutionId = TaskExecutionId(QStringLiteral("t1"));
    QCOMPARE(lines(facts),
             (QStringList{QStringLiteral("5 task(s) failed and can be tried again or skipped."),
                          QStringLiteral("install, item node-1: “no disk”"),
                          QStringLiteral("install, item node-2: “no disk”"),
                          QStringLiteral("install, item node-3: “no disk”"),
                          QStringLiteral("2 more failed task(s) are in the list of tasks.")}));
}

void tst_PauseWords::failurePause_withoutReason_saysSo()
{
    TaskExecution silent = failed(1);
    silent.statusMessage.clear();
    silent.loopItem.clear();
    ReviewFacts facts = waitingRun({silent});
    facts.execution.value->mode = RunMode::FailurePause;
    facts.row.id.taskExecutionId = silent.id;
    QCOMPARE(lines(facts).value(1), QStringLiteral("install: the service gives no reason."));
}

void tst_PauseWords::batchPause_saysHowFarTheBatchesAre()
{
    TaskExecution loop = row(QStringLiteral("loop"), QStringLiteral("resize"), RunStatus::Waiting);
    loop.loop = embedded(R"({"Items":[1,2,3,4,5],"RateControl":{"Mode":"Batch","Batch":[1,3,5]}})");
    const ReviewFacts facts =
        waitingRun({loop, item(1, 1, RunStatus::Success), item(2, 2, RunStatus::Success),
                    item(3, 2, RunStatus::Success), item(4, 2, RunStatus::Failed)});
    QCOMPARE(lines(facts),
             QStringList{QStringLiteral("resize: batch 2 of 3 is done: 2 succeeded, 1 failed.")});
}

void tst_PauseWords::batchPause_withoutSizes_namesTheBatch()
{
    TaskExecution loop = row(QStringLiteral("loop"), QStringLiteral("resize"), RunStatus::Waiting);
    loop.loop = embedded(R"({"RateControl":"{{ rateControl }}"})");
    const ReviewFacts facts =
        waitingRun({loop, item(1, 1, RunStatus::Success), item(2, 1, RunStatus::Skipped)});
    QCOMPARE(lines(facts),
             QStringList{QStringLiteral(
                 "resize: batch 1 is done: 1 succeeded, 0 failed, 1 in another state.")});
}

void tst_PauseWords::batchPause_lastSizeCountsForTheRest()
{
    TaskExecution loop = row(QStringLiteral("loop"), QStringLiteral("resize"), RunStatus::Waiting);
    loop.loop = embedded(R"({"Items":["a","b","c","d","e"],"Batch":[2]})");
    const ReviewFacts facts =
        waitingRun({loop, item(1, 1, RunStatus::Success), item(2, 1, RunStatus::Success)});
    QCOMPARE(lines(facts),
             QStringList{QStringLiteral("resize: batch 1 of 3 is done: 2 succeeded, 0 failed.")});
}

void tst_PauseWords::debugStep_countsWhatHasRun()
{
    ReviewFacts facts =
        waitingRun({row(QStringLiteral("t1"), QStringLiteral("a"), RunStatus::Success)});
    facts.execution.value->mode = RunMode::Debug;
    setTemplate(facts, QStringLiteral("FormatVersion: OOS-2019-06-01\nTasks:\n"
                                      "  - Name: a\n    Action: ACS::Sleep\n"
                                      "  - Name: b\n    Action: ACS::Sleep\n"));
    QCOMPARE(lines(facts), QStringList{QStringLiteral("1 of 2 task(s) of the template have run.")});
}

void tst_PauseWords::approval_saysNothing()
{
    TaskExecution ask = row(QStringLiteral("t1"), QStringLiteral("ask"), RunStatus::Waiting);
    ask.taskAction = QStringLiteral("ACS::Approve");
    QCOMPARE(lines(waitingRun({ask})), QStringList{});
}

QTEST_GUILESS_MAIN(tst_PauseWords)
#include "tst_pausewords.moc"
