// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/bulkwords.h"

#include "app/domain/displaytext.h"
#include "app/flows/decideflow.h"
#include "app/viewmodels/decisionviewmodel.h"

#include <QCoreApplication>

#include <algorithm>

namespace countersign {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(BulkWords)
};

bool hasLeftItsState(const DecisionProgress &progress)
{
    return std::any_of(
        progress.changedFacts.begin(), progress.changedFacts.end(), [](const QString &fact) {
            return fact == QLatin1String("TaskExecution.Status") || fact == QLatin1String("Status");
        });
}

QString changedText(const DecisionProgress &progress)
{
    if (!hasLeftItsState(progress))
        return Words::tr("changed while you were reading, not sent");
    const QString status =
        safeLine(progress.rowStatus.isEmpty() ? progress.runStatus : progress.rowStatus, 40);
    if (status.isEmpty())
        return Words::tr("already decided, not sent");
    //: %1 is a state such as Success, as the service writes it
    return Words::tr("already decided, not sent: now %1").arg(status);
}

QString refusedText(const DecisionProgress &progress)
{
    const QString code = safeLine(progress.report.code, 80);
    if (progress.error && progress.error->kind == Error::Kind::Forbidden)
        //: %1 is a code of the service
        return Words::tr("refused, you may not decide this: %1").arg(code);
    if (progress.error && progress.error->kind == Error::Kind::Throttled)
        return Words::tr("refused, too many calls: %1").arg(code);
    if (progress.error && progress.error->kind == Error::Kind::BadCredentials)
        return Words::tr("refused, the key is not accepted: %1").arg(code);
    return Words::tr("refused: %1").arg(code);
}

QString notSentText(const DecisionProgress &progress)
{
    if (progress.stop == DecisionProgress::Stop::Expired)
        return Words::tr("not sent: the keys have ended");
    if (progress.stop == DecisionProgress::Stop::Locked)
        return Words::tr("not sent: the key is not in memory");
    return Words::tr("not sent");
}

} // namespace

QString bulkResultText(const DecisionViewModel &decision)
{
    static const DecisionProgress none;
    const DecisionProgress &progress = decision.flow() ? decision.flow()->progress() : none;
    switch (progress.state) {
    case DecisionState::Drafted:
    case DecisionState::Verified:
        return Words::tr("checking once more…");
    case DecisionState::IntentRecorded:
    case DecisionState::Sending:
    case DecisionState::Sent:
        return Words::tr("sending…");
    case DecisionState::Changed:
        return changedText(progress);
    case DecisionState::NotSent:
        return notSentText(progress);
    case DecisionState::Refused:
        return refusedText(progress);
    case DecisionState::RefusedCodeUnknown:
        return Words::tr("refused, being checked: %1").arg(safeLine(progress.report.code, 80));
    case DecisionState::Accepted:
        return progress.waitsForOthers ? Words::tr("accepted, waits for others")
                                       : Words::tr("accepted");
    case DecisionState::Ambiguous:
        return Words::tr("outcome unknown");
    case DecisionState::ReconciledApplied:
        return Words::tr("done");
    case DecisionState::ReconciledOtherActor:
        return Words::tr("decided, not certainly by you");
    case DecisionState::ReconciledNotApplied:
        return Words::tr("not carried out");
    case DecisionState::Unresolved:
        return Words::tr("could not be determined");
    }
    return {};
}

BulkStanding bulkStandingOf(const DecisionViewModel &decision)
{
    switch (decision.decisionState()) {
    case DecisionState::Drafted:
    case DecisionState::Verified:
    case DecisionState::IntentRecorded:
    case DecisionState::Sending:
    case DecisionState::Sent:
    case DecisionState::RefusedCodeUnknown:
        return BulkStanding::Sending;
    case DecisionState::Accepted:
    case DecisionState::ReconciledApplied:
        return BulkStanding::Accepted;
    case DecisionState::Changed:
    case DecisionState::NotSent:
    case DecisionState::Refused:
    case DecisionState::ReconciledOtherActor:
    case DecisionState::ReconciledNotApplied:
        return BulkStanding::Untouched;
    case DecisionState::Ambiguous:
    case DecisionState::Unresolved:
        return BulkStanding::Unclear;
    }
    return BulkStanding::Unclear;
}

QString decisionStateWord(DecisionState state)
{
    switch (state) {
    case DecisionState::Drafted:
        return QStringLiteral("Drafted");
    case DecisionState::Verified:
        return QStringLiteral("Verified");
    case DecisionState::Changed:
        return QStringLiteral("Changed");
    case DecisionState::IntentRecorded:
        return QStringLiteral("IntentRecorded");
    case DecisionState::Sending:
        return QStringLiteral("Sending");
    case DecisionState::Sent:
        return QStringLiteral("Sent");
    case DecisionState::NotSent:
        return QStringLiteral("NotSent");
    case DecisionState::Refused:
        return QStringLiteral("Refused");
    case DecisionState::RefusedCodeUnknown:
        return QStringLiteral("RefusedCodeUnknown");
    case DecisionState::Accepted:
        return QStringLiteral("Accepted");
    case DecisionState::Ambiguous:
        return QStringLiteral("Ambiguous");
    case DecisionState::ReconciledApplied:
        return QStringLiteral("ReconciledApplied");
    case DecisionState::ReconciledOtherActor:
        return QStringLiteral("ReconciledOtherActor");
    case DecisionState::ReconciledNotApplied:
        return QStringLiteral("ReconciledNotApplied");
    case DecisionState::Unresolved:
        return QStringLiteral("Unresolved");
    }
    return {};
}

} // namespace countersign
