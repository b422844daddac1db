// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/engine/productplan.h"

namespace countersign::sandbox {

//! The template (JSON text) that a product action of the sandbox runs: its properties as
//! parameters, its calls and waits as tasks.
QString productTemplate(const ProductPlan &plan);

} // namespace countersign::sandbox
