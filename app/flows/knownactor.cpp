// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/knownactor.h"

namespace countersign {

namespace {

bool lendsVerifiedKey(const ProfileRegistry &profiles, const Profile &profile)
{
    const auto target = profiles.targetFor({profile.id, {}});
    const auto key = target ? target->credentials() : nullptr;
    return key && !profile.verifiedKeyEnd.isEmpty() &&
           key->accessKeyId.right(4) == profile.verifiedKeyEnd;
}

} // namespace

std::optional<KnownActor> knownActor(const ProfileRegistry &profiles, const ProfileId &id)
{
    const auto profile = profiles.profile(id);
    if (const auto identity = profiles.identity(id))
        return KnownActor{*identity, {}, profile ? profile->lastIdentityAt : QDateTime()};
    if (!profile || !profile->lastIdentityAt.isValid())
        return std::nullopt;
    const bool isSameAccount =
        !profile->accountId.isEmpty() && profile->lastIdentity.accountId == profile->accountId;
    // A source gives keys of many ids to one caller, and is asked again before anything is sent.
    if (!isSameAccount || (!isIssued(profile->source) && !lendsVerifiedKey(profiles, *profile)))
        return std::nullopt;
    return KnownActor{profile->lastIdentity, profile->lastIdentityAt, profile->lastIdentityAt};
}

QDateTime KnownActor::notVerifiedSince(const QDateTime &now) const
{
    if (lastVerifiedAt.isValid() || !readAt.isValid())
        return lastVerifiedAt;
    return readAt.toLocalTime().date() < now.toLocalTime().date() ? readAt : QDateTime();
}

} // namespace countersign
