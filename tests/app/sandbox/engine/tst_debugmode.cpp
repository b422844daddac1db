// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/values.h"
#include "enginefixture.h"
#include "loopscript.h"

using namespace countersign;
using namespace countersign::sandbox;

namespace {

const QString debug = QStringLiteral("Debug");
const QByteArray two = "[i-bp1000000000000a01, i-bp1000000000000a02]";

const QByteArray steps = R"(
- Name: read
  Action: ACS::ExecuteAPI
  Properties: {Service: ECS, API: DescribeInstances, Parameters: {InstanceIds: [i-bp1000000000000a01]}}
  Outputs: {count: {Type: Number, ValueSelector: TotalCount}}
- {Name: agree, Action: ACS::Approve, Properties: {NotifyType: WebHook}}
- {Name: rest, Action: ACS::Sleep, Properties: {Duration: PT48H}}
)";

//! Steps through a debug run.
struct DebugFixture : EngineFixture
{
    using EngineFixture::EngineFixture;

    QString execute(const char *task, const char *parameters = "{}", const char *item = "",
                    const char *note = "")
    {
        NotifyRequest request = this->request("ExecuteTask");
        request.taskName = QString::fromUtf8(task);
        request.parameters = QString::fromUtf8(parameters);
        request.loopItem = QString::fromUtf8(item);
        request.note = QString::fromUtf8(note);
        return codeOf(engine.notify(request));
    }
    QString complete(const char *status)
    {
        NotifyRequest request = this->request("CompleteExecution");
        request.executionStatus = QString::fromUtf8(status);
        request.note = QStringLiteral("done with it");
        return codeOf(engine.notify(request));
    }
};

} // namespace

class TestDebugMode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepsInAnyOrderAndAgain()
    {
        DebugFixture fixture;
        QVERIFY(!fixture.start(steps, "Outputs: {c: {Type: Number, Value: '{{ read.count }}'}}\n",
                               {}, debug));
        QVERIFY(fixture.isWaiting());
        QVERIFY(fixture.record().tasks.empty());
        QCOMPARE(fixture.execute("rest", R"({"Duration":"1s"})", "", "only a second"), QString());
        QCOMPARE(fixture.record().tasks[0].notifyNote(), QStringLiteral("only a second"));
        QTRY_VERIFY(fixture.isWaiting());
        QCOMPARE(fixture.record().tasks[0].properties.json->compact(),
                 QByteArray(R"({"Duration":"1s"})"));
        QCOMPARE(fixture.execute("read"), QString());
        QTRY_VERIFY(fixture.isWaiting());
        QCOMPARE(fixture.execute("read"), QString());
        QTRY_VERIFY(fixture.isWaiting());
        QCOMPARE(fixture.rows(), QStringLiteral("rest=Success read=Success read=Success"));
        QCOMPARE(fixture.complete("Success"), QString());
        QTRY_COMPARE(fixture.status(), QStringLiteral("Success"));
        QCOMPARE(fixture.outputs(), QStringLiteral(R"({"c":1})"));
        QCOMPARE(fixture.record().tasks.back().notifyNote(), QStringLiteral("done with it"));
    }

    void whatIsRefused()
    {
        DebugFixture fixture;
        QVERIFY(!fixture.start(steps, {}, {}, debug));
        QCOMPARE(fixture.execute(""), QStringLiteral("MissingParameter"));
        QCOMPARE(fixture.execute("other"), QStringLiteral("InvalidParameter.TaskName"));
        QCOMPARE(fixture.execute("read", "[1]"), QStringLiteral("InvalidParameter.Parameters"));
        QCOMPARE(fixture.execute("read", "{\"a\":1,\"a\":2}"),
                 QStringLiteral("InvalidParameter.Parameters"));
        QCOMPARE(fixture.execute("read", "{}", "x"), QStringLiteral("InvalidParameter.LoopItem"));
        QCOMPARE(fixture.complete(""), QStringLiteral("MissingParameter"));
        QCOMPARE(fixture.complete("Running"), QStringLiteral("InvalidParameter.ExecutionStatus"));
        QCOMPARE(fixture.codeOf(fixture.notify("CancelTask")),
                 QStringLiteral("UnsupportedOperation"));
        for (const char *type : {"Approve", "Reject", "RetryTask", "SkipTask"})
            QCOMPARE(fixture.codeOf(fixture.notify(type)),
                     QStringLiteral("InvalidParameter.NotifyType"));
        QVERIFY(fixture.isWaiting());
        QVERIFY(fixture.record().tasks.empty());
    }

    void approvalWithinIt()
    {
        DebugFixture fixture;
        QVERIFY(!fixture.start(steps, {}, {}, debug));
        QCOMPARE(fixture.execute("agree"), QString());
        QTRY_COMPARE(fixture.rows(), QStringLiteral("agree=Waiting"));
        QVERIFY(fixture.isWaiting());
        QCOMPARE(fixture.execute("rest"), QStringLiteral("UnsupportedOperation"));
        QVERIFY(!fixture.notify("Approve"));
        QTRY_COMPARE(fixture.rows(), QStringLiteral("agree=Success"));
        QTRY_VERIFY(fixture.isWaiting());
        QCOMPARE(fixture.execute("agree"), QString());
        QTRY_COMPARE(fixture.rows(), QStringLiteral("agree=Success agree=Waiting"));
        NotifyRequest request = fixture.request("CancelTask");
        request.taskExecutionId = fixture.record().tasks[0].id.text();
        QCOMPARE(fixture.codeOf(fixture.engine.notify(request)),
                 QStringLiteral("InvalidParameter.TaskExecutionId"));
        request.taskExecutionId = fixture.record().tasks[1].id.text();
        request.note = QStringLiteral("passed over");
        QVERIFY(!fixture.engine.notify(request));
        QCOMPARE(fixture.rows(), QStringLiteral("agree=Success agree=Cancelled"));
        QCOMPARE(fixture.record().tasks[1].notifyNote(), request.note);
        QVERIFY(fixture.isWaiting());
        QCOMPARE(fixture.execute("agree"), QString());
        QTRY_COMPARE(fixture.record().tasks.back().status, RunStatus::Waiting);
        QVERIFY(!fixture.notify("Reject"));
        QCOMPARE(fixture.status(), QStringLiteral("Cancelled"));
    }

    void aRunningTaskCanBeCancelled()
    {
        DebugFixture fixture;
        QVERIFY(!fixture.start(steps, {}, {}, debug));
        QCOMPARE(fixture.execute("rest"), QString());
        QCOMPARE(fixture.status(), QStringLiteral("Running"));
        QCOMPARE(fixture.execute("read"), QStringLiteral("UnsupportedOperation"));
        QVERIFY(!fixture.notify("CancelTask"));
        QCOMPARE(fixture.rows(), QStringLiteral("rest=Cancelled"));
        QVERIFY(fixture.isWaiting());
    }

    void endings_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::newRow("good") << QByteArray("Success");
        QTest::newRow("bad") << QByteArray("Failed");
        QTest::newRow("stopped") << QByteArray("Cancelled");
    }

    void endings()
    {
        QFETCH(QByteArray, status);
        DebugFixture fixture;
        QVERIFY(!fixture.start(steps, {}, {}, debug));
        QCOMPARE(fixture.execute("agree"), QString());
        QTRY_VERIFY(fixture.isWaiting());
        QCOMPARE(fixture.complete(status.constData()), QString());
        QTRY_COMPARE(fixture.status(), QString::fromLatin1(status));
        QCOMPARE(fixture.rows(), QStringLiteral("agree=Cancelled"));
        QVERIFY(fixture.record().fields.endDate.isValid());
        QCOMPARE(fixture.complete("Success"), QStringLiteral("UnsupportedOperation"));
    }

    void loopItemsOneByOne()
    {
        LoopScript script;
        script.failures.insert(QStringLiteral("i-bp1000000000000a02"), 1);
        script.takes.insert(QStringLiteral("i-bp1000000000000a01"), std::chrono::minutes(30));
        DebugFixture fixture({10000.0, 7, {}, &script});
        QVERIFY(!fixture.start(
            rebootLoop(two, "Concurrency: 2, Outputs: {asked: {AggregateType: 'Fn::ListJoin', "
                            "AggregateField: asked}}"),
            "Outputs: {asked: {Type: List, Value: '{{ reboot.asked }}'}}\n", {}, debug));
        QCOMPARE(fixture.execute("reboot"), QString());
        QTRY_COMPARE(fixture.itemsIn(RunStatus::Running), 1);
        QCOMPARE(fixture.record().tasks.size(), size_t(2));
        QTRY_VERIFY(fixture.isWaiting());
        QCOMPARE(fixture.rows(), QStringLiteral("reboot=Failed reboot=Success reboot=Failed"));
        QCOMPARE(fixture.execute("reboot", "{}", "i-0"),
                 QStringLiteral("InvalidParameter.LoopItem"));
        // One item again, below the same row.
        QCOMPARE(fixture.execute("reboot", "{}", "i-bp1000000000000a02"), QString());
        QTRY_VERIFY(fixture.isWaiting());
        QCOMPARE(fixture.rows(),
                 QStringLiteral("reboot=Success reboot=Success reboot=Failed reboot=Success"));
        QCOMPARE(fixture.record().tasks[3].parentTaskExecutionId, fixture.record().tasks[0].id);
        QCOMPARE(fixture.complete("Success"), QString());
        QTRY_COMPARE(fixture.status(), QStringLiteral("Success"));
        const Json asked = memberOf(*fixture.record().fields.outputs.json, u"asked");
        QCOMPARE(asked.size(), 2);
        QVERIFY(!asked.at(1).isNull());
    }

    void oneItemOfALoopThatHasNotRun()
    {
        DebugFixture fixture;
        QVERIFY(!fixture.start(rebootLoop(two, "Concurrency: 2"), {}, {}, debug));
        QCOMPARE(fixture.execute("reboot", R"({"API":"StopInstance"})", "i-bp1000000000000a02"),
                 QString());
        QTRY_VERIFY(fixture.isWaiting());
        QCOMPARE(fixture.items(), QStringLiteral("i-bp1000000000000a02=Success"));
        QVERIFY(fixture.record().tasks[1].properties.json->compact().contains("StopInstance"));
        QCOMPARE(fixture.execute("reboot", "{}", "i-bp1000000000000a01"), QString());
        QTRY_VERIFY(fixture.isWaiting());
        QCOMPARE(fixture.items(), QStringLiteral("i-bp1000000000000a02=Success "
                                                 "i-bp1000000000000a01=Success"));
        QCOMPARE(fixture.rows(), QStringLiteral("reboot=Success reboot=Success reboot=Success"));
    }

    void oneItemIsCancelled()
    {
        LoopScript script;
        script.takes.insert(QStringLiteral("i-bp1000000000000a01"), std::chrono::hours(50));
        DebugFixture fixture({10000.0, 7, {}, &script});
        QVERIFY(!fixture.start(rebootLoop(two, "MaxErrors: 1"), {}, {}, debug));
        QCOMPARE(fixture.execute("reboot"), QString());
        QTRY_COMPARE(fixture.itemsIn(RunStatus::Running), 1);
        NotifyRequest request = fixture.request("CancelTask");
        request.taskExecutionId = fixture.record().tasks[1].id.text();
        QVERIFY(!fixture.engine.notify(request));
        QTRY_VERIFY(fixture.isWaiting());
        QCOMPARE(fixture.items(), QStringLiteral("i-bp1000000000000a01=Cancelled "
                                                 "i-bp1000000000000a02=Success"));
        QCOMPARE(fixture.record().tasks[0].status, RunStatus::Success);
    }

    void nestedTemplateIsSteppedToo()
    {
        DebugFixture fixture;
        QVERIFY(!fixture.engine.addTemplate(
            QStringLiteral("inner"),
            QStringLiteral("FormatVersion: OOS-2019-06-01\nTasks: [{Name: in, Action: ACS::Sleep, "
                           "Properties: {Duration: 1s}}]\n"),
            QStringLiteral("me")));
        QVERIFY(!fixture.start("- {Name: out, Action: ACS::Template, Properties: {TemplateName: "
                               "inner}}\n"
                               "- {Name: stop, Action: 'ACS::ECS::RebootInstance', Properties: "
                               "{instanceId: i-bp1000000000000a01}}\n",
                               {}, {}, debug));
        const QString parent = fixture.id;
        QCOMPARE(fixture.execute("out"), QString());
        QTRY_COMPARE(fixture.engine.executions().size(), size_t(2));
        QCOMPARE(fixture.status(), QStringLiteral("Running"));
        fixture.id = fixture.record().tasks[0].childExecutionId.text();
        QTRY_VERIFY(fixture.isWaiting());
        QCOMPARE(fixture.execute("in"), QString());
        QTRY_VERIFY(fixture.isWaiting());
        QCOMPARE(fixture.complete("Success"), QString());
        fixture.id = parent;
        QTRY_VERIFY(fixture.isWaiting());
        QCOMPARE(fixture.rows(), QStringLiteral("out=Success"));
        // What the sandbox itself defines is one step.
        QCOMPARE(fixture.execute("stop"), QString());
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isWaiting(), 20'000);
        QCOMPARE(fixture.rows(), QStringLiteral("out=Success stop=Success"));
    }

    void highRiskCallsAreConfirmed()
    {
        DebugFixture fixture;
        QVERIFY(!fixture.start("- {Name: drop, Action: ACS::ExecuteAPI, Properties: {Service: ECS, "
                               "API: DeleteInstance, Parameters: {InstanceId: "
                               "i-bp1000000000000a01}}}\n",
                               {}, {}, debug, QStringLiteral("ConfirmEveryHighRiskAction")));
        QCOMPARE(fixture.execute("drop"), QString());
        QTRY_COMPARE(fixture.rows(), QStringLiteral("drop=Waiting"));
        QVERIFY(!fixture.notify("Approve"));
        QTRY_COMPARE(fixture.rows(), QStringLiteral("drop=Success"));
        QTRY_VERIFY(fixture.isWaiting());
        // A call that the person makes harmless by its Risk is not asked about.
        QCOMPARE(fixture.execute("drop", R"({"Risk":"Normal","API":"RebootInstance"})"), QString());
        QTRY_COMPARE(fixture.record().tasks.size(), size_t(2));
        QTRY_VERIFY(isFinal(fixture.record().tasks[1].status));
    }
};

QTEST_GUILESS_MAIN(TestDebugMode)
#include "tst_debugmode.moc"
