// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/decisionretention.h"

#include "app/flows/flowservices.h"
#include "app/settings/settings.h"

namespace countersign {

DecisionRetention::DecisionRetention(DecisionJournal &journal, const Settings &settings,
                                     const Clock &clock, const RetentionTimes &times,
                                     QObject *parent)
    : QObject(parent)
    , m_journal(journal)
    , m_settings(settings)
    , m_clock(clock)
    , m_again(times.again)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(times.first);
    connect(&m_timer, &QTimer::timeout, this, &DecisionRetention::lookAgain);
    connect(&settings, &Settings::keepMonthsChanged, this, &DecisionRetention::apply);
}

void DecisionRetention::start()
{
    m_timer.start();
}

void DecisionRetention::lookAgain()
{
    m_timer.start(m_again);
    if (m_appliedOn != m_clock.now().date())
        apply();
}

bool DecisionRetention::isTimeVouchedFor() const
{
    const std::vector<JournalEntry> newest = m_journal.entriesBefore(0, 1);
    return !newest.empty() &&
           m_clock.now() <= newest.front().steps.front().at.addDays(daysVouchedFor);
}

//! Where the journal refuses, nothing has gone, and the next time is another chance.
void DecisionRetention::apply()
{
    const int months = m_settings.keepMonths();
    if (months > 0 && (!isTimeVouchedFor() || m_journal.removeEndedBefore(endOf(months))))
        return;
    m_appliedOn = m_clock.now().date();
}

QDateTime DecisionRetention::endOf(int months) const
{
    return m_clock.now().addMonths(-months);
}

qint64 DecisionRetention::leaving(int months) const
{
    return months > 0 ? m_journal.endedBefore(endOf(months)) : 0;
}

} // namespace countersign
