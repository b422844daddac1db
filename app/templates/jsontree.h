// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/templates/templatetree.h"
#include "app/templates/textpositions.h"

namespace countersign {

//! The tree of a JSON text that was read; `utf8` is the text that `root` came from.
TemplateNode jsonTree(const Json &root, const QByteArray &utf8, const TextPositions &positions);

} // namespace countersign
