// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/keychainroom.h"

#include "app/credentials/secretpayload.h"

namespace countersign {

qsizetype keychainRoom()
{
    return secretPayloadLimit;
}

bool fitsKeychain(const Credentials &key)
{
    SecretPayload payload;
    payload.credentials = key.clone();
    return secretPayloadBytes(payload).has_value();
}

} // namespace countersign
