// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/ownrequest.h"

#include <QTest>

using namespace countersign;

namespace {

CallerIdentity ramUser()
{
    CallerIdentity caller;
    caller.accountId = QStringLiteral("2000000000000001");
    caller.userId = QStringLiteral("200000000000000042");
    caller.arn = QStringLiteral("acs:ram::2000000000000001:user/ops-lead");
    caller.identityType = QStringLiteral("RAMUser");
    return caller;
}

CallerIdentity root()
{
    CallerIdentity caller;
    caller.accountId = caller.userId = QStringLiteral("2000000000000001");
    caller.arn = QStringLiteral("acs:ram::2000000000000001:root");
    caller.identityType = QStringLiteral("Account");
    return caller;
}

CallerIdentity role()
{
    CallerIdentity caller;
    caller.accountId = QStringLiteral("2000000000000001");
    caller.userId = QStringLiteral("300000000000000007:li.wei");
    caller.arn = QStringLiteral("acs:ram::2000000000000001:assumed-role/approver/li.wei");
    caller.identityType = QStringLiteral("AssumedRoleUser");
    return caller;
}

} // namespace

//! O14 of security.md; the forms of ExecutedBy are those of oos-api.md 7.1. A guess is never
//! certain (F20).
class tst_OwnRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void table_data();
    void table();
};

void tst_OwnRequest::table_data()
{
    QTest::addColumn<QString>("executedBy");
    QTest::addColumn<std::optional<CallerIdentity>>("caller");
    QTest::addColumn<OwnRequest>("own");
    using Caller = std::optional<CallerIdentity>;
    const auto add = [](const char *name, const char *executedBy, const Caller &caller,
                        OwnRequest own) {
        QTest::newRow(name) << QString::fromUtf8(executedBy) << caller << own;
    };
    add("same user", "ops-lead(200000000000000042)", ramUser(), OwnRequest::Yes);
    add("bare id", "200000000000000042", ramUser(), OwnRequest::Yes);
    add("renamed since", "before(200000000000000042)", ramUser(), OwnRequest::Yes);
    add("same name, other id", "ops-lead(200000000000000043)", ramUser(), OwnRequest::No);
    add("other user", "anna.k(200000000000000077)", ramUser(), OwnRequest::No);
    add("other bare id", "200000000000000077", ramUser(), OwnRequest::No);
    add("bare name", "ops-lead", ramUser(), OwnRequest::CannotTell);
    add("other bare name", "anna.k", ramUser(), OwnRequest::CannotTell);
    add("nobody told", "", ramUser(), OwnRequest::CannotTell);
    add("caller not known", "ops-lead(200000000000000042)", std::nullopt, OwnRequest::CannotTell);
    add("caller without id", "ops-lead(200000000000000042)", CallerIdentity{},
        OwnRequest::CannotTell);
    add("empty on both sides", "()", CallerIdentity{}, OwnRequest::CannotTell);
    add("the account itself", "root(2000000000000001)", root(), OwnRequest::Yes);
    add("a user, seen by the account", "ops-lead(200000000000000042)", root(), OwnRequest::No);
    add("same session of a role", "approver(300000000000000007:li.wei)", role(), OwnRequest::Yes);
    add("same role, other session", "approver(300000000000000007:anna)", role(),
        OwnRequest::CannotTell);
    add("the role without a session", "approver(300000000000000007)", role(),
        OwnRequest::CannotTell);
    add("a user, seen through a role", "li.wei(200000000000000042)", role(),
        OwnRequest::CannotTell);
    add("a service started it", "oos.aliyuncs.com", ramUser(), OwnRequest::CannotTell);
}

void tst_OwnRequest::table()
{
    QFETCH(QString, executedBy);
    QFETCH(std::optional<CallerIdentity>, caller);
    QTEST(ownRequest(executedBy, caller), "own");
}

QTEST_GUILESS_MAIN(tst_OwnRequest)
#include "tst_ownrequest.moc"
