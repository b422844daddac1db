// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/waitkind.h"

#include <array>

namespace countersign {

namespace {

struct ActTraits
{
    Act act;
    QStringView word;
    std::optional<RunMode> onlyIn; //!< the one mode in which the act can apply
};

constexpr std::array<ActTraits, 8> actTraits = {{
    {Act::Approve, u"Approve", {}},
    {Act::Reject, u"Reject", {}},
    {Act::RetryTask, u"RetryTask", RunMode::FailurePause},
    {Act::SkipTask, u"SkipTask", RunMode::FailurePause},
    {Act::ExecuteTask, u"ExecuteTask", RunMode::Debug},
    {Act::CancelTask, u"CancelTask", RunMode::Debug},
    {Act::CompleteExecution, u"CompleteExecution", RunMode::Debug},
    {Act::CancelExecution, u"", {}},
}};

const ActTraits &traitsOf(Act act)
{
    for (const ActTraits &traits : actTraits) {
        if (traits.act == act)
            return traits;
    }
    return actTraits.back();
}

Fit fitOfVote(WaitKind kind)
{
    switch (kind) {
    case WaitKind::Approval:
    case WaitKind::HighRisk:
        return Fit::Fits;
    case WaitKind::BatchPause:
    case WaitKind::ManualPause:
        return Fit::Probable;
    case WaitKind::DebugStep:
    case WaitKind::FailurePause:
    case WaitKind::InsideChild:
    case WaitKind::Unknown:
        break;
    }
    return Fit::NotForKind;
}

} // namespace

QString notifyTypeText(Act act)
{
    return traitsOf(act).word.toString();
}

Fit fit(WaitKind kind, RunMode mode, Act act)
{
    if (act == Act::CancelExecution)
        return Fit::Fits;
    const std::optional<RunMode> onlyIn = traitsOf(act).onlyIn;
    if (!onlyIn)
        return fitOfVote(kind);
    if (mode != RunMode::Unknown && mode != *onlyIn)
        return Fit::RuledOut;
    const WaitKind kindOfMode =
        *onlyIn == RunMode::Debug ? WaitKind::DebugStep : WaitKind::FailurePause;
    return kind == kindOfMode ? Fit::Fits : Fit::NotForKind;
}

RequiredReads requiredReads(WaitKind kind)
{
    const RequiredReads always =
        RequiredRead::Run | RequiredRead::WaitingRow | RequiredRead::Template;
    return kind == WaitKind::HighRisk ? always | RequiredRead::Call : always;
}

} // namespace countersign
