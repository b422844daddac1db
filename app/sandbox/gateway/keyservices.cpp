// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/gateway/rolerequest.h"
#include "app/sandbox/gateway/tokendesk.h"

namespace countersign::sandbox {

namespace {

constexpr std::chrono::hours instanceLifetime{6};
constexpr std::chrono::hours cloudLifetime{1};
constexpr qint64 longestMetadataToken = 21'600;

Answer plainText(int status, const QByteArray &text)
{
    Answer answer;
    answer.status = status;
    answer.code = status == 200 ? QString() : QString::number(status);
    answer.body = text;
    answer.contentType = "text/plain";
    return answer;
}

Answer cloudRefusal(int status, const QString &code, const QString &message,
                    const QString &requestId)
{
    JsonWriter out;
    out.beginObject().member(u"ErrorCode", code).member(u"ErrorMessage", message);
    out.member(u"RequestId", requestId).endObject();
    return {status, code, out.bytes()};
}

Answer keysOf(const User &session, const QDateTime &now)
{
    JsonWriter out;
    out.beginObject().member(u"Code", QStringLiteral("Success"));
    writeKeys(out, session);
    out.member(u"LastUpdated", now.toUTC().toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss'Z'")));
    return {200, {}, out.endObject().bytes()};
}

} // namespace

Answer TokenDesk::answerRoute(const Call &call, const QDateTime &now, const QString &requestId)
{
    if (call.route == u"CloudCredentials")
        return cloudCredentials(call, now, requestId);
    if (call.route == u"MetadataToken")
        return metadataToken(call, now);
    if (call.route == u"MetadataRole") {
        return hasMetadataToken(call, now) ? plainText(200, "oos-instance")
                                           : plainText(403, "Forbidden");
    }
    if (call.route == u"MetadataCredentials")
        return metadataCredentials(call, now);
    return keysOf(m_sessions.begin(*m_roles.byName(QStringLiteral("oos-operator")),
                                   QStringLiteral("local-service"), cloudLifetime, now),
                  now);
}

Answer TokenDesk::cloudCredentials(const Call &call, const QDateTime &now, const QString &requestId)
{
    const QByteArray authorization = call.header("authorization");
    if (authorization != "Bearer " + cloudAccessToken(m_seed).toLatin1()) {
        return cloudRefusal(401, QStringLiteral("InvalidAccessToken"),
                            QStringLiteral("The access token is not valid or has expired."),
                            requestId);
    }
    const Json body = Json::parse(call.body).json.value_or(Json());
    const QString configuration = body[u"AccessConfigurationId"].toString();
    if (body[u"AccountId"].toString() != Users::accountId() ||
        configuration != cloudAccessConfiguration()) {
        return cloudRefusal(403, QStringLiteral("NoPermission.AccessAssignment"),
                            QStringLiteral("This access configuration is not assigned to you in "
                                           "this account."),
                            requestId);
    }
    const User &session =
        m_sessions.begin(*m_roles.byName(QStringLiteral("AliyunReservedSSO-oos-operator")),
                         QStringLiteral("li.wei"), cloudLifetime, now);
    JsonWriter out;
    out.beginObject().name(u"CloudCredential").beginObject();
    writeKeys(out, session);
    out.endObject().member(u"RequestId", requestId).endObject();
    return {200, {}, out.bytes()};
}

Answer TokenDesk::metadataToken(const Call &call, const QDateTime &now)
{
    bool isNumber = false;
    const qint64 seconds =
        call.header("x-aliyun-ecs-metadata-token-ttl-seconds").toLongLong(&isNumber);
    if (!isNumber || seconds < 1 || seconds > longestMetadataToken)
        return plainText(400, "Bad Request");
    m_metadataTokens.removeIf(
        [&now](QHash<QByteArray, QDateTime>::iterator entry) { return entry.value() <= now; });
    const QString name =
        QStringLiteral("%1/%2").arg(now.toMSecsSinceEpoch()).arg(m_metadataTokens.size());
    const QByteArray token = derivedText(m_seed, name, "metadata token", 56).toLatin1();
    m_metadataTokens.insert(token, now.addSecs(seconds));
    return plainText(200, token);
}

bool TokenDesk::hasMetadataToken(const Call &call, const QDateTime &now) const
{
    const auto known = m_metadataTokens.constFind(call.header("x-aliyun-ecs-metadata-token"));
    return known != m_metadataTokens.constEnd() && *known > now;
}

Answer TokenDesk::metadataCredentials(const Call &call, const QDateTime &now)
{
    if (!hasMetadataToken(call, now))
        return plainText(403, "Forbidden");
    const QString name = QStringLiteral("oos-instance");
    if (call.params.value(QStringLiteral("RoleName")) != name)
        return plainText(404, "Not Found");
    return keysOf(m_sessions.begin(*m_roles.byName(name), QStringLiteral("i-bp1000000000000a01"),
                                   instanceLifetime, now),
                  now);
}

} // namespace countersign::sandbox
