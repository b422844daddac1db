// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/secretbytes.h"
#include "app/sandbox/gateway/sessionpolicy.h"

#include <QDateTime>
#include <QSet>
#include <QString>

#include <memory>
#include <vector>

namespace countersign::sandbox {

//! Whoever a key belongs to: a RAM user, the account itself, or a session of a role.
struct User
{
    enum class Kind { RamUser, Account, RoleSession };

    Kind kind = Kind::RamUser;
    QString name; //!< a session's: "role/session"; the account's: "root"
    QString id;   //!< a session's: "<id of the role>:<session>"
    QString accountId;
    QString accessKeyId;
    SecretBytes secret;
    SecretBytes securityToken; //!< sessions only
    QDateTime expiresAt;       //!< sessions only
    bool hasAllRights = false;
    QSet<QString> rights;                        //!< such as oos:ListExecutions
    std::shared_ptr<const SessionPolicy> policy; //!< narrows a session's rights; null: none

    bool isSession() const { return kind == Kind::RoleSession; }
    //! `resource` as in RAM, such as acs:oos:cn-hangzhou:1000000000000001:execution/exec-1.
    bool may(const QString &right, const QString &resource) const;
    //! The name as the service writes it; of a session "role:session", the form in which refusals
    //! name one.
    QString displayName() const;
    QString nameAndId() const { return QStringLiteral("%1(%2)").arg(displayName(), id); }
    QString arn() const;
};

//! A text that follows from the seed and its own purpose, in hex digits.
QString derivedText(quint32 seed, const QString &name, const char *purpose, qsizetype length);

//! The account's users and the account itself; keys follow from the seed.
class Users
{
public:
    explicit Users(quint32 seed);
    //! The RAM users.
    const std::vector<User> &all() const { return m_users; }
    const User &root() const { return m_root; }
    const User *byKey(const QString &accessKeyId) const;
    const User *byName(const QString &name) const;
    static QString accountId();

private:
    std::vector<User> m_users;
    User m_root;
};

} // namespace countersign::sandbox
