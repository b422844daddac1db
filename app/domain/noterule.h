// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace countersign {

//! What a profile asks of notes.
struct NoteRule
{
    bool isRequired = false;
    QString pattern; //!< a regular expression that a part of the note must fit; empty: none
    QString example; //!< what such a part looks like, for people; may be empty
    friend bool operator==(const NoteRule &, const NoteRule &) = default;
};

} // namespace countersign
