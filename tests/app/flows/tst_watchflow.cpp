// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/watchflow.h"
#include "tests/fakes/sandboxworld.h"

#include <QFile>
#include <QTest>

#include <chrono>
#include <memory>

using namespace countersign;
using std::chrono::milliseconds;

namespace {

WatchTimes quickTimes()
{
    WatchTimes times;
    times.interval = milliseconds(400);
    times.afterTrouble = milliseconds(400);
    return times;
}

const WaitRow *rowOf(const WatchFlow &flow, const ExecutionId &id)
{
    for (const WaitRow &row : flow.snapshot().rows) {
        if (row.id.executionId == id)
            return &row;
    }
    return nullptr;
}

QByteArray templateOf(const char *tasks)
{
    return QByteArray("FormatVersion: OOS-2019-06-01\nTasks:\n") + tasks;
}

std::vector<WaitRow> rowsOf(const WatchFlow &flow, const ExecutionId &id)
{
    std::vector<WaitRow> rows;
    for (const WaitRow &row : flow.snapshot().rows) {
        if (row.id.executionId == id)
            rows.push_back(row);
    }
    return rows;
}

} // namespace

class tst_WatchFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void start_listsWhatWaits();
    void arrival_appears_departure_leaves();
    void highRisk_isRecognisedFromItsRow();
    void lockedProfile_keepsItsRowsAndSaysSo();
    void sending_holdsReadings();
    void identity_isReadOnce();
    void allRead_isToldWhenTheCallerIsKnown();
    void nextTask_inTheSameSecond_isSeen();
    void everyKind_isListedOnce();
    void childOfLoopItem_saysItsWayDown();
    void strict_childrenNotListed_isSaid();

private:
    void startSandbox(const QStringList &arguments);

    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<SandboxWorld> m_world;
};

void tst_WatchFlow::initTestCase()
{
    QVERIFY2(QFile::exists(QStringLiteral(PROGRAMS "/countersign-sandbox")),
             "the sandbox program was not built");
}

void tst_WatchFlow::cleanup()
{
    m_world.reset();
    m_sandbox.reset();
}

void tst_WatchFlow::startSandbox(const QStringList &arguments)
{
    m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
    m_sandbox->addTemplate(QStringLiteral("ask-one"), testtemplates::approval(2));
    m_sandbox->addTemplate(QStringLiteral("two-gates"), testtemplates::twoGates());
    m_sandbox->addTemplate(QStringLiteral("remove-nodes"), testtemplates::highRisk());
    QVERIFY2(m_sandbox->start(arguments), qPrintable(m_sandbox->problem()));
    m_world = std::make_unique<SandboxWorld>(m_sandbox->announcement());
}

void tst_WatchFlow::start_listsWhatWaits()
{
    startSandbox({QStringLiteral("--scenario"), QStringLiteral("load:250")});
    WatchFlow flow(m_world->services(), quickTimes());
    flow.start();
    QTRY_COMPARE_WITH_TIMEOUT(flow.snapshot().rows.size(), std::size_t(250), 15'000);
    for (const WaitRow &row : flow.snapshot().rows) {
        QCOMPARE(row.kind, WaitKind::Approval);
        QVERIFY(!row.id.taskExecutionId.isEmpty());
    }
    QCOMPARE(flow.places().size(), m_world->profiles.places().size());
    for (const PlaceState &place : flow.places())
        QVERIFY(!place.error);
}

void tst_WatchFlow::arrival_appears_departure_leaves()
{
    startSandbox({QStringLiteral("--scenario"), QStringLiteral("empty")});
    WatchFlow flow(m_world->services(), quickTimes());
    flow.start();
    const ExecutionId id = m_world->startExecution(QStringLiteral("ask-one"));
    QTRY_VERIFY_WITH_TIMEOUT(rowOf(flow, id), 10'000);
    QTRY_COMPARE_WITH_TIMEOUT(rowOf(flow, id)->requiredApprovals, qint64(2), 10'000);
    QVERIFY(m_world->call(QStringLiteral("CancelExecution"),
                          {{QStringLiteral("ExecutionId"), id.text()}}));
    QTRY_VERIFY_WITH_TIMEOUT(!rowOf(flow, id), 10'000);
}

void tst_WatchFlow::highRisk_isRecognisedFromItsRow()
{
    startSandbox({QStringLiteral("--scenario"), QStringLiteral("empty")});
    WatchFlow flow(m_world->services(), quickTimes());
    flow.start();
    const ExecutionId id = m_world->startExecution(
        QStringLiteral("remove-nodes"),
        {{QStringLiteral("SafetyCheck"), QStringLiteral("ConfirmEveryHighRiskAction")}});
    QTRY_VERIFY_WITH_TIMEOUT(rowOf(flow, id), 10'000);
    QTRY_COMPARE_WITH_TIMEOUT(rowOf(flow, id)->kind, WaitKind::HighRisk, 10'000);
    QCOMPARE(rowOf(flow, id)->call.api, QStringLiteral("DeleteInstances"));
}

void tst_WatchFlow::lockedProfile_keepsItsRowsAndSaysSo()
{
    startSandbox({QStringLiteral("--scenario"), QStringLiteral("load:5")});
    WatchFlow flow(m_world->services(), quickTimes());
    flow.start();
    QTRY_VERIFY_WITH_TIMEOUT(flow.isAllRead(), 10'000);
    QCOMPARE(flow.snapshot().rows.size(), std::size_t(5));
    m_world->profiles.setCredentials(m_world->place().profile, nullptr);
    flow.refresh();
    QTRY_VERIFY_WITH_TIMEOUT(!flow.isReading(), 10'000);
    QCOMPARE(flow.snapshot().rows.size(), std::size_t(5));
    QVERIFY(flow.places().front().isLocked);
    QVERIFY(flow.places().front().lastGoodRead.isValid());
    QVERIFY(!flow.places().front().nextRead.isValid());
}

void tst_WatchFlow::sending_holdsReadings()
{
    startSandbox({QStringLiteral("--scenario"), QStringLiteral("load:2")});
    const ExecutionId id = m_world->startExecution(QStringLiteral("ask-one"));
    const DecisionRecord record = m_world->recordFor(id, Act::Approve, {});
    QVERIFY(!m_world->journal.append(record));
    WatchFlow flow(m_world->services(), quickTimes());
    flow.start();
    QTest::qWait(700);
    const auto first = m_world->place();
    for (const PlaceState &place : flow.places()) {
        if (place.place == first)
            QVERIFY(!place.lastGoodRead.isValid());
    }
    QVERIFY(!m_world->journal.transition(record.id, DecisionState::IntentRecorded,
                                         DecisionState::NotSent));
    QTRY_VERIFY_WITH_TIMEOUT(rowOf(flow, id), 10'000);
}

void tst_WatchFlow::identity_isReadOnce()
{
    startSandbox({QStringLiteral("--scenario"), QStringLiteral("empty")});
    WatchFlow flow(m_world->services(), quickTimes());
    flow.start();
    const ProfileId id = m_world->place().profile;
    QTRY_VERIFY(m_world->profiles.identity(id).has_value());
    QCOMPARE(m_world->profiles.identity(id)->userName(),
             m_sandbox->announcement().users.front().name);
    QCOMPARE(m_world->profiles.identity(id)->accountId,
             m_sandbox->announcement().profile.accountId);
    flow.refresh();
    QTest::qWait(500);
    QCOMPARE(m_sandbox->receipts(QStringLiteral("GetCallerIdentity")).size(), std::size_t(1));
}

void tst_WatchFlow::allRead_isToldWhenTheCallerIsKnown()
{
    startSandbox({QStringLiteral("--scenario"), QStringLiteral("load:3")});
    m_sandbox->setFaults(R"([{"fault":"delay","ms":700,"action":"GetCallerIdentity"}])");
    WatchFlow flow(m_world->services(), quickTimes());
    int told = 0;
    bool wasKnown = false;
    connect(&flow, &WatchFlow::allRead, this, [&] {
        ++told;
        wasKnown = m_world->profiles.identity(m_world->place().profile).has_value();
    });
    flow.start();
    QTRY_COMPARE(told, 1);
    QVERIFY(wasKnown);
    QVERIFY(flow.isAllRead());
    flow.refresh();
    QVERIFY(!QTest::qWaitFor([&told] { return told > 1; }, 500));
}

// Times of the service have whole seconds.
void tst_WatchFlow::nextTask_inTheSameSecond_isSeen()
{
    startSandbox({QStringLiteral("--scenario"), QStringLiteral("empty")});
    WatchFlow flow(m_world->services(), quickTimes());
    flow.start();
    for (int i = 0; i < 3; ++i) {
        const ExecutionId id = m_world->startExecution(QStringLiteral("two-gates"));
        flow.refresh();
        QTRY_VERIFY_WITH_TIMEOUT(rowOf(flow, id), 10'000);
        flow.refresh();
        QTRY_VERIFY(!flow.isReading());
        QVERIFY(m_world->call(QStringLiteral("NotifyExecution"),
                              {{QStringLiteral("ExecutionId"), id.text()},
                               {QStringLiteral("NotifyType"), QStringLiteral("Approve")}}));
        QTRY_COMPARE_WITH_TIMEOUT(rowOf(flow, id) ? rowOf(flow, id)->taskName : QString(),
                                  QStringLiteral("secondGate"), 10'000);
    }
}

// The kinds of oos-api.md 5.1, each from what the service reads back.
void tst_WatchFlow::everyKind_isListedOnce()
{
    m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
    m_sandbox->addTemplate(
        QStringLiteral("batches"),
        templateOf("- Name: each\n  Action: ACS::ExecuteAPI\n"
                   "  Loop: {Items: [a, b], RateControl: {Mode: Batch, Batch: [1, 1], "
                   "ConcurrencyInBatches: [1], BatchPauseOption: EveryBatchPause}}\n"
                   "  Properties: {Service: ECS, API: DescribeInstances, "
                   "Parameters: {RegionId: cn-hangzhou}}\n"));
    m_sandbox->addTemplate(
        QStringLiteral("failing"),
        templateOf("- {Name: one, Action: ACS::Sleep, Properties: {Duration: never}}\n"));
    m_sandbox->addTemplate(
        QStringLiteral("calm"),
        templateOf("- {Name: one, Action: ACS::Sleep, Properties: {Duration: 1s}}\n"));
    m_sandbox->addTemplate(
        QStringLiteral("pausing"),
        templateOf("- {Name: hold, Action: ACS::Pause, Properties: {Description: x}}\n"));
    m_sandbox->addTemplate(
        QStringLiteral("nightly"),
        templateOf("- {Name: clock, Action: ACS::TimerTrigger, Properties: {Type: rate, "
                   "Expression: 30 minutes, EndDate: '2099-01-01'}}\n"
                   "- {Name: one, Action: ACS::Sleep, Properties: {Duration: 1s}}\n"));
    m_sandbox->addTemplate(QStringLiteral("ask-one"), testtemplates::approval(1));
    QVERIFY2(m_sandbox->start({QStringLiteral("--scenario"), QStringLiteral("empty")}),
             qPrintable(m_sandbox->problem()));
    m_world = std::make_unique<SandboxWorld>(m_sandbox->announcement());
    const auto start = [this](const char *name, const char *mode = "Automatic") {
        return m_world->startExecution(QString::fromLatin1(name),
                                       {{QStringLiteral("Mode"), QString::fromLatin1(mode)}});
    };
    const ExecutionId clock = start("nightly");
    QVERIFY(!clock.isEmpty());
    const std::vector<std::pair<ExecutionId, WaitKind>> expected{
        {start("batches"), WaitKind::BatchPause},
        {start("failing", "FailurePause"), WaitKind::FailurePause},
        {start("calm", "Debug"), WaitKind::DebugStep},
        {start("pausing"), WaitKind::ManualPause},
        {start("ask-one"), WaitKind::Approval},
        {start("ask-one", "FailurePause"), WaitKind::Approval}};
    QCOMPARE(m_world->waitForStatus(clock, RunStatus::Waiting).status, RunStatus::Waiting);
    WatchFlow flow(m_world->services(), quickTimes());
    flow.start();
    for (const auto &[id, kind] : expected) {
        QVERIFY(!id.isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(rowsOf(flow, id).size(), std::size_t(1), 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(rowsOf(flow, id).front().kind, kind, 10'000);
    }
    const WaitRow batch = rowsOf(flow, expected[0].first).front();
    QCOMPARE(batch.confidence, Confidence::Certain); // by its template
    QVERIFY(!batch.id.taskExecutionId.isEmpty());
    const WaitRow failure = rowsOf(flow, expected[1].first).front();
    QCOMPARE(failure.failedTasks, 1);
    QVERIFY(failure.id.taskExecutionId.isEmpty());
    // What waits for its clock waits for nobody, in the same list.
    QVERIFY(rowsOf(flow, clock).empty());
}

void tst_WatchFlow::childOfLoopItem_saysItsWayDown()
{
    m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
    m_sandbox->addTemplate(QStringLiteral("ask-one"), testtemplates::approval(1));
    m_sandbox->addTemplate(QStringLiteral("middle"),
                           templateOf("- Name: each\n  Action: ACS::Template\n"
                                      "  Loop: {Items: ['i#1', 'i#2'], Concurrency: 2}\n"
                                      "  Properties: {TemplateName: ask-one}\n"));
    m_sandbox->addTemplate(QStringLiteral("top"),
                           templateOf("- {Name: deploy, Action: ACS::Template, Properties: "
                                      "{TemplateName: middle}}\n"));
    QVERIFY2(m_sandbox->start({QStringLiteral("--scenario"), QStringLiteral("empty")}),
             qPrintable(m_sandbox->problem()));
    m_world = std::make_unique<SandboxWorld>(m_sandbox->announcement());
    const ExecutionId top = m_world->startExecution(QStringLiteral("top"));
    WatchFlow flow(m_world->services(), quickTimes());
    flow.start();
    // Two rows, one for each child; none for the runs above.
    QTRY_COMPARE_WITH_TIMEOUT(flow.snapshot().rows.size(), std::size_t(2), 15'000);
    const auto isWhole = [&flow] {
        const std::vector<WaitRow> &rows = flow.snapshot().rows;
        return std::all_of(rows.begin(), rows.end(), [](const WaitRow &row) {
            return row.way.isWhole && row.way.steps.size() == 2 &&
                   !row.way.steps[1].taskName.isEmpty();
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(isWhole(), 15'000);
    QSet<QString> items;
    QSet<QString> marks;
    for (const WaitRow &row : flow.snapshot().rows) {
        QCOMPARE(row.kind, WaitKind::Approval);
        QCOMPARE(row.taskName, QStringLiteral("askFirst"));
        QCOMPARE(row.way.steps[0].execution, top);
        QCOMPARE(row.way.steps[0].templateName, QStringLiteral("top"));
        QCOMPARE(row.way.steps[0].taskName, QStringLiteral("deploy"));
        QCOMPARE(row.way.steps[1].templateName, QStringLiteral("middle"));
        QCOMPARE(row.way.steps[1].taskName, QStringLiteral("each"));
        items.insert(row.way.steps[1].loopItem);
        marks.insert(row.twinMark);
    }
    QCOMPARE(items, (QSet<QString>{QStringLiteral("i#1"), QStringLiteral("i#2")}));
    QCOMPARE(marks.size(), 2);
}

void tst_WatchFlow::strict_childrenNotListed_isSaid()
{
    startSandbox({QStringLiteral("--scenario"), QStringLiteral("load:3"),
                  QStringLiteral("--strictness"),
                  QStringLiteral("no-children-with-status,unlisted-codes")});
    WatchFlow flow(m_world->services(), quickTimes());
    flow.start();
    QTRY_COMPARE_WITH_TIMEOUT(flow.snapshot().rows.size(), std::size_t(3), 10'000);
    QTRY_VERIFY_WITH_TIMEOUT(flow.isAllRead(), 10'000);
    for (const PlaceState &place : flow.places()) {
        QVERIFY(!place.error);
        QVERIFY(!place.areChildrenListed);
    }
}

QTEST_GUILESS_MAIN(tst_WatchFlow)
#include "tst_watchflow.moc"
