// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Loaded into a program before its libraries (LD_PRELOAD): the clock that goes on in sleep is ahead
// by as many seconds as the file that SLEPT_SECONDS_FILE names says.

#include <cstdio>
#include <cstdlib>
#include <dlfcn.h>
#include <time.h>

namespace {

long sleptSeconds()
{
    const char *path = std::getenv("SLEPT_SECONDS_FILE");
    std::FILE *file = path != nullptr ? std::fopen(path, "r") : nullptr;
    if (file == nullptr)
        return 0;
    long seconds = 0;
    if (std::fscanf(file, "%ld", &seconds) != 1)
        seconds = 0;
    std::fclose(file);
    return seconds;
}

} // namespace

extern "C" __attribute__((visibility("default"))) int clock_gettime(clockid_t clock,
                                                                    timespec *time) noexcept
{
    using Function = int (*)(clockid_t, timespec *);
    static const auto real = reinterpret_cast<Function>(::dlsym(RTLD_NEXT, "clock_gettime"));
    const int result = real(clock, time);
    if (result == 0 && clock == CLOCK_BOOTTIME)
        time->tv_sec += sleptSeconds();
    return result;
}
