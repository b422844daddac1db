// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <chrono>

namespace countersign {

//! Where code that depends on time gets it from; tests hand in one they move by hand.
class Clock
{
public:
    Clock() = default;
    virtual ~Clock() = default;
    Q_DISABLE_COPY_MOVE(Clock)

    //! Wall-clock time in UTC; may jump.
    virtual QDateTime now() const = 0;
    //! Time that only moves forward; the zero point means nothing.
    virtual std::chrono::milliseconds monotonic() const = 0;
    //! As monotonic(), and goes on while the computer is asleep; the difference of the two grows by
    //! the time that was slept. Equal to monotonic() where the system cannot tell.
    virtual std::chrono::milliseconds withSleep() const = 0;
};

//! The computer's clocks.
class SystemClock final : public Clock
{
public:
    QDateTime now() const override;
    std::chrono::milliseconds monotonic() const override;
    std::chrono::milliseconds withSleep() const override;
};

} // namespace countersign
