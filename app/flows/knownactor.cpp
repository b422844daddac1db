// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/knownactor.h"

namespace countersign {

std::optional<KnownActor> knownActor(const ProfileRegistry &profiles, const ProfileId &id)
{
    if (const auto identity = profiles.identity(id))
        return KnownActor{*identity};
    const auto profile = profiles.profile(id);
    const auto target = profiles.targetFor({id, {}});
    const auto key = target ? target->credentials() : nullptr;
    if (!profile || !key || !profile->lastIdentityAt.isValid())
        return std::nullopt;
    const bool isSameKey =
        !profile->verifiedKeyEnd.isEmpty() && key->accessKeyId.right(4) == profile->verifiedKeyEnd;
    const bool isSameAccount =
        !profile->accountId.isEmpty() && profile->lastIdentity.accountId == profile->accountId;
    if (!isSameKey || !isSameAccount)
        return std::nullopt;
    return KnownActor{profile->lastIdentity, profile->lastIdentityAt};
}

} // namespace countersign
