// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginefixture.h"

using namespace countersign;
using namespace countersign::sandbox;

namespace {

QByteArray approval(const QByteArray &terms)
{
    return "- {Name: agree, Action: ACS::Approve, Properties: {NotifyType: WebHook" + terms +
           "}}\n- {Name: after, Action: ACS::Sleep, Properties: {Duration: 1s}}\n";
}

const QByteArray risky = R"(
- {Name: drop, Action: ACS::ExecuteAPI, Properties: {Service: ECS, API: DeleteInstance, Parameters: {InstanceId: i-1}}}
)";

} // namespace

class TestApprovals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onePerson()
    {
        EngineFixture fixture;
        QVERIFY(!fixture.start(approval("")));
        QCOMPARE(fixture.status(), QStringLiteral("Started"));
        QTRY_VERIFY(fixture.isWaiting());
        QCOMPARE(fixture.record().fields.currentTasks.front().name, QStringLiteral("agree"));
        QCOMPARE(fixture.codeOf(fixture.notify("RetryTask")),
                 QStringLiteral("InvalidParameter.NotifyType"));
        QCOMPARE(fixture.codeOf(fixture.notify("Nothing")),
                 QStringLiteral("InvalidParameter.NotifyType"));
        QVERIFY(fixture.isWaiting());
        QVERIFY(!fixture.notify("Approve", "li.wei", QStringLiteral("同意 👍")));
        QVERIFY(!fixture.isWaiting());
        QCOMPARE(fixture.record().tasks[0].notifyNote(), QStringLiteral("同意 👍"));
        QCOMPARE(fixture.codeOf(fixture.notify("Approve")), QStringLiteral("UnsupportedOperation"));
        QTRY_COMPARE(fixture.status(), QStringLiteral("Success"));
        QCOMPARE(fixture.rows(), QStringLiteral("agree=Success after=Success"));
        QCOMPARE(fixture.codeOf(fixture.notify("Approve")), QStringLiteral("UnsupportedOperation"));
    }

    void differentPeopleCount()
    {
        EngineFixture fixture;
        QVERIFY(!fixture.start(approval(", Approvers: [a, b, c], MinRequiredApprovals: 3")));
        QTRY_VERIFY(fixture.isWaiting());
        QCOMPARE(fixture.notify("Approve", "stranger")->httpStatus, 403);
        QVERIFY(!fixture.notify("Approve", "a", QStringLiteral("first yes")));
        QVERIFY(fixture.isWaiting());
        QCOMPARE(fixture.record().tasks[0].notifyNote(), QStringLiteral("first yes"));
        QVERIFY(!fixture.notify("Approve", "a"));
        QVERIFY(!fixture.notify("Approve", "b"));
        QVERIFY(fixture.isWaiting());
        QVERIFY(fixture.logged(QStringLiteral("(2 of 3)")));
        const QString row = fixture.record().tasks[0].id.text();
        QCOMPARE(fixture.record().approvedBy.value(row),
                 (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
        QVERIFY(!fixture.notify("Approve", "c"));
        QTRY_COMPARE(fixture.status(), QStringLiteral("Success"));
    }

    void rejectionEndsAtOnce()
    {
        EngineFixture fixture;
        QVERIFY(!fixture.start(approval(", MinRequiredApprovals: 2"),
                               "Outputs: {o: {Type: String, Value: '{{ after.x }}'}}\n"));
        QTRY_VERIFY(fixture.isWaiting());
        QVERIFY(!fixture.notify("Reject", "a", QStringLiteral("outside the window")));
        QCOMPARE(fixture.status(), QStringLiteral("Cancelled"));
        QCOMPARE(fixture.rows(), QStringLiteral("agree=Cancelled"));
        QCOMPARE(fixture.record().tasks[0].notifyNote(), QStringLiteral("outside the window"));
        QCOMPARE(fixture.outputs(), QStringLiteral(R"({"o":null})"));
        QCoreApplication::processEvents();
        QVERIFY(fixture.engine.cancel(fixture.id)->code.startsWith(u"ExecutionCanc"));
    }

    void anotherTaskIsNotDecided()
    {
        EngineFixture fixture;
        QVERIFY(!fixture.start(approval("")));
        QTRY_VERIFY(fixture.isWaiting());
        NotifyRequest request;
        request.executionId = fixture.id;
        request.notifyType = QStringLiteral("Approve");
        request.taskExecutionId = fixture.id + u".t0009";
        QCOMPARE(fixture.codeOf(fixture.engine.notify(request)),
                 QStringLiteral("InvalidParameter.TaskExecutionId"));
        request.executionId = QStringLiteral("exec-0");
        QCOMPARE(fixture.engine.notify(request)->httpStatus, 404);
    }

    void highRiskCallsWait()
    {
        for (const char *type : {"Approve", "Reject"}) {
            EngineFixture fixture;
            QVERIFY(
                !fixture.start(risky, {}, {}, {}, QStringLiteral("ConfirmEveryHighRiskAction")));
            QTRY_VERIFY(fixture.isWaiting());
            QCOMPARE(fixture.rows(), QStringLiteral("drop=Waiting"));
            QVERIFY(fixture.record().tasks[0].properties.json);
            QVERIFY(!fixture.notify(type));
            const bool isApproval = QByteArray(type) == "Approve";
            QTRY_COMPARE(fixture.status(),
                         isApproval ? QStringLiteral("Success") : QStringLiteral("Cancelled"));
        }
    }

    void pauseWaits()
    {
        EngineFixture fixture;
        QVERIFY(!fixture.start("- {Name: hold, Action: ACS::Pause}\n"));
        QTRY_VERIFY(fixture.isWaiting());
        QVERIFY(!fixture.notify("Approve"));
        QTRY_COMPARE(fixture.status(), QStringLiteral("Success"));
    }

    void cancelledWhileWaiting()
    {
        EngineFixture fixture;
        QVERIFY(!fixture.start(approval("")));
        QTRY_VERIFY(fixture.isWaiting());
        QVERIFY(!fixture.engine.cancel(fixture.id));
        QCOMPARE(fixture.status(), QStringLiteral("Cancelled"));
    }

    void debugStepsOneByOne()
    {
        EngineFixture fixture;
        QVERIFY(!fixture.start(approval(""), {}, {}, QStringLiteral("Debug")));
        QVERIFY(fixture.isWaiting());
        QVERIFY(fixture.record().tasks.empty());
        NotifyRequest request;
        request.executionId = fixture.id;
        request.notifyType = QStringLiteral("ExecuteTask");
        request.taskName = QStringLiteral("after");
        request.parameters = QStringLiteral(R"({"Duration":"2s"})");
        QVERIFY(!fixture.engine.notify(request));
        QTRY_VERIFY(fixture.isWaiting());
        QCOMPARE(fixture.rows(), QStringLiteral("after=Success"));
        QCOMPARE(fixture.record().tasks[0].properties.json->compact(),
                 QByteArray(R"({"Duration":"2s"})"));
        QCOMPARE(fixture.codeOf(fixture.notify("RetryTask")),
                 QStringLiteral("InvalidParameter.NotifyType"));
        request.notifyType = QStringLiteral("CompleteExecution");
        request.executionStatus = QStringLiteral("Success");
        QVERIFY(!fixture.engine.notify(request));
        QTRY_COMPARE(fixture.status(), QStringLiteral("Success"));
    }

    void failurePauseRetriesAndSkips()
    {
        EngineFixture fixture;
        QVERIFY(!fixture.start("- {Name: bad, Action: ACS::Sleep, Properties: {Duration: never}}\n"
                               "- {Name: good, Action: ACS::Sleep, Properties: {Duration: 1s}}\n",
                               {}, {}, QStringLiteral("FailurePause")));
        QTRY_VERIFY(fixture.isWaiting());
        QCOMPARE(fixture.rows(), QStringLiteral("bad=Failed"));
        QVERIFY(fixture.record().fields.statusMessage.contains(u"bad"));
        QCOMPARE(fixture.codeOf(fixture.notify("Approve")),
                 QStringLiteral("InvalidParameter.NotifyType"));
        QVERIFY(!fixture.notify("RetryTask"));
        QTRY_VERIFY(fixture.isWaiting());
        QVERIFY(!fixture.notify("SkipTask"));
        QTRY_COMPARE(fixture.status(), QStringLiteral("Success"));
        QCOMPARE(fixture.rows(), QStringLiteral("bad=Skipped good=Success"));
    }

    void preparedApprovalsGoOn()
    {
        EngineFixture fixture;
        const QString content = QString::fromUtf8("FormatVersion: OOS-2019-06-01\nTasks:\n" +
                                                  approval(", Approvers: [a]"));
        QVERIFY(!fixture.engine.addTemplate(QStringLiteral("t"), content, QStringLiteral("me(1)")));
        StartRequest request;
        request.region = QStringLiteral("cn-hangzhou");
        request.templateName = QStringLiteral("t");
        request.startedSecondsAgo = 3600;
        fixture.engine.addWaitingApproval(request, QStringLiteral("nothing"));
        QVERIFY(fixture.engine.executions().empty());
        for (int number = 0; number < 500; ++number)
            fixture.engine.addWaitingApproval(request, QStringLiteral("agree"));
        QCOMPARE(fixture.engine.executions().size(), size_t(500));
        fixture.id = fixture.engine.executions().back()->fields.id.text();
        QVERIFY(fixture.isWaiting());
        QCOMPARE(approvalTerms(fixture.record().tasks[0]).approvers.size(), size_t(1));
        QVERIFY(fixture.record().fields.updateDate.secsTo(QDateTime::currentDateTimeUtc()) >= 3599);
        QCOMPARE(fixture.notify("Approve", "b")->httpStatus, 403);
        QVERIFY(!fixture.notify("Approve", "a"));
        QTRY_COMPARE(fixture.status(), QStringLiteral("Success"));
    }
};

QTEST_GUILESS_MAIN(TestApprovals)
#include "tst_approvals.moc"
