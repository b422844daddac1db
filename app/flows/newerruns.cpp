// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/newerruns.h"

#include "app/domain/taskexecution.h"

#include <algorithm>
#include <utility>

namespace countersign {

namespace {

ListExecutionsRequest requestFor(const Execution &run)
{
    ListExecutionsRequest request;
    request.templateName = run.templateName;
    request.startDateAfter = startOf(run);
    return request;
}

std::vector<QString> namedIds(const Execution &run)
{
    std::vector<QString> ids = targetIds(run.targets);
    const std::vector<QString> more = targetIds(run.parameters);
    ids.insert(ids.end(), more.begin(), more.end());
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

} // namespace

bool haveSameTargets(const Execution &run, const Execution &other)
{
    if (!run.targets.isEmpty() && !other.targets.isEmpty())
        return run.targets == other.targets;
    const std::vector<QString> ids = namedIds(run);
    return !ids.empty() && ids == namedIds(other);
}

NewerRunsRead::NewerRunsRead(const FlowServices &services, const ApiTarget &target,
                             const Execution &run, Callback callback)
    : m_run(run)
    , m_callback(std::move(callback))
    , m_read(services, target, requestFor(run),
             {[this](const std::vector<Execution> &rows) { return take(rows); },
              [this](const Result<bool> &isCut, const QString &requestId) {
                  const Callback called = std::exchange(m_callback, nullptr);
                  if (!called)
                      return;
                  if (isCut)
                      m_found.isCut = *isCut;
                  called(isCut ? Result<NewerRuns>(m_found) : Result<NewerRuns>(isCut.error()),
                         requestId);
              }})
{
}

NewerRunsRead::~NewerRunsRead() = default;

//! The newest stand first; all are wanted.
bool NewerRunsRead::take(const std::vector<Execution> &rows)
{
    for (const Execution &row : rows) {
        const bool isNewer = row.id != m_run.id && row.templateName == m_run.templateName &&
                             row.parentExecutionId.isEmpty() && startOf(row) > startOf(m_run);
        if (!isNewer || !haveSameTargets(m_run, row))
            continue;
        if (m_found.newest)
            ++m_found.others;
        else
            m_found.newest = row;
    }
    return false;
}

} // namespace countersign
