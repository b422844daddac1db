// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/values.h"
#include "enginefixture.h"
#include "loopscript.h"

using namespace countersign;
using namespace countersign::sandbox;

namespace {

const QByteArray wrapper = R"(
Parameters:
  reason: {Type: String}
  needed: {Type: Number, Default: 1}
Tasks:
- Name: ask
  Action: ACS::Approve
  Properties: {NotifyType: WebHook, MinRequiredApprovals: '{{ needed }}'}
Outputs:
  said: {Type: String, Value: 'yes to {{ reason }}'}
)";

const QByteArray failing = R"(
Tasks:
- {Name: bad, Action: ACS::Sleep, Properties: {Duration: never}}
- {Name: good, Action: ACS::Sleep, Properties: {Duration: 1s}}
)";

//! An engine with stored templates, and a look at the children of what runs.
struct ChildFixture : EngineFixture
{
    using EngineFixture::EngineFixture;

    void store(const char *name, const QByteArray &content)
    {
        const auto refusal = engine.addTemplate(
            QString::fromLatin1(name),
            QString::fromUtf8("FormatVersion: OOS-2019-06-01\n" + content), QStringLiteral("me"));
        QVERIFY2(!refusal, refusal ? qPrintable(refusal->message) : "");
    }
    //! Executions below `parent`, oldest first.
    std::vector<const ExecutionRecord *> below(const QString &parent) const
    {
        std::vector<const ExecutionRecord *> found;
        for (const ExecutionRecord *record : engine.executions()) {
            if (record->fields.parentExecutionId.text() == parent)
                found.push_back(record);
        }
        return found;
    }
    std::vector<const ExecutionRecord *> children() const { return below(id); }
    QString childStates() const
    {
        QStringList texts;
        for (const ExecutionRecord *child : children())
            texts.append(child->fields.statusText);
        return texts.join(u' ');
    }
    std::optional<Refusal> tell(const ExecutionRecord &child, const char *type)
    {
        NotifyRequest request = this->request(type);
        request.executionId = child.fields.id.text();
        return engine.notify(request);
    }
};

QString rowsOf(const ExecutionRecord &record)
{
    QStringList texts;
    for (const TaskExecution &row : record.tasks)
        texts.append(row.taskName + u'=' + row.statusText);
    return texts.join(u' ');
}

} // namespace

class TestChildren : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void approvalInAChild_data()
    {
        QTest::addColumn<QByteArray>("task");
        QTest::newRow("by ACS::Template")
            << QByteArray("Action: ACS::Template, Properties: {TemplateName: 'My::Approve::Hook', "
                          "Parameters: {reason: r1, needed: null}}");
        QTest::newRow("by its name") << QByteArray("Action: 'My::Approve::Hook', Properties: "
                                                   "{reason: r1}");
        QTest::newRow("by its name in other letters")
            << QByteArray("Action: 'my::approve::hook', Properties: {reason: r1}");
    }

    void approvalInAChild()
    {
        QFETCH(QByteArray, task);
        ChildFixture fixture;
        fixture.store("My::Approve::Hook", wrapper);
        QVERIFY(
            !fixture.start("- {Name: agree, " + task + ", Outputs: {w: {ValueSelector: said}}}\n",
                           "Outputs: {o: {Type: String, Value: '{{ agree.w }}'}}\n"));
        QTRY_COMPARE(fixture.childStates(), QStringLiteral("Waiting"));
        const ExecutionRecord &child = *fixture.children().front();
        QCOMPARE(fixture.status(), QStringLiteral("Running"));
        QCOMPARE(fixture.record().tasks[0].childExecutionId, child.fields.id);
        QVERIFY(fixture.record().fields.isParent);
        QCOMPARE(fixture.record().depth, 0);
        QCOMPARE(child.depth, 1);
        QVERIFY(!child.fields.isParent);
        QCOMPARE(child.fields.templateName, QStringLiteral("My::Approve::Hook"));
        QCOMPARE(child.fields.templateVersion, QStringLiteral("v1"));
        QCOMPARE(child.fields.executedBy, fixture.record().fields.executedBy);
        QCOMPARE(child.fields.parameters.json->compact(),
                 QByteArray(R"({"reason":"r1","needed":1})"));
        QVERIFY(child.fields.id.text().startsWith(fixture.id + u".t0001"));
        QVERIFY(child.fields.id.text() != fixture.record().tasks[0].id.text());
        QCOMPARE(child.fields.currentTasks.front().action, QStringLiteral("ACS::Approve"));
        // The parent does not wait, so nothing can be decided there.
        QCOMPARE(fixture.codeOf(fixture.notify("Approve")), QStringLiteral("UnsupportedOperation"));
        QVERIFY(!fixture.tell(child, "Approve"));
        QTRY_COMPARE(fixture.status(), QStringLiteral("Success"));
        QCOMPARE(fixture.childStates(), QStringLiteral("Success"));
        QCOMPARE(fixture.outputs(), QStringLiteral(R"({"o":"yes to r1"})"));
    }

    void rejectionInAChildStopsTheParent()
    {
        ChildFixture fixture;
        fixture.store("My::Approve::Hook", wrapper);
        QVERIFY(
            !fixture.start("- {Name: agree, Action: 'My::Approve::Hook', Properties: {reason: x}}\n"
                           "- {Name: after, Action: ACS::Sleep, Properties: {Duration: 1s}}\n"));
        QTRY_COMPARE(fixture.childStates(), QStringLiteral("Waiting"));
        QVERIFY(!fixture.tell(*fixture.children().front(), "Reject"));
        QTRY_COMPARE(fixture.status(), QStringLiteral("Cancelled"));
        QCOMPARE(fixture.childStates(), QStringLiteral("Cancelled"));
        QCOMPARE(fixture.rows(), QStringLiteral("agree=Cancelled"));
    }

    void cancellingReachesAllBelow()
    {
        ChildFixture fixture;
        fixture.store("My::Approve::Hook", wrapper);
        fixture.store("middle", "Tasks:\n- {Name: ask, Action: ACS::Template, Properties: "
                                "{TemplateName: 'My::Approve::Hook', Parameters: {reason: r}}}\n");
        QVERIFY(!fixture.start("- {Name: a, Action: ACS::Template, Properties: {TemplateName: "
                               "middle}}\n"));
        QTRY_COMPARE(fixture.engine.executions().size(), size_t(3));
        const ExecutionRecord &lowest = *fixture.engine.executions().back();
        QTRY_COMPARE(lowest.fields.status, RunStatus::Waiting);
        QCOMPARE(lowest.depth, 2);
        QVERIFY(!fixture.engine.cancel(fixture.id));
        for (const ExecutionRecord *record : fixture.engine.executions())
            QCOMPARE(record->fields.status, RunStatus::Cancelled);
        QTest::qWait(20);
        QCOMPARE(fixture.status(), QStringLiteral("Cancelled"));
    }

    void failureOfAChild()
    {
        ChildFixture fixture;
        fixture.store("failing", failing);
        QVERIFY(!fixture.start("- {Name: a, Action: ACS::Template, OnError: c, Properties: "
                               "{TemplateName: failing}}\n"
                               "- {Name: b, Action: ACS::Sleep, Properties: {Duration: 1s}}\n"
                               "- {Name: c, Action: ACS::Sleep, Properties: {Duration: 1s}}\n"));
        QTRY_VERIFY(fixture.hasEnded());
        QCOMPARE(fixture.rows(), QStringLiteral("a=Failed c=Success"));
        QCOMPARE(fixture.record().tasks[0].statusMessage,
                 QStringLiteral("The duration never is not valid."));
        QCOMPARE(fixture.status(), QStringLiteral("Failed"));
    }

    void whatCannotBeStarted_data()
    {
        QTest::addColumn<QByteArray>("properties");
        QTest::addColumn<QString>("part");
        QTest::newRow("no such template")
            << QByteArray("TemplateName: nobody") << QStringLiteral("nobody does not exist");
        QTest::newRow("no such version")
            << QByteArray("TemplateName: failing, TemplateVersion: v9") << QStringLiteral("v9");
        QTest::newRow("unknown parameter")
            << QByteArray("TemplateName: failing, Parameters: {x: 1}")
            << QStringLiteral("no parameter x");
        QTest::newRow("missing parameter")
            << QByteArray("TemplateName: 'My::Approve::Hook'") << QStringLiteral("reason");
        QTest::newRow("a trigger")
            << QByteArray("TemplateName: clock") << QStringLiteral("trigger");
        QTest::newRow("a broken text")
            << QByteArray("TemplateContent: 'FormatVersion: 1'") << QStringLiteral("FormatVersion");
    }

    void whatCannotBeStarted()
    {
        QFETCH(QByteArray, properties);
        QFETCH(QString, part);
        ChildFixture fixture;
        fixture.store("failing", failing);
        fixture.store("My::Approve::Hook", wrapper);
        fixture.store("clock", "Tasks:\n- {Name: t, Action: ACS::TimerTrigger, Properties: {Type: "
                               "rate, Expression: 1 minutes, EndDate: '2099-01-01'}}\n");
        QVERIFY(!fixture.start("- {Name: a, Action: ACS::Template, Properties: {" + properties +
                               "}}\n"));
        QTRY_VERIFY(fixture.hasEnded());
        QCOMPARE(fixture.status(), QStringLiteral("Failed"));
        QVERIFY2(fixture.record().fields.statusMessage.contains(part),
                 qPrintable(fixture.record().fields.statusMessage));
        QVERIFY(fixture.children().empty());
    }

    void aTextWrittenOut()
    {
        ChildFixture fixture;
        QVERIFY(!fixture.start(R"(
- Name: a
  Action: ACS::Template
  Properties:
    TemplateContent:
      FormatVersion: OOS-2019-06-01
      Parameters: {n: {Type: Number}}
      Tasks: [{Name: b, Action: ACS::Sleep, Properties: {Duration: 1s}}]
      Outputs: {twice: {Type: Number, Value: '{{ n }}'}}
    Parameters: {n: 4}
  Outputs: {n: {Type: Number, ValueSelector: twice}}
)",
                               "Outputs: {n: {Type: Number, Value: '{{ a.n }}'}}\n"));
        QTRY_VERIFY(fixture.hasEnded());
        QCOMPARE(fixture.record().fields.statusMessage, QString());
        QCOMPARE(fixture.outputs(), QStringLiteral(R"({"n":4})"));
        QVERIFY(fixture.children().front()->templateContent.contains(u"twice"));
    }

    void nestingHasAnEnd()
    {
        ChildFixture fixture;
        fixture.store("again", "Tasks:\n- {Name: a, Action: ACS::Template, Properties: "
                               "{TemplateName: again}}\n");
        QVERIFY(!fixture.start("- {Name: a, Action: ACS::Template, Properties: {TemplateName: "
                               "again}}\n"));
        QTRY_VERIFY(fixture.hasEnded());
        QCOMPARE(fixture.status(), QStringLiteral("Failed"));
        QCOMPARE(fixture.engine.executions().size(), size_t(6));
    }

    void productActionIsAChild()
    {
        ChildFixture fixture;
        QVERIFY(!fixture.start(R"(
- Name: run
  Action: ACS::ECS::RunCommand
  Properties: {instanceId: i-bp1000000000000a01, commandContent: date}
  Outputs: {said: {ValueSelector: invocationOutput}}
)",
                               "Outputs: {said: {Type: String, Value: '{{ run.said }}'}}\n"));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.hasEnded(), 20'000);
        QCOMPARE(fixture.record().fields.statusMessage, QString());
        QCOMPARE(fixture.outputs(), QStringLiteral(R"({"said":"hello"})"));
        const ExecutionRecord &child = *fixture.children().front();
        QCOMPARE(child.fields.templateName, QStringLiteral("ACS::ECS::RunCommand"));
        QCOMPARE(child.fields.mode, RunMode::Automatic);
        QCOMPARE(child.tasks.size(), size_t(3));
        QVERIFY(child.templateContent.contains(u"DescribeInvocations"));
    }

    void ownTemplateOfAProductActionsNameWins()
    {
        ChildFixture fixture;
        fixture.store("ACS::ECS::RebootInstance",
                      "Parameters: {instanceId: {Type: String}}\n"
                      "Tasks: [{Name: mine, Action: ACS::Sleep, Properties: {Duration: 1s}}]\n");
        QVERIFY(!fixture.start("- {Name: a, Action: 'ACS::ECS::RebootInstance', Properties: "
                               "{instanceId: i-1}}\n"));
        QTRY_VERIFY(fixture.hasEnded());
        QCOMPARE(fixture.status(), QStringLiteral("Success"));
        QCOMPARE(rowsOf(*fixture.children().front()), QStringLiteral("mine=Success"));
    }

    void callsOfAProductActionStandAtItsTask()
    {
        LoopScript script;
        script.failures.insert(QStringLiteral("i-bp1000000000000a02"), 1);
        ChildFixture fixture({10000.0, 7, {}, &script});
        QVERIFY(!fixture.start(
            "- Name: a\n"
            "  Action: ACS::ECS::RebootInstance\n"
            "  Loop: {Items: [i-bp1000000000000a01, i-bp1000000000000a02], Concurrency: 2}\n"
            "  Properties: {instanceId: '{{ ACS::TaskLoopItem }}'}\n",
            {}, {}, QStringLiteral("FailurePause")));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isWaiting(), 20'000);
        QTRY_COMPARE(fixture.item("i-bp1000000000000a01").status, RunStatus::Success);
        QCOMPARE(fixture.item("i-bp1000000000000a02").statusMessage,
                 QStringLiteral("Busy: i-bp1000000000000a02 is in use"));
        QCOMPARE(fixture.childStates(), QStringLiteral("Success Failed"));
        // A new try is a new child; the row keeps its id and shows the newest.
        const QString before = fixture.item("i-bp1000000000000a02").childExecutionId.text();
        QVERIFY(!fixture.notify("RetryTask"));
        QTRY_COMPARE_WITH_TIMEOUT(fixture.status(), QStringLiteral("Success"), 20'000);
        QCOMPARE(fixture.children().size(), size_t(3));
        QVERIFY(fixture.item("i-bp1000000000000a02").childExecutionId.text() != before);
    }

    void idsCanBeThoseOfChildren()
    {
        LoopScript script;
        script.failures.insert(QStringLiteral("i-bp1000000000000a02"), 1);
        ChildFixture fixture({10000.0, 7, {Strictness::TaskExecutionIdsAreExecutionIds}, &script});
        QVERIFY(!fixture.start("- Name: a\n"
                               "  Action: ACS::ECS::RebootInstance\n"
                               "  Loop: {Items: [i-bp1000000000000a02]}\n"
                               "  Properties: {instanceId: '{{ ACS::TaskLoopItem }}'}\n",
                               {}, {}, QStringLiteral("FailurePause")));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isWaiting(), 20'000);
        NotifyRequest request = fixture.request("RetryTask");
        const TaskExecution row = fixture.item("i-bp1000000000000a02");
        request.taskExecutionIds = u"[\"" + row.id.text() + u"\"]";
        QCOMPARE(fixture.codeOf(fixture.engine.notify(request)),
                 QStringLiteral("InvalidParameter.TaskExecutionIds"));
        request.taskExecutionIds = u"[\"" + row.childExecutionId.text() + u"\"]";
        QVERIFY(!fixture.engine.notify(request));
        QTRY_COMPARE_WITH_TIMEOUT(fixture.status(), QStringLiteral("Success"), 20'000);
    }

    void approvalsInChildrenOfLoopItems()
    {
        ChildFixture fixture;
        fixture.store("My::Approve::Hook", wrapper);
        QVERIFY(!fixture.start("- Name: agree\n"
                               "  Action: My::Approve::Hook\n"
                               "  Loop: {Items: [one, two, three], Concurrency: 3, MaxErrors: 1, "
                               "Outputs: {all: {AggregateType: 'Fn::ListJoin', "
                               "AggregateField: w}}}\n"
                               "  Properties: {reason: '{{ ACS::TaskLoopItem }}'}\n"
                               "  Outputs: {w: {ValueSelector: said}}\n",
                               "Outputs: {all: {Type: List, Value: '{{ agree.all }}'}}\n"));
        QTRY_COMPARE(fixture.childStates(), QStringLiteral("Waiting Waiting Waiting"));
        QCOMPARE(fixture.status(), QStringLiteral("Running"));
        QVERIFY(!fixture.tell(*fixture.children()[2], "Approve"));
        QTRY_COMPARE(fixture.childStates(), QStringLiteral("Waiting Waiting Success"));
        QVERIFY(!fixture.tell(*fixture.children()[0], "Approve"));
        // A child that was stopped is an error of the loop, and one is allowed.
        QVERIFY(!fixture.tell(*fixture.children()[1], "Reject"));
        QTRY_COMPARE(fixture.status(), QStringLiteral("Success"));
        QCOMPARE(fixture.items(), QStringLiteral("one=Success two=Cancelled three=Success"));
        QCOMPARE(fixture.outputs(),
                 QStringLiteral(R"({"all":["yes to one",null,"yes to three"]})"));
    }

    void highRiskCallInsideAProductAction()
    {
        ChildFixture fixture;
        QVERIFY(!fixture.start("- {Name: a, Action: 'ACS::ECS::StopInstance', Properties: "
                               "{instanceId: i-bp1000000000000a01}}\n",
                               {}, {}, {}, QStringLiteral("ConfirmEveryHighRiskAction")));
        QTRY_COMPARE(fixture.childStates(), QStringLiteral("Waiting"));
        QCOMPARE(fixture.children().front()->fields.currentTasks.front().name,
                 QStringLiteral("stopInstance"));
        QVERIFY(!fixture.tell(*fixture.children().front(), "Approve"));
        QTRY_COMPARE_WITH_TIMEOUT(fixture.status(), QStringLiteral("Success"), 20'000);
    }

    void failurePauseInsideAChild()
    {
        ChildFixture fixture;
        fixture.store("failing", failing);
        QVERIFY(!fixture.start("- {Name: a, Action: ACS::Template, Properties: {TemplateName: "
                               "failing}}\n",
                               {}, {}, QStringLiteral("FailurePause")));
        QTRY_COMPARE(fixture.childStates(), QStringLiteral("Waiting"));
        QCOMPARE(fixture.status(), QStringLiteral("Running"));
        QVERIFY(!fixture.tell(*fixture.children().front(), "SkipTask"));
        QTRY_COMPARE(fixture.status(), QStringLiteral("Success"));
        QCOMPARE(rowsOf(*fixture.children().front()), QStringLiteral("bad=Skipped good=Success"));
    }

    void loopOfSeveralTasks()
    {
        ChildFixture fixture;
        QVERIFY(!fixture.start(R"(
- Name: first
  Action: ACS::ExecuteAPI
  Properties: {Service: ECS, API: DescribeInstances, Parameters: {InstanceIds: [i-bp1000000000000a01]}}
  Outputs: {count: {Type: Number, ValueSelector: TotalCount}}
- Name: each
  Action: ACS::Loop
  Properties:
    LoopItems: '{{ names }}'
    LoopRateControl: {Concurrency: 2}
    LoopTasks:
    - Name: look
      Action: ACS::CheckFor
      Properties: {Service: ECS, API: DescribeInstances, Parameters: {InstanceIds: [i-bp1000000000000a01]},
                   PropertySelector: TotalCount, DesiredValues: ['{{ first.count }}']}
      Outputs: {name: {ValueSelector: '"{{ greeting }} {{ ACS::TaskLoopItem }}"'}}
    - {Name: rest, Action: ACS::Sleep, Properties: {Duration: 1s}}
  Outputs: {names: {Type: List, ValueSelector: '{{ look.name }}'}}
)",
                               "Parameters:\n"
                               "  names: {Type: List, Default: [a, b]}\n"
                               "  greeting: {Type: String, Default: hello}\n"
                               "Outputs: {all: {Type: List, Value: '{{ each.names }}'}}\n"));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.hasEnded(), 20'000);
        QCOMPARE(fixture.record().fields.statusMessage, QString());
        QCOMPARE(fixture.outputs(), QStringLiteral(R"({"all":["hello a","hello b"]})"));
        QCOMPARE(fixture.items(), QStringLiteral("a=Success b=Success"));
        QCOMPARE(fixture.children().size(), size_t(2));
        QCOMPARE(rowsOf(*fixture.children().front()), QStringLiteral("look=Success rest=Success"));
        QVERIFY(fixture.item("b").childExecutionId == fixture.children()[1]->fields.id);
    }

    void startedBelowAnother()
    {
        ChildFixture fixture;
        QVERIFY(!fixture.start("- {Name: hold, Action: ACS::Pause}\n"));
        StartRequest request;
        request.content = QStringLiteral("FormatVersion: OOS-2019-06-01\nTasks: [{Name: a, Action: "
                                         "ACS::Pause}]\n");
        request.parentExecutionId = fixture.id;
        const QString below = fixture.engine.start(request).executionId;
        QVERIFY(fixture.record().fields.isParent);
        QCOMPARE(fixture.engine.execution(below)->depth, 1);
    }

    void riskyCallsOfNestedTemplates()
    {
        ChildFixture fixture;
        fixture.store("lower", "Tasks: [{Name: drop, Action: ACS::ExecuteAPI, Properties: "
                               "{Service: ECS, API: DeleteDisk}}]\n");
        fixture.store("upper", "Tasks:\n"
                               "- {Name: a, Action: ACS::Template, Properties: {TemplateName: "
                               "lower}}\n"
                               "- {Name: b, Action: ACS::Loop, Properties: {LoopItems: [1], "
                               "LoopTasks: [{Name: c, Action: ACS::ExecuteAPI, Properties: "
                               "{Service: ECS, API: DeleteImage}}]}}\n");
        const auto outcome = fixture.engine.riskyTasks(QStringLiteral("upper"));
        QCOMPARE(outcome.tasks.size(), size_t(2));
        QCOMPARE(outcome.tasks[0].call.api, QStringLiteral("DeleteDisk"));
        QCOMPARE(outcome.tasks[0].tasks, std::vector<QString>{QStringLiteral("a")});
        QCOMPARE(outcome.tasks[0].templates,
                 (std::vector<QString>{QStringLiteral("lower"), QStringLiteral("upper")}));
        QCOMPARE(outcome.tasks[1].tasks, std::vector<QString>{QStringLiteral("b")});
    }
};

QTEST_GUILESS_MAIN(TestChildren)
#include "tst_children.moc"
