// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notify/waitnotices.h"

#include <algorithm>
#include <utility>

namespace countersign {

namespace {

// Wall clocks jump and computers sleep: what is held is looked at again at least this often.
constexpr std::chrono::milliseconds lookAtLeastEvery = std::chrono::seconds(60);

bool isWorthTelling(const WaitToTell &wait)
{
    return wait.needsPerson && !wait.isOwnDebugStep;
}

} // namespace

WaitNotices::WaitNotices(NotificationSink &sink, const Clock &clock, const NoticeTimes &times,
                         QObject *parent)
    : QObject(parent)
    , m_sink(sink)
    , m_clock(clock)
    , m_times(times)
    , m_held(times.perProfile)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &WaitNotices::lookAgain);
}

void WaitNotices::take(const std::vector<WaitToTell> &waits, bool isFirstReading)
{
    if (isFirstReading && !m_isStartOver && !m_gathering)
        gather(true);
    m_waiting.clear();
    QSet<WaitRowId> ids;
    for (const WaitToTell &wait : waits) {
        if (!isWorthTelling(wait))
            continue;
        m_waiting.insert(wait.id, wait);
        ids.insert(wait.id);
    }
    m_held.keepOnly(ids);
    withdrawSettled();
    holdNew(waits);
    if (!isFirstReading)
        m_isStartOver = true;
    if (!m_gathering)
        m_told.trim(ids);
    else if (!isFirstReading && m_gathering->isStart)
        endGathering();
    lookAgain();
}

void WaitNotices::readingComplete()
{
    m_isStartOver = true;
    if (m_gathering)
        endGathering();
    lookAgain();
}

void WaitNotices::setAwake(bool isAwake)
{
    m_isAwake = isAwake;
    if (isAwake)
        gather(!m_isStartOver);
    lookAgain();
}

void WaitNotices::setWindowActive(bool isActive)
{
    m_isWindowActive = isActive;
}

void WaitNotices::tellRunEnded(const FollowedRunEnd &end)
{
    const bool isWorth = end.status == RunStatus::Failed || m_options.tellsEveryEnd;
    if (!isFinal(end.status) || !isWorth || !m_toldEnds.insert({end.place, end.executionId, {}}))
        return;
    m_toldEnds.trim({});
    m_held.holdEnd(end, m_clock.monotonic());
    lookAgain();
}

void WaitNotices::withdrawNamed()
{
    for (const NoticeId &id : std::exchange(m_named, {})) {
        m_shown.remove(id);
        m_sink.withdraw(id);
    }
}

void WaitNotices::setOptions(const NoticeOptions &options)
{
    m_options = options;
    lookAgain();
}

void WaitNotices::setTold(const std::vector<WaitRowId> &told)
{
    for (const WaitRowId &id : told)
        m_told.insert(id);
}

void WaitNotices::gather(bool isStart)
{
    m_gathering = Gathering{m_clock.monotonic() + m_times.grace, isStart};
}

void WaitNotices::endGathering()
{
    const bool wasSeen = m_gathering->isStart && m_isWindowActive;
    m_gathering.reset();
    m_isStartOver = true;
    if (wasSeen)
        markTold(m_held.dropArrivals(), m_clock.monotonic());
    m_owesDigest = m_owesDigest || !m_held.isEmpty();
}

void WaitNotices::holdNew(const std::vector<WaitToTell> &waits)
{
    const Moment now = m_clock.monotonic();
    for (const WaitToTell &wait : waits) {
        if (isWorthTelling(wait) && !m_told.contains(wait.id))
            m_held.holdArrival(wait, now);
    }
}

void WaitNotices::holdDueReminders(Moment now)
{
    m_remindAt.removeIf([&](const auto &entry) {
        const auto wait = m_waiting.constFind(entry.key());
        const bool isDue = now >= entry.value();
        if (isDue && wait != m_waiting.cend())
            m_held.holdReminder(*wait);
        return isDue || wait == m_waiting.cend();
    });
}

void WaitNotices::withdrawSettled()
{
    m_shown.removeIf([this](const auto &entry) {
        const std::vector<WaitRowId> &ids = entry.value();
        const bool isSettled = std::none_of(
            ids.begin(), ids.end(), [this](const WaitRowId &id) { return m_waiting.contains(id); });
        if (isSettled) {
            m_named.remove(entry.key());
            m_sink.withdraw(entry.key());
        }
        return isSettled;
    });
}

bool WaitNotices::isQuiet() const
{
    return m_options.quietHours.contain(m_clock.now().toLocalTime().time());
}

bool WaitNotices::isHeldBack() const
{
    return !m_isAwake || m_gathering || isQuiet();
}

void WaitNotices::tellAgain(const WaitRowId &id)
{
    m_told.remove(id);
    Q_EMIT toldChanged();
}

void WaitNotices::lookAgain()
{
    const Moment now = m_clock.monotonic();
    if (m_isAwake && m_gathering && now >= m_gathering->deadline)
        endGathering();
    holdDueReminders(now);
    if (m_held.isEmpty()) {
        m_owesDigest = false;
    } else if (isHeldBack()) {
        m_owesDigest = true;
    } else if (m_owesDigest) {
        if (now >= m_held.nextDue(true)) {
            m_owesDigest = false;
            tell(m_held.takeDigest(now, m_options.showsNames), now);
        }
    } else {
        while (std::optional<Notice> notice = m_held.takeOfOneProfile(now, m_options.showsNames))
            tell(*std::move(notice), now);
    }
    plan(now);
}

void WaitNotices::tell(Notice notice, Moment now)
{
    notice.hasSound = m_options.hasSound;
    m_shown.remove(notice.id);
    if (notice.waits > 0) {
        markTold(notice.ids, now);
        if (notice.failedRuns + notice.otherRuns == 0)
            m_shown.insert(notice.id, notice.ids);
    }
    if (notice.headings.isEmpty() && notice.failedTasks.isEmpty())
        m_named.remove(notice.id);
    else
        m_named.insert(notice.id);
    m_sink.show(notice);
}

void WaitNotices::markTold(const std::vector<WaitRowId> &ids, Moment now)
{
    bool isNew = false;
    for (const WaitRowId &id : ids) {
        if (!m_waiting.contains(id) || !m_told.insert(id))
            continue;
        isNew = true;
        if (m_options.remindAfter.count() > 0)
            m_remindAt.insert(id, now + m_options.remindAfter);
    }
    if (isNew)
        Q_EMIT toldChanged();
}

void WaitNotices::plan(Moment now)
{
    std::optional<Moment> next;
    const auto atMost = [&](std::optional<Moment> moment) {
        if (moment)
            next = next ? std::min(*next, *moment) : *moment;
    };
    if (m_gathering)
        atMost(m_gathering->deadline);
    else if (isQuiet() && !m_held.isEmpty())
        atMost(now + lookAtLeastEvery);
    else
        atMost(m_held.nextDue(m_owesDigest));
    for (const Moment reminder : std::as_const(m_remindAt))
        atMost(reminder);
    if (!next || !m_isAwake)
        m_timer.stop();
    else
        m_timer.start(std::clamp(*next - now, Moment(1), lookAtLeastEvery));
}

} // namespace countersign
