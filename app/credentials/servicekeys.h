// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/readclient.h"
#include "app/credentials/keyissuer.h"

namespace countersign {

//! Asks a local service of keys (credentials.md 7.5) with one GET. It must answer 200 with keys and
//! their end, and with the Code Success where it has one.
CallHandle askLocalService(ReadClient &client, const Clock &clock, const QUrl &service,
                           std::function<QDateTime()> serviceNow, QObject *context,
                           KeyIssuer::Callback callback);

} // namespace countersign
