// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/format.h"
#include "app/viewmodels/waitwords.h"

#include <QTest>

using namespace countersign;

// Expected words are those of the sketches and of rule F21: only what was read is said for certain.

namespace {

WaitSubject subject(WaitKind kind)
{
    WaitSubject made;
    made.kind = kind;
    made.taskName = QStringLiteral("removeNodes");
    made.region = RegionId(QStringLiteral("cn-hangzhou"));
    made.requiredApprovals = 1;
    return made;
}

WaitSubject deletion()
{
    WaitSubject made = subject(WaitKind::HighRisk);
    made.call = {QStringLiteral("ECS"), QStringLiteral("DeleteInstance")};
    made.targets = {QStringLiteral("i-1"), QStringLiteral("i-2"), QStringLiteral("i-3")};
    return made;
}

} // namespace

class tst_WaitWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void approval_saysWhatItCountsFor();
    void highRisk_namesCallTargetsAndRegion();
    void highRisk_notRead_claimsNothing();
    void inferred_carriesProbably();
    void otherKinds_takeNoVoteButSayWhatTheyAre();
    void failedTasks_sayWhatIsMissingAfterwards();
    void debugActs_sayWhatIsLeftBehind();
    void debugWithSafetyCheck_saysThatBothMayBeAsked();
    void child_isCertainOnlyWhenItWasRead();
    void remoteText_cannotReorderTheSentence();
    void confirm_namesActObjectAndPlace();
};

void tst_WaitWords::approval_saysWhatItCountsFor()
{
    WaitSubject one = subject(WaitKind::Approval);
    QCOMPARE(actConsequence(one, Act::Approve),
             QStringLiteral("Approve lets the run go on after task removeNodes."));
    QCOMPARE(actConsequence(one, Act::Reject), QStringLiteral("Reject ends the run as Cancelled."));
    one.requiredApprovals = 2;
    QVERIFY(actConsequence(one, Act::Approve).contains(QStringLiteral("one of 2")));
    QVERIFY(actConsequence(one, Act::Approve).contains(QStringLiteral("cannot be read")));
    one.requiredApprovals.reset();
    QVERIFY(actConsequence(one, Act::Approve).contains(QStringLiteral("could not be read")));
    QVERIFY(!releasesDanger(one, Act::Approve));
}

void tst_WaitWords::highRisk_namesCallTargetsAndRegion()
{
    const QString sentence = actConsequence(deletion(), Act::Approve);
    QVERIFY(sentence.startsWith(
        QStringLiteral("Approve lets task removeNodes call ECS DeleteInstance on 3 target")));
    QVERIFY(sentence.endsWith(QStringLiteral("in cn-hangzhou.")));
    QCOMPARE(waitHeading(deletion()), QStringLiteral("ECS DeleteInstance waits for approval"));
    QVERIFY(releasesDanger(deletion(), Act::Approve));
    QVERIFY(!releasesDanger(deletion(), Act::Reject));
    QCOMPARE(actConsequence(deletion(), Act::Reject),
             QStringLiteral("Reject probably ends the run as Cancelled."));
}

void tst_WaitWords::highRisk_notRead_claimsNothing()
{
    WaitSubject noTargets = deletion();
    noTargets.targets.clear();
    const QString sentence = actConsequence(noTargets, Act::Approve);
    QVERIFY(sentence.contains(QStringLiteral("on what could not be read")));
    QVERIFY(!sentence.contains(QLatin1Char('0')));
    WaitSubject noCall = subject(WaitKind::HighRisk);
    QVERIFY(actConsequence(noCall, Act::Approve)
                .contains(QStringLiteral("which one could not be read")));
}

void tst_WaitWords::inferred_carriesProbably()
{
    WaitSubject probable = deletion();
    probable.confidence = Confidence::Probable;
    QVERIFY(actConsequence(probable, Act::Approve).contains(QStringLiteral("probably")));
    QVERIFY(waitHeading(probable).contains(QStringLiteral("probably")));
    for (const WaitKind kind : {WaitKind::BatchPause, WaitKind::ManualPause}) {
        QVERIFY(actConsequence(subject(kind), Act::Approve).contains(QStringLiteral("probably")));
        QVERIFY(actConsequence(subject(kind), Act::Reject).contains(QStringLiteral("probably")));
    }
}

void tst_WaitWords::otherKinds_takeNoVoteButSayWhatTheyAre()
{
    for (const WaitKind kind :
         {WaitKind::DebugStep, WaitKind::FailurePause, WaitKind::InsideChild, WaitKind::Unknown}) {
        QVERIFY(actConsequence(subject(kind), Act::Approve).isEmpty());
        QVERIFY(actConsequence(subject(kind), Act::Reject).isEmpty());
        QVERIFY(!waitHeading(subject(kind)).isEmpty());
        QVERIFY(!waitExplanation(subject(kind)).isEmpty());
    }
    for (const WaitKind kind : {WaitKind::InsideChild, WaitKind::Unknown})
        QVERIFY(waitExplanation(subject(kind)).contains(QStringLiteral("web console")));
    QVERIFY(waitExplanation(subject(WaitKind::Unknown)).contains(QStringLiteral("Decide as…")));
    for (const WaitKind kind : {WaitKind::BatchPause, WaitKind::ManualPause})
        QVERIFY(waitExplanation(subject(kind)).contains(QStringLiteral("not documented")));
    QVERIFY(waitExplanation(subject(WaitKind::Approval)).isEmpty());
}

void tst_WaitWords::failedTasks_sayWhatIsMissingAfterwards()
{
    WaitSubject one = subject(WaitKind::FailurePause);
    one.failedTasks = 1;
    QCOMPARE(actConsequence(one, Act::RetryTask),
             QStringLiteral("Retry task runs task removeNodes again."));
    QVERIFY(actConsequence(one, Act::SkipTask)
                .endsWith(QStringLiteral("the task's effect will be missing.")));
    one.loopItem = QStringLiteral("{\"id\":\"#1\"}");
    QVERIFY(actConsequence(one, Act::RetryTask).contains(one.loopItem));
    QVERIFY(actConsequence(one, Act::SkipTask).contains(one.loopItem));
    WaitSubject several = subject(WaitKind::FailurePause);
    several.failedTasks = 500;
    QVERIFY(waitHeading(several).contains(QStringLiteral("500")));
    for (const Act act : {Act::RetryTask, Act::SkipTask})
        QVERIFY(actConsequence(several, act).contains(QStringLiteral("all 500")));
    // Where it is another kind, no sentence claims it.
    QVERIFY(actConsequence(subject(WaitKind::Approval), Act::SkipTask).isEmpty());
}

void tst_WaitWords::debugActs_sayWhatIsLeftBehind()
{
    WaitSubject step = subject(WaitKind::DebugStep);
    step.mode = RunMode::Debug;
    for (const Act act : {Act::ExecuteTask, Act::CancelTask, Act::CompleteExecution})
        QVERIFY(actConsequence(step, act).startsWith(actLabel(act)));
    WaitSubject approval = subject(WaitKind::Approval);
    QVERIFY(actConsequence(approval, Act::ExecuteTask).isEmpty());
    approval.mode = RunMode::Debug;
    approval.waitingApprovals = {QStringLiteral("askFirst")};
    QVERIFY(actConsequence(approval, Act::ExecuteTask)
                .contains(QStringLiteral("leaves the approval “askFirst” behind")));
    QVERIFY(waitExplanation(approval).contains(QStringLiteral("without a decision")));
    QCOMPARE(leftBehindText({QStringLiteral("y")}, QStringLiteral("x")),
             QStringLiteral("Running “x” next leaves the approval “y” behind without a decision."));
    QVERIFY(leftBehindText({QStringLiteral("y"), QStringLiteral("z")}, QStringLiteral("x"))
                .contains(QStringLiteral("2 approval")));
    QVERIFY(leftBehindText({}, QStringLiteral("x")).isEmpty());
}

void tst_WaitWords::debugWithSafetyCheck_saysThatBothMayBeAsked()
{
    WaitSubject step = deletion();
    step.kind = WaitKind::DebugStep;
    step.mode = RunMode::Debug;
    QVERIFY(actConsequence(step, Act::Approve).isEmpty());
    QVERIFY(!releasesDanger(step, Act::Approve));
    step.confirmsHighRisk = true;
    QVERIFY(actConsequence(step, Act::Approve).contains(QStringLiteral("ECS DeleteInstance")));
    QVERIFY(actConsequence(step, Act::Approve).contains(QStringLiteral("probably")));
    QVERIFY(actConsequence(step, Act::Reject).contains(QStringLiteral("probably")));
    QVERIFY(waitExplanation(step).contains(QStringLiteral("both")));
    QVERIFY(releasesDanger(step, Act::Approve));
    QVERIFY(!releasesDanger(step, Act::Reject));
}

void tst_WaitWords::child_isCertainOnlyWhenItWasRead()
{
    WaitSubject child = subject(WaitKind::InsideChild);
    QVERIFY(!waitHeading(child).contains(QStringLiteral("probably")));
    child.confidence = Confidence::Probable;
    QVERIFY(waitHeading(child).contains(QStringLiteral("probably")));
}

void tst_WaitWords::remoteText_cannotReorderTheSentence()
{
    WaitSubject hostile = subject(WaitKind::Approval);
    hostile.taskName = QString(QStringLiteral("a") + QChar(0x202E) + QStringLiteral("b\nc<b>"));
    const QString sentence = actConsequence(hostile, Act::Approve);
    QVERIFY(!sentence.contains(QChar(0x202E)));
    QVERIFY(!sentence.contains(QLatin1Char('\n')));
    QVERIFY(sentence.contains(QStringLiteral("U+202E")));
    hostile.taskName = QString(100'000, QLatin1Char('x'));
    QVERIFY(actConsequence(hostile, Act::Approve).size() < 400);
    QVERIFY(decisionConfirmText(hostile, Act::Approve, QStringLiteral("p")).size() < 300);
}

void tst_WaitWords::confirm_namesActObjectAndPlace()
{
    QCOMPARE(decisionConfirmText(deletion(), Act::Approve, QStringLiteral("acme-prod")),
             QStringLiteral("Approve task “removeNodes” in acme-prod / cn-hangzhou"));
    WaitSubject wholeRun = subject(WaitKind::Approval);
    wholeRun.taskName.clear();
    QCOMPARE(decisionConfirmText(wholeRun, Act::Reject, QStringLiteral("acme-prod")),
             QStringLiteral("Reject the whole run in acme-prod / cn-hangzhou"));
    QVERIFY(decisionHeading(deletion(), Act::Approve)
                .startsWith(QStringLiteral("Approve: ECS DeleteInstance on 3 target")));
}

QTEST_GUILESS_MAIN(tst_WaitWords)
#include "tst_waitwords.moc"
