// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/engine/cloud/simulatedcloud.h"

namespace countersign::sandbox {

class Engine;

//! What the service answers when a task calls OOS itself: its own executions, task rows and
//! templates, in the fields that templates read. Other operations answer nothing.
CloudReply ownServiceReply(const Engine &engine, const QString &api, const Json &parameters,
                           const QString &region);

} // namespace countersign::sandbox
