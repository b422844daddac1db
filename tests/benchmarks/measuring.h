// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/models/waitrows.h"

#include <QApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <sys/resource.h>
#include <vector>

namespace countersign {

//! Remembers the longest time that the event loop was kept from its next event.
class TimedApplication : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth > 0)
            return QApplication::notify(receiver, event);
        ++m_depth;
        QElapsedTimer timer;
        timer.start();
        const bool isTaken = QApplication::notify(receiver, event);
        m_longest = std::max(m_longest, timer.nsecsElapsed());
        --m_depth;
        return isTaken;
    }
    double longestMilliseconds() const { return double(m_longest) / 1e6; }
    void forget() { m_longest = 0; }

private:
    int m_depth = 0;
    qint64 m_longest = 0;
};

//! Milliseconds of processor time that this process has used, all threads.
inline double processorMilliseconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto milliseconds = [](const timeval &time) {
        return double(time.tv_sec) * 1e3 + double(time.tv_usec) / 1e3;
    };
    return milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
}

inline double millisecondsOf(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

inline double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

//! The row with texts of its own, as a new reading brings them.
inline WaitRow asReadAnew(WaitRow row)
{
    const auto renew = [](QString &text) { text = QString(text.constData(), text.size()); };
    for (QString *text :
         {&row.profileAlias, &row.accountId, &row.taskName, &row.taskAction, &row.call.service,
          &row.call.api, &row.templateName, &row.templateVersion, &row.starter, &row.description})
        renew(*text);
    QString execution = row.id.executionId.text();
    QString task = row.id.taskExecutionId.text();
    renew(execution);
    renew(task);
    row.id.executionId = ExecutionId(execution);
    row.id.taskExecutionId = TaskExecutionId(task);
    return row;
}

} // namespace countersign
