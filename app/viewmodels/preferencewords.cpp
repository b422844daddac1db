// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/preferencewords.h"

#include "app/domain/displaytext.h"
#include "app/domain/note.h"
#include "app/settings/notebook.h"

#include <QCoreApplication>
#include <QLocale>

namespace countersign {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PreferenceWords)
};

QString formProblem(const NoteCheck &check)
{
    switch (check.problem) {
    case NoteCheck::Problem::None:
        return {};
    case NoteCheck::Problem::TooLong:
        return Words::tr("A note has at most %n character(s).", nullptr, noteLimit);
    case NoteCheck::Problem::ControlCharacter:
    case NoteCheck::Problem::FormatCharacter:
    case NoteCheck::Problem::LoneSurrogate:
        break;
    }
    return Words::tr("A character that cannot be seen stands in it. Type the note anew.");
}

} // namespace

QString quietHoursText(const QTime &from, const QTime &to)
{
    if (from == to)
        return Words::tr("Both times are the same, so there are no quiet hours.");
    const QLocale locale;
    const QString start = locale.toString(from, QLocale::ShortFormat);
    const QString end = locale.toString(to, QLocale::ShortFormat);
    if (from < to)
        //: %1 and %2 are times of the day
        return Words::tr("No notice is shown from %1 to %2.").arg(start, end);
    //: %1 and %2 are times of the day
    return Words::tr("No notice is shown from %1 to %2 of the next day.").arg(start, end);
}

QString usualNoteProblem(const QString &note, const QStringList &others)
{
    const QString text = normalisedNote(note).trimmed();
    if (text.isEmpty())
        return Words::tr("Write the note first.");
    if (const QString problem = formProblem(checkNote(text)); !problem.isEmpty())
        return problem;
    if (const auto key = keyLikeText(text))
        //: %1 is the beginning of what looks like a key
        return Words::tr("“%1” looks like a key. Keys are not kept in notes.")
            .arg(safeLine(*key, 12));
    if (others.contains(text))
        return Words::tr("This note is in the list already.");
    if (others.size() >= NoteBook::mostUsual)
        return Words::tr("The list is full: an act has at most %n usual note(s).", nullptr,
                         NoteBook::mostUsual);
    return {};
}

} // namespace countersign
