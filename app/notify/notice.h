// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/waitrow.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace countersign {

//! Names one notice; a later notice with the same id takes the place of the earlier one.
using NoticeId = TypedText<struct NoticeIdTag>;

//! A wait as far as telling of it goes.
struct WaitToTell
{
    WaitRowId id;
    QString profileAlias; //!< as configured
    WaitKind kind = WaitKind::Unknown;
    QString heading;             //!< safe text; shown only where names may be shown
    bool needsPerson = false;    //!< it stands in the group "Needs you"
    bool isOwnDebugStep = false; //!< a step of a Debug run that this person started
    QDateTime waitingSince;      //!< UTC; invalid when unknown
};

//! A run that this person decided has ended.
struct FollowedRunEnd
{
    Place place;
    ExecutionId executionId;
    QString profileAlias; //!< as configured
    RunStatus status = RunStatus::Unknown;
    QString failedTaskName; //!< as received; empty when none failed or it is not known
};

//! What a sink shows. Counts, profiles and kinds only; names where the person has asked for them.
struct Notice
{
    enum class Kind {
        Arrivals,  //!< waits of one profile that are new
        Reminder,  //!< waits of one profile that were told and still wait
        RunsEnded, //!< runs of one profile that this person decided
        Digest,    //!< all of it, over all profiles, after a start, sleep or quiet hours
    };
    NoticeId id;
    Kind kind = Kind::Arrivals;
    QStringList profileAliases; //!< as configured, at least one, sorted
    int waits = 0;
    std::optional<WaitKind> waitKind; //!< nothing: of several kinds, or no waits
    int failedRuns = 0;
    int otherRuns = 0;          //!< that ended without a failure
    std::vector<WaitRowId> ids; //!< to open: waits, longest waiting first, then whole runs
    QStringList headings;       //!< safe text, at most three; empty unless asked for
    QStringList failedTasks;    //!< as received, at most three; empty unless asked for
    bool hasSound = false;
};

} // namespace countersign
