// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/managersource.h"
#include "app/domain/networkchoice.h"
#include "app/domain/secretbytes.h"

#include <optional>

namespace countersign {

//! The proxy that the person has named, with its password (null: none).
QNetworkProxy manualProxy(const NetworkChoice &choice, const SecretBytes *password);

//! The first of the system's proxies that can carry TLS (straight counts); nothing when none can.
//! An empty list is the way straight.
std::optional<QNetworkProxy> usableProxy(const QList<QNetworkProxy> &proxies);

//! The same for proxies that would be met with the same name and password.
QByteArray identityOf(const QNetworkProxy &proxy);

} // namespace countersign
