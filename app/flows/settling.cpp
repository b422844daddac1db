// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/settling.h"

namespace countersign {

namespace {

Verdict settleRefusal(const Watched &watched)
{
    if (watched.hasAnyChange)
        return {DecisionState::Ambiguous};
    return {watched.isRefusalDue ? DecisionState::Refused : DecisionState::RefusedCodeUnknown};
}

Verdict settleAccepted(const Watched &watched)
{
    const bool needsOthers = watched.requiredApprovals.value_or(1) > 1;
    switch (watched.movement) {
    case Movement::AsAsked:
        return {DecisionState::ReconciledApplied};
    case Movement::Partly:
        return {watched.isPartDue ? DecisionState::ReconciledApplied : DecisionState::Accepted};
    case Movement::Elsewhere:
        return {DecisionState::ReconciledOtherActor};
    case Movement::CannotBeRead:
        return {watched.isGoneDue ? DecisionState::Unresolved : DecisionState::Accepted};
    case Movement::None:
        break;
    }
    if (watched.isNoteSeen && !needsOthers)
        return {DecisionState::ReconciledApplied};
    if (needsOthers && (watched.isOthersDue || watched.isWindowOver))
        return {DecisionState::Accepted, true};
    return {watched.isWindowOver ? DecisionState::Unresolved : DecisionState::Accepted};
}

Verdict settleAmbiguous(const Watched &watched)
{
    switch (watched.movement) {
    case Movement::Elsewhere:
        return {DecisionState::ReconciledOtherActor};
    case Movement::CannotBeRead:
        return {watched.isGoneDue ? DecisionState::Unresolved : DecisionState::Ambiguous};
    case Movement::Partly:
        if (!watched.isPartDue)
            return {DecisionState::Ambiguous};
        [[fallthrough]];
    case Movement::AsAsked:
        // The reply would say whether it was us.
        if (watched.isReplyAwaited && !watched.isNoteSeen)
            return {DecisionState::Ambiguous};
        return {watched.isNoteSeen || watched.isAcceptedLate ? DecisionState::ReconciledApplied
                                                             : DecisionState::ReconciledOtherActor};
    case Movement::None:
        break;
    }
    if (watched.isNoteSeen)
        return {DecisionState::ReconciledApplied};
    if (!watched.isWindowOver)
        return {DecisionState::Ambiguous};
    const bool isOneEnough = watched.requiredApprovals == 1;
    const bool isNothingDone = watched.isUntouched && !watched.isAcceptedLate;
    return {isNothingDone && isOneEnough ? DecisionState::ReconciledNotApplied
                                         : DecisionState::Unresolved};
}

} // namespace

Verdict settle(DecisionState state, const Watched &watched)
{
    switch (state) {
    case DecisionState::RefusedCodeUnknown:
        return settleRefusal(watched);
    case DecisionState::Accepted:
        return settleAccepted(watched);
    case DecisionState::Ambiguous:
        return settleAmbiguous(watched);
    default:
        return {state};
    }
}

QStringList evidenceWords(const Watched &watched, const Verdict &verdict)
{
    QStringList words;
    if (!isTerminal(verdict.state))
        return words;
    if (watched.isNoteSeen)
        words << QStringLiteral("E1");
    if (watched.movement == Movement::AsAsked || watched.movement == Movement::Partly)
        words << QStringLiteral("E2");
    if (watched.movement == Movement::Elsewhere)
        words << QStringLiteral("E3");
    if (verdict.state == DecisionState::ReconciledNotApplied)
        words << QStringLiteral("E4");
    if (watched.movement == Movement::CannotBeRead)
        words << QStringLiteral("E5");
    if (words.isEmpty())
        words << QStringLiteral("NoEffect");
    return words;
}

bool isWindowOver(const WindowFacts &facts, std::chrono::milliseconds window)
{
    constexpr std::chrono::milliseconds longest = std::chrono::hours(24);
    const QDateTime end = facts.signedAt.addMSecs(window.count());
    const bool hasPassedHere = facts.sinceSending.value_or(facts.sinceWatching) > window;
    if (facts.skew) {
        const QDateTime serviceTime = facts.now.addSecs(facts.skew->count());
        return serviceTime > end && (!facts.sinceSending || hasPassedHere);
    }
    return hasPassedHere &&
           (facts.now > end || facts.sinceSending.value_or(facts.sinceWatching) > longest);
}

} // namespace countersign
