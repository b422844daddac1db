// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/signing/signing.h"

#include <QRandomGenerator>

#include <array>

namespace countersign {

Credentials Credentials::clone() const
{
    return Credentials{accessKeyId, secret.clone(), securityToken.clone()};
}

QByteArray newNonce()
{
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    QByteArray bytes;
    for (const quint32 word : words)
        bytes += QByteArray::number(word, 16).rightJustified(8, '0');
    return bytes;
}

} // namespace countersign
