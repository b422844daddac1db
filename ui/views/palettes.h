// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/colorscheme.h"

#include <QPalette>

namespace countersign {

//! The colours of a scheme. Text has at least 4.5:1 against what it stands on, 7:1 in high
//! contrast; text that is disabled has 4.5:1 everywhere. Desktop: a palette in which nothing is
//! set, which makes an application follow its desktop.
QPalette paletteFor(ColorScheme scheme);

//! The colour of lines around fields, buttons and lists, at least 3:1 against the scheme's window
//! and base, 7:1 in high contrast. Invalid for Desktop.
QColor outlineFor(ColorScheme scheme);

} // namespace countersign
