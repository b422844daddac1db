// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/templates/templatetree.h"

#include <vector>

namespace countersign {

//! What keeps a readable tree from being an automation template, in a fixed order: a root
//! that is no map, another kind of template (States, or a FormatVersion that is not
//! OOS-2019-06-01), no Tasks, Tasks that is no list, tasks without Name or Action, names used
//! twice, targets of OnError, OnSuccess, OnCancel and choices that name no task. Empty when there
//! is nothing to say. A missing FormatVersion is not a problem by itself: fragments are shown.
std::vector<TemplateProblem> shapeProblems(const TemplateTree &tree);

} // namespace countersign
