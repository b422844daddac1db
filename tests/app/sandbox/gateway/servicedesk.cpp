// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/sandbox/gateway/servicedesk.h"

namespace countersign::sandbox {

namespace {

const QString approval = QStringLiteral(R"(FormatVersion: OOS-2019-06-01
Description: One approval
Tasks:
  - Name: approve
    Action: ACS::Approve
    Properties:
      MinRequiredApprovals: 1
      NotifyType: WebHook
      WebHook:
        URI: https://hooks.example.com/oos
        Content: {msgtype: text}
)");

} // namespace

ServiceDesk::ServiceDesk(const std::set<Strictness> &strictness)
    : engine(Engine::Options{1000.0, 1, strictness})
    , service(engine, users, strictness)
    , now({2026, 11, 25}, {3, 0}, Qt::UTC)
{
    engine.addTemplate(QStringLiteral("approve-load"), approval,
                       QStringLiteral("ops-lead(200000000000000042)"),
                       {{QStringLiteral("team"), QStringLiteral("payments")}});
}

Call ServiceDesk::call(const QString &action, const Parameters &parameters, const QString &userName,
                       SignatureScheme scheme) const
{
    return callWith(keysOf(userName), action, parameters, scheme);
}

Call ServiceDesk::callWith(const Credentials &keys, const QString &action,
                           const Parameters &parameters, SignatureScheme scheme,
                           const QString &version) const
{
    UnsignedRequest request;
    request.host = QStringLiteral("127.0.0.1:8080");
    request.action = action;
    request.version = version;
    request.query = parameters;
    const auto ready = sign(request, keys, scheme, now, newNonce());
    QList<std::pair<QByteArray, QByteArray>> headers = ready->headers;
    headers.append({"host", request.host.toUtf8()});
    return Call::from(ready->method, ready->query, headers, ready->body);
}

Credentials ServiceDesk::keysOf(const QString &userName) const
{
    const User &user = *users.byName(userName);
    Credentials keys;
    keys.accessKeyId = user.accessKeyId;
    keys.secret = user.secret.clone();
    return keys;
}

Credentials ServiceDesk::keysIn(const Answer &answer)
{
    const Json given = Json::parse(answer.body).json.value_or(Json())[u"Credentials"];
    Credentials keys;
    keys.accessKeyId = given[u"AccessKeyId"].toString();
    keys.secret = SecretBytes(given[u"AccessKeySecret"].toString().toUtf8());
    keys.securityToken = SecretBytes(given[u"SecurityToken"].toString().toUtf8());
    return keys;
}

Answer ServiceDesk::askSts(const Credentials &keys, const QString &action,
                           const Parameters &parameters, SignatureScheme scheme)
{
    return send(callWith(keys, action, parameters, scheme, QStringLiteral("2015-04-01")));
}

Credentials ServiceDesk::take(const QString &role, const QString &session, const QString &policy)
{
    return keysIn(askSts(
        keysOf(QStringLiteral("li.wei")), QStringLiteral("AssumeRole"),
        {{QStringLiteral("RoleArn"), QStringLiteral("acs:ram::1000000000000001:role/") + role},
         {QStringLiteral("RoleSessionName"), session},
         {QStringLiteral("Policy"), policy}}));
}

Answer ServiceDesk::send(const Call &arrived)
{
    sender.clear();
    return service.answer(arrived, now, QStringLiteral("7B2D-0001"), sender);
}

Answer ServiceDesk::ask(const QString &action, const Parameters &parameters,
                        const QString &userName)
{
    return send(call(action, parameters, userName));
}

Json ServiceDesk::told(const QString &action, const Parameters &parameters)
{
    const Answer answer = ask(action, parameters);
    return answer.code.isEmpty() ? Json::parse(answer.body).json.value_or(Json()) : Json();
}

QString ServiceDesk::startWaiting(const Parameters &parameters, qint64 secondsAgo)
{
    StartRequest request;
    request.region = parameters.value(QStringLiteral("RegionId"), QStringLiteral("cn-hangzhou"));
    request.accountId = Users::accountId();
    request.executedBy = users.all().front().nameAndId();
    request.templateName = QStringLiteral("approve-load");
    request.description = parameters.value(QStringLiteral("Description"));
    request.startedSecondsAgo = secondsAgo;
    return engine.addWaitingApproval(request, QStringLiteral("approve")).executionId;
}

} // namespace countersign::sandbox
