// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/decidedruns.h"

#include <algorithm>

namespace countersign {

namespace {

//! The row that was decided about left its wait, so that it is no row of the inbox any more. An
//! approval that only shows its note may wait for others.
bool hasEndedItsWait(const JournalEntry &entry)
{
    const bool isDecided = entry.state() == DecisionState::ReconciledApplied ||
                           entry.state() == DecisionState::ReconciledOtherActor;
    const bool isOneRow = !entry.record.taskExecutionId.isEmpty();
    const bool isVote = entry.record.act == Act::Approve || entry.record.act == Act::Reject ||
                        entry.record.act == Act::CancelTask;
    const QStringList &evidence = entry.steps.back().facts.evidence;
    const bool isNoteAlone = evidence.contains(QStringLiteral("E1")) && evidence.size() == 1;
    return isDecided && isOneRow && isVote && !isNoteAlone;
}

} // namespace

DecidedRuns::DecidedRuns(const FlowServices &services, const Place &place)
    : m_services(services)
    , m_place(place)
{
}

bool DecidedRuns::isHere(const JournalEntry &entry, const QString &accountId) const
{
    return entry.record.where.accountId == accountId &&
           entry.record.where.place.region == m_place.region;
}

bool DecidedRuns::isRecent(const QDateTime &at) const
{
    const qint64 age = at.secsTo(m_services.clock.now());
    return std::abs(age) <= recent.count();
}

void DecidedRuns::take(const ExecutionId &id, Run &run, const QString &accountId) const
{
    run.settled.clear();
    for (const JournalEntry &entry : m_services.journal.entriesFor(id)) {
        if (!isHere(entry, accountId))
            continue;
        const QDateTime &at = entry.steps.back().at;
        if (!run.lastStep.isValid() || at > run.lastStep)
            run.lastStep = at;
        if (hasEndedItsWait(entry))
            run.settled.push_back({entry.record.taskExecutionId, at});
    }
}

void DecidedRuns::update()
{
    const auto profile = m_services.profiles.profile(m_place.profile);
    if (!profile)
        return;
    QSet<ExecutionId> unsettled;
    for (const JournalEntry &entry : m_services.journal.unsettledEntries()) {
        if (isHere(entry, profile->accountId) && isRecent(entry.steps.back().at))
            unsettled.insert(entry.record.executionId);
    }
    for (const ExecutionId &id : std::as_const(unsettled))
        m_runs[id];
    for (auto run = m_runs.begin(); run != m_runs.end();) {
        const bool isUnsettled = unsettled.contains(run.key());
        // What has come to its end stays as it is.
        if (isUnsettled || run->isUnsettled || !run->lastStep.isValid())
            take(run.key(), *run, profile->accountId);
        run->isUnsettled = isUnsettled;
        if (isRecent(run->lastStep))
            ++run;
        else
            run = m_runs.erase(run);
    }
}

std::vector<ExecutionId> DecidedRuns::toRead(std::size_t most) const
{
    std::vector<std::pair<QDateTime, ExecutionId>> runs;
    for (auto run = m_runs.cbegin(); run != m_runs.cend(); ++run)
        runs.emplace_back(run->lastStep, run.key());
    std::sort(runs.begin(), runs.end(), [](const auto &a, const auto &b) { return b < a; });
    runs.resize(std::min(runs.size(), most));
    std::vector<ExecutionId> ids;
    for (const auto &[at, id] : runs)
        ids.push_back(id);
    return ids;
}

void DecidedRuns::noteRead(const ExecutionId &run, const QDateTime &began)
{
    const auto known = m_runs.find(run);
    if (known != m_runs.end())
        known->readAt = began;
}

bool DecidedRuns::isOver(const WaitRowId &wait) const
{
    const auto run = m_runs.constFind(wait.executionId);
    if (run == m_runs.constEnd() || wait.taskExecutionId.isEmpty())
        return false;
    return std::any_of(run->settled.begin(), run->settled.end(), [&](const Settled &settled) {
        const bool isReadSince = run->readAt.isValid() && run->readAt > settled.at;
        return settled.task == wait.taskExecutionId && !isReadSince;
    });
}

} // namespace countersign
