// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginefixture.h"
#include "loopscript.h"

using namespace countersign;
using namespace countersign::sandbox;

class TestLoops : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyItemHasItsRow()
    {
        LoopScript script;
        EngineFixture fixture({10000.0, 7, {}, &script});
        QVERIFY(!fixture.start(rebootLoop("[wrong-a, wrong-b]", "Concurrency: 2")));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.hasEnded(), 20'000);
        QCOMPARE(fixture.status(), QStringLiteral("Failed")); // no ids of instances
        const TaskExecution loop = fixture.record().tasks[0];
        QCOMPARE(loop.loop.json->compact(),
                 QByteArray(R"({"Items":["wrong-a","wrong-b"],"RateControl":{"Mode":"Concurrency",)"
                            R"("Concurrency":2,"MaxErrors":0,"BatchPauseOption":"Automatic"}})"));
        QCOMPARE(loop.properties.json->compact(),
                 QByteArray(R"({"Service":"ECS","API":"RebootInstance","Parameters":)"
                            R"({"RegionId":"cn-hangzhou",)"
                            R"("InstanceId":"{{ ACS::TaskLoopItem }}"}})"));
        QVERIFY(loop.loopItem.isEmpty());
        QCOMPARE(loop.statusMessage, QStringLiteral("The loop had 2 errors, 0 are allowed."));
        const TaskExecution &item = fixture.record().tasks[1];
        QCOMPARE(item.parentTaskExecutionId, loop.id);
        QCOMPARE(item.loopItem, QStringLiteral("wrong-a"));
        QCOMPARE(item.loopBatchNumber, 1);
        QCOMPARE(item.loop.json->compact(), QByteArray("{}"));
        QVERIFY(item.properties.json->compact().contains(R"("InstanceId":"wrong-a")"));
        QCOMPARE(item.taskName, loop.taskName);
        QVERIFY(item.id != loop.id);
    }

    void endStates_data()
    {
        QTest::addColumn<QByteArray>("tasks");
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("items");
        QTest::addColumn<QString>("outputs");
        const auto row = [](const char *name, const QByteArray &tasks, const char *status,
                            const char *items, const char *outputs) {
            QTest::newRow(name) << tasks << QString::fromLatin1(status)
                                << QString::fromLatin1(items) << QString::fromLatin1(outputs);
        };
        const QByteArray check = "  Action: ACS::CheckFor\n"
                                 "  Properties: {Service: ECS, API: DescribeInstances, Parameters: "
                                 "{InstanceIds: ['i-bp1000000000000a01']}, PropertySelector: "
                                 "'\"{{ ACS::TaskLoopItem }}\"', NotDesiredValues: [bad]}\n"
                                 "  Outputs: {o: {ValueSelector: '\"{{ ACS::TaskLoopItem }}\"'}, "
                                 "n: {Type: Number, ValueSelector: TotalCount}, "
                                 "l: {Type: List, ValueSelector: 'Instances.Instance[].Status'}}\n";
        const QByteArray sums =
            "Outputs: {all: {AggregateType: 'Fn::ListJoin', AggregateField: o}, "
            "count: {AggregateType: 'Fn::Sum', AggregateField: n}, "
            "lists: {AggregateType: 'Fn::ListJoin', AggregateField: l}, "
            "merged: {AggregateType: 'Fn::MergeList', AggregateField: l}}";
        row("aggregates in list order",
            "- Name: a\n" + check + "  Loop: {Items: [x, y], Concurrency: 2, " + sums + "}\n",
            "Success", "x=Success y=Success",
            R"({"all":["x","y"],"count":2,"lists":[["Running"],["Running"]],"merged":["Running","Running"]})");
        row("a failed item within MaxErrors is null",
            "- Name: a\n" + check + "  Loop: {Items: [x, bad, y], MaxErrors: 1, " + sums + "}\n",
            "Success", "x=Success bad=Failed y=Success",
            R"({"all":["x",null,"y"],"count":2,"lists":[["Running"],null,["Running"]],"merged":["Running","Running"]})");
        row("the first error above starts no further item",
            "- Name: a\n" + check + "  Loop: {Items: [x, bad, y], " + sums + "}\n", "Failed",
            "x=Success bad=Failed", R"({"all":null,"count":null,"lists":null,"merged":null})");
        row("When is asked for each item",
            "- Name: a\n" + check +
                "  When: {'Fn::Not': {'Fn::Equals': ['{{ ACS::TaskLoopItem }}', bad]}}\n"
                "  Loop: {Items: [bad, y], " +
                sums + "}\n",
            "Success", "bad=Skipped y=Success",
            R"({"all":[null,"y"],"count":1,"lists":[null,["Running"]],"merged":["Running"]})");
        row("no items", "- Name: a\n" + check + "  Loop: {Items: [], " + sums + "}\n", "Success",
            "", R"({"all":[],"count":0,"lists":[],"merged":[]})");
        row("text of a list", "- Name: a\n" + check + "  Loop: {Items: '[\"x\"]', " + sums + "}\n",
            "Success", "x=Success",
            R"({"all":["x"],"count":1,"lists":[["Running"]],"merged":["Running"]})");
        row("one value", "- Name: a\n" + check + "  Loop: {Items: x, " + sums + "}\n", "Success",
            "x=Success", R"({"all":["x"],"count":1,"lists":[["Running"]],"merged":["Running"]})");
    }

    void endStates()
    {
        QFETCH(QByteArray, tasks);
        QFETCH(QString, status);
        QFETCH(QString, items);
        QFETCH(QString, outputs);
        EngineFixture fixture;
        QVERIFY(!fixture.start(tasks, "Outputs: {all: {Type: List, Value: '{{ a.all }}'}, "
                                      "count: {Type: Number, Value: '{{ a.count }}'}, "
                                      "lists: {Type: List, Value: '{{ a.lists }}'}, "
                                      "merged: {Type: List, Value: '{{ a.merged }}'}}\n"));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.hasEnded(), 20'000);
        QCOMPARE(fixture.status(), status);
        QCOMPARE(fixture.items(), items);
        QCOMPARE(fixture.outputs(), outputs);
    }

    void rateControlIsAParameter()
    {
        EngineFixture fixture;
        QVERIFY(!fixture.start(
            "- Name: a\n"
            "  Action: ACS::Notify\n"
            "  Loop: {Items: '{{ who }}', RateControl: '{{ rate }}'}\n"
            "  Properties: {NotifyType: WebHook}\n",
            "Parameters:\n"
            "  who: {Type: List, Default: [{n: 1}, {n: 2}]}\n"
            "  rate: {Type: Json, Default: {Mode: Batch, Batch: [1], MaxErrors: 0}}\n"));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.hasEnded(), 20'000);
        QCOMPARE(fixture.status(), QStringLiteral("Success"));
        QCOMPARE(fixture.items(), QStringLiteral(R"({"n":1}=Success {"n":2}=Success)"));
        QCOMPARE(fixture.record().tasks[2].loopBatchNumber, 2);
        QCOMPARE(fixture.record().fields.counters.json->compact(),
                 QByteArray(R"({"Failed":0,"Success":1,"Total":1})"));
    }

    void asManyAtOnceAsAllowed()
    {
        LoopScript script;
        EngineFixture fixture({1.0, 7, {}, &script});
        const QByteArray items = "[i-bp1000000000000a01, i-bp1000000000000a02, "
                                 "i-bp1000000000000a03, i-bp1000000000000a04]";
        QVERIFY(!fixture.start(rebootLoop(items, "RateControl: {Concurrency: 50%}")));
        QTRY_COMPARE(script.begun.size(), qsizetype(2));
        QTest::qWait(50);
        QCOMPARE(script.begun, (QStringList{QStringLiteral("i-bp1000000000000a01"),
                                            QStringLiteral("i-bp1000000000000a02")}));
        QCOMPARE(fixture.itemsIn(RunStatus::Running), 2);
        QCOMPARE(fixture.record().fields.currentTasks.size(), size_t(2));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.hasEnded(), 20'000);
        QCOMPARE(fixture.status(), QStringLiteral("Success"));
        QCOMPARE(script.begun.size(), qsizetype(4));
    }

    void tooManyItems()
    {
        for (const int count : {1000, 1001}) {
            EngineFixture fixture;
            QByteArray items;
            for (int number = 0; number < count; ++number)
                items += QByteArray(number ? "," : "") + QByteArray::number(number);
            QVERIFY(!fixture.start("- Name: a\n"
                                   "  Action: ACS::Notify\n"
                                   "  Loop: {Items: [" +
                                   items +
                                   "], Concurrency: 100}\n"
                                   "  Properties: {NotifyType: WebHook}\n"));
            QTRY_VERIFY_WITH_TIMEOUT(fixture.hasEnded(), 30'000);
            QCOMPARE(fixture.status(),
                     count == 1000 ? QStringLiteral("Success") : QStringLiteral("Failed"));
            QCOMPARE(fixture.itemsIn(RunStatus::Success), count == 1000 ? 1000 : 0);
        }
    }

    void itemsAreTriedAgainEach()
    {
        LoopScript script;
        script.failures.insert(QStringLiteral("i-bp1000000000000a02"), 2);
        EngineFixture fixture({10000.0, 7, {}, &script});
        QVERIFY(!fixture.start(
            rebootLoop("[i-bp1000000000000a01, i-bp1000000000000a02]", "", "  Retries: 2\n")));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.hasEnded(), 20'000);
        QCOMPARE(fixture.status(), QStringLiteral("Success"));
        QCOMPARE(script.begun.size(), qsizetype(4));
    }

    void severalApprovalsWaitAtOnce()
    {
        EngineFixture fixture;
        QVERIFY(!fixture.start("- Name: agree\n"
                               "  Action: ACS::Approve\n"
                               "  Loop: {Items: [one, two, three], Concurrency: 3}\n"
                               "  Properties: {NotifyType: WebHook}\n"));
        QTRY_COMPARE(fixture.itemsIn(RunStatus::Waiting), 3);
        QVERIFY(fixture.isWaiting());
        QCOMPARE(fixture.record().fields.currentTasks.size(), size_t(3));
        NotifyRequest request = fixture.request("Approve");
        request.taskExecutionId = fixture.item("two").id.text();
        request.note = QStringLiteral("only the second");
        QVERIFY(!fixture.engine.notify(request));
        QCOMPARE(fixture.item("two").notifyNote(), request.note);
        QTRY_COMPARE(fixture.item("two").status, RunStatus::Success);
        QCOMPARE(fixture.item("one").status, RunStatus::Waiting);
        QCOMPARE(fixture.item("three").status, RunStatus::Waiting);
        QVERIFY(fixture.isWaiting());
        QCOMPARE(fixture.codeOf(fixture.engine.notify(request)),
                 QStringLiteral("InvalidParameter.TaskExecutionId"));
        request = fixture.request("Approve");
        request.loopItem = QStringLiteral("three");
        QVERIFY(!fixture.engine.notify(request));
        QTRY_COMPARE(fixture.item("three").status, RunStatus::Success);
        // Without a row's id the first that waits is meant.
        QVERIFY(!fixture.notify("Approve"));
        QTRY_COMPARE(fixture.status(), QStringLiteral("Success"));
    }

    void oneRejectionEndsAll()
    {
        EngineFixture fixture;
        QVERIFY(!fixture.start("- Name: agree\n"
                               "  Action: ACS::Approve\n"
                               "  Loop: {Items: [one, two], Concurrency: 2}\n"
                               "  Properties: {NotifyType: WebHook}\n"));
        QTRY_COMPARE(fixture.itemsIn(RunStatus::Waiting), 2);
        NotifyRequest request = fixture.request("Reject");
        request.taskExecutionId = fixture.item("two").id.text();
        QVERIFY(!fixture.engine.notify(request));
        QCOMPARE(fixture.status(), QStringLiteral("Cancelled"));
        QCOMPARE(fixture.rows(), QStringLiteral("agree=Cancelled agree=Cancelled agree=Cancelled"));
    }

    void highRiskItemsWaitEach()
    {
        EngineFixture fixture;
        QVERIFY(!fixture.start(
            "- Name: drop\n"
            "  Action: ACS::ExecuteAPI\n"
            "  Loop: {Items: [i-bp1000000000000a01, i-bp1000000000000a02], Concurrency: 2}\n"
            "  Properties: {Service: ECS, API: DeleteInstance, "
            "Parameters: {InstanceId: '{{ ACS::TaskLoopItem }}'}}\n",
            {}, {}, {}, QStringLiteral("ConfirmEveryHighRiskAction")));
        QTRY_COMPARE(fixture.itemsIn(RunStatus::Waiting), 2);
        NotifyRequest request = fixture.request("Approve");
        request.taskExecutionIds =
            QStringLiteral("[\"%1\",\"%2\"]")
                .arg(fixture.record().tasks[1].id.text(), fixture.record().tasks[2].id.text());
        QVERIFY(!fixture.engine.notify(request));
        QTRY_COMPARE(fixture.status(), QStringLiteral("Success"));
    }

    void decisionsCanNeedATaskId()
    {
        EngineFixture fixture({10000.0, 7, {Strictness::ApproveNeedsTaskId}});
        QVERIFY(!fixture.start("- {Name: hold, Action: ACS::Pause}\n"));
        QTRY_VERIFY(fixture.isWaiting());
        QVERIFY(fixture.notify("Approve"));
        QVERIFY(fixture.isWaiting());
        NotifyRequest request = fixture.request("Approve");
        request.taskExecutionId = fixture.record().tasks[0].id.text();
        QVERIFY(!fixture.engine.notify(request));
        QTRY_COMPARE(fixture.status(), QStringLiteral("Success"));
    }
};

QTEST_GUILESS_MAIN(TestLoops)
#include "tst_loops.moc"
