// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/readcall.h"

#include "app/api/networkrequest.h"
#include "app/api/readagain.h"
#include "app/domain/wipe.h"

#include <algorithm>
#include <utility>

namespace countersign {

namespace {

// Whoever waits for an answer waits for new keys no longer than this.
constexpr std::chrono::milliseconds longestRenewal{20'000};

// Of the token service; its replies hold keys, and their buffer never grows.
constexpr qint64 secretReplyBytes = 64 * 1024;

Error errorOf(Error::Kind kind)
{
    Error error;
    error.kind = kind;
    return error;
}

} // namespace

ReadCall::ReadCall(ReadCallHost &host, ApiTarget target, ApiRequest request, QObject *context,
                   Callback callback, QObject *parent)
    : QObject(parent)
    , m_host(host)
    , m_target(std::move(target))
    , m_request(std::move(request))
    , m_context(context)
    , m_callback(std::move(callback))
    , m_started(host.clock().monotonic())
{
    m_timer.setSingleShot(true);
    if (context) {
        connect(context, &QObject::destroyed, this, [this] {
            m_state = State::Ended;
            dropReply();
            deleteLater();
        });
    }
}

ReadCall::~ReadCall()
{
    dropReply();
    forgetBody();
}

bool ReadCall::isSecret() const
{
    return m_request.product == ApiRequest::Product::Sts;
}

qint64 ReadCall::limitOf(int httpStatus) const
{
    const bool isGood = httpStatus >= 200 && httpStatus < 300;
    const qint64 limit = isGood ? m_host.limits().replyBytes : m_host.limits().errorBytes;
    return isSecret() ? std::min(limit, secretReplyBytes) : limit;
}

void ReadCall::forgetBody()
{
    if (isSecret())
        wipeShared(m_body);
    else
        m_body.clear();
}

void ReadCall::start()
{
    QTimer::singleShot(0, this, &ReadCall::leaveWhenFree);
}

void ReadCall::cancel()
{
    if (m_state == State::Ended)
        return;
    dropReply();
    m_timer.stop();
    // A reply that is being understood finds the state ended.
    m_state = State::Ended;
    QTimer::singleShot(0, this, [this] { end(errorOf(Error::Kind::Cancelled)); });
}

void ReadCall::leaveAgain()
{
    if (m_state != State::Asking && m_state != State::Finding)
        return;
    dropReply();
    m_timer.stop();
    --m_attempts; // it failed for a reason that says nothing about the service
    m_state = State::Waiting;
    QTimer::singleShot(0, this, &ReadCall::leaveWhenFree);
}

void ReadCall::leaveWhenFree()
{
    if (m_state != State::Waiting)
        return;
    const std::chrono::milliseconds left = m_host.holdLeft(m_target.place);
    if (left.count() <= 0) {
        attempt();
        return;
    }
    if (m_host.clock().monotonic() + left - m_started > m_host.limits().whole) {
        end(errorOf(Error::Kind::Throttled));
        return;
    }
    m_timer.disconnect(this);
    connect(&m_timer, &QTimer::timeout, this, &ReadCall::leaveWhenFree);
    m_timer.start(left);
}

void ReadCall::attempt()
{
    ++m_attempts;
    forgetBody();
    m_skew.reset();
    m_asked.reset();
    m_tlsCode.clear();
    const Result<QUrl> endpoint = endpointOf(m_target, m_request.product);
    if (!endpoint) {
        end(endpoint.error());
        return;
    }
    m_endpoint = *endpoint;
    m_state = State::Finding;
    m_timer.disconnect(this);
    connect(&m_timer, &QTimer::timeout, this, &ReadCall::onDeadline);
    m_leftAt = m_host.clock().monotonic();
    const std::chrono::milliseconds left = m_started + m_host.limits().whole - m_leftAt;
    m_timer.start(std::clamp(left, std::chrono::milliseconds(0), m_host.limits().attempt));
    m_host.findRoute(m_endpoint, this, [this, finding = ++m_findings](const Result<Route> &route) {
        if (m_state == State::Finding && finding == m_findings)
            onRoute(route);
    });
}

void ReadCall::onRoute(const Result<Route> &route)
{
    if (!route) {
        m_timer.stop();
        onFailure(route.error(), std::nullopt);
        return;
    }
    m_route = *route;
    if (!sendSigned())
        return;
    m_state = State::Asking;
    connect(m_reply, &QNetworkReply::encrypted, this, &ReadCall::onEncrypted);
    connect(m_reply, &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_tlsCode = tlsCodeOf(errors); });
    connect(m_reply, &QNetworkReply::readyRead, this, &ReadCall::onReadyRead);
    connect(m_reply, &QNetworkReply::finished, this, &ReadCall::onFinished);
}

// False: the call has ended, because it cannot be sent at all.
bool ReadCall::sendSigned()
{
    const std::shared_ptr<const Credentials> credentials =
        m_target.credentials ? m_target.credentials() : nullptr;
    if (!credentials) {
        end(errorOf(Error::Kind::BadCredentials));
        return false;
    }
    m_signedWith = credentials;
    UnsignedRequest unsignedRequest;
    unsignedRequest.host = hostHeaderOf(m_endpoint);
    unsignedRequest.action = m_request.action;
    unsignedRequest.version = apiVersion(m_request.product);
    const bool isForm = m_target.scheme == SignatureScheme::V1;
    QMap<QString, QString> &parameters = isForm ? unsignedRequest.form : unsignedRequest.query;
    parameters = m_request.parameters;
    if (!m_target.place.region.isEmpty())
        parameters.insert(QStringLiteral("RegionId"), m_target.place.region.text());
    m_sentAt = m_host.clock().now();
    const QDateTime signedTime = m_sentAt.addSecs(m_host.offset(m_endpoint.host()).count());
    const Result<SignedRequest> request =
        sign(unsignedRequest, *credentials, m_target.scheme, signedTime, m_host.nonce());
    if (!request) {
        end(request.error());
        return false;
    }
    m_reply = m_host.post(m_target, m_endpoint, *request, m_route);
    return true;
}

void ReadCall::dropReply()
{
    if (!m_reply)
        return;
    // abort() calls whoever listens before it returns.
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    reply->disconnect(this);
    reply->abort();
    reply->deleteLater();
}

void ReadCall::onEncrypted()
{
    const std::optional<Error> error = distrustOf(*m_reply, m_target.caCertificates, m_route);
    if (!error)
        return;
    m_timer.stop();
    dropReply();
    QTimer::singleShot(0, this, [this, error = *error] {
        if (m_state == State::Asking)
            onFailure(error, std::nullopt);
    });
}

void ReadCall::onReadyRead()
{
    const qint64 limit =
        limitOf(m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt());
    if (m_body.isEmpty()) {
        const qint64 announced = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
        if (isSecret())
            m_body.reserve(static_cast<qsizetype>(secretReplyBytes) + 1);
        else if (announced > 0 && announced <= limit)
            m_body.reserve(static_cast<qsizetype>(announced));
    }
    const qsizetype begin = m_body.size();
    const qint64 more = std::min(m_reply->bytesAvailable(), limit + 1 - begin);
    m_body.resize(begin + static_cast<qsizetype>(more));
    const qint64 read = m_reply->read(m_body.data() + begin, more);
    m_body.resize(begin + static_cast<qsizetype>(std::max<qint64>(read, 0)));
    if (m_body.size() <= limit)
        return;
    failEarly(Error::Kind::TooLarge);
}

void ReadCall::onDeadline()
{
    failEarly(Error::Kind::TimedOut);
}

// Ends an attempt before its reply is complete, keeping what the reply has said so far.
void ReadCall::failEarly(Error::Kind kind)
{
    Error error = errorOf(kind);
    error.proxy = m_route.proxyName();
    if (!m_reply) {
        onFailure(error, std::nullopt);
        return;
    }
    error.httpStatus = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const RawReply begun{error.httpStatus, isSecret() ? QByteArray() : m_body,
                         QString::fromLatin1(m_reply->rawHeader("x-acs-request-id")), QString()};
    error.requestId = requestIdIn(begun);
    m_skew = clockSkewOf(*m_reply, m_sentAt, m_host.clock().now());
    m_timer.stop();
    dropReply();
    onFailure(error, std::nullopt);
}

void ReadCall::onFinished()
{
    m_timer.stop();
    if (m_reply->bytesAvailable() > 0) {
        onReadyRead();
        if (!m_reply)
            return;
    }
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    reply->deleteLater();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_skew = clockSkewOf(*reply, m_sentAt, m_host.clock().now());
    m_asked = askedPauseOf(*reply);
    // For an HTTP error status Qt reports an error of the range 201 and up with the body complete;
    // below, the connection itself failed.
    const bool isCut = reply->error() != QNetworkReply::NoError &&
                       reply->error() < QNetworkReply::ContentAccessDenied;
    if (status == 0 || isCut) {
        onFailure(transportError(*reply, m_route, m_tlsCode), std::nullopt);
        return;
    }
    m_state = State::Understanding;
    const RawReply raw{status, m_body, QString::fromLatin1(reply->rawHeader("x-acs-request-id")),
                       rightFor(m_request), isSecret()};
    m_status = status;
    m_bytesIn = m_body.size();
    m_body.clear();
    m_host.understandLater(raw, this, [this](Result<ApiReply> result) {
        if (m_state == State::Understanding)
            onUnderstood(std::move(result));
    });
}

void ReadCall::onUnderstood(Result<ApiReply> result)
{
    if (!result) {
        onFailure(result.error(), m_asked);
        return;
    }
    noteServiceTime();
    result.value().clockSkew = m_skew;
    m_host.release(m_target.place, m_leftAt);
    end(std::move(result));
}

void ReadCall::noteServiceTime()
{
    if (m_skew && std::chrono::abs(*m_skew) <= largestClockOffset)
        m_host.noteServiceTime(m_endpoint.host(), m_host.clock().now().addSecs(m_skew->count()));
}

// True: the call goes on, with other keys. Once for each call.
bool ReadCall::renewKeys(const Error &error)
{
    if (m_target.isForKeys || std::exchange(m_hasRenewed, true))
        return false;
    const auto refused = m_signedWith.lock();
    const auto lent = m_target.credentials ? m_target.credentials() : nullptr;
    if (lent && lent != refused) {
        repeatAfter(std::chrono::milliseconds(0), error); // they were replaced meanwhile
        return true;
    }
    m_state = State::Renewing;
    m_timer.disconnect(this);
    connect(&m_timer, &QTimer::timeout, this, [this, error] { end(error); });
    m_timer.start(longestRenewal);
    const bool isAsked =
        m_host.renewKeys(m_target.place.profile, refused, this, [this, error](bool isRenewed) {
            if (m_state != State::Renewing)
                return;
            m_timer.stop();
            if (isRenewed)
                repeatAfter(std::chrono::milliseconds(0), error);
            else
                end(error);
        });
    if (!isAsked)
        m_timer.stop();
    return isAsked;
}

void ReadCall::onFailure(Error error, std::optional<std::chrono::milliseconds> asked)
{
    error.clockSkew = m_skew;
    // Only an answer in the service's own shape tells the service's time.
    if (!error.code.isEmpty())
        noteServiceTime();
    if (isExpiredToken(error) && renewKeys(error))
        return;
    const ReadLimits &limits = m_host.limits();
    const bool hasAttempts = m_attempts < limits.attempts;
    switch (readAgainAfter(error.kind).how) {
    case ReadAgain::How::Never:
        break;
    case ReadAgain::How::OnceWithOffset:
        if (!m_skew || std::chrono::abs(*m_skew) > largestClockOffset)
            break;
        m_host.setOffset(m_endpoint.host(), *m_skew);
        [[fallthrough]];
    case ReadAgain::How::Once:
        if (std::exchange(m_hasCorrected, true))
            break;
        repeatAfter(std::chrono::milliseconds(0), error);
        return;
    case ReadAgain::How::AfterPause:
        if (!hasAttempts)
            break;
        repeatAfter(pauseBefore(m_attempts + 1, limits.firstPause, limits.longestPause,
                                m_host.jitter(), asked),
                    error);
        return;
    case ReadAgain::How::AfterThrottle: {
        const std::chrono::milliseconds pause = m_host.hold(m_target.place, asked);
        if (!hasAttempts)
            break;
        repeatAfter(pause, error);
        return;
    }
    }
    end(std::move(error));
}

void ReadCall::repeatAfter(std::chrono::milliseconds pause, const Error &error)
{
    m_state = State::Waiting;
    if (m_host.clock().monotonic() + pause - m_started > m_host.limits().whole) {
        end(error);
        return;
    }
    m_timer.disconnect(this);
    connect(&m_timer, &QTimer::timeout, this, &ReadCall::leaveWhenFree);
    m_timer.start(pause);
}

ExchangeFacts ReadCall::factsOf(const Result<ApiReply> &result) const
{
    ExchangeFacts facts;
    facts.place = m_target.place;
    facts.action = m_request.action;
    facts.execution = ExecutionId(m_request.parameters.value(QStringLiteral("ExecutionId")));
    facts.httpStatus = m_status;
    if (result) {
        facts.requestId = result->requestId;
    } else {
        facts.failure = result.error().kind;
        facts.httpStatus = result.error().httpStatus;
        facts.code = result.error().code;
        facts.requestId = result.error().requestId;
    }
    facts.duration = m_host.clock().monotonic() - m_started;
    facts.attempts = m_attempts;
    facts.bytesIn = m_bytesIn;
    return facts;
}

void ReadCall::end(Result<ApiReply> result)
{
    m_state = State::Ended;
    m_timer.stop();
    m_host.noteEnd(factsOf(result));
    const Callback callback = std::exchange(m_callback, nullptr);
    deleteLater();
    if (callback && m_context)
        callback(std::move(result));
}

} // namespace countersign
