// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QCryptographicHash>

namespace countersign {

//! HMAC over `text` with the key `secret` followed by `suffix`; the key's copies that are ours are
//! wiped. Raw bytes.
QByteArray keyedHash(QByteArrayView text, QByteArrayView secret, QByteArrayView suffix,
                     QCryptographicHash::Algorithm algorithm);

} // namespace countersign
