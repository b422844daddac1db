// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/importrun.h"
#include "tests/fakes/moodystore.h"
#include "tests/support/keyfiles.h"
#include "tests/support/manualclock.h"

#include <QTemporaryDir>
#include <QTest>

using namespace countersign;

namespace {

constexpr int patience = 60'000; // every profile is a file that is written durably
const QDateTime now(QDate(2026, 2, 3), QTime(4, 5, 6), Qt::UTC);

QByteArray roleOn(const QByteArray &name, const QByteArray &source)
{
    return R"("name":")" + name + R"(","mode":"ChainableRamRoleArn","source_profile":")" + source +
           R"(","ram_role_arn":"acs:ram::1:role/r","ram_session_name":"session","region_id":"cn-hangzhou")";
}

} // namespace

//! Imports into a real keeper with a real file, and a keychain that fails when it is told to.
class tst_ImportRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everything_isImported();
    void programs_areNotRun();
    void failingKeychain_leavesNothing();
    void replacedKey_isPutBack();
    void changesMeanwhile_areKept();
    void firstKey_isTakenAwayAgain();
    void unwritableFile_leavesNothing();
    void stuckKeychain_isTold();
    void closedWindow_changesNothing();
    void stopped_isTakenBack();
    void stoppedBeforeItBegan_doesNothing();

private:
    void start();
    std::vector<ImportStep> stepsOf(const QByteArray &text, const QStringList &also = {});
    ImportOutcome run(std::vector<ImportStep> steps);
    QStringList aliases() const;
    QStringList aliasesOnDisk() const;
    ProfileId idOf(const char *alias) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;
    std::unique_ptr<MoodyStore> m_keychain;
    std::unique_ptr<ProfileRegistry> m_registry;
    std::unique_ptr<ProfileStore> m_store;
    std::unique_ptr<ProfileKeeper> m_keeper;
};

void tst_ImportRun::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_keychain = std::make_unique<MoodyStore>();
    start();
}

void tst_ImportRun::cleanup()
{
    m_keeper.reset();
    m_store.reset();
    m_registry.reset();
    m_keychain.reset();
    m_folder.reset();
}

//! As at the start of the program: everything new but the file and the keychain.
void tst_ImportRun::start()
{
    m_keeper.reset();
    m_registry = std::make_unique<ProfileRegistry>();
    m_store = std::make_unique<ProfileStore>(m_folder->filePath(QStringLiteral("profiles.json")),
                                             ProfileWorld::Real);
    m_keeper = std::make_unique<ProfileKeeper>(*m_registry, *m_store, *m_keychain, m_clock);
    m_keeper->load();
    m_keeper->readKeys();
    const std::vector<Profile> profiles = m_registry->profiles();
    QTRY_VERIFY(std::none_of(profiles.begin(), profiles.end(), [this](const Profile &profile) {
        return m_keeper->standing(profile.id).state == KeyStanding::State::Reading;
    }));
}

//! Everything new in the file, and those named in `also`.
std::vector<ImportStep> tst_ImportRun::stepsOf(const QByteArray &text, const QStringList &also)
{
    const CliConfigReading reading = readCliConfig(text);
    std::vector<ImportPlan::Known> known;
    for (const Profile &profile : m_registry->profiles())
        known.push_back({profile, true});
    ImportPlan plan(importCandidates(*reading.config, QStringLiteral("/home/x/config.json"),
                                     environmentIn(QStringLiteral("/home/x")), now),
                    known);
    for (std::size_t i = 0; i < plan.items().size(); ++i) {
        if (also.contains(plan.items()[i].alias))
            plan.setChosen(i, true);
    }
    ImportTarget target;
    target.isKept = true;
    target.isKeychainUsable = true;
    target.newProfile = [] { return Profile(); };
    target.keyOf = [this](const ProfileId &id) { return m_registry->enteredKey(id); };
    return importSteps(plan, *reading.config, target);
}

ImportOutcome tst_ImportRun::run(std::vector<ImportStep> steps)
{
    std::optional<ImportOutcome> outcome;
    ImportRun::start(*m_keeper, std::move(steps), this,
                     [&outcome](const ImportOutcome &ended) { outcome = ended; });
    if (outcome)
        qWarning("answered from inside the call");
    if (!QTest::qWaitFor([&outcome] { return outcome.has_value(); }, patience))
        qFatal("no answer");
    return *outcome;
}

QStringList tst_ImportRun::aliases() const
{
    QStringList names;
    for (const Profile &profile : m_registry->profiles())
        names += profile.alias;
    return names;
}

QStringList tst_ImportRun::aliasesOnDisk() const
{
    QStringList names;
    for (const Profile &profile :
         ProfileStore(m_folder->filePath(QStringLiteral("profiles.json")), ProfileWorld::Real)
             .load(now))
        names += profile.alias;
    return names;
}

ProfileId tst_ImportRun::idOf(const char *alias) const
{
    for (const Profile &profile : m_registry->profiles()) {
        if (profile.alias == QLatin1String(alias))
            return profile.id;
    }
    return {};
}

void tst_ImportRun::everything_isImported()
{
    const ImportOutcome outcome = run(stepsOf(cliSample(QStringLiteral("combined"))));
    QVERIFY(!outcome.error);
    QCOMPARE(outcome.done, 13);
    QCOMPARE(aliases().size(), 13);
    QCOMPARE(aliasesOnDisk(), aliases());
    QCOMPARE(m_keychain->kept.size(), 5); // AK three times, StsToken, RamRoleArn
    const ProfileId ak = idOf("fake-ak");
    QCOMPARE(m_keychain->kept.value(ak)->secret.view().toByteArray(),
             QByteArray("FakeAccessKeySecretForTests01"));
    QCOMPARE(m_registry->profile(idOf("fake-chain"))->source.otherProfile, ak);
    QVERIFY(m_registry->isUnlocked(ak));
    // Nothing of the run stays behind.
    QTRY_VERIFY(m_keeper->findChildren<ImportRun *>().isEmpty());
}

void tst_ImportRun::programs_areNotRun()
{
    const QString marker = m_folder->filePath(QStringLiteral("marker"));
    const QByteArray text = cliFile({R"("name":"p","mode":"External","process_command":"touch )" +
                                     marker.toUtf8() + R"(","region_id":"cn-hangzhou")"});
    QVERIFY(!run(stepsOf(text)).error);
    QCOMPARE(m_registry->profile(idOf("p"))->source.command,
             QString(QStringLiteral("touch ") + marker));
    start(); // once more, with what was imported
    const Profile again = *m_registry->profile(idOf("p"));
    QVERIFY(!isConfirmed(again.source));
    QTest::qWait(200); // a program would need a moment
    QVERIFY(!QFile::exists(marker));
}

void tst_ImportRun::failingKeychain_leavesNothing()
{
    m_keychain->isSlow = true;
    std::optional<ImportOutcome> outcome;
    ImportRun::start(*m_keeper,
                     stepsOf(cliFile({cliKey("a", "0001"), cliKey("b", "0002"), cliKey("c", "0003"),
                                      roleOn("r", "a")})),
                     this, [&outcome](const ImportOutcome &ended) { outcome = ended; });
    QTRY_COMPARE(m_keychain->held.size(), std::size_t(1));
    m_keychain->answerHeld(); // a is kept, b is asked for
    QCOMPARE(aliasesOnDisk(), QStringList{QStringLiteral("a")});
    m_keychain->mood = KeychainProblem::WriteRefused;
    m_keychain->answerHeld(); // b is kept, c is refused
    m_keychain->mood = std::nullopt;
    m_keychain->isSlow = false;
    m_keychain->answerHeld();
    QTRY_VERIFY_WITH_TIMEOUT(outcome, patience);
    QCOMPARE(outcome->done, 0);
    QCOMPARE(outcome->failedAlias, QStringLiteral("c"));
    QCOMPARE(keychainProblemOf(*outcome->error), std::optional(KeychainProblem::WriteRefused));
    QVERIFY(outcome->left.empty());
    QCOMPARE(aliases(), QStringList());
    QCOMPARE(aliasesOnDisk(), QStringList());
    QVERIFY(m_keychain->kept.isEmpty());
}

void tst_ImportRun::replacedKey_isPutBack()
{
    QVERIFY(!run(stepsOf(cliFile({cliKey("a", "0001"), cliKey("b", "0002")}))).error);
    const Profile before = *m_registry->profile(idOf("a"));
    m_keychain->isSlow = true;
    std::optional<ImportOutcome> outcome;
    ImportRun::start(*m_keeper,
                     stepsOf(cliFile({cliKey("a", "0011"), cliKey("b", "0012")}),
                             {QStringLiteral("a"), QStringLiteral("b")}),
                     this, [&outcome](const ImportOutcome &ended) { outcome = ended; });
    QTRY_COMPARE(m_keychain->held.size(), std::size_t(1));
    m_keychain->mood = KeychainProblem::Locked;
    m_keychain->answerHeld(); // a has its new key, b is refused
    QCOMPARE(m_keychain->kept.value(before.id)->accessKeyId, QStringLiteral("LTAI5tFakeFake0011"));
    m_keychain->mood = std::nullopt;
    m_keychain->isSlow = false;
    m_keychain->answerHeld();
    QTRY_VERIFY_WITH_TIMEOUT(outcome, patience);
    QVERIFY(outcome->error && outcome->left.empty());
    QCOMPARE(m_keychain->kept.value(before.id)->accessKeyId, QStringLiteral("LTAI5tFakeFake0001"));
    QCOMPARE(m_registry->enteredKey(before.id)->accessKeyId, QStringLiteral("LTAI5tFakeFake0001"));
    QCOMPARE(m_registry->profile(before.id)->keyIdEnd, QStringLiteral("0001"));
    QCOMPARE(m_keychain->kept.value(idOf("b"))->accessKeyId, QStringLiteral("LTAI5tFakeFake0002"));
}

//! The keychain asks a question meanwhile, which may take its time.
void tst_ImportRun::changesMeanwhile_areKept()
{
    QVERIFY(!run(stepsOf(cliFile({cliKey("a", "0001"), cliKey("b", "0002"), cliKey("c", "0003")})))
                 .error);
    const ProfileId a = idOf("a");
    m_keychain->isSlow = true;
    std::optional<ImportOutcome> outcome;
    ImportRun::start(
        *m_keeper,
        stepsOf(cliFile({cliKey("a", "0011"), cliKey("b", "0012"), cliKey("c", "0013")}),
                {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}),
        this, [&outcome](const ImportOutcome &ended) { outcome = ended; });
    QTRY_COMPARE(m_keychain->held.size(), std::size_t(1));
    Profile edited = *m_registry->profile(idOf("b"));
    edited.regions = {RegionId(QStringLiteral("eu-central-1"))};
    edited.accountId = QStringLiteral("1000000000000001");
    m_registry->setProfile(edited);
    m_registry->removeProfile(idOf("c"));
    m_keychain->isSlow = false;
    m_keychain->answerHeld();
    QTRY_VERIFY_WITH_TIMEOUT(outcome, patience);
    QVERIFY(!outcome->error);
    QCOMPARE(aliases(), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    QCOMPARE(m_registry->profile(a)->keyIdEnd, QStringLiteral("0011"));
    const Profile b = *m_registry->profile(idOf("b"));
    QCOMPARE(b.keyIdEnd, QStringLiteral("0012"));
    QCOMPARE(b.regions, edited.regions);
    QCOMPARE(b.accountId, edited.accountId);
}

void tst_ImportRun::firstKey_isTakenAwayAgain()
{
    Profile bare;
    bare.id = newProfileId();
    bare.alias = QStringLiteral("a");
    bare.regions = {RegionId(QStringLiteral("cn-hangzhou"))};
    bool isSaved = false;
    m_keeper->save(bare, nullptr, this, [&isSaved](const auto &) { isSaved = true; });
    QTRY_VERIFY(isSaved);
    // Its key goes into the keychain, then the file cannot be written for the chain.
    std::vector<ImportStep> steps = stepsOf(cliFile({cliKey("a", "0001")}), {QStringLiteral("a")});
    QCOMPARE(steps.size(), std::size_t(1));
    std::vector<ImportStep> more = stepsOf(cliFile({cliKey("z", "0009")}));
    steps.push_back(more.front());
    m_keychain->isSlow = true;
    std::optional<ImportOutcome> outcome;
    ImportRun::start(*m_keeper, steps, this,
                     [&outcome](const ImportOutcome &ended) { outcome = ended; });
    QTRY_COMPARE(m_keychain->held.size(), std::size_t(1));
    m_keychain->mood = KeychainProblem::Locked;
    m_keychain->answerHeld();
    m_keychain->mood = std::nullopt;
    m_keychain->isSlow = false;
    m_keychain->answerHeld();
    QTRY_VERIFY_WITH_TIMEOUT(outcome, patience);
    QVERIFY(outcome->error);
    QVERIFY(outcome->left.empty());
    QVERIFY(m_keychain->kept.isEmpty());
    QVERIFY(!m_registry->enteredKey(bare.id));
    QCOMPARE(aliases(), QStringList{QStringLiteral("a")});
    QVERIFY(!m_registry->profile(bare.id)->key.isSaved);
}

void tst_ImportRun::unwritableFile_leavesNothing()
{
    // A folder in the place of the file: nobody, the superuser included, writes over it.
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("profiles.json")));
    start();
    const ImportOutcome outcome = run(stepsOf(cliFile({cliKey("a"), cliKey("b", "0002")})));
    QCOMPARE(outcome.done, 0);
    QVERIFY(outcome.error && !keychainProblemOf(*outcome.error));
    QCOMPARE(aliases(), QStringList());
    QVERIFY(m_keychain->kept.isEmpty());
}

void tst_ImportRun::stuckKeychain_isTold()
{
    m_keychain->isSlow = true;
    std::optional<ImportOutcome> outcome;
    ImportRun::start(*m_keeper, stepsOf(cliFile({cliKey("a"), cliKey("b", "0002")})), this,
                     [&outcome](const ImportOutcome &ended) { outcome = ended; });
    QTRY_COMPARE(m_keychain->held.size(), std::size_t(1));
    m_keychain->mood = KeychainProblem::Locked;
    m_keychain->isSlow = false;
    m_keychain->answerHeld();
    QTRY_VERIFY_WITH_TIMEOUT(outcome, patience);
    QCOMPARE(outcome->failedAlias, QStringLiteral("b"));
    QCOMPARE(outcome->left.size(), std::size_t(1));
    QCOMPARE(outcome->left[0].alias, QStringLiteral("a"));
    QVERIFY(!outcome->left[0].isInList); // its profile is gone; its entry in the keychain is not
    QCOMPARE(aliases(), QStringList());
    QCOMPARE(m_keychain->kept.size(), 1);
}

void tst_ImportRun::closedWindow_changesNothing()
{
    auto window = std::make_unique<QObject>();
    bool isCalled = false;
    ImportRun::start(*m_keeper, stepsOf(cliFile({cliKey("a"), cliKey("b", "0002")})), window.get(),
                     [&isCalled](const ImportOutcome &) { isCalled = true; });
    window.reset();
    QTRY_COMPARE_WITH_TIMEOUT(aliases().size(), 2, patience);
    QTRY_VERIFY(m_keeper->findChildren<ImportRun *>().isEmpty());
    QVERIFY(!isCalled);
}

void tst_ImportRun::stopped_isTakenBack()
{
    m_keychain->isSlow = true;
    std::optional<ImportOutcome> outcome;
    const QPointer<ImportRun> running = ImportRun::start(
        *m_keeper,
        stepsOf(cliFile({cliKey("a", "0001"), cliKey("b", "0002"), cliKey("c", "0003")})), this,
        [&outcome](const ImportOutcome &ended) { outcome = ended; });
    std::vector<int> told;
    connect(running.data(), &ImportRun::progressed, this,
            [&told](int done) { told.push_back(done); });
    QTRY_COMPARE(m_keychain->held.size(), std::size_t(1));
    m_keychain->answerHeld(); // a is kept, b is asked for
    QCOMPARE(aliases(), QStringList{QStringLiteral("a")});
    running->stop();
    QCOMPARE(aliases(), QStringList{QStringLiteral("a")}); // what is under way is waited for
    m_keychain->isSlow = false;
    m_keychain->answerHeld();
    QTRY_VERIFY_WITH_TIMEOUT(outcome, patience);
    QVERIFY(outcome->isStopped && !outcome->error);
    QCOMPARE(outcome->done, 0);
    QVERIFY(outcome->left.empty());
    QCOMPARE(aliases(), QStringList());
    QCOMPARE(aliasesOnDisk(), QStringList());
    QVERIFY(m_keychain->kept.isEmpty());
    QCOMPARE(told, (std::vector{1, 2, 1, 0}));
    QCOMPARE(m_keychain->calls.count(QStringLiteral("write")), 2); // c was never asked for
}

void tst_ImportRun::stoppedBeforeItBegan_doesNothing()
{
    std::optional<ImportOutcome> outcome;
    ImportRun::start(*m_keeper, stepsOf(cliFile({cliKey("a")})), this,
                     [&outcome](const ImportOutcome &ended) { outcome = ended; })
        ->stop();
    QTRY_VERIFY_WITH_TIMEOUT(outcome, patience);
    QVERIFY(outcome->isStopped);
    QCOMPARE(aliases(), QStringList());
    QVERIFY(m_keychain->calls.isEmpty());
}

QTEST_GUILESS_MAIN(tst_ImportRun)
#include "tst_importrun.moc"
