// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/profileregistry.h"

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

namespace {

QUrl publicEndpoint(const RegionId &region)
{
    QUrl url;
    url.setScheme(QStringLiteral("https"));
    url.setHost(QStringLiteral("oos.%1.aliyuncs.com").arg(region.text()));
    return url;
}

QUrl publicStsEndpoint()
{
    return QUrl(QStringLiteral("https://sts.aliyuncs.com"));
}

} // namespace

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
    if (Entry *entry = find(profile.id))
        entry->profile = profile;
    else
        m_entries.push_back({profile, {}});
    Q_EMIT changed(profile.id);
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

bool ProfileRegistry::setIdentity(const ProfileId &id, const CallerIdentity &identity)
{
    Entry *entry = find(id);
    if (!entry || identity.accountId.isEmpty())
        return false;
    if (entry->profile.accountId.isEmpty())
        entry->profile.accountId = identity.accountId;
    if (entry->profile.accountId != identity.accountId)
        return false;
    entry->identity = identity;
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
    const Profile &profile = entry->profile;
    ApiTarget target;
    target.place = place;
    target.endpoint = profile.endpoint.isEmpty() ? publicEndpoint(place.region) : profile.endpoint;
    target.stsEndpoint = profile.stsEndpoint.isEmpty() ? publicStsEndpoint() : profile.stsEndpoint;
    target.caCertificates = profile.caCertificates;
    target.scheme = profile.scheme;
    target.credentials = [lender = m_lender, id = profile.id] {
        return lender->credentials.value(id);
    };
    return target;
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
