// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/gateway/tokendesk.h"

#include "app/sandbox/gateway/replywords.h"
#include "app/sandbox/gateway/rolerequest.h"

namespace countersign::sandbox {

namespace {

QString value(const Call &call, const char *name)
{
    return call.params.value(QString::fromLatin1(name));
}

Refusal noPermission(const QString &message)
{
    return {403, QStringLiteral("NoPermission"), message};
}

Refusal oidcRefusal(const char *code, const QString &message)
{
    return {401, QStringLiteral("AuthenticationFail.") + QString::fromLatin1(code), message};
}

//! What is wrong with taking this role for that long with that external id.
std::optional<Refusal> refuseTerms(const Role *role, const RoleRequest &request)
{
    if (!role) {
        return Refusal{404, QStringLiteral("EntityNotExist.Role"),
                       QStringLiteral("The specified Role not exists.")};
    }
    if (request.duration.count() > role->longestSeconds)
        return invalidDuration(role->longestSeconds);
    return std::nullopt;
}

Refusal notAuthorized()
{
    return noPermission(QStringLiteral("You are not authorized to do this action. You should be "
                                       "authorized by RAM."));
}

void writeSession(JsonWriter &out, const User &session)
{
    out.name(u"AssumedRoleUser").beginObject();
    out.member(u"Arn", session.arn()).member(u"AssumedRoleId", session.id).endObject();
    out.name(u"Credentials").beginObject();
    writeKeys(out, session);
    out.endObject();
}

} // namespace

TokenDesk::TokenDesk(Sessions &sessions, quint32 seed)
    : m_sessions(sessions)
    , m_seed(seed)
{
}

QString TokenDesk::oidcProviderArn()
{
    return QStringLiteral("acs:ram::%1:oidc-provider/sandbox-idp").arg(Users::accountId());
}

bool TokenDesk::isUnsigned(const Call &call)
{
    return isAbout(call) && call.action() == u"AssumeRoleWithOIDC";
}

std::optional<Refusal> TokenDesk::refuseUnknown(const Call &call)
{
    const QString action = call.action();
    if (action == u"GetCallerIdentity" || action == u"AssumeRole" ||
        action == u"AssumeRoleWithOIDC")
        return std::nullopt;
    return Refusal{404, QStringLiteral("InvalidAction.NotFound"),
                   QStringLiteral("Specified api is not found, please check your url and method.")};
}

std::optional<Refusal> TokenDesk::carryOut(const Call &call, const User *caller,
                                           const QDateTime &now, JsonWriter &out)
{
    if (!caller)
        return assumeRoleWithOidc(call, now, out);
    if (call.action() == u"AssumeRole")
        return assumeRole(call, *caller, now, out);
    writeIdentity(out, *caller);
    return std::nullopt;
}

std::optional<Refusal> TokenDesk::assumeRole(const Call &call, const User &caller,
                                             const QDateTime &now, JsonWriter &out)
{
    RoleRequest request;
    if (const auto refusal = readRoleRequest(call, request))
        return refusal;
    if (caller.kind == User::Kind::Account)
        return noPermission(QStringLiteral("Roles may not be assumed by root accounts."));
    if (!caller.may(QStringLiteral("sts:AssumeRole"), request.roleArn))
        return notAuthorized();
    const Role *role = m_roles.byArn(request.roleArn);
    if (const auto refusal = refuseTerms(role, request))
        return refusal;
    if (!role->trusts(caller) ||
        (!role->externalId.isEmpty() && role->externalId != request.externalId))
        return notAuthorized();
    writeSession(
        out, m_sessions.begin(*role, request.sessionName, request.duration, now, request.policy));
    return std::nullopt;
}

std::optional<Refusal> TokenDesk::assumeRoleWithOidc(const Call &call, const QDateTime &now,
                                                     JsonWriter &out)
{
    RoleRequest request;
    if (const auto refusal = readRoleRequest(call, request))
        return refusal;
    if (value(call, "OIDCProviderArn") != oidcProviderArn())
        return oidcRefusal("NoPermission", QStringLiteral("No such OIDC Provider registered."));
    const QString token = value(call, "OIDCToken");
    if (const auto refusal = checkOidcToken(token, now))
        return refusal;
    const Role *role = m_roles.byArn(request.roleArn);
    if (const auto refusal = refuseTerms(role, request))
        return refusal;
    if (!role->trustsOidc)
        return oidcRefusal("NoPermission", QStringLiteral("There is no permission"));
    const User &session =
        m_sessions.begin(*role, request.sessionName, request.duration, now, request.policy);
    writeSession(out, session);
    out.name(u"OIDCTokenInfo").beginObject();
    out.member(u"Issuer", QStringLiteral("https://idp.sandbox.invalid"));
    out.member(u"Subject", QStringLiteral("desk")).member(u"ClientIds", QStringLiteral("sandbox"));
    out.endObject();
    return std::nullopt;
}

QString TokenDesk::oidcToken(const QString &subject, qint64 expiresAt) const
{
    JsonWriter claims;
    claims.beginObject().member(u"iss", QStringLiteral("https://idp.sandbox.invalid"));
    claims.member(u"aud", QStringLiteral("sandbox")).member(u"sub", subject);
    claims.member(u"exp", expiresAt).endObject();
    constexpr auto encoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    const QByteArray head = QByteArray(R"({"alg":"RS256","typ":"JWT"})").toBase64(encoding) + '.' +
                            claims.bytes().toBase64(encoding);
    return QString::fromLatin1(head) + u'.' +
           derivedText(m_seed, QString::fromLatin1(head), "oidc signature", 64);
}

std::optional<Refusal> TokenDesk::checkOidcToken(const QString &token, const QDateTime &now) const
{
    const QStringList parts = token.split(u'.');
    if (token.size() < 4 || token.size() > 20'000 || parts.size() != 3) {
        return oidcRefusal("OIDCToken.Invalid",
                           QStringLiteral("The number of Jwt field should be divided into 3 parts "
                                          "with '.' ."));
    }
    const QString head = parts.at(0) + u'.' + parts.at(1);
    if (parts.at(2) != derivedText(m_seed, head, "oidc signature", 64)) {
        return oidcRefusal("OIDCToken.InvalidSignature",
                           QStringLiteral("OIDC token validate failed: invalid signature."));
    }
    const Json claims =
        Json::parse(QByteArray::fromBase64(parts.at(1).toLatin1(), QByteArray::Base64UrlEncoding))
            .json.value_or(Json());
    if (claims[u"exp"].toInteger().value_or(0) <= now.toSecsSinceEpoch()) {
        return oidcRefusal("OIDCToken.Expired", QStringLiteral("This JsonWebToken is expired."));
    }
    return std::nullopt;
}

void TokenDesk::announce(JsonWriter &out, const QString &endpoint) const
{
    out.name(u"roles").beginArray();
    for (const Role &role : m_roles.all()) {
        out.beginObject().member(u"name", role.name).member(u"arn", role.arn());
        out.member(u"maxSessionDuration", qint64(role.longestSeconds));
        if (!role.externalId.isEmpty())
            out.member(u"externalId", role.externalId);
        out.endObject();
    }
    // 2099-01-01 and 2020-01-01.
    out.endArray().name(u"oidc").beginObject().member(u"providerArn", oidcProviderArn());
    out.member(u"token", oidcToken(QStringLiteral("desk"), 4'070'908'800));
    out.member(u"expiredToken", oidcToken(QStringLiteral("desk"), 1'577'836'800)).endObject();
    out.name(u"cloudSso").beginObject();
    out.member(u"signInUrl", QString(endpoint + u"/sandbox-directory/login"));
    out.member(u"accessToken", cloudAccessToken(m_seed));
    out.member(u"accountId", Users::accountId());
    out.member(u"accessConfiguration", cloudAccessConfiguration()).endObject();
    out.member(u"metadataEndpoint", endpoint);
    out.member(u"credentialsUri", QString(endpoint + u"/credentials"));
}

} // namespace countersign::sandbox
