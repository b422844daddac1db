// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/profilestops.h"

namespace countersign {

namespace {

bool isSameCause(const Error &a, const Error &b)
{
    return a.kind == b.kind && a.code == b.code && a.neededRight == b.neededRight;
}

} // namespace

bool ProfileStops::mayStart(const ProfileId &profile, int running) const
{
    const Entry entry = m_entries.value(profile);
    return !entry.stopped && (entry.isProven || running == 0);
}

void ProfileStops::onGood(const ProfileId &profile)
{
    // A reading that left before the stop proves nothing.
    Entry &entry = m_entries[profile];
    if (!entry.stopped)
        entry = {true, {}, {}};
}

bool ProfileStops::isStoppedBy(const ProfileId &profile, const Error &error,
                               bool wasReadBefore) const
{
    const Entry entry = m_entries.value(profile);
    if (entry.stopped)
        return false;
    if (error.kind == Error::Kind::BadCredentials)
        return true;
    return error.kind == Error::Kind::Forbidden && (wasReadBefore || !entry.isProven);
}

void ProfileStops::stop(const ProfileId &profile, const Error &error)
{
    Entry &entry = m_entries[profile];
    entry.stopped = error;
    entry.isProven = false;
}

std::optional<Error> ProfileStops::stopped(const ProfileId &profile) const
{
    return m_entries.value(profile).stopped;
}

bool ProfileStops::takeNews(const ProfileId &profile)
{
    const auto entry = m_entries.find(profile);
    if (entry == m_entries.end() || !entry->stopped)
        return false;
    if (entry->told && isSameCause(*entry->told, *entry->stopped))
        return false;
    entry->told = entry->stopped;
    return true;
}

bool ProfileStops::resume(const ProfileId &profile)
{
    const auto entry = m_entries.find(profile);
    if (entry == m_entries.end() || !entry->stopped)
        return false;
    entry->stopped.reset();
    return true;
}

} // namespace countersign
