// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/overriderule.h"

namespace countersign {

namespace {

bool isInTheWay(const DecisionProgress &progress)
{
    switch (progress.state) {
    case DecisionState::Accepted:
        return !progress.waitsForOthers;
    case DecisionState::Ambiguous:
        return true;
    default:
        return false;
    }
}

} // namespace

OverrideRule::Kind overrideKind(Act act, std::optional<qint64> requiredApprovals)
{
    // One rejection ends the wait, however many approvals it needs.
    const bool isOneEnough = act == Act::Reject || (act == Act::Approve && requiredApprovals == 1);
    return isOneEnough ? OverrideRule::Kind::SecondConfirmation : OverrideRule::Kind::Typed;
}

OverrideRule overrideRule(const DecisionRecord &record, const DecisionBasis &basis,
                          const DecisionProgress &progress)
{
    if (!isInTheWay(progress) || !progress.mayOverrideFrom.isValid())
        return {};
    return {overrideKind(record.act, basis.requiredApprovals), progress.mayOverrideFrom};
}

} // namespace countersign
