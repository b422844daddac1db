// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/templates/templatetree.h"
#include "app/templates/textpositions.h"

namespace countersign {

//! Reads one YAML document; `utf8` has no byte order mark.
TemplateReading yamlTree(const QByteArray &utf8, const TextPositions &positions,
                         const TemplateLimits &limits);

} // namespace countersign
