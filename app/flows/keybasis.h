// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/keyrenewal.h"
#include "app/flows/lentcallers.h"
#include "app/flows/profilechain.h"

#include <memory>
#include <optional>

namespace countersign {

//! What an asking rests on: when it is another one, so is what came of it.
struct KeyBasis
{
    KeySource source;
    QUrl stsEndpoint;
    QByteArray caCertificates;
    RegionId region;
    bool usesVpc = false;
    SignatureScheme scheme = SignatureScheme::V3;
    std::weak_ptr<const Credentials> entered;
    QString accountId; //!< empty: not known yet
    bool isLocked = false;
    bool isOtherThere = false;   //!< the other profile exists and is not locked
    quint64 otherGeneration = 0; //!< LentCallers::generation() of the other profile
    //! ProfileRegistry::lending() of it. With another one the keys should be asked for anew, but
    //! what was issued is as good as before.
    quint64 otherLending = 0;

    bool isSame(const KeyBasis &other) const
    {
        const bool isSameAccount =
            accountId.isEmpty() || other.accountId.isEmpty() || accountId == other.accountId;
        return isSameAccount && isLocked == other.isLocked && source == other.source &&
               stsEndpoint == other.stsEndpoint && caCertificates == other.caCertificates &&
               region == other.region && usesVpc == other.usesVpc && scheme == other.scheme &&
               entered.lock() == other.entered.lock() && isOtherThere == other.isOtherThere &&
               otherGeneration == other.otherGeneration;
    }
};

//! Why a source is not asked.
struct KeyObstacle
{
    RenewalStanding::State state = RenewalStanding::State::Ended;
    Error error;
    ProfileChain chain;
};

KeyBasis basisOf(const Profile &profile, const ProfileRegistry &profiles, LentCallers &callers);

//! The key that the source begins with: `entered`, or what the other profile lends; null: neither
//! is wanted, or it is not here.
std::shared_ptr<const Credentials> baseOf(const Profile &profile,
                                          const std::shared_ptr<const Credentials> &entered,
                                          const ProfileRegistry &profiles);

//! How the keys come that are needed first, for mayAskAgain(): those that the other profile has
//! from a person or from the environment do not renew themselves.
KeyKind firstKindOf(const KeySource &source, const ProfileRegistry &profiles);

//! What must be removed before the source is asked; nothing: it may be. A lock is not among it.
std::optional<KeyObstacle> obstacleTo(const Profile &profile,
                                      const std::shared_ptr<const Credentials> &entered,
                                      const ProfileRegistry &profiles);

//! LocalFault with that code.
Error localFaultNamed(const QString &code);

} // namespace countersign
