// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/secretbytes.h"

#include <QSet>
#include <QString>

#include <vector>

namespace countersign::sandbox {

//! A RAM user of the sandbox's account.
struct User
{
    QString name;
    QString id;
    QString accessKeyId;
    SecretBytes secret;
    bool isActive = true;
    bool hasAllRights = false;
    QSet<QString> rights; //!< such as oos:ListExecutions

    bool may(const QString &right) const { return hasAllRights || rights.contains(right); }
    QString nameAndId() const { return QStringLiteral("%1(%2)").arg(name, id); }
};

//! The account's users; keys follow from the seed.
class Users
{
public:
    explicit Users(quint32 seed);
    const std::vector<User> &all() const { return m_users; }
    const User *byKey(const QString &accessKeyId) const;
    const User *byName(const QString &name) const;
    static QString accountId();

private:
    std::vector<User> m_users;
};

} // namespace countersign::sandbox
