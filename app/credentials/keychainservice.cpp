// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/keychainservice.h"

#include <QAbstractEventDispatcher>
#include <QDBusServiceWatcher>
#include <QPointer>
#include <QTimer>

#include <utility>

namespace countersign {

namespace {

using State = KeychainAnswer::State;

QString walletName()
{
    return QStringLiteral("KWallet");
}

QString secretServiceName()
{
    return QStringLiteral("Secret Service");
}

//! The library's own reading of the environment: the first of three groups of variables that names
//! a desktop decides.
bool isPlasma5()
{
    const QByteArray desktop = qgetenv("XDG_CURRENT_DESKTOP");
    const QByteArray session = qgetenv("DESKTOP_SESSION");
    const bool isNewSession = qgetenv("KDE_SESSION_VERSION") == "5";
    if (desktop == "KDE")
        return isNewSession;
    if (desktop == "GNOME" || desktop == "Unity" || desktop == "XFCE")
        return false;
    if (session == "kde")
        return isNewSession;
    if (session == "gnome" || session == "xubuntu" || session.contains("xfce"))
        return false;
    return qEnvironmentVariableIsEmpty("GNOME_DESKTOP_SESSION_ID") &&
           !qEnvironmentVariableIsEmpty("KDE_FULL_SESSION") && isNewSession;
}

} // namespace

KeychainService::KeychainService(std::chrono::milliseconds limit, QObject *parent)
    : QObject(parent)
    , m_limit(limit)
{
}

bool KeychainService::canBeServed()
{
    const QAbstractEventDispatcher *dispatcher = QAbstractEventDispatcher::instance();
    return dispatcher && dispatcher->inherits("QEventDispatcherGlib");
}

void KeychainService::ask(QObject *context, BusQuestion::Callback answered)
{
    const auto guarded = [context = QPointer<QObject>(context),
                          answered = std::move(answered)](const KeychainAnswer &answer) {
        if (context)
            answered(answer);
    };
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        QTimer::singleShot(0, this, [guarded] { guarded({State::NoBus, {}, true}); });
        return;
    }
    watch(bus);
    if (m_backend.isEmpty() ? isPlasma5() : m_backend == walletName())
        askWallet(bus, guarded);
    else
        askSecretService(bus, guarded);
}

void KeychainService::watch(const QDBusConnection &bus)
{
    if (m_watcher)
        return;
    m_watcher = new QDBusServiceWatcher(QStringLiteral("org.freedesktop.secrets"), bus,
                                        QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(m_watcher, &QDBusServiceWatcher::serviceRegistered, this, &KeychainService::appeared);
    connect(m_watcher, &QDBusServiceWatcher::serviceUnregistered, this, &KeychainService::vanished);
}

void KeychainService::askWallet(const QDBusConnection &bus, BusQuestion::Callback answered)
{
    new WalletQuestion(
        bus, m_limit,
        [this, bus, answered = std::move(answered)](const KeychainAnswer &answer) {
            if (answer.state == State::NoService && m_backend.isEmpty())
                return askSecretService(bus, answered);
            if (answer.state == State::Open)
                m_backend = walletName();
            answered(answer);
        },
        this);
}

void KeychainService::askSecretService(const QDBusConnection &bus, BusQuestion::Callback answered)
{
    new SecretServiceQuestion(
        bus, m_limit,
        [this, answered = std::move(answered)](const KeychainAnswer &answer) {
            if (answer.state != State::NoService && answer.state != State::Hung)
                m_backend = secretServiceName();
            answered(answer);
        },
        this);
}

} // namespace countersign
