// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/routeprobe.h"

#include "app/api/networkrequest.h"
#include "app/api/trustanchor.h"
#include "app/domain/transportcodes.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QPointer>
#include <QSslCertificate>
#include <QSslCipher>
#include <QSslSocket>
#include <QTimer>

#include <utility>

namespace countersign {

namespace {

constexpr int httpsPort = 443;

Error::Kind kindOf(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        return Error::Kind::Untrusted;
    case QAbstractSocket::SocketTimeoutError:
    case QAbstractSocket::ProxyConnectionTimeoutError:
        return Error::Kind::TimedOut;
    case QAbstractSocket::ProxyAuthenticationRequiredError:
    case QAbstractSocket::ProxyProtocolError:
    case QAbstractSocket::SocketAccessError: // so says Qt of a proxy that says no
        return Error::Kind::ProxyRefused;
    default:
        return Error::Kind::Offline;
    }
}

QString codeOf(QAbstractSocket::SocketError error, const QString &tlsCode)
{
    switch (error) {
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        return tlsCode.isEmpty() ? transportcodes::handshake() : tlsCode;
    case QAbstractSocket::ProxyAuthenticationRequiredError:
        return transportcodes::proxyAuthentication();
    case QAbstractSocket::ProxyProtocolError:
    case QAbstractSocket::SocketAccessError:
        return transportcodes::proxyAnswer();
    case QAbstractSocket::ProxyConnectionRefusedError:
    case QAbstractSocket::ProxyConnectionClosedError:
    case QAbstractSocket::ProxyConnectionTimeoutError:
    case QAbstractSocket::ProxyNotFoundError:
        return transportcodes::proxyUnreachable();
    default:
        return {};
    }
}

QString issuerOf(const QSslCertificate &certificate)
{
    const QStringList names = certificate.issuerInfo(QSslCertificate::CommonName);
    const QStringList companies = certificate.issuerInfo(QSslCertificate::Organization);
    if (names.isEmpty() || companies.isEmpty())
        return (names + companies).join(QStringLiteral(", "));
    return QStringLiteral("%1 (%2)").arg(names.front(), companies.front());
}

//! One try of a way. Deletes itself after the callback.
class Probe final : public QObject
{
public:
    using Callback = std::function<void(const RouteReport &)>;

    Probe(NetworkRoutes &routes, QUrl endpoint, QByteArray caCertificates, QObject *context,
          Callback callback)
        : QObject(&routes)
        , m_routes(routes)
        , m_caCertificates(std::move(caCertificates))
        , m_context(context)
        , m_callback(std::move(callback))
    {
        m_report.endpoint = std::move(endpoint);
        m_limit.setSingleShot(true);
        connect(&m_limit, &QTimer::timeout, this, [this] { fail(Error::Kind::TimedOut, {}); });
        if (context)
            connect(context, &QObject::destroyed, this, &QObject::deleteLater);
    }

    void start(std::chrono::milliseconds limit)
    {
        m_elapsed.start();
        m_limit.start(limit);
        QTimer::singleShot(0, this, [this] {
            m_routes.find(m_report.endpoint, this, [this](const Result<Route> &route) {
                if (m_hasEnded)
                    return;
                if (!route)
                    end(route.error());
                else
                    connectAlong(*route);
            });
        });
    }

    void cancel()
    {
        QTimer::singleShot(0, this, [this] { fail(Error::Kind::Cancelled, {}); });
    }

private:
    void connectAlong(const Route &route)
    {
        m_route = route;
        m_report.way = route.way;
        m_report.proxy = route.proxyName();
        m_anchors = anchorsFor(m_caCertificates, route);
        m_socket.setProxy(route.proxy);
        m_socket.setSslConfiguration(tlsConfiguration(m_caCertificates, route));
        connect(&m_socket, &QSslSocket::sslErrors, this,
                [this](const QList<QSslError> &errors) { m_tlsCode = tlsCodeOf(errors); });
        connect(&m_socket, &QSslSocket::errorOccurred, this,
                [this](QAbstractSocket::SocketError error) {
                    if (error == QAbstractSocket::ProxyAuthenticationRequiredError)
                        m_routes.noteRefusal(m_route);
                    fail(kindOf(error), codeOf(error, m_tlsCode));
                });
        connect(&m_socket, &QSslSocket::encrypted, this, &Probe::onEncrypted);
        const QUrl &endpoint = m_report.endpoint;
        m_socket.connectToHostEncrypted(endpoint.host(QUrl::FullyEncoded),
                                        static_cast<quint16>(endpoint.port(httpsPort)));
    }

    void onEncrypted()
    {
        if (!leadsToAnchor(m_socket.peerCertificateChain(), m_anchors)) {
            fail(Error::Kind::Untrusted, transportcodes::unknownIssuer());
            return;
        }
        m_routes.notePassage(m_route);
        const QSslCertificate certificate = m_socket.peerCertificate();
        m_report.tlsVersion = m_socket.sessionCipher().protocolString();
        m_report.issuer = issuerOf(certificate);
        m_report.certificateUntil = certificate.expiryDate().toUTC();
        if (m_report.proxy.isEmpty())
            m_report.address = m_socket.peerAddress().toString();
        end(std::nullopt);
    }

    void fail(Error::Kind kind, const QString &code)
    {
        Error error;
        error.kind = kind;
        error.code = code;
        error.proxy = m_report.proxy;
        end(error);
    }

    void end(const std::optional<Error> &error)
    {
        if (std::exchange(m_hasEnded, true))
            return;
        m_limit.stop();
        m_report.error = error;
        if (error && m_report.proxy.isEmpty())
            m_report.proxy = error->proxy;
        m_report.took = std::chrono::milliseconds(m_elapsed.elapsed());
        m_socket.disconnect(this);
        m_socket.abort();
        deleteLater();
        const Callback callback = std::exchange(m_callback, nullptr);
        if (callback && m_context)
            callback(m_report);
    }

    NetworkRoutes &m_routes;
    const QByteArray m_caCertificates;
    Route m_route;
    QList<QSslCertificate> m_anchors;
    const QPointer<QObject> m_context;
    Callback m_callback;
    RouteReport m_report;
    QSslSocket m_socket;
    QString m_tlsCode;
    QTimer m_limit;
    QElapsedTimer m_elapsed;
    bool m_hasEnded = false;
};

} // namespace

CallHandle probeRoute(NetworkRoutes &routes, const QUrl &endpoint, const QByteArray &caCertificates,
                      std::chrono::milliseconds limit, QObject *context,
                      std::function<void(const RouteReport &)> callback)
{
    auto *probe = new Probe(routes, endpoint, caCertificates, context, std::move(callback));
    probe->start(limit);
    return CallHandle([guard = QPointer<Probe>(probe)] {
        if (guard)
            guard->cancel();
    });
}

} // namespace countersign
