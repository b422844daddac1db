// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/profilechain.h"

#include <QSet>

namespace countersign {

ProfileChain chainOf(const Profile &first, const ProfileRegistry &profiles, int most)
{
    using Problem = ProfileChain::Problem;
    ProfileChain chain;
    chain.aliases.push_back(first.alias);
    QSet<ProfileId> met{first.id};
    KeySource source = first.source;
    for (int behind = 1; source.kind == KeyKind::OtherProfile; ++behind) {
        if (source.otherProfile == first.id) {
            chain.aliases.push_back(first.alias);
            chain.problem = Problem::Circle;
            return chain;
        }
        const auto next = profiles.profile(source.otherProfile);
        if (!next) {
            chain.problem = Problem::NoOther;
            return chain;
        }
        chain.aliases.push_back(next->alias);
        if (met.contains(next->id))
            chain.problem = Problem::Circle;
        else if (behind > most)
            chain.problem = Problem::TooLong;
        if (chain.problem != Problem::None)
            return chain;
        met.insert(next->id);
        source = next->source;
    }
    return chain;
}

std::vector<Profile> basesOf(const Profile &first, const ProfileRegistry &profiles)
{
    std::vector<Profile> bases;
    QSet<ProfileId> met;
    std::optional<Profile> next = first;
    while (next && !met.contains(next->id)) {
        met.insert(next->id);
        bases.push_back(*next);
        if (next->source.kind != KeyKind::OtherProfile)
            break;
        next = profiles.profile(next->source.otherProfile);
    }
    return bases;
}

} // namespace countersign
