// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/templates/templateoutline.h"

namespace countersign {

//! `text`, from which `outline` was read, with hiddenValue() in place of the default of every
//! parameter that is masked. An empty default, a reference and null say nothing and stay. Lines
//! keep their numbers. What cannot be told from the default is hidden with it, to the line's end.
QString withMaskedDefaultsHidden(const QString &text, const TemplateOutline &outline);

} // namespace countersign
