// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/observationread.h"

#include "app/domain/decisionfacts.h"

namespace countersign {

ObservationRead::ObservationRead(const FlowServices &services, const ApiTarget &target,
                                 const DecisionRecord &record, Callback callback)
    : m_services(services)
    , m_target(target)
    , m_execution(record.executionId)
    , m_task(record.taskExecutionId)
    , m_callback(std::move(callback))
{
    ++m_open;
    ListExecutionsRequest request;
    request.executionId = m_execution;
    request.includeChildExecution = true;
    m_calls.push_back(readAllExecutions(
        m_services.client, m_target, request, this,
        [this](const Result<ListReading<Execution>> &result) { onExecutions(result); }));

    ListTaskExecutionsRequest rows;
    rows.executionId = m_execution;
    if (restsOnAllRows(record)) {
        readRows(rows, Rows::All);
        return;
    }
    rows.status = QStringLiteral("Waiting");
    readRows(rows, Rows::Waiting);
    if (m_task.isEmpty())
        return;
    // Without a status filter, so that the row is seen wherever it went.
    rows.status.clear();
    rows.taskExecutionId = m_task;
    readRows(rows, Rows::Bound);
}

ObservationRead::~ObservationRead()
{
    for (const CallHandle &call : m_calls)
        call.cancel();
}

void ObservationRead::readRows(const ListTaskExecutionsRequest &request, Rows which)
{
    ++m_open;
    m_calls.push_back(
        readAllTaskExecutions(m_services.client, m_target, request, this,
                              [this, which](const Result<ListReading<TaskExecution>> &result) {
                                  onRows(result, which);
                              }));
}

void ObservationRead::onExecutions(const Result<ListReading<Execution>> &result)
{
    if (!result) {
        endOne(result.error());
        return;
    }
    for (const Execution &execution : result->rows) {
        if (execution.id == m_execution)
            m_reading.observation.execution = execution;
    }
    keepFacts(QStringLiteral("ListExecutions"), result->requestIds, result->clockSkew);
    endOne(std::nullopt);
}

void ObservationRead::onRows(const Result<ListReading<TaskExecution>> &result, Rows which)
{
    if (!result) {
        endOne(result.error());
        return;
    }
    for (const TaskExecution &row : result->rows) {
        if (which != Rows::Bound && row.status == RunStatus::Waiting)
            m_reading.observation.waitingRows.push_back(row);
        if (which != Rows::Waiting && !m_task.isEmpty() && row.id == m_task)
            m_reading.observation.row = row;
    }
    if (which == Rows::All)
        m_reading.observation.rows = result->rows;
    keepFacts(QStringLiteral("ListTaskExecutions"), result->requestIds, result->clockSkew);
    endOne(std::nullopt);
}

void ObservationRead::keepFacts(const QString &operation, const std::vector<QString> &requestIds,
                                const std::optional<std::chrono::seconds> &skew)
{
    if (!requestIds.empty())
        m_reading.receipts.push_back({operation, requestIds.back(), m_services.clock.now()});
    if (skew)
        m_reading.clockSkew = skew;
}

void ObservationRead::endOne(const std::optional<Error> &error)
{
    --m_open;
    if (m_isOver || (!error && m_open > 0))
        return;
    m_isOver = true;
    // The callback may delete this object, so it is moved out first.
    const Callback callback = std::move(m_callback);
    if (error)
        callback(*error);
    else
        callback(std::move(m_reading));
}

} // namespace countersign
