// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/clock.h"
#include "app/notify/heldnotices.h"
#include "app/notify/notificationsink.h"
#include "app/notify/quiethours.h"
#include "app/notify/toldwaits.h"

#include <QObject>
#include <QTimer>

namespace countersign {

//! What the person has chosen about notices.
struct NoticeOptions
{
    QuietHours quietHours{}; //!< none by default
    bool hasSound = false;
    std::chrono::minutes remindAfter{0}; //!< 0: never
    bool tellsEveryEnd = false;          //!< ends of followed runs other than failures too
    bool showsNames = false;             //!< headings and task names in the text of notices

    friend bool operator==(const NoticeOptions &, const NoticeOptions &) = default;
};

//! Spans of the rules; other than these only in tests.
struct NoticeTimes
{
    std::chrono::milliseconds perProfile = std::chrono::seconds(60);
    std::chrono::milliseconds grace = std::chrono::seconds(60);
};

//! Decides what is told, when, and how often (rule F9 of security.md): grouped by profile, at most
//! one notice of a profile in a minute, no wait twice, nothing that does not need this person,
//! nothing that is settled before it is shown. What piles up while nothing may be shown (first
//! reading, sleep, quiet hours) becomes one digest. The sink is called from inside the functions
//! and from a timer. Main thread; sink and clock must live longer.
class WaitNotices : public QObject
{
    Q_OBJECT

public:
    WaitNotices(NotificationSink &sink, const Clock &clock, const NoticeTimes &times = {},
                QObject *parent = nullptr);

    //! All that waits, as known at present; a place that could not be read brings its old rows.
    //! `isFirstReading` as long as the places are read for the first time since the start: what is
    //! found there is told as one digest after readingComplete() or the grace, or not at all when
    //! the window is active then.
    void take(const std::vector<WaitToTell> &waits, bool isFirstReading);
    //! Every place was read once since the start, or since the computer woke.
    void readingComplete();
    //! False: the computer is about to sleep. True: it woke; also without a false before it.
    void setAwake(bool isAwake);
    void setWindowActive(bool isActive);
    //! Each run counts once; later calls for it are ignored.
    void tellRunEnded(const FollowedRunEnd &end);

    //! Takes away every notice that is up and names anything.
    void withdrawNamed();

    NoticeOptions options() const { return m_options; }
    //! Holds for what is told from here on.
    void setOptions(const NoticeOptions &options);

    //! What was told, oldest first, bounded; to be kept over a restart.
    const std::vector<WaitRowId> &told() const { return m_told.list(); }
    //! Counts these as told as well: before the first take() what was kept, later what the person
    //! did not want to be told.
    void setTold(const std::vector<WaitRowId> &told);

    //! The person had put this wait off and its time has come, or the run that it is named after
    //! pauses once more: it is told as if it were new.
    void tellAgain(const WaitRowId &id);

    //! Shows what is due. A timer does this in time; calling it is harmless.
    void lookAgain();

Q_SIGNALS:
    void toldChanged();

private:
    using Moment = HeldNotices::Moment;

    //! Everything is held until all places were read once.
    struct Gathering
    {
        Moment deadline{};
        bool isStart = false;
    };

    void gather(bool isStart);
    void endGathering();
    void holdNew(const std::vector<WaitToTell> &waits);
    void holdDueReminders(Moment now);
    void withdrawSettled();
    bool isHeldBack() const;
    bool isQuiet() const;
    void tell(Notice notice, Moment now);
    void markTold(const std::vector<WaitRowId> &ids, Moment now);
    void plan(Moment now);

    NotificationSink &m_sink;
    const Clock &m_clock;
    NoticeTimes m_times;
    NoticeOptions m_options;
    HeldNotices m_held;
    ToldWaits m_told;
    ToldWaits m_toldEnds;
    QHash<WaitRowId, WaitToTell> m_waiting; //!< those that need this person
    QHash<WaitRowId, Moment> m_remindAt;
    QHash<NoticeId, std::vector<WaitRowId>> m_shown; //!< notices of waits alone
    QSet<NoticeId> m_named;                          //!< that hold names
    std::optional<Gathering> m_gathering;
    bool m_isStartOver = false;
    bool m_isAwake = true;
    bool m_isWindowActive = false;
    bool m_owesDigest = false;
    QTimer m_timer;
};

} // namespace countersign
