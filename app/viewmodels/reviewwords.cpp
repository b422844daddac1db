// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/reviewwords.h"

#include "app/domain/displaytext.h"
#include "app/domain/format.h"
#include "app/models/inboxwords.h"
#include "app/templates/taskgraph.h"
#include "app/viewmodels/errortext.h"
#include "app/viewmodels/parametercomparison.h"
#include "app/viewmodels/timewords.h"

#include <QCoreApplication>
#include <QStringList>

namespace countersign {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ReviewWords)
};

//! The service refuses times that are further off than its window; people are told well before.
constexpr std::chrono::seconds worthTelling{300};
constexpr int callsNamed = 3;
constexpr int notesQuoted = 5;
// Qualified, it would take the words of the first function out of their context in translations.
constexpr size_t changesNamed = 5;

QString starterText(const Execution &execution, const ReviewStanding &standing)
{
    const QString name = safeLine(userNameOf(execution.executedBy), 120);
    if (name.isEmpty())
        return Words::tr("not told");
    if (standing.own == OwnRequest::No)
        return Words::tr("%1 (not you)", "who started a run").arg(name);
    if (standing.own == OwnRequest::CannotTell && !standing.isActorKnown)
        return standing.actor.isEmpty()
                   ? name
                   //: %1 is a user; the caller's role is shared by several people
                   : Words::tr("%1 (cannot tell whether it was you)").arg(name);
    if (standing.own == OwnRequest::Yes || userNameOf(execution.executedBy) == standing.actor)
        return Words::tr("%1 (you)", "who started a run").arg(name);
    return Words::tr("%1 (not you)", "who started a run").arg(name);
}

QString approverText(const ApprovalTerms &terms, const ReviewStanding &standing)
{
    if (terms.approvers.empty())
        return Words::tr("no approver list");
    QStringList names;
    bool isListed = false;
    for (const QString &name : terms.approvers) {
        names += safeLine(name, 60);
        isListed = isListed || name == standing.actor;
    }
    const QString list = safeLine(names.join(QStringLiteral(", ")));
    if (!standing.isActorKnown)
        return Words::tr("approvers: %1").arg(list);
    if (isListed)
        return Words::tr("approvers: %1 (you are one of them)").arg(list);
    return Words::tr("approvers: %1 (you are not one of them)").arg(list);
}

QString approvalsText(const ReviewFacts &facts, const ReviewStanding &standing)
{
    const TaskExecution *row = facts.boundRow();
    if (!row)
        return Words::tr("not read");
    const ApprovalTerms terms = approvalTerms(*row);
    if (!terms.isReadable)
        return Words::tr("could not be read");
    const auto needed = static_cast<int>(terms.requiredApprovals.value_or(1));
    //: %n approvals are needed; %1 says who may give them
    return Words::tr("%n needed · %1", nullptr, needed).arg(approverText(terms, standing));
}

QString waitingSinceText(const ReviewFacts &facts, const QDateTime &now)
{
    const TaskExecution *row = facts.boundRow();
    QDateTime since = row ? row->updateDate : QDateTime();
    if (!since.isValid() && facts.execution.value)
        since = facts.execution.value->updateDate;
    if (!since.isValid())
        return Words::tr("not told");
    //: %1 is a time, %2 how long ago that is
    return Words::tr("%1 · %2").arg(localTimeText(since),
                                    ageText(std::chrono::seconds(since.secsTo(now))));
}

//! Who decided is known of nobody: the service keeps the notes alone.
QString decidedText(const ReviewFacts &facts)
{
    if (!facts.tasks.value)
        return Words::tr("not read");
    QStringList notes;
    for (const TaskExecution &row : *facts.tasks.value) {
        const QString note = row.notifyNote();
        if (note.isEmpty() || notes.size() >= notesQuoted)
            continue;
        //: %1 is a task, %2 the note somebody left with a decision about it
        notes += Words::tr("%1: “%2”").arg(safeLine(row.taskName, 60), safeLine(note, 200));
    }
    if (notes.isEmpty())
        return Words::tr("no note was left; the service does not say by whom");
    return Words::tr("%1 (the service does not say by whom)").arg(notes.join(QStringLiteral("; ")));
}

//! Calls that may still be made; where no waiting task is known, every call of the text.
std::vector<ReachableCall> laterCalls(const TemplateOutline &outline, const QString &task)
{
    if (!task.isEmpty())
        return callsAfter(outline, task);
    std::vector<ReachableCall> calls;
    for (const TaskDeclaration &declared : outline.tasks) {
        const std::vector<ReachableCall> own = callsOf(declared);
        calls.insert(calls.end(), own.begin(), own.end());
    }
    return calls;
}

QString laterCallsText(const ReviewFacts &facts)
{
    if (!facts.outline)
        return facts.templateText.value ? Words::tr("cannot be told: the template does not parse")
                                        : Words::tr("not read");
    const QString task = subjectOf(facts).taskName;
    if (!task.isEmpty() && !facts.outline->task(task))
        return Words::tr("cannot be told: the waiting task is not in the template's text");
    QStringList named;
    int risky = 0;
    for (const ReachableCall &call : laterCalls(*facts.outline, task)) {
        if (!call.isRisky)
            continue;
        if (++risky <= callsNamed)
            //: %1 is a product and its API, %2 a task
            named += Words::tr("%1 in %2")
                         .arg(safeLine(QString(call.service + QLatin1Char(' ') + call.api), 80),
                              safeLine(call.task, 60));
    }
    if (named.isEmpty())
        return Words::tr("no risky call (by name)");
    const QString list = named.join(QStringLiteral(", "));
    if (risky > callsNamed)
        return Words::tr("%1 and %n more (by name)", nullptr, risky - callsNamed).arg(list);
    return Words::tr("%1 (by name)").arg(list);
}

QString clockText(std::chrono::seconds skew)
{
    const auto minutes = static_cast<int>(std::chrono::abs(skew).count() / 60);
    if (skew.count() >= 0)
        return Words::tr("%n minute(s) behind the service's; over 10 nothing is sent", nullptr,
                         minutes);
    return Words::tr("%n minute(s) ahead of the service's; over 10 nothing is sent", nullptr,
                     minutes);
}

//! Says which right is missing where the service did not.
QString reason(const Error &error, const char *operation)
{
    Error named = error;
    if (error.kind == Error::Kind::Forbidden && error.neededRight.isEmpty())
        named.neededRight = QString(QStringLiteral("oos:") + QLatin1String(operation));
    return errorText(named);
}

//! What differs from the run before; where that was not read, that it was not compared.
QString changesText(const ReviewFacts &facts)
{
    const std::vector<QString> changes = parameterChangeLines(facts);
    QStringList lines;
    for (std::size_t i = 0; i < changes.size() && i < changesNamed; ++i)
        lines += changes[i];
    if (changes.size() > changesNamed)
        lines += Words::tr("%n more parameter(s) differ.", nullptr,
                           static_cast<int>(changes.size() - changesNamed));
    if (!lines.isEmpty())
        return lines.join(QLatin1Char('\n'));
    const bool isCompared = facts.earlierRun.value && facts.earlierRun.value->run;
    return isCompared || facts.earlierRun.error ? parameterComparisonText(facts) : QString();
}

//! Of the row that waits: what tells it from the other items of its loop.
void addLoopItem(std::vector<LabelledFact> &list, const ReviewFacts &facts)
{
    const TaskExecution *row = facts.boundRow();
    if (row && !row->loopItem.isEmpty())
        list.push_back({Words::tr("Loop item"), safeLine(row->loopItem, 300), row->loopItem});
}

//! What a decision rests on and was not read is named where it would stand.
void addUnread(std::vector<LabelledFact> &list, const ReviewFacts &facts)
{
    for (const Unseen unseen : unseenOf(Act::Approve, facts)) {
        if (unseen == Unseen::Template)
            //: %1 is a template and its version
            list.push_back(
                {Words::tr("Template"),
                 Words::tr("%1, its text could not be read").arg(templateNameText(facts)),
                 {}});
        else
            list.push_back({Words::tr("Call"),
                            Words::tr("could not be read, neither from the task nor from the "
                                      "template"),
                            {}});
    }
}

} // namespace

std::vector<LabelledFact> reviewFacts(const ReviewFacts &facts, const ReviewStanding &standing,
                                      const QDateTime &now)
{
    std::vector<LabelledFact> list;
    if (!facts.execution.value)
        return list;
    const Execution &execution = *facts.execution.value;
    const TaskExecution *row = facts.boundRow();
    addLoopItem(list, facts);
    list.push_back({Words::tr("Started by"), starterText(execution, standing), {}});
    list.push_back({Words::tr("Started"), localTimeText(execution.startDate),
                    localAndUtcText(execution.startDate)});
    list.push_back({Words::tr("Runs as role"),
                    execution.ramRole.isEmpty() ? Words::tr("no role named")
                                                : safeLine(execution.ramRole, 120),
                    {}});
    if (isOver(facts)) {
        list.push_back({Words::tr("Ended"), localTimeText(execution.endDate),
                        localAndUtcText(execution.endDate)});
        list.push_back({Words::tr("Decided"), decidedText(facts), {}});
    } else {
        list.push_back({Words::tr("Waiting since"), waitingSinceText(facts, now), {}});
        list.push_back({Words::tr("For you"),
                        groupReasonText(standing.grouping.reason, waitOf(facts).kind),
                        {}});
    }
    addUnread(list, facts);
    if (waitOf(facts).kind == WaitKind::Approval)
        list.push_back({Words::tr("Approvals"), approvalsText(facts, standing), {}});
    list.push_back({Words::tr("State of the run"),
                    runStatusLabel(execution.status, execution.statusText),
                    {}});
    if (!execution.modeText.isEmpty() && execution.mode != RunMode::Automatic)
        list.push_back({Words::tr("Mode"), safeLine(execution.modeText, 60), {}});
    const QString way = wayDownText(facts.wayDown(), execution.id, row ? row->taskName : QString());
    if (!way.isEmpty())
        list.push_back({Words::tr("Way down"), way, {}});
    else if (!execution.parentExecutionId.isEmpty())
        list.push_back({Words::tr("Inside run"), safeLine(execution.parentExecutionId.text()), {}});
    if (!execution.statusReason.isEmpty())
        list.push_back({Words::tr("Reason"), safeLine(execution.statusReason), {}});
    if (row && !row->statusMessage.isEmpty())
        list.push_back({Words::tr("Message of the task"), safeLine(row->statusMessage, 300),
                        row->statusMessage});
    else if (!execution.statusMessage.isEmpty())
        list.push_back({Words::tr("Message of the run"), safeLine(execution.statusMessage, 300),
                        execution.statusMessage});
    if (!isOver(facts))
        list.push_back({Words::tr("Later in the template"), laterCallsText(facts), {}});
    if (facts.clockSkew && std::chrono::abs(*facts.clockSkew) > worthTelling)
        list.push_back({Words::tr("Clock of this computer"), clockText(*facts.clockSkew), {}});
    return list;
}

std::vector<QString> notReadSentences(const ReviewFacts &facts)
{
    std::vector<QString> sentences;
    if (facts.execution.error && !facts.isMissing)
        sentences.push_back(Words::tr("The run could not be read. %1")
                                .arg(reason(*facts.execution.error, "ListExecutions")));
    if (facts.tasks.error)
        sentences.push_back(Words::tr("The tasks could not be read. %1")
                                .arg(reason(*facts.tasks.error, "ListTaskExecutions")));
    if (facts.templateText.error)
        sentences.push_back(Words::tr("The template could not be read. %1")
                                .arg(reason(*facts.templateText.error, "GetExecutionTemplate")));
    if (facts.riskyTasks.error)
        sentences.push_back(Words::tr("The service's list of risky calls could not be read. %1")
                                .arg(reason(*facts.riskyTasks.error, "ListExecutionRiskyTasks")));
    if (!facts.hasTemplateName)
        sentences.push_back(
            Words::tr("The run has no stored template, so the service has no list of "
                      "risky calls for it."));
    if (facts.log.error)
        sentences.push_back(Words::tr("The log could not be read. %1")
                                .arg(reason(*facts.log.error, "ListExecutionLogs")));
    return sentences;
}

std::vector<QString> notReadOperations(const ReviewFacts &facts)
{
    std::vector<QString> operations;
    if (!facts.execution.value)
        operations.push_back(QStringLiteral("ListExecutions"));
    if (!facts.tasks.value)
        operations.push_back(QStringLiteral("ListTaskExecutions"));
    if (!facts.templateText.value)
        operations.push_back(QStringLiteral("GetExecutionTemplate"));
    if (!facts.riskyTasks.value)
        operations.push_back(QStringLiteral("ListExecutionRiskyTasks"));
    if (!facts.log.value)
        operations.push_back(QStringLiteral("ListExecutionLogs"));
    return operations;
}

QString otherWaitsText(const ReviewFacts &facts)
{
    const std::vector<Wait> waits = facts.waits();
    const QString task = safeLine(subjectOf(facts).taskName, 80);
    if (waits.size() < 2 || task.isEmpty())
        return {};
    //: %n is at least 2, %1 a task
    return Words::tr("%n wait(s) in this run; this is task “%1”.", nullptr,
                     static_cast<int>(waits.size()))
        .arg(task);
}

std::vector<LabelledFact> dialogFacts(const ReviewFacts &facts, const ReviewStanding &standing)
{
    std::vector<LabelledFact> list;
    // Failed rows are chosen in the dialog, which names their items itself.
    if (waitOf(facts).kind != WaitKind::FailurePause)
        addLoopItem(list, facts);
    if (facts.execution.value) {
        const Execution &execution = *facts.execution.value;
        //: %1 is a user, %2 a time
        list.push_back({Words::tr("Started by"),
                        Words::tr("%1, %2").arg(starterText(execution, standing),
                                                localAndUtcText(execution.startDate)),
                        {}});
        // The task stands in the heading.
        const QString way = wayDownText(facts.wayDown(), execution.id, {});
        if (!way.isEmpty())
            list.push_back({Words::tr("Way down"), way, {}});
    }
    if (facts.templateText.value)
        //: %1 is a template and its version, %2 a time of day
        list.push_back(
            {Words::tr("Template"),
             Words::tr("%1, read %2")
                 .arg(templateNameText(facts), countersign::clockText(facts.templateText.at)),
             {}});
    addUnread(list, facts);
    if (waitOf(facts).kind == WaitKind::Approval)
        list.push_back({Words::tr("Approvals"), approvalsText(facts, standing), {}});
    const QString changes = changesText(facts);
    if (!changes.isEmpty())
        list.push_back({Words::tr("What differs"), changes, {}});
    list.push_back({Words::tr("Later in the template"), laterCallsText(facts), {}});
    QStringList missing;
    for (const QString &sentence : notReadSentences(facts))
        missing += sentence;
    if (!missing.isEmpty())
        list.push_back({Words::tr("Not readable"), missing.join(QLatin1Char('\n')), {}});
    return list;
}

QString templateProblemText(const ReviewFacts &facts)
{
    if (!facts.templateText.value)
        return {};
    if (facts.outline)
        return facts.isBrokenJson ? Words::tr("The text begins like JSON but is not valid JSON.")
                                  : QString();
    const TemplateProblem &problem = facts.templateProblem;
    if (problem.reason.isEmpty())
        return {};
    if (problem.line < 1)
        return Words::tr("The template does not parse: %1").arg(safeLine(problem.reason));
    if (problem.firstLine > 0)
        return Words::tr("The template does not parse. Line %1: %2 (first in line %3)")
            .arg(problem.line)
            .arg(safeLine(problem.reason))
            .arg(problem.firstLine);
    return Words::tr("The template does not parse. Line %1: %2")
        .arg(problem.line)
        .arg(safeLine(problem.reason));
}

QString logProblemText(const ReviewFacts &facts)
{
    if (facts.log.error && !facts.log.value)
        return Words::tr("The log could not be read. %1")
            .arg(reason(*facts.log.error, "ListExecutionLogs"));
    if (facts.log.error)
        return Words::tr("The rest of the log could not be read. %1")
            .arg(reason(*facts.log.error, "ListExecutionLogs"));
    if (!facts.log.value)
        return Words::tr("The log is being read.");
    if (facts.log.isPending && facts.log.value->hasMore)
        return Words::tr("Further lines are being read.");
    if (facts.log.value->dropped > 0)
        return Words::tr("%n older line(s) were read and are not kept.", nullptr,
                         static_cast<int>(facts.log.value->dropped));
    if (facts.log.value->lines.empty())
        return Words::tr("The log has no lines.");
    return {};
}

QString templateNameText(const ReviewFacts &facts)
{
    const bool isRead = facts.execution.value.has_value();
    const QString name = isRead ? facts.execution.value->templateName : facts.row.templateName;
    const QString version =
        isRead ? facts.execution.value->templateVersion : facts.row.templateVersion;
    if (name.isEmpty())
        return Words::tr("no stored template");
    return safeLine(QString(name + QLatin1Char(' ') + version).trimmed(), 120);
}

} // namespace countersign
