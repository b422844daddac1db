// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/ids.h"

#include <QSet>
#include <QString>

namespace countersign {

struct TaskExecution;
enum class WaitKind;

//! Whose turn it is, in the order of the list. Inferred: it sorts and explains, and never removes
//! or disables an act (rule F20 of security.md).
enum class WaitGroup { NeedsYou, ApprovedByYou, NotAddressed, Later };

//! How the group was told.
enum class GroupReason {
    NoApproverList, //!< whoever has the right may decide
    ListNotRead,    //!< the waiting row was not read yet, or its list was not readable: cannot tell
    NameNotKnown,   //!< there is a list, and whether it names the caller cannot be told
    NamedInList,
    NotInList,
    OwnRecord, //!< an approval by this person is recorded on this computer
    PutOff,
};

//! Who looks at waits, as far as it tells groups.
struct Viewer
{
    QString userName; //!< of a RAM user; empty: a role, the root account, or not known
    //! Waiting rows that this person's recorded approvals went to.
    QSet<TaskExecutionId> approved;
    friend bool operator==(const Viewer &, const Viewer &) = default;
};

struct WaitGrouping
{
    WaitGroup group = WaitGroup::NeedsYou;
    GroupReason reason = GroupReason::NoApproverList;
    friend bool operator==(const WaitGrouping &, const WaitGrouping &) = default;
};

//! The group of a wait of `kind`. `row` is the waiting row as read with its properties; null when
//! it was not. Names are compared as RAM does: whole and without regard to letter case; an
//! entry may carry the account's domain behind an @. Pure.
WaitGrouping groupOf(WaitKind kind, const TaskExecutionId &task, const TaskExecution *row,
                     const Viewer &viewer);

} // namespace countersign
