// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/profilesviewmodel.h"

namespace countersign {

//! What a test has found so far, one sentence a line. `accountId` is the profile's own, empty when
//! it is not known yet; `source` where its keys come from.
std::vector<CheckLine> checkLinesOf(const ProfileCheckReport &report, const QString &accountId,
                                    const KeySource &source = {});

//! Why a profile cannot be saved; empty for None.
QString profileProblemText(ProfileProblem problem, ProfileWorld world);

} // namespace countersign
