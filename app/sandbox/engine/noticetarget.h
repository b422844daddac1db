// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/engine/steprun.h"

namespace countersign::sandbox {

//! The steps that a notice is about.
struct NoticeTarget
{
    std::vector<StepRun *> steps; //!< never empty without refusal
    std::optional<Refusal> refusal;
};

//! Those of `candidates` that TaskExecutionId, TaskExecutionIds, TaskName and LoopItem name; all of
//! them when the notice names none. Refused when a named row is not among them.
//! `idsAreExecutions`: TaskExecutionIds holds ids of the rows' child executions.
NoticeTarget noticeTarget(const NotifyRequest &request, const std::vector<StepRun *> &candidates,
                          bool idsAreExecutions);

} // namespace countersign::sandbox
