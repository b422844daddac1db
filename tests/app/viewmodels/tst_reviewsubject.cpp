// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/reviewsubject.h"
#include "app/viewmodels/reviewwords.h"

#include <QTest>

using namespace countersign;

// Required reads are those of security.md D10; what a guess may do is rule F20.

namespace {

Error forbidden()
{
    Error error;
    error.kind = Error::Kind::Forbidden;
    error.code = QStringLiteral("User.NoPermission");
    return error;
}

ReviewFacts approvalFacts()
{
    ReviewFacts facts;
    facts.row.id = {{ProfileId(QStringLiteral("p")), RegionId(QStringLiteral("cn-hangzhou"))},
                    ExecutionId(QStringLiteral("exec-1")),
                    TaskExecutionId(QStringLiteral("t1"))};
    facts.row.kind = WaitKind::Approval;
    Execution execution;
    execution.id = facts.row.id.executionId;
    execution.status = RunStatus::Waiting;
    execution.mode = RunMode::Automatic;
    execution.templateName = QStringLiteral("ask");
    facts.execution.value = execution;
    TaskExecution row;
    row.id = facts.row.id.taskExecutionId;
    row.taskName = QStringLiteral("askFirst");
    row.taskAction = QStringLiteral("ACS::Approve");
    row.status = RunStatus::Waiting;
    row.properties.json = Json::parse(R"({"Approvers":["li.wei"],"MinRequiredApprovals":2})").json;
    facts.tasks.value = {row};
    facts.templateText.value = ExecutionTemplate{};
    facts.riskyTasks.value.emplace();
    facts.log.value.emplace();
    return facts;
}

ReviewStanding ready()
{
    ReviewStanding standing;
    standing.hasAccount = true;
    standing.isUnlocked = true;
    return standing;
}

} // namespace

class tst_ReviewSubject : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void approval_withEverything_canBeDecided();
    void approval_neverRequired_listsAndLog();
    void approval_missingRequiredRead_saysWhich_data();
    void approval_missingRequiredRead_saysWhich();
    void approval_missingTemplate_leavesRejectOpen();
    void highRisk_withoutItsCall_hasAPathOfItsOwn();
    void ownRun_isClosedWhereItIsCertain_data();
    void ownRun_isClosedWhereItIsCertain();
    void approval_oldValueWhileRefreshFails_staysDecidable();
    void severalRowsNoneChosen_isRefused();
    void noWaitingRow_decidesForTheRun();
    void openDecision_standsInTheWay();
    void approverList_warnsButNeverDisables();
    void debugStep_offersItsOwnActs();
    void failurePauseOfRun_isAboutItsFailedRows();
    void approvalInDebug_namesWhatIsPassedOver();
    void over_whenRowOrRunMoved();
    void failurePause_lastsWhileItsRowIsFailed();
    void notRead_namesTheRight();
};

void tst_ReviewSubject::approval_withEverything_canBeDecided()
{
    const ReviewFacts facts = approvalFacts();
    for (const Act act : {Act::Approve, Act::Reject}) {
        QVERIFY(isOffered(act, facts));
        QVERIFY(!obstacleTo(act, facts, ready()));
    }
    QCOMPARE(subjectOf(facts).requiredApprovals, std::optional<qint64>(2));
    QCOMPARE(subjectOf(facts).taskName, QStringLiteral("askFirst"));
}

void tst_ReviewSubject::approval_neverRequired_listsAndLog()
{
    ReviewFacts facts = approvalFacts();
    facts.riskyTasks = {};
    facts.riskyTasks.error = forbidden();
    facts.log = {};
    facts.log.error = forbidden();
    QVERIFY(!obstacleTo(Act::Approve, facts, ready()));
    QCOMPARE(notReadOperations(facts).size(), std::size_t(2));
}

void tst_ReviewSubject::approval_missingRequiredRead_saysWhich_data()
{
    QTest::addColumn<int>("which");
    QTest::addColumn<QString>("word");
    QTest::newRow("run") << 0 << QStringLiteral("run");
    QTest::newRow("tasks") << 1 << QStringLiteral("tasks");
    QTest::newRow("template") << 2 << QStringLiteral("template");
}

void tst_ReviewSubject::approval_missingRequiredRead_saysWhich()
{
    QFETCH(int, which);
    QFETCH(QString, word);
    ReviewFacts pending = approvalFacts();
    if (which == 0)
        pending.execution.value.reset();
    else if (which == 1)
        pending.tasks.value.reset();
    else
        pending.templateText.value.reset();
    const auto waiting = obstacleTo(Act::Approve, pending, ready());
    QVERIFY(waiting && waiting->contains(word) && waiting->contains(QStringLiteral("still")));
    if (which == 0)
        pending.execution.error = forbidden();
    else if (which == 1)
        pending.tasks.error = forbidden();
    else
        pending.templateText.error = forbidden();
    const auto failed = obstacleTo(Act::Approve, pending, ready());
    QVERIFY(failed && failed->contains(word) &&
            failed->contains(QStringLiteral("could not be read")));
    QVERIFY(failed->endsWith(QLatin1Char('.')));
}

//! F12: to stop something nobody need have seen what it would have done.
void tst_ReviewSubject::approval_missingTemplate_leavesRejectOpen()
{
    ReviewFacts facts = approvalFacts();
    facts.templateText = {};
    facts.templateText.error = forbidden();
    QVERIFY(obstacleTo(Act::Approve, facts, ready()));
    QVERIFY(!obstacleUnseen(Act::Approve, facts, ready()));
    for (const Act act :
         {Act::Reject, Act::CancelTask, Act::CompleteExecution, Act::CancelExecution}) {
        QVERIFY(!obstacleTo(act, facts, ready()));
        QVERIFY(unseenOf(act, facts).empty());
    }
    for (const Act act : {Act::Approve, Act::RetryTask, Act::SkipTask, Act::ExecuteTask})
        QCOMPARE(unseenOf(act, facts), std::vector<Unseen>{Unseen::Template});
}

void tst_ReviewSubject::highRisk_withoutItsCall_hasAPathOfItsOwn()
{
    ReviewFacts facts = approvalFacts();
    facts.row.kind = WaitKind::HighRisk;
    facts.execution.value->safetyCheck = QStringLiteral("ConfirmEveryHighRiskAction");
    facts.tasks.value->front().taskAction = QStringLiteral("ACS::ExecuteAPI");
    facts.tasks.value->front().properties = {};
    facts.riskyTasks.value->push_back({});
    facts.templateProblem.reason = QStringLiteral("not a template");
    QCOMPARE(waitOf(facts).kind, WaitKind::HighRisk);
    const auto obstacle = obstacleTo(Act::Approve, facts, ready());
    QVERIFY(obstacle && obstacle->contains(QStringLiteral("Which call")));
    QVERIFY(!obstacleUnseen(Act::Approve, facts, ready()));
    QCOMPARE(unseenOf(Act::Approve, facts), std::vector<Unseen>{Unseen::Call});
    QVERIFY(!obstacleTo(Act::Reject, facts, ready()));
    // Not known yet is not unreadable.
    facts.templateProblem = {};
    QVERIFY(obstacleUnseen(Act::Approve, facts, ready()));
    QVERIFY(unseenOf(Act::Approve, facts).empty());
}

void tst_ReviewSubject::ownRun_isClosedWhereItIsCertain_data()
{
    QTest::addColumn<OwnRequest>("own");
    QTest::addColumn<OwnRequests>("policy");
    QTest::addColumn<bool>("isClosed");
    QTest::newRow("own, warn") << OwnRequest::Yes << OwnRequests::Warn << false;
    QTest::newRow("own, one more step") << OwnRequest::Yes << OwnRequests::ExtraStep << false;
    QTest::newRow("own, block") << OwnRequest::Yes << OwnRequests::Block << true;
    QTest::newRow("cannot tell, block") << OwnRequest::CannotTell << OwnRequests::Block << false;
    QTest::newRow("not own, block") << OwnRequest::No << OwnRequests::Block << false;
}

void tst_ReviewSubject::ownRun_isClosedWhereItIsCertain()
{
    QFETCH(OwnRequest, own);
    QFETCH(OwnRequests, policy);
    QFETCH(bool, isClosed);
    ReviewStanding standing = ready();
    standing.own = own;
    standing.ownPolicy = policy;
    QCOMPARE(obstacleTo(Act::Approve, approvalFacts(), standing).has_value(), isClosed);
    QCOMPARE(obstacleUnseen(Act::Approve, approvalFacts(), standing).has_value(), isClosed);
    QVERIFY(!obstacleTo(Act::Reject, approvalFacts(), standing));
    QCOMPARE(standing.isOwnExtraStep(Act::Approve),
             own == OwnRequest::Yes && policy != OwnRequests::Warn);
}

void tst_ReviewSubject::approval_oldValueWhileRefreshFails_staysDecidable()
{
    ReviewFacts facts = approvalFacts();
    facts.execution.error = forbidden();
    QVERIFY(!obstacleTo(Act::Approve, facts, ready()));
}

void tst_ReviewSubject::severalRowsNoneChosen_isRefused()
{
    ReviewFacts facts = approvalFacts();
    facts.row.id.taskExecutionId = {};
    TaskExecution second = facts.tasks.value->front();
    second.id = TaskExecutionId(QStringLiteral("t2"));
    facts.tasks.value->push_back(second);
    QVERIFY(!facts.boundRow());
    const auto obstacle = obstacleTo(Act::Approve, facts, ready());
    QVERIFY(obstacle && obstacle->contains(QStringLiteral("choose one")));
}

void tst_ReviewSubject::noWaitingRow_decidesForTheRun()
{
    ReviewFacts facts = approvalFacts();
    facts.row.id.taskExecutionId = {};
    facts.tasks.value->clear();
    QVERIFY(!facts.boundRow());
    QVERIFY(!isOver(facts));
}

void tst_ReviewSubject::openDecision_standsInTheWay()
{
    ReviewStanding standing = ready();
    standing.hasOpenDecision = true;
    QVERIFY(obstacleTo(Act::Approve, approvalFacts(), standing));
    standing = ready();
    standing.isUnlocked = false;
    QVERIFY(obstacleTo(Act::Approve, approvalFacts(), standing));
    standing = ready();
    standing.hasAccount = false;
    QVERIFY(obstacleTo(Act::Approve, approvalFacts(), standing));
}

void tst_ReviewSubject::approverList_warnsButNeverDisables()
{
    ReviewStanding standing = ready();
    standing.actor = QStringLiteral("somebody.else");
    standing.isActorKnown = true;
    QVERIFY(!obstacleTo(Act::Approve, approvalFacts(), standing));
    bool isSaid = false;
    for (const LabelledFact &fact :
         reviewFacts(approvalFacts(), standing, QDateTime::currentDateTimeUtc()))
        isSaid = isSaid || fact.value.contains(QStringLiteral("you are not one of them"));
    QVERIFY(isSaid);
}

void tst_ReviewSubject::debugStep_offersItsOwnActs()
{
    ReviewFacts facts = approvalFacts();
    facts.tasks.value->front().taskAction = QStringLiteral("ACS::ExecuteAPI");
    facts.execution.value->mode = RunMode::Debug;
    QCOMPARE(waitOf(facts).kind, WaitKind::DebugStep);
    QVERIFY(!isOffered(Act::Approve, facts));
    QVERIFY(!isOffered(Act::Reject, facts));
    QVERIFY(!isOffered(Act::RetryTask, facts));
    for (const Act act :
         {Act::ExecuteTask, Act::CancelTask, Act::CompleteExecution, Act::CancelExecution}) {
        QVERIFY(isOffered(act, facts));
        QVERIFY(!obstacleTo(act, facts, ready()));
    }
}

void tst_ReviewSubject::failurePauseOfRun_isAboutItsFailedRows()
{
    ReviewFacts facts = approvalFacts();
    facts.row.id.taskExecutionId = {};
    facts.row.kind = WaitKind::FailurePause;
    facts.execution.value->mode = RunMode::FailurePause;
    TaskExecution failed;
    failed.id = TaskExecutionId(QStringLiteral("t7"));
    failed.taskName = QStringLiteral("patch");
    failed.taskAction = QStringLiteral("ACS::ExecuteAPI");
    failed.loopItem = QStringLiteral("i-7");
    failed.status = RunStatus::Failed;
    facts.tasks.value->push_back(failed);
    // The approval that waits beside it is another wait.
    QCOMPARE(facts.boundRow()->id, failed.id);
    QCOMPARE(waitOf(facts).kind, WaitKind::FailurePause);
    QCOMPARE(subjectOf(facts).loopItem, failed.loopItem);
    QVERIFY(!isOver(facts));
    for (const Act act : {Act::RetryTask, Act::SkipTask}) {
        QVERIFY(isOffered(act, facts));
        QVERIFY(!obstacleTo(act, facts, ready()));
    }
    QVERIFY(!isOffered(Act::Approve, facts));

    failed.id = TaskExecutionId(QStringLiteral("t8"));
    failed.loopItem = QStringLiteral("i-8");
    facts.tasks.value->push_back(failed);
    QVERIFY(!facts.boundRow());
    QCOMPARE(waitOf(facts).failed.size(), std::size_t(2));
    QCOMPARE(subjectOf(facts).failedTasks, 2);
    QVERIFY(isOffered(Act::RetryTask, facts));
    QVERIFY(!obstacleTo(Act::RetryTask, facts, ready()));

    for (TaskExecution &task : *facts.tasks.value) {
        if (task.status == RunStatus::Failed)
            task.status = RunStatus::Skipped;
    }
    QVERIFY(isOver(facts));
}

void tst_ReviewSubject::approvalInDebug_namesWhatIsPassedOver()
{
    ReviewFacts facts = approvalFacts();
    facts.execution.value->mode = RunMode::Debug;
    QCOMPARE(waitOf(facts).kind, WaitKind::Approval);
    QVERIFY(isOffered(Act::Approve, facts));
    QVERIFY(!isOffered(Act::ExecuteTask, facts));
    QCOMPARE(standingOf(actFactsOf(facts), Act::ExecuteTask).offer, Offer::OnRequest);
    QCOMPARE(standingOf(actFactsOf(facts), Act::SkipTask).offer, Offer::Absent);
    QCOMPARE(subjectOf(facts).waitingApprovals, std::vector<QString>{QStringLiteral("askFirst")});
}

void tst_ReviewSubject::over_whenRowOrRunMoved()
{
    ReviewFacts facts = approvalFacts();
    QVERIFY(!isOver(facts));
    facts.execution.value->status = RunStatus::Running; // another branch runs, this row waits
    QVERIFY(!isOver(facts));
    facts.tasks.value->front().status = RunStatus::Success;
    QVERIFY(isOver(facts));
    QVERIFY(obstacleTo(Act::Approve, facts, ready()));
    ReviewFacts gone = approvalFacts();
    gone.isMissing = true;
    QVERIFY(isOver(gone));
}

void tst_ReviewSubject::failurePause_lastsWhileItsRowIsFailed()
{
    ReviewFacts facts = approvalFacts();
    facts.row.kind = WaitKind::FailurePause;
    facts.execution.value->mode = RunMode::FailurePause;
    TaskExecution &row = facts.tasks.value->front();
    row.taskAction = QStringLiteral("ACS::ExecuteAPI");
    row.status = RunStatus::Failed;
    QVERIFY(!isOver(facts));
    TaskExecution retry = row;
    retry.id = TaskExecutionId(QStringLiteral("t2"));
    retry.status = RunStatus::Running;
    facts.tasks.value->push_back(retry);
    facts.execution.value->status = RunStatus::Running;
    QVERIFY(isOver(facts));
}

void tst_ReviewSubject::notRead_namesTheRight()
{
    ReviewFacts facts = approvalFacts();
    facts.riskyTasks = {};
    facts.riskyTasks.error = forbidden();
    facts.log = {};
    facts.log.error = forbidden();
    const auto sentences = notReadSentences(facts);
    QCOMPARE(sentences.size(), std::size_t(2));
    QVERIFY(sentences[0].contains(QStringLiteral("oos:ListExecutionRiskyTasks")));
    QVERIFY(sentences[1].contains(QStringLiteral("oos:ListExecutionLogs")));
}

QTEST_GUILESS_MAIN(tst_ReviewSubject)
#include "tst_reviewsubject.moc"
