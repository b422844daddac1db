// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace countersign {

//! Which way leads out of this computer.
enum class ProxyMode {
    System, //!< as the desktop or the environment says
    None,   //!< straight
    Manual  //!< the one that is named here
};

enum class ProxyKind {
    Http, //!< HTTP CONNECT
    Socks5
};

//! How the person wants the service to be reached. Holds no password.
struct NetworkChoice
{
    ProxyMode mode = ProxyMode::System;
    ProxyKind kind = ProxyKind::Http; //!< this and the rest of the proxy count with Manual alone
    QString host;
    quint16 port = 0;
    QString user;          //!< empty: the proxy asks for none
    QString companyCaFile; //!< absolute path; empty: the system's list alone
    friend bool operator==(const NetworkChoice &, const NetworkChoice &) = default;
};

//! Why a choice cannot be used as it is.
enum class NetworkProblem {
    None,
    NoProxyHost,  //!< Manual without a host
    BadProxyHost, //!< no host name or address: a scheme, a path, a port, blanks
    NoProxyPort,
};
NetworkProblem problemOf(const NetworkChoice &choice);

} // namespace countersign
