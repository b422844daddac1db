// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/signing/hmac.h"
#include "app/signing/schemes.h"

namespace countersign {

QByteArray signatureV1(const QByteArray &stringToSign, const SecretBytes &secret)
{
    return keyedHash(stringToSign, secret.view(), "&", QCryptographicHash::Sha1).toBase64();
}

SignedText signedTextV1(const QByteArray &method, const QMap<QString, QString> &parameters,
                        const SecretBytes &secret)
{
    SignedText text;
    text.canonicalText = canonicalQuery(parameters);
    text.stringToSign = method + "&%2F&" + percentEncoded(QString::fromLatin1(text.canonicalText));
    text.signature = signatureV1(text.stringToSign, secret);
    return text;
}

SignedRequest signV1(const UnsignedRequest &request, const Credentials &credentials,
                     const QDateTime &time, const QByteArray &nonce)
{
    QMap<QString, QString> common{
        {QStringLiteral("AccessKeyId"), credentials.accessKeyId},
        {QStringLiteral("Action"), request.action},
        {QStringLiteral("Format"), QStringLiteral("JSON")},
        {QStringLiteral("SignatureMethod"), QStringLiteral("HMAC-SHA1")},
        {QStringLiteral("SignatureNonce"), QString::fromLatin1(nonce)},
        {QStringLiteral("SignatureVersion"), QStringLiteral("1.0")},
        {QStringLiteral("Timestamp"), signingTime(time)},
        {QStringLiteral("Version"), request.version},
    };
    if (!credentials.securityToken.isEmpty())
        common.insert(QStringLiteral("SecurityToken"),
                      QString::fromUtf8(credentials.securityToken.view()));
    QMap<QString, QString> everything = common;
    everything.insert(request.query);
    everything.insert(request.form);

    const SignedText text = signedTextV1(request.method, everything, credentials.secret);
    SignedRequest signedRequest;
    signedRequest.method = request.method;
    signedRequest.canonicalText = text.canonicalText;
    signedRequest.stringToSign = text.stringToSign;
    signedRequest.signature = text.signature;
    // The common parameters travel with the operation's own: in the form where there is one, for
    // the URL of such a call then tells nothing.
    const bool isForm = !request.form.isEmpty();
    QMap<QString, QString> query = request.query;
    QMap<QString, QString> form = request.form;
    QMap<QString, QString> &carrier = isForm ? form : query;
    carrier.insert(common);
    carrier.insert(QStringLiteral("Signature"), QString::fromLatin1(signedRequest.signature));
    signedRequest.query = canonicalQuery(query);
    signedRequest.body = canonicalQuery(form);
    if (isForm)
        signedRequest.headers.emplaceBack("content-type", "application/x-www-form-urlencoded");
    return signedRequest;
}

} // namespace countersign
