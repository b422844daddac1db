// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginefixture.h"
#include "tests/support/manualclock.h"

using namespace countersign;
using namespace countersign::sandbox;

class TestEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endStates_data()
    {
        QTest::addColumn<QByteArray>("tasks");
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("rows");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const char *tasks, const char *status,
                            const char *rows, const char *message) {
            QTest::newRow(name) << QByteArray(tasks) << QString::fromLatin1(status)
                                << QString::fromLatin1(rows) << QString::fromLatin1(message);
        };
        row("in order", R"(
- {Name: a, Action: ACS::Sleep, Properties: {Duration: 1s}}
- {Name: b, Action: ACS::Notify, Properties: {NotifyType: WebHook}}
)",
            "Success", "a=Success b=Success", "");
        row("skipped goes on in the text", R"(
- {Name: a, Action: ACS::Sleep, When: {'Fn::Equals': [1, 2]}, OnSuccess: c, Properties: {Duration: 1s}}
- {Name: b, Action: ACS::Sleep, Properties: {Duration: 1s}}
- {Name: c, Action: ACS::Sleep, Properties: {Duration: 1s}}
)",
            "Success", "a=Skipped b=Success c=Success", "");
        row("an error moves the control and does not heal", R"(
- {Name: a, Action: ACS::Sleep, Properties: {Duration: never}, OnError: c}
- {Name: b, Action: ACS::Sleep, Properties: {Duration: 1s}}
- {Name: c, Action: ACS::Sleep, Properties: {Duration: 1s}}
)",
            "Failed", "a=Failed c=Success", "The duration never is not valid.");
        row("not critical", R"(
- {Name: a, Action: ACS::Sleep, Properties: {Duration: never}, OnError: ACS::NEXT, IsCritical: false}
- {Name: b, Action: ACS::Sleep, Properties: {Duration: 1s}, OnSuccess: ACS::END}
- {Name: c, Action: ACS::Sleep, Properties: {Duration: 1s}}
)",
            "Success", "a=Failed b=Success", "");
        row("choice", R"(
- Name: a
  Action: ACS::Choice
  Properties: {DefaultTask: b, Choices: [{When: {'Fn::Jq': [First, '.x > 1', {x: 2}]}, NextTask: c}]}
- {Name: b, Action: ACS::Sleep, Properties: {Duration: 1s}}
- {Name: c, Action: ACS::Sleep, Properties: {Duration: 1s}}
)",
            "Success", "a=Success c=Success", "");
        row("unknown function", R"(
- {Name: a, Action: ACS::Sleep, Properties: {Duration: {'Fn::Length': [1]}}}
)",
            "Failed", "a=Failed", "The function Fn::Length is not known.");
        row("unknown action", "\n- {Name: a, Action: 'ACS::XXX::Action'}\n", "Failed", "a=Failed",
            "The sandbox does not simulate the action ACS::XXX::Action.");
        row("unknown call", R"(
- {Name: a, Action: ACS::ExecuteAPI, Properties: {Service: NOPE, API: DoIt}}
)",
            "Failed", "a=Failed", "The sandbox does not simulate NOPE DoIt.");
        row("endless", R"(
- {Name: a, Action: ACS::Choice, Properties: {DefaultTask: a, Choices: []}}
)",
            "Failed", "", "More than 1000 tasks were started.");
    }

    void endStates()
    {
        QFETCH(QByteArray, tasks);
        QFETCH(QString, status);
        QFETCH(QString, rows);
        QFETCH(QString, message);
        EngineFixture fixture;
        QVERIFY(!fixture.start(tasks));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.hasEnded(), 10'000);
        QCOMPARE(fixture.status(), status);
        if (!rows.isEmpty())
            QCOMPARE(fixture.rows(), rows);
        QCOMPARE(fixture.record().fields.statusMessage, message);
        QVERIFY(fixture.record().fields.endDate.isValid());
    }

    void whatIsCreatedCanBeDescribed()
    {
        EngineFixture fixture;
        QVERIFY(!fixture.start(R"(
- Name: run
  Action: ACS::ECS::RunInstances
  Properties: {imageId: m-1, instanceType: ecs.g7.large, securityGroupId: sg-1, vSwitchId: vsw-1}
  Outputs: {id: {ValueSelector: 'instanceIds[0]'}}
- Name: stop
  Action: ACS::ECS::StopInstance
  Properties: {instanceId: '{{ run.id }}'}
- Name: look
  Action: acs::ExecuteApi
  Properties: {Service: ecs, API: describeinstances, Parameters: {InstanceIds: ['{{ run.id }}']}}
  Outputs:
    same: {Type: Boolean, ValueSelector: '.Instances.Instance[0].InstanceId == "{{ run.id }}"'}
    states: {Type: List, ValueSelector: 'Instances.Instance[].Status'}
- Name: remove
  Action: ACS::ExecuteAPI
  Properties: {Service: ECS, API: DeleteInstance, Parameters: {InstanceId: '{{ run.id }}'}}
- Name: gone
  Action: ACS::CheckFor
  Properties: {Service: ECS, API: DescribeInstances, Parameters: {InstanceIds: ['{{ run.id }}']},
               PropertySelector: 'Instances.Instance[]', DesiredValues: [null]}
- Name: skipped
  Action: ACS::ExecuteAPI
  When: {'Fn::Equals': [1, 2]}
  Properties: {Service: ECS, API: CreateImage}
  Outputs: {id: {ValueSelector: ImageId}}
)",
                               "Outputs:\n  s: {Type: List, Value: '{{ look.states }}'}\n"
                               "  same: {Type: Boolean, Value: '{{ look.same }}'}\n"
                               "  never: {Type: String, Value: '{{ skipped.id }}'}\n"));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.hasEnded(), 20'000);
        QCOMPARE(fixture.record().fields.statusMessage, QString());
        QCOMPARE(fixture.outputs(),
                 QStringLiteral(R"({"s":["Stopped"],"same":true,"never":null})"));
        QCOMPARE(fixture.record().fields.counters.json->compact(),
                 QByteArray(R"({"Failed":0,"Success":5,"Total":6})"));
        QCOMPARE(fixture.record().tasks[1].id.text(), QString(fixture.id + u".t0002"));
        QVERIFY(fixture.logged(QStringLiteral("The task run started.")));
    }

    void waitingForAState()
    {
        EngineFixture fixture;
        QVERIFY(!fixture.start(R"(
- Name: image
  Action: ACS::ExecuteAPI
  Properties: {Service: ECS, API: CreateImage, Parameters: {ImageName: x}}
  Outputs: {id: {ValueSelector: ImageId}}
- Name: wait
  Action: ACS::WaitFor
  Properties: {Service: ECS, API: DescribeImages, Parameters: {ImageId: '{{ image.id }}'},
               PropertySelector: 'Images.Image[0].Status', DesiredValues: [Available]}
- Name: stopAt
  Action: ACS::WaitFor
  Properties: {Service: ECS, API: DescribeImages, Parameters: {ImageId: '{{ image.id }}'},
               PropertySelector: 'Images.Image[0].Status', DesiredValues: [Done],
               StopRetryValues: [Available]}
)"));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.hasEnded(), 20'000);
        QCOMPARE(fixture.rows(), QStringLiteral("image=Success wait=Success stopAt=Failed"));
        QVERIFY(fixture.record().fields.statusMessage.contains(u"StopRetryValues"));
    }

    void failedCallsAreTriedAgain()
    {
        EngineFixture fixture;
        QVERIFY(!fixture.start(R"(
- Name: a
  Action: ACS::ExecuteAPI
  Properties: {Service: ECS, API: StopInstance, Parameters: {InstanceId: wrong}}
  Retries: 2
)"));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.hasEnded(), 20'000);
        QCOMPARE(fixture.status(), QStringLiteral("Failed"));
        QVERIFY(fixture.logged(QStringLiteral("Try 2 of the task a failed")));
        QVERIFY(!fixture.logged(QStringLiteral("Try 3")));
        QVERIFY(fixture.record().fields.statusMessage.startsWith(u"InvalidInstanceId.NotFound"));
    }

    void riskyCallsOfATemplate()
    {
        EngineFixture fixture;
        const QString content = QStringLiteral(
            "FormatVersion: OOS-2019-06-01\nTasks:\n"
            "- {Name: a, Action: ACS::ECS::StopInstance, Properties: {instanceId: i-1}}\n"
            "- {Name: b, Action: ACS::ExecuteAPI, Properties: {Service: ECS, API: "
            "DeleteInstance}}\n"
            "- {Name: c, Action: ACS::ExecuteAPI, Properties: {Service: ECS, API: DeleteImage, "
            "Risk: Normal}}\n");
        QVERIFY(!fixture.engine.addTemplate(QStringLiteral("t"), content, QStringLiteral("me(1)")));
        const auto outcome = fixture.engine.riskyTasks(QStringLiteral("t"));
        QCOMPARE(outcome.tasks.size(), size_t(2));
        QCOMPARE(outcome.tasks[0].call.api, QStringLiteral("StopInstance"));
        QCOMPARE(outcome.tasks[1].tasks.front(), QStringLiteral("b"));
        QCOMPARE(fixture.engine.riskyTasks(QStringLiteral("x")).refusal->httpStatus, 404);
        QCOMPARE(fixture.engine.templateByName(QStringLiteral("t"))->version, QStringLiteral("v1"));
    }

    void datesAreThoseOfTheClockThatWasGiven()
    {
        ManualClock clock;
        Engine::Options options{1.0, 7};
        options.clock = &clock;
        EngineFixture fixture(options);
        const QDateTime begin = clock.now();
        QVERIFY(!fixture.start(
            "- {Name: ask, Action: ACS::Approve, Properties: {NotifyType: WebHook}}\n"));
        QTRY_VERIFY(fixture.isWaiting());
        QCOMPARE(fixture.record().fields.createDate, begin);
        QCOMPARE(fixture.record().tasks.front().updateDate, begin);
        clock.advance(std::chrono::hours(5));
        QVERIFY(!fixture.notify("Approve"));
        QTRY_VERIFY(fixture.hasEnded());
        QCOMPARE(fixture.record().fields.startDate, begin);
        QCOMPARE(fixture.record().fields.endDate, begin.addSecs(5 * 3600));
        QVERIFY(!fixture.engine.addTemplate(QStringLiteral("t"), fixture.record().templateContent,
                                            QStringLiteral("me(1)")));
        QCOMPARE(fixture.engine.templateByName(QStringLiteral("t"))->createdDate, clock.now());
    }
};

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
