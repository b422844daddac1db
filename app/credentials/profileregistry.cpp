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
    std::shared_ptr<const Credentials> entered;
    QDateTime enteredEnds;
    std::shared_ptr<const Credentials> issued; //!< null: never, or they have ended
    QDateTime issuedEnds;
    std::optional<CallerIdentity> issuedTo; //!< of the last that were issued
    bool isLocked = false;
    quint64 lending = 0;

    void forgetIssued()
    {
        issued.reset();
        issuedEnds = {};
        issuedTo.reset();
    }
};

namespace {

bool isSameCaller(const CallerIdentity &a, const CallerIdentity &b)
{
    if (a.accountId.isEmpty() || a.accountId != b.accountId)
        return false;
    if (!a.principalId.isEmpty() && !b.principalId.isEmpty())
        return a.principalId == b.principalId;
    return !a.arn.isEmpty() && a.arn == b.arn;
}

void forgetLastIdentity(Profile &profile)
{
    profile.lastIdentity = {};
    profile.lastIdentityAt = {};
}

} // namespace

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

//! Brings what is lent into agreement with the profile.
void ProfileRegistry::lend(Entry &entry)
{
    const auto &key = isIssued(entry.profile.source) ? entry.issued : entry.entered;
    if (key)
        m_lender->credentials.insert(entry.profile.id, key);
    else
        m_lender->credentials.remove(entry.profile.id);
}

void ProfileRegistry::setProfile(const Profile &profile)
{
    if (Entry *entry = find(profile.id)) {
        // Another account is another identity, which is to be read anew.
        const bool isOtherAccount =
            entry->identity && entry->identity->accountId != profile.accountId;
        const bool isOtherSource = entry->profile.source != profile.source;
        if (isOtherAccount || isOtherSource) {
            entry->identity.reset();
            entry->forgetIssued();
            entry->lending = ++m_lendings;
        }
        if (isOtherSource)
            entry->isLocked = false;
        if (profile.source.kind != KeyKind::Entered) {
            entry->entered.reset();
            entry->enteredEnds = {};
        }
        entry->profile = profile;
        // Who acted with another source says nothing of this one.
        if (isOtherSource)
            forgetLastIdentity(entry->profile);
        lend(*entry);
    } else {
        m_entries.push_back({});
        m_entries.back().profile = profile;
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
                                     std::shared_ptr<const Credentials> credentials,
                                     const QDateTime &expiresAt)
{
    Entry *entry = find(id);
    if (!entry)
        return;
    const bool takesKey = entry->profile.source.kind == KeyKind::Entered;
    if (credentials && !takesKey)
        return;
    // Other keys may be another user's; a lock takes nothing back of what was known.
    if (credentials) {
        entry->identity.reset();
        entry->lending = ++m_lendings;
    }
    entry->isLocked = !credentials;
    entry->entered = std::move(credentials);
    entry->enteredEnds = expiresAt;
    entry->forgetIssued();
    lend(*entry);
    Q_EMIT changed(id);
}

void ProfileRegistry::unlock(const ProfileId &id)
{
    Entry *entry = find(id);
    if (!entry || !entry->isLocked || !isIssued(entry->profile.source))
        return;
    entry->isLocked = false;
    Q_EMIT changed(id);
}

bool ProfileRegistry::isLocked(const ProfileId &id) const
{
    const Entry *entry = find(id);
    return entry && entry->isLocked;
}

std::shared_ptr<const Credentials> ProfileRegistry::enteredKey(const ProfileId &id) const
{
    const Entry *entry = find(id);
    return entry ? entry->entered : nullptr;
}

bool ProfileRegistry::renewCredentials(const ProfileId &id, const IssuedKeys &keys)
{
    Entry *entry = find(id);
    if (!entry || entry->isLocked || !isIssued(entry->profile.source))
        return false;
    const QString &account = entry->profile.accountId;
    if (keys.caller && !account.isEmpty() && keys.caller->accountId != account) {
        endCredentials(id);
        return false;
    }
    const auto &before = entry->issuedTo ? entry->issuedTo : entry->identity;
    const bool isSame = keys.caller && before && isSameCaller(*keys.caller, *before);
    const bool isRenewal = isSame && entry->issued;
    if (!isSame) {
        entry->identity.reset();
        entry->lending = ++m_lendings;
    }
    if (keys.caller && !isSameCaller(*keys.caller, entry->profile.lastIdentity))
        forgetLastIdentity(entry->profile);
    entry->issued = keys.credentials;
    entry->issuedEnds = keys.expiresAt;
    entry->issuedTo = keys.caller;
    lend(*entry);
    if (isRenewal)
        Q_EMIT renewed(id);
    else
        Q_EMIT changed(id);
    return true;
}

void ProfileRegistry::endCredentials(const ProfileId &id)
{
    Entry *entry = find(id);
    if (!entry || !entry->issued)
        return;
    // Whose they were is kept, so that the same caller's next keys are known as such.
    entry->issued.reset();
    entry->issuedEnds = {};
    lend(*entry);
    Q_EMIT changed(id);
}

bool ProfileRegistry::isUnlocked(const ProfileId &id) const
{
    return m_lender->credentials.contains(id);
}

QDateTime ProfileRegistry::expiresAt(const ProfileId &id) const
{
    const Entry *entry = find(id);
    if (!entry || !isUnlocked(id))
        return {};
    return isIssued(entry->profile.source) ? entry->issuedEnds : entry->enteredEnds;
}

quint64 ProfileRegistry::lending(const ProfileId &id) const
{
    const Entry *entry = find(id);
    return entry ? entry->lending : 0;
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

QString hostOf(const QUrl &endpoint)
{
    const bool isPlain = endpoint.scheme() == QStringLiteral("http");
    const int port = endpoint.port(isPlain ? 80 : 443);
    const QString host = endpoint.host(QUrl::FullyEncoded);
    const QString shown = host.contains(u':') ? QString(u'[' + host + u']') : host;
    return port == (isPlain ? 80 : 443) ? shown : QString(shown + u':' + QString::number(port));
}

QStringList endpointHostsOf(const Profile &profile)
{
    const RegionId region = profile.regions.empty() ? RegionId() : profile.regions.front();
    const ApiTarget target = targetOf(profile, region, {});
    return {hostOf(target.endpoint), hostOf(target.stsEndpoint)};
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
