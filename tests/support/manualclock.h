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

    void advance(std::chrono::milliseconds by)
    {
        m_now = m_now.addMSecs(by.count());
        m_monotonic += by;
    }

private:
    QDateTime m_now{QDate(2026, 11, 27), QTime(10, 0), Qt::UTC};
    std::chrono::milliseconds m_monotonic{1'000'000};
};

} // namespace countersign
