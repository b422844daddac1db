// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/decisiontrack.h"

#include <algorithm>
#include <utility>

namespace countersign {

using Stop = DecisionProgress::Stop;

DecisionTrack::DecisionTrack(DecisionJournal &journal, QObject *parent)
    : QObject(parent)
    , m_journal(journal)
{
    connect(&journal, &DecisionJournal::problemChanged, this, &DecisionTrack::writePending);
    // What it took from somebody else it may take from us as well.
    connect(&journal, &DecisionJournal::changed, this, &DecisionTrack::writePending,
            Qt::QueuedConnection);
}

bool DecisionTrack::recordIntent(const DecisionIntent &intent)
{
    if (const auto error = m_journal.append(record, intent)) {
        progress.journalProblem = m_journal.problem();
        stopWith(Stop::Journal, DecisionState::NotSent, *error);
        return false;
    }
    m_written = DecisionState::IntentRecorded;
    show(DecisionState::IntentRecorded);
    return true;
}

void DecisionTrack::takeUp(const JournalEntry &entry)
{
    record = entry.record;
    m_written = entry.state();
    progress.state = entry.state();
    progress.isStarted = true;
    progress.isResumed = true;
    progress.waitsForOthers = entry.waitsForOthers;
    progress.evidence = entry.steps.back().facts.evidence;
    if (const JournalStep *sending = entry.stepTo(DecisionState::Sending))
        progress.sentAt = sending->at;
    // What the service said, if it did, stands in the first step behind Sending.
    const auto answer =
        std::find_if(entry.steps.begin(), entry.steps.end(),
                     [](const JournalStep &step) { return step.facts.httpStatus != 0; });
    if (answer == entry.steps.end())
        return;
    progress.report.httpStatus = answer->facts.httpStatus;
    progress.report.code = answer->facts.code;
    progress.report.requestId = answer->facts.requestId;
}

bool DecisionTrack::tryMove(DecisionState to, const StepFacts &facts)
{
    if (m_isForgotten)
        return false;
    if (!m_pending.empty() || m_journal.transition(record.id, m_written, to, facts)) {
        progress.journalProblem = m_journal.problem();
        return false;
    }
    m_written = to;
    progress.evidence = facts.evidence;
    show(to);
    return true;
}

void DecisionTrack::move(DecisionState to, const StepFacts &facts)
{
    if (tryMove(to, facts))
        return;
    if (progress.stop == Stop::None)
        progress.stop = Stop::Unrecorded;
    if (!m_isForgotten && hasRecordGone())
        forget();
    else if (!m_isForgotten)
        m_pending.push_back({to, facts});
    progress.evidence = facts.evidence;
    show(to);
}

void DecisionTrack::show(DecisionState state)
{
    progress.state = state;
    Q_EMIT changed();
}

void DecisionTrack::markWaitsForOthers()
{
    if (progress.waitsForOthers)
        return;
    if (!m_isForgotten && m_journal.markWaitsForOthers(record.id))
        return;
    progress.waitsForOthers = true;
    Q_EMIT changed();
}

void DecisionTrack::stopWith(Stop stop, DecisionState state, const std::optional<Error> &error)
{
    progress.stop = stop;
    progress.error = error;
    show(state);
}

//! The journal is well and another one than the record was written to.
bool DecisionTrack::hasRecordGone() const
{
    return !m_journal.problem() && !m_journal.entry(record.id);
}

//! Nothing will ever be written of it again.
void DecisionTrack::forget()
{
    m_isForgotten = true;
    m_pending.clear();
    progress.journalProblem.reset();
}

void DecisionTrack::writePending()
{
    if (m_journal.problem())
        return;
    // Why nothing was sent stands; that deciding is closed does not any more.
    if (m_pending.empty()) {
        if (std::exchange(progress.journalProblem, std::nullopt))
            Q_EMIT changed();
        return;
    }
    if (hasRecordGone()) {
        forget();
        Q_EMIT changed();
        return;
    }
    while (!m_pending.empty()) {
        const Step step = m_pending.front();
        if (m_journal.transition(record.id, m_written, step.to, step.facts))
            return;
        m_written = step.to;
        m_pending.pop_front();
    }
    if (progress.stop == Stop::Unrecorded)
        progress.stop = Stop::None;
    progress.journalProblem.reset();
    Q_EMIT changed();
}

} // namespace countersign
