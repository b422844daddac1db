// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/lockflow.h"

#include <QObject>
#include <QString>

namespace countersign {

class DecisionsViewModel;
class InboxViewModel;
class Settings;

//! Locking, and what may be said while it is locked: counts and times, never a name.
class LockViewModel : public QObject
{
    Q_OBJECT

public:
    //! All of them outlive this. What the person has chosen about locking is taken from `settings`,
    //! and later changes with it.
    LockViewModel(LockFlow &flow, const ProfileKeeper &keeper, InboxViewModel &inbox,
                  DecisionsViewModel &decisions, Settings &settings, QObject *parent = nullptr);

    bool isLocked() const { return m_flow.isLocked(); }
    //! Locked, and no profile has a key: nothing is read before it is unlocked.
    bool isNothingWatched() const;
    QDateTime lockedAt() const { return m_flow.lockedAt(); } //!< UTC

    //! Since when and why; "Locked since 2026-11-27 10:32 +08:00."
    QString sinceText() const;
    //! What goes on meanwhile, as whole sentences, a line for each subject.
    QString goingOnText() const;

    //! As LockFlow::noteInput().
    bool noteInput() { return m_flow.noteInput(); }

public Q_SLOTS:
    void lock() { m_flow.lock(); }
    void unlock() { m_flow.unlock(); }

Q_SIGNALS:
    //! Before what is shown has changed: whoever listens is not in the middle of anything, or
    //! connects queued.
    void lockedChanged(bool isLocked);
    //! The texts.
    void changed();

private:
    int keylessCount() const;

    QString watchingText() const;
    QString decisionsText() const;

    LockFlow &m_flow;
    const ProfileKeeper &m_keeper;
    InboxViewModel &m_inbox;
    DecisionsViewModel &m_decisions;
    Settings &m_settings;
};

} // namespace countersign
