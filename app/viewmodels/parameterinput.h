// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/json.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace countersign {

//! What a person's text in a field of a form stands for.
enum class ParameterKind {
    Text,      //!< the text itself
    Number,    //!< digits stay as typed
    Truth,     //!< true or false
    Structure, //!< JSON; what is none is a text
    Free,      //!< as Structure; used where nothing says which type is wanted
};

//! The JSON that `typed` stands for; what does not fit its kind becomes a text, so that nothing
//! typed is lost. Nothing where an empty field means that there is no value.
std::optional<QByteArray> jsonOfEntry(ParameterKind kind, const QString &typed);

//! What a field shows for `value`; a person who types it gets `value` again, but for a number or
//! truth value that stands in a text.
QString entryOf(ParameterKind kind, const Json &value);

} // namespace countersign
