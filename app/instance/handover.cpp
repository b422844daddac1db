// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/instance/handover.h"

#include "app/instance/instanceplace.h"

#include <utility>

namespace countersign {

namespace {

constexpr std::chrono::milliseconds pause{50};

} // namespace

HandOver::HandOver(const QString &path, const QByteArray &line, QObject *context,
                   std::function<void(bool)> callback, QObject *parent)
    : QObject(parent)
    , m_path(path)
    , m_line(line)
    , m_context(context)
    , m_callback(std::move(callback))
{
    m_retry.setSingleShot(true);
    m_patience.setSingleShot(true);
    // A coarse timer gives up as much as a twentieth early.
    m_patience.setTimerType(Qt::PreciseTimer);
    connect(&m_retry, &QTimer::timeout, this, &HandOver::connectAgain);
    connect(&m_patience, &QTimer::timeout, this, [this] { end(false); });
    connect(&m_socket, &QLocalSocket::connected, this, &HandOver::onConnected);
    connect(&m_socket, &QLocalSocket::readyRead, this, &HandOver::onAnswer);
    connect(&m_socket, &QLocalSocket::errorOccurred, this, [this] {
        if (m_callback)
            m_retry.start(pause);
    });
    m_patience.start(patience);
    // Connecting may fail or succeed at once, and the callback never runs inside hand().
    m_retry.start(0);
}

void HandOver::connectAgain()
{
    m_socket.abort();
    m_socket.connectToServer(m_path);
}

void HandOver::onConnected()
{
    // Whoever sits there in another's name learns nothing.
    if (!isOwnPeer(m_socket)) {
        end(false);
        return;
    }
    m_socket.write(m_line);
}

void HandOver::onAnswer()
{
    if (m_socket.canReadLine())
        end(m_socket.readLine() == "taken\n");
}

void HandOver::end(bool isTaken)
{
    const auto callback = std::exchange(m_callback, {});
    if (!callback)
        return;
    m_retry.stop();
    m_patience.stop();
    deleteLater();
    if (m_context)
        callback(isTaken);
}

} // namespace countersign
