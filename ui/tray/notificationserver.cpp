// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray/notificationserver.h"

#include <QDBusPendingCall>

namespace countersign {

namespace {

constexpr int asTheServerLikes = -1;

} // namespace

NotificationServer::NotificationServer(const QDBusConnection &bus, QObject *parent)
    : QDBusAbstractInterface(QStringLiteral("org.freedesktop.Notifications"),
                             QStringLiteral("/org/freedesktop/Notifications"),
                             "org.freedesktop.Notifications", bus, parent)
{
}

QDBusPendingCall NotificationServer::capabilities()
{
    return asyncCall(QStringLiteral("GetCapabilities"));
}

QDBusPendingCall NotificationServer::notify(uint replaces, const QString &title,
                                            const QString &body, const QStringList &actions,
                                            const QVariantMap &hints)
{
    return asyncCall(QStringLiteral("Notify"), QStringLiteral("Countersign"), replaces,
                     QStringLiteral("io.github.countersign.Countersign"), title, body, actions,
                     hints, asTheServerLikes);
}

QDBusPendingCall NotificationServer::close(uint id)
{
    return asyncCall(QStringLiteral("CloseNotification"), id);
}

} // namespace countersign
