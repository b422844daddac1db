// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/keyimport.h"

namespace countersign::detail {

//! The account in an ARN; empty when there is none.
QString accountOf(const QString &arn);
bool isRegionName(const QString &text);
//! Whether the text of a variable means yes.
bool isOn(const QString &variable);

//! Where the role is taken: at a host that is named, else at that of a region; the general one for
//! neither. What is none of the token service's is left out, with a note.
void takeStsPlace(ImportCandidate &candidate, const QString &endpoint, const QString &region);

//! Finds which profile each one builds on (the first of that name, as the CLI takes it), and who
//! cannot be imported because of that.
void followSources(const CliConfig &config, std::vector<ImportCandidate> &candidates);

} // namespace countersign::detail
