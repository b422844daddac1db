// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/json.h"

#include <QStringList>

#include <compare>
#include <optional>
#include <vector>

namespace countersign {

//! Where one member of an object stands in a text: byte offsets, an end lies behind the last byte.
struct JsonMemberPlace
{
    QString name;            //!< un-escaped
    qsizetype nameBegin = 0; //!< of the opening quote
    qsizetype nameEnd = 0;
    qsizetype valueBegin = 0;
    qsizetype valueEnd = 0;
    friend bool operator==(const JsonMemberPlace &, const JsonMemberPlace &) = default;
};

//! The members of `object` in order; `text` is the whole text that `object` was read from. Empty
//! for anything but an object.
std::vector<JsonMemberPlace> memberPlaces(const Json &object, const QByteArray &text);

//! `text` with the member at `path` set to `value`, a JSON text: a member that is there gets the
//! bytes of `value` in place of its own, one that is not is put behind the last of its object,
//! written in the layout of the member before it. Every other byte stays as it is. `path` names
//! objects within objects, outermost first. Nothing when `text` or `value` is no JSON within
//! `limits`, or the path leads through something that is not there or no object.
std::optional<QByteArray> withMember(const QByteArray &text, const QStringList &path,
                                     const QByteArray &value, const JsonLimits &limits = {});

//! `text` without the member at `path`, the comma that belonged to it, and the blanks around them;
//! the last member of an object leaves {}. A member that is not there leaves the text as it is.
//! Nothing under the same conditions as withMember().
std::optional<QByteArray> withoutMember(const QByteArray &text, const QStringList &path,
                                        const JsonLimits &limits = {});

//! The members and elements that lead to byte `offset` of a text that need not be whole, such as
//! Targets.Tags[2].Key; empty at the top.
QString memberPathAt(const QByteArray &text, qsizetype offset);

//! The order of two numbers by their exact decimal value; nothing when one of them is no number, or
//! both have exponents of more than 18 digits.
std::optional<std::strong_ordering> compareNumbers(const Json &a, const Json &b);

} // namespace countersign
