// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/decision.h"
#include "app/domain/observation.h"

namespace countersign {

//! What a person may do instead of a decision that was refused. Always a new decision.
enum class Alternative {
    None,
    WithoutTaskId, //!< the same act with DecisionRecord::omitsTaskId: the one row that waits is
                   //!< meant
    NameTheTask,   //!< the service wants a task's id: decide on the row of the task
    OneByOne       //!< several rows at once are refused: decide one row at a time
};

//! Judged from the refusal's code and status, never from its words, and from what waited when it
//! was read last. Rights, credentials, throttling and wrong states offer nothing. Pure.
Alternative alternativeTo(const DecisionRecord &record, const SendReport &report,
                          const Observation &last);

} // namespace countersign
