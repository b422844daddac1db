// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <optional>

namespace countersign {

//! The number a person typed to confirm one (rule F7 of security.md): blanks, full-width and other
//! scripts' digits are forgiven, everything else is no number. Nothing for an empty text and for
//! more than nine digits.
std::optional<int> typedCount(QStringView text);

} // namespace countersign
