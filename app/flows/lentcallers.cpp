// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/lentcallers.h"

namespace countersign {

namespace {

//! Nothing is known against it: both are of one account, and not of two users or sessions.
bool mayBeSame(const CallerIdentity &a, const CallerIdentity &b)
{
    if (a.accountId != b.accountId)
        return false;
    if (!a.principalId.isEmpty() && !b.principalId.isEmpty())
        return a.principalId == b.principalId;
    return a.arn == b.arn;
}

} // namespace

quint64 LentCallers::generation(const ProfileId &id)
{
    Lent &lent = m_lent[id];
    if (lent.isRenewing)
        return lent.generation;
    const quint64 lending = m_profiles.lending(id);
    const auto identity = m_profiles.identity(id);
    if (lending != lent.lending) {
        lent = {lending, ++m_generations, identity, !identity, false};
    } else if (lent.isUnread && identity) {
        if (lent.caller && !mayBeSame(*lent.caller, *identity))
            lent.generation = ++m_generations;
        lent.caller = identity;
        lent.isUnread = false;
    }
    return lent.generation;
}

void LentCallers::beginRenewal(const ProfileId &id, const std::optional<CallerIdentity> &caller)
{
    generation(id); // what has changed before is no part of it
    Lent &lent = m_lent[id];
    if (caller && lent.caller && !mayBeSame(*lent.caller, *caller))
        lent.generation = ++m_generations;
    if (caller)
        lent.caller = caller;
    lent.isUnread = !caller;
    lent.isRenewing = true;
}

void LentCallers::endRenewal(const ProfileId &id)
{
    Lent &lent = m_lent[id];
    lent.isRenewing = false;
    lent.lending = m_profiles.lending(id);
}

} // namespace countersign
