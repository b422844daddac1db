// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/profileregistry.h"

#include <QHash>

#include <memory>
#include <vector>

namespace countersign {

//! Tells which profiles are read with something else than before: other credentials, another
//! endpoint, other certificates or another signature. Keeps no credentials alive.
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
        std::weak_ptr<const Credentials> credentials; //!< compared, never lent

        bool isSame(const Access &other) const;
    };
    QHash<ProfileId, Access> m_accesses;
};

} // namespace countersign
