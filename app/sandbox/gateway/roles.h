// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/gateway/users.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace countersign::sandbox {

//! A RAM role, and who may take it by its trust policy.
struct Role
{
    QString name;
    QString id;
    QString accountId;
    int longestSeconds = 3'600; //!< MaxSessionDuration
    bool hasAllRights = false;
    QSet<QString> rights;
    bool trustsUsers = false; //!< of the sandbox's account, where their own rights let them
    bool trustsOidc = false;
    QStringList trustedRoles; //!< names of roles of the sandbox's account
    QString externalId;       //!< asked for when not empty

    QString arn() const;
    //! The trust policy's word on a caller with keys.
    bool trusts(const User &caller) const;
};

//! The roles that can be taken here, one of them in another account.
class Roles
{
public:
    Roles();
    const std::vector<Role> &all() const { return m_roles; }
    const Role *byArn(const QString &arn) const;
    //! Of the sandbox's account.
    const Role *byName(const QString &name) const;
    //! An account whose role the sandbox's users can take, and in which nothing runs.
    static QString otherAccountId();

private:
    void add(Role role);

    std::vector<Role> m_roles;
};

} // namespace countersign::sandbox
