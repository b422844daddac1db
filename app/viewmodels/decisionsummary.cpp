// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/decisionsummary.h"

#include "app/domain/displaytext.h"

#include <QCoreApplication>

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

std::vector<LabelledFact> factsOfRecord(const DecisionRecord &record)
{
    std::vector<LabelledFact> facts;
    facts.push_back({Words::tr("Execution"), groupedId(record.executionId.text()), {}});
    if (!record.taskExecutionId.isEmpty())
        facts.push_back(
            {Words::tr("Task execution"), groupedId(record.taskExecutionId.text()), {}});
    else
        facts.push_back({Words::tr("Task execution"),
                         Words::tr("none could be read: the decision is for the whole run"),
                         {}});
    if (!record.where.actor.isEmpty())
        facts.push_back({Words::tr("You act as"), safeLine(record.where.actor, 120), {}});
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

WaitSubject subjectOf(const DecisionRecord &record)
{
    WaitSubject subject;
    subject.kind = record.kind;
    subject.confidence = record.confidence;
    subject.taskName = record.taskName;
    subject.region = record.where.place.region;
    return subject;
}

DecisionSummary summaryOf(const DecisionRecord &record, const WaitSubject &subject)
{
    DecisionSummary summary;
    summary.placeText =
        placeText(record.where.profileAlias, record.where.accountId, record.where.place.region);
    summary.heading = decisionHeading(subject, record.act);
    summary.consequence = actConsequence(subject, record.act);
    summary.isDanger = releasesDanger(subject, record.act);
    for (const QString &target : subject.targets)
        summary.targets.push_back(safeLine(target));
    summary.facts = factsOfRecord(record);
    summary.confirmText = decisionConfirmText(subject, record.act, record.where.profileAlias);
    return summary;
}

} // namespace countersign
