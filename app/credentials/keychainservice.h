// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/busquestion.h"

#include <QObject>

#include <chrono>

class QDBusServiceWatcher;

namespace countersign {

//! The service behind the keychain library, asked directly, because the library's own answers do
//! not tell a missing entry from a locked keychain. Main thread. The library chooses its backend
//! once per process, at its first job: KDE's wallet in a session of Plasma 5 where it answers, the
//! Secret Service else. This object chooses by the same rule, at the first answer that leads to a
//! job.
class KeychainService : public QObject
{
    Q_OBJECT

public:
    explicit KeychainService(std::chrono::milliseconds limit, QObject *parent = nullptr);

    //! The answer comes from the event loop, within the limit (twice it until a backend is chosen),
    //! unless `context` has died.
    void ask(QObject *context, BusQuestion::Callback answered);
    //! Name for people and settings, "KWallet" or "Secret Service"; empty before it is chosen.
    QString backend() const { return m_backend; }

    //! The library's callbacks are served by GLib alone.
    static bool canBeServed();

Q_SIGNALS:
    //! A service has taken the name of the Secret Service on the bus.
    void appeared();
    //! Who had that name has left it.
    void vanished();

private:
    void watch(const QDBusConnection &bus);
    void askWallet(const QDBusConnection &bus, BusQuestion::Callback answered);
    void askSecretService(const QDBusConnection &bus, BusQuestion::Callback answered);

    std::chrono::milliseconds m_limit;
    QString m_backend;
    QDBusServiceWatcher *m_watcher = nullptr;
};

} // namespace countersign
