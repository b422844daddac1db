// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

namespace countersign {

//! How long the computer has been asleep since it was started: the clock that goes on in sleep
//! minus the one that stands still. Nothing where the system does not have both.
std::optional<std::chrono::milliseconds> timeAsleep();

} // namespace countersign
