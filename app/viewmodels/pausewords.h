// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace countersign {

struct ReviewFacts;

//! How a run that paused stands, a sentence each: which tasks failed and why, how far a loop's
//! batches are, how many steps a debug run has taken. Empty for other waits; safe text, which may
//! hold the service's words in quotation marks.
std::vector<QString> pauseLines(const ReviewFacts &facts);

} // namespace countersign
