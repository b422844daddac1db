// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/journalentry.h"

#include <algorithm>

namespace countersign {

const RequestFacts *JournalEntry::request() const
{
    const JournalStep *sending = stepTo(DecisionState::Sending);
    return sending && sending->facts.request ? &*sending->facts.request : nullptr;
}

const JournalStep *JournalEntry::stepTo(DecisionState state) const
{
    const auto found = std::find_if(steps.begin(), steps.end(), [state](const JournalStep &step) {
        return step.state == state;
    });
    return found == steps.end() ? nullptr : &*found;
}

bool JournalEntry::isTakenApproval() const
{
    const bool isTaken = waitsForOthers || state() == DecisionState::Accepted ||
                         state() == DecisionState::ReconciledApplied;
    return isTaken && record.act == Act::Approve && !record.taskExecutionId.isEmpty();
}

} // namespace countersign
