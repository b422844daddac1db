// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/fakes/privatebus.h"

#include <QDBusContext>
#include <QObject>
#include <QVariantMap>

#include <optional>
#include <vector>

namespace countersign {

//! A notification server on a private bus that shows nothing and records every call.
class NotificationStub : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Call
    {
        uint id = 0; //!< the one it was given
        QString application;
        uint replaces = 0;
        QString icon;
        QString title;
        QString body;
        QStringList actions;
        QVariantMap hints;
        int timeout = 0;
    };
    //! What it does with calls.
    enum class Manner { Answers, Refuses, Keeps };

    explicit NotificationStub(PrivateBus &bus);
    ~NotificationStub() override;

    //! Comes to the bus as a new client, and takes the name.
    bool start(const QStringList &capabilities);
    //! Leaves the bus as one that crashed.
    void stop();
    //! Answers every call that it kept so far.
    void answerKept();

    Manner manner = Manner::Answers;
    int asked = 0; //!< calls of GetCapabilities
    std::vector<Call> calls;
    std::vector<uint> closed;

public Q_SLOTS:
    Q_SCRIPTABLE QStringList GetCapabilities();
    Q_SCRIPTABLE uint Notify(const QString &application, uint replaces, const QString &icon,
                             const QString &title, const QString &body, const QStringList &actions,
                             const QVariantMap &hints, int timeout);
    Q_SCRIPTABLE void CloseNotification(uint id);

Q_SIGNALS:
    Q_SCRIPTABLE void ActionInvoked(uint id, const QString &action);
    Q_SCRIPTABLE void ActivationToken(uint id, const QString &token);
    Q_SCRIPTABLE void NotificationClosed(uint id, uint reason);

private:
    void answerBy(const QVariant &answer);

    PrivateBus &m_bus;
    std::optional<QDBusConnection> m_connection;
    QStringList m_capabilities;
    QList<QDBusMessage> m_kept;
    uint m_lastId = 40;
};

} // namespace countersign
