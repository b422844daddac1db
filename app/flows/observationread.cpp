// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/observationread.h"

#include "app/domain/decisionfacts.h"

#include <algorithm>

namespace countersign {

namespace {

std::vector<SeenRow> seenRows(const std::vector<TaskExecution> &rows)
{
    std::vector<SeenRow> seen;
    for (const TaskExecution &row : rows)
        seen.push_back(seenRow(row));
    return seen;
}

} // namespace

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
        if (execution.id != m_execution)
            continue;
        m_reading.execution = execution;
        m_reading.observation.run = seenRun(execution);
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
            m_reading.observation.waitingRows.push_back(seenRow(row));
        if (which != Rows::Waiting && !m_task.isEmpty() && row.id == m_task)
            m_reading.observation.row = seenRow(row);
        keepRow(row, which);
    }
    if (which == Rows::All)
        m_reading.observation.rows = seenRows(result->rows);
    keepFacts(QStringLiteral("ListTaskExecutions"), result->requestIds, result->clockSkew);
    endOne(std::nullopt);
}

//! What was read of the bound row itself stands before what was read in a list of those that wait.
void ObservationRead::keepRow(const TaskExecution &row, Rows which)
{
    std::vector<TaskExecution> &rows = m_reading.rows;
    if (which == Rows::All) {
        rows.push_back(row);
        return;
    }
    const auto known = std::find_if(rows.begin(), rows.end(),
                                    [&row](const TaskExecution &own) { return own.id == row.id; });
    if (known == rows.end())
        rows.push_back(row);
    else if (which == Rows::Bound)
        *known = row;
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
