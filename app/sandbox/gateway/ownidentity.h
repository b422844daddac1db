// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSslConfiguration>

#include <optional>

namespace countersign::sandbox {

//! What the service proves itself with over TLS: a key of its own and a certificate for 127.0.0.1
//! that signs itself, made for one run of the program. The key never leaves the process.
struct OwnIdentity
{
    QSslConfiguration tls;
    QByteArray certificate; //!< PEM; what a client has to trust
};

//! Nothing: OpenSSL would not make one.
std::optional<OwnIdentity> newOwnIdentity();

} // namespace countersign::sandbox
