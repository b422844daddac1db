// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/clock.h"

namespace countersign {

//! The computer's clocks with a wall clock that is wrong by `wrongBy`.
class ShiftedClock final : public Clock
{
public:
    QDateTime now() const override { return m_system.now().addSecs(wrongBy.count()); }
    std::chrono::milliseconds monotonic() const override { return m_system.monotonic(); }
    std::chrono::milliseconds withSleep() const override { return m_system.withSleep(); }

    std::chrono::seconds wrongBy{0};

private:
    SystemClock m_system;
};

} // namespace countersign
