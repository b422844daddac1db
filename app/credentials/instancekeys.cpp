// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/instancekeys.h"

#include "app/api/operations.h"
#include "app/credentials/keyanswer.h"

#include <QRegularExpression>

#include <utility>

namespace countersign {

namespace {

constexpr std::chrono::milliseconds limit{1'000}; // to connect, and again to read
constexpr qsizetype longestSession = 4'096;

QString credentialsPath()
{
    return QStringLiteral("/latest/meta-data/ram/security-credentials/");
}

bool isRoleName(const QString &name)
{
    static const QRegularExpression form(QStringLiteral("\\A[A-Za-z0-9._-]{1,64}\\z"));
    return form.match(name).hasMatch() && name != QStringLiteral(".") &&
           name != QStringLiteral("..");
}

QByteArrayView firstLine(QByteArrayView text)
{
    const qsizetype feed = text.indexOf('\n');
    return (feed < 0 ? text : text.first(feed)).trimmed();
}

} // namespace

InstanceKeys::InstanceKeys(ReadClient &client, QUrl service, QString roleName,
                           std::function<QDateTime()> serviceNow, KeyIssuer::Callback callback,
                           QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_service(std::move(service))
    , m_roleName(std::move(roleName))
    , m_serviceNow(std::move(serviceNow))
    , m_callback(std::move(callback))
{
}

void InstanceKeys::start()
{
    if (!m_roleName.isEmpty() && !isRoleName(m_roleName)) {
        end(sourceFault({}, QStringLiteral("the name of the instance's role is none")));
        return;
    }
    ask("PUT", QStringLiteral("/latest/api/token"), &InstanceKeys::onSession);
}

void InstanceKeys::ask(const QByteArray &method, const QString &path,
                       void (InstanceKeys::*onReply)(const PlainReply &))
{
    PlainRequest request;
    request.operation = QStringLiteral("InstanceMetadata");
    request.method = method;
    request.url = m_service;
    request.url.setPath(path);
    if (m_session.isEmpty())
        request.headers.emplace_back("X-aliyun-ecs-metadata-token-ttl-seconds",
                                     SecretBytes("21600"));
    else
        request.headers.emplace_back("X-aliyun-ecs-metadata-token", m_session.clone());
    request.connect = limit;
    request.read = limit;
    request.bypassesProxy = true;
    request.allowsLoopbackHttp = true;
    m_client.exchange(std::move(request), this, [this, onReply](const Result<PlainReply> &reply) {
        if (!reply)
            end(reply.error());
        else if (reply->httpStatus != 200)
            end(readErrorReply(reply->httpStatus, QByteArray()));
        else
            (this->*onReply)(*reply);
    });
}

void InstanceKeys::onSession(const PlainReply &reply)
{
    const QByteArrayView token = reply.body.view().trimmed();
    if (!isKeyText(token, longestSession)) {
        end(badKeyAnswer({}, "no session token"));
        return;
    }
    m_session = SecretBytes(token);
    if (m_roleName.isEmpty())
        ask("GET", credentialsPath(), &InstanceKeys::onName);
    else
        askKeys();
}

void InstanceKeys::onName(const PlainReply &reply)
{
    m_roleName = QString::fromLatin1(firstLine(reply.body.view()));
    if (isRoleName(m_roleName))
        askKeys();
    else
        end(badKeyAnswer({}, "no name of a role"));
}

void InstanceKeys::askKeys()
{
    ask("GET", credentialsPath() + m_roleName, &InstanceKeys::onKeys);
}

void InstanceKeys::onKeys(const PlainReply &reply)
{
    const Result<Json> answer = readKeyJson(reply.body);
    if (!answer)
        end(answer.error());
    else if ((*answer)[u"Code"].toString() != QStringLiteral("Success"))
        end(badKeyAnswer(QStringLiteral("Code"), "not Success"));
    else
        end(readIssuedKeys(*answer, {}, serviceKeyNames(), {}, m_serviceNow()));
}

void InstanceKeys::end(Result<IssuedKeys> result)
{
    if (const auto callback = std::exchange(m_callback, nullptr))
        callback(std::move(result));
}

} // namespace countersign
