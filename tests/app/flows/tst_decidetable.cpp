// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decidefixture.h"

#include <QMap>

using namespace countersign;

// Wait kind x decision x field, with the receipts of the sandbox. Which act fits which kind and
// with which parameters is written from oos-api.md 5.1 (the table of wait kinds) and 7.5 (the
// parameters of NotifyExecution); nothing on the expected side is made by the code that sends.

namespace {

using Rows = std::vector<TaskExecution>;
using Expected = QMap<QString, QString>;

//! One decision: a run of `templateName` in `mode`, what is chosen, and what must arrive beside
//! RegionId, ExecutionId, NotifyType and NotifyNote.
struct Line
{
    const char *templateName;
    const char *mode;
    WaitKind kind;
    Act act;
    const char *notifyType;
    Choice choose;
    std::function<Expected(const Rows &)> expected;
    std::size_t failedFirst = 0; //!< rows that must have failed before
    const char *firstStep = "";  //!< a Debug step that is taken before
};

const TaskExecution &rowWhere(const Rows &rows,
                              const std::function<bool(const TaskExecution &)> &is)
{
    static const TaskExecution none;
    const auto found = std::find_if(rows.begin(), rows.end(), is);
    return found == rows.end() ? none : *found;
}

const TaskExecution &waitingRow(const Rows &rows, const QString &item = {})
{
    return rowWhere(rows, [&item](const TaskExecution &row) {
        return row.status == RunStatus::Waiting && row.loopItem == item;
    });
}

const TaskExecution &failedRow(const Rows &rows, const QString &item)
{
    return rowWhere(rows, [&item](const TaskExecution &row) {
        return row.status == RunStatus::Failed && row.loopItem == item;
    });
}

const TaskExecution &loopRow(const Rows &rows)
{
    return rowWhere(rows,
                    [](const TaskExecution &row) { return row.parentTaskExecutionId.isEmpty(); });
}

const QString taskId = QStringLiteral("TaskExecutionId");
const QString taskIds = QStringLiteral("TaskExecutionIds");
const QString loopItem = QStringLiteral("LoopItem");
const QString taskName = QStringLiteral("TaskName");
const QString parameters = QStringLiteral("Parameters");
const QString executionStatus = QStringLiteral("ExecutionStatus");

Choice bindLoopRow()
{
    return [](DecisionRecord &record, const Rows &rows) {
        record.taskExecutionId = loopRow(rows).id;
        record.taskName = loopRow(rows).taskName;
    };
}

Choice bindWaitingItem(const QString &item)
{
    return [item](DecisionRecord &record, const Rows &rows) {
        record.taskExecutionId = waitingRow(rows, item).id;
        record.taskName = waitingRow(rows, item).taskName;
        record.loopItem = item;
    };
}

Choice stepOfItem(const QString &task, const QString &item)
{
    return [task, item](DecisionRecord &record, const Rows &) {
        record.nextTaskName = task;
        record.loopItem = item;
    };
}

Expected theWaitingRow(const Rows &rows)
{
    return {{taskId, waitingRow(rows).id.text()}};
}

Expected theLoopRow(const Rows &rows)
{
    return {{taskId, loopRow(rows).id.text()}};
}

Expected nothing(const Rows &)
{
    return {};
}

std::function<Expected(const Rows &)> always(const Expected &expected)
{
    return [expected](const Rows &) { return expected; };
}

std::function<Expected(const Rows &)> theItem(const QString &item, bool hasFailed)
{
    return [item, hasFailed](const Rows &rows) {
        const TaskExecution &row = hasFailed ? failedRow(rows, item) : waitingRow(rows, item);
        return Expected{{taskId, row.id.text()}, {loopItem, item}};
    };
}

std::function<Expected(const Rows &)> theItems(const QString &first, const QString &second)
{
    return [first, second](const Rows &rows) {
        return Expected{{taskIds, QStringLiteral("[\"%1\",\"%2\"]")
                                      .arg(failedRow(rows, first).id.text(),
                                           failedRow(rows, second).id.text())}};
    };
}

const QString objectItem = QStringLiteral("{\"host\":\"#1\"}");
const QString changed = QStringLiteral("{ \"Service\" : \"ECS\",\"API\":\"DescribeInstances\" }");

std::vector<std::pair<const char *, Line>> table()
{
    const QString bad1 = QStringLiteral("bad-1");
    const QString bad2 = QStringLiteral("bad #2");
    const QString bad3 = QStringLiteral("bad-3");
    const QString first = QStringLiteral("first");
    const Choice waiting = onlyWaitingRow();
    using K = WaitKind;
    using A = Act;
    return {
        {"approval, Approve",
         {"ask-one", "Automatic", K::Approval, A::Approve, "Approve", waiting, theWaitingRow}},
        {"approval, Reject",
         {"ask-one", "Automatic", K::Approval, A::Reject, "Reject", waiting, theWaitingRow}},
        {"approval, Approve for the run",
         {"ask-one", "Automatic", K::Approval, A::Approve, "Approve", wholeRun, nothing}},
        {"approval in a Debug run, Approve",
         {"steps", "Debug", K::Approval, A::Approve, "Approve", waiting, theWaitingRow, 0, "wait"}},
        {"approval in a loop, Approve",
         {"asks", "Automatic", K::Approval, A::Approve, "Approve", bindWaitingItem(objectItem),
          theItem(objectItem, false)}},
        {"approval in a loop, Reject",
         {"asks", "Automatic", K::Approval, A::Reject, "Reject", bindWaitingItem(objectItem),
          theItem(objectItem, false)}},
        {"high risk, Approve",
         {"remove", "Automatic", K::HighRisk, A::Approve, "Approve", waiting, theWaitingRow}},
        {"high risk, Reject",
         {"remove", "Automatic", K::HighRisk, A::Reject, "Reject", waiting, theWaitingRow}},
        {"batch pause, Approve",
         {"batches", "Automatic", K::BatchPause, A::Approve, "Approve", bindLoopRow(), theLoopRow}},
        {"batch pause, Reject",
         {"batches", "Automatic", K::BatchPause, A::Reject, "Reject", bindLoopRow(), theLoopRow}},
        {"manual pause, Approve",
         {"hold", "Automatic", K::ManualPause, A::Approve, "Approve", waiting, theWaitingRow}},
        {"manual pause, Reject",
         {"hold", "Automatic", K::ManualPause, A::Reject, "Reject", waiting, theWaitingRow}},
        {"failure pause, Retry one",
         {"fleet", "FailurePause", K::FailurePause, A::RetryTask, "RetryTask", items({bad2}),
          theItem(bad2, true), 3}},
        {"failure pause, Retry several",
         {"fleet", "FailurePause", K::FailurePause, A::RetryTask, "RetryTask", items({bad1, bad2}),
          theItems(bad1, bad2), 3}},
        {"failure pause, Skip one",
         {"fleet", "FailurePause", K::FailurePause, A::SkipTask, "SkipTask", items({bad3}),
          theItem(bad3, true), 3}},
        {"failure pause, Skip several",
         {"fleet", "FailurePause", K::FailurePause, A::SkipTask, "SkipTask", items({bad1, bad3}),
          theItems(bad1, bad3), 3}},
        {"debug step, Run task",
         {"steps", "Debug", K::DebugStep, A::ExecuteTask, "ExecuteTask", step(first),
          always({{taskName, first}, {parameters, QStringLiteral("{}")}})}},
        {"debug step, Run task with parameters",
         {"steps", "Debug", K::DebugStep, A::ExecuteTask, "ExecuteTask", step(first, changed),
          always({{taskName, first}, {parameters, changed}})}},
        {"debug step, Run task for one item",
         {"fleet", "Debug", K::DebugStep, A::ExecuteTask, "ExecuteTask",
          stepOfItem(QStringLiteral("reboot"), QStringLiteral("good-4")),
          always({{taskName, QStringLiteral("reboot")},
                  {parameters, QStringLiteral("{}")},
                  {loopItem, QStringLiteral("good-4")}})}},
        {"debug step, Cancel task",
         {"steps", "Debug", K::Approval, A::CancelTask, "CancelTask", waiting, theWaitingRow, 0,
          "wait"}},
        {"debug step, Cancel task of the run",
         {"steps", "Debug", K::Approval, A::CancelTask, "CancelTask", wholeRun, nothing, 0,
          "wait"}},
        {"debug step, End execution as Success",
         {"steps", "Debug", K::DebugStep, A::CompleteExecution, "CompleteExecution",
          endState(QStringLiteral("Success")),
          always({{executionStatus, QStringLiteral("Success")}})}},
        {"debug step, End execution as Failed",
         {"steps", "Debug", K::DebugStep, A::CompleteExecution, "CompleteExecution",
          endState(QStringLiteral("Failed")),
          always({{executionStatus, QStringLiteral("Failed")}})}},
        {"any kind, Cancel execution",
         {"hold", "Automatic", K::ManualPause, A::CancelExecution, "", wholeRun, nothing}},
        {"any kind in Debug, Cancel execution",
         {"steps", "Debug", K::DebugStep, A::CancelExecution, "", wholeRun, nothing}},
    };
}

QByteArray text(const char *tasks)
{
    return QByteArray("FormatVersion: OOS-2019-06-01\nTasks:\n") + tasks;
}

DecideFixture::Templates templates()
{
    return {
        {QStringLiteral("asks"),
         text("- Name: ask\n  Action: ACS::Approve\n"
              "  Loop: {Items: [{host: '#1'}, {host: '#2'}], Concurrency: 2}\n"
              "  Properties: {NotifyType: WebHook, WebHook: {URI: 'https://example.invalid/hook', "
              "Content: x}}\n")},
        {QStringLiteral("remove"), testtemplates::highRisk()},
        {QStringLiteral("hold"),
         text("- {Name: hold, Action: ACS::Pause, Properties: {Description: x}}\n")},
        {QStringLiteral("batches"),
         text("- Name: each\n  Action: ACS::ExecuteAPI\n"
              "  Loop: {Items: [a, b], RateControl: {Mode: Batch, Batch: [1, 1], "
              "ConcurrencyInBatches: [1], BatchPauseOption: EveryBatchPause}}\n"
              "  Properties: {Service: ECS, API: DescribeInstances, "
              "Parameters: {RegionId: cn-hangzhou}}\n")},
    };
}

} // namespace

class tst_DecideTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sent_data();
    void sent();
    void everyTypeAndParameter_wasSentTwice();

private:
    DecideFixture m_fixture;
    QMap<QString, int> m_types;
    QMap<QString, int> m_names;
};

void tst_DecideTable::initTestCase()
{
    const QString problem = m_fixture.start({}, fleetBehaviour(), templates());
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void tst_DecideTable::sent_data()
{
    QTest::addColumn<int>("number");
    const auto lines = table();
    for (std::size_t i = 0; i < lines.size(); ++i)
        QTest::newRow(lines[i].first) << static_cast<int>(i);
}

void tst_DecideTable::sent()
{
    QFETCH(int, number);
    const Line line = table()[static_cast<std::size_t>(number)].second;
    const ExecutionId id = m_fixture.startRun(
        QString::fromLatin1(line.templateName), QString::fromLatin1(line.mode),
        {{QStringLiteral("SafetyCheck"), line.kind == WaitKind::HighRisk
                                             ? QStringLiteral("ConfirmEveryHighRiskAction")
                                             : QStringLiteral("Skip")}});
    if (line.failedFirst > 0)
        QCOMPARE(m_fixture.waitForFailed(id, line.failedFirst).size(), line.failedFirst);
    if (*line.firstStep) {
        QCOMPARE(m_fixture
                     .decide(m_fixture.frozen(id, Act::ExecuteTask,
                                              step(QString::fromLatin1(line.firstStep))))
                     .state,
                 DecisionState::ReconciledApplied);
        m_fixture.world().waitForStatus(id, RunStatus::Waiting);
    }
    const Rows rows = m_fixture.world().rowsOf(id);
    const auto waits =
        recogniseWaits(m_fixture.world().waitForStatus(id, RunStatus::Waiting), {rows, {}, {}});
    QVERIFY(!waits.empty());
    QCOMPARE(waits.front().kind, line.kind);

    const DecisionRecord record = m_fixture.frozen(id, line.act, line.choose);
    QCOMPARE(m_fixture.decide(record).state, DecisionState::ReconciledApplied);

    Expected expected = line.expected(rows);
    expected.insert(QStringLiteral("RegionId"), m_fixture.world().place().region.text());
    expected.insert(QStringLiteral("ExecutionId"), id.text());
    const bool isNotify = *line.notifyType != 0;
    if (isNotify) {
        expected.insert(QStringLiteral("NotifyType"), QString::fromLatin1(line.notifyType));
        expected.insert(QStringLiteral("NotifyNote"),
                        QStringLiteral("a note that tells itself apart"));
    }
    Expected arrived;
    const QJsonObject params = m_fixture.lastParameters(
        isNotify ? QStringLiteral("NotifyExecution") : QStringLiteral("CancelExecution"));
    for (auto member = params.begin(); member != params.end(); ++member)
        arrived.insert(member.key(), member.value().toString());
    QCOMPARE(arrived, expected);
    if (isNotify) {
        ++m_types[arrived[QStringLiteral("NotifyType")]];
        for (const QString &name : arrived.keys())
            ++m_names[name];
    }
}

void tst_DecideTable::everyTypeAndParameter_wasSentTwice()
{
    for (const char *type : {"Approve", "Reject", "ExecuteTask", "CancelTask", "CompleteExecution",
                             "RetryTask", "SkipTask"})
        QVERIFY2(m_types.value(QString::fromLatin1(type)) >= 2, type);
    for (const char *name :
         {"RegionId", "ExecutionId", "NotifyType", "NotifyNote", "TaskName", "TaskExecutionId",
          "TaskExecutionIds", "ExecutionStatus", "Parameters", "LoopItem"})
        QVERIFY2(m_names.value(QString::fromLatin1(name)) >= 2, name);
    QCOMPARE(m_types.size(), 7);
    QCOMPARE(m_names.size(), 10);
}

QTEST_GUILESS_MAIN(tst_DecideTable)
#include "tst_decidetable.moc"
