// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/system/sleepclock.h"

#include <time.h>

namespace countersign {

#if defined(CLOCK_BOOTTIME) && defined(CLOCK_MONOTONIC)

std::optional<std::chrono::milliseconds> timeAsleep()
{
    timespec withSleep{};
    timespec withoutSleep{};
    // In this order a pause between the two reads makes the sleep shorter, never longer.
    if (clock_gettime(CLOCK_BOOTTIME, &withSleep) != 0 ||
        clock_gettime(CLOCK_MONOTONIC, &withoutSleep) != 0)
        return std::nullopt;
    const auto timeOf = [](const timespec &time) {
        return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
    };
    return std::chrono::duration_cast<std::chrono::milliseconds>(timeOf(withSleep) -
                                                                 timeOf(withoutSleep));
}

#else

std::optional<std::chrono::milliseconds> timeAsleep()
{
    return std::nullopt;
}

#endif

} // namespace countersign
