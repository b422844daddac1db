// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace countersign {

//! Codes of errors on the way to the service, where no service has spoken. Each has its own
//! sentence.
namespace transportcodes {
//! LocalFault: the endpoint is not one of Alibaba Cloud's, and nobody has agreed to it.
inline QString privateEndpoint()
{
    return QStringLiteral("Countersign.PrivateEndpoint");
}
//! LocalFault: the endpoint is Alibaba Cloud's, of another region or product than the call.
inline QString foreignEndpoint()
{
    return QStringLiteral("Countersign.ForeignEndpoint");
}

// Untrusted.
inline QString unknownIssuer()
{
    return QStringLiteral("Countersign.UnknownIssuer");
}
inline QString expired()
{
    return QStringLiteral("Countersign.CertificateExpired");
}
inline QString notYetValid()
{
    return QStringLiteral("Countersign.CertificateNotYetValid");
}
inline QString otherHost()
{
    return QStringLiteral("Countersign.CertificateForOtherHost");
}
//! Too weak, not meant for a server, or signed by what may not sign.
inline QString unfitCertificate()
{
    return QStringLiteral("Countersign.UnfitCertificate");
}
//! No certificate was the reason: versions, ciphers, or what answers does not speak TLS.
inline QString handshake()
{
    return QStringLiteral("Countersign.TlsHandshake");
}

// ProxyRefused, with the proxy's name in Error::path.
//! Asks for a user and password, or does not accept those it got.
inline QString proxyAuthentication()
{
    return QStringLiteral("Countersign.ProxyAuthentication");
}
//! Answers with something else than a connection.
inline QString proxyAnswer()
{
    return QStringLiteral("Countersign.ProxyAnswer");
}
//! The password of the proxy is not there: the keychain was not asked yet, or did not give it.
inline QString proxyPassword()
{
    return QStringLiteral("Countersign.ProxyPassword");
}
//! The system names only proxies that carry no TLS.
inline QString proxyUnfit()
{
    return QStringLiteral("Countersign.ProxyUnfit");
}

// Offline and TimedOut, with the proxy's name in Error::path.
inline QString proxyUnreachable()
{
    return QStringLiteral("Countersign.ProxyUnreachable");
}
//! TimedOut: the system did not say in time which proxy to take.
inline QString proxyLookup()
{
    return QStringLiteral("Countersign.ProxyLookup");
}
} // namespace transportcodes

} // namespace countersign
