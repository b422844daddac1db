// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/profile.h"
#include "app/domain/waitrow.h"
#include "app/flows/flowservices.h"

#include <vector>

namespace countersign {

//! A row for the run as a whole, without a task and without saying what it waits for.
WaitRow runRowOf(const Execution &execution, const Place &place, const Profile &profile);

//! The inbox rows of one waiting execution. Where no task rows were read, an approval or pause that
//! CurrentTasks names becomes the row's task. A wait inside a child that is known to wait has no
//! row here: the child's own row is the one that needs somebody. A failure pause is one row without
//! a task in its id. Pure.
std::vector<WaitRow> waitRowsOf(const Execution &execution, const WaitEvidence &evidence,
                                const Place &place, const Profile &profile, const Viewer &viewer);

//! Who looks at the waits of a profile: its caller's name as far as it was read, and the approvals
//! of that caller which the service has taken, from the journal.
Viewer viewerOf(const FlowServices &services, const ProfileId &profile);

//! True when CurrentTasks alone tells what the execution waits for: all of them are ACS::Approve or
//! ACS::Pause, and no failed task can be waiting beside them.
bool isToldByCurrentTasks(const Execution &execution);

} // namespace countersign
