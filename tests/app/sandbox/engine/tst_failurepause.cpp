// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/values.h"
#include "enginefixture.h"
#include "loopscript.h"

using namespace countersign;
using namespace countersign::sandbox;

namespace {

const QByteArray five = "[i-bp1000000000000a01, i-bp1000000000000a02, i-bp1000000000000a03, "
                        "i-bp1000000000000a04, i-bp1000000000000a05]";
const QString pausing = QStringLiteral("FailurePause");

QString idList(const std::vector<QString> &ids)
{
    QStringList quoted;
    for (const QString &id : ids)
        quoted.append(u'"' + id + u'"');
    return u'[' + quoted.join(u',') + u']';
}

//! Items 1, 2 and 3 fail once, item 4 takes long.
void prepare(LoopScript &script)
{
    for (const char16_t *item :
         {u"i-bp1000000000000a01", u"i-bp1000000000000a02", u"i-bp1000000000000a03"})
        script.failures.insert(QString::fromUtf16(item), 1);
    script.takes.insert(QStringLiteral("i-bp1000000000000a04"), std::chrono::hours(5));
}

} // namespace

class TestFailurePause : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoRetriedAndOneSkippedWhileAnotherRuns()
    {
        LoopScript script;
        prepare(script);
        EngineFixture fixture({10000.0, 7, {}, &script});
        QVERIFY(!fixture.start(
            rebootLoop(five, "Concurrency: 5, Outputs: {asked: {AggregateType: 'Fn::ListJoin', "
                             "AggregateField: asked}}"),
            "Outputs: {asked: {Type: List, Value: '{{ reboot.asked }}'}}\n", {}, pausing));
        QTRY_COMPARE(fixture.itemsIn(RunStatus::Failed), 3);
        QVERIFY(fixture.isWaiting());
        QCOMPARE(fixture.itemsIn(RunStatus::Running), 1);
        QCOMPARE(fixture.record().tasks[0].status, RunStatus::Running);
        QVERIFY(fixture.item("i-bp1000000000000a01").statusMessage.contains(u"Busy"));
        QCOMPARE(fixture.codeOf(fixture.notify("Approve")),
                 QStringLiteral("InvalidParameter.NotifyType"));
        NotifyRequest request = fixture.request("RetryTask");
        request.taskExecutionIds = idList({fixture.item("i-bp1000000000000a01").id.text(),
                                           fixture.item("i-bp1000000000000a03").id.text()});
        request.note = QStringLiteral("the host is back");
        QVERIFY(!fixture.engine.notify(request));
        QTRY_COMPARE(fixture.item("i-bp1000000000000a03").status, RunStatus::Success);
        QCOMPARE(fixture.item("i-bp1000000000000a01").notifyNote(), request.note);
        QCOMPARE(fixture.item("i-bp1000000000000a03").notifyNote(), request.note);
        QVERIFY(fixture.item("i-bp1000000000000a02").notifyNote().isEmpty());
        QVERIFY(fixture.isWaiting());
        // The execution names what still waits.
        QVERIFY(fixture.record().fields.statusMessage.contains(u"i-bp1000000000000a02"));
        QCOMPARE(fixture.itemsIn(RunStatus::Running), 1);
        request = fixture.request("SkipTask");
        request.loopItem = QStringLiteral("i-bp1000000000000a02");
        QVERIFY(!fixture.engine.notify(request));
        QCOMPARE(fixture.item("i-bp1000000000000a02").status, RunStatus::Skipped);
        QCOMPARE(fixture.status(), QStringLiteral("Running"));
        QVERIFY(fixture.record().fields.statusMessage.isEmpty());
        QTRY_COMPARE(fixture.status(), QStringLiteral("Success"));
        QCOMPARE(fixture.itemsIn(RunStatus::Success), 4);
        const Json asked = memberOf(*fixture.record().fields.outputs.json, u"asked");
        QCOMPARE(asked.size(), 5);
        QVERIFY(asked.at(1).isNull());
        QVERIFY(!asked.at(4).isNull());
    }

    void allFailedOnesWithoutAName_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::newRow("retry") << QByteArray("RetryTask");
        QTest::newRow("skip") << QByteArray("SkipTask");
    }

    void allFailedOnesWithoutAName()
    {
        QFETCH(QByteArray, type);
        LoopScript script;
        prepare(script);
        script.takes.clear();
        EngineFixture fixture({10000.0, 7, {}, &script});
        QVERIFY(!fixture.start(rebootLoop(five, "Concurrency: 1"), {}, {}, pausing));
        // Other items go on, up to the concurrency.
        QTRY_COMPARE(fixture.itemsIn(RunStatus::Success), 2);
        QCOMPARE(fixture.itemsIn(RunStatus::Failed), 3);
        QVERIFY(!fixture.notify(type.constData()));
        QTRY_COMPARE(fixture.status(), QStringLiteral("Success"));
        QCOMPARE(fixture.itemsIn(RunStatus::Skipped), type == "SkipTask" ? 3 : 0);
    }

    void anotherRowIsRefused()
    {
        LoopScript script;
        prepare(script);
        EngineFixture fixture({10000.0, 7, {}, &script});
        QVERIFY(!fixture.start(rebootLoop(five, "Concurrency: 5"), {}, {}, pausing));
        QTRY_COMPARE(fixture.itemsIn(RunStatus::Failed), 3);
        NotifyRequest request = fixture.request("RetryTask");
        const QString failed = fixture.item("i-bp1000000000000a01").id.text();
        const QString running = fixture.item("i-bp1000000000000a04").id.text();
        request.taskExecutionIds = idList({failed, running});
        QCOMPARE(fixture.codeOf(fixture.engine.notify(request)),
                 QStringLiteral("InvalidParameter.TaskExecutionId"));
        QCOMPARE(fixture.itemsIn(RunStatus::Failed), 3);
        for (const char16_t *broken : {u"[]", u"exec-1", u"{}", u"[1"}) {
            request.taskExecutionIds = QString::fromUtf16(broken);
            QCOMPARE(fixture.codeOf(fixture.engine.notify(request)),
                     QStringLiteral("InvalidParameter.TaskExecutionIds"));
        }
        request.taskExecutionIds.clear();
        request.loopItem = QStringLiteral("i-bp1000000000000a04");
        QCOMPARE(fixture.codeOf(fixture.engine.notify(request)),
                 QStringLiteral("InvalidParameter.LoopItem"));
        request.loopItem.clear();
        request.taskName = QStringLiteral("other");
        QCOMPARE(fixture.codeOf(fixture.engine.notify(request)),
                 QStringLiteral("InvalidParameter.TaskName"));
    }

    void idsCanBeThoseOfExecutions()
    {
        LoopScript script;
        prepare(script);
        EngineFixture fixture({10000.0, 7, {Strictness::TaskExecutionIdsAreExecutionIds}, &script});
        QVERIFY(!fixture.start(rebootLoop(five, "Concurrency: 5"), {}, {}, pausing));
        QTRY_COMPARE(fixture.itemsIn(RunStatus::Failed), 3);
        NotifyRequest request = fixture.request("RetryTask");
        request.taskExecutionIds = idList({fixture.item("i-bp1000000000000a01").id.text()});
        QCOMPARE(fixture.codeOf(fixture.engine.notify(request)),
                 QStringLiteral("InvalidParameter.TaskExecutionIds"));
        request.taskExecutionIds.clear();
        request.taskExecutionId = fixture.item("i-bp1000000000000a01").id.text();
        QVERIFY(!fixture.engine.notify(request));
        QTRY_COMPARE(fixture.item("i-bp1000000000000a01").status, RunStatus::Success);
    }

    void theLoopItselfCanFail()
    {
        EngineFixture fixture;
        QVERIFY(
            !fixture.start("- Name: a\n"
                           "  Action: ACS::Notify\n"
                           "  Loop: {Items: [1], Concurrency: many}\n"
                           "  Properties: {NotifyType: WebHook}\n"
                           "- {Name: b, Action: ACS::Notify, Properties: {NotifyType: WebHook}}\n",
                           {}, {}, pausing));
        QTRY_VERIFY(fixture.isWaiting());
        QCOMPARE(fixture.rows(), QStringLiteral("a=Failed"));
        QVERIFY(!fixture.notify("RetryTask"));
        QTRY_VERIFY(fixture.isWaiting());
        QVERIFY(!fixture.notify("SkipTask"));
        QTRY_COMPARE(fixture.status(), QStringLiteral("Success"));
        QCOMPARE(fixture.rows(), QStringLiteral("a=Skipped b=Success"));
    }

    void cancelledWhileSomeFailedAndSomeRun()
    {
        LoopScript script;
        prepare(script);
        EngineFixture fixture({10000.0, 7, {}, &script});
        QVERIFY(!fixture.start(rebootLoop(five, "Concurrency: 5"), {}, {}, pausing));
        QTRY_COMPARE(fixture.itemsIn(RunStatus::Failed), 3);
        QVERIFY(!fixture.engine.cancel(fixture.id));
        QCOMPARE(fixture.status(), QStringLiteral("Cancelled"));
        QCOMPARE(fixture.itemsIn(RunStatus::Failed), 3);
        QCOMPARE(fixture.item("i-bp1000000000000a04").status, RunStatus::Cancelled);
        QTest::qWait(20);
        QCOMPARE(fixture.status(), QStringLiteral("Cancelled"));
    }

    void fiveHundredFailedRows()
    {
        EngineFixture fixture;
        QByteArray items;
        for (int number = 0; number < 500; ++number)
            items += QByteArray(number ? "," : "") + "bad" + QByteArray::number(number);
        QVERIFY(!fixture.start(rebootLoop('[' + items + ']', "Concurrency: 500"), {}, {}, pausing));
        QTRY_COMPARE_WITH_TIMEOUT(fixture.itemsIn(RunStatus::Failed), 500, 20'000);
        QVERIFY(!fixture.notify("SkipTask"));
        QTRY_COMPARE_WITH_TIMEOUT(fixture.status(), QStringLiteral("Success"), 20'000);
    }
};

QTEST_GUILESS_MAIN(TestFailurePause)
#include "tst_failurepause.moc"
