// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/histories/virtualnetwork.h"

#include <algorithm>
#include <cstring>

namespace countersign {

namespace {

using Plan = ExchangePlan;

//! As Qt reports an HTTP status.
QNetworkReply::NetworkError errorOf(int status)
{
    switch (status) {
    case 400:
        return QNetworkReply::ProtocolInvalidOperationError;
    case 401:
        return QNetworkReply::AuthenticationRequiredError;
    case 403:
        return QNetworkReply::ContentAccessDenied;
    case 404:
        return QNetworkReply::ContentNotFoundError;
    case 409:
        return QNetworkReply::ContentConflictError;
    case 307:
    case 308:
        return QNetworkReply::ContentReSendError;
    case 500:
        return QNetworkReply::InternalServerError;
    case 503:
        return QNetworkReply::ServiceUnavailableError;
    default:
        break;
    }
    if (status >= 500)
        return QNetworkReply::UnknownServerError;
    return status >= 400 ? QNetworkReply::UnknownContentError : QNetworkReply::NoError;
}

class VirtualManager final : public QNetworkAccessManager
{
public:
    explicit VirtualManager(VirtualNetwork &network)
        : m_network(network)
    {
        setAutoDeleteReplies(false);
    }

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request,
                                 QIODevice *body) override
    {
        QByteArray verb = "POST";
        if (operation == CustomOperation)
            verb = request.attribute(QNetworkRequest::CustomVerbAttribute).toByteArray();
        return new VirtualReply(m_network, verb, request, body, this);
    }

private:
    VirtualNetwork &m_network;
};

sandbox::Call callFrom(const QByteArray &verb, const QNetworkRequest &request,
                       const QByteArray &body)
{
    QList<std::pair<QByteArray, QByteArray>> headers;
    for (const QByteArray &name : request.rawHeaderList())
        headers.append({name.toLower(), request.rawHeader(name)});
    QByteArray host = request.url().host().toLower().toLatin1();
    if (request.url().port() != -1)
        host += ':' + QByteArray::number(request.url().port());
    headers.append({"host", host});
    return sandbox::Call::from(verb, request.url().query(QUrl::FullyEncoded).toLatin1(), headers,
                               body);
}

} // namespace

std::unique_ptr<QNetworkAccessManager> VirtualNetwork::newManager(const QUrl &)
{
    return std::make_unique<VirtualManager>(*this);
}

VirtualReply::VirtualReply(VirtualNetwork &network, const QByteArray &verb,
                           const QNetworkRequest &networkRequest, QIODevice *body, QObject *parent)
    : QNetworkReply(parent)
    , m_network(network)
    , m_verb(verb)
    , m_plan(network.planFor(body && body->isSequential()))
    , m_source(body)
    , m_announced(networkRequest.header(QNetworkRequest::ContentLengthHeader).toLongLong())
{
    setRequest(networkRequest);
    setUrl(networkRequest.url());
    setOperation(QNetworkAccessManager::PostOperation);
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    // What calls hand over is kept by Qt only until the request was made.
    if (body && !body->isSequential())
        m_taken = body->readAll();
    if (m_plan.connect != Plan::Connect::Hangs || network.isDown())
        inside(m_plan.connectTakes, [this] { onConnected(); });
}

void VirtualReply::inside(Time delay, std::function<void()> work)
{
    m_network.time().insideAfter(delay,
                                 [alive = QPointer<VirtualReply>(this), work = std::move(work)] {
                                     if (alive && !alive->isFinished())
                                         work();
                                 });
}

void VirtualReply::onConnected()
{
    if (m_network.isDown() || m_plan.connect == Plan::Connect::Refused) {
        endWith(m_network.isDown() ? HostNotFoundError : ConnectionRefusedError,
                QStringLiteral("no connection"));
        return;
    }
    takePiece();
}

// A body that can be read once is taken as a socket takes it: piece by piece, up to where the
// connection breaks.
void VirtualReply::takePiece()
{
    if (!m_source || !m_source->isSequential()) {
        onTaken();
        return;
    }
    const qint64 all = m_plan.bodyBytes < 0 ? m_announced : std::min(m_plan.bodyBytes, m_announced);
    qint64 next = std::max<qint64>(1, (m_announced + m_plan.pieces - 1) / m_plan.pieces);
    const bool holdsUp = m_plan.holdUpAt && *m_plan.holdUpAt > m_taken.size();
    if (holdsUp)
        next = std::min(next, *m_plan.holdUpAt - m_taken.size());
    const QByteArray piece = m_source->read(std::min(next, all - m_taken.size()));
    m_taken += piece;
    const bool isOver = m_taken.size() >= all || piece.isEmpty();
    if (m_plan.holdUpAt && m_taken.size() >= *m_plan.holdUpAt) {
        m_plan.holdUpAt.reset();
        m_network.time().after(Time(0), [&network = m_network, plan = m_plan] {
            if (plan.isSleep)
                network.time().sleep(plan.holdUpFor);
            else
                network.time().stall(plan.holdUpFor);
        });
    }
    if (!isOver)
        inside(m_plan.pieceTakes, [this] { takePiece(); });
    else if (m_taken.size() < m_announced)
        inside(m_plan.pieceTakes,
               [this] { endWith(RemoteHostClosedError, QStringLiteral("the connection broke")); });
    else
        onTaken();
}

void VirtualReply::onTaken()
{
    if (!m_network.isDown())
        arrive(m_network.repeatsBodies() && m_source && m_source->isSequential() ? 2 : 1);
}

// From here on the request is in the network's hands.
void VirtualReply::arrive(int times)
{
    const sandbox::Call call = callFrom(m_verb, request(), m_taken);
    const QPointer<VirtualReply> alive(this);
    for (int i = 0; i < times; ++i) {
        m_network.time().after(
            m_plan.thereTakes, [&network = m_network, call, plan = m_plan, alive] {
                const bool isWaitedFor = alive && !alive->isFinished();
                if (network.isDown() || (!isWaitedFor && !plan.outlivesSender))
                    return;
                const WireAnswer answer = network.serve(call, plan);
                if (alive)
                    alive->inside(plan.backTakes, [alive, answer] { alive->onAnswered(answer); });
            });
    }
}

void VirtualReply::onAnswered(const WireAnswer &answer)
{
    if (m_network.isDown())
        return;
    const auto breakOff = [this] {
        endWith(RemoteHostClosedError, QStringLiteral("the connection broke"));
    };
    WireAnswer changed = answer;
    switch (m_plan.answer) {
    case Plan::Answer::Nothing:
        return;
    case Plan::Answer::Closed:
    case Plan::Answer::HalfStatus:
    case Plan::Answer::HalfHeaders:
        breakOff();
        return;
    case Plan::Answer::Garbage:
        endWith(ProtocolFailure, QStringLiteral("not HTTP"));
        return;
    case Plan::Answer::HalfBody:
        giveStatus(answer);
        giveBody(answer.body.left(answer.body.size() / 2));
        breakOff();
        return;
    case Plan::Answer::Bare:
        changed.body.clear();
        break;
    case Plan::Answer::Broken:
        changed.body = "{\"RequestId\": \"" + answer.requestId + "\", oops";
        break;
    case Plan::Answer::Huge:
        changed.body = "{\"RequestId\":\"" + answer.requestId + "\",\"More\":\"" +
                       QByteArray(9 * 1024 * 1024, 'x') + "\"}";
        break;
    case Plan::Answer::Own:
    case Plan::Answer::Status:
        break;
    }
    giveStatus(changed);
    giveBody(changed.body);
    const NetworkError error = errorOf(changed.status);
    if (error == NoError)
        end();
    else
        endWith(error, QStringLiteral("HTTP status"));
}

void VirtualReply::giveStatus(const WireAnswer &answer)
{
    setAttribute(QNetworkRequest::HttpStatusCodeAttribute, answer.status);
    setRawHeader("Date", answer.date);
    setRawHeader("x-acs-request-id", answer.requestId);
    setHeader(QNetworkRequest::ContentLengthHeader, answer.body.size());
    Q_EMIT metaDataChanged();
}

void VirtualReply::giveBody(const QByteArray &body)
{
    if (isFinished() || body.isEmpty())
        return;
    m_received += body;
    Q_EMIT readyRead();
}

void VirtualReply::endWith(NetworkError error, const QString &words)
{
    if (isFinished())
        return;
    setError(error, words);
    Q_EMIT errorOccurred(error);
    end();
}

void VirtualReply::end()
{
    if (isFinished())
        return;
    setFinished(true);
    Q_EMIT finished();
}

void VirtualReply::abort()
{
    endWith(OperationCanceledError, QStringLiteral("given up"));
}

qint64 VirtualReply::bytesAvailable() const
{
    return m_received.size() + QNetworkReply::bytesAvailable();
}

qint64 VirtualReply::readData(char *data, qint64 size)
{
    if (m_received.isEmpty())
        return isFinished() ? -1 : 0;
    const qint64 count = std::min<qint64>(size, m_received.size());
    std::memcpy(data, m_received.constData(), static_cast<std::size_t>(count));
    m_received.remove(0, count);
    return count;
}

} // namespace countersign
