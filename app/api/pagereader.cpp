// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/pagereader.h"

#include <QHash>
#include <QPointer>
#include <QSet>

#include <algorithm>
#include <utility>

namespace countersign {

namespace {

QString keyOf(const Execution &row)
{
    return row.id.text();
}
QString keyOf(const TaskExecution &row)
{
    return row.id.text();
}
QString keyOf(const LogLine &)
{
    return {};
} // log lines have no id and are never merged

//! The one object behind all lists. A child of the client; it deletes itself at its end and when
//! the context dies.
template <class Row, class Request>
class PageReader final : public QObject
{
public:
    using Callback = std::function<void(Result<ListReading<Row>>)>;
    using ReadPage = Result<ListPage<Row>> (*)(const Json &);

    PageReader(ReadClient &client, ApiTarget target, Request request, ReadPage readPage,
               QObject *context, Callback callback, const PageCaps &caps)
        : QObject(&client)
        , m_client(client)
        , m_target(std::move(target))
        , m_request(std::move(request))
        , m_readPage(readPage)
        , m_context(context)
        , m_callback(std::move(callback))
        , m_caps(caps)
    {
        if (context)
            connect(context, &QObject::destroyed, this, &QObject::deleteLater);
        ask({});
    }

    void cancel() { m_call.cancel(); }

private:
    void ask(const QString &token)
    {
        m_token = token;
        m_call = m_client.read(m_target, m_request.toRequest(token), this,
                               [this](Result<ApiReply> reply) { onReply(std::move(reply)); });
    }

    void onReply(Result<ApiReply> reply)
    {
        if (!reply) {
            onError(reply.error());
            return;
        }
        Result<ListPage<Row>> page = m_readPage(reply->body);
        if (!page) {
            end(page.error());
            return;
        }
        m_reading.requestIds.push_back(page->requestId);
        if (reply->clockSkew)
            m_reading.clockSkew = reply->clockSkew;
        if (m_pages == 0)
            makeRoom(page->totalCount.value_or(0));
        take(std::move(page.value().rows));
        goOn(page->nextToken, page->requestId);
    }

    // Nothing says how long a token lives: a list whose token is refused is read anew, once.
    void onError(const Error &error)
    {
        const bool isTokenRefused = !m_token.isEmpty() && (error.kind == Error::Kind::Refused ||
                                                           error.kind == Error::Kind::NotFound);
        if (!isTokenRefused || std::exchange(m_hasRestarted, true)) {
            end(error);
            return;
        }
        m_reading = {};
        m_index.clear();
        m_tokens.clear();
        m_pages = 0;
        ask({});
    }

    // TotalCount is only a hint: rows are large, and moving all of them as the list grows is dear.
    void makeRoom(qint64 totalCount)
    {
        const qint64 count = std::clamp<qint64>(totalCount, 0, m_caps.rows);
        m_reading.rows.reserve(static_cast<std::size_t>(count));
        m_index.reserve(count);
    }

    void take(std::vector<Row> rows)
    {
        for (Row &row : rows) {
            const QString key = keyOf(row);
            const auto known = key.isEmpty() ? m_index.constEnd() : m_index.constFind(key);
            if (known != m_index.constEnd()) {
                m_reading.rows[known.value()] = std::move(row);
                continue;
            }
            if (!key.isEmpty())
                m_index.insert(key, m_reading.rows.size());
            m_reading.rows.push_back(std::move(row));
        }
    }

    void goOn(const QString &nextToken, const QString &requestId)
    {
        ++m_pages;
        if (nextToken.isEmpty()) {
            end(std::move(m_reading));
            return;
        }
        Error error;
        error.kind = Error::Kind::Incomplete;
        error.requestId = requestId;
        if (m_tokens.contains(nextToken))
            error.detail = QStringLiteral("the list's next page was already read");
        else if (m_pages >= m_caps.pages)
            error.detail = QStringLiteral("more pages than the limit");
        else if (m_reading.rows.size() >= static_cast<std::size_t>(m_caps.rows))
            error.detail = QStringLiteral("more rows than the limit");
        if (!error.detail.isEmpty()) {
            end(error);
            return;
        }
        m_tokens.insert(nextToken);
        ask(nextToken);
    }

    void end(Result<ListReading<Row>> result)
    {
        const Callback callback = std::exchange(m_callback, nullptr);
        deleteLater();
        if (callback && m_context)
            callback(std::move(result));
    }

    ReadClient &m_client;
    const ApiTarget m_target;
    const Request m_request;
    const ReadPage m_readPage;
    QPointer<QObject> m_context;
    Callback m_callback;
    const PageCaps m_caps;
    CallHandle m_call;
    QString m_token;
    bool m_hasRestarted = false;
    int m_pages = 0;
    QSet<QString> m_tokens;
    QHash<QString, std::size_t> m_index;
    ListReading<Row> m_reading;
};

template <class Row, class Request>
CallHandle readAll(ReadClient &client, const ApiTarget &target, const Request &request,
                   Result<ListPage<Row>> (*readPage)(const Json &), QObject *context,
                   std::function<void(Result<ListReading<Row>>)> callback, const PageCaps &caps)
{
    auto *reader = new PageReader<Row, Request>(client, target, request, readPage, context,
                                                std::move(callback), caps);
    return CallHandle([guard = QPointer<PageReader<Row, Request>>(reader)] {
        if (guard)
            guard->cancel();
    });
}

} // namespace

CallHandle readAllExecutions(ReadClient &client, const ApiTarget &target,
                             const ListExecutionsRequest &request, QObject *context,
                             std::function<void(Result<ListReading<Execution>>)> callback,
                             const PageCaps &caps)
{
    return readAll<Execution>(client, target, request, readListExecutions, context,
                              std::move(callback), caps);
}

CallHandle readAllTaskExecutions(ReadClient &client, const ApiTarget &target,
                                 const ListTaskExecutionsRequest &request, QObject *context,
                                 std::function<void(Result<ListReading<TaskExecution>>)> callback,
                                 const PageCaps &caps)
{
    return readAll<TaskExecution>(client, target, request, readListTaskExecutions, context,
                                  std::move(callback), caps);
}

CallHandle readAllLogLines(ReadClient &client, const ApiTarget &target,
                           const ListExecutionLogsRequest &request, QObject *context,
                           std::function<void(Result<ListReading<LogLine>>)> callback,
                           const PageCaps &caps)
{
    return readAll<LogLine>(client, target, request, readListExecutionLogs, context,
                            std::move(callback), caps);
}

} // namespace countersign
