// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/signing/hmac.h"

#include <QMessageAuthenticationCode>

#include <cstring>

namespace countersign {

QByteArray keyedHash(QByteArrayView text, QByteArrayView secret, QByteArrayView suffix,
                     QCryptographicHash::Algorithm algorithm)
{
    QByteArray key(secret.size() + suffix.size(), Qt::Uninitialized);
    std::memcpy(key.data(), secret.data(), static_cast<std::size_t>(secret.size()));
    if (!suffix.isEmpty())
        std::memcpy(key.data() + secret.size(), suffix.data(),
                    static_cast<std::size_t>(suffix.size()));
    const QByteArray mac = QMessageAuthenticationCode::hash(
        QByteArray::fromRawData(text.data(), text.size()), key, algorithm);
    explicit_bzero(key.data(), static_cast<std::size_t>(key.size()));
    return mac;
}

} // namespace countersign
