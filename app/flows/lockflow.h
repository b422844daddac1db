// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/clock.h"
#include "app/domain/ids.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <vector>

namespace countersign {

class ProfileKeeper;

//! Why the program was locked.
enum class LockCause {
    Person,  //!< a command
    Session, //!< the desktop's session was locked
    Idle     //!< nothing was entered for as long as the person has chosen
};

//! Whether the program is locked, and the keys that must not be in memory meanwhile. Nothing that
//! is on its way is stopped: a profile that gives up its key does so when no decision of it, or of
//! a profile that takes a role with that key, is being sent any more. There is no password: a lock
//! hides, and takes keys away; who may sit at the computer is the desktop's affair. Owned by main;
//! main thread.
class LockFlow : public QObject
{
    Q_OBJECT

public:
    //! True while a decision of that profile is being sent.
    using IsSending = std::function<bool(const ProfileId &)>;

    //! `keeper` and `clock` outlive this.
    LockFlow(ProfileKeeper &keeper, const Clock &clock, IsSending isSending,
             QObject *parent = nullptr);

    bool isLocked() const { return m_isLocked; }
    //! Of the present lock, or the last one.
    LockCause cause() const { return m_cause; }
    QDateTime lockedAt() const { return m_lockedAt; } //!< UTC
    //! How many profiles give up their key while it is locked, at once or soon.
    int droppingCount() const { return static_cast<int>(m_dropping.size()); }

    //! False: onSessionLocked() does nothing.
    void setLocksWithSession(bool isOn) { m_locksWithSession = isOn; }
    //! How long nothing may be entered, time asleep counted; 0: for ever.
    void setIdleLimit(std::chrono::milliseconds limit);

public Q_SLOTS:
    void lock();
    void unlock();
    void onSessionLocked();
    //! Unlocks what the session has locked, and nothing else.
    void onSessionUnlocked();
    //! The person has entered something, or, where that took too long, comes back to it: true when
    //! it has locked by that, so that what was entered is to be left alone.
    bool noteInput();
    //! Locks when nothing was entered for too long; a timer does this in time, except after sleep.
    void checkIdle();
    //! A decision has come further: a key may have become free to go.
    void dropKeys();

Q_SIGNALS:
    void lockedChanged(bool isLocked);

private:
    bool isInUse(const ProfileId &id) const;
    void lockBy(LockCause cause);
    void planIdle();
    bool isIdle() const;

    ProfileKeeper &m_keeper;
    const Clock &m_clock;
    IsSending m_isSending;
    bool m_isLocked = false;
    LockCause m_cause = LockCause::Person;
    QDateTime m_lockedAt;
    std::vector<ProfileId> m_dropping;
    bool m_locksWithSession = true;
    std::chrono::milliseconds m_idleLimit{0};
    std::chrono::milliseconds m_lastInput; //!< of withSleep()
    QTimer m_idleTimer;
};

} // namespace countersign
