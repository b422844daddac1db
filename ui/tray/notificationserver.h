// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusAbstractInterface>
#include <QStringList>

namespace countersign {

//! org.freedesktop.Notifications (Desktop Notifications Specification 1.2) on a bus. Every call
//! returns at once. A call starts the server where the bus knows how to.
class NotificationServer : public QDBusAbstractInterface
{
    Q_OBJECT

public:
    NotificationServer(const QDBusConnection &bus, QObject *parent = nullptr);

    QDBusPendingCall capabilities();
    QDBusPendingCall notify(uint replaces, const QString &title, const QString &body,
                            const QStringList &actions, const QVariantMap &hints);
    QDBusPendingCall close(uint id);

Q_SIGNALS:
    // The names of the specification: they are what is listened for on the bus.
    void ActionInvoked(uint id, const QString &action);
    void ActivationToken(uint id, const QString &token);
    void NotificationClosed(uint id, uint reason);
};

} // namespace countersign
