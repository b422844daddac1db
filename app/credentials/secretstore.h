// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/callhandle.h"
#include "app/credentials/keychainrecord.h"
#include "app/domain/ids.h"
#include "app/domain/result.h"
#include "app/signing/signing.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <memory>

namespace countersign {

//! Where credentials are kept between and during sessions. Callbacks run exactly once, from the
//! event loop and never from inside the call; not at all when `context` has died; with
//! Error::Kind::Cancelled on cancel(). Main thread.
class SecretStore : public QObject
{
    Q_OBJECT

public:
    //! Null: nothing is stored under this profile, which is an answer and not a failure.
    using ReadCallback = std::function<void(Result<std::shared_ptr<const Credentials>>)>;
    //! Nothing: done. LocalFault when the store did not take it.
    using DoneCallback = std::function<void(std::optional<Error>)>;

    using QObject::QObject;

    virtual CallHandle read(const ProfileId &profile, QObject *context, ReadCallback callback) = 0;
    //! Replaces what is there. An empty key id or secret is refused with LocalFault.
    virtual CallHandle write(const ProfileId &profile, const Credentials &credentials,
                             QObject *context, DoneCallback callback) = 0;
    //! Erasing what is not there succeeds.
    virtual CallHandle erase(const ProfileId &profile, QObject *context, DoneCallback callback) = 0;

    //! What the settings know of this profile's entry; before read() and write(). A store that
    //! forgets at the end has no use for it.
    virtual void expect(const ProfileId &, const KeychainRecord &) {}
    //! What the settings shall know after a request that succeeded; nothing: nothing is kept.
    virtual std::optional<KeychainRecord> record(const ProfileId &) const { return {}; }
};

//! Keeps credentials in memory only; they end with the program.
class MemorySecretStore final : public SecretStore
{
    Q_OBJECT

public:
    using SecretStore::SecretStore;

    CallHandle read(const ProfileId &profile, QObject *context, ReadCallback callback) override;
    CallHandle write(const ProfileId &profile, const Credentials &credentials, QObject *context,
                     DoneCallback callback) override;
    CallHandle erase(const ProfileId &profile, QObject *context, DoneCallback callback) override;

private:
    QHash<ProfileId, std::shared_ptr<const Credentials>> m_kept;
};

} // namespace countersign
