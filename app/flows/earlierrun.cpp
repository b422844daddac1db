// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/earlierrun.h"

#include <utility>

namespace countersign {

namespace {

ListExecutionsRequest requestFor(const Execution &run)
{
    ListExecutionsRequest request;
    request.templateName = run.templateName;
    request.startDateBefore = startOf(run);
    request.includeChildExecution = !run.parentExecutionId.isEmpty();
    return request;
}

} // namespace

EarlierRunRead::EarlierRunRead(const FlowServices &services, const ApiTarget &target,
                               const Execution &run, Callback callback)
    : m_run(run)
    , m_started(startOf(run))
    , m_callback(std::move(callback))
    , m_read(
          services, target, requestFor(run),
          {[this](const std::vector<Execution> &rows) { return take(rows); },
           [this](const Result<bool> &isCut, const QString &requestId) { end(isCut, requestId); }})
{
}

EarlierRunRead::~EarlierRunRead() = default;

//! True when nothing better can come.
bool EarlierRunRead::take(const std::vector<Execution> &rows)
{
    for (const Execution &row : rows) {
        const bool isOther = row.id != m_run.id && row.templateName == m_run.templateName;
        const QDateTime started = startOf(row);
        if (!isOther || !started.isValid() || started > m_started)
            continue;
        if (started == m_started) {
            if (!m_sameSecond)
                m_sameSecond = row;
            continue;
        }
        m_found.run = row;
        return true;
    }
    return false;
}

void EarlierRunRead::end(const Result<bool> &isCut, const QString &requestId)
{
    if (!m_found.run && m_sameSecond) {
        m_found.run = m_sameSecond;
        m_found.isOfSameSecond = true;
    }
    const Callback callback = std::exchange(m_callback, nullptr);
    if (!callback)
        return;
    if (!isCut) {
        callback(isCut.error(), requestId);
        return;
    }
    m_found.isCut = !m_found.run && *isCut;
    callback(m_found, requestId);
}

} // namespace countersign
