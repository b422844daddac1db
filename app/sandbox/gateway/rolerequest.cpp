// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/gateway/rolerequest.h"

#include "app/sandbox/gateway/replywords.h"

#include <QRegularExpression>

namespace countersign::sandbox {

namespace {

Refusal invalid(const char *name, const QString &message)
{
    return {400, QStringLiteral("InvalidParameter.") + QString::fromLatin1(name), message};
}

Refusal wronglyFormed(const char *name)
{
    return invalid(
        name, QStringLiteral("The parameter %1 is wrongly formed.").arg(QString::fromLatin1(name)));
}

bool fits(const QString &text, const QString &pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text).hasMatch();
}

std::optional<Refusal> readPolicy(const QString &text, RoleRequest &request)
{
    if (text.isEmpty())
        return std::nullopt;
    if (text.size() > 2'048)
        return invalid("PolicySize", QStringLiteral("The size of Policy must be smaller than 2048 "
                                                    "bytes."));
    auto policy = SessionPolicy::parse(text);
    if (!policy)
        return invalid("PolicyGrammar",
                       QStringLiteral("The parameter Policy has not passed grammar check."));
    request.policy = std::make_shared<const SessionPolicy>(std::move(*policy));
    return std::nullopt;
}

std::optional<Refusal> readDuration(const QString &text, RoleRequest &request)
{
    if (text.isEmpty())
        return std::nullopt;
    bool isNumber = false;
    const int seconds = text.toInt(&isNumber);
    if (!isNumber || seconds < 900 || seconds > 43'200)
        return invalidDuration(43'200);
    request.duration = std::chrono::seconds(seconds);
    return std::nullopt;
}

} // namespace

Refusal invalidDuration(int longestSeconds)
{
    return invalid("DurationSeconds",
                   QStringLiteral("The Min/Max value of DurationSeconds is 900/%1 seconds.")
                       .arg(longestSeconds));
}

std::optional<Refusal> readRoleRequest(const Call &call, RoleRequest &request)
{
    const auto value = [&call](const char *name) {
        return call.params.value(QString::fromLatin1(name));
    };
    request.roleArn = value("RoleArn");
    request.sessionName = value("RoleSessionName");
    request.externalId = value("ExternalId");
    for (const char *name : {"RoleArn", "RoleSessionName"}) {
        if (value(name).isEmpty()) {
            return Refusal{
                400, QStringLiteral("Missing") + QString::fromLatin1(name),
                QStringLiteral("%1 is mandatory for this action.").arg(QString::fromLatin1(name))};
        }
    }
    if (!fits(request.roleArn, QStringLiteral("acs:ram::[0-9]+:role/[^/:\\s]+")))
        return wronglyFormed("RoleArn");
    if (!fits(request.sessionName, QStringLiteral("[A-Za-z0-9.@_-]{2,64}")))
        return wronglyFormed("RoleSessionName");
    if (const auto refusal = readDuration(value("DurationSeconds"), request))
        return refusal;
    if (!request.externalId.isEmpty() &&
        (request.externalId.size() < 2 || request.externalId.size() > 1'224))
        return wronglyFormed("ExternalId");
    return readPolicy(value("Policy"), request);
}

void writeIdentity(JsonWriter &out, const User &user)
{
    constexpr auto typeOf = [](User::Kind kind) {
        switch (kind) {
        case User::Kind::RamUser:
            return u"RAMUser";
        case User::Kind::Account:
            return u"Account";
        case User::Kind::RoleSession:
            break;
        }
        return u"AssumedRoleUser";
    };
    out.member(u"IdentityType", QStringView(typeOf(user.kind)));
    out.member(u"AccountId", user.accountId).member(u"PrincipalId", user.id);
    if (user.isSession())
        out.member(u"RoleId", user.id.section(u':', 0, 0));
    else
        out.member(u"UserId", user.id);
    out.member(u"Arn", user.arn());
}

void writeKeys(JsonWriter &out, const User &session)
{
    out.member(u"AccessKeyId", session.accessKeyId);
    out.member(u"AccessKeySecret", QString::fromLatin1(session.secret.view().toByteArray()));
    out.member(u"SecurityToken", QString::fromLatin1(session.securityToken.view().toByteArray()));
    out.member(u"Expiration", timeText(session.expiresAt));
}

QString cloudAccessToken(quint32 seed)
{
    return derivedText(seed, QStringLiteral("cloud sso"), "access token", 60);
}

QString cloudAccessConfiguration()
{
    return QStringLiteral("ac-sandbox00000000001");
}

} // namespace countersign::sandbox
