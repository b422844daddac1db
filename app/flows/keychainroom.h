// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/keyforms.h"
#include "app/signing/signing.h"

namespace countersign {

//! Bytes that an entry of the keychain may have, with all that belongs to it.
qsizetype keychainRoom();
//! Whether an entry can hold this key whole.
bool fitsKeychain(const Credentials &key);

} // namespace countersign
