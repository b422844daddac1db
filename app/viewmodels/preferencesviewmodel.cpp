// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/preferencesviewmodel.h"

#include "app/domain/note.h"
#include "app/settings/personalfiles.h"
#include "app/viewmodels/documentwords.h"
#include "app/viewmodels/preferencestate.h"
#include "app/viewmodels/preferencewords.h"

#include <algorithm>
#include <map>

namespace countersign {

namespace {

using Notes = QMap<Act, QStringList>;

PreferencesViewModel::Page pageOf(Switch which)
{
    using Page = PreferencesViewModel::Page;
    for (const Page page : {Page::Notices, Page::Decisions, Page::Locking}) {
        const auto &switches = switchesOn(page);
        if (std::find(switches.begin(), switches.end(), which) != switches.end())
            return page;
    }
    return Page::General;
}

} // namespace

class PreferencesViewModel::Private
{
public:
    struct Undo
    {
        QString text;
        std::function<void()> takeBack;
    };

    void apply(Page page, const PreferenceState &state);
    Notes recentNotes() const;
    void putBack(const Notes &recent);
    //! A change was made that is not to be mixed with taking back an earlier one.
    void done(Page page);
    void done(Page page, Undo undo);
    void setUsual(Act act, const QStringList &notes, const QString &undoText = {});

    PreferencesViewModel &q;
    PersonalFiles &files;
    Settings &settings;
    AutostartControl autostart;
    RetentionControl retention;
    QString spokenLanguage;
    QString autostartText;
    bool isTrayReachable = false;
    bool isSessionLockHeard = true;
    std::map<Page, Undo> undos;
};

void PreferencesViewModel::Private::apply(Page page, const PreferenceState &state)
{
    const QString problem = applyPreferences(page, state, files, autostart);
    if (page == Page::General)
        autostartText = problem;
}

Notes PreferencesViewModel::Private::recentNotes() const
{
    Notes notes;
    for (const Act act : actsWithNotes()) {
        if (const QStringList recent = files.notes.recent(act); !recent.isEmpty())
            notes.insert(act, recent);
    }
    return notes;
}

void PreferencesViewModel::Private::putBack(const Notes &recent)
{
    for (auto list = recent.cbegin(); list != recent.cend(); ++list) {
        for (auto note = list->crbegin(); note != list->crend(); ++note)
            files.notes.addRecent(list.key(), *note);
    }
}

void PreferencesViewModel::Private::done(Page page)
{
    undos.erase(page);
    files.flush();
    Q_EMIT q.changed();
}

void PreferencesViewModel::Private::done(Page page, Undo undo)
{
    undos[page] = std::move(undo);
    files.flush();
    Q_EMIT q.changed();
}

void PreferencesViewModel::Private::setUsual(Act act, const QStringList &notes,
                                             const QString &undoText)
{
    const QStringList before = files.notes.usual(act);
    files.notes.setUsual(act, notes);
    if (undoText.isEmpty())
        done(Page::UsualNotes);
    else
        done(Page::UsualNotes,
             {undoText, [this, act, before] { files.notes.setUsual(act, before); }});
}

PreferencesViewModel::PreferencesViewModel(PersonalFiles &files, AutostartControl autostart,
                                           RetentionControl retention, QObject *parent)
    : QObject(parent)
    , d(new Private{*this,
                    files,
                    files.settings,
                    std::move(autostart),
                    std::move(retention),
                    files.settings.language(),
                    {},
                    false,
                    true,
                    {}})
{
    const Settings &settings = files.settings;
    connect(&settings, &Settings::firstReplyDeadlineChanged, this, &PreferencesViewModel::changed);
    connect(&settings, &Settings::tagInNoteChanged, this, &PreferencesViewModel::changed);
    connect(&settings, &Settings::ownRequestsChanged, this, &PreferencesViewModel::changed);
    connect(&settings, &Settings::languageChanged, this, &PreferencesViewModel::changed);
    connect(&settings, &Settings::switchChanged, this, &PreferencesViewModel::changed);
    connect(&settings, &Settings::colorSchemeChanged, this, &PreferencesViewModel::changed);
    connect(&settings, &Settings::noticeTimesChanged, this, &PreferencesViewModel::changed);
    connect(&settings, &Settings::keepMonthsChanged, this, &PreferencesViewModel::changed);
    connect(&settings, &Settings::idleLockChanged, this, &PreferencesViewModel::changed);
    connect(&files.notes, &NoteBook::changed, this, &PreferencesViewModel::changed);
    connect(&files, &PersonalFiles::problemsChanged, this, &PreferencesViewModel::changed);
}

PreferencesViewModel::~PreferencesViewModel() = default;

bool PreferencesViewModel::isOn(Switch which) const
{
    return d->settings.isOn(which);
}

void PreferencesViewModel::setOn(Switch which, bool isOn)
{
    if (isOn == d->settings.isOn(which))
        return;
    d->settings.setOn(which, isOn);
    d->done(pageOf(which));
}

std::vector<PreferencesViewModel::Language> PreferencesViewModel::languages() const
{
    return {{{}, tr("The desktop's")},
            {QStringLiteral("en"), QStringLiteral("English")},
            {QStringLiteral("zh_CN"), QStringLiteral("中文")}};
}

QString PreferencesViewModel::language() const
{
    return d->settings.language();
}

void PreferencesViewModel::setLanguage(const QString &code)
{
    if (code == language())
        return;
    d->settings.setLanguage(code);
    d->done(Page::General);
}

QString PreferencesViewModel::languageText() const
{
    if (language() == d->spokenLanguage)
        return tr("A change takes effect when Countersign is started again.");
    return tr("Start Countersign again: the language changes then.");
}

ColorScheme PreferencesViewModel::colorScheme() const
{
    return d->settings.colorScheme();
}

void PreferencesViewModel::setColorScheme(ColorScheme scheme)
{
    if (scheme == colorScheme())
        return;
    d->settings.setColorScheme(scheme);
    d->done(Page::General);
}

QString PreferencesViewModel::trayText() const
{
    if (d->isTrayReachable)
        return {};
    return tr("There is no tray at the moment: closing the window ends the program.");
}

void PreferencesViewModel::setTrayReachable(bool isReachable)
{
    if (isReachable == d->isTrayReachable)
        return;
    d->isTrayReachable = isReachable;
    Q_EMIT changed();
}

bool PreferencesViewModel::startsWithSession() const
{
    return d->autostart.isOn();
}

void PreferencesViewModel::setStartsWithSession(bool isOn)
{
    if (isOn == startsWithSession())
        return;
    d->autostartText = d->autostart.setOn(isOn);
    d->done(Page::General);
}

QString PreferencesViewModel::autostartText() const
{
    return d->autostartText;
}

QTime PreferencesViewModel::quietFrom() const
{
    return d->settings.quietFrom();
}

QTime PreferencesViewModel::quietTo() const
{
    return d->settings.quietTo();
}

void PreferencesViewModel::setQuietHours(const QTime &from, const QTime &to)
{
    if (from == quietFrom() && to == quietTo())
        return;
    d->settings.setQuietHours(from, to);
    d->done(Page::Notices);
}

QString PreferencesViewModel::quietHoursText() const
{
    return countersign::quietHoursText(quietFrom(), quietTo());
}

int PreferencesViewModel::reminderMinutes() const
{
    return d->settings.reminderMinutes();
}

void PreferencesViewModel::setReminderMinutes(int minutes)
{
    if (minutes == reminderMinutes())
        return;
    d->settings.setReminderMinutes(minutes);
    d->done(Page::Notices);
}

OwnRequests PreferencesViewModel::ownRequests() const
{
    return d->settings.ownRequests();
}

void PreferencesViewModel::setOwnRequests(OwnRequests policy)
{
    if (policy == ownRequests())
        return;
    d->settings.setOwnRequests(policy);
    d->done(Page::Decisions);
}

TagInNote PreferencesViewModel::tagInNote() const
{
    return d->settings.tagInNote();
}

void PreferencesViewModel::setTagInNote(TagInNote mode)
{
    if (mode == tagInNote())
        return;
    d->settings.setTagInNote(mode);
    d->done(Page::Decisions);
}

int PreferencesViewModel::firstReplySeconds() const
{
    return static_cast<int>(d->settings.firstReplyDeadline().count());
}

void PreferencesViewModel::setFirstReplySeconds(int seconds)
{
    if (seconds == firstReplySeconds())
        return;
    d->settings.setFirstReplyDeadline(std::chrono::seconds(seconds));
    d->done(Page::Decisions);
}

int PreferencesViewModel::keepMonths() const
{
    return d->settings.keepMonths();
}

QString PreferencesViewModel::keepLabel(int months)
{
    return months == 0 ? tr("For ever", "how long decisions are kept")
                       : tr("%n month(s)", "how long decisions are kept", months);
}

QString PreferencesViewModel::keepText(int months)
{
    if (months == 0)
        return tr("What was decided on this computer stays recorded.");
    return tr("A decision is removed from this computer %n month(s) after it has ended. One whose "
              "outcome is not known stays.",
              nullptr, months);
}

QString PreferencesViewModel::leavingText(int months) const
{
    const qint64 leaving = d->retention.leaving ? d->retention.leaving(months) : 0;
    if (leaving == 0)
        return {};
    return tr("%n decision(s) would be removed now, and cannot be brought back. Save them first "
              "with View, All decisions.",
              nullptr, static_cast<int>(leaving));
}

void PreferencesViewModel::setKeepMonths(int months)
{
    if (months == keepMonths())
        return;
    d->settings.setKeepMonths(months);
    d->done(Page::Decisions);
}

int PreferencesViewModel::idleLockMinutes() const
{
    return d->settings.idleLockMinutes();
}

void PreferencesViewModel::setIdleLockMinutes(int minutes)
{
    if (minutes == idleLockMinutes())
        return;
    d->settings.setIdleLockMinutes(minutes);
    d->done(Page::Locking);
}

QString PreferencesViewModel::idleLockLabel(int minutes)
{
    //: when the program locks by itself
    return minutes == 0 ? tr("Never", "locking") : tr("%n minute(s)", nullptr, minutes);
}

QString PreferencesViewModel::sessionLockText() const
{
    if (!d->isSessionLockHeard)
        return tr("This desktop cannot be heard when it locks its session, so that this has no "
                  "effect here.");
    return tr("What the session has locked is unlocked with it.");
}

void PreferencesViewModel::setSessionLockHeard(bool isHeard)
{
    if (isHeard == d->isSessionLockHeard)
        return;
    d->isSessionLockHeard = isHeard;
    Q_EMIT changed();
}

bool PreferencesViewModel::hasRecentNotes() const
{
    return !d->recentNotes().isEmpty();
}

void PreferencesViewModel::forgetRecentNotes()
{
    const Notes before = d->recentNotes();
    if (before.isEmpty())
        return;
    d->files.notes.forgetRecent();
    d->done(Page::Decisions,
            {tr("The recent notes were forgotten."), [this, before] { d->putBack(before); }});
}

std::vector<Act> PreferencesViewModel::actsWithNotes()
{
    return {Act::Approve, Act::Reject};
}

QStringList PreferencesViewModel::usualNotes(Act act) const
{
    return d->files.notes.usual(act);
}

QString PreferencesViewModel::usualNoteProblem(Act act, const QString &note, qsizetype row) const
{
    QStringList others = usualNotes(act);
    if (row >= 0 && row < others.size())
        others.removeAt(row);
    return countersign::usualNoteProblem(note, others);
}

void PreferencesViewModel::addUsualNote(Act act, const QString &note)
{
    if (usualNoteProblem(act, note, -1).isEmpty())
        d->setUsual(act, usualNotes(act) + QStringList{normalisedNote(note).trimmed()});
}

void PreferencesViewModel::changeUsualNote(Act act, qsizetype row, const QString &note)
{
    QStringList notes = usualNotes(act);
    if (row < 0 || row >= notes.size() || !usualNoteProblem(act, note, row).isEmpty())
        return;
    notes[row] = normalisedNote(note).trimmed();
    d->setUsual(act, notes);
}

void PreferencesViewModel::removeUsualNote(Act act, qsizetype row)
{
    QStringList notes = usualNotes(act);
    if (row < 0 || row >= notes.size())
        return;
    notes.removeAt(row);
    d->setUsual(act, notes, tr("A usual note was removed."));
}

void PreferencesViewModel::moveUsualNote(Act act, qsizetype row, int step)
{
    QStringList notes = usualNotes(act);
    const qsizetype target = row + step;
    if (row < 0 || row >= notes.size() || target < 0 || target >= notes.size())
        return;
    notes.move(row, target);
    d->setUsual(act, notes);
}

bool PreferencesViewModel::canRestore(Page page) const
{
    return preferencesOn(page, d->files, d->autostart) != defaultPreferences(page);
}

void PreferencesViewModel::restoreDefaults(Page page)
{
    if (!canRestore(page))
        return;
    const PreferenceState before = preferencesOn(page, d->files, d->autostart);
    d->apply(page, defaultPreferences(page));
    const QString text = page == Page::UsualNotes ? tr("All usual notes were removed.")
                                                  : tr("This page has its defaults again.");
    d->done(page, {text, [this, page, before] { d->apply(page, before); }});
}

QString PreferencesViewModel::undoText(Page page) const
{
    const auto undo = d->undos.find(page);
    return undo == d->undos.end() ? QString() : undo->second.text;
}

void PreferencesViewModel::undo(Page page)
{
    const auto found = d->undos.find(page);
    if (found == d->undos.end())
        return;
    const auto takeBack = std::move(found->second.takeBack);
    takeBack();
    d->done(page);
}

void PreferencesViewModel::forgetUndo()
{
    if (d->undos.empty())
        return;
    d->undos.clear();
    Q_EMIT changed();
}

QString PreferencesViewModel::problemText() const
{
    QStringList sentences;
    for (const auto &problem : {d->files.settingsFile.problem(), d->files.notes.problem()}) {
        if (problem)
            sentences += documentProblemText(*problem);
    }
    return sentences.join(QLatin1Char('\n'));
}

} // namespace countersign
