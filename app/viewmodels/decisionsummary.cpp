// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/decisionsummary.h"

#include "app/domain/displaytext.h"
#include "app/domain/format.h"
#include "app/models/actorwords.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace countersign {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(DecisionSummary)
};

//! An account id in groups of four, as people compare it.
QString groupedAccount(const QString &accountId)
{
    const QString safe = safeLine(accountId, 64);
    QString grouped;
    for (qsizetype i = 0; i < safe.size(); ++i) {
        if (i > 0 && i % 4 == 0)
            grouped += QLatin1Char(' ');
        grouped += safe[i];
    }
    return grouped;
}

//! Which rows a decision names, complete: they are what is sent.
LabelledFact rowsFact(const DecisionRecord &record)
{
    const QString label = Words::tr("Task execution");
    if (!record.taskExecutionId.isEmpty() && record.omitsTaskId)
        //: %1 is the id of a task execution
        return {label,
                Words::tr("%1 (not named in the request: it is for the only task that waits)")
                    .arg(groupedId(record.taskExecutionId.text())),
                {}};
    if (!record.taskExecutionId.isEmpty())
        return {label, groupedId(record.taskExecutionId.text()), {}};
    if (record.taskExecutionIds.empty())
        return {label, Words::tr("none could be read: the decision is for the whole run"), {}};
    QStringList ids;
    for (const TaskExecutionId &id : record.taskExecutionIds)
        ids += groupedId(id.text());
    return {Words::tr("Task executions"), ids.join(QLatin1Char('\n')), {}};
}

bool isForRun(const DecisionRecord &record)
{
    return record.act == Act::ExecuteTask || record.act == Act::CompleteExecution ||
           record.act == Act::CancelExecution;
}

//! False also while failed tasks are still to be chosen.
bool namesRows(const DecisionRecord &record)
{
    if (!record.taskExecutionId.isEmpty() || !record.taskExecutionIds.empty())
        return true;
    return !isForRun(record) && record.act != Act::RetryTask && record.act != Act::SkipTask;
}

std::vector<LabelledFact> factsOfRecord(const DecisionRecord &record)
{
    std::vector<LabelledFact> facts;
    facts.push_back({Words::tr("Execution"), groupedId(record.executionId.text()), {}});
    if (namesRows(record))
        facts.push_back(rowsFact(record));
    if (!record.nextTaskName.isEmpty())
        facts.push_back({Words::tr("Next task"), safeLine(record.nextTaskName, 200), {}});
    if (!record.loopItem.isEmpty())
        facts.push_back({Words::tr("Loop item"), safeLine(record.loopItem), {}});
    if (!record.where.actor.isEmpty())
        facts.push_back({Words::tr("You act as"), actorText(record), {}});
    return facts;
}

} // namespace

QString placeText(const QString &alias, const QString &accountId, const RegionId &region)
{
    if (accountId.isEmpty())
        return Words::tr("%1 · account not known · %2")
            .arg(safeLine(alias, 80), safeLine(region.text(), 80));
    //: %1 is a profile's alias, %2 an account id, %3 a region
    return Words::tr("%1 · account %2 · %3")
        .arg(safeLine(alias, 80), groupedAccount(accountId), safeLine(region.text(), 80));
}

QString drawnText(const DecisionSummary &summary, const QString &note)
{
    QStringList lines{summary.placeText, summary.heading};
    lines += summary.consequence;
    lines += QStringList(summary.targets.begin(), summary.targets.end());
    lines += QStringList(summary.cautions.begin(), summary.cautions.end());
    for (const LabelledFact &fact : summary.facts)
        lines += QString(fact.label + QStringLiteral(": ") + fact.value);
    lines += summary.friction.ticks;
    if (!summary.friction.typedQuestion.isEmpty())
        lines += summary.friction.typedQuestion;
    lines += note;
    lines += summary.confirmText;
    return lines.join(QLatin1Char('\n'));
}

QString firstNotDrawn(const DecisionRecord &record, const DecisionSummary &summary)
{
    const DecisionPlace &where = record.where;
    if (summary.placeText != placeText(where.profileAlias, where.accountId, where.place.region))
        return QStringLiteral("Place");
    const QString act = actLabel(record.act);
    if (!summary.heading.startsWith(act) || !summary.confirmText.contains(act))
        return QStringLiteral("Act");
    const std::vector<LabelledFact> facts = factsOfRecord(record);
    if (facts.size() != summary.recordFacts || facts.size() > summary.facts.size() ||
        !std::equal(facts.begin(), facts.end(), summary.facts.begin()))
        return QStringLiteral("Ids");
    if (!record.executionStatus.isEmpty() &&
        !summary.confirmText.contains(endStateLabel(record.executionStatus)))
        return QStringLiteral("ExecutionStatus");
    return {};
}

WaitSubject subjectOf(const DecisionRecord &record)
{
    WaitSubject subject;
    subject.kind = record.kind;
    subject.confidence = record.confidence;
    subject.taskName = record.taskName;
    subject.region = record.where.place.region;
    return subject;
}

DecisionSummary summaryOf(const DecisionRecord &record, const DecisionObject &object)
{
    DecisionSummary summary;
    summary.placeText =
        placeText(record.where.profileAlias, record.where.accountId, record.where.place.region);
    summary.heading = objectHeading(object, record.act);
    summary.consequence = objectConsequence(object, record.act);
    summary.isDanger = object.isDanger;
    for (const QString &target : object.targets)
        summary.targets.push_back(safeLine(target));
    summary.facts = factsOfRecord(record);
    summary.recordFacts = summary.facts.size();
    summary.confirmText = objectConfirmText(object, record.act, record.where.profileAlias);
    return summary;
}

DecisionSummary summaryOf(const DecisionRecord &record, const WaitSubject &subject)
{
    DecisionObject object;
    object.subject = subject;
    object.targets = subject.targets;
    object.call = subject.call;
    object.isDanger = releasesDanger(subject, record.act);
    object.taskName = record.nextTaskName;
    object.loopItem = record.loopItem;
    object.endState = record.executionStatus;
    const bool takesRow = record.act == Act::RetryTask || record.act == Act::SkipTask ||
                          record.act == Act::CancelTask;
    if (takesRow && !record.taskExecutionId.isEmpty()) {
        TaskExecution row;
        row.id = record.taskExecutionId;
        row.taskName = record.taskName;
        row.loopItem = record.loopItem;
        object.rows.push_back(row);
    }
    return summaryOf(record, object);
}

} // namespace countersign
