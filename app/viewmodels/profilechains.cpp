// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/profilechains.h"

#include <algorithm>

namespace countersign {

namespace {

const Profile *nextOf(const Profile &profile, const Profile &changed,
                      const std::vector<Profile> &others)
{
    if (profile.source.kind != KeyKind::OtherProfile)
        return nullptr;
    const ProfileId &wanted = profile.source.otherProfile;
    if (wanted == changed.id)
        return &changed;
    const auto found = std::find_if(others.begin(), others.end(),
                                    [&wanted](const Profile &other) { return other.id == wanted; });
    return found == others.end() ? nullptr : &*found;
}

bool comesFrom(const Profile &profile, const ProfileId &id, const std::vector<Profile> &profiles)
{
    const Profile *at = &profile;
    // A chain is no longer than there are profiles, or it is a circle.
    for (std::size_t step = 0; at != nullptr && step <= profiles.size(); ++step) {
        if (at->source.kind == KeyKind::OtherProfile && at->source.otherProfile == id)
            return true;
        at = nextOf(*at, profile, profiles);
    }
    return false;
}

} // namespace

QStringList circleOf(const Profile &profile, const std::vector<Profile> &others)
{
    std::vector<const Profile *> way;
    for (const Profile *at = &profile; at != nullptr; at = nextOf(*at, profile, others)) {
        const auto before = std::find_if(
            way.begin(), way.end(), [at](const Profile *passed) { return passed->id == at->id; });
        if (before == way.end()) {
            way.push_back(at);
            continue;
        }
        QStringList names;
        for (auto passed = before; passed != way.end(); ++passed)
            names += (*passed)->alias;
        names += at->alias;
        return names;
    }
    return {};
}

QStringList builtOn(const ProfileId &id, const std::vector<Profile> &profiles)
{
    QStringList names;
    for (const Profile &profile : profiles) {
        if (profile.id != id && comesFrom(profile, id, profiles))
            names += profile.alias;
    }
    return names;
}

} // namespace countersign
