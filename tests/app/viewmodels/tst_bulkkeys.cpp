// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/keyrenewal.h"
#include "app/flows/lockflow.h"
#include "app/flows/profilekeeper.h"
#include "app/models/bulkmodel.h"
#include "app/viewmodels/bulkviewmodel.h"
#include "app/viewmodels/decisionsviewmodel.h"
#include "person.h"
#include "tests/fakes/fakeissuer.h"
#include "tests/fakes/moodystore.h"

#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace countersign;
using namespace std::chrono_literals;
using Stage = BulkViewModel::Stage;

namespace {

constexpr int longWait = 60'000;

} // namespace

//! Keys that end, or are taken out of memory, while several decisions are sent one after the other:
//! what was not sent stays, others are had, and it goes on without sending anything twice.
class tst_BulkKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void endedToken_stopsAndGoesOnWithAnother();
    void endedToken_ofTheLastOne_isLeft();
    void endedToken_goOnWithoutOthers_stopsAgain();
    void locked_stopsAndGoesOnWithTheKeyEnteredAgain();
    void otherStops_wantNoKeys();

private:
    std::unique_ptr<BulkViewModel> begin(int runs);
    //! Confirms, and waits until the first one is on its way and stays there for a moment.
    void confirmAndHoldTheFirst(BulkViewModel &bulk);
    IssuedKeys keys(std::chrono::seconds left);
    FlowServices services();
    int sent() const
    {
        return static_cast<int>(m_sandbox->receipts(QStringLiteral("NotifyExecution")).size());
    }
    //! No wait was decided twice, and no record was used for two sends.
    void verifyEachOnce(int count) const;
    static void verifyArrived(const BulkViewModel &bulk, std::size_t item);
    static QString stateOf(const BulkViewModel &bulk, int row)
    {
        return bulk.model()->index(row, BulkModel::StateColumn).data().toString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<Person> m_person;
    std::unique_ptr<DecisionsViewModel> m_decisions;
    FakeIssuer m_issuer;
    std::unique_ptr<KeyRenewal> m_renewal;
    std::unique_ptr<MoodyStore> m_keychain;
    std::unique_ptr<ProfileStore> m_store;
    std::unique_ptr<ProfileKeeper> m_keeper;
    ProfileId m_id;
};

void tst_BulkKeys::init()
{
    m_issuer.asked.clear();
    m_issuer.always = [](const FakeIssuer::Asked &) { return errorNamed(Error::Kind::Offline); };
    m_folder = std::make_unique<QTemporaryDir>();
    m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
    m_sandbox->addTemplate(QStringLiteral("ask-one"), testtemplates::approval(1));
    QVERIFY2(m_sandbox->start({QStringLiteral("--scenario"), QStringLiteral("empty")}),
             qPrintable(m_sandbox->problem()));
    m_person = std::make_unique<Person>(m_sandbox->announcement(), 0,
                                        m_folder->filePath(QStringLiteral("a")));
    m_id = m_person->world.place().profile;
    m_decisions = std::make_unique<DecisionsViewModel>();
    m_renewal = std::make_unique<KeyRenewal>(m_person->world.client(), m_person->world.profiles,
                                             m_person->clock, m_issuer, [] { return 0.0; });
    m_keychain = std::make_unique<MoodyStore>();
    m_store = std::make_unique<ProfileStore>(m_folder->filePath(QStringLiteral("profiles.json")),
                                             ProfileWorld::Sandbox);
    m_keeper = std::make_unique<ProfileKeeper>(m_person->world.profiles, *m_store, *m_keychain,
                                               m_person->clock);
}

void tst_BulkKeys::cleanup()
{
    m_decisions.reset();
    m_keeper.reset();
    m_store.reset();
    m_keychain.reset();
    m_renewal.reset();
    m_person.reset();
    m_sandbox.reset();
}

FlowServices tst_BulkKeys::services()
{
    FlowServices all = m_person->world.services();
    all.renewal = m_renewal.get();
    return all;
}

IssuedKeys tst_BulkKeys::keys(std::chrono::seconds left)
{
    const SandboxAnnouncement announcement = m_sandbox->announcement();
    IssuedKeys made;
    made.credentials =
        std::make_shared<const Credentials>(announcement.users.front().credentials->clone());
    made.issuedAt = m_person->clock.now();
    made.expiresAt = made.issuedAt.addSecs(left.count());
    CallerIdentity caller;
    caller.accountId = announcement.profile.accountId;
    caller.principalId = QStringLiteral("300000000000000077:li.wei");
    made.caller = caller;
    return made;
}

std::unique_ptr<BulkViewModel> tst_BulkKeys::begin(int runs)
{
    // Read long before it counts.
    m_sandbox->setFaults(R"([{"fault":"delay","ms":700,"action":"NotifyExecution","times":1}])");
    std::vector<ExecutionId> ids;
    for (int i = 0; i < runs; ++i)
        ids.push_back(m_person->world.startExecution(QStringLiteral("ask-one")));
    std::vector<WaitRow> rows;
    for (const ExecutionId &id : ids) {
        m_person->world.waitForStatus(id, RunStatus::Waiting);
        rows.push_back(m_person->foundRow(id));
    }
    auto bulk = std::make_unique<BulkViewModel>(
        Act::Approve, rows,
        [this] {
            return std::make_unique<ReviewViewModel>(std::make_unique<ReviewFlow>(services()),
                                                     m_person->files);
        },
        *m_decisions);
    const auto isComposing = [&bulk] { return bulk->stage() == Stage::Composing; };
    if (!QTest::qWaitFor(isComposing, longWait))
        qWarning("not everything was read");
    bulk->setNote(QStringLiteral("a note that is typed once"));
    bulk->setCountText(QString::number(runs));
    return bulk;
}

void tst_BulkKeys::confirmAndHoldTheFirst(BulkViewModel &bulk)
{
    bulk.confirm();
    const auto hasLeft = [this] {
        const std::vector<DecisionViewModel *> all = m_decisions->all();
        return !all.empty() && all.back()->decisionState() == DecisionState::Sent;
    };
    QTRY_VERIFY_WITH_TIMEOUT(hasLeft(), longWait);
}

void tst_BulkKeys::verifyEachOnce(int count) const
{
    QSet<QString> tasks;
    QSet<QString> nonces;
    const auto receipts = m_sandbox->receipts(QStringLiteral("NotifyExecution"));
    for (const QJsonObject &receipt : receipts) {
        const QJsonObject parameters = receipt.value(QLatin1String("params")).toObject();
        tasks.insert(parameters.value(QLatin1String("TaskExecutionId")).toString());
        nonces.insert(receipt.value(QLatin1String("nonce")).toString());
    }
    QCOMPARE(static_cast<int>(receipts.size()), count);
    QCOMPARE(static_cast<int>(tasks.size()), count);
    QCOMPARE(static_cast<int>(nonces.size()), count);
}

//! Accepted, and perhaps seen to be done already.
void tst_BulkKeys::verifyArrived(const BulkViewModel &bulk, std::size_t item)
{
    const BulkResult result = bulk.results().at(item);
    QVERIFY2(result.state == u"Accepted" || result.state == u"ReconciledApplied",
             qPrintable(result.sentence));
}

//! Gives the profile of the person a source, and keys of it.
static void issueTo(Person &person, const ProfileId &id, const IssuedKeys &keys)
{
    Profile profile = *person.world.profiles.profile(id);
    profile.source.kind = KeyKind::Program;
    profile.source.command = QStringLiteral("/usr/bin/print-keys");
    profile.source = confirmed(profile.source);
    person.world.profiles.setProfile(profile);
    QVERIFY(person.world.profiles.renewCredentials(id, keys));
    QVERIFY(person.world.learnCaller());
}

void tst_BulkKeys::endedToken_stopsAndGoesOnWithAnother()
{
    issueTo(*m_person, m_id, keys(3600s));
    const auto bulk = begin(3);
    QCOMPARE(bulk->includedCount(), 3);
    QVERIFY(!bulk->areKeysWanted());
    confirmAndHoldTheFirst(*bulk);
    // What is on its way keeps its keys; those for the next one end too soon.
    QVERIFY(m_person->world.profiles.renewCredentials(m_id, keys(10s)));
    QTRY_COMPARE_WITH_TIMEOUT(bulk->stage(), Stage::Stopped, longWait);
    verifyArrived(*bulk, 0);
    QCOMPARE(stateOf(*bulk, 1), QStringLiteral("not sent: the keys have ended"));
    QCOMPARE(stateOf(*bulk, 2), QStringLiteral("not sent yet"));
    QCOMPARE(bulk->goOnText(), QStringLiteral("Go on with the remaining 2"));
    QVERIFY(bulk->areKeysWanted());
    QVERIFY2(
        bulk->progressText().contains(QStringLiteral("2 wait(s) were not sent. The next one:")),
        qPrintable(bulk->progressText()));
    QCOMPARE(bulk->unfinished().size(), std::size_t(2));

    // The source fails: it is said why, and nothing else happens.
    m_issuer.always = [](const FakeIssuer::Asked &) {
        return errorNamed(Error::Kind::LocalFault, keyissuercodes::programFailed());
    };
    QCOMPARE(bulk->keysText(), QStringLiteral("Get new credentials"));
    bulk->getKeys();
    QVERIFY(bulk->keysText().isEmpty());
    QTRY_VERIFY(bulk->keysDetail().contains(QStringLiteral("/usr/bin/print-keys")));

    m_issuer.always = [this](const FakeIssuer::Asked &) { return keys(3600s); };
    const int asked = m_issuer.count();
    bulk->getKeys();
    bulk->getKeys();
    QTRY_COMPARE(bulk->keysDetail(), QStringLiteral("Other credentials are here."));
    QCOMPARE(m_issuer.count(), asked + 1);
    QVERIFY(bulk->keysText().isEmpty());
    // Keys alone send nothing.
    QTest::qWait(500);
    QCOMPARE(sent(), 1);
    QCOMPARE(bulk->stage(), Stage::Stopped);

    bulk->goOn();
    QTRY_COMPARE_WITH_TIMEOUT(bulk->stage(), Stage::Done, longWait);
    QVERIFY2(bulk->isClean(), qPrintable(bulk->progressText()));
    QVERIFY(!bulk->areKeysWanted());
    verifyEachOnce(3);
    QCOMPARE(m_decisions->all().size(), std::size_t(3));
    const auto receipts = m_sandbox->receipts(QStringLiteral("NotifyExecution"));
    for (const QJsonObject &receipt : receipts)
        QVERIFY(receipt.value(QLatin1String("params"))
                    .toObject()
                    .value(QLatin1String("NotifyNote"))
                    .toString()
                    .startsWith(QStringLiteral("a note that is typed once")));
}

void tst_BulkKeys::endedToken_ofTheLastOne_isLeft()
{
    issueTo(*m_person, m_id, keys(3600s));
    const auto bulk = begin(2);
    confirmAndHoldTheFirst(*bulk);
    QVERIFY(m_person->world.profiles.renewCredentials(m_id, keys(10s)));
    QTRY_COMPARE_WITH_TIMEOUT(bulk->stage(), Stage::Stopped, longWait);
    QCOMPARE(bulk->goOnText(), QStringLiteral("Go on with the remaining 1"));
    QVERIFY(m_person->world.profiles.renewCredentials(m_id, keys(3600s)));
    bulk->goOn();
    QTRY_COMPARE_WITH_TIMEOUT(bulk->stage(), Stage::Done, longWait);
    QVERIFY(bulk->isClean());
    verifyEachOnce(2);
}

void tst_BulkKeys::endedToken_goOnWithoutOthers_stopsAgain()
{
    issueTo(*m_person, m_id, keys(3600s));
    const auto bulk = begin(2);
    confirmAndHoldTheFirst(*bulk);
    m_person->world.profiles.endCredentials(m_id);
    QTRY_COMPARE_WITH_TIMEOUT(bulk->stage(), Stage::Stopped, longWait);
    QSignalSpy progress(bulk.get(), &BulkViewModel::progressChanged);
    m_issuer.always = [](const FakeIssuer::Asked &) { return errorNamed(Error::Kind::Offline); };
    bulk->goOn();
    QTRY_VERIFY(progress.count() > 0);
    QTRY_COMPARE_WITH_TIMEOUT(bulk->stage(), Stage::Stopped, longWait);
    QCOMPARE(bulk->goOnText(), QStringLiteral("Go on with the remaining 1"));
    QVERIFY(bulk->areKeysWanted());
    verifyEachOnce(1);
}

void tst_BulkKeys::locked_stopsAndGoesOnWithTheKeyEnteredAgain()
{
    ProfileRegistry &profiles = m_person->world.profiles;
    Profile profile = *profiles.profile(m_id);
    profile.dropsKeysOnLock = true;
    profiles.setProfile(profile);
    LockFlow lock(*m_keeper, m_person->clock,
                  [this](const ProfileId &id) { return m_decisions->isSending(id); });
    connect(m_decisions.get(), &DecisionsViewModel::changed, &lock, &LockFlow::dropKeys);
    const auto bulk = begin(3);
    confirmAndHoldTheFirst(*bulk);
    lock.lock();
    QVERIFY(profiles.isUnlocked(m_id)); // while it is sent
    QTRY_COMPARE_WITH_TIMEOUT(bulk->stage(), Stage::Stopped, longWait);
    QVERIFY(!profiles.isUnlocked(m_id));
    verifyArrived(*bulk, 0);
    QCOMPARE(stateOf(*bulk, 1), QStringLiteral("not sent: the key is not in memory"));
    QCOMPARE(bulk->goOnText(), QStringLiteral("Go on with the remaining 2"));
    QCOMPARE(sent(), 1);

    lock.unlock();
    QTest::qWait(300);
    QCOMPARE(sent(), 1);
    QSignalSpy wanted(bulk.get(), &BulkViewModel::keyEntryWanted);
    QCOMPARE(bulk->keysText(), QStringLiteral("Enter other credentials…"));
    bulk->getKeys();
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.front().front().value<ProfileId>(), m_id);
    m_keeper->enterKey(m_id, m_sandbox->announcement().users.front().credentials);
    QCOMPARE(bulk->keysDetail(), QStringLiteral("Other credentials are here."));
    bulk->goOn();
    QTRY_COMPARE_WITH_TIMEOUT(bulk->stage(), Stage::Done, longWait);
    QVERIFY2(bulk->isClean(), qPrintable(bulk->progressText()));
    verifyEachOnce(3);
}

void tst_BulkKeys::otherStops_wantNoKeys()
{
    const auto bulk = begin(3);
    m_sandbox->setFaults(R"([{"fault":"throttle","action":"NotifyExecution","times":1}])");
    bulk->confirm();
    QTRY_COMPARE_WITH_TIMEOUT(bulk->stage(), Stage::Stopped, longWait);
    QVERIFY(!bulk->areKeysWanted());
    QVERIFY(bulk->keysText().isEmpty());
    QCOMPARE(bulk->goOnText(), QStringLiteral("Go on with the remaining 2"));
}

QTEST_GUILESS_MAIN(tst_BulkKeys)
#include "tst_bulkkeys.moc"
