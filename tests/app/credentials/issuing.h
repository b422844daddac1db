// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/keyissuer.h"

#include <QObject>
#include <QString>
#include <QTest>

#include <optional>
#include <utility>

namespace countersign {

//! What one question for keys came to.
struct Issuing
{
    QObject context;
    int callbacks = 0;
    std::optional<Result<IssuedKeys>> result;

    auto callback()
    {
        return [this](Result<IssuedKeys> keys) {
            ++callbacks;
            result.emplace(std::move(keys));
        };
    }
    //! Ends the test when no answer comes.
    void waitForEnd() const
    {
        if (!QTest::qWaitFor([this] { return result.has_value(); }, 30'000))
            qFatal("no answer came");
    }
    bool hasKeys() const { return result && result->hasValue(); }
    const IssuedKeys &keys() const { return result->value(); }
    const Error &error() const { return result->error(); }
    QString code() const { return hasKeys() ? QString() : error().code; }
    QByteArray secret() const { return keys().credentials->secret.view().toByteArray(); }
    QByteArray token() const { return keys().credentials->securityToken.view().toByteArray(); }
};

//! The answer of credentials.md 7.4 with another end.
inline QByteArray serviceAnswer(const QByteArray &expiration = "2026-11-27T11:00:00Z")
{
    return R"({"Code":"Success","AccessKeyId":"STS.FakeTemporaryIdForTests03",)"
           R"("AccessKeySecret":"FakeTemporarySecretForTests03",)"
           R"("SecurityToken":"CAISFakeSecurityTokenForTests+plus/slash==","Expiration":")" +
           expiration + R"(","LastUpdated":"2026-02-03T04:05:06Z"})";
}

//! The answer of credentials.md 7.1 with another end.
inline QByteArray
roleAnswer(const QByteArray &arn = "acs:ram::1000000000000001:role/fake-oos-operator/oos-desktop")
{
    return R"({"RequestId":"00000000-0000-0000-0000-000000000001","AssumedRoleUser":{"Arn":")" +
           arn +
           R"(","AssumedRoleId":"300000000000000077:oos-desktop"},)"
           R"("Credentials":{"AccessKeyId":"STS.FakeTemporaryIdForTests03",)"
           R"("AccessKeySecret":"FakeTemporarySecretForTests03",)"
           R"("SecurityToken":"CAISFakeSecurityTokenForTests+plus/slash==",)"
           R"("Expiration":"2026-11-27T11:00:00Z"}})";
}

inline RoleToAssume operatorRole()
{
    RoleToAssume role;
    role.arn = QStringLiteral("acs:ram::1000000000000001:role/fake-oos-operator");
    role.sessionName = QStringLiteral("oos-desktop");
    return role;
}

} // namespace countersign
