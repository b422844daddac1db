// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/clock.h"

#include <QDate>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace countersign {

class DecisionJournal;
class Settings;

//! When old decisions are looked for.
struct RetentionTimes
{
    //! After start(): the window comes first, and the journal is checked meanwhile.
    std::chrono::milliseconds first = std::chrono::seconds(20);
    std::chrono::milliseconds again = std::chrono::hours(1); //!< whether another day has begun
};

//! Takes decisions off the journal that ended longer ago than the person wants them to be kept: a
//! while after start(), then once a day, and when the wish changes. What has not ended, and what
//! could not be determined and was not closed, always stays.
//!
//! A computer's clock that runs far ahead must not cost records. A decision is recorded only while
//! this clock and the service's agree, so that the newest one vouches for the time: nothing is
//! taken off more than `daysVouchedFor` days after it, until the next one is recorded. Main thread.
class DecisionRetention : public QObject
{
    Q_OBJECT

public:
    static constexpr int daysVouchedFor = 45;

    //! All of them outlive it.
    DecisionRetention(DecisionJournal &journal, const Settings &settings, const Clock &clock,
                      const RetentionTimes &times = {}, QObject *parent = nullptr);

    void start();
    //! How many decisions would go, at once where the clock is vouched for, if they were kept for
    //! so many months; 0 months: for ever.
    qint64 leaving(int months) const;

private:
    void lookAgain();
    void apply();
    bool isTimeVouchedFor() const;
    QDateTime endOf(int months) const;

    DecisionJournal &m_journal;
    const Settings &m_settings;
    const Clock &m_clock;
    QTimer m_timer;
    std::chrono::milliseconds m_again;
    QDate m_appliedOn; //!< in UTC
};

} // namespace countersign
