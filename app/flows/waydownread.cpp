// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/waydownread.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace countersign {

WayDownReader::WayDownReader(const FlowServices &services, const Place &place, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_place(place)
{
}

WayDownReader::~WayDownReader()
{
    m_call.cancel();
}

void WayDownReader::learn(const Execution &execution)
{
    constexpr qsizetype mostRemembered = 50'000;
    if (m_runs.size() > mostRemembered) {
        m_runs.clear();
        m_links.clear();
    }
    m_runs.insert(execution.id, {execution.parentExecutionId, execution.templateName});
}

//! The lowest run whose list row or task is not known yet.
WayDownReader::Gap WayDownReader::gapOf(const Execution &child) const
{
    ExecutionId below = child.id;
    ExecutionId run = child.parentExecutionId;
    for (int depth = 0; !run.isEmpty() && depth < deepestWay; ++depth) {
        if (!m_links.contains(below))
            return {run, {}};
        const auto above = m_runs.constFind(run);
        if (above == m_runs.cend())
            return {{}, run};
        below = run;
        run = above->parent;
    }
    return {};
}

bool WayDownReader::isRead(const Execution &child) const
{
    const Gap gap = gapOf(child);
    return gap.rowsOf.isEmpty() && gap.run.isEmpty();
}

WayDown WayDownReader::known(const Execution &child) const
{
    WayDown way;
    ExecutionId below = child.id;
    ExecutionId run = child.parentExecutionId;
    while (!run.isEmpty()) {
        const auto above = m_runs.constFind(run);
        if (above == m_runs.cend() || way.steps.size() >= deepestWay) {
            way.isWhole = false;
            break;
        }
        const Link link = m_links.value(below);
        way.steps.push_back({run, above->templateName, link.taskName, link.loopItem});
        below = run;
        run = above->parent;
    }
    std::reverse(way.steps.begin(), way.steps.end());
    return way;
}

void WayDownReader::read(const Execution &child, Callback callback)
{
    ++m_search;
    m_call.cancel();
    m_child = child;
    m_callback = std::move(callback);
    QTimer::singleShot(0, this, [this, search = m_search] {
        if (search == m_search)
            readNext();
    });
}

void WayDownReader::readNext()
{
    const Gap gap = gapOf(m_child);
    if (!gap.rowsOf.isEmpty())
        readRows(gap.rowsOf);
    else if (!gap.run.isEmpty())
        readRun(gap.run, true);
    else
        finish();
}

void WayDownReader::readRun(const ExecutionId &run, bool asksForChildren)
{
    const auto target = m_services.profiles.targetFor(m_place);
    if (!target) {
        finish();
        return;
    }
    ListExecutionsRequest request;
    request.executionId = run;
    request.includeChildExecution = asksForChildren;
    m_call = readAllExecutions(
        m_services.client, *target, request, this,
        [this, run, asksForChildren,
         search = m_search](const Result<ListReading<Execution>> &result) {
            if (search != m_search)
                return;
            if (!result && result.error().kind == Error::Kind::Refused && asksForChildren) {
                readRun(run, false); // whether both may be asked for together is not documented
                return;
            }
            if (result) {
                for (const Execution &execution : result->rows)
                    learn(execution);
            }
            if (m_runs.contains(run))
                readNext();
            else
                finish();
        });
}

void WayDownReader::readRows(const ExecutionId &run)
{
    const auto target = m_services.profiles.targetFor(m_place);
    if (!target) {
        finish();
        return;
    }
    ListTaskExecutionsRequest request;
    request.executionId = run;
    m_call = readAllTaskExecutions(
        m_services.client, *target, request, this,
        [this, run, search = m_search](const Result<ListReading<TaskExecution>> &result) {
            if (search != m_search)
                return;
            if (!result) {
                finish();
                return;
            }
            keepRows(run, result->rows);
            readNext();
        });
}

//! A child that no row names is remembered as well, so that it is not looked for again.
void WayDownReader::keepRows(const ExecutionId &run, const std::vector<TaskExecution> &rows)
{
    for (const TaskExecution &row : rows) {
        if (!row.childExecutionId.isEmpty())
            m_links.insert(row.childExecutionId, {row.taskName, row.loopItem});
    }
    ExecutionId below = m_child.id;
    ExecutionId above = m_child.parentExecutionId;
    while (above != run && m_runs.contains(above)) {
        below = above;
        above = m_runs.value(above).parent;
    }
    if (!m_links.contains(below))
        m_links.insert(below, {});
}

void WayDownReader::finish()
{
    if (const Callback callback = std::exchange(m_callback, nullptr))
        callback(known(m_child));
}

} // namespace countersign
