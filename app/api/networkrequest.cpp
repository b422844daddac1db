// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/networkrequest.h"

#include "app/api/endpoints.h"
#include "app/api/trustanchor.h"
#include "app/domain/servicehosts.h"
#include "app/domain/transportcodes.h"

#include <openssl/crypto.h>

#include <QLocale>
#include <QNetworkAccessManager>
#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QNetworkProxy>
#include <QSslCertificate>
#include <QSslConfiguration>

#include <algorithm>
#include <utility>
#include <vector>

namespace countersign {

namespace {

constexpr int proxyAuthenticationRequired = 407;

//! Takes no cookie and gives none.
class RefusingCookieJar final : public QNetworkCookieJar
{
public:
    using QNetworkCookieJar::QNetworkCookieJar;
    QList<QNetworkCookie> cookiesForUrl(const QUrl &) const override { return {}; }
    bool setCookiesFromUrl(const QList<QNetworkCookie> &, const QUrl &) override { return false; }
};

int defaultPort(const QUrl &url)
{
    return url.scheme() == QStringLiteral("https") ? 443 : 80;
}

Error refusal(const QString &detail, const QString &code = {})
{
    Error error;
    error.kind = Error::Kind::LocalFault;
    error.code = code;
    error.detail = detail;
    return error;
}

} // namespace

Result<QUrl> endpointOf(const ApiTarget &target, ApiRequest::Product product)
{
    const bool isSts = product == ApiRequest::Product::Sts;
    QUrl url = isSts ? target.stsEndpoint : target.endpoint;
    const bool isPlain = url.scheme() == QStringLiteral("http");
    const bool isAllowed = url.scheme() == QStringLiteral("https") || (isPlain && isLoopback(url));
    if (!url.isValid() || url.host().isEmpty() || !isAllowed || !url.userInfo().isEmpty())
        return refusal(QStringLiteral("the endpoint is not an https address"));
    if (isDeceptiveHost(url.host()))
        return refusal(QStringLiteral("the endpoint's name mixes scripts"));
    // Qt writes a port into the Host header whenever the address has one; the signed text has none
    // when it is the scheme's own.
    if (url.port() == defaultPort(url))
        url.setPort(-1);
    const QString host = hostHeaderOf(url);
    const bool isRight = isSts ? isStsHost(host) : isOosHostOf(host, target.place.region);
    if (isServiceHost(host) && !isRight)
        return refusal(host, transportcodes::foreignEndpoint());
    if (!isRight && !isLoopback(url) && !target.allowsPrivateEndpoint)
        return refusal(host, transportcodes::privateEndpoint());
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

QNetworkRequest guardedRequest(const QUrl &url, const QByteArray &caCertificates,
                               const Route &route)
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
    if (url.scheme() == QStringLiteral("https"))
        request.setSslConfiguration(tlsConfiguration(caCertificates, route));
    return request;
}

QNetworkRequest networkRequestFor(const ApiTarget &target, const QUrl &endpoint,
                                  const SignedRequest &signedRequest, const Route &route)
{
    // The canonical query is what goes out, byte for byte; assembling it from decoded parts would
    // encode it a second time.
    QByteArray address =
        endpoint.scheme().toLatin1() + "://" + hostHeaderOf(endpoint).toLatin1() + '/';
    if (!signedRequest.query.isEmpty())
        address += '?' + signedRequest.query;
    QNetworkRequest request =
        guardedRequest(QUrl::fromEncoded(address, QUrl::StrictMode), target.caCertificates, route);
    for (const auto &[name, value] : signedRequest.headers)
        request.setRawHeader(name, value);
    return request;
}

QSslConfiguration tlsConfiguration(const QByteArray &caCertificates, const Route &route)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setAllowedNextProtocols({QByteArrayLiteral("http/1.1")});
    tls.setCaCertificates(anchorsFor(caCertificates, route));
    return tls;
}

QList<QSslCertificate> anchorsFor(const QByteArray &caCertificates, const Route &route)
{
    if (!caCertificates.isEmpty())
        return QSslCertificate::fromData(caCertificates, QSsl::Pem);
    if (route.roots)
        return route.roots->certificates;
    return QSslConfiguration::systemCaCertificates();
}

std::optional<Error> distrustOf(const QNetworkReply &reply, const QByteArray &caCertificates,
                                const Route &route)
{
    if (leadsToAnchor(reply.sslConfiguration().peerCertificateChain(),
                      anchorsFor(caCertificates, route)))
        return std::nullopt;
    Error error;
    error.kind = Error::Kind::Untrusted;
    error.code = transportcodes::unknownIssuer();
    error.detail = QStringLiteral("the certificate leads to none that counts");
    error.proxy = route.proxyName();
    return error;
}

std::unique_ptr<QNetworkAccessManager> newManager(const QUrl &endpoint, const Route &route)
{
    // The thread of a manager frees what TLS holds for it a moment after it was waited for. TLS
    // that is taken down at the exit by then would end a good run of the program in a crash.
    [[maybe_unused]] static const int isKept = OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT, nullptr);
    auto manager = std::make_unique<QNetworkAccessManager>();
    manager->setCookieJar(new RefusingCookieJar);
    manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    manager->setAutoDeleteReplies(false);
    if (isNeverProxied(endpoint))
        manager->setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    else if (route.proxy.type() != QNetworkProxy::DefaultProxy)
        manager->setProxy(route.proxy);
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
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return Error::Kind::ProxyRefused;
    default:
        return Error::Kind::Offline;
    }
}

Error transportError(const QNetworkReply &reply, const Route &route, const QString &tlsCode)
{
    Error error;
    error.kind = kindOfTransport(reply.error());
    // Qt's own words are in one language, and may hold the whole address with what was asked.
    error.proxy = route.proxyName();
    switch (reply.error()) {
    case QNetworkReply::SslHandshakeFailedError:
        error.code = tlsCode.isEmpty() ? transportcodes::handshake() : tlsCode;
        break;
    case QNetworkReply::ProxyAuthenticationRequiredError:
        if (!error.proxy.isEmpty()) {
            error.code = transportcodes::proxyAuthentication();
        } else {
            // The other side itself answers so.
            error.kind = Error::Kind::BadReply;
            error.httpStatus = 407;
        }
        break;
    case QNetworkReply::UnknownProxyError:
        error.code = transportcodes::proxyAnswer();
        break;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
        error.code = transportcodes::proxyUnreachable();
        break;
    case QNetworkReply::UnknownNetworkError:
        // Qt has no name for a proxy that says no.
        if (!error.proxy.isEmpty()) {
            error.kind = Error::Kind::ProxyRefused;
            error.code = transportcodes::proxyAnswer();
        }
        break;
    default:
        break;
    }
    return error;
}

QString tlsCodeOf(const QList<QSslError> &errors)
{
    // Who vouches for the certificate comes first: with an unknown one its dates mean nothing.
    using Code = QString (*)();
    const std::pair<Code, std::vector<QSslError::SslError>> causes[] = {
        {transportcodes::unknownIssuer,
         {QSslError::SelfSignedCertificate, QSslError::SelfSignedCertificateInChain,
          QSslError::UnableToGetIssuerCertificate, QSslError::UnableToGetLocalIssuerCertificate,
          QSslError::UnableToVerifyFirstCertificate, QSslError::CertificateUntrusted}},
        {transportcodes::notYetValid, {QSslError::CertificateNotYetValid}},
        {transportcodes::expired, {QSslError::CertificateExpired}},
        {transportcodes::otherHost, {QSslError::HostNameMismatch}},
    };
    for (const auto &[code, kinds] : causes) {
        for (const QSslError &error : errors) {
            if (std::find(kinds.begin(), kinds.end(), error.error()) != kinds.end())
                return code();
        }
    }
    return errors.isEmpty() ? QString() : transportcodes::unfitCertificate();
}

std::optional<std::chrono::seconds> clockSkewOf(const QNetworkReply &reply, const QDateTime &sent,
                                                const QDateTime &received)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == proxyAuthenticationRequired || std::abs(sent.msecsTo(received)) > 10'000)
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
