// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/waitrow.h"
#include "app/flows/flowservices.h"

#include <QDateTime>
#include <QHash>

#include <vector>

namespace countersign {

//! Runs of one place that were decided about here a moment ago. A list may lag behind; a run that
//! is asked for by its id does not. Main thread.
class DecidedRuns
{
public:
    //! So long after the last step of a decision its run is asked for by its id.
    static constexpr std::chrono::seconds recent{60};

    DecidedRuns(const FlowServices &services, const Place &place);

    //! Looks into the journal; whenever it has changed, and before the runs are asked for.
    void update();
    //! Runs that a list is not believed about, those decided last first; at most `most`.
    std::vector<ExecutionId> toRead(std::size_t most) const;
    //! The run was read by its id, and the reading began at `began` (UTC).
    void noteRead(const ExecutionId &run, const QDateTime &began);
    //! The wait was decided here and is over, and nothing that was read since says otherwise.
    bool isOver(const WaitRowId &wait) const;

private:
    struct Settled
    {
        TaskExecutionId task;
        QDateTime at; //!< UTC
    };
    struct Run
    {
        QDateTime lastStep; //!< UTC, of any decision about it
        QDateTime readAt;   //!< UTC, when the last reading by id began; invalid: none
        bool isUnsettled = false;
        std::vector<Settled> settled;
    };

    bool isHere(const JournalEntry &entry, const QString &accountId) const;
    void take(const ExecutionId &id, Run &run, const QString &accountId) const;
    bool isRecent(const QDateTime &at) const;

    FlowServices m_services;
    Place m_place;
    QHash<ExecutionId, Run> m_runs;
};

} // namespace countersign
