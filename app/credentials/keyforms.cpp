// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/keyforms.h"

#include "app/credentials/wipe.h"

#include <algorithm>

namespace countersign {

namespace {

constexpr qsizetype longestId = 128;
// Ids without a known beginning are shorter than secrets (30 characters).
constexpr qsizetype shortestSecret = 28;
constexpr qsizetype longestSecretRun = 64;
constexpr int strewnDigits = 3;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool isAlphanumeric(char c)
{
    return isDigit(c) || isLower(c) || isUpper(c);
}

bool isMixed(QByteArrayView bytes)
{
    return std::any_of(bytes.begin(), bytes.end(), isDigit) &&
           std::any_of(bytes.begin(), bytes.end(), isLower) &&
           std::any_of(bytes.begin(), bytes.end(), isUpper);
}

int digitGroups(QByteArrayView bytes)
{
    int groups = 0;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        if (isDigit(bytes[i]) && (i == 0 || !isDigit(bytes[i - 1])))
            ++groups;
    }
    return groups;
}

int hexValue(char c)
{
    if (isDigit(c))
        return c - '0';
    return (c | 0x20) - 'a' + 10;
}

char32_t fourDigits(QByteArrayView digits)
{
    char32_t value = 0;
    for (const char c : digits)
        value = value * 16 + static_cast<char32_t>(hexValue(c));
    return value;
}

void appendUtf8(QByteArray &bytes, char32_t c)
{
    const auto add = [&bytes](char32_t value) { bytes.append(static_cast<char>(value)); };
    if (c < 0x80) {
        add(c);
    } else if (c < 0x800) {
        add(0xC0 | (c >> 6));
        add(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        add(0xE0 | (c >> 12));
        add(0x80 | ((c >> 6) & 0x3F));
        add(0x80 | (c & 0x3F));
    } else {
        add(0xF0 | (c >> 18));
        add(0x80 | ((c >> 12) & 0x3F));
        add(0x80 | ((c >> 6) & 0x3F));
        add(0x80 | (c & 0x3F));
    }
}

bool isLowSurrogateAt(QByteArrayView raw, qsizetype at)
{
    return raw.size() - at >= 6 && raw[at] == '\\' && raw[at + 1] == 'u' &&
           (fourDigits(raw.sliced(at + 2, 4)) & 0xFC00) == 0xDC00;
}

//! Appends what the escape at `at` stands for; where the next character begins.
qsizetype appendEscape(QByteArray &bytes, QByteArrayView raw, qsizetype at)
{
    constexpr char32_t replacement = 0xFFFD;
    const char letter = raw[at + 1];
    if (letter != 'u') {
        const QByteArrayView letters("bfnrt");
        const QByteArrayView meanings("\b\f\n\r\t");
        const qsizetype place = letters.indexOf(letter);
        bytes.append(place < 0 ? letter : meanings[place]);
        return at + 2;
    }
    const char32_t unit = fourDigits(raw.sliced(at + 2, 4));
    if ((unit & 0xFC00) == 0xD800 && isLowSurrogateAt(raw, at + 6)) {
        const char32_t low = fourDigits(raw.sliced(at + 8, 4));
        appendUtf8(bytes, 0x10000 + ((unit & 0x3FF) << 10) + (low & 0x3FF));
        return at + 12;
    }
    appendUtf8(bytes, (unit & 0xF800) == 0xD800 ? replacement : unit);
    return at + 6;
}

} // namespace

bool isKeyIdForSure(QByteArrayView bytes)
{
    constexpr qsizetype shortest = 12;
    constexpr qsizetype longest = 48;
    return (bytes.startsWith("LTAI") || bytes.startsWith("STS.")) && bytes.size() >= shortest &&
           bytes.size() <= longest && std::all_of(bytes.begin() + 4, bytes.end(), isAlphanumeric);
}

bool isKeyIdForm(QByteArrayView bytes)
{
    if (bytes.isEmpty() || bytes.size() > longestId)
        return false;
    const bool isPlain = std::all_of(bytes.begin(), bytes.end(), [](char c) {
        return isAlphanumeric(c) || c == '.' || c == '_' || c == '-';
    });
    if (!isPlain)
        return false;
    return isKeyIdForSure(bytes) || bytes.size() < shortestSecret || !isMixed(bytes);
}

bool holdsSecretForm(QByteArrayView bytes)
{
    for (qsizetype begin = 0; begin < bytes.size(); ++begin) {
        qsizetype end = begin;
        while (end < bytes.size() && isAlphanumeric(bytes[end]))
            ++end;
        const QByteArrayView run = bytes.sliced(begin, end - begin);
        if (run.size() >= shortestSecret && run.size() <= longestSecretRun && isMixed(run) &&
            digitGroups(run) >= strewnDigits)
            return true;
        begin = end;
    }
    return false;
}

bool isSecretForm(QByteArrayView bytes)
{
    return std::none_of(bytes.begin(), bytes.end(), [](char c) {
        const auto value = static_cast<unsigned char>(c);
        return value <= 0x20 || value == 0x7F;
    });
}

SecretBytes secretText(const Json &value)
{
    if (!value.isString())
        return {};
    QByteArray source = value.source();
    const QByteArrayView raw = QByteArrayView(source).sliced(1, source.size() - 2);
    QByteArray bytes;
    bytes.reserve(raw.size()); // growing would leave copies behind
    for (qsizetype at = 0; at < raw.size();) {
        if (raw[at] == '\\')
            at = appendEscape(bytes, raw, at);
        else
            bytes.append(raw[at++]);
    }
    SecretBytes text{QByteArrayView(bytes)};
    wipeShared(bytes);
    wipeShared(source);
    return text;
}

} // namespace countersign
