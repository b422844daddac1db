// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/keychainsecretstore.h"
#include "app/credentials/profilestore.h"
#include "app/credentials/sourcekeyissuer.h"
#include "app/flows/followflow.h"
#include "app/flows/keyrenewal.h"
#include "app/flows/lockflow.h"
#include "app/flows/profilekeeper.h"
#include "app/flows/watchflow.h"
#include "app/journal/sqlitejournal.h"
#include "app/settings/personalfiles.h"
#include "app/viewmodels/decisionlog.h"
#include "app/viewmodels/decisionretention.h"
#include "app/viewmodels/decisionsviewmodel.h"
#include "app/viewmodels/followviewmodel.h"
#include "app/viewmodels/inboxviewmodel.h"
#include "app/viewmodels/journalviewmodel.h"
#include "app/viewmodels/lockviewmodel.h"
#include "app/viewmodels/openviewmodel.h"
#include "app/viewmodels/profilesviewmodel.h"
#include "app/viewmodels/reviewviewmodel.h"

#include <QObject>
#include <QSet>

#include <functional>
#include <memory>

namespace countersign {

//! What one window stands on: profiles, decisions, flows and view-models, in the order in which
//! they need each other.
class Session : public QObject
{
public:
    //! `folder` holds the file of profiles, `journalFolder` the decisions; all else outlives it.
    //! `onSender` is told of each sender before it sends.
    Session(ReadClient &client, const Clock &clock, PersonalFiles &files, const QString &folder,
            const QString &journalFolder, ProfileWorld world, const WatchTimes &times,
            std::function<void(OneShotSender &)> onSender = {});
    ~Session() override;

    //! The announced sandbox as one more profile, with its first user's key.
    void useSandbox(const SandboxAnnouncement &announcement);
    //! Begins to watch and asks the keychain for keys; after the window is shown.
    void begin();
    //! A review of its own, for another window.
    std::unique_ptr<ReviewViewModel> newReview();
    //! Profiles are being imported, or taken back.
    bool isImporting() const;
    //! Takes back what an import that runs has done so far: all of it, or none. isImporting().
    bool stopImports();

    PersonalFiles &files;
    ProfileRegistry profiles;
    KeychainSecretStore keychain;
    ProfileStore profileStore;
    SqliteJournal journal;
    SourceKeyIssuer issuer;
    KeyRenewal renewal;
    FlowServices services;
    ProfileKeeper keeper;
    WatchFlow watch;
    FollowFlow followFlow;
    InboxViewModel inbox;
    ReviewViewModel review;
    DecisionsViewModel decisions;
    FollowViewModel follow;
    OpenViewModel open;
    ProfilesViewModel profilesShown;
    JournalViewModel journalShown;
    DecisionLog log;
    DecisionRetention retention;
    LockFlow lockFlow;
    LockViewModel lock;

private:
    void connectParts();
    void forgetConnectionsOf(const ProfileId &id);

    QSet<ProfileId> m_unlocked;
};

} // namespace countersign
