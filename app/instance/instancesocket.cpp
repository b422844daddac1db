// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/instance/instancesocket.h"

#include "app/instance/handover.h"

#include <QFile>
#include <QLocalSocket>
#include <QTimer>

#include <sys/stat.h>
#include <unistd.h>

namespace countersign {

namespace {

constexpr int mostConnections = 4;
constexpr std::chrono::milliseconds connectionTime{1'000};

Error localFault(const QString &detail)
{
    Error error;
    error.kind = Error::Kind::LocalFault;
    error.detail = detail;
    return error;
}

//! True when nothing is there, or a socket of this user that nobody listens on any more.
bool isReplaceable(const QString &path)
{
    struct stat status = {};
    if (::lstat(QFile::encodeName(path).constData(), &status) != 0)
        return errno == ENOENT;
    return S_ISSOCK(status.st_mode) && status.st_uid == ::geteuid();
}

} // namespace

InstanceSocket::InstanceSocket(const QString &configRoot, const QString &runtimeFolder,
                               QObject *parent)
    : QObject(parent)
{
    open(configRoot, runtimeFolder);
}

InstanceSocket::~InstanceSocket()
{
    // Sockets that are still open must not find a half-destroyed object.
    for (QLocalSocket *socket : m_server.findChildren<QLocalSocket *>())
        socket->disconnect(this);
    m_server.close();
}

void InstanceSocket::open(const QString &configRoot, const QString &runtimeFolder)
{
    const Result<QString> place = instancePlace(configRoot, runtimeFolder);
    if (!place) {
        m_error = place.error();
        return;
    }
    m_socketPath = *place + QStringLiteral(".socket");
    const Result<bool> lock = m_lock.take(QString(*place + QStringLiteral(".lock")));
    if (!lock)
        m_error = lock.error();
    else if (!*lock)
        m_role = Role::Second;
    else if (listen())
        m_role = Role::First;
}

bool InstanceSocket::listen()
{
    if (!isReplaceable(m_socketPath)) {
        m_error = localFault(QStringLiteral("not a socket of this user: %1").arg(m_socketPath));
        return false;
    }
    // The lock is ours, so that a socket in this place belongs to nobody who lives.
    ::unlink(QFile::encodeName(m_socketPath).constData());
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &InstanceSocket::onConnection);
    if (m_server.listen(m_socketPath))
        return true;
    m_error = localFault(m_server.errorString());
    return false;
}

void InstanceSocket::onConnection()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        if (m_connections < mostConnections && isOwnPeer(*socket)) {
            receive(socket);
            continue;
        }
        socket->abort();
        socket->deleteLater();
    }
}

void InstanceSocket::receive(QLocalSocket *socket)
{
    ++m_connections;
    socket->setReadBufferSize(instanceMessageBytes + 1);
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
    connect(socket, &QLocalSocket::disconnected, this, [this, socket] {
        --m_connections;
        socket->deleteLater();
    });
    QTimer::singleShot(connectionTime, socket, [socket] { socket->abort(); });
}

void InstanceSocket::read(QLocalSocket *socket)
{
    const bool isWhole = socket->canReadLine();
    if (!isWhole && socket->bytesAvailable() <= instanceMessageBytes)
        return;
    const QByteArray line = isWhole ? socket->readLine() : QByteArray();
    // One message a connection; whoever has more to say is not a console.
    const auto message = socket->bytesAvailable() == 0 ? readInstanceMessage(line) : std::nullopt;
    if (!message) {
        socket->abort();
        return;
    }
    disconnect(socket, &QLocalSocket::readyRead, this, nullptr);
    socket->write("taken\n");
    socket->disconnectFromServer();
    if (message->review.isEmpty())
        Q_EMIT raiseWanted(message->activationToken);
    else
        Q_EMIT reviewWanted(message->review, message->activationToken);
}

void InstanceSocket::hand(const InstanceMessage &message, QObject *context, Taken callback)
{
    new HandOver(m_socketPath, instanceMessageLine(message), context, std::move(callback), this);
}

} // namespace countersign
