// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/histories/history.h"

namespace countersign {

//! A history that follows from its seed alone, on every computer.
History historyFrom(quint32 seed);

} // namespace countersign
