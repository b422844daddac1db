// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

#include <optional>

namespace countersign {

//! Limits of a note (security.md 6): 500 code points with the tag, line feed the only control
//! character, no format characters except U+200D inside an emoji.
inline constexpr int noteLimit = 500;

struct NoteCheck
{
    enum class Problem { None, TooLong, ControlCharacter, FormatCharacter, LoneSurrogate };
    Problem problem = Problem::None;
    int codePoints = 0; //!< of the note and its tag
    int position = -1;  //!< code point index of the first offending character
    char32_t character = 0;
};

//! `tag` is the fixed part that is sent behind the note, empty when none is.
NoteCheck checkNote(QStringView note, QStringView tag = {});

//! The note as it is compared and sent: CR LF and CR become LF, nothing else changes.
QString normalisedNote(QStringView note);

//! True when the note could not be told apart from other notes (empty, under 12 characters, or in
//! `usedBefore`), so that the tag is added.
bool needsTag(QStringView note, const QStringList &usedBefore = {});

//! " [cs k3f9q2x7aa]" for the short form of a decision id.
QString noteTag(const QString &shortForm);
//! The person's own words of a note that was sent: without the tag of that decision, which stands
//! alone where there were none.
QString withoutTag(const QString &note, const QString &shortForm);

//! The first key-like run in the note (LTAI…, STS.…, long Base64 or hex), to warn before sending.
std::optional<QString> keyLikeText(QStringView note);

} // namespace countersign
