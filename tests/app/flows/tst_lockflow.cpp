// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/lockflow.h"
#include "app/flows/profilekeeper.h"
#include "tests/fakes/moodystore.h"
#include "tests/support/manualclock.h"

#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;

namespace {

std::shared_ptr<const Credentials> someKey()
{
    auto made = std::make_shared<Credentials>();
    made->accessKeyId = QStringLiteral("LTAIsomekey00001");
    made->secret = SecretBytes("canary-secret-of-a-lock");
    return made;
}

} // namespace

class tst_LockFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void person_locksAndUnlocks();
    void session_unlocksWhatItHasLocked();
    void session_doesNotUnlockWhatThePersonLocked();
    void session_isLeftAloneByChoice();
    void idle_isOffByItself();
    void idle_locksAfterTheTime();
    void idle_inputPutsItOff();
    void idle_sleepCounts();
    void idle_firstInputAfterItLocksAndIsLeftAlone();
    void idle_beginsAnewAfterUnlocking();
    void idle_timerLocksByItself();
    void keys_goWhereTheProfileSaysSo();
    void keys_areGoneFromTheSignatures();
    void keys_stayWhileADecisionIsSent();
    void keys_stayWhileADecisionOfARoleOnThemIsSent();
    void keys_stayWhenItIsUnlockedBefore();
    void keys_doNotComeBackWhileLocked();

private:
    void start(const Clock &clock);
    ProfileId addProfile(const QString &alias, bool dropsKeys, bool isKept = true);
    bool isHere(const ProfileId &id) const { return m_registry->isUnlocked(id); }

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;
    std::unique_ptr<MoodyStore> m_keychain;
    std::unique_ptr<ProfileRegistry> m_registry;
    std::unique_ptr<ProfileStore> m_store;
    std::unique_ptr<ProfileKeeper> m_keeper;
    std::unique_ptr<LockFlow> m_lock;
    QSet<ProfileId> m_sending;
};

void tst_LockFlow::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_keychain = std::make_unique<MoodyStore>();
    m_registry = std::make_unique<ProfileRegistry>();
    m_store = std::make_unique<ProfileStore>(m_folder->filePath(QStringLiteral("profiles.json")),
                                             ProfileWorld::Real);
    m_sending.clear();
    m_keeper = std::make_unique<ProfileKeeper>(*m_registry, *m_store, *m_keychain, m_clock);
    start(m_clock);
}

void tst_LockFlow::start(const Clock &clock)
{
    m_lock = std::make_unique<LockFlow>(
        *m_keeper, clock, [this](const ProfileId &id) { return m_sending.contains(id); });
}

void tst_LockFlow::cleanup()
{
    m_lock.reset();
    m_keeper.reset();
    m_store.reset();
    m_registry.reset();
    m_keychain.reset();
}

ProfileId tst_LockFlow::addProfile(const QString &alias, bool dropsKeys, bool isKept)
{
    Profile profile;
    profile.id = newProfileId();
    profile.alias = alias;
    profile.regions = {RegionId(QStringLiteral("cn-hangzhou"))};
    profile.dropsKeysOnLock = dropsKeys;
    profile.key.isSaved = isKept;
    bool isSaved = false;
    m_keeper->save(profile, someKey(), this,
                   [&isSaved](const std::optional<Error> &error) { isSaved = !error; });
    if (!QTest::qWaitFor([&isSaved] { return isSaved; }))
        qWarning("the profile was not saved");
    return profile.id;
}

void tst_LockFlow::person_locksAndUnlocks()
{
    QSignalSpy told(m_lock.get(), &LockFlow::lockedChanged);
    QVERIFY(!m_lock->isLocked());
    m_lock->lock();
    m_lock->lock();
    QVERIFY(m_lock->isLocked());
    QCOMPARE(m_lock->cause(), LockCause::Person);
    QCOMPARE(m_lock->lockedAt(), m_clock.now());
    QCOMPARE(told.count(), 1);
    m_lock->unlock();
    m_lock->unlock();
    QVERIFY(!m_lock->isLocked());
    QCOMPARE(told.count(), 2);
    QCOMPARE(told.back().front().toBool(), false);
}

void tst_LockFlow::session_unlocksWhatItHasLocked()
{
    m_lock->onSessionLocked();
    QVERIFY(m_lock->isLocked());
    QCOMPARE(m_lock->cause(), LockCause::Session);
    m_lock->onSessionUnlocked();
    QVERIFY(!m_lock->isLocked());
}

void tst_LockFlow::session_doesNotUnlockWhatThePersonLocked()
{
    m_lock->lock();
    m_lock->onSessionLocked();
    QCOMPARE(m_lock->cause(), LockCause::Person);
    m_lock->onSessionUnlocked();
    QVERIFY(m_lock->isLocked());
}

void tst_LockFlow::session_isLeftAloneByChoice()
{
    m_lock->setLocksWithSession(false);
    m_lock->onSessionLocked();
    QVERIFY(!m_lock->isLocked());
    // Whoever switches it off while it is locked gets it open again with the session all the same.
    m_lock->setLocksWithSession(true);
    m_lock->onSessionLocked();
    m_lock->setLocksWithSession(false);
    m_lock->onSessionUnlocked();
    QVERIFY(!m_lock->isLocked());
}

void tst_LockFlow::idle_isOffByItself()
{
    m_clock.advance(100h);
    m_lock->checkIdle();
    QVERIFY(!m_lock->noteInput());
    QVERIFY(!m_lock->isLocked());
}

void tst_LockFlow::idle_locksAfterTheTime()
{
    m_lock->setIdleLimit(5min);
    m_clock.advance(5min - 1ms);
    m_lock->checkIdle();
    QVERIFY(!m_lock->isLocked());
    m_clock.advance(1ms);
    m_lock->checkIdle();
    QVERIFY(m_lock->isLocked());
    QCOMPARE(m_lock->cause(), LockCause::Idle);
}

void tst_LockFlow::idle_inputPutsItOff()
{
    m_lock->setIdleLimit(5min);
    for (int i = 0; i < 5; ++i) {
        m_clock.advance(4min);
        QVERIFY(!m_lock->noteInput());
        m_lock->checkIdle();
        QVERIFY(!m_lock->isLocked());
    }
    m_clock.advance(5min);
    m_lock->checkIdle();
    QVERIFY(m_lock->isLocked());
}

void tst_LockFlow::idle_sleepCounts()
{
    m_lock->setIdleLimit(15min);
    m_clock.advance(1min);
    m_clock.sleep(14min);
    m_lock->checkIdle();
    QVERIFY(m_lock->isLocked());
}

void tst_LockFlow::idle_firstInputAfterItLocksAndIsLeftAlone()
{
    m_lock->setIdleLimit(15min);
    m_clock.sleep(8h);
    QVERIFY(m_lock->noteInput());
    QVERIFY(m_lock->isLocked());
    QVERIFY(!m_lock->noteInput()); // the one that unlocks
}

void tst_LockFlow::idle_beginsAnewAfterUnlocking()
{
    m_lock->setIdleLimit(5min);
    m_lock->lock();
    m_clock.advance(1h);
    m_lock->checkIdle();
    QCOMPARE(m_lock->cause(), LockCause::Person);
    m_lock->unlock();
    m_lock->checkIdle();
    QVERIFY(!m_lock->isLocked());
    m_clock.advance(5min);
    m_lock->checkIdle();
    QVERIFY(m_lock->isLocked());
}

void tst_LockFlow::idle_timerLocksByItself()
{
    const SystemClock clock;
    start(clock);
    m_lock->setIdleLimit(50ms);
    QTRY_VERIFY(m_lock->isLocked());
    QVERIFY(clock.now() >= m_lock->lockedAt());
    m_lock->unlock();
    QTRY_VERIFY(m_lock->isLocked());
    m_lock->unlock();
    m_lock->setIdleLimit(0ms);
    QTest::qWait(150);
    QVERIFY(!m_lock->isLocked());
}

void tst_LockFlow::keys_goWhereTheProfileSaysSo()
{
    const ProfileId dropping = addProfile(QStringLiteral("prod"), true);
    const ProfileId staying = addProfile(QStringLiteral("dev"), false);
    m_lock->lock();
    QVERIFY(!isHere(dropping));
    QVERIFY(isHere(staying));
    QCOMPARE(m_lock->droppingCount(), 1);
    m_lock->unlock();
    QTRY_VERIFY(isHere(dropping));
    QCOMPARE(m_lock->droppingCount(), 0);
}

void tst_LockFlow::keys_areGoneFromTheSignatures()
{
    const ProfileId id = addProfile(QStringLiteral("prod"), true, false);
    const auto target = m_registry->targetFor({id, RegionId(QStringLiteral("cn-hangzhou"))});
    const std::weak_ptr<const Credentials> key = target->credentials();
    QVERIFY(!key.expired());
    m_lock->lock();
    // Nobody holds it any more: its memory was wiped.
    QVERIFY(key.expired());
    QVERIFY(!target->credentials());
    m_lock->unlock();
    QVERIFY(!isHere(id));
    QVERIFY(m_keeper->standing(id).wasDropped);
}

void tst_LockFlow::keys_stayWhileADecisionIsSent()
{
    const ProfileId sending = addProfile(QStringLiteral("prod"), true);
    const ProfileId quiet = addProfile(QStringLiteral("other"), true);
    m_sending = {sending};
    m_lock->lock();
    QVERIFY(isHere(sending));
    QVERIFY(!isHere(quiet));
    m_lock->dropKeys();
    QVERIFY(isHere(sending));
    m_sending.clear();
    m_lock->dropKeys();
    QVERIFY(!isHere(sending));
}

//! The role's keys would end with them.
void tst_LockFlow::keys_stayWhileADecisionOfARoleOnThemIsSent()
{
    const ProfileId base = addProfile(QStringLiteral("prod"), true);
    Profile role;
    role.id = newProfileId();
    role.alias = QStringLiteral("prod-role");
    role.source.kind = KeyKind::OtherProfile;
    role.source.otherProfile = base;
    m_registry->setProfile(role);
    Profile roleOnIt = role;
    roleOnIt.id = newProfileId();
    roleOnIt.source.otherProfile = role.id;
    m_registry->setProfile(roleOnIt);
    m_sending = {roleOnIt.id};
    m_lock->lock();
    QVERIFY(isHere(base));
    m_sending.clear();
    m_lock->dropKeys();
    QVERIFY(!isHere(base));
}

void tst_LockFlow::keys_stayWhenItIsUnlockedBefore()
{
    const ProfileId id = addProfile(QStringLiteral("prod"), true);
    m_sending = {id};
    m_lock->lock();
    m_lock->unlock();
    m_sending.clear();
    m_lock->dropKeys();
    QVERIFY(isHere(id));
}

void tst_LockFlow::keys_doNotComeBackWhileLocked()
{
    const ProfileId id = addProfile(QStringLiteral("prod"), true);
    m_lock->lock();
    m_keeper->readKeys();
    m_keeper->readKey(id);
    QTest::qWait(20);
    QVERIFY(!isHere(id));
}

QTEST_GUILESS_MAIN(tst_LockFlow)
#include "tst_lockflow.moc"
