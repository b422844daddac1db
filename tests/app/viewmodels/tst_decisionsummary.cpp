// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/decisionsummary.h"

#include <QTest>

#include <functional>

using namespace countersign;

namespace {

DecisionRecord record(Act act)
{
    DecisionRecord made;
    made.id = newDecisionId();
    made.act = act;
    made.where.place = {ProfileId(QStringLiteral("p")), RegionId(QStringLiteral("cn-hangzhou"))};
    made.where.profileAlias = QStringLiteral("acme-prod");
    made.where.accountId = QStringLiteral("2000000000000042");
    made.where.actor = QStringLiteral("li.wei");
    made.executionId = ExecutionId(QStringLiteral("exec-7f3a9c20b1d84e5f93"));
    made.kind = WaitKind::Approval;
    made.frozenAt = QDateTime(QDate(2026, 11, 25), QTime(10, 30), Qt::UTC);
    switch (act) {
    case Act::RetryTask:
    case Act::SkipTask:
        made.taskExecutionIds = {TaskExecutionId(QStringLiteral("exec-7f3a.t1")),
                                 TaskExecutionId(QStringLiteral("exec-7f3a.t2"))};
        break;
    case Act::ExecuteTask:
        made.nextTaskName = QStringLiteral("deploy");
        made.loopItem = QStringLiteral("i-1");
        break;
    case Act::CompleteExecution:
        made.executionStatus = QStringLiteral("Failed");
        break;
    case Act::CancelExecution:
        break;
    default:
        made.taskExecutionId = TaskExecutionId(QStringLiteral("exec-7f3a.t0002"));
        made.taskName = QStringLiteral("askFirst");
    }
    return made;
}

DecisionSummary drawn(const DecisionRecord &of)
{
    if (of.act == Act::RetryTask || of.act == Act::SkipTask) {
        DecisionObject object;
        object.subject = subjectOf(of);
        object.rows.resize(2);
        return summaryOf(of, object);
    }
    return summaryOf(of, subjectOf(of));
}

using Change = std::function<void(DecisionRecord &)>;

} // namespace

//! D09 of security.md: what is drawn is what would be sent.
class tst_DecisionSummary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyAct_isDrawnAsItIsSent_data();
    void everyAct_isDrawnAsItIsSent();
    void changedAfterDrawing_isNoticed_data();
    void changedAfterDrawing_isNoticed();
    void drawnText_holdsEverything();
    void omittedTaskId_isSaid();
};

Q_DECLARE_METATYPE(Change)

void tst_DecisionSummary::everyAct_isDrawnAsItIsSent_data()
{
    QTest::addColumn<Act>("act");
    for (const Act act :
         {Act::Approve, Act::Reject, Act::RetryTask, Act::SkipTask, Act::ExecuteTask,
          Act::CancelTask, Act::CompleteExecution, Act::CancelExecution})
        QTest::addRow("act %d", static_cast<int>(act)) << act;
}

void tst_DecisionSummary::everyAct_isDrawnAsItIsSent()
{
    QFETCH(Act, act);
    const DecisionRecord made = record(act);
    QCOMPARE(firstNotDrawn(made, drawn(made)), QString());
}

void tst_DecisionSummary::changedAfterDrawing_isNoticed_data()
{
    QTest::addColumn<Act>("act");
    QTest::addColumn<Change>("change");
    const auto add = [](const char *name, Act act, Change change) {
        QTest::newRow(name) << act << change;
    };
    add("account", Act::Approve,
        [](DecisionRecord &of) { of.where.accountId = QStringLiteral("2000000000000043"); });
    add("region", Act::Approve,
        [](DecisionRecord &of) { of.where.place.region = RegionId(QStringLiteral("cn-beijing")); });
    add("profile", Act::Approve,
        [](DecisionRecord &of) { of.where.profileAlias = QStringLiteral("acme-test"); });
    add("actor", Act::Approve,
        [](DecisionRecord &of) { of.where.actor = QStringLiteral("anna.k"); });
    add("kind of actor", Act::Approve,
        [](DecisionRecord &of) { of.where.actorKind = ActorKind::Role; });
    add("actor not verified", Act::Approve,
        [](DecisionRecord &of) { of.where.actorVerifiedAt = of.frozenAt.addDays(-1); });
    add("act", Act::Approve, [](DecisionRecord &of) { of.act = Act::Reject; });
    add("act of the run", Act::CancelExecution, [](DecisionRecord &of) { of.act = Act::Approve; });
    add("execution", Act::Approve, [](DecisionRecord &of) {
        of.executionId = ExecutionId(QStringLiteral("exec-7f3a9c20b1d84e5f94"));
    });
    add("task", Act::Approve, [](DecisionRecord &of) {
        of.taskExecutionId = TaskExecutionId(QStringLiteral("exec-7f3a.t0003"));
    });
    add("task gone", Act::Approve, [](DecisionRecord &of) { of.taskExecutionId = {}; });
    add("task id left out", Act::Approve, [](DecisionRecord &of) { of.omitsTaskId = true; });
    add("one more row", Act::RetryTask, [](DecisionRecord &of) {
        of.taskExecutionIds.push_back(TaskExecutionId(QStringLiteral("exec-7f3a.t3")));
    });
    add("one row less", Act::SkipTask, [](DecisionRecord &of) { of.taskExecutionIds.pop_back(); });
    add("no row", Act::SkipTask, [](DecisionRecord &of) { of.taskExecutionIds.clear(); });
    add("next task", Act::ExecuteTask,
        [](DecisionRecord &of) { of.nextTaskName = QStringLiteral("destroy"); });
    add("no next task", Act::ExecuteTask, [](DecisionRecord &of) { of.nextTaskName.clear(); });
    add("loop item", Act::ExecuteTask,
        [](DecisionRecord &of) { of.loopItem = QStringLiteral("i-2"); });
    add("end state", Act::CompleteExecution,
        [](DecisionRecord &of) { of.executionStatus = QStringLiteral("Success"); });
}

void tst_DecisionSummary::changedAfterDrawing_isNoticed()
{
    QFETCH(Act, act);
    QFETCH(Change, change);
    DecisionRecord made = record(act);
    const DecisionSummary summary = drawn(made);
    change(made);
    QVERIFY(!firstNotDrawn(made, summary).isEmpty());
}

void tst_DecisionSummary::drawnText_holdsEverything()
{
    DecisionSummary summary;
    summary.placeText = QStringLiteral("the place");
    summary.heading = QStringLiteral("the heading");
    summary.cautions = {QStringLiteral("a caution")};
    summary.consequence = QStringLiteral("the consequence");
    summary.targets = {QStringLiteral("i-1"), QStringLiteral("i-2")};
    summary.facts = {{QStringLiteral("Execution"), QStringLiteral("exec-1"), {}}};
    summary.friction.ticks = {QStringLiteral("a tick")};
    summary.friction.typedQuestion = QStringLiteral("a question");
    summary.friction.typedAnswer = QStringLiteral("not drawn");
    summary.confirmText = QStringLiteral("the button");
    QCOMPARE(drawnText(summary, QStringLiteral("a note [cs k3f9q2x7aa]")),
             QStringLiteral("the place\nthe heading\nthe consequence\ni-1\ni-2\na caution\n"
                            "Execution: exec-1\na tick\na question\na note [cs k3f9q2x7aa]\n"
                            "the button"));
}

void tst_DecisionSummary::omittedTaskId_isSaid()
{
    DecisionRecord made = record(Act::Approve);
    made.omitsTaskId = true;
    const DecisionSummary summary = drawn(made);
    QCOMPARE(firstNotDrawn(made, summary), QString());
    QVERIFY(!requestParameters(made).contains(QStringLiteral("TaskExecutionId")));
    QVERIFY(drawnText(summary, {}).contains(QStringLiteral("not named in the request")));
}

QTEST_GUILESS_MAIN(tst_DecisionSummary)
#include "tst_decisionsummary.moc"
