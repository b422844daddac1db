// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/transportwords.h"

#include "app/domain/displaytext.h"
#include "app/domain/transportcodes.h"

#include <QCoreApplication>
#include <QLocale>

namespace countersign {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TransportWords)
};

constexpr qsizetype longestHost = 255;

//! The clock of this computer, which is what dates in certificates are compared with.
QString clockOfThisComputer()
{
    return QLocale().toString(QDateTime::currentDateTime(), QStringLiteral("yyyy-MM-dd HH:mm t"));
}

QString untrustedText(const Error &error)
{
    if (error.code == transportcodes::unknownIssuer())
        return Words::tr("The service could not prove who it is: nobody this computer trusts has "
                         "issued its certificate. If your company opens encrypted connections, "
                         "name its CA file under Settings, Network.");
    if (error.code == transportcodes::expired())
        return Words::tr("The service could not prove who it is: its certificate has expired, or "
                         "the clock of this computer is wrong. The clock says %1.")
            .arg(clockOfThisComputer());
    if (error.code == transportcodes::notYetValid())
        return Words::tr("The service could not prove who it is: its certificate is not valid yet, "
                         "or the clock of this computer is wrong. The clock says %1.")
            .arg(clockOfThisComputer());
    if (error.code == transportcodes::otherHost())
        return Words::tr("The service could not prove who it is: its certificate is for another "
                         "host. Check the endpoint of the profile, and whether this network asks "
                         "you to sign in first.");
    if (error.code == transportcodes::unfitCertificate())
        return Words::tr("The service could not prove who it is: its certificate is too weak or "
                         "not meant for a server. Tell whoever runs the endpoint.");
    if (error.code == transportcodes::handshake())
        return Words::tr("No encrypted connection came about: what answered does not speak TLS 1.2 "
                         "or newer. Check the endpoint, and whether this network asks you to sign "
                         "in first.");
    return Words::tr("The service could not prove who it is: its certificate was refused.");
}

QString proxyRefusedText(const Error &error)
{
    const QString proxy = safeLine(error.proxy, longestHost);
    if (error.code == transportcodes::proxyAuthentication())
        return Words::tr("The proxy %1 wants a user name and password, or does not accept those it "
                         "got. It is not asked again until you enter others or test the "
                         "connection under Settings, Network.")
            .arg(proxy);
    if (error.code == transportcodes::proxyPassword())
        return Words::tr("The password of the proxy %1 has not been read. Unlock the keychain, or "
                         "enter it under Settings, Network.")
            .arg(proxy);
    if (error.code == transportcodes::proxyUnfit())
        return Words::tr("No usable proxy is named. Choose another one under Settings, Network.");
    return Words::tr("The proxy %1 does not connect to the service. If it wants a user name and "
                     "password, enter them under Settings, Network.")
        .arg(proxy);
}

QString offlineText(const Error &error)
{
    if (error.proxy.isEmpty())
        return Words::tr("The service could not be reached.");
    const QString proxy = safeLine(error.proxy, longestHost);
    if (error.code == transportcodes::proxyUnreachable())
        return Words::tr("The proxy %1 could not be reached. Check it under Settings, Network.")
            .arg(proxy);
    return Words::tr("The service could not be reached through the proxy %1.").arg(proxy);
}

QString timedOutText(const Error &error)
{
    if (error.code == transportcodes::proxyLookup())
        return Words::tr("This computer did not say in time which proxy to take. Choose one under "
                         "Settings, Network.");
    if (error.proxy.isEmpty())
        return Words::tr("The service did not answer in time.");
    return Words::tr("No answer came in time through the proxy %1.")
        .arg(safeLine(error.proxy, longestHost));
}

} // namespace

QString transportText(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Untrusted:
        return untrustedText(error);
    case Error::Kind::ProxyRefused:
        return proxyRefusedText(error);
    case Error::Kind::TimedOut:
        return timedOutText(error);
    default:
        return offlineText(error);
    }
}

QString privateEndpointText(const QString &host)
{
    return Words::tr("Nothing was sent: %1 is not an endpoint of Alibaba Cloud, and nobody has "
                     "agreed to it. Agree to it in the profile, or choose another endpoint.")
        .arg(safeLine(host, longestHost));
}

QString foreignEndpointText(const QString &host)
{
    return Words::tr("Nothing was sent: %1 is the endpoint of another region or service of Alibaba "
                     "Cloud. Choose the region's own endpoint in the profile.")
        .arg(safeLine(host, longestHost));
}

} // namespace countersign
