// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/secretbytes.h"
#include "app/signing/signing.h"

#include <QDateTime>
#include <QString>

#include <cstdint>
#include <optional>

namespace countersign {

//! What one entry of the keychain holds.
struct SecretPayload
{
    Credentials credentials;
    QString accountId;   //!< empty: not known when it was written
    QDateTime expiresAt; //!< UTC, whole seconds; invalid: no known end
};

//! Bytes an entry may have.
inline constexpr qsizetype secretPayloadLimit = 16 * 1024;

//! One byte for the version (1), five fields in a fixed order (key id, secret, token, account id,
//! expiry), each a length of four bytes and that many bytes, then a CRC-32 of all before it.
//! Numbers are big endian; expiry is empty or eight bytes of seconds since 1970; texts are UTF-8.
//! Nothing when it would be longer than the limit.
std::optional<SecretBytes> secretPayloadBytes(const SecretPayload &payload);

//! Strict: nothing when a byte is missing, changed or left over, when the version is another one,
//! when a text is not UTF-8, and when the key id or the secret is empty.
std::optional<SecretPayload> readSecretPayload(const SecretBytes &bytes);

//! CRC-32 as in ISO 3309. It finds damage, not forgery: whoever can write the entry can make it
//! new. A keyless hash would leave copies of the secret in the library that computes it.
std::uint32_t checksum(QByteArrayView bytes);

} // namespace countersign
