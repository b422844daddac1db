// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/actoffers.h"

#include <QCoreApplication>

namespace countersign {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ActOffers)
};

} // namespace

ActFacts actFactsAs(const ReviewFacts &facts, const std::optional<WaitKind> &namedKind)
{
    ActFacts known = actFactsOf(facts);
    if (!namedKind)
        return known;
    known.kind = *namedKind;
    known.confidence = Confidence::Certain;
    return known;
}

QString reasonText(ActReason reason)
{
    switch (reason) {
    case ActReason::RunHasEnded:
        return Words::tr("There is nothing to decide: this wait is over.");
    case ActReason::OnlyInDebug:
        return Words::tr(
            "Only a run in Debug mode takes this; this run was read to be in another.");
    case ActReason::OnlyInFailurePause:
        return Words::tr("Only a run that pauses on failure takes this; this run was read to be in "
                         "another mode.");
    case ActReason::RowHasEnded:
        return Words::tr("The task has ended: there is nothing to approve or reject.");
    case ActReason::RowHasNotFailed:
        return Words::tr("The task has not failed: there is nothing to retry or skip.");
    case ActReason::ApprovalTask:
        return Words::tr("An approval is answered by Approve or Reject, never retried or skipped.");
    case ActReason::None:
    case ActReason::NotForKind:
    case ActReason::KindIsGuessed:
    case ActReason::OtherSetOfDebug:
        break;
    }
    return {};
}

Capability capabilityOf(Act act, const ReviewFacts &facts, const ReviewStanding &standing,
                        const std::optional<WaitKind> &namedKind)
{
    const ActStanding table = standingOf(actFactsAs(facts, namedKind), act);
    Capability capability;
    capability.isOffered = table.offer == Offer::Offered;
    capability.isOnRequest =
        table.offer == Offer::OnRequest && table.reason == ActReason::OtherSetOfDebug;
    if (!capability.isOffered && !capability.isOnRequest) {
        capability.reason = reasonText(table.reason);
        return capability;
    }
    const auto obstacle = obstacleTo(act, facts, standing);
    capability.isEnabled = !obstacle.has_value();
    capability.reason = obstacle.value_or(QString());
    capability.isPossibleUnseen =
        obstacle && capability.isOffered && !obstacleUnseen(act, facts, standing);
    WaitSubject subject = subjectOf(facts);
    subject.kind = namedKind.value_or(subject.kind);
    capability.isDanger = releasesDanger(subject, act);
    return capability;
}

} // namespace countersign
