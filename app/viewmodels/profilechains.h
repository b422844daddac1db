// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/profilekeeper.h"

#include <QStringList>

#include <vector>

namespace countersign {

//! A circle into which the keys of `profile` lead, by name: the first one stands at the end once
//! more. Empty: there is none. `others` may hold an older form of `profile`.
QStringList circleOf(const Profile &profile, const std::vector<Profile> &others);

//! Names of those whose keys come from this profile, straight or over others, in their order.
QStringList builtOn(const ProfileId &id, const std::vector<Profile> &profiles);

} // namespace countersign
