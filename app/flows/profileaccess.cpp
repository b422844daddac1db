// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/profileaccess.h"

namespace countersign {

bool ProfileAccess::Access::isSame(const Access &other) const
{
    return endpoint == other.endpoint && caCertificates == other.caCertificates &&
           scheme == other.scheme && credentials.lock() == other.credentials.lock();
}

std::vector<ProfileId> ProfileAccess::takeChanges(const ProfileRegistry &registry)
{
    std::vector<ProfileId> changes;
    QHash<ProfileId, Access> before;
    before.swap(m_accesses);
    for (const Profile &profile : registry.profiles()) {
        Access access{profile.endpoint, profile.caCertificates, profile.scheme, {}};
        if (const auto target = registry.targetFor({profile.id, {}})) {
            // The host that follows from the profile, a VPC's too.
            access.endpoint = target->endpoint;
            access.credentials = target->credentials();
        }
        const auto known = before.constFind(profile.id);
        if (known == before.constEnd() || !known->isSame(access))
            changes.push_back(profile.id);
        m_accesses.insert(profile.id, access);
    }
    return changes;
}

} // namespace countersign
