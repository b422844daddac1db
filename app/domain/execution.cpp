// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/execution.h"

#include <array>

namespace countersign {

namespace {

constexpr std::array<std::pair<RunStatus, QStringView>, 9> statusWords = {{
    {RunStatus::Started, u"Started"},
    {RunStatus::Queued, u"Queued"},
    {RunStatus::Running, u"Running"},
    {RunStatus::Waiting, u"Waiting"},
    {RunStatus::Success, u"Success"},
    {RunStatus::Failed, u"Failed"},
    {RunStatus::Cancelled, u"Cancelled"},
    {RunStatus::Pending, u"Pending"},
    {RunStatus::Skipped, u"Skipped"},
}};

} // namespace

RunStatus runStatusFromText(QStringView text)
{
    for (const auto &[status, word] : statusWords) {
        if (word == text)
            return status;
    }
    return RunStatus::Unknown;
}

QString runStatusText(RunStatus status)
{
    for (const auto &[known, word] : statusWords) {
        if (known == status)
            return word.toString();
    }
    return {};
}

bool isFinal(RunStatus status)
{
    return status == RunStatus::Success || status == RunStatus::Failed ||
           status == RunStatus::Cancelled || status == RunStatus::Skipped;
}

RunMode runModeFromText(QStringView text)
{
    if (text == u"Automatic")
        return RunMode::Automatic;
    if (text == u"FailurePause")
        return RunMode::FailurePause;
    if (text == u"Debug")
        return RunMode::Debug;
    return RunMode::Unknown;
}

bool Execution::confirmsHighRisk() const
{
    return safetyCheck == u"ConfirmEveryHighRiskAction";
}

QString userNameOf(const QString &executedBy)
{
    const qsizetype bracket = executedBy.lastIndexOf(u'(');
    if (bracket <= 0 || !executedBy.endsWith(u')'))
        return executedBy;
    return executedBy.left(bracket);
}

} // namespace countersign
