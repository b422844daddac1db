// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/profileregistry.h"

#include <optional>

namespace countersign {

//! Who acts with the keys that a profile lends, as far as it is known.
struct KnownActor
{
    CallerIdentity identity;
    //! When this was last verified, UTC, where it was not for the keys lent now; invalid: it was.
    QDateTime lastVerifiedAt{};
    QDateTime readAt{}; //!< of the identity, UTC; invalid: it was told without a time

    //! When this was last verified, UTC, where it was not for the keys lent now, or not on the
    //! local day of `now`, which a program that runs for days comes to; invalid: it was.
    QDateTime notVerifiedSince(const QDateTime &now) const;
};

//! The identity that was read for the keys lent now; else the last one that was: with an entered
//! key while the profile lends the same one as then, with a source whether or not its keys are
//! here. Nothing: it is not known who acts, or the profile is locked and nobody was known before.
std::optional<KnownActor> knownActor(const ProfileRegistry &profiles, const ProfileId &id);

} // namespace countersign
