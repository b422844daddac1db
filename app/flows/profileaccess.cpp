// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/profileaccess.h"

namespace countersign {

std::vector<ProfileId> ProfileAccess::takeChanges(const ProfileRegistry &registry)
{
    std::vector<ProfileId> changes;
    QHash<ProfileId, Access> before;
    before.swap(m_accesses);
    for (const Profile &profile : registry.profiles()) {
        Access access{profile.endpoint, profile.caCertificates, profile.scheme,
                      registry.isUnlocked(profile.id), registry.lending(profile.id)};
        // The host that follows from the profile, a VPC's too.
        if (const auto target = registry.targetFor({profile.id, {}}))
            access.endpoint = target->endpoint;
        const auto known = before.constFind(profile.id);
        if (known == before.constEnd() || *known != access)
            changes.push_back(profile.id);
        m_accesses.insert(profile.id, access);
    }
    return changes;
}

} // namespace countersign
