// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/engine/evaluation.h"

namespace countersign::sandbox {

//! The outputs of a loop from those of its items, in the order of the list. `outputs` maps a name
//! to AggregateType and AggregateField; an item that gave nothing counts as null. Failures go to
//! the evaluation.
Members aggregated(Evaluation &evaluation, const Json &outputs, const std::vector<Json> &items);

} // namespace countersign::sandbox
