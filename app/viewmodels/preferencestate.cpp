// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/preferencestate.h"

#include "app/settings/personalfiles.h"

#include <map>

namespace countersign {

using Page = PreferencesViewModel::Page;

namespace {

//! The value that a setting has without being set.
template <typename Value>
Value fallback(const char *name)
{
    for (const Settings::Key &key : Settings::keys()) {
        if (qstrcmp(key.name, name) == 0)
            return key.fallback.value<Value>();
    }
    Q_UNREACHABLE();
    return {};
}

QTime timeFallback(const char *name)
{
    return QTime::fromString(fallback<QString>(name), QStringLiteral("HH:mm"));
}

} // namespace

const std::vector<Switch> &switchesOn(Page page)
{
    static const std::map<Page, std::vector<Switch>> all = {
        {Page::General, {Switch::KeepInTray}},
        {Page::Notices,
         {Switch::Notices, Switch::NamesInNotices, Switch::NoticeSound, Switch::NoticeOnSuccess,
          Switch::QuietHours}},
        {Page::Decisions, {Switch::RecentNotes, Switch::HasteWarning}},
        {Page::UsualNotes, {}},
        {Page::Locking, {Switch::LockWithSession}},
    };
    return all.at(page);
}

PreferenceState preferencesOn(Page page, const PersonalFiles &files,
                              const AutostartControl &autostart)
{
    const Settings &settings = files.settings;
    PreferenceState state;
    for (const Switch which : switchesOn(page))
        state.switches.push_back(settings.isOn(which));
    switch (page) {
    case Page::General:
        state.language = settings.language();
        state.colors = settings.colorScheme();
        state.startsWithSession = autostart.isOn();
        break;
    case Page::Notices:
        state.quietFrom = settings.quietFrom();
        state.quietTo = settings.quietTo();
        state.reminderMinutes = settings.reminderMinutes();
        break;
    case Page::Decisions:
        state.tagInNote = settings.tagInNote();
        state.ownRequests = settings.ownRequests();
        state.firstReply = settings.firstReplyDeadline();
        state.keepMonths = settings.keepMonths();
        break;
    case Page::UsualNotes:
        for (const Act act : PreferencesViewModel::actsWithNotes())
            state.usualNotes.insert(act, files.notes.usual(act));
        break;
    case Page::Locking:
        state.idleLockMinutes = settings.idleLockMinutes();
        break;
    }
    return state;
}

PreferenceState defaultPreferences(Page page)
{
    PreferenceState state;
    for (const Switch which : switchesOn(page))
        state.switches.push_back(Settings::isOnByDefault(which));
    if (page == Page::Notices) {
        state.quietFrom = timeFallback("notices/quietFrom");
        state.quietTo = timeFallback("notices/quietTo");
        state.reminderMinutes = fallback<int>("notices/reminderMinutes");
    } else if (page == Page::Decisions) {
        state.firstReply = std::chrono::seconds(fallback<int>("decisions/firstReplySeconds"));
    } else if (page == Page::UsualNotes) {
        for (const Act act : PreferencesViewModel::actsWithNotes())
            state.usualNotes.insert(act, {});
    }
    return state;
}

QString applyPreferences(Page page, const PreferenceState &state, PersonalFiles &files,
                         const AutostartControl &autostart)
{
    Settings &settings = files.settings;
    const auto &switches = switchesOn(page);
    for (std::size_t i = 0; i < switches.size(); ++i)
        settings.setOn(switches[i], state.switches[i]);
    switch (page) {
    case Page::General:
        settings.setLanguage(state.language);
        settings.setColorScheme(state.colors);
        if (state.startsWithSession != autostart.isOn())
            return autostart.setOn(state.startsWithSession);
        break;
    case Page::Notices:
        settings.setQuietHours(state.quietFrom, state.quietTo);
        settings.setReminderMinutes(state.reminderMinutes);
        break;
    case Page::Decisions:
        settings.setTagInNote(state.tagInNote);
        settings.setOwnRequests(state.ownRequests);
        settings.setFirstReplyDeadline(state.firstReply);
        settings.setKeepMonths(state.keepMonths);
        break;
    case Page::UsualNotes:
        for (auto list = state.usualNotes.cbegin(); list != state.usualNotes.cend(); ++list)
            files.notes.setUsual(list.key(), *list);
        break;
    case Page::Locking:
        settings.setIdleLockMinutes(state.idleLockMinutes);
        break;
    }
    return {};
}

} // namespace countersign
