// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/histories/virtualdispatcher.h"

#include <QCoreApplication>
#include <QTimerEvent>

#include <algorithm>

namespace countersign {

namespace {

constexpr int mostStepsAtOnce = 1'000'000;

} // namespace

void VirtualDispatcher::after(Time delay, std::function<void()> work)
{
    m_works.emplace(newDue(m_elapsed + delay), Work{std::move(work), false});
}

void VirtualDispatcher::insideAfter(Time delay, std::function<void()> work)
{
    m_works.emplace(newDue(m_elapsed + delay), Work{std::move(work), true});
}

void VirtualDispatcher::moveTo(Time time)
{
    if (time <= m_elapsed)
        return;
    if (m_isAsleep)
        m_slept += time - m_elapsed;
    m_elapsed = time;
    m_stepsNow = 0;
}

void VirtualDispatcher::deliverPosted()
{
    // What is posted meanwhile belongs to the same moment; each posting wakes the loop up.
    do {
        m_isWoken = false;
        QCoreApplication::sendPostedEvents();
        // What was to be deleted later by code that no event has called.
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    } while (m_isWoken);
}

VirtualDispatcher::Works::iterator VirtualDispatcher::nextWork()
{
    const bool isHeldUp = m_isAsleep || m_isStalled;
    return std::find_if(m_works.begin(), m_works.end(), [isHeldUp](const auto &entry) {
        return !isHeldUp || !entry.second.isInside;
    });
}

// While the program is held up, only timers of the world around it are due: those that were asked
// for since then.
VirtualDispatcher::DueTimers::iterator VirtualDispatcher::nextTimer()
{
    const bool isHeldUp = m_isAsleep || m_isStalled;
    return std::find_if(m_dueTimers.begin(), m_dueTimers.end(), [&](const auto &entry) {
        return !isHeldUp || (entry.first.second > m_heldUpSince &&
                             (!m_isAsleep || entry.first.first <= uptime()));
    });
}

VirtualDispatcher::Due VirtualDispatcher::dueOf(DueTimers::iterator timer) const
{
    return {std::max(m_elapsed, timer->first.first + m_slept), timer->first.second};
}

void VirtualDispatcher::fire(DueTimers::iterator next)
{
    const int id = next->second;
    Timer &timer = m_timers.at(id);
    m_dueTimers.erase(next);
    timer.due = newDue(uptime() + Time(timer.interval));
    m_dueTimers.emplace(timer.due, id);
    QTimerEvent event(id);
    QCoreApplication::sendEvent(timer.object, &event);
}

bool VirtualDispatcher::step(Time limit)
{
    deliverPosted();
    const auto work = nextWork();
    const auto timer = nextTimer();
    const bool hasWork = work != m_works.end();
    const bool hasTimer = timer != m_dueTimers.end();
    if (!hasWork && !hasTimer)
        return false;
    const Due never{Time::max(), 0};
    const Due workDue =
        hasWork ? Due(std::max(m_elapsed, work->first.first), work->first.second) : never;
    const Due timerDue = hasTimer ? dueOf(timer) : never;
    const Due next = std::min(workDue, timerDue);
    if (next.first > limit)
        return false;
    moveTo(next.first);
    if (++m_stepsNow > mostStepsAtOnce)
        qFatal("the time stands still");
    if (timerDue < workDue) {
        fire(timer);
    } else {
        const std::function<void()> run = std::move(work->second.run);
        m_works.erase(work);
        run();
    }
    deliverPosted();
    return true;
}

void VirtualDispatcher::run(Time duration)
{
    const Time end = m_elapsed + duration;
    deliverPosted();
    while (step(end)) {
    }
    moveTo(end);
}

bool VirtualDispatcher::runUntil(const std::function<bool()> &isDone, Time most)
{
    const Time end = m_elapsed + most;
    deliverPosted();
    while (!isDone()) {
        if (!step(end)) {
            moveTo(end);
            return isDone();
        }
    }
    return true;
}

void VirtualDispatcher::holdUp(bool &flag, Time duration)
{
    // What the program has to do at this moment is done before.
    run(Time(0));
    m_heldUpSince = m_asked;
    flag = true;
    run(duration);
    flag = false;
}

void VirtualDispatcher::sleep(Time duration)
{
    if (m_isAsleep || m_isStalled)
        return;
    holdUp(m_isAsleep, duration);
    if (onWokenUp)
        onWokenUp();
}

void VirtualDispatcher::stall(Time duration)
{
    if (!m_isAsleep && !m_isStalled)
        holdUp(m_isStalled, duration);
}

void VirtualDispatcher::clear()
{
    m_works.clear();
    deliverPosted();
}

bool VirtualDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    Q_EMIT awake();
    m_isInterrupted = false;
    deliverPosted();
    if (m_isInterrupted)
        return true;
    const bool mayWait = flags.testFlag(QEventLoop::WaitForMoreEvents);
    const bool hasDone = step(mayWait ? Time::max() : m_elapsed);
    if (mayWait && !hasDone)
        qFatal("nothing will ever happen");
    return hasDone;
}

void VirtualDispatcher::registerSocketNotifier(QSocketNotifier *)
{
    qFatal("there are no sockets in virtual time");
}

void VirtualDispatcher::unregisterSocketNotifier(QSocketNotifier *) {}

void VirtualDispatcher::registerTimer(int timerId, qint64 interval, Qt::TimerType type,
                                      QObject *object)
{
    const Due due = newDue(uptime() + Time(std::max<qint64>(0, interval)));
    m_timers[timerId] = {std::max<qint64>(0, interval), type, object, due};
    m_dueTimers.emplace(due, timerId);
}

bool VirtualDispatcher::unregisterTimer(int timerId)
{
    const auto timer = m_timers.find(timerId);
    if (timer == m_timers.end())
        return false;
    m_dueTimers.erase(timer->second.due);
    m_timers.erase(timer);
    return true;
}

bool VirtualDispatcher::unregisterTimers(QObject *object)
{
    std::vector<int> ids;
    for (const auto &[id, timer] : m_timers) {
        if (timer.object == object)
            ids.push_back(id);
    }
    for (const int id : ids)
        unregisterTimer(id);
    return !ids.empty();
}

QList<QAbstractEventDispatcher::TimerInfo>
VirtualDispatcher::registeredTimers(QObject *object) const
{
    QList<TimerInfo> infos;
    for (const auto &[id, timer] : m_timers) {
        if (timer.object == object)
            infos.append(TimerInfo(id, static_cast<int>(timer.interval), timer.type));
    }
    return infos;
}

int VirtualDispatcher::remainingTime(int timerId)
{
    const auto timer = m_timers.find(timerId);
    if (timer == m_timers.end())
        return -1;
    return static_cast<int>(std::max(Time(0), timer->second.due.first - uptime()).count());
}

QDateTime VirtualClock::now() const
{
    static const QDateTime begin(QDate(2026, 11, 27), QTime(9, 0), Qt::UTC);
    return begin.addMSecs((m_time.elapsed() + m_set).count());
}

} // namespace countersign
