// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/system/logindlock.h"
#include "app/system/sessionlock.h"

#include <QDBusConnection>
#include <QMap>

namespace countersign {

//! The word of logind and of the desktops' screen savers, as one. The session is locked while any
//! of them says so. A wish of logind (Lock) counts as locked until it is taken back or any of the
//! others has become open: not every screen locker says that it is at work.
class BusSessionLock final : public SessionLock
{
    Q_OBJECT

public:
    //! A bus that is not connected is never heard of.
    BusSessionLock(const QDBusConnection &systemBus, const QDBusConnection &sessionBus,
                   const LogindLock::Times &times = {}, QObject *parent = nullptr);

private:
    void listenToLogind(const QDBusConnection &bus, const LogindLock::Times &times);
    void listenToScreenSaver(const QDBusConnection &bus, const QString &name, const QString &path,
                             const LogindLock::Times &times);
    void setState(const QString &source, bool isLocked);
    void forget(const QString &source);
    void setWanted(bool isWanted);
    void tell();

    QMap<QString, bool> m_states; //!< by source: what it says of itself
    bool m_isWanted = false;
    bool m_isLocked = false; //!< as told
};

} // namespace countersign
