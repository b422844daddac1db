// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/clock.h"

#include <QAbstractEventDispatcher>

#include <chrono>
#include <functional>
#include <map>
#include <utility>
#include <vector>

namespace countersign {

//! An event loop in which no time passes by itself: when nothing is posted, it jumps to what is due
//! next. Two lines of time run side by side. `elapsed()` is the time of the world and never stands
//! still; timers of Qt run by `uptime()`, which stands still while the computer sleeps, as
//! CLOCK_MONOTONIC does. What is due at the same time happens in the order in which it was asked
//! for. Handed to QCoreApplication::setEventDispatcher() before the application is made. Sockets do
//! not exist here.
class VirtualDispatcher final : public QAbstractEventDispatcher
{
    Q_OBJECT

public:
    using Time = std::chrono::milliseconds;

    using QAbstractEventDispatcher::QAbstractEventDispatcher;

    Time elapsed() const { return m_elapsed; }
    Time uptime() const { return m_elapsed - m_slept; }
    Time slept() const { return m_slept; }
    bool isAsleep() const { return m_isAsleep; }

    //! Runs `work` when this much of the world's time is over, asleep or not.
    void after(Time delay, std::function<void()> work);
    //! The same for what happens inside the computer: while it sleeps or stands still, it waits
    //! until it wakes up.
    void insideAfter(Time delay, std::function<void()> work);

    //! Goes on for so long, whether anything is due or not; what is due exactly then happens too.
    void run(Time duration);
    //! Goes on until `isDone` says so, at most for so long; false when it never did.
    bool runUntil(const std::function<bool()> &isDone, Time most);

    //! The computer sleeps: the world goes on, timers stand still.
    void sleep(Time duration);
    //! Called when a sleep is over.
    std::function<void()> onWokenUp;
    //! The program is held up, as when it is stopped by a signal: the world goes on, and timers
    //! that were due meanwhile are late.
    void stall(Time duration);
    //! Drops all that waits; between histories. The time goes on.
    void clear();

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;
    void registerSocketNotifier(QSocketNotifier *notifier) override;
    void unregisterSocketNotifier(QSocketNotifier *notifier) override;
    using QAbstractEventDispatcher::registerTimer;
    void registerTimer(int timerId, qint64 interval, Qt::TimerType type, QObject *object) override;
    bool unregisterTimer(int timerId) override;
    bool unregisterTimers(QObject *object) override;
    QList<TimerInfo> registeredTimers(QObject *object) const override;
    int remainingTime(int timerId) override;
    void wakeUp() override { m_isWoken = true; }
    void interrupt() override { m_isInterrupted = true; }

private:
    //! When, and the order of asking.
    using Due = std::pair<Time, quint64>;
    struct Timer
    {
        qint64 interval = 0;
        Qt::TimerType type = Qt::CoarseTimer;
        QObject *object = nullptr;
        Due due; //!< by uptime()
    };
    struct Work
    {
        std::function<void()> run;
        bool isInside = false;
    };
    using Works = std::map<Due, Work>;
    using DueTimers = std::map<Due, int>;

    //! Does what is due next; false, and nothing is done, when it is due later than `limit`.
    bool step(Time limit);
    void deliverPosted();
    void fire(DueTimers::iterator next);
    Works::iterator nextWork();
    DueTimers::iterator nextTimer();
    Due dueOf(DueTimers::iterator timer) const;
    void moveTo(Time time);
    void holdUp(bool &flag, Time duration);
    Due newDue(Time time) { return {time, ++m_asked}; }

    Time m_elapsed{1'000'000};
    Time m_slept{0};
    bool m_isAsleep = false;
    bool m_isStalled = false;
    bool m_isInterrupted = false;
    bool m_isWoken = false; //!< something was posted
    quint64 m_asked = 0;
    quint64 m_heldUpSince = 0; //!< what was asked for before waits until the program goes on
    int m_stepsNow = 0;        //!< without the time moving on
    std::map<int, Timer> m_timers;
    DueTimers m_dueTimers;
    Works m_works; //!< by elapsed()
};

//! The clocks of a computer that lives in a dispatcher's time.
class VirtualClock final : public Clock
{
public:
    explicit VirtualClock(const VirtualDispatcher &time)
        : m_time(time)
    {
    }

    QDateTime now() const override;
    std::chrono::milliseconds monotonic() const override { return m_time.uptime(); }
    std::chrono::milliseconds withSleep() const override { return m_time.elapsed(); }

    //! Somebody sets the wall clock.
    void jump(std::chrono::milliseconds by) { m_set += by; }
    //! How far the wall clock was set away from the true time.
    std::chrono::milliseconds error() const { return m_set; }

private:
    const VirtualDispatcher &m_time;
    std::chrono::milliseconds m_set{0};
};

} // namespace countersign
