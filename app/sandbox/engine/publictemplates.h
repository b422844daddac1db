// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace countersign::sandbox {

//! The sandbox's own text for a public template that others are made to call, such as
//! ACS-ECS-BulkyRunCommand; empty when it has none. Same parameters and effect as the public one,
//! in fewer steps.
QString publicTemplate(const QString &name);

} // namespace countersign::sandbox
