// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"

#include <chrono>
#include <optional>

namespace countersign {

//! What a read does after an attempt that failed: the one table of what is read again, and when.
struct ReadAgain
{
    enum class How {
        Never,
        Once,           //!< signed anew with a new nonce, at once
        OnceWithOffset, //!< as Once, with the clock's difference added to the time that is signed
        AfterPause,     //!< with a growing pause, until the attempts are used up
        AfterThrottle,  //!< as AfterPause; every call of the same place waits as well
    };
    How how = How::Never;
};

//! By kind alone; pure.
ReadAgain readAgainAfter(Error::Kind kind);

//! The service does not take the token because its time is over: with another one the same call may
//! be taken.
bool isExpiredToken(const Error &error);

//! The pause before attempt `attempt` (2 for the first repeat): doubles from `first` up to
//! `longest`; `jitter` in [0, 1) takes away up to half of it. A pause the service asked for is
//! kept as it is, but never above ten minutes.
std::chrono::milliseconds pauseBefore(int attempt, std::chrono::milliseconds first,
                                      std::chrono::milliseconds longest, double jitter,
                                      std::optional<std::chrono::milliseconds> asked);

} // namespace countersign
