// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace countersign {

//! Whether bytes could be an access key id: letters, digits and . _ - alone, at most 128, and not
//! of a secret's form. An empty id is none.
bool isKeyIdForm(QByteArrayView bytes);
//! Whether bytes begin as ids of the service do: what stands in a secret's place then is an id.
bool isKeyIdForSure(QByteArrayView bytes);
//! Whether a name, an address or a command line holds a run that only a random secret has: long,
//! with capitals, small letters, and digits strewn between them. Some secrets are not found.
bool holdsSecretForm(QByteArrayView bytes);
//! Whether a key or token can be one: no white space, no control character.
bool isSecretForm(QByteArrayView bytes);

} // namespace countersign
