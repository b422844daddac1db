// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/proxychoice.h"

#include <QCryptographicHash>

#include <algorithm>

namespace countersign {

QNetworkProxy manualProxy(const NetworkChoice &choice, const SecretBytes *password)
{
    QNetworkProxy proxy;
    proxy.setType(choice.kind == ProxyKind::Socks5 ? QNetworkProxy::Socks5Proxy
                                                   : QNetworkProxy::HttpProxy);
    const bool isBracketed = choice.host.startsWith(u'[') && choice.host.endsWith(u']');
    proxy.setHostName(isBracketed ? choice.host.mid(1, choice.host.size() - 2) : choice.host);
    proxy.setPort(choice.port);
    if (!choice.user.isEmpty()) {
        // Qt sends both as Latin-1; these are the bytes of the UTF-8 that proxies expect.
        proxy.setUser(QString::fromLatin1(choice.user.toUtf8()));
        if (password)
            proxy.setPassword(QString::fromLatin1(password->view()));
    }
    return proxy;
}

std::optional<QNetworkProxy> usableProxy(const QList<QNetworkProxy> &proxies)
{
    if (proxies.isEmpty())
        return QNetworkProxy(QNetworkProxy::NoProxy);
    const auto found = std::find_if(proxies.begin(), proxies.end(), [](const QNetworkProxy &proxy) {
        const bool isStraight = proxy.type() == QNetworkProxy::NoProxy;
        const bool isTunnel =
            proxy.type() == QNetworkProxy::HttpProxy || proxy.type() == QNetworkProxy::Socks5Proxy;
        return isStraight || (isTunnel && !proxy.hostName().isEmpty() && proxy.port() != 0);
    });
    return found == proxies.end() ? std::nullopt : std::optional(*found);
}

QByteArray identityOf(const QNetworkProxy &proxy)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray &part :
         {QByteArray::number(proxy.type()), proxy.hostName().toLower().toUtf8(),
          QByteArray::number(proxy.port()), proxy.user().toUtf8(), proxy.password().toUtf8()})
        hash.addData(QByteArray(QByteArray::number(part.size()) + ' ' + part));
    return hash.result();
}

} // namespace countersign
