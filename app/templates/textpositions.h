// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace countersign {

//! Where a place of a text stands: both from 1, columns in characters.
struct TextPosition
{
    int line = 1;
    int column = 1;
};

//! Lines of a UTF-8 text as editors count them (LF, CR LF, CR). Answers take constant or
//! logarithmic time, also for texts of one long line. Keeps a handle on the text.
class TextPositions
{
public:
    explicit TextPositions(const QByteArray &utf8);

    TextPosition atByte(qsizetype offset) const;
    //! `index` counts code points from 0.
    TextPosition atCharacter(qsizetype index) const;
    //! Line of the last character before `end` that is not blank, at least `firstLine`.
    int lastTextLine(TextPosition end, int firstLine) const;
    //! The first line that begins with `character`; 0 when there is none.
    int lineBeginningWith(char character) const;

private:
    struct Line
    {
        qsizetype byte = 0;
        qsizetype character = 0;
        bool isBlank = true;
    };

    qsizetype charactersBefore(qsizetype offset) const;

    QByteArray m_text;
    std::vector<Line> m_lines;
    std::vector<qsizetype> m_charactersBeforeBlock;
};

} // namespace countersign
