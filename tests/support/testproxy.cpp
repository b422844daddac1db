// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testproxy.h"

#include <QTcpSocket>

#include <memory>

namespace countersign {

namespace {

constexpr char socksVersion = 5;
constexpr char nameAndPassword = 2;

quint16 portIn(const QByteArray &bytes, qsizetype at)
{
    return static_cast<quint16>((static_cast<quint8>(bytes[at]) << 8) |
                                static_cast<quint8>(bytes[at + 1]));
}

} // namespace

TestProxy::TestProxy(Kind kind, Manner manner, quint16 leadsTo)
    : m_kind(kind)
    , m_manner(manner)
    , m_leadsTo(leadsTo)
{
    listen(QHostAddress::LocalHost);
}

void TestProxy::setUser(const QByteArray &user, const QByteArray &password)
{
    m_expected = user + ':' + password;
}

bool TestProxy::isPleasedBy(const QByteArray &given) const
{
    return m_manner == Manner::Open || (m_manner == Manner::WantsPassword && given == m_expected);
}

void TestProxy::incomingConnection(qintptr descriptor)
{
    ++m_connections;
    auto *socket = new QTcpSocket(this);
    socket->setSocketDescriptor(descriptor);
    const auto client = std::make_shared<Client>();
    connect(socket, &QTcpSocket::readyRead, this,
            [this, socket, client] { onReadyRead(socket, *client); });
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
}

void TestProxy::onReadyRead(QTcpSocket *socket, Client &client)
{
    if (client.onward) {
        client.onward->write(socket->readAll());
        return;
    }
    client.received += socket->readAll();
    if (m_kind == Kind::Http)
        readHttp(socket, client);
    else
        readSocks(socket, client);
}

void TestProxy::readHttp(QTcpSocket *socket, Client &client)
{
    const qsizetype end = client.received.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    const QByteArrayList lines = client.received.first(end).split('\n');
    client.received.remove(0, end + 4);
    const QByteArrayList words = lines.front().trimmed().split(' ');
    if (words.front() == "CONNECT")
        m_wanted += words.value(1);
    else
        m_others += lines.front().trimmed();
    QByteArray given;
    for (const QByteArray &line : lines) {
        if (line.toLower().startsWith("proxy-authorization: basic "))
            given = QByteArray::fromBase64(line.mid(27).trimmed());
    }
    m_given += given;
    const auto answer = [this, socket](const QByteArray &status, const QByteArray &headers,
                                       const QByteArray &body) {
        socket->write("HTTP/1.1 " + status + "\r\n" + m_headers + headers +
                      "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    };
    switch (m_manner) {
    case Manner::Open:
    case Manner::WantsPassword:
        if (isPleasedBy(given)) {
            lead(socket, client, "HTTP/1.1 200 Connection established\r\n\r\n");
            return;
        }
        [[fallthrough]];
    case Manner::NeverPleased:
        answer("407 Proxy Authentication Required",
               "Proxy-Authenticate: Basic realm=\"company\"\r\n", "<html>who are you</html>");
        return;
    case Manner::Page:
        answer("200 OK", "Content-Type: text/html\r\n", "<html>please sign in</html>");
        return;
    case Manner::Forbids:
        answer("403 Forbidden", "Content-Type: text/html\r\n", "<html>no</html>");
        return;
    case Manner::Cuts:
        socket->disconnectFromHost();
        return;
    case Manner::Hangs:
        return;
    }
}

void TestProxy::readSocks(QTcpSocket *socket, Client &client)
{
    if (!client.isGreeted) {
        greet(socket, client);
        return;
    }
    if (!client.isKnown) {
        meet(socket, client);
        return;
    }
    // Version, command, reserved, kind of address, address, port.
    const QByteArray &request = client.received;
    if (request.size() < 5)
        return;
    const bool isName = request[3] == 3;
    const qsizetype length = isName ? static_cast<quint8>(request[4]) : 4;
    const qsizetype begin = isName ? 5 : 4;
    if (request.size() < begin + length + 2)
        return;
    m_wanted += (isName ? request.mid(begin, length) : QByteArray("address")) + ':' +
                QByteArray::number(portIn(request, begin + length));
    client.received.clear();
    const char refused[] = {socksVersion, 2, 0, 1, 0, 0, 0, 0, 0, 0};
    const char granted[] = {socksVersion, 0, 0, 1, 0, 0, 0, 0, 0, 0};
    switch (m_manner) {
    case Manner::Forbids:
        socket->write(refused, sizeof refused);
        return;
    case Manner::Cuts:
        socket->disconnectFromHost();
        return;
    case Manner::Hangs:
        return;
    default:
        lead(socket, client, QByteArray(granted, sizeof granted));
    }
}

void TestProxy::greet(QTcpSocket *socket, Client &client)
{
    if (m_manner == Manner::Page) {
        socket->write("HTTP/1.1 400 Bad Request\r\n\r\n<html>no</html>");
        return;
    }
    client.isGreeted = true;
    client.received.clear();
    const bool wantsPassword =
        m_manner == Manner::WantsPassword || m_manner == Manner::NeverPleased;
    client.isKnown = !wantsPassword;
    const char answer[] = {socksVersion, wantsPassword ? nameAndPassword : char(0)};
    socket->write(answer, sizeof answer);
}

void TestProxy::meet(QTcpSocket *socket, Client &client)
{
    // Version, length, name, length, password.
    const QByteArray &told = client.received;
    if (told.size() < 2)
        return;
    const qsizetype nameLength = static_cast<quint8>(told[1]);
    if (told.size() < nameLength + 3)
        return;
    const qsizetype length = static_cast<quint8>(told[nameLength + 2]);
    if (told.size() < nameLength + 3 + length)
        return;
    m_given += told.mid(2, nameLength) + ':' + told.mid(nameLength + 3, length);
    client.received.clear();
    client.isKnown = isPleasedBy(m_given.back());
    const char answer[] = {1, client.isKnown ? char(0) : char(1)};
    socket->write(answer, sizeof answer);
    if (!client.isKnown)
        socket->disconnectFromHost();
}

void TestProxy::lead(QTcpSocket *socket, Client &client, const QByteArray &answer)
{
    auto *onward = new QTcpSocket(socket);
    client.onward = onward;
    connect(onward, &QTcpSocket::connected, socket, [socket, answer] { socket->write(answer); });
    connect(onward, &QTcpSocket::readyRead, socket,
            [socket, onward] { socket->write(onward->readAll()); });
    connect(onward, &QTcpSocket::disconnected, socket, [socket] { socket->disconnectFromHost(); });
    connect(onward, &QTcpSocket::errorOccurred, socket, [socket] { socket->abort(); });
    onward->connectToHost(QHostAddress(QHostAddress::LocalHost), m_leadsTo);
}

} // namespace countersign
