// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/documentfile.h"

namespace countersign {

//! What is wrong with one of the program's own files, and that nothing was written over it; whole
//! sentences.
QString documentProblemText(const DocumentProblem &problem);

} // namespace countersign
