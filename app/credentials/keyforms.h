// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace countersign {

//! What stands in the place of a part of a key, as far as its form tells.
enum class KeyFlaw {
    None,
    WhiteSpace, //!< or a control character, inside of it
    RoleOrUser, //!< an ARN
    KeyId,
    Secret,
    Token,
    OtherSigns, //!< signs that the part never has
};

//! Of an access key id: letters, digits and . _ - alone, and not of a secret's or token's form.
KeyFlaw flawOfKeyId(QByteArrayView id);
//! Of an access key secret.
KeyFlaw flawOfSecret(QByteArrayView secret);
//! Of a security token that came with `secret`.
KeyFlaw flawOfToken(QByteArrayView token, QByteArrayView secret);
//! Whether an id is one of a temporary key, which is nothing without its token.
bool isTemporaryKeyId(QByteArrayView id);
//! Whether a name, an address or a command line holds a run that only a random secret has: long,
//! with capitals, small letters, and digits strewn between them. Some secrets are not found.
bool holdsSecretForm(QByteArrayView bytes);
//! Whether there is white space or a control character in it, which no part of a key has.
bool holdsWhiteSpace(QByteArrayView bytes);

} // namespace countersign
