// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/inboxfilterspec.h"

#include <algorithm>

namespace countersign {

namespace {

constexpr qsizetype patternLimit = 256;

} // namespace

bool InboxFilterSpec::isEmpty() const
{
    return searchWords(text).isEmpty() && regions.isEmpty() && profiles.isEmpty() &&
           kinds.isEmpty() && groups.isEmpty() && starter.isEmpty() && !olderThan;
}

QString foldedText(const QString &text)
{
    const bool isAscii = std::all_of(text.begin(), text.end(),
                                     [](QChar character) { return character.unicode() < 0x80; });
    if (isAscii)
        return text.toCaseFolded();
    // Folding can undo the normal form, so that it is made again.
    return text.normalized(QString::NormalizationForm_KC)
        .toCaseFolded()
        .normalized(QString::NormalizationForm_KC);
}

QStringList searchWords(const QString &typed)
{
    QStringList words =
        foldedText(typed.left(patternLimit)).simplified().split(u' ', Qt::SkipEmptyParts);
    words.removeDuplicates();
    return words;
}

} // namespace countersign
