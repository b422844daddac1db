// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/execution.h"
#include "app/domain/ids.h"
#include "app/domain/waitkind.h"

namespace countersign {

//! A run that this person has decided about and that is looked after until it ends.
struct FollowedRun
{
    Place place;
    ExecutionId executionId;
    QString profileAlias;
    QString templateName;
    QString taskName; //!< of the last decision; empty: for the whole run
    Act act = Act::Approve;
    QDateTime decidedAt;                   //!< UTC
    RunStatus status = RunStatus::Unknown; //!< Unknown: not read yet, or not known to us
    QString statusText;                    //!< as received
    QDateTime readAt;                      //!< UTC; invalid: not read since it is followed
    QDateTime endedAt;                     //!< UTC, when its end was seen here; invalid: it goes on
    QString failedTask;                    //!< name of the first failed task, once it was read
    bool isMissing = false;                //!< the service does not know it any more

    bool hasEnded() const { return isFinal(status) || isMissing; }
    friend bool operator==(const FollowedRun &, const FollowedRun &) = default;
};

} // namespace countersign
