// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/histories/history.h"

#include <functional>

namespace countersign {

//! The history with as few steps as still fail: steps are left out, first many together and then
//! one by one, and waits made shorter, as long as `fails` says so. `history` itself must fail.
History shrunk(const History &history, const std::function<bool(const History &)> &fails);

} // namespace countersign
