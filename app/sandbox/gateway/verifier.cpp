// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/gateway/verifier.h"

#include "app/signing/signing.h"

#include <QCryptographicHash>

#include <algorithm>
#include <cstdlib>

namespace countersign::sandbox {

namespace {

// How far a time may be off: of the parameter Timestamp, and of the header x-acs-date.
constexpr int timestampMinutes = 31;
constexpr int dateMinutes = 15;

Refusal refusal(int status, const QString &code, const QString &message)
{
    return {status, code, message};
}

Refusal incomplete()
{
    return refusal(400, QStringLiteral("IncompleteSignature"),
                   QStringLiteral("The request signature does not conform to Aliyun standards."));
}

Refusal missing(const QString &name)
{
    return refusal(
        400, QStringLiteral("MissingParameter"),
        QStringLiteral("The input parameter \"%1\" that is mandatory for processing this "
                       "request is not supplied.")
            .arg(name));
}

bool same(QByteArrayView a, QByteArrayView b)
{
    return SecretBytes(a).equals(SecretBytes(b));
}

struct Authorization
{
    QByteArray signedHeaders;
    QByteArray signature;
};

std::optional<Authorization> readAuthorization(const QByteArray &header)
{
    static const QByteArray scheme = "ACS3-HMAC-SHA256 ";
    if (!header.startsWith(scheme))
        return {};
    Authorization result;
    for (const QByteArray &part : header.mid(scheme.size()).split(',')) {
        const QByteArray trimmed = part.trimmed();
        if (trimmed.startsWith("SignedHeaders="))
            result.signedHeaders = trimmed.mid(14);
        else if (trimmed.startsWith("Signature="))
            result.signature = trimmed.mid(10);
    }
    if (result.signedHeaders.isEmpty() || result.signature.isEmpty())
        return {};
    return result;
}

QByteArray canonicalRequest(const Call &call, const Authorization &authorization)
{
    QByteArray headers;
    for (const QByteArray &name : authorization.signedHeaders.split(';')) {
        QList<QByteArray> values;
        for (const auto &[headerName, value] : call.headers) {
            if (headerName == name)
                values.append(value);
        }
        std::sort(values.begin(), values.end());
        headers += name + ':' + values.join(',') + '\n';
    }
    return call.method + "\n/\n" + canonicalQuery(call.query) + '\n' + headers + '\n' +
           authorization.signedHeaders + '\n' + call.header("x-acs-content-sha256");
}

//! Host and every x-acs- header must be among the signed ones.
bool coversHeaders(const Call &call, const Authorization &authorization)
{
    const QList<QByteArray> names = authorization.signedHeaders.split(';');
    return names.contains("host") &&
           std::all_of(call.headers.cbegin(), call.headers.cend(), [&](const auto &header) {
               return !header.first.startsWith("x-acs-") || names.contains(header.first);
           });
}

std::optional<Refusal> refuseTime(const QString &time, const QDateTime &now, int minutes)
{
    QDateTime said = QDateTime::fromString(time, QStringLiteral("yyyy-MM-dd'T'HH:mm:ss'Z'"));
    if (!said.isValid()) {
        return refusal(400, QStringLiteral("InvalidTimeStamp.Format"),
                       QStringLiteral("Specified time stamp or date value is not well formatted."));
    }
    said.setTimeSpec(Qt::UTC);
    if (std::abs(said.secsTo(now)) > qint64(minutes) * 60) {
        return refusal(400, QStringLiteral("InvalidTimeStamp.Expired"),
                       QStringLiteral("Specified time stamp or date value is expired."));
    }
    return {};
}

} // namespace

const User *Verifier::callerOf(const Call &call) const
{
    const QString key = call.accessKeyId();
    const User *session = m_sessions.byKey(key);
    return session ? session : m_users.byKey(key);
}

std::optional<Refusal> Verifier::checkKey(const User *user, const QByteArray &token) const
{
    if (!user) {
        return refusal(404, QStringLiteral("InvalidAccessKeyId.NotFound"),
                       QStringLiteral("Specified access key is not found."));
    }
    if (user->kind == User::Kind::RamUser && m_disabled.contains(user->name)) {
        return refusal(400, QStringLiteral("InvalidAccessKeyId.Inactive"),
                       QStringLiteral("Specified access key is disabled."));
    }
    if (token.isEmpty() && user->isSession()) {
        return refusal(400, QStringLiteral("MissingSecurityToken"),
                       QStringLiteral("SecurityToken is mandatory for this action."));
    }
    if (token.isEmpty() || same(user->securityToken.view(), token))
        return {};
    if (!m_sessions.hasToken(token)) {
        return refusal(400, QStringLiteral("InvalidSecurityToken.Malformed"),
                       QStringLiteral("Specified SecurityToken is malformed."));
    }
    return refusal(400, QStringLiteral("InvalidSecurityToken.MismatchWithAccessKey"),
                   QStringLiteral("Specified SecurityToken mismatch with the AccessKey."));
}

Verdict Verifier::verdictOn(const User &user, const QString &time, const QString &nonce,
                            const QDateTime &now, int minutes)
{
    if (user.isSession() && user.expiresAt <= now) {
        return {&user, refusal(400, QStringLiteral("InvalidSecurityToken.Expired"),
                               QStringLiteral("Specified SecurityToken is expired."))};
    }
    return {&user, checkTimeAndNonce(user, time, nonce, now, minutes)};
}

Verdict Verifier::verify(const Call &call, const QDateTime &now)
{
    if (call.hasRepeatedName)
        return {nullptr, incomplete()};
    return call.header("authorization").isEmpty() ? verifyV1(call, now) : verifyV3(call, now);
}

std::optional<Refusal> Verifier::refuseUnsigned(const Call &call, const QDateTime &now)
{
    const QString parameter = call.params.value(QStringLiteral("Timestamp"));
    if (!parameter.isEmpty())
        return refuseTime(parameter, now, timestampMinutes);
    const QByteArray header = call.header("x-acs-date");
    if (!header.isEmpty())
        return refuseTime(QString::fromUtf8(header), now, dateMinutes);
    return {};
}

Verdict Verifier::verifyV1(const Call &call, const QDateTime &now)
{
    for (const char *name : {"AccessKeyId", "Signature", "SignatureMethod", "SignatureVersion",
                             "SignatureNonce", "Timestamp"}) {
        if (call.params.value(QString::fromLatin1(name)).isEmpty())
            return {nullptr, missing(QString::fromLatin1(name))};
    }
    if (call.params.value(QStringLiteral("SignatureMethod")) != u"HMAC-SHA1" ||
        call.params.value(QStringLiteral("SignatureVersion")) != u"1.0") {
        return {nullptr, refusal(400, QStringLiteral("InvalidSignatureMethod"),
                                 QStringLiteral("The signature method is not supported."))};
    }
    const User *user = callerOf(call);
    if (auto refused = checkKey(user, call.securityToken()))
        return {nullptr, refused};
    QMap<QString, QString> covered = call.params;
    const QByteArray signature = covered.take(QStringLiteral("Signature")).toLatin1();
    const QByteArray text =
        call.method + "&%2F&" + percentEncoded(QString::fromLatin1(canonicalQuery(covered)));
    if (!same(signatureV1(text, user->secret), signature)) {
        return {nullptr,
                refusal(400, QStringLiteral("SignatureDoesNotMatch"),
                        QStringLiteral("Specified signature is not matched with our calculation. "
                                       "server string to sign is:") +
                            QString::fromLatin1(text))};
    }
    return verdictOn(*user, call.params.value(QStringLiteral("Timestamp")), call.nonce(), now,
                     timestampMinutes);
}

Verdict Verifier::verifyV3(const Call &call, const QDateTime &now)
{
    const auto authorization = readAuthorization(call.header("authorization"));
    if (!authorization || call.accessKeyId().isEmpty() || !coversHeaders(call, *authorization))
        return {nullptr, incomplete()};
    for (const auto &name : {"x-acs-date", "x-acs-signature-nonce", "x-acs-content-sha256"}) {
        if (call.header(name).isEmpty())
            return {nullptr, missing(QString::fromLatin1(name))};
    }
    const User *user = callerOf(call);
    if (auto refused = checkKey(user, call.securityToken()))
        return {nullptr, refused};
    const QByteArray canonical = canonicalRequest(call, *authorization);
    const QByteArray text = "ACS3-HMAC-SHA256\n" +
                            QCryptographicHash::hash(canonical, QCryptographicHash::Sha256).toHex();
    const bool bodyFits = call.header("x-acs-content-sha256") ==
                          QCryptographicHash::hash(call.body, QCryptographicHash::Sha256).toHex();
    if (!bodyFits || !same(signatureV3(text, user->secret), authorization->signature)) {
        return {nullptr,
                refusal(400, QStringLiteral("SignatureDoesNotMatch"),
                        QStringLiteral("Specified signature does not match our calculation. server "
                                       "StringToSign is [%1] server CanonicalRequest is [%2]")
                            .arg(QString::fromUtf8(text), QString::fromUtf8(canonical)))};
    }
    return verdictOn(*user, QString::fromUtf8(call.header("x-acs-date")), call.nonce(), now,
                     dateMinutes);
}

std::optional<Refusal> Verifier::checkTimeAndNonce(const User &user, const QString &time,
                                                   const QString &nonce, const QDateTime &now,
                                                   int minutes)
{
    if (auto refused = refuseTime(time, now, minutes))
        return refused;
    if (!m_nextSweep.isValid() || m_nextSweep < now) {
        m_nonces.removeIf(
            [&](QHash<QString, QDateTime>::iterator entry) { return entry.value() < now; });
        m_nextSweep = now.addSecs(60);
    }
    const QString key = user.accessKeyId + u'/' + nonce;
    if (m_nonces.contains(key)) {
        return refusal(400, QStringLiteral("SignatureNonceUsed"),
                       QStringLiteral("Specified signature nonce was used already."));
    }
    m_nonces.insert(key, now.addSecs(qint64(minutes) * 120));
    return {};
}

} // namespace countersign::sandbox
