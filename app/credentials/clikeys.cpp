// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/clikeys.h"

#include "app/api/endpoints.h"
#include "app/api/operations.h"
#include "app/credentials/cliconfig.h"
#include "app/credentials/keyanswer.h"
#include "app/credentials/profileregistry.h"
#include "app/credentials/secretfile.h"
#include "app/domain/wipe.h"

#include <QRegularExpression>

#include <utility>

namespace countersign {

namespace {

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

// Says where the file breaks; never what stands there.
Error unreadable(const CliConfigProblem &problem)
{
    Error error = noProfile("the file is not one of the CLI");
    if (problem.line > 0)
        error.detail +=
            QStringLiteral(" (line %1, column %2)").arg(problem.line).arg(problem.column);
    return error;
}

// The profile of that name in the CLI's file; of two the first, as the CLI takes it.
Result<CliProfile> readProfile(const KeySource &source)
{
    const auto text = readSecretFile(source.cliFile, CliConfigReading::largestFile);
    if (!text)
        return noProfile("the file is not there, or not to be read");
    CliConfigReading reading = readCliConfig(text->view().toByteArray());
    if (!reading.config)
        return unreadable(reading.problem);
    if (reading.config->format != CliConfig::Format::CliConfig)
        return noProfile("the file is not one of the CLI");
    const CliMode mode = source.kind == KeyKind::CloudSso ? CliMode::CloudSso : CliMode::OAuth;
    for (CliProfile &profile : reading.config->profiles) {
        if (profile.name != source.cliProfile)
            continue;
        if (profile.mode != mode)
            return noProfile("of another mode");
        return std::move(profile);
    }
    return noProfile("no profile of that name");
}

bool hasTime(const QDateTime &end, const QDateTime &now)
{
    return end.isValid() && now.secsTo(end) > margin.count();
}

//! The first of the fields of the stored keys that cannot be what its name says; empty: none.
QString misplacedField(const CliProfile &cli)
{
    for (const char *name : {"access_key_id", "access_key_secret", "sts_token"}) {
        const QString field = QString::fromLatin1(name);
        if (cli.misplaced.contains(field) || cli.unusable.contains(field))
            return field;
    }
    if (cli.secret.view().startsWith(QByteArrayView("acs:")))
        return QStringLiteral("access_key_secret");
    return {};
}

Result<IssuedKeys> storedKeys(const CliProfile &cli, const QDateTime &now)
{
    if (!hasTime(cli.stsExpiration, now))
        return loginEnded();
    const QString misplaced = misplacedField(cli);
    if (!misplaced.isEmpty()) {
        Error error = sourceFault(keyissuercodes::misplacedSecret());
        error.path = misplaced;
        return error;
    }
    if (cli.accessKeyId.isEmpty() || cli.secret.isEmpty() || cli.stsToken.isEmpty())
        return loginEnded();
    auto credentials = std::make_shared<Credentials>();
    credentials->accessKeyId = cli.accessKeyId;
    credentials->secret = cli.secret.clone();
    credentials->securityToken = cli.stsToken.clone();
    IssuedKeys keys;
    keys.credentials = std::move(credentials);
    keys.expiresAt = cli.stsExpiration;
    keys.issuedAt = now;
    return keys;
}

//! Scheme, host and port of the address at which people sign in; empty when it is none.
QUrl serviceOf(const QString &signInUrl)
{
    const QUrl signIn(signInUrl, QUrl::StrictMode);
    if (!signIn.isValid() || signIn.host().isEmpty())
        return {};
    QUrl service;
    service.setScheme(signIn.scheme());
    service.setHost(signIn.host());
    service.setPort(signIn.port());
    return service;
}

QUrl serviceOf(const CliProfile &cli)
{
    return serviceOf(cli.cloudSsoSignInUrl);
}

bool isCloudSsoHost(const QUrl &service)
{
    return service.scheme() == QStringLiteral("https") && service.port(443) == 443 &&
           service.host().endsWith(QStringLiteral(".alibabacloudsso.com"));
}

//! Whoever gets the access token can act with it: it goes to CloudSSO's own hosts alone, and in the
//! sandbox to this computer.
bool isCloudSso(const QUrl &service, const Environment &environment)
{
    return isLoopback(service) ? environment.isSandbox : isCloudSsoHost(service);
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

//! Nothing when the CLI holds no access token that could still be exchanged. One without a known
//! end is tried.
std::optional<PlainRequest> exchangeRequest(const CliProfile &cli, const Profile &profile,
                                            const QDateTime &now)
{
    const QUrl service = serviceOf(cli);
    if (!isKeyText(cli.cloudSsoAccessToken.view(), longestAccessToken) || service.isEmpty() ||
        (cli.cloudSsoAccessTokenEnd.isValid() && !hasTime(cli.cloudSsoAccessTokenEnd, now)))
        return std::nullopt;
    JsonWriter body;
    body.beginObject();
    body.member(u"AccountId", cli.cloudSsoAccountId);
    body.member(u"AccessConfigurationId", cli.cloudSsoAccessConfig);
    body.endObject();
    PlainRequest request;
    request.operation = QStringLiteral("CloudSsoCredentials");
    request.method = "POST";
    request.url = service;
    request.url.setPath(QStringLiteral("/cloud-credentials"));
    request.headers.emplace_back("Authorization", bearer(cli.cloudSsoAccessToken));
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

//! The token was refused before its time: it is not tried as often as a file is looked at.
Result<IssuedKeys> keysInsteadOfRefused(const CliProfile &cli, const QDateTime &now)
{
    Result<IssuedKeys> keys = storedKeys(cli, now);
    if (keys || keys.error().code != keyissuercodes::cliLoginEnded())
        return keys;
    Error error = keys.error();
    error.code = keyissuercodes::cliLoginRefused();
    return error;
}

Result<IssuedKeys> exchanged(const Result<PlainReply> &reply, const Clock &clock)
{
    if (!reply)
        return reply.error();
    if (reply->httpStatus != 200)
        return refusalOf(*reply);
    return readExchange(*reply, correctedNow(clock, reply->clockSkew));
}

//! What an exchange came to; whatever was wrong with it, keys that the CLI stored are as good as
//! before.
Result<IssuedKeys> keysOrStored(Result<IssuedKeys> keys, const CliProfile &cli,
                                const QDateTime &now)
{
    if (keys || keys.error().kind == Error::Kind::Cancelled)
        return keys;
    Result<IssuedKeys> stored = storedKeys(cli, now);
    return stored ? stored : keys;
}

//! The keys that the CLI stored; without a place to exchange its token at, that is the cause.
Result<IssuedKeys> keysWithoutExchange(const CliProfile &cli, const KeySource &source,
                                       const QDateTime &now)
{
    Result<IssuedKeys> keys = storedKeys(cli, now);
    if (keys || source.kind != KeyKind::CloudSso || !serviceOf(cli).isEmpty())
        return keys;
    Error error = sourceFault(keyissuercodes::foreignLogin());
    error.path = cli.cloudSsoSignInUrl;
    return error;
}

} // namespace

bool isCloudSsoAddress(const QString &signInUrl)
{
    const QUrl service = serviceOf(signInUrl);
    return isLoopback(service) || isCloudSsoHost(service);
}

CallHandle askCliLogin(ReadClient &client, const Clock &clock, const Profile &profile,
                       QObject *context, KeyIssuer::Callback callback)
{
    const RegionId region = profile.regions.empty() ? RegionId() : profile.regions.front();
    const QDateTime now = client.serviceNow(targetOf(profile, region, {}));
    Result<CliProfile> read = readProfile(profile.source);
    if (!read) {
        callback(read.error());
        return {};
    }
    const auto cli = std::make_shared<const CliProfile>(std::move(read).value());
    std::optional<PlainRequest> request;
    if (profile.source.kind == KeyKind::CloudSso) {
        const QUrl service = serviceOf(*cli);
        if (!service.isEmpty() && !isCloudSso(service, profile.environment)) {
            Error error = sourceFault(keyissuercodes::foreignLogin());
            error.path = service.toDisplayString();
            callback(error);
            return {};
        }
        request = exchangeRequest(*cli, profile, now);
    }
    if (!request) {
        callback(keysWithoutExchange(*cli, profile.source, now));
        return {};
    }
    const auto onReply = [&clock, now, cli, callback](const Result<PlainReply> &reply) {
        if (reply && reply->httpStatus == 401)
            callback(keysInsteadOfRefused(*cli, now));
        else
            callback(keysOrStored(exchanged(reply, clock), *cli, now));
    };
    return client.exchange(*std::move(request), context, onReply);
}

} // namespace countersign
