// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/keyforms.h"

#include <algorithm>

namespace countersign {

namespace {

// Every token is far longer, every id and secret shorter.
constexpr qsizetype leastOfToken = 100;
// Ids without a known beginning are shorter than secrets (30 characters).
constexpr qsizetype shortestSecret = 28;
constexpr qsizetype shortestHexSecret = 32;
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

bool isHex(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
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

//! Begins as ids of the service do, and is no longer than they are.
bool isKeyIdForSure(QByteArrayView bytes)
{
    constexpr qsizetype shortest = 12;
    constexpr qsizetype longest = 48;
    return (bytes.startsWith("LTAI") || isTemporaryKeyId(bytes)) && bytes.size() >= shortest &&
           bytes.size() <= longest && std::all_of(bytes.begin() + 4, bytes.end(), isAlphanumeric);
}

bool isTokenForm(QByteArrayView bytes)
{
    return bytes.startsWith("CAIS") && bytes.size() >= leastOfToken;
}

bool isArn(QByteArrayView bytes)
{
    return bytes.startsWith("acs:");
}

} // namespace

KeyFlaw flawOfKeyId(QByteArrayView id)
{
    if (isArn(id))
        return KeyFlaw::RoleOrUser;
    if (holdsWhiteSpace(id))
        return KeyFlaw::WhiteSpace;
    if (id.size() >= leastOfToken)
        return KeyFlaw::Token;
    if (isKeyIdForSure(id))
        return KeyFlaw::None;
    const bool isHexSecret =
        id.size() >= shortestHexSecret && std::all_of(id.begin(), id.end(), isHex);
    if (isHexSecret || (id.size() >= shortestSecret && isMixed(id)))
        return KeyFlaw::Secret;
    const bool isPlain = std::all_of(id.begin(), id.end(), [](char c) {
        return isAlphanumeric(c) || c == '.' || c == '_' || c == '-';
    });
    return isPlain ? KeyFlaw::None : KeyFlaw::OtherSigns;
}

KeyFlaw flawOfSecret(QByteArrayView secret)
{
    if (holdsWhiteSpace(secret))
        return KeyFlaw::WhiteSpace;
    if (isKeyIdForSure(secret))
        return KeyFlaw::KeyId;
    if (isArn(secret))
        return KeyFlaw::RoleOrUser;
    return isTokenForm(secret) ? KeyFlaw::Token : KeyFlaw::None;
}

KeyFlaw flawOfToken(QByteArrayView token, QByteArrayView secret)
{
    if (holdsWhiteSpace(token))
        return KeyFlaw::WhiteSpace;
    if (isKeyIdForSure(token))
        return KeyFlaw::KeyId;
    if (isArn(token))
        return KeyFlaw::RoleOrUser;
    return !token.isEmpty() && token == secret ? KeyFlaw::Secret : KeyFlaw::None;
}

bool isTemporaryKeyId(QByteArrayView id)
{
    return id.startsWith("STS.");
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

bool holdsWhiteSpace(QByteArrayView bytes)
{
    return std::any_of(bytes.begin(), bytes.end(), [](char c) {
        const auto value = static_cast<unsigned char>(c);
        return value <= 0x20 || value == 0x7F;
    });
}

} // namespace countersign
