// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/importplan.h"

#include <QString>

namespace countersign {

//! What is wrong with a file of keys, each as cause and next step. Safe text that holds nothing of
//! the file.

//! Why it cannot be read; empty: it can.
QString keyFileProblemText(const KeyFileReading &reading);
//! Why what was read is no file of keys.
QString configProblemText(const CliConfigProblem &problem);

} // namespace countersign
