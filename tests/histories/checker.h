// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/histories/transcript.h"

#include <vector>

namespace countersign {

//! What every history must satisfy (security.md 4.8, I1 to I9; "words": what is said fits the
//! state; "window": "not carried out" is not said before the request can no longer arrive). Those
//! found on the way come first. Empty: all rules hold. Pure.
std::vector<Violation> violationsOf(const Transcript &transcript);

} // namespace countersign
