// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/result.h"
#include "app/domain/secretbytes.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>
#include <utility>

namespace countersign {

//! RFC 3986 unreserved characters stay, every other UTF-8 byte becomes %XX in upper case; no
//! Unicode normalisation. Precondition: no lone surrogate (see isEncodable()).
QByteArray percentEncoded(QStringView text);
bool isEncodable(QStringView text);

//! name=value joined by '&', names in code-unit order, both percent-encoded; empty map: empty.
QByteArray canonicalQuery(const QMap<QString, QString> &parameters);

//! What a caller proves itself with; the token is empty for permanent keys.
struct Credentials
{
    QString accessKeyId;
    SecretBytes secret;
    SecretBytes securityToken;
    Credentials clone() const;
};

//! V3: ACS3-HMAC-SHA256 in the Authorization header. V1: HMAC-SHA1 as parameter Signature.
enum class SignatureScheme { V3, V1 };

//! A call before it is signed. Names and values as in the API reference.
struct UnsignedRequest
{
    QByteArray method = "POST";
    QString host; //!< host[:port] as it will stand in the Host header
    QString action;
    QString version;
    QMap<QString, QString> query;
    QMap<QString, QString> form;
};

//! What goes on the wire, and the intermediate texts that tests compare with recorded vectors.
struct SignedRequest
{
    QByteArray method;
    QByteArray path = "/";
    QByteArray query; //!< encoded, without '?'
    QList<std::pair<QByteArray, QByteArray>>
        headers; //!< lower-case names, Host and Content-Length left out
    QByteArray body;
    QByteArray canonicalText; //!< V3 canonical request, V1 canonical query
    QByteArray stringToSign;
    QByteArray signature;
};

//! Signs; pure. `nonce` is new for every attempt; `time` is UTC. LocalFault when a text cannot be
//! encoded (lone surrogate).
Result<SignedRequest> sign(const UnsignedRequest &request, const Credentials &credentials,
                           SignatureScheme scheme, const QDateTime &time, const QByteArray &nonce);

//! V3 over a given set of signed headers and a raw body, for whoever verifies a request.
QByteArray signatureV3(const QByteArray &stringToSign, const SecretBytes &secret);
QByteArray signatureV1(const QByteArray &stringToSign, const SecretBytes &secret);

//! 128 random bits in hex.
QByteArray newNonce();

} // namespace countersign
