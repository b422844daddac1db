// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/templateruns.h"

#include <utility>

namespace countersign {

namespace {

// Names that merely contain the template's are rare; who has more of them is told.
constexpr int mostPages = 10;

} // namespace

QDateTime startOf(const Execution &run)
{
    return run.startDate.isValid() ? run.startDate : run.createDate;
}

TemplateRunsRead::TemplateRunsRead(const FlowServices &services, const ApiTarget &target,
                                   const ListExecutionsRequest &request, Callbacks callbacks)
    : m_services(services)
    , m_target(target)
    , m_request(request)
    , m_callbacks(std::move(callbacks))
{
    m_request.sortField = QStringLiteral("StartDate");
    m_request.sortOrder = QStringLiteral("Descending");
    ask({});
}

TemplateRunsRead::~TemplateRunsRead()
{
    m_call.cancel();
}

void TemplateRunsRead::ask(const QString &token)
{
    m_token = token;
    m_call = m_services.client.read(m_target, m_request.toRequest(token), this,
                                    [this](const Result<ApiReply> &reply) { onPage(reply); });
}

void TemplateRunsRead::onPage(const Result<ApiReply> &reply)
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
    const bool isEnough = m_callbacks.take(page->rows);
    ++m_pages;
    const bool isLast = page->nextToken.isEmpty() || page->nextToken == m_token;
    if (!isEnough && !isLast && m_pages < mostPages)
        ask(page->nextToken);
    else
        end(!isEnough && !isLast, page->requestId);
}

void TemplateRunsRead::end(const Result<bool> &isCut, const QString &requestId)
{
    const auto callback = std::exchange(m_callbacks.end, nullptr);
    if (callback)
        callback(isCut, requestId);
}

} // namespace countersign
