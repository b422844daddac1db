// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/reviewsubject.h"
#include "app/viewmodels/starterburst.h"

#include <QString>

#include <optional>
#include <vector>

namespace countersign {

//! What a person should hear before they take `act`, a whole sentence each: that they started the
//! run themselves, that its starter asks for much at once, that a newer run exists. Warnings only:
//! none of them closes an act (rule F20 of security.md). Pure.
std::vector<QString> cautionsFor(Act act, const ReviewFacts &facts, const ReviewStanding &standing,
                                 const std::optional<StarterBurst> &burst);

} // namespace countersign
