// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/session.h"

#include "app/flows/importrun.h"
#include "app/flows/reviewflow.h"
#include "app/signing/signing.h"
#include "app/viewmodels/decisionviewmodel.h"

#include <QRandomGenerator>

namespace countersign {

Session::Session(ReadClient &client, const Clock &clock, PersonalFiles &personalFiles,
                 const QString &folder, const QString &journalFolder, ProfileWorld world,
                 const WatchTimes &times, std::function<void(OneShotSender &)> onSender)
    : files(personalFiles)
    , profileStore(QString(folder + QStringLiteral("/profiles.json")), world)
    , journal(journalFolder, clock)
    , issuer(client, clock)
    , renewal(client, profiles, clock, issuer,
              [] { return QRandomGenerator::global()->generateDouble(); })
    , services{client,
               profiles,
               journal,
               clock,
               [&client, &clock, &personalFiles, onSender = std::move(onSender)] {
                   SendLimits limits;
                   limits.firstByte = personalFiles.settings.firstReplyDeadline();
                   auto sender = std::make_unique<OneShotSender>(
                       clock, [] { return newNonce(); }, limits, client.managers());
                   if (onSender)
                       onSender(*sender);
                   return sender;
               },
               &renewal}
    , keeper(profiles, profileStore, keychain, clock)
    , watch(services, times)
    , followFlow(services)
    , inbox(watch, personalFiles)
    , review(std::make_unique<ReviewFlow>(services), personalFiles)
    , decisions(services)
    , follow(followFlow, decisions, personalFiles)
    , open(services)
    , profilesShown(keeper, services)
    , journalShown(journal)
    , log(journal, clock)
    , retention(journal, personalFiles.settings, clock)
    , lockFlow(keeper, clock, [this](const ProfileId &id) { return decisions.isSending(id); })
    , lock(lockFlow, keeper, inbox, decisions, personalFiles.settings)
{
    connectParts();
}

Session::~Session()
{
    keychain.finishAll();
}

void Session::connectParts()
{
    review.setTagInNote(files.settings.tagInNote());
    connect(&files.settings, &Settings::tagInNoteChanged, &review, &ReviewViewModel::setTagInNote);
    connect(&decisions, &DecisionsViewModel::settled, this, [this](DecisionViewModel *decision) {
        watch.refresh(decision->record().where.place);
        review.refresh();
        followFlow.readNow();
    });
    connect(&keychain, &KeychainSecretStore::stateChanged, this, [this](KeychainState state) {
        profilesShown.setKeychainState(state, keychain.trouble());
        // The service has come late: what could not be read before can be read now.
        if (state == KeychainState::NotAsked)
            keeper.readKeys();
    });
    connect(&profiles, &ProfileRegistry::changed, this, &Session::forgetConnectionsOf);
    connect(&lockFlow, &LockFlow::lockedChanged, &profilesShown, &ProfilesViewModel::setLocked);
    connect(&keychain, &KeychainSecretStore::lateAnswer, &keeper, &ProfileKeeper::readKey);
}

//! A connection that is kept holds the last request that it carried, with the token in it.
void Session::forgetConnectionsOf(const ProfileId &id)
{
    if (profiles.isUnlocked(id))
        m_unlocked.insert(id);
    else if (m_unlocked.remove(id))
        services.client.forgetConnections();
}

void Session::useSandbox(const SandboxAnnouncement &announcement)
{
    profiles.setProfile(announcement.profile);
    profiles.setCredentials(announcement.profile.id, announcement.users.front().credentials);
}

void Session::begin()
{
    decisions.resume();
    watch.start();
    retention.start();
    keeper.readKeys();
    renewal.start();
}

bool Session::isImporting() const
{
    return keeper.findChild<ImportRun *>() != nullptr;
}

bool Session::stopImports()
{
    for (ImportRun *run : keeper.findChildren<ImportRun *>())
        run->stop();
    return isImporting();
}

std::unique_ptr<ReviewViewModel> Session::newReview()
{
    auto own = std::make_unique<ReviewViewModel>(std::make_unique<ReviewFlow>(services), files);
    own->setTagInNote(files.settings.tagInNote());
    connect(&files.settings, &Settings::tagInNoteChanged, own.get(),
            &ReviewViewModel::setTagInNote);
    connect(&decisions, &DecisionsViewModel::settled, own.get(), &ReviewViewModel::refresh);
    return own;
}

} // namespace countersign
