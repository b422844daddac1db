// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/signing/signing.h"

namespace countersign {

//! The texts on the way to a signature.
struct SignedText
{
    QByteArray canonicalText; //!< V3 canonical request, V1 canonical query
    QByteArray stringToSign;
    QByteArray signature;
    QByteArray signedHeaders; //!< V3: lower-case names joined by ';'
};

//! V1 over all parameters of a call, those of query and form together, Signature left out.
SignedText signedTextV1(const QByteArray &method, const QMap<QString, QString> &parameters,
                        const SecretBytes &secret);

//! V3. `headers` are all headers of the request in any case and order: host, content-type and every
//! x-acs- header are signed, the rest is passed over; a header that occurs more than once has its
//! values trimmed, sorted and joined by ','. `bodyHash`: lower-case hex SHA-256 of the body bytes.
SignedText signedTextV3(const QByteArray &method, const QByteArray &canonicalQueryText,
                        const QList<std::pair<QByteArray, QByteArray>> &headers,
                        const QByteArray &bodyHash, const SecretBytes &secret);

//! The value of the Authorization header.
QByteArray authorizationV3(const QString &accessKeyId, const SignedText &text);

//! The form both schemes write a time in: UTC, yyyy-MM-ddTHH:mm:ssZ.
QString signingTime(const QDateTime &time);

SignedRequest signV1(const UnsignedRequest &request, const Credentials &credentials,
                     const QDateTime &time, const QByteArray &nonce);
SignedRequest signV3(const UnsignedRequest &request, const Credentials &credentials,
                     const QDateTime &time, const QByteArray &nonce);

} // namespace countersign
