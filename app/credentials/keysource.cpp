// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/keysource.h"

#include <QCryptographicHash>
#include <QDir>
#include <QRegularExpression>
#include <QStringList>

#include <array>
#include <utility>

namespace countersign {

namespace {

constexpr std::chrono::seconds shortestSession{900};
constexpr std::chrono::seconds longestSession{43'200};
constexpr qsizetype longestExternalId = 1'224;
constexpr qsizetype longestPolicy = 2'048;

constexpr std::array<std::pair<KeyKind, const char *>, 9> kindWords = {{
    {KeyKind::Entered, "entered"},
    {KeyKind::OtherProfile, "otherProfile"},
    {KeyKind::Oidc, "oidc"},
    {KeyKind::EcsRole, "ecsRole"},
    {KeyKind::LocalService, "localService"},
    {KeyKind::Program, "program"},
    {KeyKind::CloudSso, "cloudSso"},
    {KeyKind::OAuth, "oauth"},
    {KeyKind::Environment, "environment"},
}};

bool isHere(const QString &host)
{
    return host == QStringLiteral("127.0.0.1") || host == QStringLiteral("::1");
}

bool isServiceUrl(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasFragment())
        return false;
    return url.scheme() == QStringLiteral("https") ||
           (url.scheme() == QStringLiteral("http") && isHere(url.host()));
}

KeySourceProblem problemOfRole(const RoleToAssume &role)
{
    static const QRegularExpression arn(QStringLiteral(
        "\\Aacs:ram::[0-9]{1,32}:role/(?:[A-Za-z0-9._-]+/)*[A-Za-z0-9._-]{1,128}\\z"));
    static const QRegularExpression name(QStringLiteral("\\A[A-Za-z0-9.@_-]{2,64}\\z"));
    if (!arn.match(role.arn).hasMatch())
        return KeySourceProblem::BadRoleArn;
    if (!name.match(role.sessionName).hasMatch())
        return KeySourceProblem::BadSessionName;
    if (role.duration < shortestSession || role.duration > longestSession)
        return KeySourceProblem::BadDuration;
    const qsizetype id = role.externalId.size();
    if (id == 1 || id > longestExternalId)
        return KeySourceProblem::BadExternalId;
    if (role.policy.isEmpty())
        return KeySourceProblem::None;
    const auto policy = Json::parse(role.policy.toUtf8()).json;
    return role.policy.size() > longestPolicy || !policy || !policy->isObject()
               ? KeySourceProblem::BadPolicy
               : KeySourceProblem::None;
}

KeySourceProblem problemOfKind(const KeySource &source)
{
    switch (source.kind) {
    case KeyKind::Entered:
    case KeyKind::EcsRole:
    case KeyKind::Environment:
        return KeySourceProblem::None;
    case KeyKind::OtherProfile:
        if (source.otherProfile.isEmpty())
            return KeySourceProblem::NoOtherProfile;
        return source.role ? KeySourceProblem::None : KeySourceProblem::NoRole;
    case KeyKind::Oidc:
        if (source.oidcProviderArn.isEmpty())
            return KeySourceProblem::NoOidcProvider;
        if (!QDir::isAbsolutePath(source.oidcTokenFile))
            return KeySourceProblem::NoTokenFile;
        return source.role ? KeySourceProblem::None : KeySourceProblem::NoRole;
    case KeyKind::LocalService:
        return isServiceUrl(source.serviceUrl) ? KeySourceProblem::None
                                               : KeySourceProblem::BadServiceUrl;
    case KeyKind::Program:
        return splitCommand(source.command).value_or(QStringList()).isEmpty()
                   ? KeySourceProblem::NoCommand
                   : KeySourceProblem::None;
    case KeyKind::CloudSso:
    case KeyKind::OAuth:
        return QDir::isAbsolutePath(source.cliFile) && !source.cliProfile.isEmpty()
                   ? KeySourceProblem::None
                   : KeySourceProblem::NoCliProfile;
    }
    return KeySourceProblem::None;
}

QByteArray sha256Of(const QString &text)
{
    return QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex();
}

void writeText(JsonWriter &writer, QStringView name, const QString &text)
{
    if (!text.isEmpty())
        writer.member(name, text);
}

void writeRole(JsonWriter &writer, const RoleToAssume &role)
{
    writer.name(u"role").beginObject();
    writer.member(u"arn", role.arn).member(u"sessionName", role.sessionName);
    writer.member(u"seconds", qint64(role.duration.count()));
    writeText(writer, u"externalId", role.externalId);
    writeText(writer, u"policy", role.policy);
    writer.endObject();
}

RoleToAssume readRole(const Json &object)
{
    RoleToAssume role;
    role.arn = object[u"arn"].toString();
    role.sessionName = object[u"sessionName"].toString();
    role.duration = std::chrono::seconds(object[u"seconds"].toInteger().value_or(3'600));
    role.externalId = object[u"externalId"].toString();
    role.policy = object[u"policy"].toString();
    return role;
}

} // namespace

QString confirmableText(const KeySource &source)
{
    switch (source.kind) {
    case KeyKind::Program:
        return source.command;
    case KeyKind::LocalService:
        return source.serviceUrl.toString(QUrl::FullyEncoded);
    case KeyKind::EcsRole:
        return QStringLiteral("http://100.100.100.200/latest/meta-data/ram/security-credentials/") +
               source.ecsRoleName;
    default:
        return {};
    }
}

bool isConfirmed(const KeySource &source)
{
    const QString text = confirmableText(source);
    return text.isEmpty() || source.confirmedSha256 == sha256Of(text);
}

KeySource confirmed(KeySource source)
{
    const QString text = confirmableText(source);
    source.confirmedSha256 = text.isEmpty() ? QByteArray() : sha256Of(text);
    return source;
}

bool isIssued(const KeySource &source)
{
    return source.role || source.kind != KeyKind::Entered;
}

bool isRenewed(const KeySource &source)
{
    return source.role || (source.kind != KeyKind::Entered && source.kind != KeyKind::Environment);
}

KeySourceProblem problemOf(const KeySource &source)
{
    const KeySourceProblem problem = problemOfKind(source);
    return problem == KeySourceProblem::None && source.role ? problemOfRole(*source.role) : problem;
}

void writeKeySource(JsonWriter &writer, const KeySource &source)
{
    writer.beginObject();
    for (const auto &[kind, word] : kindWords) {
        if (kind == source.kind)
            writer.member(u"kind", QString::fromLatin1(word));
    }
    if (source.role)
        writeRole(writer, *source.role);
    writeText(writer, u"otherProfile", source.otherProfile.text());
    writeText(writer, u"oidcProviderArn", source.oidcProviderArn);
    writeText(writer, u"oidcTokenFile", source.oidcTokenFile);
    writeText(writer, u"ecsRoleName", source.ecsRoleName);
    writeText(writer, u"serviceUrl", source.serviceUrl.toString(QUrl::FullyEncoded));
    writeText(writer, u"command", source.command);
    writeText(writer, u"cliFile", source.cliFile);
    writeText(writer, u"cliProfile", source.cliProfile);
    writeText(writer, u"confirmed", QString::fromLatin1(source.confirmedSha256));
    writer.endObject();
}

std::optional<KeySource> readKeySource(const Json &object)
{
    KeySource source;
    bool isKnown = false;
    for (const auto &[kind, word] : kindWords) {
        if (object[u"kind"].toString() != QLatin1String(word))
            continue;
        source.kind = kind;
        isKnown = true;
    }
    if (!isKnown)
        return std::nullopt;
    if (object[u"role"].isObject())
        source.role = readRole(object[u"role"]);
    source.otherProfile = ProfileId(object[u"otherProfile"].toString());
    source.oidcProviderArn = object[u"oidcProviderArn"].toString();
    source.oidcTokenFile = object[u"oidcTokenFile"].toString();
    source.ecsRoleName = object[u"ecsRoleName"].toString();
    source.serviceUrl = QUrl(object[u"serviceUrl"].toString(), QUrl::StrictMode);
    source.command = object[u"command"].toString();
    source.cliFile = object[u"cliFile"].toString();
    source.cliProfile = object[u"cliProfile"].toString();
    source.confirmedSha256 = object[u"confirmed"].toString().toLatin1();
    return source;
}

std::optional<QStringList> splitCommand(const QString &command)
{
    QStringList words;
    QString word;
    bool isInWord = false;
    QChar quote;
    for (qsizetype i = 0; i < command.size(); ++i) {
        const QChar c = command.at(i);
        const bool isEscaped = c == u'\\' && quote != u'\'';
        if (isEscaped && i + 1 == command.size())
            return std::nullopt;
        if (isEscaped) {
            const QChar next = command.at(++i);
            // Between double quotes a backslash stands for itself before most characters.
            if (quote == u'"' && next != u'"' && next != u'\\' && next != u'$' && next != u'`')
                word += c;
            word += next;
            isInWord = true;
        } else if (!quote.isNull()) {
            if (c == quote)
                quote = QChar();
            else
                word += c;
        } else if (c == u'\'' || c == u'"') {
            quote = c;
            isInWord = true;
        } else if (c.isSpace()) {
            if (isInWord)
                words += std::exchange(word, {});
            isInWord = false;
        } else {
            word += c;
            isInWord = true;
        }
    }
    if (!quote.isNull())
        return std::nullopt;
    if (isInWord)
        words += word;
    return words;
}

} // namespace countersign
