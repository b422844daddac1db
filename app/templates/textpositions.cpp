// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/templates/textpositions.h"

#include <algorithm>

namespace countersign {

namespace {

constexpr qsizetype blockBytes = 256;

bool isContinuation(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

} // namespace

TextPositions::TextPositions(const QByteArray &utf8)
    : m_text(utf8)
{
    m_lines.push_back({});
    qsizetype characters = 0;
    for (qsizetype i = 0; i < m_text.size(); ++i) {
        if (i % blockBytes == 0)
            m_charactersBeforeBlock.push_back(characters);
        const char byte = m_text.at(i);
        if (!isContinuation(byte))
            ++characters;
        const bool isCrOfCrLf = byte == '\r' && i + 1 < m_text.size() && m_text.at(i + 1) == '\n';
        if (byte == '\n' || (byte == '\r' && !isCrOfCrLf))
            m_lines.push_back({i + 1, characters, true});
        else if (byte != ' ' && byte != '\t' && byte != '\r')
            m_lines.back().isBlank = false;
    }
    if (m_charactersBeforeBlock.empty())
        m_charactersBeforeBlock.push_back(0);
}

qsizetype TextPositions::charactersBefore(qsizetype offset) const
{
    const qsizetype end = std::clamp<qsizetype>(offset, 0, m_text.size());
    const qsizetype block =
        std::min(end / blockBytes, static_cast<qsizetype>(m_charactersBeforeBlock.size()) - 1);
    qsizetype count = m_charactersBeforeBlock[static_cast<size_t>(block)];
    for (qsizetype i = block * blockBytes; i < end; ++i)
        count += isContinuation(m_text.at(i)) ? 0 : 1;
    return count;
}

TextPosition TextPositions::atByte(qsizetype offset) const
{
    return atCharacter(charactersBefore(offset));
}

TextPosition TextPositions::atCharacter(qsizetype index) const
{
    const auto after = std::upper_bound(
        m_lines.begin() + 1, m_lines.end(), index,
        [](qsizetype wanted, const Line &line) { return wanted < line.character; });
    const auto line = after - 1;
    return {static_cast<int>(line - m_lines.begin()) + 1,
            static_cast<int>(std::max<qsizetype>(index - line->character, 0)) + 1};
}

int TextPositions::lastTextLine(TextPosition end, int firstLine) const
{
    int line = std::min(end.line, static_cast<int>(m_lines.size()));
    if (end.column == 1)
        --line;
    while (line > firstLine && m_lines[static_cast<size_t>(line) - 1].isBlank)
        --line;
    return std::max(line, firstLine);
}

int TextPositions::lineBeginningWith(char character) const
{
    const auto found = std::find_if(m_lines.begin(), m_lines.end(), [&](const Line &line) {
        return line.byte < m_text.size() && m_text.at(line.byte) == character;
    });
    return found == m_lines.end() ? 0 : static_cast<int>(found - m_lines.begin()) + 1;
}

} // namespace countersign
