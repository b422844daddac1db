// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/domain/taskexecution.h"
#include "app/flows/flowservices.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <optional>
#include <vector>

namespace countersign {

//! The log of a run as far as it was read, oldest line first; the newest 20,000 lines are kept.
struct LogLines
{
    std::vector<LogLine> lines;
    qint64 dropped = 0; //!< older lines that were read and are not kept
    //! Grows when `lines` became something else than before with lines added and dropped.
    int edition = 0;
    bool hasMore = false; //!< the service has further lines; the next readOn() goes on there

    //! Whether it came about by the same readings.
    bool isSameAs(const LogLines &other) const
    {
        return edition == other.edition && hasMore == other.hasMore && total() == other.total();
    }
    //! Lines that were read, kept or not.
    qint64 total() const { return dropped + static_cast<qint64>(lines.size()); }
    //! Adds lines in the order of their times.
    void add(std::vector<LogLine> more);
};

//! Reads the log of one run page by page, gently: one call at a time, a pause between pages, none
//! while `mayAsk` says no. readOn() continues where the last reading ended instead of beginning
//! again, as long as the service gives old lines first. Deleting it ends the waiting.
class LogRead : public QObject
{
    Q_OBJECT

public:
    //! The object may be deleted in the last two.
    struct Callbacks
    {
        std::function<bool()> mayAsk;
        std::function<void()> grown; //!< from the event loop, now and then while lines come
        //! From the event loop; nothing: the reading has come to the end or to its limit.
        std::function<void(const std::optional<Error> &)> ended;
    };

    LogRead(const FlowServices &services, const ExecutionId &execution, Callbacks callbacks);
    ~LogRead() override;

    //! Does nothing while it reads, but that its next page is read with `target`.
    void readOn(const ApiTarget &target);
    bool isReading() const { return m_isReading; }
    const LogLines &log() const { return m_log; }
    bool hasPage() const { return m_hasPage; }        //!< a page was read, if an empty one
    QString requestId() const { return m_requestId; } //!< of the last page

private:
    void begin(const QString &token);
    void ask();
    void onReply(const Result<ApiReply> &reply);
    void onError(const Error &error);
    //! False when the pages have moved, and the reading begins again.
    bool take(std::vector<LogLine> page);
    void goOn(const QString &nextToken);
    void end(const std::optional<Error> &error);

    FlowServices m_services;
    ApiTarget m_target;
    ExecutionId m_execution;
    Callbacks m_callbacks;
    CallHandle m_call;
    QTimer m_pause;
    LogLines m_log;
    LogLines m_fresh; //!< a reading from the beginning that will take the place of m_log
    QString m_token;  //!< of the page that is asked for
    QSet<QString> m_tokens;
    QString m_requestId;
    //! As received, with its token; nothing: the next reading begins at the first page.
    std::optional<std::vector<LogLine>> m_lastPage;
    QString m_lastToken;
    int m_pages = 0; //!< of this reading
    bool m_hasPage = false;
    bool m_isReading = false;
    bool m_isResumed = false;    //!< the page asked for was read before
    bool m_isFresh = false;      //!< lines go to m_fresh
    bool m_isOldestFirst = true; //!< no page brought lines older than one before it
    bool m_hasRestarted = false;
};

} // namespace countersign
