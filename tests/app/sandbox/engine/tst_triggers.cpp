// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginefixture.h"

using namespace countersign;
using namespace countersign::sandbox;

namespace {

const QByteArray onStop = R"(
- Name: stopped
  Action: ACS::EventTrigger
  Properties: {Product: ECS, Name: ['Instance:StateChange'], Level: [INFO], Content: {state: [Stopped]}}
  Outputs: {id: {ValueSelector: .content.resourceId}}
- {Name: agree, Action: ACS::Approve, Properties: {NotifyType: WebHook}}
)";
const QByteArray output = "Parameters: {who: {Type: String, Default: web}}\n"
                          "Outputs: {o: {Type: String, Value: '{{ who }} {{ stopped.id }}'}}\n";

QByteArray timer(const QByteArray &properties)
{
    return "- {Name: clock, Action: ACS::TimerTrigger, Properties: {" + properties +
           "}}\n- {Name: work, Action: ACS::Sleep, Properties: {Duration: 1s}}\n";
}

} // namespace

class TestTriggers : public QObject
{
    Q_OBJECT

    static std::vector<const ExecutionRecord *> childrenOf(const EngineFixture &fixture)
    {
        std::vector<const ExecutionRecord *> children = fixture.engine.executions();
        children.erase(children.begin());
        return children;
    }

private Q_SLOTS:
    void firedByHand()
    {
        EngineFixture fixture;
        QVERIFY(!fixture.start(onStop, output));
        QTRY_VERIFY(fixture.isWaiting());
        QCOMPARE(fixture.record().fields.category, QStringLiteral("EventTrigger"));
        QCOMPARE(fixture.record().fields.currentTasks.front().action,
                 QStringLiteral("ACS::EventTrigger"));
        // Nobody decides about a clock or an event.
        for (const char *type : {"Approve", "Reject", "RetryTask", "ExecuteTask"})
            QCOMPARE(fixture.codeOf(fixture.notify(type)),
                     QStringLiteral("InvalidParameter.NotifyType"));
        const QString message = QStringLiteral(R"({"content":{"resourceId":"i-1"}})");
        QCOMPARE(
            fixture.codeOf(fixture.engine.trigger(fixture.id, QStringLiteral("Timer"), message)),
            QStringLiteral("InvalidParameter.Type"));
        QCOMPARE(fixture.codeOf(fixture.engine.trigger(fixture.id, QStringLiteral("X"), message)),
                 QStringLiteral("InvalidParameter.Type"));
        QCOMPARE(fixture.codeOf(fixture.engine.trigger(fixture.id, QStringLiteral("Event"),
                                                       QStringLiteral("[]"))),
                 QStringLiteral("InvalidParameter.Content"));
        QVERIFY(!fixture.engine.trigger(fixture.id, QStringLiteral("Event"), message));
        QCOMPARE(fixture.status(), QStringLiteral("Running"));
        QTRY_COMPARE(childrenOf(fixture).front()->fields.status, RunStatus::Waiting);
        QCOMPARE(fixture.status(), QStringLiteral("Running"));
        const ExecutionRecord &child = *childrenOf(fixture).front();
        QCOMPARE(child.fields.parentExecutionId.text(), fixture.id);
        QCOMPARE(child.tasks.front().taskName, QStringLiteral("agree"));
        QVERIFY(!child.trigger);
        QCOMPARE(fixture.record().tasks[0].childExecutionId, child.fields.id);
        NotifyRequest request = fixture.request("Approve");
        request.executionId = child.fields.id.text();
        QVERIFY(!fixture.engine.notify(request));
        QTRY_VERIFY(fixture.isWaiting());
        QCOMPARE(child.fields.outputs.json->compact(), QByteArray(R"({"o":"web i-1"})"));
        const TriggerFacts &facts = *fixture.record().trigger;
        QCOMPARE(facts.lastTriggerStatus, QStringLiteral("Success"));
        QCOMPARE(facts.lastTriggerOutputs.json->compact(), QByteArray(R"({"o":"web i-1"})"));
        QVERIFY(facts.lastTriggerTime.isValid());
        QCOMPARE(facts.lastSuccessfulTriggerTime, facts.lastTriggerTime);
    }

    void twoFiringsAndACancellation()
    {
        EngineFixture fixture;
        QVERIFY(!fixture.start(onStop, output));
        QTRY_VERIFY(fixture.isWaiting());
        for (int number = 0; number < 2; ++number)
            QVERIFY(!fixture.engine.trigger(fixture.id, QStringLiteral("Event"), {}));
        QTRY_COMPARE(childrenOf(fixture).back()->fields.status, RunStatus::Waiting);
        NotifyRequest request = fixture.request("Reject");
        request.executionId = childrenOf(fixture).front()->fields.id.text();
        QVERIFY(!fixture.engine.notify(request));
        QTRY_COMPARE(fixture.record().trigger->lastTriggerStatus, QStringLiteral("Cancelled"));
        QCOMPARE(fixture.status(), QStringLiteral("Running"));
        QVERIFY(!fixture.engine.cancel(fixture.id));
        QCOMPARE(fixture.status(), QStringLiteral("Cancelled"));
        QCOMPARE(childrenOf(fixture).back()->fields.status, RunStatus::Cancelled);
        QCoreApplication::processEvents();
        QCOMPARE(fixture.codeOf(fixture.engine.trigger(fixture.id, QStringLiteral("Event"), {})),
                 QStringLiteral("UnsupportedOperation"));
    }

    void timerFiresUntilItsEnd()
    {
        EngineFixture fixture;
        const QDateTime end = QDateTime::currentDateTimeUtc().addSecs(2 * 3600 + 600);
        QVERIFY(!fixture.start(timer("Type: rate, Expression: 1 hours, EndDate: '" +
                                     end.toString(Qt::ISODate).toLatin1() + "'")));
        QTRY_VERIFY(fixture.isWaiting());
        QVERIFY(fixture.record().trigger->nextScheduleTime.isValid());
        QTRY_COMPARE_WITH_TIMEOUT(fixture.status(), QStringLiteral("Success"), 10'000);
        QCOMPARE(childrenOf(fixture).size(), size_t(2));
        QCOMPARE(fixture.rows(), QStringLiteral("clock=Success"));
        QVERIFY(!fixture.record().trigger->nextScheduleTime.isValid());
        for (const ExecutionRecord *child : childrenOf(fixture))
            QCOMPARE(child->fields.status, RunStatus::Success);
    }

    void timersThatCannotRun_data()
    {
        QTest::addColumn<QByteArray>("properties");
        QTest::newRow("no end") << QByteArray("Type: rate, Expression: 1 hours");
        QTest::newRow("no expression") << QByteArray("Type: cron, EndDate: '2099-01-01'");
        QTest::newRow("bad start")
            << QByteArray("Type: rate, Expression: 1 hours, EndDate: '2099-01-01', StartDate: x");
    }

    void timersThatCannotRun()
    {
        QFETCH(QByteArray, properties);
        EngineFixture fixture;
        QVERIFY(!fixture.start(timer(properties)));
        QTRY_VERIFY(fixture.hasEnded());
        QCOMPARE(fixture.rows(), QStringLiteral("clock=Failed"));
        QVERIFY(childrenOf(fixture).empty());
    }

    void anEndInThePast()
    {
        EngineFixture fixture;
        QVERIFY(!fixture.start(timer("Type: rate, Expression: 1 hours, EndDate: '2020-01-01'")));
        QTRY_COMPARE(fixture.status(), QStringLiteral("Success"));
        QVERIFY(childrenOf(fixture).empty());
    }
};

QTEST_GUILESS_MAIN(TestTriggers)
#include "tst_triggers.moc"
