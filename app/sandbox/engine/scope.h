// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/engine/templateprogram.h"
#include "app/sandbox/engine/values.h"

#include <QDateTime>
#include <QHash>

#include <memory>
#include <optional>

namespace countersign::sandbox {

//! What a task left behind.
struct TaskResult
{
    Members outputs;         //!< declared outputs, and aggregates of a loop
    std::optional<Json> raw; //!< what selectors work on
};

//! Everything a text of the template can refer to at one moment.
struct Scope
{
    std::shared_ptr<const TemplateProgram> program;
    std::shared_ptr<const Members> parameters; //!< given or resolved values
    QHash<QString, TaskResult> results;        //!< by declared task name; absent: did not run
    std::optional<Json> loopItem;
    std::shared_ptr<const Scope> outer; //!< of the execution around, for inner tasks of a loop
    QString region;
    QString accountId;
    QString executionId;
    QString executeUser;
    QDateTime now;
};

} // namespace countersign::sandbox
