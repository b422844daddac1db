// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/pagereader.h"
#include "app/flows/watchflow.h"
#include "app/templates/templateoutline.h"

#include <QHash>
#include <QTimer>

#include <deque>

namespace countersign {

//! Reads one place again and again for WatchFlow: the list of waiting executions, then, bounded and
//! remembered by UpdateDate, the task rows of those whose kind the list does not tell. One call at
//! a time.
class PlaceWatch : public QObject
{
    Q_OBJECT

public:
    PlaceWatch(const FlowServices &services, const WatchTimes &times, const Place &place,
               QObject *parent);
    ~PlaceWatch() override;

    //! Reads now; while a round is under way, once more after it.
    void readNow();
    const PlaceState &state() const { return m_state; }
    const std::vector<WaitRow> &rows() const { return m_rows; }

Q_SIGNALS:
    void rowsChanged();
    void stateChanged();

private:
    //! What was read about one execution beyond its list row, good while UpdateDate stays.
    struct Known
    {
        QDateTime updateDate;
        WaitEvidence evidence;
    };

    void startRound();
    void list(const ApiTarget &target);
    void onListed(Result<ListReading<Execution>> result);
    void planRowReads();
    void readNextRows();
    void onRowsRead(const Execution &execution, const Result<ListReading<TaskExecution>> &result);
    void readRiskyTasks(const Execution &execution);
    void readTemplate(const Execution &execution);
    void keepBatchPauses(const Execution &execution, const TemplateOutline &outline);
    void endRound(const std::optional<Error> &error);
    void publishRows(bool isRoundOver);
    void regroup();
    void plan(std::chrono::milliseconds pause);
    void onThrottled(const Place &place, std::chrono::milliseconds pause);
    std::chrono::milliseconds heldFor() const;
    const WaitEvidence &evidenceOf(const Execution &execution) const;
    bool isStillToRead(const Execution &execution) const;
    void setReading(bool isReading);

    FlowServices m_services;
    WatchTimes m_times;
    PlaceState m_state;
    QTimer m_timer;
    bool m_isAgainAsked = false;
    CallHandle m_call;
    std::vector<Execution> m_executions; //!< of the last good list
    std::deque<Execution> m_toRead;
    bool m_asksForChildren = true; //!< in this round
    QHash<ExecutionId, Known> m_known;
    QHash<QString, std::vector<RiskyTask>> m_riskyByTemplate;
    QHash<QString, TemplateOutline> m_outlines;
    Viewer m_viewer; //!< that the rows were grouped for
    std::vector<WaitRow> m_rows;
};

} // namespace countersign
