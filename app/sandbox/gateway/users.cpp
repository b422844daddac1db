// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/gateway/users.h"

#include <QCryptographicHash>

namespace countersign::sandbox {

namespace {

QString derived(quint32 seed, const QString &name, const char *purpose, qsizetype length)
{
    const QByteArray text = QByteArray::number(seed) + '/' + name.toUtf8() + '/' + purpose;
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex())
        .left(length);
}

} // namespace

Users::Users(quint32 seed)
{
    // The last two: nothing at all, and the four rights published for approvers.
    const QStringList names{QStringLiteral("li.wei"),     QStringLiteral("anna.k"),
                            QStringLiteral("zhang.min"),  QStringLiteral("tomas.r"),
                            QStringLiteral("guest.none"), QStringLiteral("approver.four")};
    for (const QString &name : names) {
        User user;
        user.name = name;
        user.id = QStringLiteral("20000000000000%1").arg(101 + m_users.size(), 4, 10, QChar(u'0'));
        user.accessKeyId = QStringLiteral("SANDBOX") + derived(seed, name, "key", 17);
        user.secret = SecretBytes(derived(seed, name, "secret", 30).toLatin1());
        user.hasAllRights = m_users.size() < 4;
        if (name == u"approver.four") {
            user.rights = {QStringLiteral("oos:GetExecutionTemplate"),
                           QStringLiteral("oos:ListTaskExecutions"),
                           QStringLiteral("oos:ListExecutions"),
                           QStringLiteral("oos:NotifyExecution")};
        }
        m_users.push_back(std::move(user));
    }
}

const User *Users::byKey(const QString &accessKeyId) const
{
    for (const User &user : m_users) {
        if (user.accessKeyId == accessKeyId)
            return &user;
    }
    return nullptr;
}

const User *Users::byName(const QString &name) const
{
    for (const User &user : m_users) {
        if (user.name == name)
            return &user;
    }
    return nullptr;
}

QString Users::accountId()
{
    return QStringLiteral("1000000000000001");
}

} // namespace countersign::sandbox
