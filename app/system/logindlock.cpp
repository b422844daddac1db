// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/system/logindlock.h"

#include <QCoreApplication>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace countersign {

namespace {

QString service()
{
    return QStringLiteral("org.freedesktop.login1");
}

QString sessionInterface()
{
    return QStringLiteral("org.freedesktop.login1.Session");
}

QString propertiesInterface()
{
    return QStringLiteral("org.freedesktop.DBus.Properties");
}

QString hintName()
{
    return QStringLiteral("LockedHint");
}

QDBusMessage managerCall(const QString &method, const QVariant &argument)
{
    QDBusMessage message =
        QDBusMessage::createMethodCall(service(), QStringLiteral("/org/freedesktop/login1"),
                                       QStringLiteral("org.freedesktop.login1.Manager"), method);
    message.setArguments({argument});
    message.setAutoStartService(false);
    return message;
}

} // namespace

LogindLock::LogindLock(QDBusConnection bus, const Times &times, QObject *parent)
    : QObject(parent)
    , m_bus(std::move(bus))
    , m_times(times)
    , m_watcher(service(), m_bus, QDBusServiceWatcher::WatchForOwnerChange)
{
    m_again.setSingleShot(true);
    m_again.setInterval(m_times.askAgainAfter);
    connect(&m_again, &QTimer::timeout, this, &LogindLock::find);
    connect(&m_watcher, &QDBusServiceWatcher::serviceOwnerChanged, this,
            [this](const QString &, const QString &, const QString &owner) { onOwner(owner); });
    find();
}

void LogindLock::onOwner(const QString &owner)
{
    ++m_generation;
    m_again.stop();
    stopListening();
    Q_EMIT lost();
    if (!owner.isEmpty())
        find();
}

void LogindLock::call(const QDBusMessage &message, Answered answered)
{
    auto *watcher = new QDBusPendingCallWatcher(
        m_bus.asyncCall(message, static_cast<int>(m_times.answerWithin.count())), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, watcher, answered, generation = m_generation] {
                watcher->deleteLater();
                if (generation == m_generation)
                    (this->*answered)(*watcher);
            });
}

void LogindLock::find()
{
    call(managerCall(QStringLiteral("GetSessionByPID"),
                     QVariant::fromValue(uint(QCoreApplication::applicationPid()))),
         &LogindLock::onFoundByPid);
}

// What the user's service manager has started belongs to no session: then the one in which the user
// sits at the screen is meant.
void LogindLock::onFoundByPid(const QDBusPendingCallWatcher &call)
{
    const QDBusPendingReply<QDBusObjectPath> reply = call;
    if (!reply.isError())
        listenTo(reply.value().path());
    else if (reply.error().type() == QDBusError::NoReply)
        m_again.start();
    else
        this->call(managerCall(QStringLiteral("GetSession"), QStringLiteral("auto")),
                   &LogindLock::onFoundByUser);
}

void LogindLock::onFoundByUser(const QDBusPendingCallWatcher &call)
{
    const QDBusPendingReply<QDBusObjectPath> reply = call;
    if (!reply.isError())
        listenTo(reply.value().path());
    else
        askAgainWhenSilent(call);
}

void LogindLock::askAgainWhenSilent(const QDBusPendingCallWatcher &call)
{
    if (call.error().type() == QDBusError::NoReply)
        m_again.start();
}

// D-Bus knows receivers by the text of their slot.
void LogindLock::listenTo(const QString &path)
{
    stopListening();
    m_path = path;
    m_bus.connect(service(), m_path, sessionInterface(), QStringLiteral("Lock"), this, "1onLock()");
    m_bus.connect(service(), m_path, sessionInterface(), QStringLiteral("Unlock"), this,
                  "1onUnlock()");
    m_bus.connect(service(), m_path, propertiesInterface(), QStringLiteral("PropertiesChanged"),
                  this, "1onPropertiesChanged(QString,QVariantMap,QStringList)");
    readHint();
}

void LogindLock::stopListening()
{
    if (m_path.isEmpty())
        return;
    m_bus.disconnect(service(), m_path, sessionInterface(), QStringLiteral("Lock"), this,
                     "1onLock()");
    m_bus.disconnect(service(), m_path, sessionInterface(), QStringLiteral("Unlock"), this,
                     "1onUnlock()");
    m_bus.disconnect(service(), m_path, propertiesInterface(), QStringLiteral("PropertiesChanged"),
                     this, "1onPropertiesChanged(QString,QVariantMap,QStringList)");
    m_path.clear();
}

void LogindLock::readHint()
{
    QDBusMessage message = QDBusMessage::createMethodCall(service(), m_path, propertiesInterface(),
                                                          QStringLiteral("Get"));
    message.setArguments({sessionInterface(), hintName()});
    message.setAutoStartService(false);
    call(message, &LogindLock::onHint);
}

void LogindLock::onHint(const QDBusPendingCallWatcher &call)
{
    const QDBusPendingReply<QDBusVariant> reply = call;
    if (reply.isError())
        askAgainWhenSilent(call);
    else
        Q_EMIT lockedHint(reply.value().variant().toBool());
}

void LogindLock::onLock()
{
    Q_EMIT lockWanted();
}

void LogindLock::onUnlock()
{
    Q_EMIT unlockWanted();
}

void LogindLock::onPropertiesChanged(const QString &interface, const QVariantMap &changed,
                                     const QStringList &invalidated)
{
    if (interface != sessionInterface())
        return;
    if (changed.contains(hintName()))
        Q_EMIT lockedHint(changed.value(hintName()).toBool());
    else if (invalidated.contains(hintName()))
        readHint();
}

} // namespace countersign
