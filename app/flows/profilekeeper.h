// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/announcement.h"
#include "app/credentials/profileregistry.h"
#include "app/credentials/profilestore.h"
#include "app/credentials/secretstore.h"
#include "app/domain/clock.h"
#include "app/domain/keychainproblem.h"

#include <QObject>
#include <QSet>

#include <functional>
#include <memory>

namespace countersign {

//! How a profile stands with the key that is entered for it, whether that is used as it is or to
//! take a role with. One whose keys come from elsewhere is Missing here, see
//! KeyRenewal::standing().
struct KeyStanding
{
    enum class State {
        Missing, //!< none was entered in this session, and none is kept
        Reading, //!< the keychain is asked
        Here,    //!< lent to signatures, or what a role is taken with
        Failed,  //!< the keychain did not give it; `error` says why
    };
    State state = State::Missing;
    std::optional<Error> error = {};
    bool isSessionOnly = false; //!< Here, and gone with the end of the program
    QString keyIdEnd = {};      //!< Here: last characters of the id of that key
    QDateTime expiresAt = {};   //!< Here: UTC; invalid: no end is known
    //! Missing: it was entered for this session and was taken out of memory by dropKey().
    bool wasDropped = false;
    friend bool operator==(const KeyStanding &, const KeyStanding &) = default;
};

//! Adds, changes and removes profiles: brings registry, file and keychain into agreement, and reads
//! the keys at the start. What others learn about a profile (its account) goes into the file too.
//! Owned by main; main thread. Callbacks as everywhere: once, from the event
//! loop, not at all when `context` has died.
class ProfileKeeper : public QObject
{
    Q_OBJECT

public:
    //! Nothing: done. Else why not; LocalFault with the keychain's code where it was the keychain.
    using Done = std::function<void(std::optional<Error>)>;

    //! All of them outlive this. `keychain` is where keys outlive the program.
    ProfileKeeper(ProfileRegistry &registry, ProfileStore &store, SecretStore &keychain,
                  const Clock &clock, QObject *parent = nullptr);
    ~ProfileKeeper() override;

    //! Puts the profiles of the file into the registry, without keys.
    void load();
    //! Reads every entered key that is kept, one after another. After the first window is shown.
    void readKeys();
    //! Reads one key again, also when the keychain has come to an end that nobody waited for any
    //! longer. An entry that save() had given up, and that no profile keeps, is erased then.
    void readKey(const ProfileId &id);

    //! Adds the profile or changes the one with its id. `profile.key.isSaved` is the wish to have
    //! the key in the keychain, and `profile.key.expiresAt`, where it differs from
    //! what it was, the end of the new key: there the new key goes first, or the one of this
    //! session. Without the wish a new key is lent for this session, and one that was kept is taken
    //! out first. A null key leaves the key as it is. A profile whose source begins with no entered
    //! key keeps none, whatever is wished, and one that was kept is taken out. Nothing has changed
    //! when the keychain fails; when only the file cannot be written, the profile is as wished
    //! until the program ends.
    void save(const Profile &profile, std::shared_ptr<const Credentials> newKey, QObject *context,
              Done done);
    //! Removes the profile; its key in the keychain goes first. With `evenIfKept` the profile goes
    //! although the keychain does not give the key up.
    void remove(const ProfileId &id, bool evenIfKept, QObject *context, Done done);
    //! Takes a key for this session only; nothing where the source begins with none.
    //! `expiresAt`: UTC; invalid: no end is known.
    void enterKey(const ProfileId &id, std::shared_ptr<const Credentials> key,
                  const QDateTime &expiresAt = {});

    //! Takes the profile's keys out of memory, entered and issued ones: nothing is lent, read or
    //! issued before readDroppedKeys().
    void dropKey(const ProfileId &id);
    //! Reads those dropped keys that are kept, and lets those be issued that a source issues; the
    //! others have to be entered again.
    void readDroppedKeys();

    KeyStanding standing(const ProfileId &id) const { return m_standings.value(id); }
    ProfileRegistry &registry() const { return m_registry; }
    ProfileWorld world() const { return m_store.world(); }
    const std::optional<DocumentProblem> &problem() const { return m_store.problem(); }
    //! Entries of the file that could not be used.
    int leftOut() const { return m_store.leftOut(); }

Q_SIGNALS:
    void standingChanged(const countersign::ProfileId &id);
    //! The profiles, or the problem of their file, have changed.
    void profilesChanged();

private:
    void setStanding(const ProfileId &id, const KeyStanding &standing);
    void put(const Profile &profile);
    void keep(const Profile &profile, std::shared_ptr<const Credentials> key, QObject *context,
              Done done);
    bool eraseGivenUp(const ProfileId &id);
    void eraseOfRemoved(const ProfileId &id, const QPointer<QObject> &context, const Done &done);
    void letGo(const Profile &profile, std::shared_ptr<const Credentials> newKey,
               const QDateTime &expiresAt, const KeychainRecord &kept, QObject *context, Done done);
    std::optional<Error> putForSession(Profile profile, std::shared_ptr<const Credentials> newKey,
                                       const QDateTime &expiresAt);
    void lend(const ProfileId &id, std::shared_ptr<const Credentials> key, bool isSessionOnly,
              const QDateTime &expiresAt);
    std::optional<Error> saveFile();

    ProfileRegistry &m_registry;
    ProfileStore &m_store;
    SecretStore &m_keychain;
    const Clock &m_clock;
    std::vector<Profile> m_saved; //!< what the file holds
    QHash<ProfileId, KeyStanding> m_standings;
    QSet<ProfileId> m_dropped;
    QSet<ProfileId> m_givenUp; //!< the keychain may still write these
};

} // namespace countersign
