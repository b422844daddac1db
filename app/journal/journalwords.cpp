// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/journalwords.h"

namespace countersign {

QString journalWord(DecisionState state)
{
    switch (state) {
    case DecisionState::Drafted:
        return QStringLiteral("drafted");
    case DecisionState::Verified:
        return QStringLiteral("verified");
    case DecisionState::Changed:
        return QStringLiteral("changed");
    case DecisionState::IntentRecorded:
        return QStringLiteral("intent-recorded");
    case DecisionState::Sending:
        return QStringLiteral("sending");
    case DecisionState::Sent:
        return QStringLiteral("sent");
    case DecisionState::NotSent:
        return QStringLiteral("not-sent");
    case DecisionState::Refused:
        return QStringLiteral("refused");
    case DecisionState::RefusedCodeUnknown:
        return QStringLiteral("refused-code-unknown");
    case DecisionState::Accepted:
        return QStringLiteral("accepted");
    case DecisionState::Ambiguous:
        return QStringLiteral("ambiguous");
    case DecisionState::ReconciledApplied:
        return QStringLiteral("reconciled-applied");
    case DecisionState::ReconciledOtherActor:
        return QStringLiteral("reconciled-other-actor");
    case DecisionState::ReconciledNotApplied:
        return QStringLiteral("reconciled-not-applied");
    case DecisionState::Unresolved:
        return QStringLiteral("unresolved");
    }
    return {};
}

QString journalWord(Act act)
{
    switch (act) {
    case Act::Approve:
        return QStringLiteral("Approve");
    case Act::Reject:
        return QStringLiteral("Reject");
    case Act::RetryTask:
        return QStringLiteral("RetryTask");
    case Act::SkipTask:
        return QStringLiteral("SkipTask");
    case Act::ExecuteTask:
        return QStringLiteral("ExecuteTask");
    case Act::CancelTask:
        return QStringLiteral("CancelTask");
    case Act::CompleteExecution:
        return QStringLiteral("CompleteExecution");
    case Act::CancelExecution:
        return QStringLiteral("CancelExecution");
    }
    return {};
}

QString journalWord(WaitKind kind)
{
    switch (kind) {
    case WaitKind::Approval:
        return QStringLiteral("approval");
    case WaitKind::HighRisk:
        return QStringLiteral("high-risk");
    case WaitKind::DebugStep:
        return QStringLiteral("debug-step");
    case WaitKind::FailurePause:
        return QStringLiteral("failure-pause");
    case WaitKind::BatchPause:
        return QStringLiteral("batch-pause");
    case WaitKind::ManualPause:
        return QStringLiteral("manual-pause");
    case WaitKind::InsideChild:
        return QStringLiteral("inside-child");
    case WaitKind::Unknown:
        return QStringLiteral("unknown");
    }
    return {};
}

QString journalWord(Confidence confidence)
{
    switch (confidence) {
    case Confidence::Certain:
        return QStringLiteral("certain");
    case Confidence::Probable:
        return QStringLiteral("probable");
    }
    return {};
}

QString journalWord(EnvironmentColor color)
{
    switch (color) {
    case EnvironmentColor::Grey:
        return QStringLiteral("grey");
    case EnvironmentColor::Red:
        return QStringLiteral("red");
    case EnvironmentColor::Orange:
        return QStringLiteral("orange");
    case EnvironmentColor::Green:
        return QStringLiteral("green");
    case EnvironmentColor::Blue:
        return QStringLiteral("blue");
    case EnvironmentColor::Violet:
        return QStringLiteral("violet");
    }
    return {};
}

QString journalWord(EnvironmentPattern pattern)
{
    switch (pattern) {
    case EnvironmentPattern::Plain:
        return QStringLiteral("plain");
    case EnvironmentPattern::Stripes:
        return QStringLiteral("stripes");
    case EnvironmentPattern::Dots:
        return QStringLiteral("dots");
    case EnvironmentPattern::Bars:
        return QStringLiteral("bars");
    case EnvironmentPattern::Checks:
        return QStringLiteral("checks");
    }
    return {};
}

QString journalWord(ActorKind kind)
{
    switch (kind) {
    case ActorKind::Unknown:
        return QStringLiteral("unknown");
    case ActorKind::User:
        return QStringLiteral("user");
    case ActorKind::Role:
        return QStringLiteral("role");
    case ActorKind::Account:
        return QStringLiteral("account");
    }
    return {};
}

template <class Enum>
std::optional<Enum> fromJournalWord(QStringView word)
{
    // Enumerators count from zero; the first number without a word lies behind the last of them.
    for (int i = 0;; ++i) {
        const QString known = journalWord(static_cast<Enum>(i));
        if (known.isEmpty())
            return std::nullopt;
        if (known == word)
            return static_cast<Enum>(i);
    }
}

template std::optional<DecisionState> fromJournalWord(QStringView word);
template std::optional<Act> fromJournalWord(QStringView word);
template std::optional<WaitKind> fromJournalWord(QStringView word);
template std::optional<Confidence> fromJournalWord(QStringView word);
template std::optional<EnvironmentColor> fromJournalWord(QStringView word);
template std::optional<EnvironmentPattern> fromJournalWord(QStringView word);
template std::optional<ActorKind> fromJournalWord(QStringView word);

} // namespace countersign
