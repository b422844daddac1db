// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/exchangecall.h"

#include "app/api/networkrequest.h"
#include "app/api/oncebody.h"
#include "app/domain/wipe.h"

#include <QNetworkProxy>

#include <algorithm>
#include <utility>

namespace countersign {

namespace {

bool isOwnAddress(const QUrl &url)
{
    return url.host() == QStringLiteral("127.0.0.1") || url.host() == QStringLiteral("::1");
}

bool isMetadataService(const QUrl &url)
{
    return url.host() == metadataService().host() && url.scheme() == QStringLiteral("http");
}

bool isAllowed(const PlainRequest &request)
{
    const QUrl &url = request.url;
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasFragment())
        return false;
    if (url.scheme() == QStringLiteral("https"))
        return true;
    if (isMetadataService(url))
        return url.port(80) == 80 && (request.method == "GET" || request.method == "PUT");
    return url.scheme() == QStringLiteral("http") && isOwnAddress(url) &&
           request.allowsLoopbackHttp;
}

Error errorOf(Error::Kind kind)
{
    Error error;
    error.kind = kind;
    return error;
}

} // namespace

QUrl metadataService()
{
    return QUrl(QStringLiteral("http://100.100.100.200"));
}

Result<QUrl> addressOf(const PlainRequest &request)
{
    if (isAllowed(request))
        return request.url;
    Error error = errorOf(Error::Kind::LocalFault);
    error.detail = QStringLiteral("the address is not an https address");
    return error;
}

ExchangeCall::ExchangeCall(const Clock &clock, PlainRequest request, QObject *context,
                           Callback callback, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_request(std::move(request))
    , m_context(context)
    , m_callback(std::move(callback))
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer); // a coarse one may end a limit before its time
    connect(&m_timer, &QTimer::timeout, this, [this] { fail(Error::Kind::TimedOut); });
    if (context) {
        connect(context, &QObject::destroyed, this, [this] {
            m_hasEnded = true;
            dropReply();
            deleteLater();
        });
    }
}

ExchangeCall::~ExchangeCall()
{
    dropReply();
    // The manager's thread reads what was lent until it has gone.
    m_manager.reset();
    for (QByteArray &bytes : m_lent)
        wipeShared(bytes);
    wipeShared(m_received);
}

void ExchangeCall::start(const ManagerSource &managers, const Hand &hand)
{
    m_hand = hand;
    QTimer::singleShot(0, this, [this, managers] { leave(managers); });
}

void ExchangeCall::cancel()
{
    if (std::exchange(m_hasEnded, true))
        return;
    dropReply();
    m_timer.stop();
    QTimer::singleShot(0, this, [this] { end(errorOf(Error::Kind::Cancelled)); });
}

void ExchangeCall::leave(const ManagerSource &managers)
{
    if (m_hasEnded)
        return;
    const Result<QUrl> address = addressOf(m_request);
    if (!address) {
        end(address.error());
        return;
    }
    m_address = *address;
    m_makeManager = [managers, at = *address](const Route &route) {
        return managers.make(at, route);
    };
    m_timer.start(m_request.connect);
    managers.find(m_address, this, [this](const Result<Route> &route) { leaveAlong(route); });
}

void ExchangeCall::leaveAlong(const Result<Route> &route)
{
    if (m_hasEnded)
        return;
    const bool isStraight = m_request.bypassesProxy || isMetadataService(m_address);
    if (!route && !isStraight) {
        end(route.error());
        return;
    }
    m_route = route ? *route : Route();
    if (isStraight)
        m_route.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
    m_manager = m_makeManager(m_route);
    if (isStraight)
        m_manager->setProxy(m_route.proxy);
    // Room for the largest reply at once: a buffer that grows leaves copies behind.
    m_received.reserve(static_cast<qsizetype>(m_request.replyBytes) + 1);
    m_sentAt = m_clock.now();
    m_reply = m_hand(*m_manager, requestTo(m_address), m_request.method, newBody());
    connect(m_reply, &QNetworkReply::requestSent, this, [this] { m_timer.start(m_request.read); });
    connect(m_reply, &QNetworkReply::encrypted, this, &ExchangeCall::onEncrypted);
    connect(m_reply, &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_tlsCode = tlsCodeOf(errors); });
    connect(m_reply, &QNetworkReply::readyRead, this, &ExchangeCall::onReadyRead);
    connect(m_reply, &QNetworkReply::finished, this, &ExchangeCall::onFinished);
    m_timer.start(m_request.connect);
}

QNetworkRequest ExchangeCall::requestTo(const QUrl &address)
{
    QNetworkRequest request = guardedRequest(address, m_request.caCertificates, m_route);
    request.setRawHeader("Connection", "close");
    for (const auto &[name, value] : m_request.headers)
        request.setRawHeader(name, lent(value));
    if (!m_request.body.isEmpty()) {
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        request.setHeader(QNetworkRequest::ContentLengthHeader,
                          static_cast<qint64>(m_request.body.size()));
    }
    return request;
}

QIODevice *ExchangeCall::newBody()
{
    if (m_request.body.isEmpty())
        return nullptr;
    return new OnceBody(
        lent(m_request.body), [] { return true; }, this);
}

QByteArray ExchangeCall::lent(const SecretBytes &secret)
{
    m_lent.push_back(secret.view().toByteArray());
    return m_lent.back();
}

void ExchangeCall::dropReply()
{
    if (!m_reply)
        return;
    // abort() calls whoever listens before it returns.
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    reply->disconnect(this);
    reply->abort();
    reply->deleteLater();
}

void ExchangeCall::onEncrypted()
{
    std::optional<Error> error = distrustOf(*m_reply, m_request.caCertificates, m_route);
    if (!error)
        return;
    m_timer.stop();
    dropReply();
    error->detail.clear();
    QTimer::singleShot(0, this, [this, error = *error] {
        if (!m_hasEnded)
            fail(error);
    });
}

void ExchangeCall::onReadyRead()
{
    const qsizetype begin = m_received.size();
    const qint64 room = m_request.replyBytes + 1 - begin;
    const qint64 more = std::min(m_reply->bytesAvailable(), room);
    m_received.resize(begin + static_cast<qsizetype>(more));
    const qint64 read = m_reply->read(m_received.data() + begin, more);
    m_received.resize(begin + static_cast<qsizetype>(std::max<qint64>(read, 0)));
    if (m_received.size() > m_request.replyBytes)
        fail(Error::Kind::TooLarge);
}

void ExchangeCall::onFinished()
{
    if (m_reply->bytesAvailable() > 0)
        onReadyRead();
    if (!m_reply)
        return;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QNetworkReply::NetworkError networkError = m_reply->error();
    // Qt reports a wish to send the body again as a content error; it is a broken connection, or a
    // redirect that asks for the body.
    const bool isAgain = networkError == QNetworkReply::ContentReSendError;
    const bool isCut = isAgain || (networkError != QNetworkReply::NoError &&
                                   networkError < QNetworkReply::ContentAccessDenied);
    if (status >= 300 && status < 400) {
        fail(Error::Kind::Redirected);
        return;
    }
    if (status == 0 || isCut) {
        Error error =
            isAgain ? errorOf(Error::Kind::Offline) : transportError(*m_reply, m_route, m_tlsCode);
        // The words of Qt hold the address.
        error.detail.clear();
        fail(std::move(error));
        return;
    }
    PlainReply reply;
    reply.httpStatus = status;
    reply.body = SecretBytes(m_received);
    reply.requestId = QString::fromLatin1(m_reply->rawHeader("x-acs-request-id"));
    reply.clockSkew = clockSkewOf(*m_reply, m_sentAt, m_clock.now());
    dropReply();
    end(std::move(reply));
}

void ExchangeCall::fail(Error::Kind kind)
{
    Error error = errorOf(kind);
    error.proxy = m_route.proxyName();
    fail(std::move(error));
}

void ExchangeCall::fail(Error error)
{
    if (m_reply)
        error.httpStatus = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    dropReply();
    end(std::move(error));
}

void ExchangeCall::end(Result<PlainReply> result)
{
    m_hasEnded = true;
    m_timer.stop();
    const Callback callback = std::exchange(m_callback, nullptr);
    deleteLater();
    if (callback && m_context)
        callback(std::move(result));
}

} // namespace countersign
