// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/reviewsubject.h"

#include "app/templates/taskgraph.h"
#include "app/viewmodels/errortext.h"

#include <QCoreApplication>

#include <algorithm>

namespace countersign {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ReviewSubject)
};

ProductCall callOf(const ReviewFacts &facts, const TaskExecution *row)
{
    if (row) {
        const ProductCall call = productCall(row->taskAction, row->properties);
        if (!call.isEmpty())
            return call;
    }
    const QString name = row ? row->taskName : facts.row.taskName;
    const TaskDeclaration *task = facts.outline ? facts.outline->task(name) : nullptr;
    if (task) {
        for (const ReachableCall &call : callsOf(*task)) {
            if (!call.isUnresolved && !call.isChildTemplate)
                return {call.service, call.api};
        }
    }
    return row ? ProductCall() : facts.row.call;
}

std::optional<qint64> requiredApprovals(const ReviewFacts &facts, WaitKind kind,
                                        const TaskExecution *row)
{
    if (kind != WaitKind::Approval)
        return 1;
    if (!row)
        return facts.row.requiredApprovals > 0 ? std::optional(facts.row.requiredApprovals)
                                               : std::nullopt;
    const ApprovalTerms terms = approvalTerms(*row);
    if (!terms.isReadable)
        return std::nullopt;
    return terms.requiredApprovals.value_or(1);
}

template <class T>
std::optional<QString> missing(const Reading<T> &reading, const QString &stillReading,
                               const QString &failed)
{
    if (reading.value)
        return std::nullopt;
    if (!reading.error)
        return stillReading;
    // The first sentence names what could not be read, %1 says why
    return failed.arg(errorText(*reading.error));
}

bool isAbout(const Wait &wait, const TaskExecution &row)
{
    return (wait.row && wait.row->id == row.id) ||
           std::any_of(wait.failed.begin(), wait.failed.end(),
                       [&row](const TaskExecution &failed) { return failed.id == row.id; });
}

//! Acts that are meant for one of the rows that wait, so that it must be known which.
bool needsOneRow(Act act)
{
    return act == Act::Approve || act == Act::Reject;
}

std::optional<QString> missingRow(Act act, const ReviewFacts &facts)
{
    const auto unread =
        missing(facts.tasks, Words::tr("The tasks of the run are still being read."),
                Words::tr("The tasks of the run could not be read. %1"));
    if (unread)
        return unread;
    if (needsOneRow(act) && !facts.boundRow() && facts.waitingRows().size() > 1)
        return Words::tr("Several tasks of this run wait: choose one of them in the list.");
    return std::nullopt;
}

bool hasNoCall(const ReviewFacts &facts)
{
    return subjectOf(facts).call.isEmpty();
}

//! Acts after which something runs that a person would have to have seen.
bool letsGoOn(Act act)
{
    return act == Act::Approve || act == Act::RetryTask || act == Act::SkipTask ||
           act == Act::ExecuteTask;
}

//! Its text is there, and whether it parses is not known yet.
bool isBeingParsed(const ReviewFacts &facts)
{
    return facts.templateText.value && !facts.outline && facts.templateProblem.reason.isEmpty();
}

std::optional<QString> missingRead(Act act, const ReviewFacts &facts, bool mayBeUnseen)
{
    const auto run = missing(facts.execution, Words::tr("The run is still being read."),
                             Words::tr("The run could not be read. %1"));
    if (run || act == Act::CancelExecution)
        return run;
    const RequiredReads required = requiredReads(waitOf(facts).kind);
    if (required.testFlag(RequiredRead::WaitingRow)) {
        if (const auto row = missingRow(act, facts))
            return row;
    }
    if (!letsGoOn(act))
        return std::nullopt;
    const QString stillReading = Words::tr("The template is still being read.");
    const bool needsCall = required.testFlag(RequiredRead::Call) && hasNoCall(facts);
    const bool isReading = !facts.templateText.hasEnded() || (needsCall && isBeingParsed(facts));
    const std::vector<Unseen> unseen = unseenOf(act, facts);
    const auto isUnseen = [&unseen](Unseen one) {
        return std::find(unseen.begin(), unseen.end(), one) != unseen.end();
    };
    if (mayBeUnseen)
        return required.testFlag(RequiredRead::Template) && isReading ? std::optional(stillReading)
                                                                      : std::nullopt;
    if (required.testFlag(RequiredRead::Template)) {
        const auto text = missing(facts.templateText, stillReading,
                                  Words::tr("The template could not be read. %1"));
        if (text)
            return text;
    }
    if (needsCall && isBeingParsed(facts))
        return stillReading;
    if (isUnseen(Unseen::Call))
        return Words::tr(
            "Which call would be made could not be read, neither from the task nor from "
            "the template.");
    return std::nullopt;
}

std::optional<QString> obstacle(Act act, const ReviewFacts &facts, const ReviewStanding &standing,
                                bool mayBeUnseen)
{
    const bool isRunOver =
        act == Act::CancelExecution
            ? facts.isMissing || (facts.execution.value && isFinal(facts.execution.value->status))
            : isOver(facts);
    if (isRunOver)
        return Words::tr("There is nothing to decide: this wait is over.");
    if (standing.isOwnBlocked(act))
        return Words::tr("You started this run, and by your settings you do not approve runs of "
                         "your own.");
    if (const auto read = missingRead(act, facts, mayBeUnseen))
        return read;
    if (!standing.journalText.isEmpty())
        return standing.journalText;
    if (standing.hasOpenDecision && standing.isOpenUnresolved)
        return Words::tr("What became of an earlier decision about this wait could not be "
                         "determined. Show it in the bar above, read it and close it first.");
    if (standing.hasOpenDecision)
        return Words::tr("An earlier decision about this wait is not settled yet.");
    if (!standing.hasAccount)
        return Words::tr("The account of these credentials is not known yet.");
    if (!standing.isUnlocked)
        return Words::tr("There are no credentials for this account.");
    return std::nullopt;
}

} // namespace

Wait waitOf(const ReviewFacts &facts)
{
    const TaskExecution *row = facts.boundRow();
    const std::vector<Wait> waits = facts.waits();
    const bool isFailurePause =
        facts.row.kind == WaitKind::FailurePause && facts.row.id.taskExecutionId.isEmpty();
    for (const Wait &wait : waits) {
        if (isFailurePause ? wait.kind == WaitKind::FailurePause : row && isAbout(wait, *row))
            return wait;
    }
    if (!row) {
        const auto wholeRun =
            std::find_if(waits.begin(), waits.end(), [](const Wait &wait) { return !wait.row; });
        if (wholeRun != waits.end())
            return *wholeRun;
        if (waits.size() == 1 && facts.row.id.taskExecutionId.isEmpty())
            return waits.front();
    }
    Wait wait;
    wait.kind = facts.row.kind;
    wait.confidence = facts.row.confidence;
    if (row)
        wait.row = *row;
    return wait;
}

WaitSubject subjectOf(const ReviewFacts &facts)
{
    const TaskExecution *row = facts.boundRow();
    const Wait wait = waitOf(facts);
    WaitSubject subject;
    subject.kind = wait.kind;
    subject.confidence = wait.confidence;
    subject.taskName = row ? row->taskName : facts.row.taskName;
    subject.call = callOf(facts, row);
    if (row)
        subject.targets = targetIds(row->properties);
    subject.loopItem = row ? row->loopItem : facts.row.loopItem;
    subject.failedTasks = static_cast<int>(wait.failed.size());
    if (facts.execution.value) {
        subject.mode = facts.execution.value->mode;
        subject.confirmsHighRisk = facts.execution.value->confirmsHighRisk();
    }
    for (const TaskExecution &task : facts.tasks.value.value_or(std::vector<TaskExecution>())) {
        if (task.status == RunStatus::Waiting && task.hasAction(u"ACS::Approve"))
            subject.waitingApprovals.push_back(task.taskName);
    }
    subject.region = facts.row.id.place.region;
    subject.requiredApprovals = requiredApprovals(facts, wait.kind, row);
    return subject;
}

bool isOver(const ReviewFacts &facts)
{
    if (facts.isMissing)
        return true;
    if (!facts.execution.value)
        return false;
    if (isFinal(facts.execution.value->status))
        return true;
    const TaskExecution *row = facts.boundRow();
    if (row && row->status == RunStatus::Waiting)
        return false;
    const std::vector<Wait> waits = facts.waits();
    const auto has = [&waits](const auto &isWanted) {
        return std::any_of(waits.begin(), waits.end(), isWanted);
    };
    if (facts.tasks.value && facts.row.kind == WaitKind::FailurePause &&
        facts.row.id.taskExecutionId.isEmpty())
        return !has([](const Wait &wait) { return wait.kind == WaitKind::FailurePause; });
    // A pause after a failure stands at a row that is Failed, a batch pause at the loop's own.
    if (row)
        return !has([row](const Wait &wait) { return isAbout(wait, *row); });
    const bool isRowGone = facts.tasks.value && !facts.row.id.taskExecutionId.isEmpty();
    return isRowGone || facts.execution.value->status != RunStatus::Waiting;
}

ActFacts actFactsOf(const ReviewFacts &facts)
{
    const Wait wait = waitOf(facts);
    ActFacts known;
    known.kind = wait.kind;
    known.confidence = wait.confidence;
    if (facts.execution.value) {
        known.mode = facts.execution.value->mode;
        known.runStatus = facts.execution.value->status;
        known.confirmsHighRisk = facts.execution.value->confirmsHighRisk();
    }
    if (const TaskExecution *row = facts.boundRow()) {
        known.rowStatus = row->status;
        known.rowAction = row->taskAction;
    }
    return known;
}

bool isOffered(Act act, const ReviewFacts &facts)
{
    return standingOf(actFactsOf(facts), act).offer == Offer::Offered ||
           act == Act::CancelExecution;
}

bool ReviewStanding::isOwnBlocked(Act act) const
{
    return act == Act::Approve && own == OwnRequest::Yes && ownPolicy == OwnRequests::Block;
}

bool ReviewStanding::isOwnExtraStep(Act act) const
{
    return act == Act::Approve && own == OwnRequest::Yes && ownPolicy != OwnRequests::Warn;
}

std::vector<Unseen> unseenOf(Act act, const ReviewFacts &facts)
{
    std::vector<Unseen> unseen;
    if (!letsGoOn(act) || !facts.templateText.hasEnded() || isBeingParsed(facts))
        return unseen;
    const RequiredReads required = requiredReads(waitOf(facts).kind);
    if (required.testFlag(RequiredRead::Template) && !facts.templateText.value)
        unseen.push_back(Unseen::Template);
    if (required.testFlag(RequiredRead::Call) && hasNoCall(facts))
        unseen.push_back(Unseen::Call);
    return unseen;
}

std::optional<QString> obstacleTo(Act act, const ReviewFacts &facts, const ReviewStanding &standing)
{
    return obstacle(act, facts, standing, false);
}

std::optional<QString> obstacleUnseen(Act act, const ReviewFacts &facts,
                                      const ReviewStanding &standing)
{
    return obstacle(act, facts, standing, true);
}

} // namespace countersign
