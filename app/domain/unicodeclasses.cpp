// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/unicodeclasses.h"

#include <QChar>

#include <algorithm>
#include <array>

namespace countersign::detail {

namespace {

struct Range
{
    char32_t first;
    char32_t last;
};

// DerivedCoreProperties.txt, Default_Ignorable_Code_Point.
constexpr std::array<Range, 17> ignorables = {{
    {0x00AD, 0x00AD},
    {0x034F, 0x034F},
    {0x061C, 0x061C},
    {0x115F, 0x1160},
    {0x17B4, 0x17B5},
    {0x180B, 0x180F},
    {0x200B, 0x200F},
    {0x202A, 0x202E},
    {0x2060, 0x206F},
    {0x3164, 0x3164},
    {0xFE00, 0xFE0F},
    {0xFEFF, 0xFEFF},
    {0xFFA0, 0xFFA0},
    {0xFFF0, 0xFFF8},
    {0x1BCA0, 0x1BCA3},
    {0x1D173, 0x1D17A},
    {0xE0000, 0xE0FFF},
}};

// Blocks that hold emoji-data.txt's Extended_Pictographic and the skin tones; letters are in none.
constexpr std::array<Range, 16> pictographs = {{
    {0x00A9, 0x00A9},
    {0x00AE, 0x00AE},
    {0x203C, 0x203C},
    {0x2049, 0x2049},
    {0x2122, 0x2122},
    {0x2139, 0x2139},
    {0x2194, 0x21AA},
    {0x231A, 0x23FF},
    {0x24C2, 0x24C2},
    {0x25AA, 0x27BF},
    {0x2934, 0x2935},
    {0x2B05, 0x2B55},
    {0x3030, 0x303D},
    {0x3297, 0x3299},
    {0x1F000, 0x1FAFF},
    {0x1FC00, 0x1FFFD},
}};

template <std::size_t size>
bool isIn(const std::array<Range, size> &ranges, char32_t c)
{
    const auto range =
        std::lower_bound(ranges.begin(), ranges.end(), c,
                         [](const Range &r, char32_t value) { return r.last < value; });
    return range != ranges.end() && range->first <= c;
}

bool isKeycapBase(char32_t c)
{
    return (c >= U'0' && c <= U'9') || c == U'#' || c == U'*';
}

} // namespace

char32_t CodePoints::peek() const
{
    if (atEnd())
        return 0;
    const QChar first = m_text[m_position];
    if (first.isHighSurrogate() && m_position + 1 < m_text.size() &&
        m_text[m_position + 1].isLowSurrogate())
        return QChar::surrogateToUcs4(first, m_text[m_position + 1]);
    return first.unicode();
}

char32_t CodePoints::take()
{
    const char32_t c = peek();
    m_position += c > 0xFFFF ? 2 : 1;
    return c;
}

qsizetype codePointCount(QStringView text)
{
    const char16_t *units = text.utf16();
    qsizetype pairs = 0;
    for (qsizetype i = 1; i < text.size(); ++i) {
        if ((units[i] & 0xFC00) == 0xDC00 && (units[i - 1] & 0xFC00) == 0xD800)
            ++pairs;
    }
    return text.size() - pairs;
}

bool isCombiningMark(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_SpacingCombining:
    case QChar::Mark_Enclosing:
        return true;
    default:
        return false;
    }
}

bool isDefaultIgnorable(char32_t c)
{
    return isIn(ignorables, c);
}

bool isPresentationSelector(char32_t c)
{
    return c == 0xFE0E || c == 0xFE0F;
}

bool isEmojiLike(char32_t c)
{
    return isIn(pictographs, c);
}

bool isInsideEmoji(char32_t c, char32_t before, char32_t after)
{
    constexpr char32_t zeroWidthJoiner = 0x200D;
    constexpr char32_t keycap = 0x20E3;
    if (c == zeroWidthJoiner)
        return isEmojiLike(before) && isEmojiLike(after);
    return isPresentationSelector(c) && !isPresentationSelector(after) &&
           (isEmojiLike(before) || (isKeycapBase(before) && after == keycap));
}

} // namespace countersign::detail
