// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/profileregistry.h"

#include <QString>

#include <vector>

namespace countersign {

//! The profiles whose keys one begins with, one behind the other.
struct ProfileChain
{
    enum class Problem {
        None,
        NoOther, //!< one names a profile that does not exist
        Circle,  //!< they lead back to one that was met before
        TooLong, //!< more than `most` behind the first
    };
    Problem problem = Problem::None;
    //! From the first one on, as far as was looked; a circle ends with the one that was met before.
    std::vector<QString> aliases;
    friend bool operator==(const ProfileChain &, const ProfileChain &) = default;
};

//! `first` need not be in the registry, or may be another form of what is there.
ProfileChain chainOf(const Profile &first, const ProfileRegistry &profiles, int most);

//! The profile and those whose keys it begins with, one behind the other, as far as they lead and
//! each once.
std::vector<Profile> basesOf(const Profile &first, const ProfileRegistry &profiles);

} // namespace countersign
