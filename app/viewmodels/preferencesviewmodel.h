// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/waitkind.h"
#include "app/settings/settings.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

namespace countersign {

class PersonalFiles;

//! Whether the program starts with the session, as the desktop has it.
struct AutostartControl
{
    std::function<bool()> isOn;
    //! Gives an empty text when it is done, else why it is not: whole sentences.
    std::function<QString(bool isOn)> setOn;
};

//! What keeping decisions for a while would mean for the journal; without it nothing would go.
struct RetentionControl
{
    //! How many decisions would go at once if they were kept for so many months.
    std::function<qint64(int months)> leaving;
};

//! The person's preferences, for the dialog in which they are changed. A change applies at once and
//! is written at once. Lives as long as the program.
class PreferencesViewModel : public QObject
{
    Q_OBJECT

public:
    enum class Page { General, Notices, Decisions, UsualNotes, Locking };
    struct Language
    {
        QString code; //!< empty: the desktop's
        QString name; //!< in the language itself
    };

    //! `files` outlives this. The language that is set now is the one that is spoken.
    PreferencesViewModel(PersonalFiles &files, AutostartControl autostart,
                         RetentionControl retention = {}, QObject *parent = nullptr);
    ~PreferencesViewModel() override;

    bool isOn(Switch which) const;
    void setOn(Switch which, bool isOn);

    std::vector<Language> languages() const;
    QString language() const;
    void setLanguage(const QString &code);
    //! When a change of the language takes effect.
    QString languageText() const;
    ColorScheme colorScheme() const;
    void setColorScheme(ColorScheme scheme);

    //! Why the program cannot stay in the tray; empty: it can.
    QString trayText() const;
    bool startsWithSession() const;
    void setStartsWithSession(bool isOn);
    //! Why the last change of it failed; empty: it did not.
    QString autostartText() const;

    QTime quietFrom() const;
    QTime quietTo() const;
    void setQuietHours(const QTime &from, const QTime &to);
    //! "Quiet from 22:00 to 07:00 of the next day."
    QString quietHoursText() const;
    //! 0: never.
    int reminderMinutes() const;
    void setReminderMinutes(int minutes);

    TagInNote tagInNote() const;
    void setTagInNote(TagInNote mode);
    OwnRequests ownRequests() const;
    void setOwnRequests(OwnRequests policy);
    int firstReplySeconds() const;
    void setFirstReplySeconds(int seconds);
    //! For how many months decisions are kept after their end; 0: for ever.
    int keepMonths() const;
    //! "For ever", "3 months".
    static QString keepLabel(int months);
    //! What it means to keep them so long, as sentences.
    static QString keepText(int months);
    //! What would go at once with this choice, and for good; empty: nothing.
    QString leavingText(int months) const;
    //! Takes effect at once: what is over its time goes.
    void setKeepMonths(int months);
    //! After how many minutes without input the program locks; 0: never.
    int idleLockMinutes() const;
    void setIdleLockMinutes(int minutes);
    //! "Never", "15 minutes".
    static QString idleLockLabel(int minutes);
    //! What locking with the desktop's session means, or why it cannot be.
    QString sessionLockText() const;
    bool hasRecentNotes() const;
    void forgetRecentNotes();

    //! Acts that are offered and take a note.
    static std::vector<Act> actsWithNotes();
    //! In the person's order.
    QStringList usualNotes(Act act) const;
    //! Why `note` cannot be the one at `row`, or a new one with row -1; empty: it can.
    QString usualNoteProblem(Act act, const QString &note, qsizetype row) const;
    //! Nothing happens while usualNoteProblem() has something to say.
    void addUsualNote(Act act, const QString &note);
    void changeUsualNote(Act act, qsizetype row, const QString &note);
    void removeUsualNote(Act act, qsizetype row);
    //! By one place up (-1) or down (1); nothing happens at the end of the list.
    void moveUsualNote(Act act, qsizetype row, int step);

    //! Whether something on the page is not as it is without being set.
    bool canRestore(Page page) const;
    void restoreDefaults(Page page);
    //! What undo() takes back, as a sentence in the past; empty: nothing. Anything else that is
    //! changed on the page makes it empty.
    QString undoText(Page page) const;
    void undo(Page page);
    //! The dialog was closed: nothing is taken back any more.
    void forgetUndo();

    //! What keeps changes from being remembered; empty: nothing.
    QString problemText() const;

public Q_SLOTS:
    void setTrayReachable(bool isReachable);
    //! Whether the desktop can be heard when it locks its session.
    void setSessionLockHeard(bool isHeard);

Q_SIGNALS:
    //! Something that is shown has changed, here or elsewhere.
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace countersign
