// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/profilekeeper.h"

#include <QPointer>
#include <QSignalBlocker>
#include <QTimer>

#include <utility>

namespace countersign {

namespace {

void answerLater(QObject *context, const ProfileKeeper::Done &done, std::optional<Error> error)
{
    QTimer::singleShot(0, context, [done, error] { done(error); });
}

QString keyIdEnd(const Credentials &key)
{
    return key.accessKeyId.right(4);
}

//! The keychain goes on with what was begun.
bool mayEndLater(const Error &error)
{
    const auto problem = keychainProblemOf(error);
    return problem == KeychainProblem::GaveUp || problem == KeychainProblem::ServiceDied;
}

bool takesKey(const Profile &profile)
{
    return profile.source.kind == KeyKind::Entered;
}

} // namespace

ProfileKeeper::ProfileKeeper(ProfileRegistry &registry, ProfileStore &store, SecretStore &keychain,
                             const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_registry(registry)
    , m_store(store)
    , m_keychain(keychain)
    , m_clock(clock)
{
    connect(&registry, &ProfileRegistry::changed, this, [this] { saveFile(); });
}

ProfileKeeper::~ProfileKeeper() = default;

void ProfileKeeper::load()
{
    m_saved = m_store.load(m_clock.now());
    const std::vector<Profile> loaded = m_saved;
    {
        const QSignalBlocker quiet(m_registry);
        for (const Profile &profile : loaded)
            m_registry.setProfile(profile);
    }
    for (const Profile &profile : loaded)
        Q_EMIT m_registry.changed(profile.id);
    Q_EMIT profilesChanged();
}

void ProfileKeeper::readKeys()
{
    for (const Profile &profile : m_registry.profiles()) {
        if (profile.key.isSaved && !m_registry.enteredKey(profile.id))
            readKey(profile.id);
    }
}

void ProfileKeeper::readKey(const ProfileId &id)
{
    if (eraseGivenUp(id))
        return;
    const auto profile = m_registry.profile(id);
    if (!profile || !takesKey(*profile) || standing(id).state == KeyStanding::State::Reading ||
        m_dropped.contains(id))
        return;
    setStanding(id, {KeyStanding::State::Reading});
    KeychainRecord expected = profile->key;
    expected.accountId = profile->accountId;
    m_keychain.expect(id, expected);
    m_keychain.read(id, this, [this, id](Result<std::shared_ptr<const Credentials>> kept) {
        const bool isWanted =
            m_registry.profile(id) && standing(id).state == KeyStanding::State::Reading;
        if (!isWanted)
            return; // it was removed, or given another key, in the meantime
        if (!kept) {
            setStanding(id, {KeyStanding::State::Failed, kept.error()});
        } else if (!*kept) {
            setStanding(id, {});
        } else {
            lend(id, *kept, false,
                 m_keychain.record(id).value_or(m_registry.profile(id)->key).expiresAt);
        }
    });
}

void ProfileKeeper::put(const Profile &profile)
{
    m_registry.setProfile(profile);
    Q_EMIT profilesChanged();
}

std::optional<Error> ProfileKeeper::saveFile()
{
    std::vector<Profile> kept = m_registry.profiles();
    // The sandbox that was started with the program announces itself anew each time.
    std::erase_if(kept, [](const Profile &profile) { return isAnnouncedSandbox(profile.id); });
    if (kept == m_saved)
        return std::nullopt;
    const bool isSaved = m_store.save(kept);
    if (isSaved)
        m_saved = std::move(kept);
    Q_EMIT profilesChanged();
    if (isSaved)
        return std::nullopt;
    Error error;
    error.kind = Error::Kind::LocalFault;
    if (problem())
        error.detail = problem()->reason;
    return error;
}

void ProfileKeeper::save(const Profile &profile, std::shared_ptr<const Credentials> newKey,
                         QObject *context, Done done)
{
    const auto before = m_registry.profile(profile.id);
    const bool wasKept = before && before->key.isSaved;
    Profile next = profile;
    next.key.isSaved = profile.key.isSaved && takesKey(profile);
    if (!takesKey(profile))
        newKey = nullptr;
    // The end of the key before is not that of a new one.
    if (newKey && before && next.key.expiresAt == before->key.expiresAt)
        next.key.expiresAt = {};
    if (!newKey && next.key.isSaved && !wasKept) {
        newKey = m_registry.enteredKey(profile.id);
        next.key.expiresAt = standing(profile.id).expiresAt;
    }
    const QDateTime expiresAt = next.key.expiresAt;
    if (next.key.isSaved && newKey) {
        keep(next, std::move(newKey), context, std::move(done));
    } else if (wasKept && !next.key.isSaved) {
        letGo(next, std::move(newKey), expiresAt, before->key, context, std::move(done));
    } else {
        // A wish without a key keeps nothing, and the file must not say that there is an entry.
        if (!wasKept)
            next.key = {};
        answerLater(context, done, putForSession(next, std::move(newKey), expiresAt));
    }
}

void ProfileKeeper::keep(const Profile &profile, std::shared_ptr<const Credentials> key,
                         QObject *context, Done done)
{
    KeychainRecord expected = profile.key;
    expected.accountId = profile.accountId;
    m_keychain.expect(profile.id, expected);
    const QPointer<QObject> alive(context);
    const bool wasThere = m_registry.profile(profile.id).has_value();
    m_keychain.write(
        profile.id, *key, this,
        [this, next = profile, key, alive, done, wasThere](std::optional<Error> error) mutable {
            if (!error && wasThere && !m_registry.profile(next.id)) {
                eraseOfRemoved(next.id, alive, done);
                return;
            }
            if (error && mayEndLater(*error))
                m_givenUp.insert(next.id);
            if (!error) {
                m_givenUp.remove(next.id);
                next.key = m_keychain.record(next.id).value_or(next.key);
                next.key.isSaved = true;
                next.keyIdEnd = keyIdEnd(*key);
                put(next);
                lend(next.id, key, false, next.key.expiresAt);
                error = saveFile();
            }
            if (alive)
                done(error);
        });
}

//! The person was told that nothing was kept: an entry that has come after all is nobody's.
bool ProfileKeeper::eraseGivenUp(const ProfileId &id)
{
    if (!m_givenUp.contains(id))
        return false;
    const auto profile = m_registry.profile(id);
    if (profile && profile->key.isSaved) {
        m_givenUp.remove(id); // it has taken the place of the one that was there
        return false;
    }
    m_keychain.erase(id, this, [this, id](const std::optional<Error> &error) {
        if (!error)
            m_givenUp.remove(id);
    });
    return true;
}

//! The profile was removed while the keychain was written to: its entry goes as well.
void ProfileKeeper::eraseOfRemoved(const ProfileId &id, const QPointer<QObject> &context,
                                   const Done &done)
{
    m_keychain.erase(id, this, [context, done](const std::optional<Error> &) {
        Error error;
        error.kind = Error::Kind::Cancelled;
        if (context)
            done(error);
    });
}

void ProfileKeeper::letGo(const Profile &profile, std::shared_ptr<const Credentials> newKey,
                          const QDateTime &expiresAt, const KeychainRecord &kept, QObject *context,
                          Done done)
{
    m_keychain.expect(profile.id, kept);
    const QPointer<QObject> alive(context);
    m_keychain.erase(
        profile.id, this,
        [this, next = profile, newKey, expiresAt, alive, done](std::optional<Error> error) mutable {
            if (!error) {
                next.key = {};
                const auto mine = takesKey(next) ? m_registry.enteredKey(next.id) : nullptr;
                const auto key = newKey ? newKey : mine;
                if (!key)
                    setStanding(next.id, {});
                error = putForSession(next, key, expiresAt);
            }
            if (alive)
                done(error);
        });
}

std::optional<Error> ProfileKeeper::putForSession(Profile profile,
                                                  std::shared_ptr<const Credentials> newKey,
                                                  const QDateTime &expiresAt)
{
    if (newKey)
        profile.keyIdEnd = keyIdEnd(*newKey);
    else if (!takesKey(profile))
        profile.keyIdEnd.clear();
    put(profile);
    if (!takesKey(profile))
        setStanding(profile.id, {});
    if (newKey)
        enterKey(profile.id, std::move(newKey), expiresAt);
    return saveFile();
}

void ProfileKeeper::remove(const ProfileId &id, bool evenIfKept, QObject *context, Done done)
{
    const auto finish = [this, id] {
        m_registry.removeProfile(id);
        m_standings.remove(id);
        const std::optional<Error> error = saveFile();
        Q_EMIT standingChanged(id);
        return error;
    };
    const auto profile = m_registry.profile(id);
    if (!profile || !profile->key.isSaved) {
        answerLater(context, done, finish());
        return;
    }
    m_keychain.expect(id, profile->key);
    const QPointer<QObject> alive(context);
    m_keychain.erase(id, this,
                     [finish, alive, done, evenIfKept](const std::optional<Error> &error) {
                         const bool isStuck = error && !evenIfKept;
                         const std::optional<Error> result = isStuck ? error : finish();
                         if (alive)
                             done(result);
                     });
}

void ProfileKeeper::enterKey(const ProfileId &id, std::shared_ptr<const Credentials> key,
                             const QDateTime &expiresAt)
{
    const auto profile = m_registry.profile(id);
    if (profile && takesKey(*profile))
        lend(id, std::move(key), true, expiresAt);
}

void ProfileKeeper::lend(const ProfileId &id, std::shared_ptr<const Credentials> key,
                         bool isSessionOnly, const QDateTime &expiresAt)
{
    // One that was dropped meanwhile is read again when it may be.
    if (m_dropped.contains(id)) {
        KeyStanding dropped;
        dropped.wasDropped = isSessionOnly;
        setStanding(id, dropped);
        return;
    }
    const QString end = keyIdEnd(*key);
    m_registry.setCredentials(id, std::move(key), expiresAt);
    setStanding(id, {KeyStanding::State::Here, {}, isSessionOnly, end, expiresAt});
}

void ProfileKeeper::dropKey(const ProfileId &id)
{
    if (!m_registry.profile(id) || m_dropped.contains(id))
        return;
    m_dropped.insert(id);
    const KeyStanding before = standing(id);
    m_registry.setCredentials(id, nullptr);
    KeyStanding dropped;
    dropped.wasDropped = before.isSessionOnly || before.wasDropped;
    setStanding(id, dropped);
}

void ProfileKeeper::readDroppedKeys()
{
    for (const ProfileId &id : std::exchange(m_dropped, {})) {
        const auto profile = m_registry.profile(id);
        if (profile && !takesKey(*profile))
            m_registry.unlock(id);
        else if (profile && profile->key.isSaved)
            readKey(id);
    }
}

void ProfileKeeper::setStanding(const ProfileId &id, const KeyStanding &standing)
{
    if (m_standings.value(id) == standing)
        return;
    m_standings.insert(id, standing);
    Q_EMIT standingChanged(id);
}

} // namespace countersign
