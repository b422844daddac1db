// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/managersource.h"

#include "app/api/endpoints.h"
#include "app/api/networkrequest.h"
#include "app/api/proxychoice.h"

#include <QCryptographicHash>
#include <QNetworkAccessManager>

namespace countersign {

namespace {

QByteArray idOf(const QList<QSslCertificate> &certificates)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QSslCertificate &certificate : certificates)
        hash.addData(certificate.digest(QCryptographicHash::Sha256));
    return hash.result();
}

bool isNamed(const QNetworkProxy &proxy)
{
    return proxy.type() != QNetworkProxy::NoProxy && proxy.type() != QNetworkProxy::DefaultProxy;
}

} // namespace

TrustedRoots::TrustedRoots(const QList<QSslCertificate> &list)
    : certificates(list)
    , id(idOf(list))
{
}

QString Route::proxyName() const
{
    if (!isNamed(proxy))
        return {};
    const QString host = proxy.hostName();
    return QStringLiteral("%1:%2")
        .arg(host.contains(u':') ? QString(u'[' + host + u']') : host)
        .arg(proxy.port());
}

QByteArray Route::key() const
{
    return identityOf(proxy) + (roots ? roots->id : QByteArray());
}

ManagerSource::ManagerSource()
    : m_make([](const QUrl &endpoint, const Route &route) { return newManager(endpoint, route); })
{
}

ManagerSource::ManagerSource(Find find, Make make)
    : m_find(std::move(find))
    , m_make(std::move(make))
{
}

void ManagerSource::find(const QUrl &endpoint, QObject *context, Found found) const
{
    const bool isPlain = endpoint.scheme() != QStringLiteral("https");
    if (!m_find || (isPlain && isLoopback(endpoint)))
        found(Route());
    else
        m_find(endpoint, context, std::move(found));
}

std::unique_ptr<QNetworkAccessManager> ManagerSource::make(const QUrl &endpoint,
                                                           const Route &route) const
{
    return m_make(endpoint, route);
}

} // namespace countersign
