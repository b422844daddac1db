// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/templates/templateoutline.h"

namespace countersign {

//! The entries of Parameters of a template's root, in order; empty when there are none.
std::vector<ParameterDeclaration> parametersOf(const TemplateNode &root);

//! Metadata, ALIYUN::OOS::Interface, ParameterGroups of a template's root.
std::vector<ParameterGroup> parameterGroupsOf(const TemplateNode &root);

} // namespace countersign
