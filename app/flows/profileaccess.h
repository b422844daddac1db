// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/profileregistry.h"

#include <QHash>

#include <vector>

namespace countersign {

//! Tells which profiles are read with something else than before: credentials of what may be
//! another caller, another endpoint, other certificates or another signature. Keys of the same
//! caller that were renewed are nothing else.
class ProfileAccess
{
public:
    //! The profiles of the registry that have changed in this way since the last call, new ones
    //! among them.
    std::vector<ProfileId> takeChanges(const ProfileRegistry &registry);

private:
    struct Access
    {
        QUrl endpoint;
        QByteArray caCertificates;
        SignatureScheme scheme = SignatureScheme::V3;
        bool isUnlocked = false;
        quint64 lending = 0; //!< as ProfileRegistry::lending()

        bool operator==(const Access &) const = default;
    };
    QHash<ProfileId, Access> m_accesses;
};

} // namespace countersign
