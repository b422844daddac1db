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
    out.member(u"AuthPrincipalType",
               user.isSession() ? QStringLiteral("AssumedRoleUser") : QStringLiteral("SubUser"));
    out.member(u"AuthPrincipalOwnerId", user.accountId);
    out.member(u"AuthPrincipalDisplayName", user.isSession() ? user.displayName() : user.id);
    out.member(u"NoPermissionType", QStringLiteral("ImplicitDeny"));
    out.member(u"PolicyType", user.policy ? QStringLiteral("SessionPolicy")
                                          : QStringLiteral("AccountLevelIdentityBasedPolicy"));
    out.endObject();
    return out.bytes();
}

//! What a call is about, as policies name it.
QString resourceOf(const Call &call, const User &user)
{
    const auto value = [&call](const char *name) {
        return call.params.value(QString::fromLatin1(name));
    };
    const QString region =
        value("RegionId").isEmpty() ? Service::regions().constFirst() : value("RegionId");
    const bool isTemplate = call.action().contains(u"Template") && value("ExecutionId").isEmpty();
    const QString id = isTemplate ? value("TemplateName") : value("ExecutionId");
    return QStringLiteral("acs:oos:%1:%2:%3/%4")
        .arg(region, user.accountId,
             isTemplate ? QStringLiteral("template") : QStringLiteral("execution"),
             id.isEmpty() ? QStringLiteral("*") : id);
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
    if (!call.route.isEmpty())
        return {};
    if (TokenDesk::isUnsigned(call)) {
        const auto refusal = Verifier::refuseUnsigned(call, now);
        return refusal ? std::optional(refused(call, *refusal, requestId)) : std::nullopt;
    }
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
    if (TokenDesk::isAbout(call)) {
        const auto unknown = TokenDesk::refuseUnknown(call);
        return unknown ? std::optional(refuse(*unknown)) : std::nullopt;
    }
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
    if (!user.may(right, resourceOf(call, user))) {
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

Answer Service::carryOut(const Call &call, const QDateTime &now, const QString &requestId)
{
    if (!call.route.isEmpty())
        return m_tokens.answerRoute(call, now, requestId);
    JsonWriter out;
    out.beginObject().member(u"RequestId", requestId);
    const User *sender = TokenDesk::isUnsigned(call) ? nullptr : m_verifier.callerOf(call);
    if (TokenDesk::isAbout(call)) {
        if (const auto refusal = m_tokens.carryOut(call, sender, now, out))
            return refused(call, *refusal, requestId);
        return {200, {}, out.endObject().bytes(), false, false};
    }
    const Entry entry = entries().value(call.action());
    if (const auto refusal = (this->*(entry.carryOut))(call, *sender, out))
        return refused(call, *refusal, requestId);
    return {200, {}, out.endObject().bytes(), entry.changes, false};
}

Answer Service::answer(const Call &call, const QDateTime &now, const QString &requestId,
                       QString &user)
{
    if (const auto refused = refuseEarly(call, now, requestId, user))
        return *refused;
    return carryOut(call, now, requestId);
}

} // namespace countersign::sandbox
