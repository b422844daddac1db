// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/templates/templatetree.h"

namespace countersign {

//! What a plain YAML scalar is by the 1.2 core schema, as far as JSON can hold it: hexadecimal and
//! octal forms, .inf and .nan are text here.
TemplateNode::Kind plainScalarKind(QStringView text);

//! A YAML number as a JSON number: without plus sign and leading zeros, with a digit on both sides
//! of the point. Other digits stay.
QByteArray jsonNumber(QStringView text);

} // namespace countersign
