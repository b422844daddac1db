// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notify/heldnotices.h"

#include <algorithm>
#include <limits>

namespace countersign {

namespace {

constexpr qsizetype namesAtMost = 3;

qint64 sinceOf(const WaitToTell &wait)
{
    return wait.waitingSince.isValid() ? wait.waitingSince.toMSecsSinceEpoch()
                                       : std::numeric_limits<qint64>::max();
}

bool comesBefore(const WaitToTell &a, const WaitToTell &b)
{
    const auto key = [](const WaitToTell &wait) {
        return std::tuple(sinceOf(wait), wait.id.place.profile, wait.id.place.region,
                          wait.id.executionId, wait.id.taskExecutionId);
    };
    return key(a) < key(b);
}

void addWaits(Notice &notice, std::vector<WaitToTell> waits, bool showsNames)
{
    std::sort(waits.begin(), waits.end(), comesBefore);
    notice.waits = static_cast<int>(waits.size());
    for (const WaitToTell &wait : waits) {
        notice.ids.push_back(wait.id);
        if (showsNames && !wait.heading.isEmpty() && notice.headings.size() < namesAtMost)
            notice.headings.append(wait.heading);
    }
    const auto isAsFirst = [&](const WaitToTell &wait) { return wait.kind == waits.front().kind; };
    if (!waits.empty() && std::all_of(waits.begin(), waits.end(), isAsFirst))
        notice.waitKind = waits.front().kind;
}

void addEnds(Notice &notice, const std::vector<FollowedRunEnd> &ends, bool showsNames)
{
    for (const FollowedRunEnd &end : ends) {
        const bool hasFailed = end.status == RunStatus::Failed;
        ++(hasFailed ? notice.failedRuns : notice.otherRuns);
        notice.ids.push_back({end.place, end.executionId, {}});
        if (showsNames && hasFailed && !end.failedTaskName.isEmpty() &&
            notice.failedTasks.size() < namesAtMost)
            notice.failedTasks.append(end.failedTaskName);
    }
}

std::vector<WaitToTell> valuesOf(const QHash<WaitRowId, WaitToTell> &waits)
{
    return {waits.cbegin(), waits.cend()};
}

void eraseOthers(QHash<WaitRowId, WaitToTell> &waits, const QSet<WaitRowId> &kept)
{
    waits.removeIf([&](const auto &entry) { return !kept.contains(entry.key()); });
}

} // namespace

HeldNotices::HeldNotices(std::chrono::milliseconds interval)
    : m_interval(interval)
{
}

void HeldNotices::holdArrival(const WaitToTell &wait, Moment now)
{
    Profile &profile = m_profiles[wait.id.place.profile];
    profile.alias = wait.profileAlias;
    if (profile.arrivals.isEmpty())
        profile.arrivalsSince = now;
    profile.arrivals.insert(wait.id, wait);
}

void HeldNotices::holdReminder(const WaitToTell &wait)
{
    Profile &profile = m_profiles[wait.id.place.profile];
    profile.alias = wait.profileAlias;
    profile.reminders.insert(wait.id, wait);
}

void HeldNotices::holdEnd(const FollowedRunEnd &end, Moment now)
{
    Profile &profile = m_profiles[end.place.profile];
    profile.alias = end.profileAlias;
    if (profile.ends.empty())
        profile.endsSince = now;
    profile.ends.push_back(end);
}

void HeldNotices::keepOnly(const QSet<WaitRowId> &waiting)
{
    for (auto &[id, profile] : m_profiles) {
        eraseOthers(profile.arrivals, waiting);
        eraseOthers(profile.reminders, waiting);
    }
}

std::vector<WaitRowId> HeldNotices::dropArrivals()
{
    std::vector<WaitRowId> dropped;
    for (auto &[id, profile] : m_profiles) {
        dropped.insert(dropped.end(), profile.arrivals.keyBegin(), profile.arrivals.keyEnd());
        profile.arrivals.clear();
    }
    return dropped;
}

bool HeldNotices::isEmpty() const
{
    return std::all_of(m_profiles.begin(), m_profiles.end(),
                       [](const auto &entry) { return entry.second.isEmpty(); });
}

std::optional<HeldNotices::Moment> HeldNotices::nextDue(bool asDigest) const
{
    std::optional<Moment> next;
    for (const auto &[id, profile] : m_profiles) {
        if (profile.isEmpty())
            continue;
        const Moment due = profile.toldAt ? *profile.toldAt + m_interval : Moment{};
        if (!next)
            next = due;
        next = asDigest ? std::max(*next, due) : std::min(*next, due);
    }
    return next;
}

bool HeldNotices::isDue(const Profile &profile, Moment now) const
{
    return !profile.isEmpty() && (!profile.toldAt || now >= *profile.toldAt + m_interval);
}

std::optional<Notice> HeldNotices::takeOfOneProfile(Moment now, bool showsNames)
{
    const auto found = std::find_if(m_profiles.begin(), m_profiles.end(),
                                    [&](const auto &entry) { return isDue(entry.second, now); });
    if (found == m_profiles.end())
        return {};
    Profile &profile = found->second;
    profile.toldAt = now;
    Notice notice;
    notice.profileAliases = {profile.alias};
    const bool endsFirst = !profile.ends.empty() && (profile.arrivals.isEmpty() ||
                                                     profile.endsSince < profile.arrivalsSince);
    if (endsFirst) {
        notice.kind = Notice::Kind::RunsEnded;
        notice.id = NoticeId(QStringLiteral("runs/%1").arg(found->first.text()));
        addEnds(notice, std::exchange(profile.ends, {}), showsNames);
        return notice;
    }
    notice.id = NoticeId(QStringLiteral("waits/%1").arg(found->first.text()));
    notice.kind = profile.arrivals.isEmpty() ? Notice::Kind::Reminder : Notice::Kind::Arrivals;
    auto &waits = profile.arrivals.isEmpty() ? profile.reminders : profile.arrivals;
    addWaits(notice, valuesOf(std::exchange(waits, {})), showsNames);
    return notice;
}

Notice HeldNotices::takeDigest(Moment now, bool showsNames)
{
    Notice notice;
    notice.kind = Notice::Kind::Digest;
    notice.id = NoticeId(QStringLiteral("digest"));
    std::vector<WaitToTell> waits;
    std::vector<FollowedRunEnd> ends;
    for (auto &[id, profile] : m_profiles) {
        if (profile.isEmpty())
            continue;
        profile.toldAt = now;
        if (!notice.profileAliases.contains(profile.alias))
            notice.profileAliases.append(profile.alias);
        for (auto *held : {&profile.arrivals, &profile.reminders}) {
            waits.insert(waits.end(), held->cbegin(), held->cend());
            held->clear();
        }
        std::move(profile.ends.begin(), profile.ends.end(), std::back_inserter(ends));
        profile.ends.clear();
    }
    notice.profileAliases.sort();
    addWaits(notice, std::move(waits), showsNames);
    addEnds(notice, ends, showsNames);
    return notice;
}

} // namespace countersign
