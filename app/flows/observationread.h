// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/pagereader.h"
#include "app/domain/decision.h"
#include "app/domain/observation.h"
#include "app/flows/flowservices.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace countersign {

//! What one reading of a decision's object came to.
struct ObservationReading
{
    Observation observation;
    //! Nothing: the service does not know it. In memory only, as the rows.
    std::optional<Execution> execution;
    std::vector<TaskExecution> rows; //!< the bound row and those that wait, or all; none twice
    std::optional<std::chrono::seconds> clockSkew;
    std::vector<ReadReceipt> receipts;
};

//! Reads the run and, side by side, the rows that a decision rests on, once: the bound row and
//! those that wait, or all rows of the run. Never the log. Deleting it ends the waiting. The
//! callback runs at most once, from the event loop; the object may be deleted in it.
class ObservationRead : public QObject
{
    Q_OBJECT

public:
    using Callback = std::function<void(Result<ObservationReading>)>;

    ObservationRead(const FlowServices &services, const ApiTarget &target,
                    const DecisionRecord &record, Callback callback);
    ~ObservationRead() override;

private:
    enum class Rows { Waiting, Bound, All };

    void readRows(const ListTaskExecutionsRequest &request, Rows which);
    void onExecutions(const Result<ListReading<Execution>> &result);
    void onRows(const Result<ListReading<TaskExecution>> &result, Rows which);
    void keepRow(const TaskExecution &row, Rows which);
    void keepFacts(const QString &operation, const std::vector<QString> &requestIds,
                   const std::optional<std::chrono::seconds> &skew);
    void endOne(const std::optional<Error> &error);

    FlowServices m_services;
    ApiTarget m_target;
    ExecutionId m_execution;
    TaskExecutionId m_task;
    Callback m_callback;
    std::vector<CallHandle> m_calls;
    ObservationReading m_reading;
    int m_open = 0;
    bool m_isOver = false;
};

} // namespace countersign
