// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/execution.h"
#include "app/sandbox/engine/surroundings.h"

namespace countersign::sandbox {

class Run;

//! A nested execution that a task asks for.
struct ChildRequest
{
    std::shared_ptr<const TemplateProgram> program;
    QString templateName; //!< empty for a text written out in the task
    QString templateId;
    QString templateVersion;
    //! As given by the task; null counts as not given. An object.
    Json parameters;
    //! Ready values instead of `parameters`: those of the execution around.
    std::shared_ptr<const Members> values;
    QString mode; //!< empty: Automatic
    Surroundings surroundings;
};

struct ChildOutcome
{
    Run *run = nullptr; //!< begins from the event loop; gone some time after finished()
    QString problem;    //!< why there is no run
};

} // namespace countersign::sandbox
