// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/pagereader.h"
#include "app/flows/decidedruns.h"
#include "app/flows/watchflow.h"
#include "app/flows/waydownread.h"
#include "app/templates/templateoutline.h"

#include <QHash>

#include <deque>

namespace countersign {

//! Reads one place for WatchFlow, one round whenever it is told to: the list of waiting executions,
//! then by their ids the runs that were decided about here a moment ago, because a list may lag
//! behind, then, bounded and remembered by UpdateDate, the task rows of those whose kind the list
//! does not tell, and the ways down to child runs. One call at a time.
class PlaceWatch : public QObject
{
    Q_OBJECT

public:
    PlaceWatch(const FlowServices &services, const WatchTimes &times, const Place &place,
               QObject *parent);
    ~PlaceWatch() override;

    //! Starts a round; nothing while one is under way.
    void startRound();
    //! Nothing more is sent in the round under way: it ends with the answer that is awaited.
    void giveUp() { m_isGivenUp = m_state.isReading; }
    //! The last failure no longer tells how the place is doing.
    void forgetError() { m_state.error.reset(); }
    //! What the readings have come to; when it is read next is not known here.
    const PlaceState &state() const { return m_state; }
    const std::vector<WaitRow> &rows() const { return m_rows; }
    //! The last round brought a row that the one before it did not have.
    bool hasArrivals() const { return m_hasArrivals; }

Q_SIGNALS:
    void rowsChanged();
    //! Nothing: the round was complete. Cancelled: it was given up, or the program ends.
    void roundEnded(const std::optional<countersign::Error> &error);

private:
    //! What was read about one execution beyond its list row, good while UpdateDate stays. That
    //! has whole seconds, so that what runs at present must stay as well.
    struct Known
    {
        QDateTime updateDate;
        std::vector<CurrentTask> currentTasks;
        WaitEvidence evidence;
    };

    void list(const ApiTarget &target);
    void onListed(Result<ListReading<Execution>> result);
    void readNextDecided();
    void onDecidedRead(const ExecutionId &id, const Result<ListReading<Execution>> &result);
    void takeExecutions();
    void planRowReads();
    void readNextRows();
    void readNextWay();
    void onRowsRead(const Execution &execution, const Result<ListReading<TaskExecution>> &result);
    void readRiskyTasks(const Execution &execution);
    void readTemplate(const Execution &execution);
    void keepBatchPauses(const Execution &execution, const TemplateOutline &outline);
    void endRound(const std::optional<Error> &error);
    void publishRows(bool isRoundOver);
    void regroup();
    void noteArrivals(const std::vector<WaitRow> &rows);
    const WaitEvidence &evidenceOf(const Execution &execution) const;
    bool isStillToRead(const Execution &execution) const;

    FlowServices m_services;
    WatchTimes m_times;
    PlaceState m_state;
    bool m_isGivenUp = false; //!< the round under way
    bool m_hasArrivals = false;
    CallHandle m_call;
    std::vector<Execution> m_listed;     //!< of the list that is being read
    std::vector<Execution> m_executions; //!< of the last good list, with what is known better
    DecidedRuns m_decided;
    std::deque<ExecutionId> m_decidedToRead;
    std::deque<Execution> m_toRead;
    bool m_asksForChildren = true; //!< in this round
    QHash<ExecutionId, Known> m_known;
    WayDownReader m_ways;
    QHash<ExecutionId, int> m_wayReads; //!< of a child run, as often as it was tried
    int m_waysLeft = 0;                 //!< in this round
    std::size_t m_wayAt = 0;            //!< the execution whose way is looked at next
    QHash<QString, std::vector<RiskyTask>> m_riskyByTemplate;
    QHash<QString, TemplateOutline> m_outlines;
    Viewer m_viewer; //!< that the rows were grouped for
    std::vector<WaitRow> m_rows;
};

} // namespace countersign
