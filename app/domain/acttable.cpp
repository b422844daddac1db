// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/acttable.h"

namespace countersign {

namespace {

bool isVote(Act act)
{
    return act == Act::Approve || act == Act::Reject;
}

bool isForFailure(Act act)
{
    return act == Act::RetryTask || act == Act::SkipTask;
}

bool isApprovalAction(const QString &action)
{
    return action.compare(u"ACS::Approve", Qt::CaseInsensitive) == 0;
}

// The mode in which alone the act can apply.
std::optional<RunMode> modeOf(Act act)
{
    if (isVote(act) || act == Act::CancelExecution)
        return std::nullopt;
    return isForFailure(act) ? RunMode::FailurePause : RunMode::Debug;
}

bool canBeRetried(RunStatus status)
{
    return status == RunStatus::Failed || status == RunStatus::Waiting ||
           status == RunStatus::Unknown;
}

// What a state that was read says against the act; None: nothing.
ActReason objectionOfStates(const ActFacts &facts, Act act)
{
    if (isFinal(facts.runStatus))
        return ActReason::RunHasEnded;
    const std::optional<RunMode> mode = modeOf(act);
    if (mode && facts.mode != RunMode::Unknown && facts.mode != *mode)
        return *mode == RunMode::Debug ? ActReason::OnlyInDebug : ActReason::OnlyInFailurePause;
    if (!facts.rowStatus)
        return ActReason::None;
    if (isVote(act) && isFinal(*facts.rowStatus) && facts.kind != WaitKind::FailurePause)
        return ActReason::RowHasEnded;
    if (isForFailure(act) && !canBeRetried(*facts.rowStatus))
        return ActReason::RowHasNotFailed;
    return ActReason::None;
}

// In a Debug run a row may wait for a person for two reasons (oos-api.md 5.2, test 3).
bool belongsToOtherSet(const ActFacts &facts, Act act)
{
    if (facts.mode != RunMode::Debug)
        return false;
    if (isVote(act))
        return facts.kind == WaitKind::DebugStep && facts.confirmsHighRisk &&
               facts.rowStatus == RunStatus::Waiting;
    return modeOf(act) == RunMode::Debug;
}

bool isGuess(const ActFacts &facts)
{
    return facts.kind == WaitKind::Unknown || facts.confidence == Confidence::Probable;
}

} // namespace

ActStanding standingOf(const ActFacts &facts, Act act)
{
    const Fit fitting = fit(facts.kind, facts.mode, act);
    if (isForFailure(act) &&
        (isApprovalAction(facts.rowAction) ||
         (facts.kind == WaitKind::Approval && facts.confidence == Confidence::Certain)))
        return {Offer::Absent, fitting, ActReason::ApprovalTask};
    if (const ActReason objection = objectionOfStates(facts, act); objection != ActReason::None)
        return {Offer::RuledOut, fitting, objection};
    if (fitting == Fit::Fits || fitting == Fit::Probable)
        return {Offer::Offered, fitting, ActReason::None};
    if (belongsToOtherSet(facts, act))
        return {isVote(act) ? Offer::Offered : Offer::OnRequest, Fit::Probable,
                ActReason::OtherSetOfDebug};
    if (isGuess(facts))
        return {Offer::OnRequest, fitting, ActReason::KindIsGuessed};
    return {Offer::Absent, fitting, ActReason::NotForKind};
}

std::vector<WaitKind> namableKinds(const ActFacts &facts)
{
    std::vector<WaitKind> kinds;
    if (!isGuess(facts) || isFinal(facts.runStatus))
        return kinds;
    for (const WaitKind kind : {WaitKind::Approval, WaitKind::ManualPause, WaitKind::DebugStep,
                                WaitKind::FailurePause, WaitKind::BatchPause, WaitKind::HighRisk}) {
        ActFacts named = facts;
        named.kind = kind;
        named.confidence = Confidence::Certain;
        const Act first = kind == WaitKind::DebugStep      ? Act::ExecuteTask
                          : kind == WaitKind::FailurePause ? Act::RetryTask
                                                           : Act::Approve;
        if (standingOf(named, first).offer == Offer::Offered)
            kinds.push_back(kind);
    }
    return kinds;
}

const std::vector<Act> &allActs()
{
    static const std::vector<Act> acts = {
        Act::Approve,     Act::Reject,     Act::RetryTask,         Act::SkipTask,
        Act::ExecuteTask, Act::CancelTask, Act::CompleteExecution, Act::CancelExecution};
    return acts;
}

} // namespace countersign
