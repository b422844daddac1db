// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/outcomewords.h"

#include "app/domain/displaytext.h"
#include "app/domain/format.h"
#include "app/flows/renewalrule.h"
#include "app/models/actorwords.h"
#include "app/models/sentences.h"
#include "app/viewmodels/errortext.h"
#include "app/viewmodels/journalwords.h"
#include "app/viewmodels/timewords.h"

#include <QCoreApplication>
#include <QStringList>

namespace countersign {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(OutcomeWords)
};

using Stop = DecisionProgress::Stop;

//! `error` is why no other keys were to be had; nothing, or that they have ended: none were asked
//! for.
QString expiredReason(const std::optional<Error> &error)
{
    if (!error || isEndOfKeys(*error))
        return Words::tr("The credentials of this account have ended, or would have before the "
                         "request had arrived.");
    //: %1 is a whole sentence
    return Words::tr("The credentials of this account have ended, or would have before the request "
                     "had arrived, and others could not be had: %1")
        .arg(errorText(*error));
}

QString accountReason(const DecisionProgress &progress)
{
    if (progress.runAccount.isEmpty())
        return Words::tr("The credentials belong to another account than the one shown.");
    //: %1 is an account id
    return Words::tr("The run belongs to account %1, which is not the one shown.")
        .arg(safeLine(progress.runAccount, 64));
}

QString actorReason(const DecisionRecord &record, const DecisionProgress &progress)
{
    const QString shown = actorText(record.where.actor, record.where.actorKind);
    const QString now = actorText(progress.actorNow, progress.actorKindNow);
    if (shown.isEmpty())
        //: %1 is a user, or a role with its session
        return Words::tr("When this was opened it was not known yet whose the credentials are. "
                         "They are those of %1.")
            .arg(now);
    if (now.isEmpty())
        //: %1 is a user, or a role with its session
        return Words::tr("The review said that you act as %1, and whose the credentials are by now "
                         "cannot be told.")
            .arg(shown);
    //: %1 and %2 are users, or roles with their sessions
    return Words::tr("The review said that you act as %1, but the credentials are those of %2 by "
                     "now.")
        .arg(shown, now);
}

QString notSentReason(const DecisionRecord &record, const DecisionProgress &progress)
{
    switch (progress.stop) {
    case Stop::Locked:
        return Words::tr("There are no credentials for this account.");
    case Stop::WrongAccount:
        return accountReason(progress);
    case Stop::WrongActor:
        return actorReason(record, progress);
    case Stop::WrongHost:
        //: %1 and %2 are names of hosts
        return Words::tr("The review was about the service at %1, but the profile calls %2 by now.")
            .arg(safeLine(record.where.endpointHost, 253), safeLine(progress.hostNow, 253));
    case Stop::AlreadyOpen:
        return Words::tr("An earlier decision about the same wait is not settled yet.");
    case Stop::Journal:
        return Words::tr(
            "The decision could not be recorded, and nothing is sent without a record.");
    case Stop::Bytes:
        return Words::tr("The request did not match what was shown, so it was stopped.");
    case Stop::Read:
        return progress.error ? Words::tr("The run could not be read once more: %1")
                                    .arg(errorText(*progress.error))
                              : Words::tr("The run could not be read once more.");
    case Stop::Identity:
        return progress.error ? Words::tr("Whose the credentials are could not be read: %1")
                                    .arg(errorText(*progress.error))
                              : Words::tr("Whose the credentials are could not be read.");
    case Stop::Slept:
        return Words::tr("The computer was asleep before anything had left.");
    case Stop::TooOld:
        return Words::tr("It took so long to connect that the run may have changed meanwhile.");
    case Stop::Expired:
        return expiredReason(progress.error);
    case Stop::WrongClock:
    case Stop::Transport:
    case Stop::Unrecorded:
    case Stop::None:
        break;
    }
    return progress.error ? errorText(*progress.error) : QString();
}

QString clockReason(const DecisionProgress &progress)
{
    const auto skew = progress.clockSkew.value_or(std::chrono::seconds(0));
    const auto minutes = static_cast<int>(std::chrono::abs(skew).count() / 60);
    if (skew.count() >= 0)
        return Words::tr("The clock of this computer is %n minute(s) behind the service's.",
                         nullptr, minutes);
    return Words::tr("The clock of this computer is %n minute(s) ahead of the service's.", nullptr,
                     minutes);
}

QString notSent(const DecisionRecord &record, const DecisionProgress &progress)
{
    QString reason =
        progress.stop == Stop::WrongClock ? clockReason(progress) : notSentReason(record, progress);
    if (progress.isResumed)
        reason = Words::tr("The program had ended before anything of it had left.");
    if (reason.isEmpty())
        return Words::tr("Not sent. Nothing happened.");
    //: %1 is a whole sentence
    return Words::tr("Not sent. Nothing happened. %1").arg(reason);
}

//! What Retry and Skip did to the rows they were sent for; empty where none has moved as asked.
QString rowsEffect(const DecisionRecord &record, const DecisionProgress &progress)
{
    const MovedRows &rows = progress.movedRows;
    const QString run = safeLine(progress.runStatus, 40);
    if (rows.moved == 0)
        return {};
    if (rows.moved < rows.all)
        //: %n is less than %1; %2 is a state as the service writes it
        return Words::tr("%n of %1 failed task(s) have moved, the others stand as before; the run "
                         "is %2",
                         nullptr, rows.moved)
            .arg(rows.all)
            .arg(run);
    if (record.act == Act::SkipTask)
        //: %1 is a state as the service writes it
        return Words::tr("%n failed task(s) are passed over; the run is %1", nullptr, rows.moved)
            .arg(run);
    //: %1 is a state as the service writes it
    return Words::tr("%n failed task(s) run again or have run again; the run is %1", nullptr,
                     rows.moved)
        .arg(run);
}

QString effectText(const DecisionRecord &record, const DecisionProgress &progress)
{
    const QString rows = rowsEffect(record, progress);
    if (!rows.isEmpty())
        return rows;
    if (record.act == Act::ExecuteTask && progress.movement == Movement::AsAsked)
        //: %1 is a task, %2 a state as the service writes it
        return Words::tr("task “%1” was started, the run is %2")
            .arg(safeLine(record.nextTaskName, 80), safeLine(progress.runStatus, 40));
    if (!progress.rowStatus.isEmpty())
        //: %1 is a task, %2 and %3 are states such as Success, as the service writes them
        return Words::tr("task “%1” is now %2, the run is %3")
            .arg(safeLine(record.taskName, 80), safeLine(progress.rowStatus, 40),
                 safeLine(progress.runStatus, 40));
    return Words::tr("the run is now %1").arg(safeLine(progress.runStatus, 40));
}

QString accepted(const DecisionRecord &record, const DecisionBasis &basis,
                 const DecisionProgress &progress)
{
    if (progress.waitsForOthers)
        return Words::tr("Accepted by the service. Task “%1” needs %n approval(s) and still waits: "
                         "others are needed.",
                         nullptr, static_cast<int>(basis.requiredApprovals.value_or(2)))
            .arg(safeLine(record.taskName, 80));
    return Words::tr("Accepted by the service. Watching for the effect.");
}

//! The task a decision is about; empty for one about the whole run.
QString taskOf(const DecisionRecord &record)
{
    return record.taskName.isEmpty() ? record.nextTaskName : record.taskName;
}

QString noteSeen(const DecisionRecord &record)
{
    const QString task = taskOf(record);
    return task.isEmpty() ? Words::tr("The run carries your note.")
                          : Words::tr("Task “%1” carries your note.").arg(safeLine(task, 80));
}

//! What a final word about an effect rests on, beside the note.
QString shownBy(const DecisionRecord &record, const DecisionProgress &progress)
{
    const bool isEffect = progress.state == DecisionState::ReconciledApplied ||
                          progress.state == DecisionState::ReconciledOtherActor;
    if (!isEffect || progress.movement == Movement::None)
        return {};
    if (record.taskExecutionId.isEmpty() && record.taskExecutionIds.empty())
        return Words::tr("The state of the run shows it, as the service gives it.");
    return Words::tr("The state of the task shows it, as the service gives it.");
}

//! How the object stood when it was read last; empty where nothing was read.
QString lastSeen(const DecisionRecord &record, const DecisionProgress &progress)
{
    if (progress.runStatus.isEmpty())
        return {};
    if (progress.rowStatus.isEmpty())
        //: %1 is a state as the service writes it
        return Words::tr("Last seen: the run is %1.").arg(safeLine(progress.runStatus, 40));
    //: %1 is a task, %2 and %3 are states as the service writes them
    return Words::tr("Last seen: task “%1” is %2, the run is %3.")
        .arg(safeLine(record.taskName, 80), safeLine(progress.rowStatus, 40),
             safeLine(progress.runStatus, 40));
}

QString applied(const DecisionRecord &record, const DecisionProgress &progress)
{
    if (progress.movement == Movement::None) {
        const QString task = taskOf(record);
        return task.isEmpty()
                   ? Words::tr("Done: the run carries your note.")
                   : Words::tr("Done: task “%1” carries your note.").arg(safeLine(task, 80));
    }
    if (progress.movement == Movement::Partly)
        //: %1 says how many of the tasks have moved
        return Words::tr("Done in part: %1.").arg(effectText(record, progress));
    return Words::tr("Done: %1.").arg(effectText(record, progress));
}

QString otherActor(const DecisionRecord &record, const DecisionProgress &progress)
{
    if (progress.movement == Movement::AsAsked || progress.movement == Movement::Partly)
        return Words::tr("Decided, but not certainly by you: %1.")
            .arg(effectText(record, progress));
    return Words::tr("Someone else decided: %1.").arg(effectText(record, progress));
}

QString checkText(const DecisionProgress &progress)
{
    if (progress.nextCheck.isValid())
        return Words::tr("Checked %n time(s), next at %1.", nullptr, progress.checks)
            .arg(clockText(progress.nextCheck));
    return {};
}

//! The facts that changed, and in words what that means.
QStringList changedLines(const DecisionProgress &progress)
{
    QStringList facts;
    int rows = 0;
    bool isStep = false;
    for (const QString &fact : progress.changedFacts) {
        const bool isRow = fact.startsWith(QLatin1String("TaskExecution "));
        rows += isRow ? 1 : 0;
        isStep = isStep || fact == QLatin1String("Steps");
        if (!isRow)
            facts += safeLine(fact, 80);
    }
    QStringList lines;
    if (!facts.isEmpty())
        lines += Words::tr("Changed: %1.").arg(facts.join(QStringLiteral(", ")));
    if (rows > 0)
        lines += Words::tr("%n of the chosen task(s) are not as they were: somebody may have "
                           "retried or skipped them.",
                           nullptr, rows);
    if (isStep && !progress.lastStep.isEmpty())
        lines += Words::tr("Another step was taken meanwhile; the task that ended last is “%1”.")
                     .arg(safeLine(progress.lastStep, 80));
    return lines;
}

QString alternativeText(const DecisionRecord &record, Alternative alternative)
{
    switch (alternative) {
    case Alternative::None:
        return {};
    case Alternative::WithoutTaskId:
        //: %1 is an act such as Approve
        return Words::tr("The service may not take the task's id. No other task of this run waits, "
                         "so that %1 can be sent without it, as a new decision.")
            .arg(actLabel(record.act));
    case Alternative::NameTheTask:
        return Words::tr("The service may want to be told which task is meant. Read the run again "
                         "and decide on its waiting task; where no task can be read, decide in the "
                         "web console.");
    case Alternative::OneByOne:
        return Words::tr("The service may not take several tasks in one decision: decide about one "
                         "task at a time.");
    }
    return {};
}

//! Why an answer does not say what became of the request. Nothing of it claims that the request
//! came to nothing.
QString unclearReason(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Offline:
        return Words::tr("The connection broke before the whole answer was there.");
    case Error::Kind::TimedOut:
        return Words::tr("No answer came in time.");
    case Error::Kind::BadReply:
    case Error::Kind::TooLarge:
    case Error::Kind::Incomplete:
        return Words::tr("An answer came that cannot be read, so it counts as none.");
    case Error::Kind::ServerFault:
        if (error.httpStatus != 0)
            return Words::tr("The service answered with an error of its own (HTTP status %1), "
                             "which does not say what became of the request.")
                .arg(error.httpStatus);
        return Words::tr("The service answered with an error of its own, which does not say what "
                         "became of the request.");
    case Error::Kind::NonceUsed:
        return Words::tr("The service says that this request had arrived before: what became of "
                         "it then is not known.");
    case Error::Kind::Redirected:
        return Words::tr("The answer pointed to another address, which is never followed.");
    case Error::Kind::LocalFault:
        return Words::tr("Something went wrong on this computer while it was on its way.");
    default:
        return errorText(error);
    }
}

QString checkReason(const Error &error)
{
    if (error.kind == Error::Kind::LocalFault)
        return Words::tr("Something went wrong on this computer.");
    if (error.kind != Error::Kind::ServerFault || error.httpStatus == 0)
        return errorText(error);
    return Words::tr("The service answered it with an error of its own (HTTP status %1).")
        .arg(error.httpStatus);
}

bool wasSent(const DecisionProgress &progress)
{
    switch (progress.state) {
    case DecisionState::Drafted:
    case DecisionState::Verified:
    case DecisionState::Changed:
    case DecisionState::IntentRecorded:
    case DecisionState::NotSent:
        return false;
    default:
        return progress.sentAt.isValid();
    }
}

//! What befell the sending itself.
QString mishap(const DecisionProgress &progress)
{
    if (progress.evidence.contains(QStringLiteral("Crash")))
        return Words::tr("The program had ended while it was being sent.");
    if (progress.evidence.contains(QStringLiteral("Slept")))
        return Words::tr("The computer was asleep while it was being sent.");
    return {};
}

//! Why nothing is looked for at present; empty: it is.
QString holdText(DecisionProgress::Hold hold)
{
    switch (hold) {
    case DecisionProgress::Hold::None:
        return {};
    case DecisionProgress::Hold::Locked:
        return Words::tr("There are no credentials for this account: nothing is checked until "
                         "there are.");
    case DecisionProgress::Hold::NoProfile:
        return Words::tr("The profile it was sent with was removed: nothing can be checked without "
                         "it.");
    case DecisionProgress::Hold::OtherAccount:
        return Words::tr("The profile it was sent with stands for another account by now: nothing "
                         "can be checked with it.");
    }
    return {};
}

//! What the journal has to do with it.
QStringList journalLines(const DecisionProgress &progress)
{
    QStringList lines;
    const bool isUnrecorded = progress.stop == Stop::Unrecorded;
    if (isUnrecorded && !progress.journalProblem)
        lines += Words::tr("Its record is in the journal that was put aside: what comes of it is "
                           "told here until the program ends, and not recorded.");
    else if (isUnrecorded)
        lines += Words::tr("What came of it could not be written down yet; that is tried again, "
                           "and deciding stays closed meanwhile.");
    const bool isStopped = progress.stop == Stop::Journal || isUnrecorded;
    if (!isStopped || !progress.journalProblem)
        return lines;
    lines += journalProblemText(*progress.journalProblem, isUnrecorded);
    lines += journalProblemDetails(*progress.journalProblem);
    return lines;
}

bool isBeingWatched(const DecisionProgress &progress)
{
    return progress.state == DecisionState::Accepted ||
           progress.state == DecisionState::Ambiguous ||
           progress.state == DecisionState::RefusedCodeUnknown;
}

} // namespace

namespace {

//! The task that was voted on has moved on, and another one waits by now: that comes first, so that
//! the outcome is not taken for one of the other.
bool isOvertaken(const DecisionRecord &record, const DecisionProgress &progress)
{
    const bool isVote = record.act == Act::Approve || record.act == Act::Reject;
    const bool hasMoved =
        progress.movement == Movement::AsAsked || progress.movement == Movement::Elsewhere;
    // What was refused or never left begins with that.
    const bool mayHaveEffect = progress.state == DecisionState::Accepted ||
                               progress.state == DecisionState::Ambiguous ||
                               progress.state == DecisionState::ReconciledApplied ||
                               progress.state == DecisionState::ReconciledOtherActor ||
                               progress.state == DecisionState::Unresolved;
    return isVote && hasMoved && mayHaveEffect && !progress.nextTaskName.isEmpty();
}

QString nextTaskText(const DecisionProgress &progress)
{
    return Words::tr("Another task waits now: “%1”. This decision was not about it.")
        .arg(safeLine(progress.nextTaskName, 80));
}

QString stateSentence(const DecisionRecord &record, const DecisionBasis &basis,
                      const DecisionProgress &progress)
{
    const QString code = safeLine(progress.report.code, 120);
    switch (progress.state) {
    case DecisionState::Drafted:
        if (!progress.isStarted)
            return {};
        [[fallthrough]];
    case DecisionState::Verified:
        if (progress.isRenewing)
            return Words::tr("Nothing is sent yet. The credentials are about to end: others are "
                             "being had…");
        return Words::tr("Nothing is sent yet. Checking once more…");
    case DecisionState::Changed:
        return Words::tr("Nothing was sent. It changed while you were reading.");
    case DecisionState::IntentRecorded:
        return Words::tr("Nothing is sent yet. Recorded, connecting…");
    case DecisionState::Sending:
    case DecisionState::Sent:
        return Words::tr("Sending… do not close.");
    case DecisionState::NotSent:
        return notSent(record, progress);
    case DecisionState::Refused:
        return Words::tr("Refused by the service: %1. Nothing was changed by this.").arg(code);
    case DecisionState::RefusedCodeUnknown:
        return Words::tr("Refused: %1, a code this program does not know. Checking that nothing "
                         "changed.")
            .arg(code);
    case DecisionState::Accepted:
        return accepted(record, basis, progress);
    case DecisionState::Ambiguous:
        return Words::tr(
            "Outcome unknown. The request may have been carried out. Do not repeat it.");
    case DecisionState::ReconciledApplied:
        return applied(record, progress);
    case DecisionState::ReconciledOtherActor:
        return otherActor(record, progress);
    case DecisionState::ReconciledNotApplied:
        return Words::tr("Not carried out. You may decide again.");
    case DecisionState::Unresolved:
        return Words::tr("Could not be determined. The request may have been carried out.");
    }
    return {};
}

} // namespace

QString outcomeSentence(const DecisionRecord &record, const DecisionBasis &basis,
                        const DecisionProgress &progress)
{
    const QString sentence = stateSentence(record, basis, progress);
    if (!isOvertaken(record, progress))
        return sentence;
    return joinedSentences({nextTaskText(progress), sentence});
}

QString outcomeDetails(const DecisionRecord &record, const DecisionBasis &basis,
                       const DecisionProgress &progress)
{
    QStringList lines;
    if (progress.state == DecisionState::Changed)
        lines += changedLines(progress);
    if (progress.state == DecisionState::Refused) {
        lines += alternativeText(record, progress.alternative);
        if (!record.note.isEmpty())
            lines += Words::tr("Your note is kept.");
    }
    const bool isOtherName = progress.stop == Stop::WrongActor && !record.where.actor.isEmpty();
    if (isOtherName)
        lines += Words::tr("Look at it again before you decide: the service would record it under "
                           "the other name.");
    else if (progress.stop == Stop::WrongActor || progress.stop == Stop::WrongHost)
        lines += Words::tr("Look at it again before you decide.");
    const bool mayGoOn = progress.stop == Stop::Expired || progress.stop == Stop::WrongActor ||
                         progress.stop == Stop::WrongHost;
    if (mayGoOn && !record.note.isEmpty())
        lines += Words::tr("Your note is kept.");
    if (progress.waitsForOthers)
        lines += Words::tr("How many are given already cannot be read.");
    if (progress.isNoteSeen)
        lines += noteSeen(record);
    lines += shownBy(record, progress);
    const bool isStepItself = progress.nextTaskName == record.nextTaskName;
    if (!progress.nextTaskName.isEmpty() && !isStepItself && !isOvertaken(record, progress))
        lines += nextTaskText(progress);
    lines += journalLines(progress);
    if (progress.isResumed && wasSent(progress))
        //: %1 is a date and time
        lines += Words::tr("It was sent before this start of the program, at %1.")
                     .arg(localSecondsText(progress.sentAt));
    if (progress.state == DecisionState::Ambiguous) {
        const QString befell = mishap(progress);
        if (!befell.isEmpty())
            lines += befell;
        else if (progress.error)
            lines += unclearReason(*progress.error);
        // What keeps it from being read is said below.
        if (progress.hold == DecisionProgress::Hold::None)
            lines += Words::tr("The run and its tasks are read until the answer is certain, at "
                               "the latest until %1.")
                         .arg(clockText(progress.watchUntil));
    }
    if (progress.state == DecisionState::Unresolved)
        lines += lastSeen(record, progress);
    if (progress.state == DecisionState::Unresolved)
        lines += Words::tr("The task's note and the run's log in the web console would settle it.");
    if (progress.checkError)
        //: %1 is a whole sentence
        lines += Words::tr("The last check brought no answer. %1")
                     .arg(checkReason(*progress.checkError));
    if (isBeingWatched(progress))
        lines += holdText(progress.hold);
    if (isBeingWatched(progress) && !progress.waitsForOthers)
        lines += checkText(progress);
    if (progress.isClockDoubtful && progress.stop != Stop::WrongClock)
        lines += clockReason(progress);
    if (progress.sentAt.isValid() && !progress.report.requestId.isEmpty())
        lines += Words::tr("Answered with request id %1.").arg(safeLine(progress.report.requestId));
    if (progress.error)
        lines += errorDetails(*progress.error);
    Q_UNUSED(basis)
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

} // namespace countersign
