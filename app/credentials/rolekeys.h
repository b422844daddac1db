// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/readclient.h"
#include "app/credentials/keyissuer.h"

namespace countersign {

//! Takes the profile's role with `keys`, which sign the call (credentials.md 7.1). The caller comes
//! from the answer, with the ARN as GetCallerIdentity writes it. An answer about another account or
//! session than the one asked for is none.
CallHandle assumeRole(ReadClient &client, const Clock &clock, const Profile &profile,
                      std::shared_ptr<const Credentials> keys, QObject *context,
                      KeyIssuer::Callback callback);

//! Exchanges the token that stands in the profile's token file now for the role, unsigned
//! (credentials.md 7.2). The callback may run inside the call, when there is no token.
CallHandle assumeRoleWithOidc(ReadClient &client, const Clock &clock, const Profile &profile,
                              QObject *context, KeyIssuer::Callback callback);

} // namespace countersign
