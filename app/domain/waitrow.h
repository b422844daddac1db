// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/waitgroup.h"
#include "app/domain/waitkind.h"
#include "app/domain/waydown.h"

#include <QDateTime>
#include <QString>

namespace countersign {

//! Identity of an inbox row: one per wait. The task execution id is empty for a whole run.
struct WaitRowId
{
    Place place;
    ExecutionId executionId;
    TaskExecutionId taskExecutionId;

    friend bool operator==(const WaitRowId &, const WaitRowId &) = default;
    friend size_t qHash(const WaitRowId &id, size_t seed = 0)
    {
        return qHashMulti(seed, id.place, id.executionId, id.taskExecutionId);
    }
};

//! What the inbox shows of one wait; small, because 20,000 of them are kept. Texts are as received.
struct WaitRow
{
    WaitRowId id;
    QString profileAlias;
    QString accountId;
    WaitKind kind = WaitKind::Unknown;
    Confidence confidence = Confidence::Certain;
    QString taskName; //!< empty when no row is known, or several tasks have failed
    QString loopItem; //!< of a loop's item, exactly as it was read
    //! FailurePause: rows that may be retried or skipped. Such a wait has no task of its own in its
    //! id, so that it stays the same wait while more tasks fail.
    int failedTasks = 0;
    QString taskAction;
    ProductCall call; //!< empty when the task makes no product call, or it is not known
    QString templateName;
    QString templateVersion;
    QString starter; //!< ExecutedBy as received
    QString description;
    QDateTime waitingSince;       //!< the row's or the run's UpdateDate, UTC; invalid when unknown
    QDateTime runUpdated;         //!< the run's UpdateDate, UTC; invalid when unknown
    qint64 requiredApprovals = 0; //!< 0: not known or not an approval
    WayDown way;                  //!< of a child run: from its top-level run; empty else
    //! The end of the execution's id, where another run waits that looks the same in the list.
    QString twinMark;
    WaitGroup group = WaitGroup::NeedsYou;
    GroupReason groupReason = GroupReason::NoApproverList;

    friend bool operator==(const WaitRow &, const WaitRow &) = default;
};

//! Everything that was read of what waits, from all places, in the order of the list.
struct WaitSnapshot
{
    std::vector<WaitRow> rows;
};

//! Gives a mark to rows of different runs that could not be told apart by account, region, kind,
//! task, item, template and starter, and takes it from the others.
void markTwins(std::vector<WaitRow> &rows);

//! What comes first within a group, where rows of one run always stand together.
enum class InboxOrder { LongestFirst, NewestFirst, ByAccount, ByTemplate, ByStarter, ByKind };

//! Sorts rows by group, then by `order`, then longest waiting first (stable).
void sortIntoInboxOrder(std::vector<WaitRow> &rows, InboxOrder order = InboxOrder::LongestFirst);

} // namespace countersign
