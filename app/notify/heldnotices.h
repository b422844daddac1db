// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notify/notice.h"

#include <QHash>
#include <QSet>

#include <chrono>
#include <map>

namespace countersign {

//! What is to be told but was not yet, by profile, and when each profile was told last. Times are
//! Clock::monotonic(), never negative. What a take…() puts into a notice is no longer held.
class HeldNotices
{
public:
    using Moment = std::chrono::milliseconds;

    //! `interval`: at least this long between two notices of one profile.
    explicit HeldNotices(std::chrono::milliseconds interval);

    //! Holds the wait, or brings what is held of it up to date.
    void holdArrival(const WaitToTell &wait, Moment now);
    void holdReminder(const WaitToTell &wait);
    void holdEnd(const FollowedRunEnd &end, Moment now);

    //! Lets go of waits that are not in `waiting`.
    void keepOnly(const QSet<WaitRowId> &waiting);
    //! Lets go of all arrivals and says which they were.
    std::vector<WaitRowId> dropArrivals();

    bool isEmpty() const;
    //! When the next notice may be shown: of any profile, or of all of them for a digest. Nothing
    //! when nothing is held.
    std::optional<Moment> nextDue(bool asDigest) const;

    //! A notice of one profile that may be told: what came first, its waits or its runs' ends, and
    //! reminders only when there is nothing else. Nothing when no profile has anything due.
    std::optional<Notice> takeOfOneProfile(Moment now, bool showsNames);
    //! Everything in one notice. Only when nextDue(true) has come.
    Notice takeDigest(Moment now, bool showsNames);

private:
    struct Profile;

    bool isDue(const Profile &profile, Moment now) const;

    std::chrono::milliseconds m_interval;
    std::map<ProfileId, Profile> m_profiles;
};

struct HeldNotices::Profile
{
    QString alias;
    QHash<WaitRowId, WaitToTell> arrivals;
    QHash<WaitRowId, WaitToTell> reminders;
    std::vector<FollowedRunEnd> ends;
    Moment arrivalsSince{};
    Moment endsSince{};
    std::optional<Moment> toldAt;

    bool isEmpty() const { return arrivals.isEmpty() && reminders.isEmpty() && ends.empty(); }
};

} // namespace countersign
