// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/rolekeys.h"

#include "app/api/networkrequest.h"
#include "app/api/operations.h"
#include "app/credentials/keyanswer.h"
#include "app/credentials/profileregistry.h"
#include "app/credentials/secretfile.h"
#include "app/domain/wipe.h"

#include <QRegularExpression>

#include <utility>

namespace countersign {

namespace {

constexpr qsizetype longestOidcToken = 20'000;
constexpr qsizetype shortestOidcToken = 4;

QMap<QString, QString> roleParameters(const RoleToAssume &role)
{
    QMap<QString, QString> parameters{
        {QStringLiteral("RoleArn"), role.arn},
        {QStringLiteral("RoleSessionName"), role.sessionName},
        {QStringLiteral("DurationSeconds"), QString::number(role.duration.count())},
    };
    if (!role.policy.isEmpty())
        parameters.insert(QStringLiteral("Policy"), role.policy);
    return parameters;
}

// RegionId is no parameter of STS. A pause that STS asks for is this profile's, and none of its
// regions'.
ApiTarget stsTarget(const Profile &profile, std::shared_ptr<const Credentials> keys)
{
    const RegionId region = profile.regions.empty() ? RegionId() : profile.regions.front();
    ApiTarget target = targetOf(profile, region, [keys = std::move(keys)] { return keys; });
    target.place = {profile.id, {}};
    target.isForKeys = true;
    return target;
}

QString accountOf(const QString &arn)
{
    return arn.section(u':', 3, 3);
}

// acs:ram::1:role/name/session, as STS answers, or with assumed-role, as GetCallerIdentity does.
std::optional<CallerIdentity> callerOf(const QString &arn, const QString &assumedRoleId,
                                       const RoleToAssume &role)
{
    static const QRegularExpression form(
        QStringLiteral("\\Aacs:ram::([0-9]{1,32}):(?:role|assumed-role)/([^\\s]+)/([^/\\s]+)\\z"));
    const QRegularExpressionMatch match = form.match(arn);
    if (!match.hasMatch() || match.captured(1) != accountOf(role.arn) ||
        match.captured(3) != role.sessionName)
        return std::nullopt;
    CallerIdentity caller;
    caller.accountId = match.captured(1);
    caller.principalId = assumedRoleId;
    caller.arn = QStringLiteral("acs:ram::%1:assumed-role/%2/%3")
                     .arg(match.captured(1), match.captured(2), match.captured(3));
    caller.identityType = QStringLiteral("AssumedRoleUser");
    return caller;
}

Result<IssuedKeys> readRoleAnswer(const Json &body, const RoleToAssume &role, const QDateTime &now)
{
    Result<IssuedKeys> keys = readIssuedKeys(body[u"Credentials"], QStringLiteral("Credentials"),
                                             serviceKeyNames(), {}, now);
    if (!keys)
        return keys;
    const Json user = body[u"AssumedRoleUser"];
    if (user.isNull())
        return keys;
    keys.value().caller =
        callerOf(user[u"Arn"].toString(), user[u"AssumedRoleId"].toString(), role);
    if (!keys->caller)
        return badKeyAnswer(QStringLiteral("AssumedRoleUser.Arn"),
                            "not the role that was asked for");
    return keys;
}

// What came with a good status and is no reply at all.
Error asKeyError(Error error)
{
    const bool isAnswer =
        error.kind == Error::Kind::BadReply || error.kind == Error::Kind::TooLarge;
    if (isAnswer && error.code.isEmpty())
        error.code = keyissuercodes::badAnswer();
    return error;
}

Error withRequestId(Error error, const QString &requestId)
{
    error.requestId = requestId;
    return error;
}

// Encoded as the signatures do it, from the bytes and into the bytes.
void appendEncoded(QByteArray &form, QByteArrayView token)
{
    constexpr char digits[] = "0123456789ABCDEF";
    for (const char c : token) {
        const auto byte = static_cast<unsigned char>(c);
        const bool isPlain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                             (c >= 'a' && c <= 'z') || c == '-' || c == '.' || c == '_' || c == '~';
        if (isPlain) {
            form += c;
        } else {
            form += '%';
            form += digits[byte >> 4];
            form += digits[byte & 0xF];
        }
    }
}

SecretBytes oidcForm(const QMap<QString, QString> &parameters, const SecretBytes &token)
{
    const QByteArray plain = canonicalQuery(parameters) + "&OIDCToken=";
    QByteArray form;
    form.reserve(plain.size() + 3 * token.view().size());
    form += plain;
    appendEncoded(form, token.view());
    SecretBytes bytes(form);
    wipeShared(form);
    return bytes;
}

QUrl oidcAddress(const QUrl &endpoint, const QDateTime &now)
{
    const QByteArray query = canonicalQuery({
        {QStringLiteral("Action"), QStringLiteral("AssumeRoleWithOIDC")},
        {QStringLiteral("Format"), QStringLiteral("JSON")},
        {QStringLiteral("SignatureNonce"), QString::fromLatin1(newNonce())},
        {QStringLiteral("Timestamp"), now.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss'Z'")},
        {QStringLiteral("Version"), apiVersion(ApiRequest::Product::Sts)},
    });
    return QUrl::fromEncoded(endpoint.scheme().toLatin1() + "://" +
                                 hostHeaderOf(endpoint).toLatin1() + "/?" + query,
                             QUrl::StrictMode);
}

Result<PlainRequest> oidcRequest(const Profile &profile, const QDateTime &now)
{
    QMap<QString, QString> parameters = roleParameters(*profile.source.role);
    parameters.insert(QStringLiteral("OIDCProviderArn"), profile.source.oidcProviderArn);
    for (const QString &value : std::as_const(parameters)) {
        if (!isEncodable(value))
            return sourceFault({}, QStringLiteral("a parameter holds a lone surrogate"));
    }
    const std::optional<SecretBytes> token =
        readSecretFile(profile.source.oidcTokenFile, longestOidcToken, SecretFileTrim::Blanks);
    if (!token || token->view().size() < shortestOidcToken ||
        !isKeyText(token->view(), longestOidcToken))
        return sourceFault(keyissuercodes::noTokenFile());
    const Result<QUrl> endpoint = endpointOf(stsTarget(profile, nullptr), ApiRequest::Product::Sts);
    if (!endpoint)
        return endpoint.error();
    PlainRequest request;
    request.operation = QStringLiteral("AssumeRoleWithOIDC");
    request.method = "POST";
    request.url = oidcAddress(*endpoint, now);
    request.headers.emplace_back("Accept", SecretBytes("application/json"));
    request.headers.emplace_back("Content-Type", SecretBytes("application/x-www-form-urlencoded"));
    request.body = oidcForm(parameters, *token);
    request.caCertificates = profile.caCertificates;
    request.allowsLoopbackHttp = profile.environment.isSandbox;
    return request;
}

Result<IssuedKeys> readOidcReply(const PlainReply &reply, const RoleToAssume &role,
                                 const QDateTime &now)
{
    if (reply.httpStatus < 200 || reply.httpStatus > 299) {
        Error error =
            readErrorReply(reply.httpStatus, Json::parseSecret(reply.body.view().toByteArray()), {},
                           QStringLiteral("sts:AssumeRoleWithOIDC"));
        if (error.requestId.isEmpty())
            error.requestId = reply.requestId;
        error.clockSkew = reply.clockSkew;
        return error;
    }
    const Result<Json> body = readKeyJson(reply.body);
    if (!body)
        return withRequestId(body.error(), reply.requestId);
    Result<IssuedKeys> keys = readRoleAnswer(*body, role, now);
    if (!keys)
        return withRequestId(keys.error(), (*body)[u"RequestId"].toString());
    return keys;
}

} // namespace

CallHandle assumeRole(ReadClient &client, const Clock &clock, const Profile &profile,
                      std::shared_ptr<const Credentials> keys, QObject *context,
                      KeyIssuer::Callback callback)
{
    const RoleToAssume role = *profile.source.role;
    ApiRequest request;
    request.product = ApiRequest::Product::Sts;
    request.action = QStringLiteral("AssumeRole");
    request.parameters = roleParameters(role);
    if (!role.externalId.isEmpty())
        request.parameters.insert(QStringLiteral("ExternalId"), role.externalId);
    return client.read(stsTarget(profile, std::move(keys)), request, context,
                       [&clock, role, callback](const Result<ApiReply> &reply) {
                           if (!reply) {
                               callback(asKeyError(reply.error()));
                               return;
                           }
                           Result<IssuedKeys> issued = readRoleAnswer(
                               reply->body, role, correctedNow(clock, reply->clockSkew));
                           if (issued)
                               callback(std::move(issued));
                           else
                               callback(withRequestId(issued.error(), reply->requestId));
                       });
}

CallHandle assumeRoleWithOidc(ReadClient &client, const Clock &clock, const Profile &profile,
                              QObject *context, KeyIssuer::Callback callback)
{
    const QDateTime now = client.serviceNow(stsTarget(profile, nullptr));
    Result<PlainRequest> request = oidcRequest(profile, now);
    if (!request) {
        callback(request.error());
        return {};
    }
    return client.exchange(
        std::move(request).value(), context,
        [&clock, role = *profile.source.role, callback](const Result<PlainReply> &reply) {
            if (!reply) {
                callback(asKeyError(reply.error()));
                return;
            }
            callback(readOidcReply(*reply, role, correctedNow(clock, reply->clockSkew)));
        });
}

} // namespace countersign
