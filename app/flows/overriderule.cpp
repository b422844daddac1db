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
    case DecisionState::Unresolved:
        return true;
    default:
        return false;
    }
}

} // namespace

OverrideRule overrideRule(const DecisionRecord &record, const DecisionBasis &basis,
                          const DecisionProgress &progress)
{
    if (!isInTheWay(progress) || !progress.mayOverrideFrom.isValid())
        return {};
    const bool isVote = record.act == Act::Approve || record.act == Act::Reject;
    const bool isPlain = isVote && basis.requiredApprovals == 1;
    return {isPlain ? OverrideRule::Kind::SecondConfirmation : OverrideRule::Kind::Typed,
            progress.mayOverrideFrom};
}

} // namespace countersign
