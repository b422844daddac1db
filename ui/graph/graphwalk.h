// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/graphpicture.h"

#include <optional>

namespace countersign {

//! Forward and Back follow ways, the usual one first; Left and Right go to the nearest box on that
//! side, and where none stands there, along the first way (Right: on, Left: back) that is not the
//! usual one.
enum class Step { Forward, Back, Left, Right };

//! Nothing: there is no way on that side.
std::optional<std::size_t> stepFrom(const GraphPicture &picture, const GraphLayout &layout,
                                    std::size_t node, Step step);

} // namespace countersign
