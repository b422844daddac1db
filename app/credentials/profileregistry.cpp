// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/profileregistry.h"

#include "app/api/endpoints.h"

#include <QHash>

#include <algorithm>

namespace countersign {

//! Shared with every target, so that one handed out earlier sees a lock at once.
struct ProfileRegistry::Lender
{
    QHash<ProfileId, std::shared_ptr<const Credentials>> credentials;
};

struct ProfileRegistry::Entry
{
    Profile profile;
    std::optional<CallerIdentity> identity;
};

ApiTarget targetOf(const Profile &profile, const RegionId &region,
                   std::function<std::shared_ptr<const Credentials>()> credentials)
{
    ApiTarget target;
    target.place = {profile.id, region};
    target.endpoint =
        profile.endpoint.isEmpty() ? oosEndpoint(region, profile.usesVpc) : profile.endpoint;
    target.stsEndpoint =
        profile.stsEndpoint.isEmpty() ? stsEndpoint(region, profile.usesVpc) : profile.stsEndpoint;
    target.allowsPrivateEndpoint = profile.allowsPrivateEndpoint || profile.environment.isSandbox;
    target.caCertificates = profile.caCertificates;
    target.scheme = profile.scheme;
    target.credentials = std::move(credentials);
    return target;
}

ProfileRegistry::ProfileRegistry(QObject *parent)
    : QObject(parent)
    , m_lender(std::make_shared<Lender>())
{
}

ProfileRegistry::~ProfileRegistry()
{
    m_lender->credentials.clear();
}

ProfileRegistry::Entry *ProfileRegistry::find(const ProfileId &id)
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&id](const Entry &entry) { return entry.profile.id == id; });
    return found == m_entries.end() ? nullptr : &*found;
}

const ProfileRegistry::Entry *ProfileRegistry::find(const ProfileId &id) const
{
    return const_cast<ProfileRegistry *>(this)->find(id);
}

void ProfileRegistry::setProfile(const Profile &profile)
{
    if (Entry *entry = find(profile.id)) {
        // Another account is another identity, which is to be read anew.
        if (entry->identity && entry->identity->accountId != profile.accountId)
            entry->identity.reset();
        entry->profile = profile;
    } else {
        m_entries.push_back({profile, {}});
    }
    Q_EMIT changed(profile.id);
}

void ProfileRegistry::removeProfile(const ProfileId &id)
{
    m_lender->credentials.remove(id);
    const auto count =
        std::erase_if(m_entries, [&id](const Entry &entry) { return entry.profile.id == id; });
    if (count > 0)
        Q_EMIT changed(id);
}

std::vector<Profile> ProfileRegistry::profiles() const
{
    std::vector<Profile> all;
    for (const Entry &entry : m_entries)
        all.push_back(entry.profile);
    return all;
}

std::optional<Profile> ProfileRegistry::profile(const ProfileId &id) const
{
    const Entry *entry = find(id);
    return entry ? std::optional(entry->profile) : std::nullopt;
}

std::vector<Place> ProfileRegistry::places() const
{
    std::vector<Place> all;
    for (const Entry &entry : m_entries) {
        for (const RegionId &region : entry.profile.regions)
            all.push_back({entry.profile.id, region});
    }
    return all;
}

void ProfileRegistry::setCredentials(const ProfileId &id,
                                     std::shared_ptr<const Credentials> credentials)
{
    // Other keys may be another user's; a lock takes nothing back of what was known.
    Entry *entry = find(id);
    if (entry && credentials)
        entry->identity.reset();
    if (credentials)
        m_lender->credentials.insert(id, std::move(credentials));
    else
        m_lender->credentials.remove(id);
    Q_EMIT changed(id);
}

bool ProfileRegistry::isUnlocked(const ProfileId &id) const
{
    return m_lender->credentials.contains(id);
}

bool ProfileRegistry::setIdentity(const ProfileId &id, const CallerIdentity &identity,
                                  const QDateTime &readAt)
{
    Entry *entry = find(id);
    if (!entry || identity.accountId.isEmpty())
        return false;
    if (entry->profile.accountId.isEmpty())
        entry->profile.accountId = identity.accountId;
    if (entry->profile.accountId != identity.accountId)
        return false;
    entry->identity = identity;
    if (readAt.isValid()) {
        entry->profile.lastIdentity = identity;
        entry->profile.lastIdentityAt = readAt;
    }
    if (const auto key = m_lender->credentials.value(id))
        entry->profile.verifiedKeyEnd = key->accessKeyId.right(4);
    Q_EMIT changed(id);
    return true;
}

std::optional<CallerIdentity> ProfileRegistry::identity(const ProfileId &id) const
{
    const Entry *entry = find(id);
    return entry ? entry->identity : std::nullopt;
}

std::optional<ApiTarget> ProfileRegistry::targetFor(const Place &place) const
{
    const Entry *entry = find(place.profile);
    if (!entry)
        return std::nullopt;
    return targetOf(entry->profile, place.region, [lender = m_lender, id = place.profile] {
        return lender->credentials.value(id);
    });
}

QStringList endpointHostsOf(const Profile &profile)
{
    const RegionId region = profile.regions.empty() ? RegionId() : profile.regions.front();
    const ApiTarget target = targetOf(profile, region, {});
    return {target.endpoint.host(QUrl::FullyEncoded), target.stsEndpoint.host(QUrl::FullyEncoded)};
}

QString actorName(const CallerIdentity &identity)
{
    const QString user = identity.userName();
    if (!user.isEmpty())
        return user;
    const qsizetype slash = identity.arn.indexOf(QLatin1Char('/'));
    if (slash >= 0)
        return identity.arn.mid(slash + 1);
    return identity.identityType;
}

} // namespace countersign
