// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/gateway/argumentrules.h"

#include "app/domain/json.h"

#include <QDateTime>

#include <algorithm>
#include <array>

namespace countersign::sandbox {

namespace {

bool isTime(const QString &value)
{
    const QDateTime time = QDateTime::fromString(value, QStringLiteral("yyyy-MM-dd'T'HH:mm:ss'Z'"));
    return time.isValid() && value.size() == 20;
}

bool isTruth(const QString &value)
{
    return value == u"true" || value == u"false";
}

bool isJsonObject(const QString &value)
{
    const auto parsed = Json::parse(value.toUtf8());
    return parsed && parsed.json->isObject();
}

bool isWordOf(const QString &value, QStringView words)
{
    for (const QStringView word : words.split(u' ')) {
        if (word == value)
            return true;
    }
    return false;
}

bool isListOf(const QString &value, QStringView words)
{
    const auto parsed = Json::parse(value.toUtf8());
    if (!parsed || !parsed.json->isArray())
        return false;
    const std::vector<Json> items = parsed.json->items();
    return std::all_of(items.begin(), items.end(),
                       [&](const Json &item) { return isWordOf(item.toString(), words); });
}

constexpr QStringView states =
    u"Running Started Queued Success Failed Waiting Cancelled Pending Skipped";
constexpr QStringView categories = u"Other TimerTrigger EventTrigger AlarmTrigger";

//! The closed list of words of a parameter, for the operations whose name begins with `operation`.
struct WordRule
{
    QStringView operation;
    QStringView parameter;
    QStringView words;
};

constexpr std::array wordRules{
    WordRule{u"ListExecutions", u"Status", states},
    WordRule{u"ListTaskExecutions", u"Status", states},
    WordRule{u"ListExecutions", u"Mode", u"Automatic FailurePause Debug"},
    WordRule{u"ListExecutions", u"Depth", u"RootDepth FirstChildDepth"},
    WordRule{u"ListExecutions", u"Category", categories},
    WordRule{u"ListExecutions", u"SortField", u"StartDate EndDate Status"},
    WordRule{u"ListTaskExecutions", u"SortField", u"StartDate EndDate Status"},
    WordRule{u"ListTemplates", u"SortField",
             u"TotalExecutionCount Popularity TemplateName CreatedDate UpdatedDate"},
    WordRule{u"ListTemplate", u"ShareType", u"Public Private"},
    WordRule{u"ListTemplates", u"TemplateType", u"Automation State Package"},
    WordRule{u"ListTemplates", u"TemplateFormat", u"JSON YAML"},
    WordRule{u"ListTemplates", u"Category", categories},
    WordRule{u"List", u"SortOrder", u"Ascending Descending"},
    WordRule{u"NotifyExecution", u"NotifyType",
             u"Approve Reject ExecuteTask CancelTask CompleteExecution RetryTask SkipTask"},
    WordRule{u"TriggerExecution", u"Type", u"Event Alarm Timer"},
    WordRule{u"DescribeRegions", u"AcceptLanguage", u"zh-CN en-US ja"},
};

// Both sides: only one of the two may be sent to ListExecutions.
constexpr std::array exclusions{
    std::pair{u"Depth", u"IncludeChildExecution"},
    std::pair{u"Categories", u"Category"},
};

std::optional<QString> firstInvalid(const Call &call)
{
    const QString action = call.action();
    for (const WordRule &rule : wordRules) {
        const QString value = call.params.value(rule.parameter.toString());
        if (action.startsWith(rule.operation) && !value.isEmpty() && !isWordOf(value, rule.words))
            return rule.parameter.toString();
    }
    if (!action.startsWith(u"List"))
        return {};
    for (auto it = call.params.cbegin(); it != call.params.cend(); ++it) {
        const QString &name = it.key();
        if (it->isEmpty())
            continue;
        const bool isDate = name.endsWith(u"DateAfter") || name.endsWith(u"DateBefore");
        const bool isSwitch = name.startsWith(u"IncludeChild") || name == u"HasTrigger" ||
                              name == u"IsExample" || name == u"IsFavorite";
        if ((isDate && !isTime(*it)) || (isSwitch && !isTruth(*it)) ||
            (name == u"Tags" && !isJsonObject(*it)) ||
            (name == u"Categories" && !isListOf(*it, categories)))
            return name;
    }
    return {};
}

} // namespace

Refusal invalidValue(const QString &parameter)
{
    return {400, QStringLiteral("InvalidParameter"),
            QStringLiteral("The value of parameter %1 is not valid.").arg(parameter)};
}

std::optional<Refusal> checkArguments(const Call &call, const QStringList &regions)
{
    const QString region = call.params.value(QStringLiteral("RegionId"));
    if (!region.isEmpty() && !regions.contains(region)) {
        return Refusal{404, QStringLiteral("InvalidRegionId.NotFound"),
                       QStringLiteral("The specified region is not served here.")};
    }
    if (const auto name = firstInvalid(call))
        return invalidValue(*name);
    for (const auto &[one, other] : exclusions) {
        const auto isSent = [&call](const char16_t *name) {
            return !call.params.value(QString::fromUtf16(name)).isEmpty();
        };
        if (call.action() == u"ListExecutions" && isSent(one) && isSent(other))
            return invalidValue(QString::fromUtf16(one));
    }
    return {};
}

} // namespace countersign::sandbox
