// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/gateway/service.h"

namespace countersign::sandbox {

const ExecutionRecord *Service::find(const Call &call, const User &user,
                                     std::optional<Refusal> &refusal) const
{
    const QString region = call.params.value(QStringLiteral("RegionId"));
    const ExecutionRecord *record =
        m_engine.execution(call.params.value(QStringLiteral("ExecutionId")));
    if (record && (region.isEmpty() || record->region == region) &&
        record->accountId == user.accountId)
        return record;
    refusal = Refusal{404, QStringLiteral("EntityNotExists.Execution"),
                      QStringLiteral("The specified execution does not exist.")};
    return nullptr;
}

std::optional<Refusal> Service::cancelExecution(const Call &call, const User &user, JsonWriter &)
{
    std::optional<Refusal> refusal;
    const ExecutionRecord *record = find(call, user, refusal);
    return record ? m_engine.cancel(record->fields.id.text()) : refusal;
}

std::optional<Refusal> Service::notifyExecution(const Call &call, const User &user, JsonWriter &)
{
    std::optional<Refusal> refusal;
    if (!find(call, user, refusal))
        return refusal;
    const auto value = [&](const char *name) {
        return call.params.value(QString::fromLatin1(name));
    };
    NotifyRequest request;
    request.executionId = value("ExecutionId");
    request.notifyType = value("NotifyType");
    request.note = value("NotifyNote");
    request.taskName = value("TaskName");
    request.taskExecutionId = value("TaskExecutionId");
    request.taskExecutionIds = value("TaskExecutionIds");
    request.executionStatus = value("ExecutionStatus");
    request.parameters = value("Parameters");
    request.loopItem = value("LoopItem");
    request.userName = user.displayName();
    return m_engine.notify(request);
}

std::optional<Refusal> Service::describeRegions(const Call &call, const User &, JsonWriter &out)
{
    const QString language = call.params.value(QStringLiteral("AcceptLanguage"));
    const QStringList names =
        language == u"zh-CN"
            ? QStringList{QStringLiteral("华东1（杭州）"), QStringLiteral("新加坡")}
            : QStringList{QStringLiteral("China (Hangzhou)"), QStringLiteral("Singapore")};
    out.name(u"Regions").beginArray();
    for (qsizetype i = 0; i < regions().size(); ++i) {
        out.beginObject().member(u"RegionId", regions().at(i)).member(u"LocalName", names.at(i));
        out.member(u"RegionEndpoint", QStringLiteral("oos.%1.aliyuncs.com").arg(regions().at(i)));
        out.endObject();
    }
    out.endArray();
    return {};
}

} // namespace countersign::sandbox
