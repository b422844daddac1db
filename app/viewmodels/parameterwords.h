// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/templates/parametercheck.h"

#include <QString>

namespace countersign {

//! What is wrong with a Parameters text, as a sentence that names the member but not its value.
//! `constraint` is the template's own word about it, in the person's language; it may be empty.
QString parameterProblemText(const ParameterFinding &finding, const QString &constraint = {});

//! The sentence with its place before it: "Line 3, column 5: …"; without one where there is none.
QString placedProblemText(const ParameterFinding &finding, const QString &words);

//! What a declaration says about values, for a line below the name: "Number, 60 to 3600".
QString parameterHint(const ParameterDeclaration &declaration, bool isRequired);

} // namespace countersign
