// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/signing/schemes.h"

#include <algorithm>

namespace countersign {

namespace {

bool areEncodable(const QMap<QString, QString> &parameters)
{
    return std::all_of(parameters.keyValueBegin(), parameters.keyValueEnd(), [](const auto &pair) {
        return isEncodable(pair.first) && isEncodable(pair.second);
    });
}

} // namespace

QString signingTime(const QDateTime &time)
{
    return time.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ssZ"));
}

Result<SignedRequest> sign(const UnsignedRequest &request, const Credentials &credentials,
                           SignatureScheme scheme, const QDateTime &time, const QByteArray &nonce)
{
    if (!areEncodable(request.query) || !areEncodable(request.form)) {
        Error error;
        error.kind = Error::Kind::LocalFault;
        error.detail = QStringLiteral("a parameter holds a lone surrogate");
        return error;
    }
    switch (scheme) {
    case SignatureScheme::V1:
        return signV1(request, credentials, time, nonce);
    case SignatureScheme::V3:
        break;
    }
    return signV3(request, credentials, time, nonce);
}

} // namespace countersign
