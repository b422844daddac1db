// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/fakes/privatebus.h"

#include <QObject>

#include <optional>

namespace countersign {

//! org.kde.StatusNotifierWatcher on a private bus, as a desktop's panel has it: says whether icons
//! are shown, and records who registers one.
class TrayWatcherStub : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.kde.StatusNotifierWatcher")
    Q_PROPERTY(bool IsStatusNotifierHostRegistered READ hasHost SCRIPTABLE true)

public:
    explicit TrayWatcherStub(PrivateBus &bus);
    ~TrayWatcherStub() override;

    bool start();
    //! Leaves the bus as one that crashed.
    void stop();
    bool hasHost();

    bool showsIcons = true;
    int asked = 0;          //!< how often somebody wanted to know whether it shows icons
    QStringList registered; //!< services of icons, in the order in which they came

public Q_SLOTS:
    Q_SCRIPTABLE void RegisterStatusNotifierItem(const QString &service);

private:
    PrivateBus &m_bus;
    std::optional<QDBusConnection> m_connection;
};

} // namespace countersign
