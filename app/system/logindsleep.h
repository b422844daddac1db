// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/system/sleepsignals.h"

#include <QDBusConnection>

namespace countersign {

//! PrepareForSleep of org.freedesktop.login1, which is sent before the sleep and after it.
class LogindSleep final : public SleepSignals
{
    Q_OBJECT

public:
    //! A bus that is not connected, or has no logind, is never heard of.
    explicit LogindSleep(QDBusConnection bus, QObject *parent = nullptr);

private Q_SLOTS:
    void onPrepareForSleep(bool isFallingAsleep);
};

} // namespace countersign
