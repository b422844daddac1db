// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/keybasis.h"

namespace countersign {

using State = RenewalStanding::State;

namespace {

std::shared_ptr<const Credentials> lentBy(const ProfileId &id, const ProfileRegistry &profiles)
{
    const auto target = profiles.targetFor({id, {}});
    return target ? target->credentials() : nullptr;
}

} // namespace

Error localFaultNamed(const QString &code)
{
    Error error;
    error.kind = Error::Kind::LocalFault;
    error.code = code;
    return error;
}

KeyBasis basisOf(const Profile &profile, const ProfileRegistry &profiles, LentCallers &callers)
{
    KeyBasis basis;
    basis.source = profile.source;
    basis.stsEndpoint = profile.stsEndpoint;
    basis.caCertificates = profile.caCertificates;
    basis.region = profile.regions.empty() ? RegionId() : profile.regions.front();
    basis.usesVpc = profile.usesVpc;
    basis.scheme = profile.scheme;
    basis.accountId = profile.accountId;
    basis.isLocked = profiles.isLocked(profile.id);
    basis.entered = profiles.enteredKey(profile.id);
    const ProfileId &other = profile.source.otherProfile;
    if (profile.source.kind == KeyKind::OtherProfile && profiles.profile(other)) {
        basis.isOtherThere = !profiles.isLocked(other);
        basis.otherGeneration = callers.generation(other);
        basis.otherLending = profiles.lending(other);
    }
    return basis;
}

std::shared_ptr<const Credentials> baseOf(const Profile &profile,
                                          const std::shared_ptr<const Credentials> &entered,
                                          const ProfileRegistry &profiles)
{
    if (profile.source.kind == KeyKind::Entered)
        return entered;
    return profile.source.kind == KeyKind::OtherProfile
               ? lentBy(profile.source.otherProfile, profiles)
               : nullptr;
}

KeyKind firstKindOf(const KeySource &source, const ProfileRegistry &profiles)
{
    if (source.kind != KeyKind::OtherProfile)
        return source.kind;
    const auto other = profiles.profile(source.otherProfile);
    return other && !isRenewed(other->source) ? other->source.kind : source.kind;
}

std::optional<KeyObstacle> obstacleTo(const Profile &profile,
                                      const std::shared_ptr<const Credentials> &entered,
                                      const ProfileRegistry &profiles)
{
    const KeySource &source = profile.source;
    if (problemOf(source) != KeySourceProblem::None || profile.regions.empty())
        return KeyObstacle{State::Ended, localFaultNamed(renewalcodes::badSource()), {}};
    if (!isConfirmed(source))
        return KeyObstacle{
            State::NeedsAgreement, localFaultNamed(keyissuercodes::notConfirmed()), {}};
    const ProfileChain chain = chainOf(profile, profiles, KeyRenewal::longestChain);
    if (chain.problem == ProfileChain::Problem::NoOther)
        return KeyObstacle{State::Ended, localFaultNamed(renewalcodes::noOtherProfile()), chain};
    if (chain.problem != ProfileChain::Problem::None)
        return KeyObstacle{State::Loop, localFaultNamed(renewalcodes::loop()), chain};
    const bool needsBase = source.kind == KeyKind::Entered || source.kind == KeyKind::OtherProfile;
    if (needsBase && !baseOf(profile, entered, profiles))
        return KeyObstacle{State::NeedsKey, localFaultNamed(renewalcodes::noKey()), chain};
    return std::nullopt;
}

} // namespace countersign
