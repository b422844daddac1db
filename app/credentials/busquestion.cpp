// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/busquestion.h"

#include <QDBusError>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusVariant>

#include <utility>

namespace countersign {

namespace {

using State = KeychainAnswer::State;

QDBusMessage busCall(const QString &method, const QString &name)
{
    QDBusMessage message = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
        QStringLiteral("org.freedesktop.DBus"), method);
    message << name;
    return message;
}

bool isError(const QDBusMessage &reply)
{
    return reply.type() != QDBusMessage::ReplyMessage;
}

QVariant firstValue(const QDBusMessage &reply)
{
    return reply.arguments().isEmpty() ? QVariant() : reply.arguments().constFirst();
}

} // namespace

BusQuestion::BusQuestion(const QDBusConnection &bus, std::chrono::milliseconds limit,
                         Callback answered, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
    , m_limit(limit)
    , m_answered(std::move(answered))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { answer({State::Hung, {}, true}); });
    m_timer.start(limit);
}

void BusQuestion::call(const QDBusMessage &message, ReplyHandler handler)
{
    // A limit beyond ours, so that a NoReply before it means that the service went away.
    const auto beyond = static_cast<int>(2 * m_limit.count());
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message, beyond), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, watcher, handler = std::move(handler)] {
                watcher->deleteLater();
                if (m_answered)
                    handler(watcher->reply());
            });
}

void BusQuestion::answer(const KeychainAnswer &found)
{
    m_timer.stop();
    const Callback answered = std::exchange(m_answered, nullptr);
    if (!answered)
        return;
    deleteLater();
    answered(found);
}

bool BusQuestion::isNobody(const QDBusMessage &reply)
{
    const QDBusError error(reply);
    return error.type() == QDBusError::ServiceUnknown || error.type() == QDBusError::NoReply ||
           error.type() == QDBusError::Disconnected ||
           error.name() == QLatin1String("org.freedesktop.DBus.Error.NameHasNoOwner") ||
           error.name().startsWith(QLatin1String("org.freedesktop.DBus.Error.Spawn."));
}

SecretServiceQuestion::SecretServiceQuestion(const QDBusConnection &bus,
                                             std::chrono::milliseconds limit, Callback answered,
                                             QObject *parent)
    : BusQuestion(bus, limit, std::move(answered), parent)
{
    QDBusMessage message = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets"),
        QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("ReadAlias"));
    message << QStringLiteral("default");
    call(message, [this](const QDBusMessage &reply) { onAlias(reply); });
}

void SecretServiceQuestion::onAlias(const QDBusMessage &reply)
{
    const QString collection = firstValue(reply).value<QDBusObjectPath>().path();
    if (isError(reply) || collection.isEmpty())
        return answer({State::NoService, {}, true});
    m_found.owner = reply.service();
    if (collection == QLatin1String("/")) {
        m_found.state = State::NoCollection;
        return answer(m_found);
    }
    QDBusMessage message = QDBusMessage::createMethodCall(
        m_found.owner, collection, QStringLiteral("org.freedesktop.DBus.Properties"),
        QStringLiteral("Get"));
    message << QStringLiteral("org.freedesktop.Secret.Collection") << QStringLiteral("Locked");
    call(message, [this](const QDBusMessage &locked) { onLocked(locked); });
}

void SecretServiceQuestion::onLocked(const QDBusMessage &reply)
{
    if (isError(reply)) {
        m_found.state = isNobody(reply) ? State::NoService : State::NoCollection;
        return answer(m_found);
    }
    const bool isLocked = firstValue(reply).value<QDBusVariant>().variant().toBool();
    m_found.state = isLocked ? State::Locked : State::Open;
    if (!isLocked)
        return answer(m_found);
    call(busCall(QStringLiteral("GetNameOwner"), QStringLiteral("org.gnome.keyring")),
         [this](const QDBusMessage &owner) { onKeyringOwner(owner); });
}

void SecretServiceQuestion::onKeyringOwner(const QDBusMessage &reply)
{
    // Only gnome-keyring leaves the asking to another program; that one has a name while it asks
    // and for some seconds after, or for ever where the desktop itself asks.
    if (isError(reply) || firstValue(reply).toString() != m_found.owner)
        return answer(m_found);
    call(
        busCall(QStringLiteral("NameHasOwner"), QStringLiteral("org.gnome.keyring.SystemPrompter")),
        [this](const QDBusMessage &prompter) { onPrompter(prompter); });
}

void SecretServiceQuestion::onPrompter(const QDBusMessage &reply)
{
    m_found.hasPrompter = isError(reply) || firstValue(reply).toBool();
    answer(m_found);
}

WalletQuestion::WalletQuestion(const QDBusConnection &bus, std::chrono::milliseconds limit,
                               Callback answered, QObject *parent)
    : BusQuestion(bus, limit, std::move(answered), parent)
{
    call(QDBusMessage::createMethodCall(
             QStringLiteral("org.kde.kwalletd5"), QStringLiteral("/modules/kwalletd5"),
             QStringLiteral("org.kde.KWallet"), QStringLiteral("networkWallet")),
         [this](const QDBusMessage &reply) { onWallet(reply); });
}

void WalletQuestion::onWallet(const QDBusMessage &reply)
{
    if (isError(reply))
        return answer({State::NoService, {}, true});
    answer({State::Open, reply.service(), true});
}

} // namespace countersign
