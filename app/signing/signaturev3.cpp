// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/signing/hmac.h"
#include "app/signing/schemes.h"

#include <algorithm>

namespace countersign {

QByteArray signatureV3(const QByteArray &stringToSign, const SecretBytes &secret)
{
    return keyedHash(stringToSign, secret.view(), {}, QCryptographicHash::Sha256).toHex();
}

SignedText signedTextV3(const QByteArray &method, const QByteArray &canonicalQueryText,
                        const QList<std::pair<QByteArray, QByteArray>> &headers,
                        const QByteArray &bodyHash, const SecretBytes &secret)
{
    QMap<QByteArray, QByteArrayList> values;
    for (const auto &[name, value] : headers) {
        const QByteArray lower = name.toLower();
        if (lower == "host" || lower == "content-type" || lower.startsWith("x-acs-"))
            values[lower].append(value.trimmed());
    }
    QByteArray canonicalHeaders;
    for (auto it = values.begin(); it != values.end(); ++it) {
        std::sort(it->begin(), it->end());
        canonicalHeaders += it.key() + ':' + it->join(',') + '\n';
    }
    SignedText text;
    text.signedHeaders = QByteArrayList(values.keys()).join(';');
    text.canonicalText = method + "\n/\n" + canonicalQueryText + '\n' + canonicalHeaders + '\n' +
                         text.signedHeaders + '\n' + bodyHash;
    text.stringToSign =
        "ACS3-HMAC-SHA256\n" +
        QCryptographicHash::hash(text.canonicalText, QCryptographicHash::Sha256).toHex();
    text.signature = signatureV3(text.stringToSign, secret);
    return text;
}

QByteArray authorizationV3(const QString &accessKeyId, const SignedText &text)
{
    return "ACS3-HMAC-SHA256 Credential=" + accessKeyId.toLatin1() +
           ",SignedHeaders=" + text.signedHeaders + ",Signature=" + text.signature;
}

SignedRequest signV3(const UnsignedRequest &request, const Credentials &credentials,
                     const QDateTime &time, const QByteArray &nonce)
{
    SignedRequest signedRequest;
    signedRequest.method = request.method;
    signedRequest.query = canonicalQuery(request.query);
    signedRequest.body = canonicalQuery(request.form);
    const QByteArray bodyHash =
        QCryptographicHash::hash(signedRequest.body, QCryptographicHash::Sha256).toHex();
    QList<std::pair<QByteArray, QByteArray>> &headers = signedRequest.headers;
    headers.emplaceBack("x-acs-action", request.action.toLatin1());
    headers.emplaceBack("x-acs-version", request.version.toLatin1());
    headers.emplaceBack("x-acs-date", signingTime(time).toLatin1());
    headers.emplaceBack("x-acs-signature-nonce", nonce);
    headers.emplaceBack("x-acs-content-sha256", bodyHash);
    if (!signedRequest.body.isEmpty())
        headers.emplaceBack("content-type", "application/x-www-form-urlencoded");
    if (!credentials.securityToken.isEmpty())
        headers.emplaceBack("x-acs-security-token", credentials.securityToken.view().toByteArray());
    QList<std::pair<QByteArray, QByteArray>> signedHeaders = headers;
    signedHeaders.emplaceBack("host", request.host.toLower().toLatin1());
    const SignedText text = signedTextV3(request.method, signedRequest.query, signedHeaders,
                                         bodyHash, credentials.secret);
    signedRequest.canonicalText = text.canonicalText;
    signedRequest.stringToSign = text.stringToSign;
    signedRequest.signature = text.signature;
    headers.emplaceBack("accept", "application/json");
    headers.emplaceBack("authorization", authorizationV3(credentials.accessKeyId, text));
    return signedRequest;
}

} // namespace countersign
