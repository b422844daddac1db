// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/note.h"

#include "app/domain/unicodeclasses.h"

#include <algorithm>

namespace countersign {

namespace {

using Problem = NoteCheck::Problem;
constexpr int tellingLength = 12;

Problem problemOf(char32_t c, char32_t before, char32_t after)
{
    if (QChar::isSurrogate(c))
        return Problem::LoneSurrogate;
    if (c == U'\n' || detail::isInsideEmoji(c, before, after))
        return Problem::None;
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return Problem::ControlCharacter;
    case QChar::Other_Format:
        return Problem::FormatCharacter;
    default:
        return Problem::None;
    }
}

} // namespace

NoteCheck checkNote(QStringView note, QStringView tag)
{
    NoteCheck check;
    const QString whole = note.toString() + tag;
    detail::CodePoints points(whole);
    char32_t before = 0;
    for (; !points.atEnd(); ++check.codePoints) {
        const char32_t c = points.take();
        const Problem problem = problemOf(c, before, points.peek());
        if (problem != Problem::None && check.problem == Problem::None) {
            check.problem = problem;
            check.position = check.codePoints;
            check.character = c;
        }
        if (!detail::isPresentationSelector(c))
            before = c;
    }
    if (check.problem == Problem::None && check.codePoints > noteLimit) {
        check.problem = Problem::TooLong;
        check.position = noteLimit;
    }
    return check;
}

QString normalisedNote(QStringView note)
{
    QString result = note.toString();
    result.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    result.replace(u'\r', u'\n');
    return result;
}

bool needsTag(QStringView note, const QStringList &usedBefore)
{
    const QString compared = normalisedNote(note).trimmed();
    if (detail::codePointCount(compared) < tellingLength)
        return true;
    return std::any_of(usedBefore.begin(), usedBefore.end(), [&](const QString &used) {
        return normalisedNote(used).trimmed() == compared;
    });
}

QString noteTag(const QString &shortForm)
{
    return QStringLiteral(" [cs %1]").arg(shortForm);
}

QString withoutTag(const QString &note, const QString &shortForm)
{
    const QString tag = noteTag(shortForm);
    if (note == tag.trimmed())
        return {};
    return note.endsWith(tag) ? note.chopped(tag.size()) : note;
}

} // namespace countersign
