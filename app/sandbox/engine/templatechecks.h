// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/engine/templateprogram.h"

namespace countersign::sandbox {

//! Why task `index` breaks a rule of the language that can be seen without running it; empty when
//! it breaks none. Inner tasks of a loop are tasks of their own program.
QString taskProblem(const TemplateProgram &program, size_t index, bool isInner);

} // namespace countersign::sandbox
