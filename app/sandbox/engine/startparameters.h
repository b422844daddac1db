// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/engine.h"
#include "app/sandbox/engine/scope.h"

namespace countersign::sandbox {

//! The values an execution starts with, defaults resolved and typed; or why it cannot start.
struct StartParameters
{
    std::shared_ptr<const Members> values;
    std::optional<Refusal> refusal;
    bool isVolatile = false; //!< they differ from one execution to the next
};
//! `scope` has the program and the pseudo parameters; `text` is a JSON object or empty.
StartParameters startParameters(const Scope &scope, const QString &text);

} // namespace countersign::sandbox
