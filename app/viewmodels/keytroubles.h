// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/standingwords.h"

#include <vector>

namespace countersign {

//! One cause for which a profile, and perhaps others that build on it, have no keys or will have
//! none soon. Each cause is told once.
struct KeyTrouble
{
    enum class Remedy {
        EnterKey,    //!< in the profile
        RenewNow,    //!< the source can be asked again
        ShowProfile, //!< something in it is to be agreed to or corrected
    };
    ProfileId profile;
    std::vector<ProfileId> alike; //!< other profiles with the very same cause
    QString words;                //!< with the profiles' names; safe text, whole sentences
    QString details;              //!< as of errorDetails()
    Remedy remedy = Remedy::ShowProfile;
    //! Places of these need no line of their own about missing keys: the profile, those alike, and
    //! those whose keys come from one of them.
    std::vector<ProfileId> covered;
    bool isOfKeychain =
        false;    //!< the keychain as a whole gave nothing, which needs no line of its own
    QString code; //!< of the error behind it; empty: none, or one without a code
    QString way;  //!< wayCauseOf() that error: where it is told of places already, it is not twice
    friend bool operator==(const KeyTrouble &, const KeyTrouble &) = default;
};

//! Of all profiles at one moment, in their order. Where keys are still asked for there is none.
std::vector<KeyTrouble> keyTroublesOf(const std::vector<StandingFacts> &all);

} // namespace countersign
