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

void OneShotCall::start(const ApiTarget &target, const QUrl &endpoint, const SignedRequest &request)
{
    m_manager = newManager(endpoint);
    m_body = new OnceBody(request.body, m_hooks.sending, this);
    connect(m_body, &OnceBody::refused, this, &OneShotCall::onRefused, Qt::QueuedConnection);
    connect(m_body, &OnceBody::handedOut, this, &OneShotCall::onHandedOut, Qt::QueuedConnection);
    QNetworkRequest networkRequest = networkRequestFor(target, endpoint, request);
    networkRequest.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    networkRequest.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
    networkRequest.setRawHeader("Connection", "close");
    m_reply = m_manager->post(networkRequest, m_body);
    connect(m_reply, &QNetworkReply::encrypted, this, &OneShotCall::onEncrypted);
    connect(m_reply, &QNetworkReply::readyRead, this, &OneShotCall::onReadyRead);
    connect(m_reply, &QNetworkReply::finished, this, &OneShotCall::onFinished);
    const bool isTls = endpoint.scheme() == QStringLiteral("https");
    armTimer(m_limits.connect + (isTls ? m_limits.handshake : std::chrono::milliseconds(0)));
}

void OneShotCall::armTimer(std::chrono::milliseconds limit)
{
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
    if (m_body->bytesHandedOut() == 0)
        armTimer(m_limits.handshake);
}

void OneShotCall::onHandedOut()
{
    if (m_hasEnded)
        return;
    armTimer(m_limits.firstByte);
    if (m_hooks.sent)
        m_hooks.sent();
}

void OneShotCall::onReadyRead()
{
    if (m_received.isEmpty())
        armTimer(m_limits.rest);
    m_received += m_reply->read(m_limits.replyBytes + 1 - m_received.size());
    if (m_received.size() <= m_limits.replyBytes)
        return;
    Error error;
    error.kind = Error::Kind::TooLarge;
    finishWith(SendReport::Reply::TooLarge, error);
}

void OneShotCall::onDeadline()
{
    Error error;
    error.kind = Error::Kind::TimedOut;
    finishWith(m_received.isEmpty() ? SendReport::Reply::None : SendReport::Reply::Incomplete,
               error);
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
    Error error;
    error.kind = networkError == QNetworkReply::ContentReSendError ? Error::Kind::Offline
                                                                   : kindOfTransport(networkError);
    error.detail = m_reply->errorString();
    finishWith(status == 0 ? SendReport::Reply::None : SendReport::Reply::Incomplete, error);
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
    report.reply = reply;
    readHeaders(report);
    report.error = error;
    if (reply == SendReport::Reply::Complete) {
        ReadLimits limits;
        limits.replyBytes = m_limits.replyBytes;
        const Result<ApiReply> understood =
            understand({report.httpStatus, m_received, report.requestId}, limits);
        // An id in a header alone does not make a good reply: the body must be what was promised.
        if (understood) {
            report.requestId = understood->requestId;
        } else {
            report.error = understood.error();
            report.code = understood.error().code;
            report.message = understood.error().detail;
            report.requestId = understood.error().requestId;
            if (understood.error().kind == Error::Kind::BadReply)
                report.requestId.clear();
        }
    }
    if (QNetworkReply *ended = std::exchange(m_reply, nullptr)) {
        ended->disconnect(this);
        ended->abort();
        ended->deleteLater();
    }
    deleteLater();
    const auto callback = std::exchange(m_callback, nullptr);
    if (callback && m_context)
        callback(report);
}

} // namespace countersign
