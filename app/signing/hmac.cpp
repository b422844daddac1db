// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/signing/hmac.h"

#include <QMessageAuthenticationCode>

#include <array>
#include <cstring>

namespace countersign {

namespace {

//! Overwrites what the functions that were just called have left below them: the library pads the
//! key there.
[[gnu::noinline]] void burnStack()
{
    std::array<char, 16 * 1024> below; // NOLINT(cppcoreguidelines-pro-type-member-init): next line
    explicit_bzero(below.data(), below.size());
}

} // namespace

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
    burnStack();
    return mac;
}

} // namespace countersign
