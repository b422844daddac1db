// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/gateway/users.h"

#include <QCryptographicHash>

namespace countersign::sandbox {

QString derivedText(quint32 seed, const QString &name, const char *purpose, qsizetype length)
{
    const QByteArray text = QByteArray::number(seed) + '/' + name.toUtf8() + '/' + purpose;
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex())
        .left(length);
}

bool User::may(const QString &right, const QString &resource) const
{
    return (hasAllRights || rights.contains(right)) && (!policy || policy->allows(right, resource));
}

QString User::displayName() const
{
    return isSession() ? name.section(u'/', 0, 0) + u':' + name.section(u'/', 1) : name;
}

QString User::arn() const
{
    const QString place = QStringLiteral("acs:ram::%1:").arg(accountId);
    switch (kind) {
    case Kind::RamUser:
        return place + u"user/" + name;
    case Kind::Account:
        return place + u"root";
    case Kind::RoleSession:
        break;
    }
    return place + u"assumed-role/" + name;
}

Users::Users(quint32 seed)
{
    // The last two: nothing at all, and the four rights published for approvers.
    const QStringList names{QStringLiteral("li.wei"),     QStringLiteral("anna.k"),
                            QStringLiteral("zhang.min"),  QStringLiteral("tomas.r"),
                            QStringLiteral("guest.none"), QStringLiteral("approver.four")};
    for (const QString &name : names) {
        User user;
        user.name = name;
        user.accountId = accountId();
        user.id = QStringLiteral("20000000000000%1").arg(101 + m_users.size(), 4, 10, QChar(u'0'));
        user.accessKeyId = QStringLiteral("SANDBOX") + derivedText(seed, name, "key", 17);
        user.secret = SecretBytes(derivedText(seed, name, "secret", 30).toLatin1());
        user.hasAllRights = m_users.size() < 4;
        if (name == u"approver.four") {
            user.rights = {QStringLiteral("oos:GetExecutionTemplate"),
                           QStringLiteral("oos:ListTaskExecutions"),
                           QStringLiteral("oos:ListExecutions"),
                           QStringLiteral("oos:NotifyExecution")};
        }
        m_users.push_back(std::move(user));
    }
    m_root.kind = User::Kind::Account;
    m_root.name = QStringLiteral("root");
    m_root.id = m_root.accountId = accountId();
    m_root.accessKeyId = QStringLiteral("SANDBOX") + derivedText(seed, m_root.name, "key", 17);
    m_root.secret = SecretBytes(derivedText(seed, m_root.name, "secret", 30).toLatin1());
    m_root.hasAllRights = true;
}

const User *Users::byKey(const QString &accessKeyId) const
{
    for (const User &user : m_users) {
        if (user.accessKeyId == accessKeyId)
            return &user;
    }
    return m_root.accessKeyId == accessKeyId ? &m_root : nullptr;
}

const User *Users::byName(const QString &name) const
{
    for (const User &user : m_users) {
        if (user.name == name)
            return &user;
    }
    return m_root.name == name ? &m_root : nullptr;
}

QString Users::accountId()
{
    return QStringLiteral("1000000000000001");
}

} // namespace countersign::sandbox
