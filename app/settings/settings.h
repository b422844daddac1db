// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/colorscheme.h"
#include "app/domain/waitrow.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QTime>
#include <QVariant>

#include <chrono>
#include <span>

QT_BEGIN_NAMESPACE
class QSettings;
QT_END_NAMESPACE

namespace countersign {

//! When a note ends in the fixed part that makes it recognisable.
enum class TagInNote { WhenNeeded, Always, Never };

//! What a person wants before approving a run that they started themselves.
enum class OwnRequests {
    Warn,      //!< it is said
    ExtraStep, //!< it is ticked, and in production typed
    Block      //!< it cannot be approved
};

//! Preferences that are on or off.
enum class Switch {
    Notices,         //!< tell of what has begun to wait; on
    NamesInNotices,  //!< task and template names in notices; off, they show on locked screens
    NoticeOnSuccess, //!< tell when a followed run has succeeded; off
    NoticeSound,     //!< off
    QuietHours,      //!< off
    KeepInTray,      //!< closing the window leaves the program in the tray, where there is one; on
    RecentNotes,     //!< offer notes that were sent before; on
    HasteWarning,    //!< say when reviews were decided in a few seconds each; on
    LockWithSession, //!< lock the program when the desktop's session is locked; on
};

//! The person's preferences over a store that is handed in and must outlive this. A value that
//! equals its default is not written, unknown keys are left alone, and a value that cannot be used
//! (damaged file, wrong type, out of range) counts as not there. No secret is ever kept here.
class Settings : public QObject
{
    Q_OBJECT

public:
    //! One preference: where it is kept and what it is without being set.
    struct Key
    {
        const char *name; //!< with its group, such as "decisions/tagInNote"
        QVariant fallback;
    };
    //! All keys.
    static std::span<const Key> keys();

    explicit Settings(QSettings &store, QObject *parent = nullptr);

    //! How long to wait for the first byte of a decision's reply; 5 to 60 s, 30 by default. A value
    //! outside is brought to the nearest end.
    std::chrono::seconds firstReplyDeadline() const;
    void setFirstReplyDeadline(std::chrono::seconds deadline);

    TagInNote tagInNote() const;
    void setTagInNote(TagInNote mode);

    OwnRequests ownRequests() const;
    void setOwnRequests(OwnRequests policy);

    //! A language code such as en or zh_CN; empty: the desktop's.
    QString language() const;
    void setLanguage(const QString &code);

    bool isOn(Switch which) const;
    static bool isOnByDefault(Switch which);
    void setOn(Switch which, bool isOn);

    ColorScheme colorScheme() const;
    void setColorScheme(ColorScheme scheme);

    InboxOrder inboxOrder() const;
    void setInboxOrder(InboxOrder order);

    //! Local times between which no notice is shown; 22:00 and 7:00 by default.
    QTime quietFrom() const;
    QTime quietTo() const;
    void setQuietHours(const QTime &from, const QTime &to);

    //! After how many minutes an unanswered wait is told of once more; 0: never, the default; at
    //! most 1,440.
    int reminderMinutes() const;
    void setReminderMinutes(int minutes);

    //! For how many months recorded decisions are kept after their end; 0, the default: for ever.
    //! Any other number than one of the choices counts as not there.
    int keepMonths() const;
    void setKeepMonths(int months);
    //! In the order in which they are offered.
    static std::span<const int> keepMonthsChoices();

    //! After how many minutes without any input the program locks itself; 0, the default: never.
    //! Any other number than one of the choices counts as not there.
    int idleLockMinutes() const;
    void setIdleLockMinutes(int minutes);
    //! In the order in which they are offered.
    static std::span<const int> idleLockChoices();

    //! What a window or one of its parts (splitter, header) remembers of its own places, under a
    //! name of lower-case letters; empty: nothing.
    QByteArray place(const QString &name) const;
    void setPlace(const QString &name, const QByteArray &state);

Q_SIGNALS:
    void firstReplyDeadlineChanged(std::chrono::seconds deadline);
    void tagInNoteChanged(countersign::TagInNote mode);
    void ownRequestsChanged(countersign::OwnRequests policy);
    void languageChanged(const QString &code);
    void switchChanged(countersign::Switch which, bool isOn);
    void colorSchemeChanged(countersign::ColorScheme scheme);
    void inboxOrderChanged(countersign::InboxOrder order);
    void noticeTimesChanged();
    void keepMonthsChanged(int months);
    void idleLockChanged(int minutes);

private:
    QVariant read(const Key &key) const;
    QTime readTime(const Key &key) const;
    //! True when the value is another than before.
    bool write(const Key &key, const QVariant &value);

    QSettings &m_store;
};

} // namespace countersign
