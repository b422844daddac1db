// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/clock.h"

namespace countersign {

//! The computer's clocks, which go on by themselves and can be moved by a test.
class MovableClock final : public Clock
{
public:
    QDateTime now() const override { return m_system.now().addMSecs(m_wall.count()); }
    std::chrono::milliseconds monotonic() const override { return m_system.monotonic() + m_passed; }
    std::chrono::milliseconds withSleep() const override { return monotonic() + m_slept; }

    //! Time passes while the computer is awake.
    void pass(std::chrono::milliseconds by)
    {
        m_passed += by;
        m_wall += by;
    }
    //! The computer is asleep for this long.
    void sleep(std::chrono::milliseconds by)
    {
        m_slept += by;
        m_wall += by;
    }
    //! Somebody sets the wall clock.
    void jump(std::chrono::milliseconds by) { m_wall += by; }

private:
    SystemClock m_system;
    std::chrono::milliseconds m_wall{0};
    std::chrono::milliseconds m_passed{0};
    std::chrono::milliseconds m_slept{0};
};

} // namespace countersign
