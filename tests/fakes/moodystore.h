// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/secretstore.h"
#include "app/domain/keychainproblem.h"

#include <QStringList>
#include <QTimer>

namespace countersign {

//! Keeps keys in memory and fails when it is told to; answers reads when it is told to.
class MoodyStore final : public SecretStore
{
public:
    std::optional<KeychainProblem> mood;
    bool isSlow = false;
    std::vector<std::function<void()>> held; //!< answers of a slow store
    QStringList calls;
    QHash<ProfileId, KeychainRecord> records;
    QHash<ProfileId, std::shared_ptr<const Credentials>> kept;

    CallHandle read(const ProfileId &profile, QObject *context, ReadCallback callback) override
    {
        calls += QStringLiteral("read");
        return answer(context, [this, profile, callback] {
            if (mood)
                callback(keychainError(*mood));
            else
                callback(kept.value(profile));
        });
    }
    CallHandle write(const ProfileId &profile, const Credentials &credentials, QObject *context,
                     DoneCallback callback) override
    {
        calls += QStringLiteral("write");
        if (!mood) {
            kept.insert(profile, std::make_shared<const Credentials>(credentials.clone()));
            records[profile].isSaved = true;
            records[profile].backend = QStringLiteral("moody");
        }
        return answer(context, [callback, error = fault()] { callback(error); });
    }
    CallHandle erase(const ProfileId &profile, QObject *context, DoneCallback callback) override
    {
        calls += QStringLiteral("erase");
        if (!mood) {
            kept.remove(profile);
            records[profile].isSaved = false;
        }
        return answer(context, [callback, error = fault()] { callback(error); });
    }
    void expect(const ProfileId &profile, const KeychainRecord &record) override
    {
        records.insert(profile, record);
    }
    std::optional<KeychainRecord> record(const ProfileId &profile) const override
    {
        return records.value(profile);
    }
    void answerHeld()
    {
        for (const auto &one : std::exchange(held, {}))
            one();
    }

private:
    std::optional<Error> fault() const
    {
        return mood ? std::optional(keychainError(*mood)) : std::nullopt;
    }
    CallHandle answer(QObject *context, const std::function<void()> &one)
    {
        if (isSlow)
            held.push_back(one);
        else
            QTimer::singleShot(0, context, one);
        return CallHandle([] {});
    }
};

} // namespace countersign
