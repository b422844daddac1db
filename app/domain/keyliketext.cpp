// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/note.h"

#include <algorithm>

namespace countersign {

namespace {

constexpr qsizetype longHex = 32;
constexpr qsizetype secretLength = 30; // of an AccessKey secret

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isLower(QChar c)
{
    return c >= u'a' && c <= u'z';
}

bool isUpper(QChar c)
{
    return c >= u'A' && c <= u'Z';
}

bool isAlphanumeric(QChar c)
{
    return isDigit(c) || isLower(c) || isUpper(c);
}

bool isHex(QChar c)
{
    return isDigit(c) || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

bool isRunCharacter(QChar c)
{
    return isAlphanumeric(c) || QStringView(u"+/=_.").contains(c);
}

bool isKeyLike(QStringView run)
{
    if (run.startsWith(u"LTAI") && run.size() >= 12)
        return true;
    if (run.startsWith(u"STS.") && run.size() >= 12)
        return true;
    if (run.size() >= longHex && std::all_of(run.begin(), run.end(), isHex))
        return true;
    // Words, paths and host names have no digits, capitals and small letters in one long run.
    return run.size() >= secretLength && !run.contains(u'.') &&
           std::any_of(run.begin(), run.end(), isDigit) &&
           std::any_of(run.begin(), run.end(), isLower) &&
           std::any_of(run.begin(), run.end(), isUpper);
}

} // namespace

std::optional<QString> keyLikeText(QStringView note)
{
    qsizetype begin = 0;
    while (begin < note.size()) {
        qsizetype end = begin;
        while (end < note.size() && isRunCharacter(note[end]))
            ++end;
        const QStringView run = note.sliced(begin, end - begin);
        if (isKeyLike(run))
            return run.toString();
        begin = end + 1;
    }
    return std::nullopt;
}

} // namespace countersign
