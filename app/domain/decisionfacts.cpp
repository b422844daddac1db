// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/decisionfacts.h"

#include <algorithm>
#include <tuple>

namespace countersign {

namespace {

bool isDebugAct(Act act)
{
    return act == Act::ExecuteTask || act == Act::CancelTask || act == Act::CompleteExecution;
}

bool isForFailure(Act act)
{
    return act == Act::RetryTask || act == Act::SkipTask;
}

std::vector<TaskExecutionId> idsIn(const std::vector<TaskExecution> &rows, RunStatus status)
{
    std::vector<TaskExecutionId> ids;
    for (const TaskExecution &row : rows) {
        if (row.status == status)
            ids.push_back(row.id);
    }
    return ids;
}

//! What has run so far: a step that was taken since adds to it.
QString stepsFact(const std::vector<TaskExecution> &rows)
{
    QStringList steps;
    for (const TaskExecution &row : rows) {
        if (isFinal(row.status))
            steps << QString(row.id.text() + u' ' + row.statusText);
    }
    steps.sort();
    return steps.join(u'\n');
}

Fingerprint ofRun(const DecisionRecord &record, const Execution &execution,
                  const std::vector<TaskExecution> &rows,
                  const std::optional<QString> &templateText)
{
    const Fingerprint plain =
        fingerprintOf(record.where.accountId, record.where.place.region, execution, std::nullopt,
                      idsIn(rows, RunStatus::Waiting), templateText);
    if (isDebugAct(record.act))
        return withFact(plain, QStringLiteral("Steps"), stepsFact(rows));
    if (isForFailure(record.act))
        return withFact(plain, QStringLiteral("FailedRows"),
                        idListFact(idsIn(rows, RunStatus::Failed)));
    return plain;
}

Fingerprint ofOneRow(const DecisionRecord &record, const Execution &execution,
                     const std::vector<TaskExecution> &rows,
                     const std::optional<QString> &templateText)
{
    std::optional<TaskExecution> bound;
    for (const TaskExecution &row : rows) {
        if (row.id == record.taskExecutionId)
            bound = row;
    }
    const std::vector<TaskExecutionId> waiting = idsIn(rows, RunStatus::Waiting);
    const Fingerprint plain = fingerprintOf(record.where.accountId, record.where.place.region,
                                            execution, bound, waiting, templateText);
    if (!record.omitsTaskId || !bound)
        return plain;
    return withFact(plain, QStringLiteral("WaitingRows"), idListFact(waiting));
}

} // namespace

Fingerprint fingerprintFor(const DecisionRecord &record, const Execution &execution,
                           const std::vector<TaskExecution> &rows,
                           const std::optional<QString> &templateText)
{
    if (!record.taskExecutionIds.empty()) {
        std::vector<TaskExecution> bound;
        for (const TaskExecutionId &id : record.taskExecutionIds) {
            const auto found = std::find_if(rows.begin(), rows.end(),
                                            [&id](const auto &row) { return row.id == id; });
            if (found != rows.end())
                bound.push_back(*found);
        }
        return fingerprintOf(record.where.accountId, record.where.place.region, execution, bound,
                             templateText);
    }
    const bool isRow = !record.taskExecutionId.isEmpty() && record.act != Act::ExecuteTask &&
                       record.act != Act::CompleteExecution && record.act != Act::CancelExecution;
    return isRow ? ofOneRow(record, execution, rows, templateText)
                 : ofRun(record, execution, rows, templateText);
}

const TaskExecution *lastStep(const std::vector<TaskExecution> &rows)
{
    const auto isBefore = [](const TaskExecution &a, const TaskExecution &b) {
        return std::tie(a.endDate, a.startDate) < std::tie(b.endDate, b.startDate);
    };
    const TaskExecution *last = nullptr;
    for (const TaskExecution &row : rows) {
        if (isFinal(row.status) && (!last || !isBefore(row, *last)))
            last = &row;
    }
    return last;
}

bool restsOnAllRows(const DecisionRecord &record)
{
    return !record.taskExecutionIds.empty() || isForFailure(record.act) ||
           (record.act != Act::CancelExecution &&
            (isDebugAct(record.act) || record.taskExecutionId.isEmpty()));
}

} // namespace countersign
