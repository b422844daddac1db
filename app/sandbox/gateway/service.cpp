// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/gateway/service.h"

#include "app/sandbox/gateway/argumentrules.h"

namespace countersign::sandbox {

namespace {

Refusal missing(const QString &name)
{
    return {400, QStringLiteral("MissingParameter"),
            QStringLiteral("The parameter %1 is required.").arg(name)};
}

QByteArray deniedDetail(const QString &right, const User &user)
{
    JsonWriter out;
    out.beginObject().member(u"AuthAction", right);
    out.member(u"AuthPrincipalType", QStringLiteral("SubUser"));
    out.member(u"AuthPrincipalOwnerId", Users::accountId());
    out.member(u"AuthPrincipalDisplayName", user.id);
    out.member(u"NoPermissionType", QStringLiteral("ImplicitDeny"));
    out.member(u"PolicyType", QStringLiteral("AccountLevelIdentityBasedPolicy")).endObject();
    return out.bytes();
}

bool isCallerIdentity(const Call &call)
{
    return call.version() == u"2015-04-01" && call.action() == u"GetCallerIdentity";
}

} // namespace

QStringList Service::regions()
{
    return {QStringLiteral("cn-hangzhou"), QStringLiteral("ap-southeast-1")};
}

const QHash<QString, Service::Entry> &Service::entries()
{
    static const QString id = QStringLiteral("ExecutionId");
    static const QString name = QStringLiteral("TemplateName");
    static const QHash<QString, Entry> table{
        {QStringLiteral("ListExecutions"), {&Service::listExecutions, {}}},
        {QStringLiteral("ListTaskExecutions"), {&Service::listTaskExecutions, {}}},
        {QStringLiteral("ListExecutionLogs"), {&Service::listExecutionLogs, {id}}},
        {QStringLiteral("GetExecutionTemplate"), {&Service::getExecutionTemplate, {id}}},
        {QStringLiteral("ListExecutionRiskyTasks"), {&Service::listRiskyTasks, {name}}},
        {QStringLiteral("StartExecution"), {&Service::startExecution, {}, true}},
        {QStringLiteral("StartDebugExecution"),
         {&Service::startDebugExecution, {QStringLiteral("TaskType")}, true}},
        {QStringLiteral("TriggerExecution"),
         {&Service::triggerExecution,
          {QStringLiteral("RegionId"), id, QStringLiteral("Type")},
          true}},
        {QStringLiteral("CancelExecution"), {&Service::cancelExecution, {id}, true}},
        {QStringLiteral("NotifyExecution"),
         {&Service::notifyExecution, {id, QStringLiteral("NotifyType")}, true}},
        {QStringLiteral("ListTemplates"), {&Service::listTemplates, {}}},
        {QStringLiteral("GetTemplate"), {&Service::getTemplate, {name}}},
        {QStringLiteral("ListTemplateVersions"), {&Service::listTemplateVersions, {name}}},
        {QStringLiteral("ValidateTemplateContent"), {&Service::validateTemplateContent, {}}},
        {QStringLiteral("DescribeRegions"), {&Service::describeRegions, {}}}};
    return table;
}

std::optional<Answer> Service::refuseEarly(const Call &call, const QDateTime &now,
                                           const QString &requestId, QString &user)
{
    const Verdict verdict = m_verifier.verify(call, now);
    if (verdict.user)
        user = verdict.user->name;
    if (verdict.refusal)
        return refusalAnswer(*verdict.refusal, requestId, QString::fromUtf8(call.header("host")));
    return refuseByRules(call, *verdict.user, requestId);
}

Answer Service::refused(const Call &call, const Refusal &refusal, const QString &requestId)
{
    const QString action = call.action();
    const bool isRenamed = isStrict(Strictness::UnlistedCodes) &&
                           (action == u"NotifyExecution" || action == u"CancelExecution" ||
                            action == u"StartExecution");
    return refusalAnswer(isRenamed ? m_unlistedCodes.renamed(refusal) : refusal, requestId,
                         QString::fromUtf8(call.header("host")));
}

std::optional<Answer> Service::refuseByRules(const Call &call, const User &user,
                                             const QString &requestId)
{
    const auto refuse = [&](const Refusal &refusal, const QByteArray &detail = {}) {
        return refusalAnswer(refusal, requestId, QString::fromUtf8(call.header("host")), detail);
    };
    const QString action = call.action();
    if (isCallerIdentity(call))
        return {};
    if (call.version() != u"2019-06-01") {
        return refuse({400, QStringLiteral("InvalidVersion"),
                       QStringLiteral("Specified parameter Version is not valid.")});
    }
    const auto entry = entries().constFind(action);
    if (entry == entries().constEnd()) {
        return refuse({400, QStringLiteral("InvalidAction.NotFound"),
                       QStringLiteral("Specified api is not found, please check your url and "
                                      "method.")});
    }
    const QString right = QStringLiteral("oos:") + action;
    if (!user.may(right)) {
        return refuse(
            {401, QStringLiteral("User.NoPermission"),
             QStringLiteral("The user has no permission to do the action %1.").arg(right)},
            deniedDetail(right, user));
    }
    for (const QString &name : entry->required) {
        if (call.params.value(name).isEmpty())
            return refused(call, missing(name), requestId);
    }
    if (const auto refusal = checkArguments(call, regions()))
        return refused(call, *refusal, requestId);
    return {};
}

Answer Service::check(const Call &call, const QDateTime &now, const QString &requestId,
                      QString &user)
{
    if (const auto refused = refuseEarly(call, now, requestId, user))
        return *refused;
    JsonWriter out;
    out.beginObject().member(u"RequestId", requestId).endObject();
    return {200, {}, out.bytes(), false, false};
}

Answer Service::carryOut(const Call &call, const QString &requestId, const QString &user)
{
    JsonWriter out;
    out.beginObject().member(u"RequestId", requestId);
    const User &sender = *m_users.byName(user);
    if (isCallerIdentity(call)) {
        callerIdentity(call, sender, out);
        return {200, {}, out.endObject().bytes(), false, false};
    }
    const Entry entry = entries().value(call.action());
    if (const auto refusal = (this->*(entry.carryOut))(call, sender, out))
        return refused(call, *refusal, requestId);
    return {200, {}, out.endObject().bytes(), entry.changes, false};
}

Answer Service::answer(const Call &call, const QDateTime &now, const QString &requestId,
                       QString &user)
{
    if (const auto refused = refuseEarly(call, now, requestId, user))
        return *refused;
    return carryOut(call, requestId, user);
}

std::optional<Refusal> Service::callerIdentity(const Call &, const User &user, JsonWriter &out)
{
    out.member(u"IdentityType", QStringLiteral("RAMUser"));
    out.member(u"AccountId", Users::accountId()).member(u"PrincipalId", user.id);
    out.member(u"UserId", user.id);
    out.member(u"Arn", QStringLiteral("acs:ram::%1:user/%2").arg(Users::accountId(), user.name));
    return {};
}

} // namespace countersign::sandbox
