// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace countersign::detail {

//! Code points of a text one after the other; a lone surrogate comes out as itself.
class CodePoints
{
public:
    explicit CodePoints(QStringView text)
        : m_text(text)
    {
    }
    bool atEnd() const { return m_position >= m_text.size(); }
    qsizetype position() const { return m_position; } //!< in UTF-16 units
    char32_t peek() const;                            //!< 0 at the end
    char32_t take();

private:
    QStringView m_text;
    qsizetype m_position = 0;
};

//! Code points in `text`, lone surrogates counted as one each.
qsizetype codePointCount(QStringView text);

//! Mn, Mc and Me.
bool isCombiningMark(char32_t c);

//! Has no glyph of its own or may change how its neighbours are drawn
//! (Default_Ignorable_Code_Point).
bool isDefaultIgnorable(char32_t c);

//! Variation selectors 15 and 16.
bool isPresentationSelector(char32_t c);

//! May be part of an emoji sequence: pictographs, skin tones, regional indicators.
bool isEmojiLike(char32_t c);

//! True for a U+200D, U+FE0E or U+FE0F that belongs to an emoji: between `before` (the last code
//! point that is no presentation selector) and `after`.
bool isInsideEmoji(char32_t c, char32_t before, char32_t after);

} // namespace countersign::detail
