// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace countersign {

// Remote text (anything that did not originate in our source) made fit to be shown as plain text.
//
// In all results control, format, private-use, unassigned and default-ignorable characters, lone
// surrogates and NUL stand as a visible token such as ⟨U+202E⟩; U+200D and variation selectors stay
// inside an emoji sequence; at most 8 combining marks follow one base, and ⟨+12⟩ counts those left
// out. No direction marks are added: each field is drawn as a run of its own. The original is what
// is compared, copied and sent; these results are for eyes and ears only. Limits count code points
// of the result; time depends on the limit, not on the length of the text, except for counting.

//! One line: line breaks and tabs become tokens ⏎ and ⇥, cut after `limit` characters with "… (N)"
//! for the N characters left out.
QString safeLine(QStringView text, qsizetype limit = 512);

//! Several lines: line feeds stay (CR LF is one), tabs become ⇥, lines over `lineLimit` are
//! hard-wrapped, the whole is cut after `limit` characters with a last line that says how many more
//! there are.
QString safeBlock(QStringView text, qsizetype limit = 65'536, qsizetype lineLimit = 4'096);

//! Rich text for places that guess the format (tool tips): escaped, so that it shows
//! safeBlock(text) with a limit of 4,096 characters and nothing else.
QString safeToolTip(QStringView text);

//! True when `text` is 1 to 128 of letters, digits and . _ - # : in ASCII.
bool isUsualId(QStringView text);

//! An id for eyes: groups of four in its long part, e.g. exec-7f3a 9c20 b1d8.t0002; an unusual id
//! is shown by safeLine(). Never use it for copying.
QString groupedId(QStringView id);

//! True when the letters of one word of `text` belong to scripts that are not usually mixed (two of
//! Latin, Cyrillic, Greek, Armenian, Cherokee); Han, Kana, Hangul and Latin mix freely.
bool hasMixedScripts(QStringView text);

} // namespace countersign
