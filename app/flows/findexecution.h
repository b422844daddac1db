// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/waitrow.h"
#include "app/flows/flowservices.h"

#include <QObject>

#include <functional>
#include <optional>

namespace countersign {

//! Looks for an execution in every place of every profile, finished ones too. `callback` runs once,
//! from the event loop: a row that a review can be opened on, or nothing. Not at all when `context`
//! has died.
void findExecution(const FlowServices &services, const ExecutionId &id, QObject *context,
                   std::function<void(std::optional<WaitRow>)> callback);

} // namespace countersign
