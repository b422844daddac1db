// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/system/logindsleep.h"

namespace countersign {

LogindSleep::LogindSleep(QDBusConnection bus, QObject *parent)
    : SleepSignals(parent)
{
    // D-Bus knows receivers by the text of their slot.
    bus.connect(QStringLiteral("org.freedesktop.login1"), QStringLiteral("/org/freedesktop/login1"),
                QStringLiteral("org.freedesktop.login1.Manager"), QStringLiteral("PrepareForSleep"),
                this, "1onPrepareForSleep(bool)");
}

void LogindSleep::onPrepareForSleep(bool isFallingAsleep)
{
    if (isFallingAsleep)
        Q_EMIT fallingAsleep();
    else
        Q_EMIT awake();
}

std::unique_ptr<SleepSignals> systemSleepSignals()
{
    const QDBusConnection bus = QDBusConnection::systemBus();
    return bus.isConnected() ? std::make_unique<LogindSleep>(bus) : nullptr;
}

} // namespace countersign
