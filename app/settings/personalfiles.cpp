// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/personalfiles.h"

namespace countersign {

namespace {

QString inFolder(const QString &folder, const char *name)
{
    return QString(folder + QLatin1Char('/') + QLatin1String(name));
}

} // namespace

PersonalFiles::PersonalFiles(const QString &folder, const Clock &clock, QObject *parent)
    : QObject(parent)
    , settingsFile(inFolder(folder, "settings.ini"), clock)
    , settings(settingsFile.store())
    , network(settingsFile.store())
    , drafts(inFolder(folder, "drafts.json"), clock)
    , later(inFolder(folder, "later.json"), clock)
    , followed(inFolder(folder, "followed.json"), clock)
    , notes(inFolder(folder, "notes.json"), clock)
    , views(inFolder(folder, "views.json"), clock)
    , told(inFolder(folder, "told.json"), clock)
{
    connect(&drafts, &Drafts::problemChanged, this, &PersonalFiles::problemsChanged);
    connect(&later, &LaterList::problemChanged, this, &PersonalFiles::problemsChanged);
    connect(&followed, &FollowedRuns::problemChanged, this, &PersonalFiles::problemsChanged);
    connect(&notes, &NoteBook::problemChanged, this, &PersonalFiles::problemsChanged);
    connect(&told, &ToldList::problemChanged, this, &PersonalFiles::problemsChanged);
    connect(&views, &NamedViews::problemChanged, this, &PersonalFiles::problemsChanged);
}

PersonalFiles::~PersonalFiles() = default;

std::vector<DocumentProblem> PersonalFiles::problems() const
{
    std::vector<DocumentProblem> all;
    for (const auto &problem :
         {settingsFile.problem(), drafts.problem(), later.problem(), followed.problem(),
          notes.problem(), views.problem(), told.problem()}) {
        if (problem)
            all.push_back(*problem);
    }
    return all;
}

void PersonalFiles::flush()
{
    drafts.flush();
    if (!settingsFile.save())
        Q_EMIT problemsChanged();
}

} // namespace countersign
