// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/jsondocument.h"
#include "app/domain/wipe.h"

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

void appendUtf8(QByteArray &bytes, char32_t character)
{
    const auto tail = [&](int shift) {
        bytes += static_cast<char>(0x80 | ((character >> shift) & 0x3F));
    };
    if (character < 0x80) {
        bytes += static_cast<char>(character);
    } else if (character < 0x800) {
        bytes += static_cast<char>(0xC0 | (character >> 6));
        tail(0);
    } else if (character < 0x10000) {
        bytes += static_cast<char>(0xE0 | (character >> 12));
        tail(6);
        tail(0);
    } else {
        bytes += static_cast<char>(0xF0 | (character >> 18));
        tail(12);
        tail(6);
        tail(0);
    }
}

// Appends what the escape at the begin of `raw` stands for; its length, 0 for a lone surrogate.
qsizetype appendEscape(QByteArray &bytes, QByteArrayView raw)
{
    if (raw[1] != 'u') {
        bytes += static_cast<char>(simpleEscape(raw[1]));
        return 2;
    }
    const char16_t unit = hexValue(raw.sliced(2, 4));
    if (!QChar::isSurrogate(unit)) {
        appendUtf8(bytes, unit);
        return 6;
    }
    if (!QChar::isHighSurrogate(unit) || raw.size() < 12 || raw[6] != '\\' || raw[7] != 'u')
        return 0;
    const char16_t second = hexValue(raw.sliced(8, 4));
    if (!QChar::isLowSurrogate(second))
        return 0;
    appendUtf8(bytes, QChar::surrogateToUcs4(unit, second));
    return 12;
}

} // namespace

JsonDocument::~JsonDocument()
{
    if (isSecret)
        wipeShared(bytes);
}

std::optional<SecretBytes> unescapedSecret(QByteArrayView raw, bool hasEscapes)
{
    if (!hasEscapes)
        return SecretBytes(raw);
    QByteArray bytes;
    bytes.reserve(raw.size()); // no escape is shorter than what it stands for
    bool isWhole = true;
    for (qsizetype position = 0; isWhole && position < raw.size();) {
        if (raw[position] != '\\') {
            bytes += raw[position++];
            continue;
        }
        const qsizetype length = appendEscape(bytes, raw.sliced(position));
        isWhole = length > 0;
        position += length;
    }
    SecretBytes secret(bytes);
    wipeShared(bytes);
    return isWhole ? std::optional(std::move(secret)) : std::nullopt;
}

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
