// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/clock.h"

namespace countersign {

//! Clocks that stand still until a test moves them.
class ManualClock final : public Clock
{
public:
    QDateTime now() const override { return m_now; }
    std::chrono::milliseconds monotonic() const override { return m_monotonic; }
    std::chrono::milliseconds withSleep() const override { return m_monotonic + m_slept; }

    void advance(std::chrono::milliseconds by)
    {
        m_now = m_now.addMSecs(by.count());
        m_monotonic += by;
    }
    //! The computer is asleep for this long.
    void sleep(std::chrono::milliseconds by)
    {
        m_now = m_now.addMSecs(by.count());
        m_slept += by;
    }
    //! Somebody sets the wall clock.
    void jump(std::chrono::milliseconds by) { m_now = m_now.addMSecs(by.count()); }

private:
    QDateTime m_now{QDate(2026, 11, 27), QTime(10, 0), Qt::UTC};
    std::chrono::milliseconds m_monotonic{1'000'000};
    std::chrono::milliseconds m_slept{0};
};

} // namespace countersign
