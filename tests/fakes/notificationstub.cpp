// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/notificationstub.h"

#include <QDBusMessage>

namespace countersign {

NotificationStub::NotificationStub(PrivateBus &bus)
    : m_bus(bus)
{
}

NotificationStub::~NotificationStub()
{
    stop();
}

bool NotificationStub::start(const QStringList &capabilities)
{
    m_capabilities = capabilities;
    m_connection = m_bus.connect();
    return m_connection->registerObject(QStringLiteral("/org/freedesktop/Notifications"), this,
                                        QDBusConnection::ExportScriptableContents) &&
           m_connection->registerService(QStringLiteral("org.freedesktop.Notifications"));
}

void NotificationStub::stop()
{
    if (!m_connection)
        return;
    const QString name = m_connection->name();
    m_connection.reset();
    QDBusConnection::disconnectFromBus(name);
}

void NotificationStub::answerKept()
{
    for (const QDBusMessage &reply : std::exchange(m_kept, {}))
        m_connection->send(reply);
}

void NotificationStub::answerBy(const QVariant &answer)
{
    if (manner == Manner::Answers)
        return;
    setDelayedReply(true);
    if (manner == Manner::Keeps)
        m_kept.append(message().createReply(answer));
    else
        m_connection->send(message().createErrorReply(QDBusError::Failed, QStringLiteral("no")));
}

QStringList NotificationStub::GetCapabilities()
{
    ++asked;
    answerBy(m_capabilities);
    return m_capabilities;
}

uint NotificationStub::Notify(const QString &application, uint replaces, const QString &icon,
                              const QString &title, const QString &body, const QStringList &actions,
                              const QVariantMap &hints, int timeout)
{
    const uint id = replaces != 0 ? replaces : ++m_lastId;
    calls.push_back({id, application, replaces, icon, title, body, actions, hints, timeout});
    answerBy(id);
    return id;
}

void NotificationStub::CloseNotification(uint id)
{
    closed.push_back(id);
}

} // namespace countersign
