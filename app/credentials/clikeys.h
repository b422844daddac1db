// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/readclient.h"
#include "app/credentials/keyissuer.h"

namespace countersign {

//! Keys by what the aliyun CLI holds in its file, which is read anew every time and never written.
//! CloudSso: its access token, while that has not ended, is exchanged for keys; else, and for
//! OAuth, the keys that it has stored, until a minute before they end; then cliLoginEnded. No token
//! is ever renewed here: the CLI would lose its login. The callback may run inside the call, when
//! nothing has to be asked for.
CallHandle askCliLogin(ReadClient &client, const Clock &clock, const Profile &profile,
                       QObject *context, KeyIssuer::Callback callback);

//! Whether an address at which people sign in is one of CloudSSO's, or of this computer, which the
//! sandbox has; the access token goes nowhere else.
bool isCloudSsoAddress(const QString &signInUrl);

} // namespace countersign
