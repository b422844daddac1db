// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/profile.h"
#include "app/domain/error.h"

#include <QDateTime>
#include <QHash>
#include <QObject>

#include <optional>

namespace countersign {

class DecisionJournal;
class EventLog;
class KeychainSecretStore;
class KeyRenewal;
class LockFlow;
class OneShotSender;
class ProfileRegistry;
class ReadClient;

//! Tells the event log what happens: calls that have ended, decisions that have moved, profiles and
//! keys that have come and gone, the keychain's state.
class EventFeed : public QObject
{
    Q_OBJECT

public:
    //! `log` outlives it; all others may go before.
    explicit EventFeed(EventLog &log, QObject *parent = nullptr);
    ~EventFeed() override;

    void follow(ReadClient &client);
    void follow(OneShotSender &sender);
    void follow(ProfileRegistry &profiles);
    void follow(DecisionJournal &journal);
    void follow(KeychainSecretStore &keychain);
    void follow(LockFlow &lock);
    void follow(KeyRenewal &renewal);

private:
    struct Known
    {
        Profile profile;
        bool isUnlocked = false;
    };

    //! What was told of a source last.
    struct Issued
    {
        QString keyIdEnd;
        QDateTime expiresAt;
        std::optional<Error> failure; //!< nothing: its keys were renewed since
    };

    void onStandingChanged(const KeyRenewal &renewal, const ProfileId &id);
    void onProfileChanged(const ProfileRegistry &profiles, const ProfileId &id);

    EventLog &m_log;
    QHash<ProfileId, Known> m_known;
    QHash<ProfileId, Issued> m_issued;
};

} // namespace countersign
