// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/lockflow.h"

#include "app/flows/profilechain.h"
#include "app/flows/profilekeeper.h"

#include <algorithm>
#include <utility>

namespace countersign {

LockFlow::LockFlow(ProfileKeeper &keeper, const Clock &clock, IsSending isSending, QObject *parent)
    : QObject(parent)
    , m_keeper(keeper)
    , m_clock(clock)
    , m_isSending(std::move(isSending))
    , m_lastInput(clock.withSleep())
{
    m_idleTimer.setSingleShot(true);
    connect(&m_idleTimer, &QTimer::timeout, this, &LockFlow::checkIdle);
}

void LockFlow::lock()
{
    lockBy(LockCause::Person);
}

void LockFlow::lockBy(LockCause cause)
{
    if (m_isLocked)
        return;
    m_isLocked = true;
    m_cause = cause;
    m_lockedAt = m_clock.now();
    m_idleTimer.stop();
    m_dropping.clear();
    for (const Profile &profile : m_keeper.registry().profiles()) {
        if (profile.dropsKeysOnLock)
            m_dropping.push_back(profile.id);
    }
    dropKeys();
    Q_EMIT lockedChanged(true);
}

void LockFlow::unlock()
{
    if (!std::exchange(m_isLocked, false))
        return;
    m_dropping.clear();
    m_lastInput = m_clock.withSleep();
    planIdle();
    m_keeper.readDroppedKeys();
    Q_EMIT lockedChanged(false);
}

void LockFlow::onSessionLocked()
{
    if (m_locksWithSession)
        lockBy(LockCause::Session);
}

void LockFlow::onSessionUnlocked()
{
    if (m_cause == LockCause::Session)
        unlock();
}

//! Of the profile, or of one whose keys begin with its keys.
bool LockFlow::isInUse(const ProfileId &id) const
{
    const ProfileRegistry &registry = m_keeper.registry();
    const std::vector<Profile> profiles = registry.profiles();
    return std::any_of(profiles.begin(), profiles.end(), [&](const Profile &profile) {
        const std::vector<Profile> bases = basesOf(profile, registry);
        return m_isSending(profile.id) &&
               std::any_of(bases.begin(), bases.end(),
                           [&id](const Profile &base) { return base.id == id; });
    });
}

void LockFlow::dropKeys()
{
    for (const ProfileId &id : m_dropping) {
        if (!isInUse(id))
            m_keeper.dropKey(id);
    }
}

void LockFlow::setIdleLimit(std::chrono::milliseconds limit)
{
    if (limit == m_idleLimit)
        return;
    m_idleLimit = limit;
    m_lastInput = m_clock.withSleep();
    planIdle();
}

bool LockFlow::isIdle() const
{
    return m_idleLimit.count() > 0 && m_clock.withSleep() - m_lastInput >= m_idleLimit;
}

bool LockFlow::noteInput()
{
    if (m_isLocked)
        return false;
    if (isIdle()) {
        lockBy(LockCause::Idle);
        return true;
    }
    m_lastInput = m_clock.withSleep();
    return false;
}

void LockFlow::checkIdle()
{
    if (m_isLocked)
        return;
    if (isIdle())
        lockBy(LockCause::Idle);
    else
        planIdle();
}

//! Input only notes its time; how long is left is asked when the time would be over.
void LockFlow::planIdle()
{
    if (m_idleLimit.count() == 0) {
        m_idleTimer.stop();
        return;
    }
    const auto left = m_idleLimit - (m_clock.withSleep() - m_lastInput);
    m_idleTimer.start(std::max(left, std::chrono::milliseconds(1)));
}

} // namespace countersign
