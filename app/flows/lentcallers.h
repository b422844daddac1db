// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/profileregistry.h"

#include <QHash>

#include <optional>

namespace countersign {

//! Whose keys each profile lends, as far as it is known: what rests on them lives on while nobody
//! has said that they are another caller's. ProfileRegistry::lending() changes already when it
//! could not be read whose the renewed keys are; generation() does not. Owned by KeyRenewal.
class LentCallers
{
public:
    //! `profiles` must live as long as this object.
    explicit LentCallers(const ProfileRegistry &profiles)
        : m_profiles(profiles)
    {
    }

    //! Another number whenever what is lent is known to be another caller's, or comes from another
    //! key or another source.
    quint64 generation(const ProfileId &id);

    //! Around ProfileRegistry::renewCredentials(), which tells others of it before it returns.
    //! `caller`: whose the keys are; nothing: it could not be read.
    void beginRenewal(const ProfileId &id, const std::optional<CallerIdentity> &caller);
    void endRenewal(const ProfileId &id);

private:
    struct Lent
    {
        quint64 lending = 0; //!< of the registry
        quint64 generation = 0;
        std::optional<CallerIdentity> caller; //!< the last one that was known
        bool isUnread = false;                //!< of the present keys it is not known
        bool isRenewing = false;
    };

    const ProfileRegistry &m_profiles;
    QHash<ProfileId, Lent> m_lent;
    quint64 m_generations = 0;
};

} // namespace countersign
