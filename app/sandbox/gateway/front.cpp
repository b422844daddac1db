// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/gateway/front.h"

#include "app/sandbox/gateway/listener.h"

#include <QHttpServerRequest>
#include <QLocale>
#include <QPointer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>
#include <QUuid>

namespace countersign::sandbox {

namespace {

QByteArray reasonOf(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 302:
        return "Found";
    case 307:
        return "Temporary Redirect";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 408:
        return "Request Timeout";
    case 503:
        return "Service Unavailable";
    default:
        return "Unknown";
    }
}

QByteArray methodOf(const QHttpServerRequest &request)
{
    switch (request.method()) {
    case QHttpServerRequest::Method::Get:
        return "GET";
    case QHttpServerRequest::Method::Post:
        return "POST";
    case QHttpServerRequest::Method::Put:
        return "PUT";
    default:
        return "OTHER";
    }
}

} // namespace

//! One request and what becomes of it.
struct Front::Exchange
{
    Call call;
    QString requestId;
    QString user;
    Answer answer;
    QByteArray extraHeaders;
    bool closes = false;
    QPointer<QTcpSocket> socket;

    QString host() const { return QString::fromUtf8(call.header("host")); }
};

Front::Front(Service &service, Receipts &receipts, FaultRules &faults, qint64 clockOffset,
             QObject *parent)
    : QAbstractHttpServer(parent)
    , m_service(service)
    , m_receipts(receipts)
    , m_faults(faults)
    , m_clockOffset(clockOffset)
{
}

quint16 Front::open(quint16 port, const std::optional<QSslConfiguration> &tls)
{
    m_scheme = tls ? "https" : "http";
    m_listener = new Listener(m_faults, tls, this);
    if (!m_listener->open(port))
        return 0;
    bind(m_listener);
    faultsChanged();
    return m_listener->port();
}

void Front::faultsChanged()
{
    m_listener->refuseWhenAsked();
}

QDateTime Front::now() const
{
    return QDateTime::currentDateTimeUtc().addSecs(m_clockOffset);
}

bool Front::handleRequest(const QHttpServerRequest &request, QTcpSocket *socket)
{
    const QByteArray method = methodOf(request);
    Exchange exchange;
    exchange.socket = socket;
    exchange.requestId = QUuid::createUuid().toString(QUuid::WithoutBraces).toUpper();
    exchange.call = Call::from(method, request.url().query(QUrl::FullyEncoded).toLatin1(),
                               request.headers(), request.body());
    QString roleName;
    exchange.call.route = Call::routeOf(method, request.url().path(), roleName);
    if (!roleName.isEmpty())
        exchange.call.params.insert(QStringLiteral("RoleName"), roleName);
    const bool isServed = !exchange.call.route.isEmpty() ||
                          (request.url().path() == u"/" && (method == "GET" || method == "POST"));
    exchange.closes = exchange.call.header("connection").toLower() == "close";
    const QString action = exchange.call.action();
    if (!isServed) {
        exchange.answer = refusalAnswer({403, QStringLiteral("UnsupportedHTTPMethod"),
                                         QStringLiteral("This http method is not supported.")},
                                        exchange.requestId, exchange.host());
        write(exchange);
    } else if (const auto rule = m_faults.takeForAction(action)) {
        play(*rule, exchange);
    } else {
        exchange.answer = m_service.answer(exchange.call, now(), exchange.requestId, exchange.user);
        write(exchange);
    }
    m_faults.noteAnswered(action);
    m_listener->refuseWhenAsked();
    return true;
}

void Front::play(const FaultRule &rule, Exchange &exchange)
{
    if (hasEffect(rule.fault))
        exchange.answer = m_service.answer(exchange.call, now(), exchange.requestId, exchange.user);
    else
        exchange.answer = m_service.check(exchange.call, now(), exchange.requestId, exchange.user);
    exchange.closes = true;
    switch (rule.fault) {
    case Fault::CloseBeforeEffect:
    case Fault::DropAfterEffect:
    case Fault::ResetBeforeEffect:
    case Fault::ResetAfterEffect:
    case Fault::Hang:
    case Fault::HalfStatus:
    case Fault::HalfHeaders:
    case Fault::HalfBody:
    case Fault::Garbage:
    case Fault::ContinueOnly:
        playWithoutAnswer(rule.fault, exchange);
        break;
    case Fault::EffectLate:
        carryOutLate(rule, exchange);
        break;
    default:
        playWithAnswer(rule, exchange);
    }
}

// No complete answer leaves: what is written is a piece of it, or nothing.
void Front::playWithoutAnswer(Fault fault, Exchange &exchange)
{
    m_receipts.write(exchange.call, exchange.answer, exchange.user, exchange.requestId, now());
    const QByteArray whole = wireText(exchange);
    QByteArray piece;
    if (fault == Fault::HalfStatus)
        piece = "HTTP/1.1 2";
    else if (fault == Fault::HalfHeaders)
        piece = whole.left(whole.indexOf("\r\n\r\n") / 2);
    else if (fault == Fault::HalfBody)
        piece = whole.left(whole.size() - exchange.answer.body.size() / 2);
    else if (fault == Fault::Garbage)
        piece = QByteArray("\x16\x03\x01\x02\x00 this is not HTTP \xff\xfe\r\n\r\n");
    else if (fault == Fault::ContinueOnly)
        piece = "HTTP/1.1 100 Continue\r\n\r\n";
    QTcpSocket *socket = exchange.socket;
    if (fault == Fault::Hang)
        return;
    if (fault == Fault::ResetBeforeEffect || fault == Fault::ResetAfterEffect) {
        resetConnection(socket->socketDescriptor());
        socket->abort();
        return;
    }
    if (!piece.isEmpty())
        socket->write(piece);
    socket->disconnectFromHost();
}

// A complete answer leaves, another one than the service's own or later than it was ready.
void Front::playWithAnswer(const FaultRule &rule, Exchange &exchange)
{
    const bool effect = exchange.answer.effect;
    const auto refuse = [&](int status, const QString &code, const QString &message) {
        exchange.answer =
            refusalAnswer({status, code, message}, exchange.requestId, exchange.host());
        exchange.answer.effect = effect;
    };
    switch (rule.fault) {
    case Fault::Http408:
        exchange.answer = {408, {}, {}, effect};
        break;
    case Fault::Redirect302:
    case Fault::Redirect307:
        exchange.answer = {rule.fault == Fault::Redirect302 ? 302 : 307, {}, {}, effect};
        exchange.extraHeaders = "Location: " + m_scheme +
                                "://127.0.0.1:" + QByteArray::number(m_listener->port()) +
                                "/elsewhere\r\n";
        break;
    case Fault::Http503BeforeEffect:
    case Fault::Http503AfterEffect:
        refuse(503, QStringLiteral("ServiceUnavailable"),
               QStringLiteral("The request has failed due to a temporary failure of the server."));
        break;
    case Fault::Throttle:
        refuse(400, QStringLiteral("Throttling.User"),
               QStringLiteral("Request was denied due to user flow control."));
        if (rule.milliseconds > 0)
            exchange.extraHeaders =
                "x-acs-retry-after: " + QByteArray::number(rule.milliseconds) + "\r\n";
        break;
    case Fault::NonceUsedAfterEffect:
        refuse(400, QStringLiteral("SignatureNonceUsed"),
               QStringLiteral("Specified signature nonce was used already."));
        break;
    case Fault::UnreadableSuccess:
        exchange.answer.body = "{\"RequestId\": \"" + exchange.requestId.toLatin1() + "\", oops";
        break;
    default:
        break;
    }
    if (rule.fault != Fault::Delay) {
        write(exchange);
        return;
    }
    QTimer::singleShot(rule.milliseconds, this, [this, exchange] { write(exchange); });
}

void Front::carryOutLate(const FaultRule &rule, Exchange &exchange)
{
    const bool isAccepted = exchange.answer.code.isEmpty();
    exchange.answer.isLate = isAccepted;
    const qint64 number = write(exchange);
    if (!isAccepted)
        return;
    QTimer::singleShot(rule.milliseconds, this, [this, number, late = exchange]() mutable {
        late.answer = m_service.carryOut(late.call, now(), late.requestId);
        m_receipts.write(late.call, late.answer, late.user, late.requestId, now(), number);
    });
}

QByteArray Front::wireText(const Exchange &exchange) const
{
    const Answer &answer = exchange.answer;
    return "HTTP/1.1 " + QByteArray::number(answer.status) + ' ' + reasonOf(answer.status) +
           "\r\nDate: " +
           QLocale::c()
               .toString(now(), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"))
               .toLatin1() +
           "\r\nContent-Type: " + answer.contentType +
           "\r\nContent-Length: " + QByteArray::number(answer.body.size()) +
           "\r\nConnection: " + (exchange.closes ? "close" : "keep-alive") +
           "\r\nx-acs-request-id: " + exchange.requestId.toLatin1() + "\r\n" +
           exchange.extraHeaders + "\r\n" + answer.body;
}

qint64 Front::write(const Exchange &exchange)
{
    const qint64 number =
        m_receipts.write(exchange.call, exchange.answer, exchange.user, exchange.requestId, now());
    if (!exchange.socket)
        return number;
    exchange.socket->write(wireText(exchange));
    if (exchange.closes)
        exchange.socket->disconnectFromHost();
    return number;
}

void Front::missingHandler(const QHttpServerRequest &, QTcpSocket *socket)
{
    socket->disconnectFromHost();
}

} // namespace countersign::sandbox
