// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/keyissuer.h"

#include <QPointer>
#include <QTimer>

#include <vector>

namespace countersign {

//! A source of keys that gives them when a test says so.
class FakeIssuer final : public KeyIssuer
{
public:
    struct Asked
    {
        ProfileId profile;
        QString baseId; //!< of the key that the source begins with; empty: none
        QPointer<QObject> context;
        Callback callback; //!< null: answered
        bool isCancelled = false;
    };

    CallHandle issue(const Profile &profile, std::shared_ptr<const Credentials> base,
                     QObject *context, Callback callback) override
    {
        const std::size_t at = asked.size();
        asked.push_back({profile.id, base ? base->accessKeyId : QString(), context,
                         std::move(callback), false});
        if (always)
            QTimer::singleShot(0, context, [this, at] { answer(at, always(asked.at(at))); });
        return CallHandle([this, at] { asked.at(at).isCancelled = true; });
    }

    void forget(const KeySource &source) override { forgotten.push_back(source.kind); }

    //! Answers the call, once.
    void answer(std::size_t at, const Result<IssuedKeys> &result)
    {
        const Callback callback = std::exchange(asked.at(at).callback, nullptr);
        if (callback && asked.at(at).context)
            callback(result);
    }
    void answerLast(const Result<IssuedKeys> &result) { answer(asked.size() - 1, result); }
    int count(const ProfileId &profile) const
    {
        int count = 0;
        for (const Asked &one : asked)
            count += one.profile == profile ? 1 : 0;
        return count;
    }
    int count() const { return static_cast<int>(asked.size()); }

    std::vector<Asked> asked;
    std::vector<KeyKind> forgotten;
    //! Answers by itself from the event loop; null: waits for answer().
    std::function<Result<IssuedKeys>(const Asked &)> always;
};

//! A session of one role: key id STS.<name>.
inline IssuedKeys sessionKeys(const QString &name, const QDateTime &issuedAt,
                              std::chrono::seconds lifetime,
                              const QString &account = QStringLiteral("1000000000000001"))
{
    auto made = std::make_shared<Credentials>();
    made->accessKeyId = QStringLiteral("STS.") + name;
    made->secret = SecretBytes("secret-of-a-session");
    made->securityToken = SecretBytes(QByteArray("token-of-" + name.toUtf8()));
    IssuedKeys keys;
    keys.credentials = made;
    keys.issuedAt = issuedAt;
    keys.expiresAt = lifetime.count() > 0 ? issuedAt.addSecs(lifetime.count()) : QDateTime();
    CallerIdentity caller;
    caller.accountId = account;
    caller.principalId = QStringLiteral("300000000000000077:li.wei");
    caller.arn =
        QStringLiteral("acs:ram::") + account + QStringLiteral(":assumed-role/operator/li.wei");
    caller.identityType = QStringLiteral("AssumedRoleUser");
    keys.caller = caller;
    return keys;
}

inline Error errorNamed(Error::Kind kind, const QString &code = {})
{
    Error error;
    error.kind = kind;
    error.code = code;
    return error;
}

} // namespace countersign
