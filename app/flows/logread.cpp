// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/logread.h"

#include "app/api/operations.h"

#include <QPointer>

#include <algorithm>
#include <iterator>
#include <utility>

namespace countersign {

namespace {

constexpr std::size_t mostLines = 20'000;
constexpr int mostPages = 200;
// Taking lines from the front moves all others, so it is done for many at once.
constexpr std::size_t slack = 1'000;
constexpr int quickPages = 10;
constexpr int pagesPerNews = 10;
constexpr std::chrono::milliseconds pauseBetweenPages{40};
constexpr std::chrono::milliseconds pauseWhileOthersRead{100};

bool isEarlier(const LogLine &a, const LogLine &b)
{
    return a.timestamp < b.timestamp;
}

} // namespace

void LogLines::add(std::vector<LogLine> more)
{
    if (more.empty())
        return;
    std::stable_sort(more.begin(), more.end(), isEarlier);
    const bool isInOrder = lines.empty() || !isEarlier(more.front(), lines.back());
    const auto middle = static_cast<std::ptrdiff_t>(lines.size());
    lines.insert(lines.end(), std::make_move_iterator(more.begin()),
                 std::make_move_iterator(more.end()));
    if (!isInOrder) {
        std::inplace_merge(lines.begin(), lines.begin() + middle, lines.end(), isEarlier);
        ++edition;
    }
    if (lines.size() > mostLines + slack) {
        const auto over = static_cast<std::ptrdiff_t>(lines.size() - mostLines);
        lines.erase(lines.begin(), lines.begin() + over);
        dropped += over;
    }
}

LogRead::LogRead(const FlowServices &services, const ExecutionId &execution, Callbacks callbacks)
    : m_services(services)
    , m_execution(execution)
    , m_callbacks(std::move(callbacks))
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &LogRead::ask);
}

LogRead::~LogRead()
{
    m_call.cancel();
}

void LogRead::readOn(const ApiTarget &target)
{
    m_target = target;
    if (m_isReading)
        return;
    m_hasRestarted = false;
    m_isResumed = m_lastPage.has_value() && m_isOldestFirst;
    m_isFresh = !m_isResumed && !m_log.lines.empty();
    begin(m_isResumed ? m_lastToken : QString());
}

void LogRead::begin(const QString &token)
{
    m_isReading = true;
    m_pages = 0;
    m_tokens.clear();
    m_token = token;
    if (!m_isResumed) {
        m_isOldestFirst = true;
        m_fresh = {};
        m_lastPage.reset();
    }
    ask();
}

void LogRead::ask()
{
    if (m_pages > 0 && m_callbacks.mayAsk && !m_callbacks.mayAsk()) {
        m_pause.start(pauseWhileOthersRead);
        return;
    }
    ListExecutionLogsRequest request;
    request.executionId = m_execution;
    m_call = m_services.client.read(m_target, request.toRequest(m_token), this,
                                    [this](const Result<ApiReply> &reply) { onReply(reply); });
}

void LogRead::onReply(const Result<ApiReply> &reply)
{
    if (!reply) {
        onError(reply.error());
        return;
    }
    Result<ListPage<LogLine>> page = readListExecutionLogs(reply->body);
    if (!page) {
        end(page.error());
        return;
    }
    m_requestId = page->requestId;
    m_hasPage = true;
    const QString nextToken = page->nextToken;
    if (!take(std::move(page.value().rows)))
        return;
    ++m_pages;
    goOn(nextToken);
}

//! Nothing says how long a token lives: a log whose token is refused is read anew, once.
void LogRead::onError(const Error &error)
{
    const bool isTokenRefused = !m_token.isEmpty() && (error.kind == Error::Kind::Refused ||
                                                       error.kind == Error::Kind::NotFound);
    if (!isTokenRefused || std::exchange(m_hasRestarted, true)) {
        end(error);
        return;
    }
    m_isResumed = false;
    m_isFresh = true;
    begin({});
}

bool LogRead::take(std::vector<LogLine> page)
{
    std::vector<LogLine> added = page;
    if (std::exchange(m_isResumed, false)) {
        const bool isSame = page.size() >= m_lastPage->size() &&
                            std::equal(m_lastPage->begin(), m_lastPage->end(), page.begin());
        if (!isSame) {
            m_isFresh = true;
            begin({});
            return false;
        }
        added.erase(added.begin(), added.begin() + static_cast<std::ptrdiff_t>(m_lastPage->size()));
    }
    m_lastPage = std::move(page);
    m_lastToken = m_token;
    LogLines &log = m_isFresh ? m_fresh : m_log;
    const int edition = log.edition;
    log.add(std::move(added));
    m_isOldestFirst = m_isOldestFirst && log.edition == edition;
    return true;
}

void LogRead::goOn(const QString &nextToken)
{
    LogLines &log = m_isFresh ? m_fresh : m_log;
    log.hasMore = !nextToken.isEmpty();
    if (nextToken.isEmpty()) {
        end({});
        return;
    }
    if (m_tokens.contains(nextToken) || nextToken == m_token) {
        Error error;
        error.kind = Error::Kind::Incomplete;
        error.requestId = m_requestId;
        error.detail = QStringLiteral("the list's next page was already read");
        end(error);
        return;
    }
    if (m_pages >= mostPages) {
        end({});
        return;
    }
    m_tokens.insert(nextToken);
    m_token = nextToken;
    const QPointer<LogRead> self(this);
    if (m_pages % pagesPerNews == 1 && !m_isFresh) {
        const auto grown = m_callbacks.grown;
        grown();
    }
    if (self)
        m_pause.start(m_pages < quickPages ? std::chrono::milliseconds(0) : pauseBetweenPages);
}

void LogRead::end(const std::optional<Error> &error)
{
    m_isReading = false;
    if (m_isFresh && error) {
        m_lastPage.reset(); // it belongs to what is thrown away
    } else if (m_isFresh) {
        m_fresh.edition = m_log.edition + 1;
        m_log = std::move(m_fresh);
    }
    m_fresh = {};
    m_isFresh = false;
    const auto ended = m_callbacks.ended; // this may be deleted in it
    ended(error);
}

} // namespace countersign
