// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/earlierrun.h"

#include "app/api/operations.h"

#include <utility>

namespace countersign {

namespace {

// Names that merely contain the template's are rare; who has more of them is told.
constexpr int mostPages = 10;

QDateTime startOf(const Execution &run)
{
    return run.startDate.isValid() ? run.startDate : run.createDate;
}

} // namespace

EarlierRunRead::EarlierRunRead(const FlowServices &services, const ApiTarget &target,
                               const Execution &run, Callback callback)
    : m_services(services)
    , m_target(target)
    , m_run(run)
    , m_started(startOf(run))
    , m_callback(std::move(callback))
{
    ask({});
}

EarlierRunRead::~EarlierRunRead()
{
    m_call.cancel();
}

void EarlierRunRead::ask(const QString &token)
{
    ListExecutionsRequest request;
    request.templateName = m_run.templateName;
    request.sortField = QStringLiteral("StartDate");
    request.sortOrder = QStringLiteral("Descending");
    request.startDateBefore = m_started;
    request.includeChildExecution = !m_run.parentExecutionId.isEmpty();
    m_token = token;
    m_call = m_services.client.read(m_target, request.toRequest(token), this,
                                    [this](const Result<ApiReply> &reply) { onPage(reply); });
}

void EarlierRunRead::onPage(const Result<ApiReply> &reply)
{
    if (!reply) {
        end(reply.error(), {});
        return;
    }
    const Result<ListPage<Execution>> page = readListExecutions(reply->body);
    if (!page) {
        end(page.error(), reply->requestId);
        return;
    }
    const bool isFound = take(page->rows);
    ++m_pages;
    const bool isLast = page->nextToken.isEmpty() || page->nextToken == m_token;
    if (!isFound && !isLast && m_pages < mostPages) {
        ask(page->nextToken);
        return;
    }
    if (!isFound && m_sameSecond) {
        m_found.run = m_sameSecond;
        m_found.isOfSameSecond = true;
    }
    m_found.isCut = !m_found.run && !isLast;
    end(m_found, page->requestId);
}

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

void EarlierRunRead::end(const Result<EarlierRun> &result, const QString &requestId)
{
    const Callback callback = std::exchange(m_callback, nullptr);
    if (callback)
        callback(result, requestId);
}

} // namespace countersign
