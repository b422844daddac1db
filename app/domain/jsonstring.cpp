// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/jsondocument.h"

#include <algorithm>

namespace countersign::detail {

namespace {

char16_t hexValue(QByteArrayView digits)
{
    unsigned value = 0;
    for (const char digit : digits) {
        const auto code = static_cast<unsigned char>(digit);
        value = value * 16 + (code <= '9' ? code - unsigned{'0'} : (code | 0x20u) - 'a' + 10u);
    }
    return static_cast<char16_t>(value);
}

char16_t simpleEscape(char letter)
{
    switch (letter) {
    case 'b':
        return u'\b';
    case 'f':
        return u'\f';
    case 'n':
        return u'\n';
    case 'r':
        return u'\r';
    case 't':
        return u'\t';
    default:
        return static_cast<unsigned char>(letter);
    }
}

} // namespace

QString fromUtf8Exactly(QByteArrayView bytes)
{
    if (bytes.startsWith(QByteArrayView("\xEF\xBB\xBF")))
        return QString(QChar(0xFEFF)) + QString::fromUtf8(bytes);
    return QString::fromUtf8(bytes);
}

QString unescaped(QByteArrayView raw, bool hasEscapes)
{
    if (!hasEscapes)
        return fromUtf8Exactly(raw);
    QString text;
    text.reserve(raw.size());
    qsizetype position = 0;
    while (position < raw.size()) {
        const qsizetype slash = raw.indexOf('\\', position);
        const qsizetype end = slash < 0 ? raw.size() : slash;
        if (end > position)
            text += fromUtf8Exactly(raw.sliced(position, end - position));
        if (slash < 0)
            break;
        const char letter = raw[slash + 1];
        if (letter == 'u') {
            text += QChar(hexValue(raw.sliced(slash + 2, 4)));
            position = slash + 6;
        } else {
            text += QChar(simpleEscape(letter));
            position = slash + 2;
        }
    }
    return text;
}

QByteArrayView JsonDocument::rawString(const JsonNode &node) const
{
    return QByteArrayView(bytes).sliced(node.begin + 1, node.end - node.begin - 2);
}

QByteArrayView JsonDocument::source(const JsonNode &node) const
{
    return QByteArrayView(bytes).sliced(node.begin, node.end - node.begin);
}

QString JsonDocument::text(const JsonNode &node) const
{
    return unescaped(rawString(node), node.hasEscapes);
}

int JsonDocument::lineOf(qsizetype offset) const
{
    std::call_once(m_linesMade, [this] {
        for (qsizetype feed = bytes.indexOf('\n'); feed >= 0; feed = bytes.indexOf('\n', feed + 1))
            m_lineFeeds.push_back(static_cast<quint32>(feed));
    });
    const auto behind = std::lower_bound(m_lineFeeds.begin(), m_lineFeeds.end(), offset);
    return static_cast<int>(behind - m_lineFeeds.begin()) + 1;
}

} // namespace countersign::detail
