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
    const User &user = *users.byName(userName);
    UnsignedRequest request;
    request.host = QStringLiteral("127.0.0.1:8080");
    request.action = action;
    request.version = QStringLiteral("2019-06-01");
    request.query = parameters;
    Credentials credentials;
    credentials.accessKeyId = user.accessKeyId;
    credentials.secret = user.secret.clone();
    const auto ready = sign(request, credentials, scheme, now, newNonce());
    QList<std::pair<QByteArray, QByteArray>> headers = ready->headers;
    headers.append({"host", request.host.toUtf8()});
    return Call::from(ready->method, ready->query, headers, ready->body);
}

Answer ServiceDesk::send(const Call &arrived)
{
    QString user;
    return service.answer(arrived, now, QStringLiteral("7B2D-0001"), user);
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
