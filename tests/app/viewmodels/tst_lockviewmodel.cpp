// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/profilekeeper.h"
#include "app/flows/watchflow.h"
#include "app/flows/watchsummary.h"
#include "app/settings/personalfiles.h"
#include "app/viewmodels/decisionsviewmodel.h"
#include "app/viewmodels/inboxviewmodel.h"
#include "app/viewmodels/lockviewmodel.h"
#include "tests/fakes/moodystore.h"
#include "tests/support/manualclock.h"
#include "tests/ui/quietworld.h"

#include <QSignalSpy>
#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;

class tst_LockViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void since_namesTheCause();
    void watching_goesOnAndNamesNobody();
    void nothingCouldBeRead_isSaid();
    void dropped_partly();
    void dropped_withTheRoleOnIt();
    void dropped_allOfThem();
    void choices_areTakenFromTheSettings();

private:
    void addProfile(const QString &alias, bool dropsKeys);

    ManualClock m_clock;
    std::unique_ptr<QuietWorld> m_world;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MoodyStore> m_keychain;
    std::unique_ptr<ProfileStore> m_store;
    std::unique_ptr<ProfileKeeper> m_keeper;
    std::unique_ptr<PersonalFiles> m_files;
    std::unique_ptr<WatchFlow> m_watch;
    std::unique_ptr<InboxViewModel> m_inbox;
    std::unique_ptr<DecisionsViewModel> m_decisions;
    std::unique_ptr<LockFlow> m_flow;
    std::unique_ptr<LockViewModel> m_lock;
};

void tst_LockViewModel::init()
{
    m_world = std::make_unique<QuietWorld>();
    m_folder = std::make_unique<QTemporaryDir>();
    m_keychain = std::make_unique<MoodyStore>();
    m_store = std::make_unique<ProfileStore>(m_folder->filePath(QStringLiteral("profiles.json")),
                                             ProfileWorld::Real);
    m_keeper =
        std::make_unique<ProfileKeeper>(m_world->profiles, *m_store, *m_keychain, m_world->clock);
    m_files = std::make_unique<PersonalFiles>(m_folder->path(), m_world->clock);
    m_watch = std::make_unique<WatchFlow>(m_world->services);
    m_inbox = std::make_unique<InboxViewModel>(*m_watch, *m_files);
    m_decisions = std::make_unique<DecisionsViewModel>();
    m_flow =
        std::make_unique<LockFlow>(*m_keeper, m_clock, [](const ProfileId &) { return false; });
    m_lock = std::make_unique<LockViewModel>(*m_flow, *m_keeper, *m_inbox, *m_decisions,
                                             m_files->settings);
}

void tst_LockViewModel::cleanup()
{
    m_lock.reset();
    m_flow.reset();
    m_decisions.reset();
    m_inbox.reset();
    m_watch.reset();
    m_files.reset();
    m_keeper.reset();
    m_store.reset();
    m_world.reset();
}

void tst_LockViewModel::addProfile(const QString &alias, bool dropsKeys)
{
    Profile profile;
    profile.id = newProfileId();
    profile.alias = alias;
    profile.regions = {RegionId(QStringLiteral("cn-hangzhou"))};
    profile.dropsKeysOnLock = dropsKeys;
    m_world->profiles.setProfile(profile);
}

void tst_LockViewModel::since_namesTheCause()
{
    QSignalSpy changed(m_lock.get(), &LockViewModel::changed);
    m_lock->lock();
    QVERIFY(changed.count() > 0);
    QCOMPARE(m_lock->sinceText(), QStringLiteral("Locked since 2026-11-27 18:00 +08:00."));
    m_lock->unlock();
    m_clock.advance(90min);
    m_flow->onSessionLocked();
    QCOMPARE(m_lock->sinceText(),
             QStringLiteral("Locked since 2026-11-27 19:30 +08:00, together with the desktop's "
                            "session."));
    m_lock->unlock();
    m_files->settings.setIdleLockMinutes(10);
    m_clock.advance(10min);
    m_flow->checkIdle();
    QCOMPARE(m_lock->sinceText(),
             QStringLiteral("Locked since 2026-11-27 19:40 +08:00, after 10 minute(s) without "
                            "input."));
}

void tst_LockViewModel::watching_goesOnAndNamesNobody()
{
    addProfile(QStringLiteral("acme-prod"), false);
    m_lock->lock();
    const QString text = m_lock->goingOnText();
    QCOMPARE(text, QStringLiteral("Watching goes on. Nothing needs you at the moment.\nNotes that "
                                  "were typed and not sent are kept."));
    QVERIFY(!m_lock->isNothingWatched());
    QVERIFY(!text.contains(QStringLiteral("acme")));
}

//! Without a key nothing is read, whoever has taken it.
void tst_LockViewModel::nothingCouldBeRead_isSaid()
{
    addProfile(QStringLiteral("acme-prod"), false);
    m_watch->start();
    QCOMPARE(m_inbox->watching().state, WatchSummary::State::NoKeys);
    m_lock->lock();
    QCOMPARE(
        m_lock->goingOnText(),
        QStringLiteral("Nothing is watched: no account can be read.\nNotes that were typed and "
                       "not sent are kept."));
}

void tst_LockViewModel::dropped_partly()
{
    addProfile(QStringLiteral("acme-prod"), true);
    addProfile(QStringLiteral("acme-dev"), false);
    m_lock->lock();
    QVERIFY(!m_lock->isNothingWatched());
    QVERIFY(m_lock->goingOnText().startsWith(QStringLiteral(
        "Watching goes on, except for 1 account(s) whose keys were taken out of memory. ")));
}

//! A role that is taken with dropped keys is not watched either.
void tst_LockViewModel::dropped_withTheRoleOnIt()
{
    addProfile(QStringLiteral("acme-prod"), true);
    Profile role;
    role.id = newProfileId();
    role.alias = QStringLiteral("acme-role");
    role.regions = {RegionId(QStringLiteral("cn-hangzhou"))};
    role.source.kind = KeyKind::OtherProfile;
    role.source.otherProfile = m_world->profiles.profiles().front().id;
    m_world->profiles.setProfile(role);
    m_lock->lock();
    QVERIFY(m_lock->isNothingWatched());
}

void tst_LockViewModel::dropped_allOfThem()
{
    addProfile(QStringLiteral("acme-prod"), true);
    QVERIFY(!m_lock->isNothingWatched());
    m_lock->lock();
    QVERIFY(m_lock->isNothingWatched());
    QVERIFY(m_lock->goingOnText().startsWith(
        QStringLiteral("Nothing is watched: the keys were taken out of memory.\n")));
    m_lock->unlock();
    QVERIFY(!m_lock->isNothingWatched());
}

void tst_LockViewModel::choices_areTakenFromTheSettings()
{
    m_files->settings.setOn(Switch::LockWithSession, false);
    m_flow->onSessionLocked();
    QVERIFY(!m_lock->isLocked());
    m_files->settings.setIdleLockMinutes(30);
    m_clock.advance(30min);
    m_flow->checkIdle();
    QVERIFY(m_lock->isLocked());
    m_lock->unlock();
    m_files->settings.setIdleLockMinutes(0);
    m_clock.advance(24h);
    QVERIFY(!m_lock->noteInput());
    QVERIFY(!m_lock->isLocked());
}

QTEST_GUILESS_MAIN(tst_LockViewModel)
#include "tst_lockviewmodel.moc"
