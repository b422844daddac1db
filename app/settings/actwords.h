// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/waitkind.h"

#include <QString>

#include <optional>

namespace countersign {

//! The word an act has in files of this program.
QString actWord(Act act);
//! Nothing for a word that is none.
std::optional<Act> actFromWord(const QString &word);

} // namespace countersign
