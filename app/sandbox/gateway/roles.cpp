// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/gateway/roles.h"

namespace countersign::sandbox {

namespace {

QSet<QString> readRights()
{
    return {QStringLiteral("oos:ListExecutions"),
            QStringLiteral("oos:ListTaskExecutions"),
            QStringLiteral("oos:ListExecutionLogs"),
            QStringLiteral("oos:GetExecutionTemplate"),
            QStringLiteral("oos:ListExecutionRiskyTasks"),
            QStringLiteral("oos:ListTemplates"),
            QStringLiteral("oos:GetTemplate"),
            QStringLiteral("oos:ListTemplateVersions"),
            QStringLiteral("oos:ValidateTemplateContent"),
            QStringLiteral("oos:DescribeRegions")};
}

} // namespace

QString Role::arn() const
{
    return QStringLiteral("acs:ram::%1:role/%2").arg(accountId, name);
}

bool Role::trusts(const User &caller) const
{
    if (caller.accountId != Users::accountId())
        return false;
    return caller.isSession() ? trustedRoles.contains(caller.name.section(u'/', 0, 0))
                              : trustsUsers;
}

Roles::Roles()
{
    Role operating;
    operating.name = QStringLiteral("oos-operator");
    operating.hasAllRights = operating.trustsUsers = operating.trustsOidc = true;
    add(operating);
    Role reading;
    reading.name = QStringLiteral("oos-reader");
    reading.rights = readRights();
    reading.longestSeconds = 43'200;
    reading.trustsUsers = true;
    reading.trustedRoles = {operating.name};
    add(reading);
    Role chained;
    chained.name = QStringLiteral("oos-night-shift");
    chained.hasAllRights = true;
    chained.longestSeconds = 7'200;
    chained.trustedRoles = {operating.name};
    add(chained);
    Role partner;
    partner.name = QStringLiteral("oos-partner");
    partner.hasAllRights = partner.trustsUsers = true;
    partner.externalId = QStringLiteral("acme/2026:desk");
    add(partner);
    Role sealed;
    sealed.name = QStringLiteral("oos-sealed");
    sealed.hasAllRights = true;
    add(sealed);
    // What the metadata service and CloudSSO hand out; nobody takes them by their names.
    for (const char *name : {"oos-instance", "AliyunReservedSSO-oos-operator"}) {
        Role handedOut;
        handedOut.name = QString::fromLatin1(name);
        handedOut.hasAllRights = true;
        handedOut.longestSeconds = 21'600;
        add(handedOut);
    }
    Role elsewhere;
    elsewhere.name = QStringLiteral("oos-operator");
    elsewhere.accountId = otherAccountId();
    elsewhere.hasAllRights = elsewhere.trustsUsers = true;
    elsewhere.trustedRoles = {operating.name};
    add(elsewhere);
}

void Roles::add(Role role)
{
    if (role.accountId.isEmpty())
        role.accountId = Users::accountId();
    role.id = QStringLiteral("30000000000000%1").arg(201 + m_roles.size(), 4, 10, QChar(u'0'));
    m_roles.push_back(std::move(role));
}

const Role *Roles::byArn(const QString &arn) const
{
    for (const Role &role : m_roles) {
        if (role.arn() == arn)
            return &role;
    }
    return nullptr;
}

const Role *Roles::byName(const QString &name) const
{
    for (const Role &role : m_roles) {
        if (role.name == name && role.accountId == Users::accountId())
            return &role;
    }
    return nullptr;
}

QString Roles::otherAccountId()
{
    return QStringLiteral("2000000000000002");
}

} // namespace countersign::sandbox
