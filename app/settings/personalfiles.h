// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/drafts.h"
#include "app/settings/followedruns.h"
#include "app/settings/laterlist.h"
#include "app/settings/namedviews.h"
#include "app/settings/networksettings.h"
#include "app/settings/notebook.h"
#include "app/settings/settings.h"
#include "app/settings/settingsfile.h"
#include "app/settings/toldlist.h"

namespace countersign {

//! All that this computer keeps for the person under one folder. Owned by main; what a window
//! stands on gets it by reference.
class PersonalFiles : public QObject
{
    Q_OBJECT

public:
    //! Reads everything from `folder`, which exists; `clock` must outlive this.
    PersonalFiles(const QString &folder, const Clock &clock, QObject *parent = nullptr);
    ~PersonalFiles() override;

    //! Of all files, for lines in the window.
    std::vector<DocumentProblem> problems() const;
    //! Writes what waits to be written.
    void flush();

    SettingsFile settingsFile;
    Settings settings;
    NetworkSettings network;
    Drafts drafts;
    LaterList later;
    FollowedRuns followed;
    NoteBook notes;
    NamedViews views;
    ToldList told;

Q_SIGNALS:
    void problemsChanged();
};

} // namespace countersign
