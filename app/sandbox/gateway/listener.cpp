// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/gateway/listener.h"

#include <QHostAddress>

#include <sys/socket.h>
#include <unistd.h>

namespace countersign::sandbox {

namespace {

// A refused connection is never seen, so it cannot be counted: each refusal lasts this long.
constexpr int refusalMilliseconds = 3'000;

} // namespace

void resetConnection(qintptr descriptor)
{
    const linger hard{1, 0};
    ::setsockopt(static_cast<int>(descriptor), SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
}

Listener::Listener(FaultRules &faults, const std::optional<QSslConfiguration> &tls, QObject *parent)
    : QSslServer(parent)
    , m_faults(faults)
    , m_isTls(tls.has_value())
{
    if (tls)
        setSslConfiguration(*tls);
    m_reopen.setSingleShot(true);
    connect(&m_reopen, &QTimer::timeout, this, [this] { listen(QHostAddress::LocalHost, m_port); });
}

Listener::~Listener()
{
    for (const int descriptor : m_held)
        ::close(descriptor);
}

bool Listener::open(quint16 port)
{
    const bool isOpen = listen(QHostAddress::LocalHost, port);
    m_port = serverPort();
    return isOpen;
}

void Listener::refuseWhenAsked()
{
    if (m_reopen.isActive() || !m_faults.takeRefusal())
        return;
    close();
    m_reopen.start(refusalMilliseconds);
}

void Listener::incomingConnection(qintptr descriptor)
{
    const std::optional<FaultRule> rule = m_faults.takeForConnection();
    if (!rule) {
        m_isTls ? QSslServer::incomingConnection(descriptor)
                : QTcpServer::incomingConnection(descriptor);
        return;
    }
    if (rule->fault == Fault::HoldUnread) {
        m_held.append(static_cast<int>(descriptor));
        return;
    }
    if (rule->fault == Fault::ResetUnread)
        resetConnection(descriptor);
    ::close(static_cast<int>(descriptor));
}

} // namespace countersign::sandbox
