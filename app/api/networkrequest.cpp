// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/networkrequest.h"

#include <QHostAddress>
#include <QLocale>
#include <QNetworkAccessManager>
#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QNetworkProxy>
#include <QSslCertificate>
#include <QSslConfiguration>

#include <algorithm>

namespace countersign {

namespace {

//! Takes no cookie and gives none.
class RefusingCookieJar final : public QNetworkCookieJar
{
public:
    using QNetworkCookieJar::QNetworkCookieJar;
    QList<QNetworkCookie> cookiesForUrl(const QUrl &) const override { return {}; }
    bool setCookiesFromUrl(const QList<QNetworkCookie> &, const QUrl &) override { return false; }
};

bool isOwnAddress(const QUrl &url)
{
    const QString host = url.host();
    return host == QStringLiteral("127.0.0.1") || host == QStringLiteral("::1");
}

int defaultPort(const QUrl &url)
{
    return url.scheme() == QStringLiteral("https") ? 443 : 80;
}

} // namespace

Result<QUrl> endpointOf(const ApiTarget &target, ApiRequest::Product product)
{
    QUrl url = product == ApiRequest::Product::Sts ? target.stsEndpoint : target.endpoint;
    const bool isPlain = url.scheme() == QStringLiteral("http");
    const bool isAllowed =
        url.scheme() == QStringLiteral("https") || (isPlain && isOwnAddress(url));
    if (!url.isValid() || url.host().isEmpty() || !isAllowed) {
        Error error;
        error.kind = Error::Kind::LocalFault;
        error.detail = QStringLiteral("the endpoint is not an https address");
        return error;
    }
    // Qt writes a port into the Host header whenever the address has one; the signed text has none
    // when it is the scheme's own.
    if (url.port() == defaultPort(url))
        url.setPort(-1);
    return url;
}

QString hostHeaderOf(const QUrl &endpoint)
{
    QString host = endpoint.host(QUrl::FullyEncoded).toLower();
    if (host.contains(u':'))
        host = u'[' + host + u']';
    if (endpoint.port() != -1)
        host += u':' + QString::number(endpoint.port());
    return host;
}

QNetworkRequest guardedRequest(const QUrl &url, const QByteArray &caCertificates)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    // Without it Qt unpacks replies by itself, and the size that counts would be a guess.
    request.setRawHeader("Accept-Encoding", "identity");
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Countersign"));
    if (url.scheme() == QStringLiteral("https")) {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setProtocol(QSsl::TlsV1_2OrLater);
        tls.setAllowedNextProtocols({QByteArrayLiteral("http/1.1")});
        if (!caCertificates.isEmpty())
            tls.setCaCertificates(QSslCertificate::fromData(caCertificates, QSsl::Pem));
        else
            tls.setCaCertificates(QSslConfiguration::systemCaCertificates());
        request.setSslConfiguration(tls);
    }
    return request;
}

QNetworkRequest networkRequestFor(const ApiTarget &target, const QUrl &endpoint,
                                  const SignedRequest &signedRequest)
{
    // The canonical query is what goes out, byte for byte; assembling it from decoded parts would
    // encode it a second time.
    QByteArray address =
        endpoint.scheme().toLatin1() + "://" + hostHeaderOf(endpoint).toLatin1() + '/';
    if (!signedRequest.query.isEmpty())
        address += '?' + signedRequest.query;
    QNetworkRequest request =
        guardedRequest(QUrl::fromEncoded(address, QUrl::StrictMode), target.caCertificates);
    for (const auto &[name, value] : signedRequest.headers)
        request.setRawHeader(name, value);
    return request;
}

std::unique_ptr<QNetworkAccessManager> newManager(const QUrl &endpoint)
{
    auto manager = std::make_unique<QNetworkAccessManager>();
    manager->setCookieJar(new RefusingCookieJar);
    manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    manager->setAutoDeleteReplies(false);
    if (isOwnAddress(endpoint))
        manager->setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    return manager;
}

Error::Kind kindOfTransport(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::SslHandshakeFailedError:
        return Error::Kind::Untrusted;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::ProxyTimeoutError:
        return Error::Kind::TimedOut;
    default:
        return Error::Kind::Offline;
    }
}

std::optional<std::chrono::seconds> clockSkewOf(const QNetworkReply &reply, const QDateTime &sent,
                                                const QDateTime &received)
{
    if (std::abs(sent.msecsTo(received)) > 10'000)
        return std::nullopt;
    const QString written = QString::fromLatin1(reply.rawHeader("Date"));
    QDateTime date =
        QLocale::c().toDateTime(written, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    if (!date.isValid())
        return std::nullopt;
    date.setTimeSpec(Qt::UTC);
    const QDateTime middle = sent.addMSecs(sent.msecsTo(received) / 2);
    return std::chrono::seconds(middle.secsTo(date));
}

std::optional<std::chrono::milliseconds> askedPauseOf(const QNetworkReply &reply)
{
    bool isNumber = false;
    const qint64 milliseconds =
        reply.rawHeader("x-acs-retry-after").trimmed().toLongLong(&isNumber);
    if (isNumber && milliseconds >= 0)
        return std::chrono::milliseconds(milliseconds);
    const qint64 seconds = reply.rawHeader("Retry-After").trimmed().toLongLong(&isNumber);
    if (isNumber && seconds >= 0)
        return std::chrono::seconds(std::min<qint64>(seconds, 86'400));
    return std::nullopt;
}

} // namespace countersign
