// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

namespace countersign {

//! Says when the computer falls asleep and when it is awake again. Main thread.
class SleepSignals : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

Q_SIGNALS:
    void fallingAsleep();
    void awake();
};

//! Those of this computer's session manager; null where there is none that this build knows.
std::unique_ptr<SleepSignals> systemSleepSignals();

} // namespace countersign
