// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/keyforms.h"

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

} // namespace countersign
