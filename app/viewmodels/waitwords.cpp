// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/waitwords.h"

#include "app/domain/displaytext.h"
#include "app/domain/format.h"

#include <QCoreApplication>

namespace countersign {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(WaitWords)
};

QString callText(const ProductCall &call)
{
    return safeLine(QString(call.service + QLatin1Char(' ') + call.api));
}

bool isProbable(const WaitSubject &subject)
{
    return subject.confidence == Confidence::Probable;
}

QString approvalHeading(const WaitSubject &subject, const QString &task)
{
    if (task.isEmpty())
        return Words::tr("This run waits for approval");
    if (isProbable(subject))
        return Words::tr("Task “%1” probably waits for approval").arg(task);
    return Words::tr("Task “%1” waits for approval").arg(task);
}

QString highRiskHeading(const WaitSubject &subject, const QString &task)
{
    if (!subject.call.isEmpty() && isProbable(subject))
        return Words::tr("%1 probably waits for approval").arg(callText(subject.call));
    if (!subject.call.isEmpty())
        //: %1 is a product and its API, such as ECS DeleteInstance
        return Words::tr("%1 waits for approval").arg(callText(subject.call));
    if (task.isEmpty())
        return Words::tr("This run probably waits for approval of a high-risk call");
    return Words::tr("Task “%1” probably waits for approval of a high-risk call").arg(task);
}

QString batchHeading(const WaitSubject &subject, const QString &task)
{
    if (task.isEmpty())
        return Words::tr("This run probably waits between two batches");
    if (isProbable(subject))
        return Words::tr("Task “%1” probably waits between two batches").arg(task);
    return Words::tr("Task “%1” waits between two batches").arg(task);
}

QString approveApproval(const WaitSubject &subject, const QString &task)
{
    if (task.isEmpty())
        return Words::tr(
            "Approve answers whatever this run waits for: which task it is could not be "
            "read.");
    if (!subject.requiredApprovals)
        return Words::tr("Approve lets the run go on after task %1, or counts as one of several "
                         "approvals: how many it needs could not be read.")
            .arg(task);
    if (*subject.requiredApprovals > 1)
        //: %n is at least 2
        return Words::tr("Approve counts as one of %n approval(s) that task %1 needs; how many are "
                         "given already cannot be read.",
                         nullptr, static_cast<int>(*subject.requiredApprovals))
            .arg(task);
    return Words::tr("Approve lets the run go on after task %1.").arg(task);
}

QString approveCallOnTargets(const WaitSubject &subject, const QString &task)
{
    const auto count = static_cast<int>(subject.targets.size());
    const QString call = callText(subject.call);
    const QString region = safeLine(subject.region.text());
    if (isProbable(subject))
        return Words::tr("Approve probably lets task %1 call %2 on %n target(s) in %3.", nullptr,
                         count)
            .arg(task, call, region);
    //: %1 is a task, %2 a product and its API, %3 a region
    return Words::tr("Approve lets task %1 call %2 on %n target(s) in %3.", nullptr, count)
        .arg(task, call, region);
}

QString approveHighRisk(const WaitSubject &subject, const QString &task)
{
    if (subject.call.isEmpty())
        return Words::tr("Approve probably lets the run make a high-risk call: which one could not "
                         "be read.");
    if (!subject.targets.empty())
        return approveCallOnTargets(subject, task);
    const QString call = callText(subject.call);
    const QString region = safeLine(subject.region.text());
    if (isProbable(subject))
        return Words::tr("Approve probably lets task %1 call %2 in %3: on what could not be read.")
            .arg(task, call, region);
    return Words::tr("Approve lets task %1 call %2 in %3: on what could not be read.")
        .arg(task, call, region);
}

QString approveConsequence(const WaitSubject &subject, const QString &task)
{
    switch (subject.kind) {
    case WaitKind::Approval:
        return approveApproval(subject, task);
    case WaitKind::HighRisk:
        return approveHighRisk(subject, task);
    case WaitKind::BatchPause:
        return task.isEmpty()
                   ? Words::tr("Approve probably lets the run go on with its next batch.")
                   : Words::tr("Approve probably lets task %1 go on with its next batch.")
                         .arg(task);
    case WaitKind::ManualPause:
        return task.isEmpty()
                   ? Words::tr("Approve probably lets the run go on.")
                   : Words::tr("Approve probably lets the run go on after task %1.").arg(task);
    case WaitKind::DebugStep:
    case WaitKind::FailurePause:
    case WaitKind::InsideChild:
    case WaitKind::Unknown:
        return {};
    }
    return {};
}

QString rejectConsequence(const WaitSubject &subject)
{
    switch (subject.kind) {
    case WaitKind::Approval:
        return Words::tr("Reject ends the run as Cancelled.");
    case WaitKind::HighRisk:
    case WaitKind::BatchPause:
    case WaitKind::ManualPause:
        return Words::tr("Reject probably ends the run as Cancelled.");
    case WaitKind::DebugStep:
    case WaitKind::FailurePause:
    case WaitKind::InsideChild:
    case WaitKind::Unknown:
        return {};
    }
    return {};
}

QString retryConsequence(const WaitSubject &subject, const QString &task)
{
    if (subject.failedTasks > 1)
        return Words::tr("Retry task runs failed tasks again: one, several or all %n of them.",
                         nullptr, subject.failedTasks);
    if (task.isEmpty())
        return Words::tr("Retry task runs failed tasks again.");
    if (!subject.loopItem.isEmpty())
        //: %1 is a task, %2 an item of its loop
        return Words::tr("Retry task runs task %1 again for its item %2.")
            .arg(task, safeLine(subject.loopItem, 80));
    return Words::tr("Retry task runs task %1 again.").arg(task);
}

QString skipConsequence(const WaitSubject &subject, const QString &task)
{
    if (subject.failedTasks > 1)
        return Words::tr("Skip task lets the run go on without failed tasks, one, several or all "
                         "%n of them: their effect will be missing.",
                         nullptr, subject.failedTasks);
    if (task.isEmpty())
        return Words::tr("Skip task lets the run go on without failed tasks: their effect will be "
                         "missing.");
    if (!subject.loopItem.isEmpty())
        //: %1 is a task, %2 an item of its loop
        return Words::tr("Skip task lets the run go on without task %1 for its item %2: the task's "
                         "effect will be missing.")
            .arg(task, safeLine(subject.loopItem, 80));
    return Words::tr("Skip task lets the run go on without task %1: the task's effect will be "
                     "missing.")
        .arg(task);
}

//! Only where the kind is its own; for another kind the act is one that was asked for.
QString failureConsequence(const WaitSubject &subject, Act act, const QString &task)
{
    if (subject.kind != WaitKind::FailurePause)
        return {};
    return act == Act::RetryTask ? retryConsequence(subject, task) : skipConsequence(subject, task);
}

QString debugConsequence(const WaitSubject &subject, Act act)
{
    if (subject.kind != WaitKind::DebugStep && subject.mode != RunMode::Debug)
        return {};
    if (act == Act::ExecuteTask) {
        const QString left = leftBehindText(subject.waitingApprovals, {});
        return left.isEmpty() ? Words::tr("Run task runs the task of the template that you choose, "
                                          "and nothing else.")
                              : left;
    }
    if (act == Act::CancelTask)
        return Words::tr("Cancel task probably ends the task that is under way as Cancelled; the "
                         "run stays open.");
    return Words::tr("End execution ends the whole run as Success or Failed, as you choose: tasks "
                     "that have not run are not run.");
}

QString inDebugRun(const WaitSubject &subject)
{
    if (subject.mode != RunMode::Debug)
        return {};
    return Words::tr("This is a Debug run: another task can be run instead, which leaves the "
                     "approval behind without a decision.");
}

} // namespace

QString leftBehindText(const std::vector<QString> &approvals, const QString &next)
{
    if (approvals.empty())
        return {};
    const QString first = safeLine(approvals.front(), 80);
    const QString task = safeLine(next, 80);
    const auto count = static_cast<int>(approvals.size());
    if (task.isEmpty())
        return count == 1
                   ? Words::tr("Running another task next leaves the approval “%1” behind without "
                               "a decision.")
                         .arg(first)
                   : Words::tr("Running another task next leaves %n approval(s) behind without a "
                               "decision, the first of them “%1”.",
                               nullptr, count)
                         .arg(first);
    if (count > 1)
        //: %1 is a task that is to run, %2 an approval
        return Words::tr("Running “%1” next leaves %n approval(s) behind without a decision, the "
                         "first of them “%2”.",
                         nullptr, count)
            .arg(task, first);
    //: %1 is a task that is to run, %2 an approval
    return Words::tr("Running “%1” next leaves the approval “%2” behind without a decision.")
        .arg(task, first);
}

QString waitHeading(const WaitSubject &subject)
{
    const QString task = safeLine(subject.taskName, 80);
    switch (subject.kind) {
    case WaitKind::Approval:
        return approvalHeading(subject, task);
    case WaitKind::HighRisk:
        return highRiskHeading(subject, task);
    case WaitKind::DebugStep:
        return Words::tr("A Debug run waits for its next step");
    case WaitKind::FailurePause:
        if (subject.failedTasks > 1)
            return Words::tr("This run paused because %n task(s) failed", nullptr,
                             subject.failedTasks);
        return task.isEmpty() ? Words::tr("This run paused because a task failed")
                              : Words::tr("This run paused because task “%1” failed").arg(task);
    case WaitKind::BatchPause:
        return batchHeading(subject, task);
    case WaitKind::ManualPause:
        return task.isEmpty() ? Words::tr("A task pauses this run")
                              : Words::tr("Task “%1” pauses this run").arg(task);
    case WaitKind::InsideChild:
        if (task.isEmpty())
            return Words::tr("A run inside this one probably waits");
        return isProbable(subject) ? Words::tr("The run inside task “%1” probably waits").arg(task)
                                   : Words::tr("The run inside task “%1” waits").arg(task);
    case WaitKind::Unknown:
        break;
    }
    return Words::tr("This run waits: what for cannot be told");
}

QString actConsequence(const WaitSubject &subject, Act act)
{
    const QString task = safeLine(subject.taskName, 80);
    switch (act) {
    case Act::Approve:
        return approveConsequence(subject, task);
    case Act::Reject:
        return rejectConsequence(subject);
    case Act::CancelExecution:
        return Words::tr(
            "Cancel execution ends the whole run as Cancelled: tasks that have not begun "
            "are not run.");
    case Act::RetryTask:
    case Act::SkipTask:
        return failureConsequence(subject, act, task);
    case Act::ExecuteTask:
    case Act::CancelTask:
    case Act::CompleteExecution:
        return debugConsequence(subject, act);
    }
    return {};
}

QString waitExplanation(const WaitSubject &subject)
{
    switch (subject.kind) {
    case WaitKind::DebugStep:
        return Words::tr("In Debug mode the run waits before each task until someone runs it or "
                         "another one, or ends the run.");
    case WaitKind::FailurePause:
        return Words::tr("The run waits until someone retries or skips what failed.");
    case WaitKind::BatchPause:
    case WaitKind::ManualPause:
        return Words::tr("Which decision ends such a pause is not documented: Approve and Reject "
                         "are the probable ones.");
    case WaitKind::InsideChild:
        return Words::tr(
            "The wait belongs to a child run and is decided there: it has a row of its "
            "own, or open the run in the web console.");
    case WaitKind::Unknown:
        return Words::tr(
            "Nothing that was read tells what the run waits for. Look at its tasks and its "
            "log below, or open it in the web console. “Decide as…” lets you say what it is.");
    case WaitKind::Approval:
        return inDebugRun(subject);
    case WaitKind::HighRisk:
        break;
    }
    return {};
}

bool releasesDanger(const WaitSubject &subject, Act act)
{
    return act == Act::Approve && subject.kind == WaitKind::HighRisk;
}

QString decisionHeading(const WaitSubject &subject, Act act)
{
    const QString word = actLabel(act);
    if (act == Act::CancelExecution || subject.taskName.isEmpty())
        return Words::tr("%1: the whole run").arg(word);
    if (subject.call.isEmpty())
        return Words::tr("%1: task “%2”").arg(word, safeLine(subject.taskName, 80));
    const QString call = callText(subject.call);
    if (subject.targets.empty())
        return Words::tr("%1: %2").arg(word, call);
    //: %1 is an act such as Approve, %2 a product and its API such as ECS DeleteInstance
    return Words::tr("%1: %2 on %n target(s)", nullptr, static_cast<int>(subject.targets.size()))
        .arg(word, call);
}

QString decisionConfirmText(const WaitSubject &subject, Act act, const QString &alias)
{
    const QString place =
        QString(safeLine(alias, 40) + QStringLiteral(" / ") + safeLine(subject.region.text(), 40));
    if (act == Act::CancelExecution)
        //: %1 is the act Cancel execution, %2 an account and a region
        return Words::tr("%1 in %2").arg(actLabel(act), place);
    if (subject.taskName.isEmpty())
        //: %1 is an act such as Approve, %2 an account and a region
        return Words::tr("%1 the whole run in %2").arg(actLabel(act), place);
    //: %1 is an act such as Approve, %2 a task, %3 an account and a region
    return Words::tr("%1 task “%2” in %3")
        .arg(actLabel(act), safeLine(subject.taskName, 60), place);
}

} // namespace countersign
