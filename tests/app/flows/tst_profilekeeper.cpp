// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/profilekeeper.h"
#include "tests/fakes/moodystore.h"
#include "tests/support/manualclock.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;

namespace {

constexpr char secretText[] = "canary-secret-of-a-key";

std::shared_ptr<const Credentials> key(const QString &id = QStringLiteral("LTAIfirstkey0001"))
{
    auto made = std::make_shared<Credentials>();
    made->accessKeyId = id;
    made->secret = SecretBytes(secretText);
    return made;
}

Profile profileNamed(const QString &alias, bool isKept)
{
    Profile profile;
    profile.id = newProfileId();
    profile.alias = alias;
    profile.regions = {RegionId(QStringLiteral("cn-hangzhou"))};
    profile.environment.word = alias;
    profile.key.isSaved = isKept;
    return profile;
}

} // namespace

class tst_ProfileKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saved_isInRegistryFileAndKeychain();
    void failingKeychain_changesNothing();
    void givenUpWrite_thatEndsLater_isErased_data();
    void givenUpWrite_thatEndsLater_isErased();
    void givenUpWrite_savedAgain_isKept();
    void sessionOnly_neverReachesTheKeychain();
    void wishWithoutKey_isNotWritten();
    void keyOfTheSession_movesIntoTheKeychain();
    void withoutTheWish_keyIsTakenOut();
    void withoutTheWish_stuckKeychainChangesNothing();
    void removed_isGoneEverywhere();
    void stuckKeychain_removesOnlyAllTheSame();
    void readKeys_readsThoseThatAreKept();
    void readKeys_failureIsKept();
    void learntAccount_isWritten();
    void announcedSandbox_isNeverWritten();
    void removedWhileReading_staysGone();
    void enteredWhileReading_isNotReplaced();
    void unwritableFile_isTold();
    void deadContext_isNotCalled();
    void dropped_isReadAgainOnlyWhenItMay();
    void droppedSessionKey_hasToBeEnteredAgain();
    void droppedWhileReading_isNotLent();
    void droppedWhileSaved_isNotLent();
    void dropped_noIssuedKeysAreTakenMeanwhile();
    void keyOfARole_isKeptAndNeverLent();
    void keyOfARole_isReadAtTheStart();
    void otherKinds_keepNoKey();
    void otherKind_letsTheKeyGo();
    void endOfAToken_isKnownAgain();
    void endOfAToken_isNotThatOfTheNextKey();

private:
    void start();
    std::optional<Error> save(const Profile &profile, std::shared_ptr<const Credentials> newKey);
    std::optional<Error> remove(const ProfileId &id, bool evenIfKept);
    QByteArray fileText() const;
    std::vector<Profile> onDisk() const;
    bool isLent(const ProfileId &id, const QString &keyId) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    ManualClock m_clock;
    std::unique_ptr<MoodyStore> m_keychain;
    std::unique_ptr<ProfileRegistry> m_registry;
    std::unique_ptr<ProfileStore> m_store;
    std::unique_ptr<ProfileKeeper> m_keeper;
};

void tst_ProfileKeeper::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("profiles.json"));
    m_keychain = std::make_unique<MoodyStore>();
    start();
}

void tst_ProfileKeeper::cleanup()
{
    m_keeper.reset();
    m_store.reset();
    m_registry.reset();
    m_keychain.reset();
    m_folder.reset();
}

//! As at the start of the program: everything new but the file and the keychain.
void tst_ProfileKeeper::start()
{
    m_keeper.reset();
    m_registry = std::make_unique<ProfileRegistry>();
    m_store = std::make_unique<ProfileStore>(m_path, ProfileWorld::Real);
    m_keeper = std::make_unique<ProfileKeeper>(*m_registry, *m_store, *m_keychain, m_clock);
    m_keeper->load();
}

std::optional<Error> tst_ProfileKeeper::save(const Profile &profile,
                                             std::shared_ptr<const Credentials> newKey)
{
    std::optional<std::optional<Error>> answer;
    m_keeper->save(profile, std::move(newKey), this,
                   [&answer](const std::optional<Error> &error) { answer = error; });
    if (answer)
        qWarning("answered from inside the call");
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }))
        qWarning("no answer");
    return *answer;
}

std::optional<Error> tst_ProfileKeeper::remove(const ProfileId &id, bool evenIfKept)
{
    std::optional<std::optional<Error>> answer;
    m_keeper->remove(id, evenIfKept, this,
                     [&answer](const std::optional<Error> &error) { answer = error; });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }))
        qWarning("no answer");
    return *answer;
}

QByteArray tst_ProfileKeeper::fileText() const
{
    QFile file(m_path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::vector<Profile> tst_ProfileKeeper::onDisk() const
{
    return ProfileStore(m_path, ProfileWorld::Real).load(m_clock.now());
}

bool tst_ProfileKeeper::isLent(const ProfileId &id, const QString &keyId) const
{
    const auto target = m_registry->targetFor({id, {}});
    const auto lent = target ? target->credentials() : nullptr;
    return lent && lent->accessKeyId == keyId;
}

void tst_ProfileKeeper::saved_isInRegistryFileAndKeychain()
{
    const Profile profile = profileNamed(QStringLiteral("prod"), true);
    QVERIFY(!save(profile, key()));
    QVERIFY(isLent(profile.id, QStringLiteral("LTAIfirstkey0001")));
    QCOMPARE(m_keychain->kept.size(), 1);
    QCOMPARE(onDisk().size(), std::size_t(1));
    QVERIFY(onDisk().front().key.isSaved);
    QCOMPARE(onDisk().front().key.backend, QStringLiteral("moody"));
    QCOMPARE(onDisk().front().keyIdEnd, QStringLiteral("0001"));
    QVERIFY(!fileText().contains(secretText));
    QVERIFY(!fileText().contains("LTAIfirstkey"));
    QCOMPARE(m_keeper->standing(profile.id).state, KeyStanding::State::Here);
    QVERIFY(!m_keeper->standing(profile.id).isSessionOnly);
}

void tst_ProfileKeeper::failingKeychain_changesNothing()
{
    Profile profile = profileNamed(QStringLiteral("prod"), true);
    m_keychain->mood = KeychainProblem::Locked;
    const auto error = save(profile, key());
    QVERIFY(error);
    QCOMPARE(keychainProblemOf(*error), KeychainProblem::Locked);
    QVERIFY(m_registry->profiles().empty());
    QVERIFY(onDisk().empty());
    m_keychain->mood.reset();
    QVERIFY(!save(profile, key()));
    m_keychain->mood = KeychainProblem::WriteRefused;
    profile.alias = QStringLiteral("renamed");
    QVERIFY(save(profile, key(QStringLiteral("LTAIsecondkey0002"))));
    QCOMPARE(m_registry->profile(profile.id)->alias, QStringLiteral("prod"));
    QCOMPARE(onDisk().front().alias, QStringLiteral("prod"));
    QVERIFY(isLent(profile.id, QStringLiteral("LTAIfirstkey0001")));
}

void tst_ProfileKeeper::givenUpWrite_thatEndsLater_isErased_data()
{
    QTest::addColumn<bool>("isKnown");
    QTest::newRow("of a profile that came to nothing") << false;
    QTest::newRow("of one that has its key for the session") << true;
}

//! The keychain was asked, nobody waited any longer, and then the person agreed to it there.
void tst_ProfileKeeper::givenUpWrite_thatEndsLater_isErased()
{
    QFETCH(bool, isKnown);
    Profile profile = profileNamed(QStringLiteral("first"), false);
    if (isKnown)
        QVERIFY(!save(profile, key()));
    profile.key.isSaved = true;
    m_keychain->mood = KeychainProblem::GaveUp;
    const auto error = save(profile, key(QStringLiteral("LTAIlatekey00001")));
    QVERIFY(error);
    QCOMPARE(keychainProblemOf(*error), KeychainProblem::GaveUp);
    m_keychain->kept.insert(profile.id, key(QStringLiteral("LTAIlatekey00001")));
    // Asked too early, it is still blocked.
    m_keychain->mood = KeychainProblem::Blocked;
    m_keeper->readKey(profile.id);
    QTest::qWait(0);
    QVERIFY(m_keychain->kept.contains(profile.id));
    m_keychain->mood = std::nullopt;
    m_keeper->readKey(profile.id);
    QTRY_VERIFY(!m_keychain->kept.contains(profile.id));
    QVERIFY(!m_keychain->calls.contains(QStringLiteral("read")));
    QCOMPARE(isLent(profile.id, QStringLiteral("LTAIfirstkey0001")), isKnown);
    QCOMPARE(m_keeper->standing(profile.id).state,
             isKnown ? KeyStanding::State::Here : KeyStanding::State::Missing);
}

void tst_ProfileKeeper::givenUpWrite_savedAgain_isKept()
{
    const Profile profile = profileNamed(QStringLiteral("first"), true);
    m_keychain->mood = KeychainProblem::GaveUp;
    QVERIFY(save(profile, key()));
    m_keychain->mood = std::nullopt;
    QVERIFY(!save(profile, key()));
    m_keeper->readKey(profile.id);
    QTRY_COMPARE(m_keeper->standing(profile.id).state, KeyStanding::State::Here);
    QVERIFY(m_keychain->kept.contains(profile.id));
}

void tst_ProfileKeeper::sessionOnly_neverReachesTheKeychain()
{
    const Profile profile = profileNamed(QStringLiteral("prod"), false);
    QVERIFY(!save(profile, key()));
    QVERIFY(m_keychain->calls.isEmpty());
    QVERIFY(isLent(profile.id, QStringLiteral("LTAIfirstkey0001")));
    QVERIFY(m_keeper->standing(profile.id).isSessionOnly);
    QVERIFY(!onDisk().front().key.isSaved);
    QVERIFY(!fileText().contains(secretText));
    start();
    m_keeper->readKeys();
    QVERIFY(m_keychain->calls.isEmpty());
    QVERIFY(!m_registry->isUnlocked(profile.id));
    QCOMPARE(m_keeper->standing(profile.id).state, KeyStanding::State::Missing);
}

void tst_ProfileKeeper::wishWithoutKey_isNotWritten()
{
    const Profile profile = profileNamed(QStringLiteral("prod"), true);
    QVERIFY(!save(profile, nullptr));
    QVERIFY(m_keychain->calls.isEmpty());
    QVERIFY(!onDisk().front().key.isSaved);
}

void tst_ProfileKeeper::keyOfTheSession_movesIntoTheKeychain()
{
    Profile profile = profileNamed(QStringLiteral("prod"), false);
    QVERIFY(!save(profile, key()));
    profile.key.isSaved = true;
    QVERIFY(!save(profile, nullptr));
    QCOMPARE(m_keychain->kept.value(profile.id)->accessKeyId, QStringLiteral("LTAIfirstkey0001"));
    QVERIFY(onDisk().front().key.isSaved);
    QVERIFY(!m_keeper->standing(profile.id).isSessionOnly);
}

void tst_ProfileKeeper::withoutTheWish_keyIsTakenOut()
{
    Profile profile = profileNamed(QStringLiteral("prod"), true);
    QVERIFY(!save(profile, key()));
    profile.key.isSaved = false;
    QVERIFY(!save(profile, nullptr));
    QVERIFY(m_keychain->kept.isEmpty());
    QVERIFY(!onDisk().front().key.isSaved);
    QVERIFY(isLent(profile.id, QStringLiteral("LTAIfirstkey0001")));
    QVERIFY(m_keeper->standing(profile.id).isSessionOnly);
}

void tst_ProfileKeeper::withoutTheWish_stuckKeychainChangesNothing()
{
    Profile profile = profileNamed(QStringLiteral("prod"), true);
    QVERIFY(!save(profile, key()));
    profile.key.isSaved = false;
    m_keychain->mood = KeychainProblem::EraseRefused;
    QVERIFY(save(profile, key(QStringLiteral("LTAIsecondkey0002"))));
    QVERIFY(onDisk().front().key.isSaved);
    QVERIFY(isLent(profile.id, QStringLiteral("LTAIfirstkey0001")));
}

void tst_ProfileKeeper::removed_isGoneEverywhere()
{
    const Profile profile = profileNamed(QStringLiteral("prod"), true);
    QVERIFY(!save(profile, key()));
    QVERIFY(!remove(profile.id, false));
    QVERIFY(m_keychain->kept.isEmpty());
    QVERIFY(m_registry->profiles().empty());
    QVERIFY(onDisk().empty());
    QCOMPARE(m_keeper->standing(profile.id), KeyStanding());
}

void tst_ProfileKeeper::stuckKeychain_removesOnlyAllTheSame()
{
    const Profile profile = profileNamed(QStringLiteral("prod"), true);
    QVERIFY(!save(profile, key()));
    m_keychain->mood = KeychainProblem::Hung;
    const auto error = remove(profile.id, false);
    QVERIFY(error);
    QCOMPARE(keychainProblemOf(*error), KeychainProblem::Hung);
    QCOMPARE(onDisk().size(), std::size_t(1));
    QVERIFY(isLent(profile.id, QStringLiteral("LTAIfirstkey0001")));
    QVERIFY(!remove(profile.id, true));
    QVERIFY(onDisk().empty());
    QVERIFY(!m_registry->profile(profile.id));
}

void tst_ProfileKeeper::readKeys_readsThoseThatAreKept()
{
    const Profile kept = profileNamed(QStringLiteral("kept"), true);
    const Profile session = profileNamed(QStringLiteral("session"), false);
    QVERIFY(!save(kept, key()));
    QVERIFY(!save(session, key(QStringLiteral("LTAIsecondkey0002"))));
    start();
    m_keychain->calls.clear();
    QCOMPARE(m_registry->profiles().size(), std::size_t(2));
    QVERIFY(!m_registry->isUnlocked(kept.id));
    QSignalSpy standing(m_keeper.get(), &ProfileKeeper::standingChanged);
    QVERIFY(standing.isValid());
    m_keeper->readKeys();
    QCOMPARE(m_keeper->standing(kept.id).state, KeyStanding::State::Reading);
    QTRY_COMPARE(m_keeper->standing(kept.id).state, KeyStanding::State::Here);
    QCOMPARE(m_keeper->standing(kept.id).keyIdEnd, QStringLiteral("0001"));
    QCOMPARE(standing.count(), 2);
    QVERIFY(isLent(kept.id, QStringLiteral("LTAIfirstkey0001")));
    QCOMPARE(m_keychain->calls, QStringList(QStringLiteral("read")));
    // What is lent already is not asked for again.
    m_keeper->readKeys();
    QCOMPARE(m_keychain->calls.size(), 1);
}

void tst_ProfileKeeper::readKeys_failureIsKept()
{
    const Profile profile = profileNamed(QStringLiteral("kept"), true);
    QVERIFY(!save(profile, key()));
    start();
    m_keychain->mood = KeychainProblem::Dismissed;
    m_keeper->readKeys();
    QTRY_COMPARE(m_keeper->standing(profile.id).state, KeyStanding::State::Failed);
    QCOMPARE(keychainProblemOf(*m_keeper->standing(profile.id).error), KeychainProblem::Dismissed);
    QVERIFY(!m_registry->isUnlocked(profile.id));
    m_keychain->mood.reset();
    m_keeper->readKey(profile.id);
    QTRY_COMPARE(m_keeper->standing(profile.id).state, KeyStanding::State::Here);
}

void tst_ProfileKeeper::learntAccount_isWritten()
{
    const Profile profile = profileNamed(QStringLiteral("prod"), false);
    QVERIFY(!save(profile, key()));
    QVERIFY(onDisk().front().accountId.isEmpty());
    CallerIdentity identity;
    identity.accountId = QStringLiteral("2000000000000042");
    QVERIFY(m_registry->setIdentity(profile.id, identity));
    QCOMPARE(onDisk().front().accountId, QStringLiteral("2000000000000042"));
}

void tst_ProfileKeeper::announcedSandbox_isNeverWritten()
{
    Profile announced = profileNamed(QStringLiteral("sandbox"), false);
    announced.id = ProfileId(QStringLiteral("sandbox"));
    QVERIFY(isAnnouncedSandbox(announced.id));
    m_registry->setProfile(announced);
    QVERIFY(!QFile::exists(m_path));
    QVERIFY(!save(profileNamed(QStringLiteral("prod"), false), key()));
    QCOMPARE(onDisk().size(), std::size_t(1));
    QCOMPARE(onDisk().front().alias, QStringLiteral("prod"));
    QCOMPARE(m_registry->profiles().size(), std::size_t(2));
}

void tst_ProfileKeeper::removedWhileReading_staysGone()
{
    const Profile profile = profileNamed(QStringLiteral("prod"), true);
    QVERIFY(!save(profile, key()));
    start();
    m_keychain->isSlow = true;
    m_keeper->readKeys();
    QCOMPARE(m_keeper->standing(profile.id).state, KeyStanding::State::Reading);
    m_keychain->isSlow = false;
    QVERIFY(!remove(profile.id, false));
    m_keychain->kept.insert(profile.id, key());
    m_keychain->answerHeld();
    QVERIFY(!m_registry->profile(profile.id));
    QVERIFY(!m_registry->isUnlocked(profile.id));
    QCOMPARE(m_keeper->standing(profile.id), KeyStanding());
}

void tst_ProfileKeeper::enteredWhileReading_isNotReplaced()
{
    const Profile profile = profileNamed(QStringLiteral("prod"), true);
    QVERIFY(!save(profile, key()));
    start();
    m_keychain->isSlow = true;
    m_keeper->readKeys();
    m_keeper->enterKey(profile.id, key(QStringLiteral("LTAIsecondkey0002")));
    m_keychain->answerHeld();
    QVERIFY(isLent(profile.id, QStringLiteral("LTAIsecondkey0002")));
    QVERIFY(m_keeper->standing(profile.id).isSessionOnly);
    QCOMPARE(m_keeper->standing(profile.id).keyIdEnd, QStringLiteral("0002"));
    // The file goes on saying what the keychain holds.
    QCOMPARE(onDisk().front().keyIdEnd, QStringLiteral("0001"));
}

void tst_ProfileKeeper::unwritableFile_isTold()
{
    m_path = m_folder->filePath(QStringLiteral("missing/profiles.json"));
    QFile blocker(m_folder->filePath(QStringLiteral("missing")));
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    start();
    const Profile profile = profileNamed(QStringLiteral("prod"), false);
    const auto error = save(profile, key());
    QVERIFY(error);
    QCOMPARE(error->kind, Error::Kind::LocalFault);
    QVERIFY(!keychainProblemOf(*error));
    QVERIFY(m_keeper->problem());
    QVERIFY(isLent(profile.id, QStringLiteral("LTAIfirstkey0001")));
}

void tst_ProfileKeeper::deadContext_isNotCalled()
{
    auto context = std::make_unique<QObject>();
    int calls = 0;
    const Profile profile = profileNamed(QStringLiteral("prod"), true);
    m_keeper->save(profile, key(), context.get(),
                   [&calls](const std::optional<Error> &) { ++calls; });
    context.reset();
    // The key was handed over: what was asked for is done all the same.
    QTRY_VERIFY(m_registry->profile(profile.id));
    QCOMPARE(calls, 0);
}

void tst_ProfileKeeper::dropped_isReadAgainOnlyWhenItMay()
{
    Profile profile = profileNamed(QStringLiteral("acme"), true);
    QVERIFY(!save(profile, key()));
    QVERIFY(isLent(profile.id, QStringLiteral("LTAIfirstkey0001")));
    m_keeper->dropKey(profile.id);
    QVERIFY(!m_registry->isUnlocked(profile.id));
    QCOMPARE(m_keeper->standing(profile.id), KeyStanding());
    m_keychain->calls.clear();
    // The keychain has come late, and has a late answer: none of it is wanted.
    m_keeper->readKeys();
    m_keeper->readKey(profile.id);
    QCOMPARE(m_keychain->calls, QStringList());
    m_keeper->readDroppedKeys();
    QTRY_VERIFY(isLent(profile.id, QStringLiteral("LTAIfirstkey0001")));
    QCOMPARE(m_keychain->calls, QStringList{QStringLiteral("read")});
}

void tst_ProfileKeeper::droppedSessionKey_hasToBeEnteredAgain()
{
    const Profile profile = profileNamed(QStringLiteral("acme"), false);
    QVERIFY(!save(profile, key()));
    QVERIFY(m_keeper->standing(profile.id).isSessionOnly);
    m_keeper->dropKey(profile.id);
    QVERIFY(m_keeper->standing(profile.id).wasDropped);
    m_keeper->readDroppedKeys();
    QCoreApplication::processEvents();
    QVERIFY(!m_registry->isUnlocked(profile.id));
    QVERIFY(m_keeper->standing(profile.id).wasDropped);
    m_keeper->enterKey(profile.id, key(QStringLiteral("LTAIsecondkey002")));
    QVERIFY(isLent(profile.id, QStringLiteral("LTAIsecondkey002")));
    QVERIFY(!m_keeper->standing(profile.id).wasDropped);
}

void tst_ProfileKeeper::droppedWhileReading_isNotLent()
{
    const Profile profile = profileNamed(QStringLiteral("acme"), true);
    QVERIFY(!save(profile, key()));
    start();
    m_keychain->isSlow = true;
    m_keeper->readKeys();
    QCOMPARE(m_keeper->standing(profile.id).state, KeyStanding::State::Reading);
    m_keeper->dropKey(profile.id);
    m_keychain->answerHeld();
    QVERIFY(!m_registry->isUnlocked(profile.id));
    QCOMPARE(m_keeper->standing(profile.id).state, KeyStanding::State::Missing);
}

void tst_ProfileKeeper::droppedWhileSaved_isNotLent()
{
    const Profile profile = profileNamed(QStringLiteral("acme"), true);
    QVERIFY(!save(profile, key()));
    m_keychain->isSlow = true;
    bool isSaved = false;
    m_keeper->save(profile, key(QStringLiteral("LTAIsecondkey002")), this,
                   [&isSaved](const std::optional<Error> &error) { isSaved = !error; });
    m_keeper->dropKey(profile.id);
    m_keychain->answerHeld();
    QVERIFY(isSaved);
    QVERIFY(!m_registry->isUnlocked(profile.id));
    m_keychain->isSlow = false;
    m_keeper->readDroppedKeys();
    QTRY_VERIFY(isLent(profile.id, QStringLiteral("LTAIsecondkey002")));
}

namespace {

void takeARole(Profile &profile)
{
    RoleToAssume role;
    role.arn = QStringLiteral("acs:ram::1000000000000001:role/operator");
    role.sessionName = QStringLiteral("li.wei");
    profile.source.role = role;
}

} // namespace

void tst_ProfileKeeper::keyOfARole_isKeptAndNeverLent()
{
    Profile profile = profileNamed(QStringLiteral("role"), true);
    takeARole(profile);
    QVERIFY(!save(profile, key()));
    QVERIFY(m_keychain->kept.value(profile.id));
    QVERIFY(!m_registry->isUnlocked(profile.id));
    QCOMPARE(m_registry->enteredKey(profile.id)->accessKeyId, QStringLiteral("LTAIfirstkey0001"));
    QCOMPARE(m_keeper->standing(profile.id).state, KeyStanding::State::Here);
    QCOMPARE(m_keeper->standing(profile.id).keyIdEnd, QStringLiteral("0001"));
    // What its role gives is no key of the keychain, even when it is saved anew.
    IssuedKeys issued;
    issued.credentials = key(QStringLiteral("STS.session"));
    QVERIFY(m_registry->renewCredentials(profile.id, issued));
    Profile renamed = *m_registry->profile(profile.id);
    renamed.alias = QStringLiteral("role two");
    QVERIFY(!save(renamed, nullptr));
    QCOMPARE(m_keychain->kept.value(profile.id)->accessKeyId, QStringLiteral("LTAIfirstkey0001"));
    QVERIFY(!fileText().contains("STS."));
}

void tst_ProfileKeeper::keyOfARole_isReadAtTheStart()
{
    Profile profile = profileNamed(QStringLiteral("role"), true);
    takeARole(profile);
    QVERIFY(!save(profile, key()));
    start();
    QVERIFY(!m_registry->enteredKey(profile.id));
    m_keeper->readKeys();
    QTRY_VERIFY(m_registry->enteredKey(profile.id));
    QVERIFY(!m_registry->isUnlocked(profile.id));
    QCOMPARE(onDisk().front().source, profile.source);
}

void tst_ProfileKeeper::otherKinds_keepNoKey()
{
    Profile profile = profileNamed(QStringLiteral("program"), true);
    profile.source.kind = KeyKind::Program;
    profile.source.command = QStringLiteral("/usr/bin/print-keys");
    QVERIFY(!save(profile, key()));
    QVERIFY(m_keychain->calls.isEmpty());
    QVERIFY(!onDisk().front().key.isSaved);
    QVERIFY(!m_registry->enteredKey(profile.id));
    m_keeper->enterKey(profile.id, key());
    QVERIFY(!m_registry->enteredKey(profile.id));
    QVERIFY(!m_registry->isUnlocked(profile.id));
    m_keeper->readKeys();
    m_keeper->readKey(profile.id);
    QVERIFY(m_keychain->calls.isEmpty());
    QCOMPARE(m_keeper->standing(profile.id).state, KeyStanding::State::Missing);
}

void tst_ProfileKeeper::otherKind_letsTheKeyGo()
{
    Profile profile = profileNamed(QStringLiteral("a"), true);
    QVERIFY(!save(profile, key()));
    profile = *m_registry->profile(profile.id);
    profile.source.kind = KeyKind::Program;
    profile.source.command = QStringLiteral("/usr/bin/print-keys");
    QVERIFY(!save(profile, nullptr));
    QVERIFY(!m_keychain->kept.contains(profile.id));
    QVERIFY(!m_registry->enteredKey(profile.id));
    QVERIFY(!m_registry->isUnlocked(profile.id));
    QCOMPARE(m_registry->profile(profile.id)->keyIdEnd, QString());
    QCOMPARE(m_keeper->standing(profile.id).state, KeyStanding::State::Missing);
}

void tst_ProfileKeeper::endOfAToken_isKnownAgain()
{
    const QDateTime end(QDate(2026, 11, 27), QTime(11, 0), Qt::UTC);
    Profile profile = profileNamed(QStringLiteral("token"), true);
    profile.key.expiresAt = end;
    QVERIFY(!save(profile, key()));
    QCOMPARE(m_registry->expiresAt(profile.id), end);
    start();
    m_keeper->readKeys();
    QTRY_VERIFY(m_registry->isUnlocked(profile.id));
    QCOMPARE(m_registry->expiresAt(profile.id), end);
    QCOMPARE(m_keeper->standing(profile.id).expiresAt, end);
}

void tst_ProfileKeeper::endOfAToken_isNotThatOfTheNextKey()
{
    const QDateTime end(QDate(2026, 11, 27), QTime(11, 0), Qt::UTC);
    Profile profile = profileNamed(QStringLiteral("token"), true);
    profile.key.expiresAt = end;
    QVERIFY(!save(profile, key()));
    Profile next = *m_registry->profile(profile.id);
    QVERIFY(!save(next, key(QStringLiteral("LTAIsecondkey002"))));
    QVERIFY(!m_registry->expiresAt(profile.id).isValid());
    QVERIFY(!onDisk().front().key.expiresAt.isValid());
    // Out of the keychain, with its own end for this session.
    next = *m_registry->profile(profile.id);
    next.key.isSaved = false;
    next.key.expiresAt = end.addSecs(60);
    QVERIFY(!save(next, key(QStringLiteral("LTAIthirdkey0003"))));
    QCOMPARE(m_registry->expiresAt(profile.id), end.addSecs(60));
    m_keeper->enterKey(profile.id, key(QStringLiteral("STS.fourth")), end.addSecs(120));
    QCOMPARE(m_registry->expiresAt(profile.id), end.addSecs(120));
}

void tst_ProfileKeeper::dropped_noIssuedKeysAreTakenMeanwhile()
{
    Profile profile = profileNamed(QStringLiteral("a"), false);
    profile.source.kind = KeyKind::Program;
    profile.source.command = QStringLiteral("/usr/bin/print-keys");
    QVERIFY(!save(profile, nullptr));
    IssuedKeys issued;
    issued.credentials = key(QStringLiteral("STS.issued00001"));
    QVERIFY(m_registry->renewCredentials(profile.id, issued));
    m_keeper->dropKey(profile.id);
    QVERIFY(!m_registry->isUnlocked(profile.id));
    // An answer that was on its way.
    QVERIFY(!m_registry->renewCredentials(profile.id, issued));
    QVERIFY(!m_registry->isUnlocked(profile.id));
    m_keeper->readDroppedKeys();
    QVERIFY(m_keychain->calls.isEmpty());
    QVERIFY(m_registry->renewCredentials(profile.id, issued));
    QVERIFY(m_registry->isUnlocked(profile.id));
}

QTEST_GUILESS_MAIN(tst_ProfileKeeper)
#include "tst_profilekeeper.moc"
