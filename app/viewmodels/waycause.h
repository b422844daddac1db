// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"

#include <optional>

namespace countersign {

//! What is wrong with the network's settings, and so for every profile whose calls take that way:
//! the same text for the same cause. Empty: it is none of this.
QString wayCauseOf(const std::optional<Error> &error);

} // namespace countersign
