// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/identityreads.h"

#include "app/api/operations.h"
#include "app/flows/keyrenewal.h"
#include "app/flows/knownactor.h"

namespace countersign {

IdentityReads::IdentityReads(const FlowServices &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{
}

bool IdentityReads::isKnown(const ProfileId &id) const
{
    const auto actor =
        m_services.profiles.identity(id) ? knownActor(m_services.profiles, id) : std::nullopt;
    return actor && !m_outdated.contains(id) &&
           !actor->notVerifiedSince(m_services.clock.now()).isValid();
}

void IdentityReads::readIfUnknown(const Place &place)
{
    const ProfileId &id = place.profile;
    const auto target = m_services.profiles.targetFor(place);
    if (isKnown(id) || !target || m_asked.contains(id) || m_running.contains(id) ||
        !m_services.profiles.isUnlocked(id))
        return;
    m_asked.insert(id);
    const quint64 lending = m_services.profiles.lending(id);
    const auto onReply = [this, id, lending](const Result<ApiReply> &reply) {
        onRead(id, lending, reply);
    };
    m_running.insert(id,
                     m_services.client.read(*target, getCallerIdentityRequest(), this, onReply));
}

void IdentityReads::forget(const ProfileId &profile)
{
    m_outdated.insert(profile);
    m_asked.remove(profile);
    m_running.value(profile).cancel();
}

void IdentityReads::onRead(const ProfileId &profile, quint64 lending, const Result<ApiReply> &reply)
{
    m_running.remove(profile);
    // An answer about keys that are lent no more says nothing of those that are.
    if (m_services.profiles.lending(profile) != lending) {
        m_asked.remove(profile);
        Q_EMIT ended();
        return;
    }
    // A failure is asked about again with the next refresh; nothing depends on it but words.
    const auto identity = reply ? readGetCallerIdentity(reply->body) : reply.error();
    if (identity)
        take(profile, *identity);
    Q_EMIT ended();
}

void IdentityReads::take(const ProfileId &profile, const CallerIdentity &identity)
{
    m_outdated.remove(profile);
    if (m_services.profiles.setIdentity(profile, identity, m_services.clock.now()))
        return;
    // Nothing is read with another account's key.
    Error error;
    error.kind = Error::Kind::BadCredentials;
    error.code = otherAccountCode();
    const auto known = m_services.profiles.profile(profile);
    if (m_services.renewal != nullptr && known && isIssued(known->source))
        m_services.renewal->refuse(profile, error);
    else
        m_services.profiles.setCredentials(profile, nullptr);
    Q_EMIT mismatched(profile, error);
}

} // namespace countersign
