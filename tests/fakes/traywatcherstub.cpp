// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/traywatcherstub.h"

namespace countersign {

TrayWatcherStub::TrayWatcherStub(PrivateBus &bus)
    : m_bus(bus)
{
}

TrayWatcherStub::~TrayWatcherStub()
{
    stop();
}

bool TrayWatcherStub::start()
{
    m_connection = m_bus.connect();
    return m_connection->registerObject(QStringLiteral("/StatusNotifierWatcher"), this,
                                        QDBusConnection::ExportScriptableContents) &&
           m_connection->registerService(QStringLiteral("org.kde.StatusNotifierWatcher"));
}

void TrayWatcherStub::stop()
{
    if (!m_connection)
        return;
    const QString name = m_connection->name();
    m_connection.reset();
    QDBusConnection::disconnectFromBus(name);
}

bool TrayWatcherStub::hasHost()
{
    ++asked;
    return showsIcons;
}

void TrayWatcherStub::RegisterStatusNotifierItem(const QString &service)
{
    registered.append(service);
}

} // namespace countersign
