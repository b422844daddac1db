// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/log/eventlog.h"

#include "app/log/scrub.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>

namespace countersign {

namespace {

constexpr std::size_t linesAtHand = 200;
constexpr std::size_t mostWaiting = 2'000;
constexpr qint64 tailBytes = 64 * 1024;

} // namespace

class EventLog::Private
{
public:
    Private(const QString &folder, const Clock &theClock, const LogLimits &limits)
        : clock(theClock)
        , files(folder, limits)
        , writer([this] { run(); })
    {
    }

    void run() noexcept;
    void readEarlier();
    void append(const QString &line);
    void keepAtHand(std::deque<QString> &lines, const QString &line) const;
    std::deque<QString> takeWaiting();

    const Clock &clock;
    LogFiles files; //!< of the writer alone
    mutable std::mutex mutex;
    std::condition_variable changed;
    std::deque<QString> waiting;
    std::deque<QString> atHand;
    qint64 lost = 0;
    bool isEnding = false;
    std::thread writer; //!< last: everything else is there when it begins
};

void EventLog::Private::keepAtHand(std::deque<QString> &lines, const QString &line) const
{
    lines.push_back(line);
    if (lines.size() > linesAtHand)
        lines.pop_front();
}

//! The file may have been changed by others, so that its lines go through the second wall again.
void EventLog::Private::readEarlier()
{
    std::deque<QString> earlier;
    const QList<QByteArray> lines = files.tail(tailBytes).split('\n');
    for (const QByteArray &line : lines) {
        if (!line.isEmpty())
            keepAtHand(earlier, scrubbed(QString::fromUtf8(line)));
    }
    const std::lock_guard lock(mutex);
    for (const QString &line : std::exchange(atHand, std::move(earlier)))
        keepAtHand(atHand, line);
}

void EventLog::Private::append(const QString &line)
{
    {
        const std::lock_guard lock(mutex);
        keepAtHand(atHand, line);
        waiting.push_back(line);
        if (waiting.size() > mostWaiting) {
            waiting.pop_front();
            ++lost;
        }
    }
    changed.notify_one();
}

//! Waits until there is something; nothing: the end has come.
std::deque<QString> EventLog::Private::takeWaiting()
{
    std::unique_lock lock(mutex);
    changed.wait(lock, [this] { return isEnding || !waiting.empty(); });
    std::deque<QString> lines = std::exchange(waiting, {});
    if (const qint64 gap = std::exchange(lost, 0); gap > 0)
        lines.push_front(logLine({.event = LogEvent::LinesLost, .count = gap}, clock.now()));
    return lines;
}

void EventLog::Private::run() noexcept
{
    try {
        readEarlier();
        for (;;) {
            const std::deque<QString> lines = takeWaiting();
            if (lines.empty())
                return;
            for (const QString &line : lines)
                files.append(line.toUtf8());
        }
    } catch (...) {
        // Without memory there is no log.
    }
}

EventLog::EventLog(const QString &folder, const Clock &clock, const LogLimits &limits)
    : d(std::make_unique<Private>(folder, clock, limits))
{
}

EventLog::~EventLog()
{
    {
        const std::lock_guard lock(d->mutex);
        d->isEnding = true;
    }
    d->changed.notify_one();
    d->writer.join();
}

void EventLog::write(const LogEntry &entry) noexcept
{
    try {
        d->append(logLine(entry, d->clock.now()));
    } catch (...) {
        // Whoever logs has more important things to do.
    }
}

QStringList EventLog::lastLines() const
{
    const std::lock_guard lock(d->mutex);
    return QStringList(d->atHand.begin(), d->atHand.end());
}

} // namespace countersign
