// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/clikeys.h"

#include "app/api/operations.h"
#include "app/credentials/keyanswer.h"
#include "app/credentials/secretfile.h"
#include "app/domain/wipe.h"

#include <QRegularExpression>

#include <utility>

namespace countersign {

namespace {

constexpr qsizetype longestFile = 1024 * 1024;
constexpr qsizetype longestAccessToken = 16 * 1024;
constexpr std::chrono::seconds margin{60};

Error loginEnded()
{
    Error error;
    error.kind = Error::Kind::BadCredentials;
    error.code = keyissuercodes::cliLoginEnded();
    return error;
}

Error noProfile(const char *reason)
{
    return sourceFault(keyissuercodes::noCliProfile(), QString::fromLatin1(reason));
}

// The profile of that name in the CLI's file; of two the first, as the CLI takes it.
Result<Json> readCliProfile(const KeySource &source)
{
    const std::optional<SecretBytes> text = readSecretFile(source.cliFile, longestFile);
    if (!text)
        return noProfile("the file is not there, or not to be read");
    const Result<Json> file = readKeyJson(*text);
    if (!file) {
        Error error = noProfile("");
        error.detail = file.error().detail;
        return error;
    }
    for (const Json &profile : (*file)[u"profiles"].items()) {
        if (profile[u"name"].toString() != source.cliProfile)
            continue;
        const bool isSso = source.kind == KeyKind::CloudSso;
        const QString mode = isSso ? QStringLiteral("CloudSSO") : QStringLiteral("OAuth");
        return profile[u"mode"].toString() == mode ? Result<Json>(profile)
                                                   : noProfile("of another mode");
    }
    return noProfile("no profile of that name");
}

//! Seconds since 1970 as a time; invalid when there are none.
QDateTime endOf(const Json &profile, QStringView name)
{
    const qint64 seconds = profile[name].toInteger().value_or(0);
    return seconds > 0 ? QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC) : QDateTime();
}

bool hasTime(const QDateTime &end, const QDateTime &now)
{
    return end.isValid() && now.secsTo(end) > margin.count();
}

Result<IssuedKeys> storedKeys(const Json &profile, const QDateTime &now)
{
    const QDateTime end = endOf(profile, u"sts_expiration");
    if (!hasTime(end, now) || profile[u"access_key_id"].toString().isEmpty())
        return loginEnded();
    const KeyNames names{u"access_key_id", u"access_key_secret", u"sts_token", u"expiration"};
    KeyShape shape;
    shape.hasExpiration = false;
    Result<IssuedKeys> keys = readIssuedKeys(profile, {}, names, shape, now);
    if (!keys) {
        Error error = sourceFault(keyissuercodes::misplacedSecret(), keys.error().detail);
        error.path = keys.error().path;
        return error;
    }
    keys.value().expiresAt = end;
    return keys;
}

//! Scheme, host and port of the address at which people sign in; empty when it is none.
QUrl serviceOf(const Json &profile)
{
    const QUrl signIn(profile[u"cloud_sso_sign_in_url"].toString(), QUrl::StrictMode);
    if (!signIn.isValid() || signIn.host().isEmpty())
        return {};
    QUrl service;
    service.setScheme(signIn.scheme());
    service.setHost(signIn.host());
    service.setPort(signIn.port());
    return service;
}

SecretBytes bearer(const SecretBytes &token)
{
    QByteArray header;
    header.reserve(token.view().size() + 8);
    header += "Bearer ";
    header += token.view();
    SecretBytes bytes(header);
    wipeShared(header);
    return bytes;
}

//! Nothing when the CLI holds no access token that could still be exchanged.
std::optional<PlainRequest> exchangeRequest(const Json &cli, const Profile &profile,
                                            const QDateTime &now)
{
    const std::optional<SecretBytes> token = cli[u"access_token"].toSecret();
    const QUrl service = serviceOf(cli);
    if (!token || !isKeyText(token->view(), longestAccessToken) || service.isEmpty() ||
        !hasTime(endOf(cli, u"cloud_sso_access_token_expire"), now))
        return std::nullopt;
    JsonWriter body;
    body.beginObject();
    body.member(u"AccountId", cli[u"cloud_sso_account_id"].toString());
    body.member(u"AccessConfigurationId", cli[u"cloud_sso_access_config"].toString());
    body.endObject();
    PlainRequest request;
    request.method = "POST";
    request.url = service;
    request.url.setPath(QStringLiteral("/cloud-credentials"));
    request.headers.emplace_back("Authorization", bearer(*token));
    request.headers.emplace_back("Accept", SecretBytes("application/json"));
    request.headers.emplace_back("Content-Type", SecretBytes("application/json"));
    request.body = SecretBytes(body.bytes());
    request.caCertificates = profile.caCertificates;
    request.allowsLoopbackHttp = profile.environment.isSandbox;
    return request;
}

// {"ErrorCode":"…","ErrorMessage":"…","RequestId":"…"}
Error refusalOf(const PlainReply &reply)
{
    static const QRegularExpression code(QStringLiteral("\\A[A-Za-z0-9._-]{1,128}\\z"));
    Error error = readErrorReply(reply.httpStatus, QByteArray());
    const Result<Json> body = readKeyJson(reply.body);
    if (!body)
        return error;
    const QString named = (*body)[u"ErrorCode"].toString();
    if (code.match(named).hasMatch())
        error.code = named;
    error.requestId = (*body)[u"RequestId"].toString();
    error.detail = (*body)[u"ErrorMessage"].toString().left(2048);
    return error;
}

Result<IssuedKeys> readExchange(const PlainReply &reply, const QDateTime &now)
{
    const Result<Json> body = readKeyJson(reply.body);
    if (!body)
        return body.error();
    Result<IssuedKeys> keys = readIssuedKeys(
        (*body)[u"CloudCredential"], QStringLiteral("CloudCredential"), serviceKeyNames(), {}, now);
    if (keys)
        return keys;
    Error error = keys.error();
    error.requestId = (*body)[u"RequestId"].toString();
    return error;
}

} // namespace

CallHandle askCliLogin(ReadClient &client, const Clock &clock, const Profile &profile,
                       QObject *context, KeyIssuer::Callback callback)
{
    const QDateTime now = clock.now();
    const Result<Json> cli = readCliProfile(profile.source);
    if (!cli) {
        callback(cli.error());
        return {};
    }
    std::optional<PlainRequest> request;
    if (profile.source.kind == KeyKind::CloudSso)
        request = exchangeRequest(*cli, profile, now);
    if (!request) {
        callback(storedKeys(*cli, now));
        return {};
    }
    const auto onReply = [&clock, cli = *cli, callback](const Result<PlainReply> &reply) {
        if (!reply)
            callback(reply.error());
        else if (reply->httpStatus == 401) // the token has ended before its time
            callback(storedKeys(cli, clock.now()));
        else if (reply->httpStatus != 200)
            callback(refusalOf(*reply));
        else
            callback(readExchange(*reply, correctedNow(clock, reply->clockSkew)));
    };
    return client.exchange(*std::move(request), context, onReply);
}

} // namespace countersign
