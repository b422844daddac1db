// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/clock.h"
#include "app/log/logentry.h"
#include "app/log/logfiles.h"

#include <QStringList>

#include <memory>

namespace countersign {

//! Writes events to files (see LogFiles), from a thread of its own: nobody waits for a disk, and
//! when it cannot follow, the oldest lines that wait are given up and counted. Nothing is thrown
//! and nothing reported. May be written to from any thread.
class EventLog
{
public:
    //! `clock` outlives it.
    EventLog(const QString &folder, const Clock &clock, const LogLimits &limits = {});
    //! Writes what waits.
    ~EventLog();
    EventLog(const EventLog &) = delete;
    EventLog &operator=(const EventLog &) = delete;

    void write(const LogEntry &entry) noexcept;

    //! The newest lines, oldest first, of earlier runs too; 200 are kept at hand.
    QStringList lastLines() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace countersign
