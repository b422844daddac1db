// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/oneshotcall.h"

#include "app/api/networkrequest.h"
#include "app/api/operations.h"
#include "app/api/replybody.h"

#include <utility>

namespace countersign {

OneShotCall::OneShotCall(const SendLimits &limits, OneShotSender::Hooks hooks, QObject *context,
                         std::function<void(SendReport)> callback, QObject *parent)
    : QObject(parent)
    , m_limits(limits)
    , m_hooks(std::move(hooks))
    , m_context(context)
    , m_callback(std::move(callback))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &OneShotCall::onDeadline);
}

OneShotCall::~OneShotCall()
{
    if (m_reply) {
        m_reply->disconnect(this);
        delete m_reply;
    }
}

void OneShotCall::start(const ApiTarget &target, const QUrl &endpoint, const SignedRequest &request,
                        const QString &right, const ManagerSource &managers)
{
    m_right = right;
    m_target = target;
    m_endpoint = endpoint;
    m_request = request;
    m_makeManager = [managers, endpoint](const Route &route) {
        return managers.make(endpoint, route);
    };
    const bool isTls = endpoint.scheme() == QStringLiteral("https");
    enterPhase(Phase::Connecting,
               m_limits.connect + (isTls ? m_limits.handshake : std::chrono::milliseconds(0)));
    managers.find(endpoint, this, [this](const Result<Route> &route) { onRoute(route); });
}

void OneShotCall::onRoute(const Result<Route> &route)
{
    if (m_hasEnded)
        return;
    if (!route) {
        // Not from inside of start().
        refuse(route.error());
        return;
    }
    m_route = *route;
    m_manager = m_makeManager(m_route);
    m_body = new OnceBody(
        m_request.body, [this] { return mayLeave(); }, this);
    connect(m_body, &OnceBody::refused, this, &OneShotCall::onRefused, Qt::QueuedConnection);
    connect(m_body, &OnceBody::progressed, this, &OneShotCall::onProgressed, Qt::QueuedConnection);
    connect(m_body, &OnceBody::handedOut, this, &OneShotCall::onHandedOut, Qt::QueuedConnection);
    QNetworkRequest networkRequest = networkRequestFor(m_target, m_endpoint, m_request, m_route);
    networkRequest.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    networkRequest.setHeader(QNetworkRequest::ContentLengthHeader, m_request.body.size());
    networkRequest.setRawHeader("Connection", "close");
    m_reply = m_manager->post(networkRequest, m_body);
    connect(m_reply, &QNetworkReply::encrypted, this, &OneShotCall::onEncrypted);
    connect(m_reply, &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_tlsCode = tlsCodeOf(errors); });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &OneShotCall::onAnswering);
    connect(m_reply, &QNetworkReply::readyRead, this, &OneShotCall::onReadyRead);
    connect(m_reply, &QNetworkReply::finished, this, &OneShotCall::onFinished);
}

// What nobody waits for any more, nobody could write down: it must not leave.
bool OneShotCall::mayLeave() const
{
    return !m_hasEnded && m_context && (!m_hooks.sending || m_hooks.sending());
}

void OneShotCall::enterPhase(Phase phase, std::chrono::milliseconds limit)
{
    m_phase = phase;
    m_timer.start(limit);
}

void OneShotCall::refuse(const Error &error)
{
    QTimer::singleShot(0, this, [this, error] { finishWith(SendReport::Reply::None, error); });
}

void OneShotCall::cancel()
{
    Error error;
    error.kind = Error::Kind::Cancelled;
    refuse(error);
}

void OneShotCall::onRefused()
{
    Error error;
    error.kind = Error::Kind::Cancelled;
    error.detail = QStringLiteral("stopped before the first byte");
    finishWith(SendReport::Reply::None, error);
}

void OneShotCall::onEncrypted()
{
    if (const auto error = distrustOf(*m_reply, m_target.caCertificates, m_route)) {
        m_timer.stop();
        dropReply();
        refuse(*error);
        return;
    }
    if (m_body->bytesHandedOut() == 0)
        enterPhase(Phase::Connecting, m_limits.handshake);
}

void OneShotCall::onProgressed()
{
    if (!m_hasEnded && m_phase != Phase::Answering)
        enterPhase(Phase::Sending, m_limits.firstByte);
}

void OneShotCall::onHandedOut()
{
    if (m_hasEnded)
        return;
    if (m_hooks.sent && m_context)
        m_hooks.sent();
}

void OneShotCall::onAnswering()
{
    if (m_phase != Phase::Answering)
        enterPhase(Phase::Answering, m_limits.rest);
}

void OneShotCall::onReadyRead()
{
    onAnswering();
    m_received += m_reply->read(m_limits.replyBytes + 1 - m_received.size());
    if (m_received.size() <= m_limits.replyBytes)
        return;
    Error error;
    error.kind = Error::Kind::TooLarge;
    finishWith(SendReport::Reply::TooLarge, error);
}

void OneShotCall::onDeadline()
{
    // The limit for connecting does not end what has begun to leave.
    if (m_phase == Phase::Connecting && m_body && m_body->bytesHandedOut() > 0) {
        enterPhase(Phase::Sending, m_limits.firstByte);
        return;
    }
    Error error;
    error.kind = Error::Kind::TimedOut;
    error.proxy = m_route.proxyName();
    const bool hasBegun =
        m_reply && m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() != 0;
    finishWith(hasBegun ? SendReport::Reply::Incomplete : SendReport::Reply::None, error);
}

void OneShotCall::onFinished()
{
    if (m_hasEnded)
        return;
    if (m_reply->bytesAvailable() > 0)
        onReadyRead();
    if (m_hasEnded)
        return;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QNetworkReply::NetworkError networkError = m_reply->error();
    // Qt reports a wish to send the body again as a content error; it is a broken connection.
    const bool isCut = networkError == QNetworkReply::ContentReSendError ||
                       (networkError != QNetworkReply::NoError &&
                        networkError < QNetworkReply::ContentAccessDenied);
    if (status != 0 && !isCut) {
        finishWith(SendReport::Reply::Complete, std::nullopt);
        return;
    }
    // Qt has no words of its own for a body that it may not send again.
    const bool isResend = networkError == QNetworkReply::ContentReSendError;
    Error error = isResend ? Error() : transportError(*m_reply, m_route, m_tlsCode);
    if (isResend)
        error.kind = Error::Kind::Offline;
    // Qt reports a 307 or 308 as a body that cannot be sent again.
    if (status >= 300 && status < 400)
        error.kind = Error::Kind::Redirected;
    finishWith(status == 0 ? SendReport::Reply::None : SendReport::Reply::Incomplete, error);
}

void OneShotCall::dropReply()
{
    if (QNetworkReply *ended = std::exchange(m_reply, nullptr)) {
        ended->disconnect(this);
        ended->abort();
        ended->deleteLater();
    }
}

void OneShotCall::readHeaders(SendReport &report) const
{
    if (!m_reply)
        return;
    report.httpStatus = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    report.requestId = QString::fromLatin1(m_reply->rawHeader("x-acs-request-id"));
}

void OneShotCall::finishWith(SendReport::Reply reply, const std::optional<Error> &error)
{
    if (std::exchange(m_hasEnded, true))
        return;
    m_timer.stop();
    SendReport report;
    report.bytesHandedOut = m_body ? m_body->bytesHandedOut() : 0;
    report.bytesIn = m_received.size();
    report.reply = reply;
    readHeaders(report);
    report.error = error;
    if (reply == SendReport::Reply::Complete) {
        ReadLimits limits;
        limits.replyBytes = m_limits.replyBytes;
        const Result<ApiReply> understood =
            understand({report.httpStatus, m_received, report.requestId, m_right}, limits);
        // An id in a header alone does not make a good reply: the body must be what was promised.
        if (understood) {
            report.requestId = understood->requestId;
            report.body = understood->body;
        } else {
            report.error = understood.error();
            report.code = understood.error().code;
            report.message = understood.error().detail;
            report.requestId = understood.error().requestId;
            if (report.httpStatus < 300 && report.code.isEmpty())
                report.requestId.clear();
        }
    }
    dropReply();
    deleteLater();
    Q_EMIT ended(report);
    const auto callback = std::exchange(m_callback, nullptr);
    if (callback && m_context)
        callback(report);
}

} // namespace countersign
