// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QFile>
#include <QTimer>

#include <algorithm>
#include <chrono>

namespace countersign {

//! Measures the longest time in which the event loop of this thread did not turn. Time in which the
//! thread was ready to run and the kernel had no processor for it does not count. Counts from its
//! construction, so also what the first turn takes.
class Heartbeat
{
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.callOnTimeout([this] { beat(); });
        m_timer.start(std::chrono::milliseconds(10));
        beat();
    }
    Q_DISABLE_COPY_MOVE(Heartbeat)

    //! Up to this moment.
    qint64 longestMilliseconds()
    {
        beat();
        return m_longest / 1'000'000;
    }

private:
    //! Nanoseconds this thread has waited for a processor so far; the kernel counts them as the
    //! second number.
    static qint64 waitedForProcessor()
    {
        QFile file(QStringLiteral("/proc/thread-self/schedstat"));
        if (!file.open(QIODevice::ReadOnly))
            return 0;
        return file.readAll().split(' ').value(1).toLongLong();
    }

    void beat()
    {
        const qint64 waited = waitedForProcessor();
        if (m_elapsed.isValid())
            m_longest = std::max(m_longest, m_elapsed.nsecsElapsed() - (waited - m_waited));
        m_elapsed.start();
        m_waited = waited;
    }

    QTimer m_timer;
    QElapsedTimer m_elapsed;
    qint64 m_waited = 0;
    qint64 m_longest = 0;
};

} // namespace countersign
