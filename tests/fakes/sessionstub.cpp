// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/sessionstub.h"

#include <QDBusMessage>

namespace countersign {

namespace {

void leave(std::optional<QDBusConnection> &connection)
{
    if (!connection)
        return;
    const QString name = connection->name();
    connection.reset();
    QDBusConnection::disconnectFromBus(name);
}

} // namespace

LoginStub::LoginStub(PrivateBus &bus)
    : m_bus(bus)
{
}

LoginStub::~LoginStub()
{
    stop();
}

bool LoginStub::start()
{
    m_connection = m_bus.connect();
    return m_connection->registerObject(QStringLiteral("/org/freedesktop/login1"), this,
                                        QDBusConnection::ExportScriptableContents) &&
           m_connection->registerObject(ownPath(), &m_session,
                                        QDBusConnection::ExportScriptableContents) &&
           m_connection->registerService(QStringLiteral("org.freedesktop.login1"));
}

void LoginStub::stop()
{
    leave(m_connection);
}

void LoginStub::say(const QString &signal, const QString &path)
{
    m_connection->send(
        QDBusMessage::createSignal(path, QStringLiteral("org.freedesktop.login1.Session"), signal));
}

void LoginStub::setHint(bool isLocked)
{
    m_session.isLocked = isLocked;
}

void LoginStub::changeHint(bool isLocked, const QString &path)
{
    if (path == ownPath())
        setHint(isLocked);
    tell(path, {{QStringLiteral("LockedHint"), isLocked}}, {});
}

void LoginStub::invalidateHint(bool isLocked)
{
    setHint(isLocked);
    tell(ownPath(), {}, {QStringLiteral("LockedHint")});
}

void LoginStub::tell(const QString &path, const QVariantMap &changed,
                     const QStringList &invalidated)
{
    QDBusMessage message =
        QDBusMessage::createSignal(path, QStringLiteral("org.freedesktop.DBus.Properties"),
                                   QStringLiteral("PropertiesChanged"));
    message << QStringLiteral("org.freedesktop.login1.Session") << changed << invalidated;
    m_connection->send(message);
}

QDBusObjectPath LoginStub::answer(Manner least)
{
    if (manner == Manner::Silent)
        setDelayedReply(true);
    else if (manner > least)
        sendErrorReply(QStringLiteral("org.freedesktop.login1.NoSessionForPID"),
                       QStringLiteral("no session"));
    return QDBusObjectPath(ownPath());
}

QDBusObjectPath LoginStub::GetSessionByPID(uint pid)
{
    askedPids.push_back(pid);
    return answer(Manner::KnowsProcess);
}

QDBusObjectPath LoginStub::GetSession(const QString &name)
{
    askedNames.append(name);
    return answer(Manner::KnowsUserOnly);
}

ScreenSaverStub::ScreenSaverStub(PrivateBus &bus, const QString &name, const QString &path)
    : m_bus(bus)
    , m_name(name)
    , m_path(path)
{
}

ScreenSaverStub::~ScreenSaverStub()
{
    stop();
}

bool ScreenSaverStub::start()
{
    m_connection = m_bus.connect();
    return m_connection->registerVirtualObject(m_path, this) &&
           m_connection->registerService(m_name);
}

void ScreenSaverStub::stop()
{
    leave(m_connection);
}

void ScreenSaverStub::say(bool active)
{
    isActive = active;
    QDBusMessage message =
        QDBusMessage::createSignal(m_path, m_name, QStringLiteral("ActiveChanged"));
    message << active;
    m_connection->send(message);
}

QString ScreenSaverStub::introspect(const QString &) const
{
    return {};
}

bool ScreenSaverStub::handleMessage(const QDBusMessage &message, const QDBusConnection &connection)
{
    if (message.interface() != m_name || message.member() != QLatin1String("GetActive"))
        return false;
    ++asked;
    if (!isSilent)
        connection.send(message.createReply(isActive));
    return true;
}

} // namespace countersign
