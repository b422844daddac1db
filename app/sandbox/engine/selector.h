// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/json.h"

#include <optional>
#include <vector>

namespace countersign::sandbox {

//! Results of a selector in jq's order, or jq's words for why there are none.
struct Selection
{
    std::vector<Json> results;
    QString error; //!< empty when it worked
};

//! A selector as jq takes it: a path that begins with a letter gets its dot.
QString normalisedSelector(const QString &selector);

//! Walks a plain path (names, [], [n], ?, the identity) as jq does, keeping digits; nothing when
//! the selector is more than that.
std::optional<Selection> walkPlainPath(const QString &normalised, const Json &input);

} // namespace countersign::sandbox
