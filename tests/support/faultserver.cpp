// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultserver.h"

#include <QSslSocket>
#include <QTimer>

#include <algorithm>
#include <sys/socket.h>

namespace countersign {

namespace faults {

FaultScript answer(int status, const QByteArray &body, const QByteArray &headers)
{
    return {"HTTP/1.1 " + QByteArray::number(status) + " Status\r\nContent-Type: application/json" +
            "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" +
            body};
}

FaultScript closeBeforeBody()
{
    return {{}, FaultScript::Ending::Close, std::chrono::milliseconds(0), true};
}

FaultScript closeAfterBody()
{
    return {{}, FaultScript::Ending::Close};
}

FaultScript closeLater()
{
    return {{}, FaultScript::Ending::Close, std::chrono::milliseconds(100)};
}

FaultScript reset()
{
    return {{}, FaultScript::Ending::Reset};
}

FaultScript halfStatus()
{
    return {"HTTP/1.1 2", FaultScript::Ending::Close};
}

FaultScript halfHeaders()
{
    return {"HTTP/1.1 200 OK\r\nContent-Type: applic", FaultScript::Ending::Close};
}

FaultScript halfBody(const QByteArray &body)
{
    FaultScript script = answer(200, body);
    script.bytes.chop(body.size() / 2);
    script.ending = FaultScript::Ending::Close;
    return script;
}

FaultScript garbage()
{
    return {"\x01\x02\x03 no protocol at all\r\n\r\n", FaultScript::Ending::Close};
}

FaultScript continueOnly()
{
    return {"HTTP/1.1 100 Continue\r\n\r\n", FaultScript::Ending::Close};
}

FaultScript hang()
{
    return {};
}

FaultScript stall(const QByteArray &body)
{
    FaultScript script = answer(200, body);
    script.bytes.chop(body.size() / 2);
    return script;
}

FaultScript redirect(int status, const QUrl &target)
{
    return answer(status, {}, "Location: " + target.toEncoded() + "\r\n");
}

} // namespace faults

QByteArray ArrivedRequest::header(const QByteArray &name) const
{
    for (const QByteArray &text : headers.split('\n')) {
        const qsizetype colon = text.indexOf(':');
        if (colon > 0 && text.left(colon).compare(name, Qt::CaseInsensitive) == 0)
            return text.mid(colon + 1).trimmed();
    }
    return {};
}

FaultServer::FaultServer(const std::optional<TestCertificate> &certificate)
    : m_certificate(certificate)
{
    listen(QHostAddress::LocalHost);
}

QUrl FaultServer::address() const
{
    QUrl url;
    url.setScheme(m_certificate ? QStringLiteral("https") : QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(serverPort());
    return url;
}

void FaultServer::incomingConnection(qintptr descriptor)
{
    ++m_connections;
    auto *socket = new QSslSocket(this);
    socket->setSocketDescriptor(descriptor);
    auto connection = std::make_shared<Connection>();
    connect(socket, &QIODevice::readyRead, this,
            [this, socket, connection] { onReadyRead(socket, *connection); });
    connect(socket, &QAbstractSocket::disconnected, socket, &QObject::deleteLater);
    if (m_certificate) {
        socket->setLocalCertificate(m_certificate->certificate);
        socket->setPrivateKey(m_certificate->key);
        socket->startServerEncryption();
    }
}

void FaultServer::onReadyRead(QSslSocket *socket, Connection &connection)
{
    connection.received += socket->readAll();
    const qsizetype end = connection.received.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    ArrivedRequest request;
    request.headers = connection.received.left(end + 2);
    request.line = request.headers.left(request.headers.indexOf("\r\n"));
    const FaultScript script = scriptFor(int(m_requests.size()));
    if (!std::exchange(connection.isBegun, true)) {
        ++m_begun;
        if (script.isBeforeBody) {
            connection.isPlayed = true;
            play(socket, script);
        }
    }
    const qsizetype size = request.header("Content-Length").toLongLong();
    if (connection.received.size() < end + 4 + size)
        return;
    request.body = connection.received.mid(end + 4, size);
    connection.received.remove(0, end + 4 + size);
    connection.isBegun = false;
    m_requests.push_back(request);
    if (!std::exchange(connection.isPlayed, false))
        play(socket, script);
    Q_EMIT arrived();
}

void FaultServer::play(QSslSocket *socket, const FaultScript &script)
{
    const auto act = [socket, script] {
        if (!script.bytes.isEmpty()) {
            socket->write(script.bytes);
            socket->flush();
        }
        if (script.ending == FaultScript::Ending::Close)
            socket->disconnectFromHost();
        if (script.ending != FaultScript::Ending::Reset)
            return;
        const linger atOnce{1, 0};
        ::setsockopt(int(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce,
                     sizeof atOnce);
        socket->abort();
    };
    if (script.delay.count() > 0)
        QTimer::singleShot(script.delay, socket, act);
    else
        act();
}

FaultScript FaultServer::scriptFor(int index) const
{
    if (m_scripts.empty())
        return faults::hang();
    return m_scripts[std::min(std::size_t(index), m_scripts.size() - 1)];
}

} // namespace countersign
