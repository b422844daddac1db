// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/preferencesviewmodel.h"

#include <QMap>
#include <QTime>

namespace countersign {

//! Everything on one page of preferences; what belongs to other pages stays as it is made.
struct PreferenceState
{
    std::vector<bool> switches; //!< in the order of switchesOn()
    QString language;
    ColorScheme colors = ColorScheme::Desktop;
    bool startsWithSession = false;
    QTime quietFrom;
    QTime quietTo;
    int reminderMinutes = 0;
    TagInNote tagInNote = TagInNote::WhenNeeded;
    OwnRequests ownRequests = OwnRequests::Warn;
    std::chrono::seconds firstReply{};
    int keepMonths = 0;
    int idleLockMinutes = 0;
    QMap<Act, QStringList> usualNotes;
    friend bool operator==(const PreferenceState &, const PreferenceState &) = default;
};

const std::vector<Switch> &switchesOn(PreferencesViewModel::Page page);
PreferenceState preferencesOn(PreferencesViewModel::Page page, const PersonalFiles &files,
                              const AutostartControl &autostart);
//! The page as it is without anything being set.
PreferenceState defaultPreferences(PreferencesViewModel::Page page);
//! Gives what went wrong with starting with the session; empty: nothing.
QString applyPreferences(PreferencesViewModel::Page page, const PreferenceState &state,
                         PersonalFiles &files, const AutostartControl &autostart);

} // namespace countersign
