// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace countersign {

//! Colours of the program: the desktop's own, or one of ours.
enum class ColorScheme { Desktop, Light, Dark, HighContrast };

} // namespace countersign
