// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/engine.h"
#include "app/sandbox/gateway/call.h"

#include <optional>

namespace countersign::sandbox {

//! The refusal of a value that the documents do not allow.
Refusal invalidValue(const QString &parameter);

//! Looks whether every value of a call is one the documents allow for its operation: words of a
//! closed list, times, truth values, JSON, regions, and parameters that exclude each other. What
//! only the operation itself can tell (ids, names, page sizes) is left to it.
std::optional<Refusal> checkArguments(const Call &call, const QStringList &regions);

} // namespace countersign::sandbox
