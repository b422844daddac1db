// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/json.h"

#include <QString>

#include <vector>

namespace countersign {

//! A piece of a text of a template, for display.
struct TextPiece
{
    QString text;
    bool isDerived = false; //!< put in by us for `reference`, and to be marked so
    QString reference;      //!< as written, such as "{{ instanceId }}"; empty for plain pieces
    friend bool operator==(const TextPiece &, const TextPiece &) = default;
};

//! `text` with references to plain parameters ("{{ name }}") replaced by their values: exact name
//! first, then without regard to case. What is no such reference, or names no member of
//! `parameters`, stays as it is. A value is not looked through again. Lists and maps become compact
//! JSON, null an empty text. `parameters` is an object; anything else replaces nothing.
std::vector<TextPiece> withParameters(const QString &text, const Json &parameters);

} // namespace countersign
