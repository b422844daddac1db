// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/scenario/scenario.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace countersign;
using namespace countersign::sandbox;

namespace {

const QString account = QStringLiteral("1000000000000001");

std::vector<DemoUser> people()
{
    std::vector<DemoUser> users;
    for (const char *name : {"li.wei", "anna.k", "zhang.min", "tomas.r"})
        users.push_back(
            {QString::fromLatin1(name), QStringLiteral("2000000000000010%1").arg(users.size())});
    return users;
}

Engine::Options quick()
{
    return {200.0, 1};
}

bool isOfFamily(const Engine &engine, const ExecutionRecord &record, const QString &id)
{
    const ExecutionRecord *at = &record;
    while (at && at->fields.id.text() != id)
        at = engine.execution(at->fields.parentExecutionId.text());
    return at != nullptr;
}

const TaskExecution *waitingTask(const ExecutionRecord &record)
{
    const auto task =
        std::find_if(record.tasks.begin(), record.tasks.end(),
                     [](const TaskExecution &row) { return row.status == RunStatus::Waiting; });
    return task == record.tasks.end() ? nullptr : &*task;
}

const ExecutionRecord *runOf(const Engine &engine, QStringView templateName, RunMode mode)
{
    for (const ExecutionRecord *record : engine.executions()) {
        if (record->fields.templateName == templateName && record->fields.mode == mode)
            return record;
    }
    return nullptr;
}

} // namespace

class TestScenario : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void demo_hasWhatItPromises();
    void demo_beginsTheSameEachTime();
    void firstRow_isAPlainApprovalOfTheFirstUser();
    void everyTemplate_doesWhatItSays_data();
    void everyTemplate_doesWhatItSays();
    void everyKindOfWait_isThere();
    void trigger_waitsForItsClock();
    void severalFailedItems_areWorthARetry();
    void longDebugRun_isSteppedByTheFirstUser();
    void publicTemplates_areActions_data();
    void publicTemplates_areActions();
    void load_isThatLong();
    void arrivals_waitInBothRegions();
};

void TestScenario::demo_hasWhatItPromises()
{
    Engine engine(quick());
    startDemo(engine, account, people());
    QTRY_VERIFY_WITH_TIMEOUT(isAtRest(engine), 20'000);

    int inChinese = 0;
    for (const StoredTemplate &stored : engine.templates())
        inChinese += stored.description.json &&
                     stored.description.json->find(u"name-zh-cn").has_value() &&
                     stored.description.json->find(u"zh-cn").has_value();
    QVERIFY(engine.templates().size() >= 8);
    QVERIFY(inChinese >= 2);

    QSet<QString> regions;
    QSet<QString> starters;
    QSet<QString> states;
    QSet<QString> modes;
    QSet<QString> waitingTemplates;
    for (const ExecutionRecord *record : engine.executions()) {
        regions.insert(record->region);
        starters.insert(record->fields.executedBy);
        states.insert(record->fields.statusText);
        modes.insert(record->fields.modeText);
        if (record->fields.status == RunStatus::Waiting)
            waitingTemplates.insert(record->fields.templateName);
    }
    QCOMPARE(regions.size(), 2);
    QVERIFY(starters.size() >= 3);
    QVERIFY(waitingTemplates.size() >= 8);
    for (const char *state : {"Waiting", "Success", "Failed", "Cancelled"})
        QVERIFY2(states.contains(QString::fromLatin1(state)), state);
    for (const char *mode : {"Automatic", "Debug", "FailurePause"})
        QVERIFY2(modes.contains(QString::fromLatin1(mode)), mode);
}

void TestScenario::demo_beginsTheSameEachTime()
{
    const auto begun = [] {
        Engine engine(quick());
        startDemo(engine, account, people());
        QStringList rows;
        for (const ExecutionRecord *record : engine.executions())
            rows << record->fields.id.text() + record->fields.templateName;
        return rows;
    };
    QCOMPARE(begun(), begun());
}

void TestScenario::firstRow_isAPlainApprovalOfTheFirstUser()
{
    Engine engine(quick());
    const std::vector<DemoUser> users = people();
    startDemo(engine, account, users);
    QTRY_VERIFY_WITH_TIMEOUT(isAtRest(engine), 20'000);
    const ExecutionRecord *first = nullptr;
    for (const ExecutionRecord *record : engine.executions()) {
        if (record->fields.status == RunStatus::Waiting &&
            (!first || record->fields.startDate < first->fields.startDate))
            first = record;
    }
    QVERIFY(first);
    QVERIFY(waitingTask(*first));
    QVERIFY(waitingTask(*first)->hasAction(u"ACS::Approve"));
    QVERIFY(engine.riskyTasks(first->fields.templateName).tasks.empty());
    NotifyRequest approve;
    approve.executionId = first->fields.id.text();
    approve.notifyType = QStringLiteral("Approve");
    approve.taskExecutionId = waitingTask(*first)->id.text();
    approve.userName = users.front().name;
    QVERIFY(!engine.notify(approve));
    QTRY_COMPARE_WITH_TIMEOUT(engine.execution(approve.executionId)->fields.status,
                              RunStatus::Success, 20'000);
}

void TestScenario::everyTemplate_doesWhatItSays_data()
{
    QTest::addColumn<QString>("call");
    // What the name of each template promises must be among the calls of its run.
    const auto row = [](const char *name, const char *call) {
        QTest::newRow(name) << QString::fromLatin1(call);
    };
    row("shift-web-traffic", "SetBackendServers");
    row("restart-web-fleet", "ACS::ECS::RebootInstance");
    row("rotate-certificates", "ACS::ECS::RunCommand");
    row("cleanup-idle-servers", "DeleteInstance");
    row("patch-servers", "ACS::ECS::RunCommand");
    row("publish-image", "CreateImage");
    row("open-security-group", "AuthorizeSecurityGroup");
    row("verify-database-failover", "SwitchDBInstanceHA");
    row("release-old-snapshots", "DeleteSnapshot");
    row("grant-database-access", "GrantAccountPrivilege");
    row("install-cloud-assistant", "InstallCloudAssistant");
    row("release-shop", "ACS::ECS::RunCommand");
    row("sign-off", "ACS::Approve");
}

//! Everybody approves what waits for them until the run ends.
void TestScenario::everyTemplate_doesWhatItSays()
{
    QFETCH(QString, call);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    Engine engine(quick());
    const std::vector<DemoUser> users = people();
    startDemo(engine, account, users);
    QTRY_VERIFY_WITH_TIMEOUT(isAtRest(engine), 20'000);
    QString id;
    for (const ExecutionRecord *record : engine.executions()) {
        if (id.isEmpty() && record->fields.templateName == name &&
            !isFinal(record->fields.status) && record->fields.mode == RunMode::Automatic)
            id = record->fields.id.text();
    }
    QVERIFY(!id.isEmpty());
    for (int round = 0; round < 10 && !isFinal(engine.execution(id)->fields.status); ++round) {
        for (const ExecutionRecord *record : engine.executions()) {
            for (const DemoUser &user : users) {
                NotifyRequest approve;
                approve.executionId = record->fields.id.text();
                approve.notifyType = QStringLiteral("Approve");
                approve.userName = user.name;
                if (record->fields.status == RunStatus::Waiting && isOfFamily(engine, *record, id))
                    (void)engine.notify(approve);
            }
        }
        QTRY_VERIFY_WITH_TIMEOUT(isAtRest(engine), 20'000);
    }
    const ExecutionRecord &end = *engine.execution(id);
    QVERIFY2(end.fields.status == RunStatus::Success, qUtf8Printable(end.fields.statusMessage));
    const bool isDone =
        std::any_of(end.tasks.begin(), end.tasks.end(), [&call](const TaskExecution &task) {
            const bool isCall =
                task.taskAction == call ||
                (task.properties.json && (*task.properties.json)[u"API"].toString() == call);
            return isCall && task.status == RunStatus::Success;
        });
    QVERIFY(isDone);
}

//! What the field lists of the service show of each kind of wait.
void TestScenario::everyKindOfWait_isThere()
{
    Engine engine(quick());
    startDemo(engine, account, people());
    QTRY_VERIFY_WITH_TIMEOUT(isAtRest(engine), 20'000);
    QSet<QString> kinds;
    for (const ExecutionRecord *record : engine.executions()) {
        const Execution &run = record->fields;
        if (run.status != RunStatus::Waiting)
            continue;
        const TaskExecution *task = waitingTask(*record);
        const bool isChild = !run.parentExecutionId.isEmpty();
        if (run.mode == RunMode::Debug)
            kinds.insert(QStringLiteral("debug step"));
        else if (run.mode == RunMode::FailurePause)
            kinds.insert(QStringLiteral("failure pause"));
        else if (run.category != u"Other")
            kinds.insert(QStringLiteral("clock"));
        else if (task && task->hasAction(u"ACS::Pause"))
            kinds.insert(QStringLiteral("manual pause"));
        else if (task && task->hasAction(u"ACS::Approve"))
            kinds.insert(isChild ? QStringLiteral("inside a child") : QStringLiteral("approval"));
        else if (task && task->loop.json && task->loop.json->size() > 0)
            kinds.insert(QStringLiteral("batch pause"));
        else if (task && run.confirmsHighRisk())
            kinds.insert(QStringLiteral("high-risk"));
    }
    QStringList found = kinds.values();
    found.sort();
    QCOMPARE(found.join(QStringLiteral(", ")),
             QStringLiteral("approval, batch pause, clock, debug step, failure pause, high-risk, "
                            "inside a child, manual pause"));
}

void TestScenario::trigger_waitsForItsClock()
{
    Engine engine(quick());
    startDemo(engine, account, people());
    QTRY_VERIFY_WITH_TIMEOUT(isAtRest(engine), 20'000);
    const ExecutionRecord *run = runOf(engine, u"nightly-snapshot", RunMode::Automatic);
    QVERIFY(run);
    QCOMPARE(run->fields.category, QStringLiteral("TimerTrigger"));
    QVERIFY(run->trigger);
    // Two o'clock in Shanghai is 18:00 UTC.
    QCOMPARE(run->trigger->nextScheduleTime.toUTC().time(), QTime(18, 0));
    const QString id = run->fields.id.text();
    QVERIFY(!engine.trigger(id, QStringLiteral("Timer"), {}));
    const auto child = [&]() -> const ExecutionRecord * {
        for (const ExecutionRecord *record : engine.executions()) {
            if (record->fields.parentExecutionId.text() == id)
                return record;
        }
        return nullptr;
    };
    QTRY_VERIFY(child());
    QTRY_COMPARE_WITH_TIMEOUT(child()->fields.status, RunStatus::Success, 20'000);
    const bool isTaken =
        std::any_of(child()->tasks.begin(), child()->tasks.end(), [](const TaskExecution &row) {
            return row.taskAction == u"ACS::ECS::CreateSnapshot" &&
                   row.status == RunStatus::Success;
        });
    QVERIFY(isTaken);
    QTRY_COMPARE(engine.execution(id)->fields.status, RunStatus::Waiting);
    QVERIFY(!engine.cancel(id));
}

void TestScenario::severalFailedItems_areWorthARetry()
{
    Engine engine(quick());
    startDemo(engine, account, people());
    QTRY_VERIFY_WITH_TIMEOUT(isAtRest(engine), 20'000);
    const ExecutionRecord *run = runOf(engine, u"power-cycle-servers", RunMode::FailurePause);
    QVERIFY(run);
    const QString id = run->fields.id.text();
    QCOMPARE(run->fields.status, RunStatus::Waiting);
    QStringList items;
    for (const TaskExecution &row : run->tasks) {
        if (row.status != RunStatus::Failed || row.loopItem.isEmpty())
            continue;
        items << row.loopItem;
        QVERIFY2(row.statusMessage.contains(QStringLiteral("IncorrectInstanceStatus")),
                 qUtf8Printable(row.statusMessage));
    }
    QCOMPARE(items.size(), 3);
    NotifyRequest retry;
    retry.executionId = id;
    retry.notifyType = QStringLiteral("RetryTask");
    retry.userName = QStringLiteral("li.wei");
    QVERIFY(!engine.notify(retry));
    QTRY_COMPARE_WITH_TIMEOUT(engine.execution(id)->fields.status, RunStatus::Success, 20'000);
}

void TestScenario::longDebugRun_isSteppedByTheFirstUser()
{
    Engine engine(quick());
    const std::vector<DemoUser> users = people();
    startDemo(engine, account, users);
    QTRY_VERIFY_WITH_TIMEOUT(isAtRest(engine), 20'000);
    const ExecutionRecord *run = runOf(engine, u"inspect-shop", RunMode::Debug);
    QVERIFY(run);
    QVERIFY(run->fields.executedBy.startsWith(users.front().name));
    // Nothing in it keeps a person from stepping quickly.
    QVERIFY(engine.riskyTasks(run->fields.templateName).tasks.empty());
    NotifyRequest step;
    step.executionId = run->fields.id.text();
    step.notifyType = QStringLiteral("ExecuteTask");
    step.parameters = QStringLiteral("{}");
    step.userName = users.front().name;
    const QRegularExpression names(QStringLiteral("- Name: (\\w+)"));
    auto name = names.globalMatch(run->templateContent);
    int steps = 0;
    for (; name.hasNext(); ++steps) {
        step.taskName = name.next().captured(1);
        QVERIFY2(!engine.notify(step), qUtf8Printable(step.taskName));
        QTRY_COMPARE_WITH_TIMEOUT(engine.execution(step.executionId)->fields.status,
                                  RunStatus::Waiting, 20'000);
        const TaskExecution &row = engine.execution(step.executionId)->tasks.back();
        QVERIFY2(row.status == RunStatus::Success,
                 qUtf8Printable(row.taskName + u' ' + row.statusMessage));
    }
    QVERIFY(steps >= 29);
    NotifyRequest end = step;
    end.notifyType = QStringLiteral("CompleteExecution");
    end.executionStatus = QStringLiteral("Success");
    QVERIFY(!engine.notify(end));
    QTRY_COMPARE(engine.execution(end.executionId)->fields.status, RunStatus::Success);
    const Json outputs = *engine.execution(end.executionId)->fields.outputs.json;
    QCOMPARE(outputs[u"server"].toString(), QStringLiteral("Running"));
    QCOMPARE(outputs[u"load"].toDouble().value_or(0.0), 12.5);
}

void TestScenario::publicTemplates_areActions_data()
{
    QTest::addColumn<QString>("properties");
    QTest::addColumn<QString>("outputs");
    const auto row = [](const char *action, const char *properties, const char *outputs) {
        QTest::newRow(action) << QString::fromUtf8(properties) << QString::fromUtf8(outputs);
    };
    // Inputs and outputs as the language's description lists them.
    row("ACS::ECS::DownloadFile",
        R"({"instanceId":"i-bp1a01","sourceType":"oss","sourcePath":"b/f","destinationDir":"/tmp"})",
        R"({"commandOutput":"hello"})");
    row("ACS::ECS::DownloadOSSFileAndRunCommand",
        R"({"instanceId":"i-bp1a01","bucketName":"b","objectName":"f","destinationDir":"/tmp",
            "commandContent":"ls"})",
        R"({"downloadFileCommandOutput":"hello","runCommandOutput":"hello"})");
    row("ACS::ECS::ConfigureOOSPackageWithTemporaryURL",
        R"({"instanceId":"i-bp1a01","packageName":"agent"})",
        R"({"commandOutput":"hello","configurationOutput":"hello"})");
    row("ACS::ECS::CheckAvailableInstanceTypes",
        R"({"instanceTypes":["ecs.g7.large","ecs.none"],"zoneId":"cn-hangzhou-h"})",
        R"({"availableInstanceTypes":["ecs.g7.large"]})");
    row("ACS::CR::GetAuthorizationToken", R"({"instanceId":"cri-1"})",
        R"({"tempUsername":"cr_temp_user","authorizationToken":"simulated"})");
    row("ACS::ECD::RunCommand",
        R"({"desktopId":"ecd-1","commandType":"RunBatScript","commandContent":"dir"})",
        R"({"invocationOutput":"hello"})");
    row("ACS::ECS::CreateDiagnoseReport", R"({"resourceId":"i-bp1a01","metricSetId":"dms-1"})",
        R"({"metricResults":{"MetricResult":[{"MetricId":"Instance.CPU","Status":"Finished",
            "Severity":"Normal"}]}})");
    row("ACS::ECS::UpdateLaunchTemplate", R"({"imageId":"m-bp1a01","launchTemplateName":"web"})",
        R"({"defaultVersionNumber":2})");
}

void TestScenario::publicTemplates_areActions()
{
    QFETCH(QString, properties);
    QFETCH(QString, outputs);
    Engine engine(quick());
    loadDemoTemplates(engine);
    const auto expected = Json::parse(outputs.toUtf8());
    JsonWriter out;
    out.beginObject().member(u"FormatVersion", QStringLiteral("OOS-2019-06-01"));
    out.name(u"Tasks").beginArray().beginObject().member(u"Name", QStringLiteral("act"));
    out.member(u"Action", QString::fromLatin1(QTest::currentDataTag()));
    out.member(u"Properties", *Json::parse(properties.toUtf8()).json);
    out.name(u"Outputs").beginObject();
    expected.json->forEachMember([&out](const QString &name, const Json &) {
        out.name(name).beginObject().member(u"Type", QStringLiteral("Json"));
        out.member(u"ValueSelector", name).endObject();
    });
    out.endObject().endObject().endArray().endObject();
    StartRequest request;
    request.region = QStringLiteral("cn-hangzhou");
    request.accountId = account;
    request.executedBy = QStringLiteral("li.wei(20000000000000100)");
    request.content = QString::fromUtf8(out.bytes());
    const Engine::StartOutcome outcome = engine.start(request);
    const auto run = [&] { return engine.execution(outcome.executionId); };
    QVERIFY(run());
    QTRY_VERIFY_WITH_TIMEOUT(isFinal(run()->fields.status), 20'000);
    QVERIFY2(run()->fields.status == RunStatus::Success,
             qUtf8Printable(run()->fields.statusMessage));
    QCOMPARE(QString::fromUtf8(run()->tasks.front().outputs.json->compact()),
             QString::fromUtf8(expected.json->compact()));
    QVERIFY(!run()->tasks.front().childExecutionId.isEmpty());
}

void TestScenario::load_isThatLong()
{
    Engine engine(quick());
    startLoad(engine, account, people(), 250);
    const auto records = engine.executions();
    QCOMPARE(records.size(), std::size_t(250));
    QSet<QString> descriptions;
    for (const ExecutionRecord *record : records) {
        QCOMPARE(record->fields.status, RunStatus::Waiting);
        QVERIFY(waitingTask(*record));
        descriptions.insert(record->fields.description);
    }
    QCOMPARE(descriptions.size(), 250);
}

void TestScenario::arrivals_waitInBothRegions()
{
    Engine engine(quick());
    loadDemoTemplates(engine);
    QSet<QString> regions;
    for (int i = 0; i < 4; ++i)
        startArrival(engine, account, people(), i);
    for (const ExecutionRecord *record : engine.executions()) {
        QCOMPARE(record->fields.status, RunStatus::Waiting);
        regions.insert(record->region);
    }
    QCOMPARE(engine.executions().size(), std::size_t(4));
    QCOMPARE(regions.size(), 2);
}

QTEST_GUILESS_MAIN(TestScenario)
#include "tst_scenario.moc"
