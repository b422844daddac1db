// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/sendchecks.h"
#include "app/journal/sqlitejournal.h"
#include "app/signing/signing.h"
#include "tests/support/changedrecords.h"
#include "tests/support/failingjournal.h"
#include "tests/support/manualclock.h"

#include <QTemporaryDir>
#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;
using Stop = DecisionProgress::Stop;

namespace {

std::shared_ptr<Credentials> keyEndingIn(const QString &end)
{
    auto key = std::make_shared<Credentials>();
    key->accessKeyId = QStringLiteral("FakeKeyId") + end;
    key->secret = SecretBytes("not a secret");
    return key;
}

CallerIdentity callerOf(const QString &account, const QString &user = QStringLiteral("li.wei"))
{
    CallerIdentity caller;
    caller.accountId = account;
    caller.identityType = QStringLiteral("RAMUser");
    caller.arn = QStringLiteral("acs:ram::%1:user/%2").arg(account, user);
    return caller;
}

Error errorOf(Error::Kind kind)
{
    Error error;
    error.kind = kind;
    return error;
}

} // namespace

//! Each check by itself (security.md 4.4 and 4.5): what is not as it was shown keeps a decision
//! from being sent.
class tst_SendChecks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothingAgainst_begins();
    void sealBroken_doesNotBegin();
    void profileGone_doesNotBegin();
    void profileLocked_doesNotBegin();
    void profileOfAnotherAccount_doesNotBegin();
    void keyOfAnotherAccount_doesNotBegin();
    void actor_isWhoWasShown_data();
    void actor_isWhoWasShown();
    void actorOfTheLastReading_counts();
    void host_isTheOneShown();
    void run_isOfTheShownAccount();
    void journalFull_doesNotBegin();
    void openDecision_standsInTheWayOfItsWaitAlone_data();
    void openDecision_standsInTheWayOfItsWaitAlone();
    void overridden_isNotInTheWay();
    void silentIdentityService_keyOfEarlierCounts_data();
    void silentIdentityService_keyOfEarlierCounts();
    void silentIdentityService_anotherKeyDoesNot();
    void asItWasRead_leaves();
    void changedSinceRead_doesNotLeave();

private:
    FlowServices services();
    SecondRead readNow();
    std::optional<Stop> toBegin() { return obstacleToBegin(services(), m_record); }

    ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SqliteJournal> m_file;
    std::unique_ptr<FailingJournal> m_journal;
    std::unique_ptr<ProfileRegistry> m_profiles;
    std::unique_ptr<ReadClient> m_client;
    DecisionRecord m_record;
    Profile m_profile;
};

void tst_SendChecks::init()
{
    m_client = std::make_unique<ReadClient>(m_clock, newNonce, [] { return 0.5; });
    m_journal.reset();
    m_file.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = std::make_unique<SqliteJournal>(m_folder->filePath(QStringLiteral("j")), m_clock);
    m_journal = std::make_unique<FailingJournal>(*m_file);
    m_record = wholeRecord();
    m_record.predecessor.reset();
    m_record = sealed(m_record);
    m_profile = Profile();
    m_profile.id = m_record.where.place.profile;
    m_profile.accountId = m_record.where.accountId;
    m_profile.regions = {m_record.where.place.region};
    m_profiles = std::make_unique<ProfileRegistry>();
    m_profiles->setProfile(m_profile);
    m_profiles->setCredentials(m_profile.id, keyEndingIn(QStringLiteral("ab12")));
}

FlowServices tst_SendChecks::services()
{
    return {*m_client, *m_profiles, *m_journal, m_clock, {}};
}

SecondRead tst_SendChecks::readNow()
{
    SecondRead read;
    markBegin(read, m_clock);
    markEnd(read, m_clock);
    return read;
}

void tst_SendChecks::nothingAgainst_begins()
{
    QCOMPARE(toBegin(), std::nullopt);
    QVERIFY(m_profiles->setIdentity(m_profile.id, callerOf(m_profile.accountId)));
    QCOMPARE(toBegin(), std::nullopt);
}

void tst_SendChecks::sealBroken_doesNotBegin()
{
    m_record.note += u'!';
    QCOMPARE(toBegin(), Stop::Bytes);
}

void tst_SendChecks::profileGone_doesNotBegin()
{
    m_profiles->removeProfile(m_profile.id);
    QCOMPARE(toBegin(), Stop::Locked);
    QVERIFY(!isOfShownAccount(*m_profiles, m_record.where));
}

void tst_SendChecks::profileLocked_doesNotBegin()
{
    m_profiles->setCredentials(m_profile.id, nullptr);
    QCOMPARE(toBegin(), Stop::Locked);
}

void tst_SendChecks::profileOfAnotherAccount_doesNotBegin()
{
    m_profile.accountId = QStringLiteral("2000000000000099");
    m_profiles->setProfile(m_profile);
    QCOMPARE(toBegin(), Stop::WrongAccount);
}

//! The record shows another account than the profile and its key have by now.
void tst_SendChecks::keyOfAnotherAccount_doesNotBegin()
{
    QVERIFY(m_profiles->setIdentity(m_profile.id, callerOf(m_profile.accountId)));
    m_record.where.accountId = QStringLiteral("2000000000000099");
    m_record = sealed(m_record);
    QCOMPARE(toBegin(), Stop::WrongAccount);
}

void tst_SendChecks::actor_isWhoWasShown_data()
{
    QTest::addColumn<QString>("shown");
    QTest::addColumn<ActorKind>("kind");
    QTest::addColumn<QString>("arn");
    QTest::addColumn<bool>("isShown");
    const auto row = [](const char *name, const char *shown, ActorKind kind, const char *resource,
                        bool isShown) {
        QTest::newRow(name) << QString::fromLatin1(shown) << kind
                            << QString(QStringLiteral("acs:ram::1234567890123456:") +
                                       QLatin1String(resource))
                            << isShown;
    };
    // The forms of credentials.md 7.3.
    row("the user", "li.wei", ActorKind::User, "user/li.wei", true);
    row("another user", "li.wei", ActorKind::User, "user/anna.k", false);
    row("another letter case", "li.wei", ActorKind::User, "user/Li.Wei", false);
    row("the session", "op/desk", ActorKind::Role, "assumed-role/op/desk", true);
    row("another session", "op/desk", ActorKind::Role, "assumed-role/op/other", false);
    row("another role", "op/desk", ActorKind::Role, "assumed-role/admin/desk", false);
    row("a user named as the session", "op/desk", ActorKind::Role, "user/op/desk", false);
    row("the account itself", "Account", ActorKind::Account, "root", true);
    row("the account instead of a user", "li.wei", ActorKind::User, "root", false);
    row("a user instead of the account", "Account", ActorKind::Account, "user/li.wei", false);
    row("nobody was shown", "", ActorKind::Unknown, "user/li.wei", false);
}

void tst_SendChecks::actor_isWhoWasShown()
{
    QFETCH(QString, shown);
    QFETCH(ActorKind, kind);
    QFETCH(QString, arn);
    QFETCH(bool, isShown);
    m_record.where.actor = shown;
    m_record.where.actorKind = kind;
    m_record = sealed(m_record);
    const SecondRead read = readNow();
    QVERIFY(isShownActor(*m_profiles, m_record.where)); // not known yet
    QCOMPARE(toBegin(), std::nullopt);
    CallerIdentity caller;
    caller.accountId = m_profile.accountId;
    caller.arn = arn;
    caller.identityType =
        arn.endsWith(u":root") ? QStringLiteral("Account") : QStringLiteral("RAMUser");
    QVERIFY(m_profiles->setIdentity(m_profile.id, caller));
    QCOMPARE(isShownActor(*m_profiles, m_record.where), isShown);
    const std::optional<Stop> stop = isShown ? std::nullopt : std::optional(Stop::WrongActor);
    QCOMPARE(toBegin(), stop);
    QCOMPARE(obstacleToLeave(services(), m_record, read, 2s, 5s), stop);
    QCOMPARE(obstacleOfCaller(*m_profiles, m_record.where), stop);
    // The account comes first.
    m_record.where.accountId = QStringLiteral("2000000000000099");
    QCOMPARE(obstacleOfCaller(*m_profiles, m_record.where), Stop::WrongAccount);
}

//! Whose the key is cannot be read now, and it is the one that was read last.
void tst_SendChecks::actorOfTheLastReading_counts()
{
    QVERIFY(m_profiles->setIdentity(
        m_profile.id, callerOf(m_profile.accountId, QStringLiteral("anna.k")), m_clock.now()));
    m_profiles->setCredentials(m_profile.id, keyEndingIn(QStringLiteral("ab12")));
    QVERIFY(!m_profiles->identity(m_profile.id));
    QCOMPARE(toBegin(), Stop::WrongActor);
    m_profiles->setCredentials(m_profile.id, keyEndingIn(QStringLiteral("zz99")));
    QCOMPARE(toBegin(), std::nullopt); // a key of which nothing is known is asked about
}

void tst_SendChecks::host_isTheOneShown()
{
    QCOMPARE(m_record.where.endpointHost, QStringLiteral("oos.cn-hangzhou.aliyuncs.com"));
    QCOMPARE(toBegin(), std::nullopt);
    m_profile.endpoint = QUrl(QStringLiteral("https://oos.example.com"));
    m_profile.allowsPrivateEndpoint = true;
    m_profiles->setProfile(m_profile);
    QCOMPARE(toBegin(), Stop::WrongHost);
    m_record.where.endpointHost = QStringLiteral("oos.example.com");
    m_record = sealed(m_record);
    QCOMPARE(toBegin(), std::nullopt);
    m_profile.endpoint = QUrl(QStringLiteral("https://oos.example.com:8443"));
    m_profiles->setProfile(m_profile);
    QCOMPARE(toBegin(), Stop::WrongHost);
    m_record.where.endpointHost.clear();
    m_record = sealed(m_record);
    QCOMPARE(toBegin(), std::nullopt);
}

void tst_SendChecks::run_isOfTheShownAccount()
{
    Execution run;
    QVERIFY(isRunOfShownAccount(run, m_record.where));
    run.accountId = m_record.where.accountId;
    QVERIFY(isRunOfShownAccount(run, m_record.where));
    run.accountId += u'0';
    QVERIFY(!isRunOfShownAccount(run, m_record.where));
}

void tst_SendChecks::journalFull_doesNotBegin()
{
    m_journal->setFailing(true);
    QCOMPARE(toBegin(), Stop::Journal);
}

void tst_SendChecks::openDecision_standsInTheWayOfItsWaitAlone_data()
{
    using Change = std::function<void(DecisionRecord &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<bool>("isInTheWay");
    const auto add = [](const char *name, bool isInTheWay, const Change &change) {
        QTest::newRow(name) << change << isInTheWay;
    };
    add("same wait", true, [](DecisionRecord &) {});
    add("whole run", true, [](DecisionRecord &r) { r.taskExecutionId = TaskExecutionId(); });
    add("another task", false,
        [](DecisionRecord &r) { r.taskExecutionId = TaskExecutionId(QStringLiteral("t-9")); });
    add("another run", false,
        [](DecisionRecord &r) { r.executionId = ExecutionId(QStringLiteral("exec-9")); });
    add("another account", false,
        [](DecisionRecord &r) { r.where.accountId = QStringLiteral("2000000000000099"); });
    add("another region", false,
        [](DecisionRecord &r) { r.where.place.region = RegionId(QStringLiteral("cn-other")); });
}

void tst_SendChecks::openDecision_standsInTheWayOfItsWaitAlone()
{
    QFETCH(std::function<void(DecisionRecord &)>, change);
    QFETCH(bool, isInTheWay);
    DecisionRecord other = m_record;
    other.id = {QByteArray(32, '7')};
    change(other);
    QVERIFY(!m_journal->append(other, {}));
    QCOMPARE(toBegin(), isInTheWay ? std::optional(Stop::AlreadyOpen) : std::nullopt);
    const DecisionPlace &where = m_record.where;
    QCOMPARE(m_journal
                 ->openFor(where.accountId, where.place.region, m_record.executionId,
                           m_record.taskExecutionId)
                 .has_value(),
             isInTheWay);
    const bool isSamePlace =
        other.where.accountId == where.accountId && other.where.place.region == where.place.region;
    QCOMPARE(m_journal->isSending(where.accountId, where.place.region), isSamePlace);
    if (isInTheWay)
        QVERIFY(m_journal->openFor(where.accountId, where.place.region, m_record.executionId, {}));
}

void tst_SendChecks::overridden_isNotInTheWay()
{
    DecisionRecord other = m_record;
    other.id = {QByteArray(32, '7')};
    QVERIFY(!m_journal->append(other, {}));
    QCOMPARE(toBegin(), Stop::AlreadyOpen);
    m_record.predecessor = other.id;
    m_record = sealed(m_record);
    QCOMPARE(toBegin(), std::nullopt);
}

void tst_SendChecks::silentIdentityService_keyOfEarlierCounts_data()
{
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<bool>("counts");
    using Kind = Error::Kind;
    const auto add = [](const char *name, Kind kind, bool counts) {
        QTest::newRow(name) << kind << counts;
    };
    add("offline", Kind::Offline, true);
    add("timed out", Kind::TimedOut, true);
    add("throttled", Kind::Throttled, true);
    add("server fault", Kind::ServerFault, true);
    // The service has answered, or somebody else has.
    add("bad credentials", Kind::BadCredentials, false);
    add("untrusted", Kind::Untrusted, false);
    add("redirected", Kind::Redirected, false);
    add("refused", Kind::Refused, false);
    add("forbidden", Kind::Forbidden, false);
    add("bad reply", Kind::BadReply, false);
}

void tst_SendChecks::silentIdentityService_keyOfEarlierCounts()
{
    QFETCH(Error::Kind, kind);
    QFETCH(bool, counts);
    const auto key = keyEndingIn(QStringLiteral("ab12"));
    const Error error = errorOf(kind);
    QVERIFY(!isVerifiedEarlier(*m_profiles, m_profile.id, *key, error));
    QVERIFY(m_profiles->setIdentity(m_profile.id, callerOf(m_profile.accountId)));
    QCOMPARE(isVerifiedEarlier(*m_profiles, m_profile.id, *key, error), counts);
}

void tst_SendChecks::silentIdentityService_anotherKeyDoesNot()
{
    QVERIFY(m_profiles->setIdentity(m_profile.id, callerOf(m_profile.accountId)));
    const Error silent = errorOf(Error::Kind::Offline);
    const auto other = keyEndingIn(QStringLiteral("zz99"));
    QVERIFY(!isVerifiedEarlier(*m_profiles, m_profile.id, *other, silent));
    const auto same = keyEndingIn(QStringLiteral("ab12"));
    QVERIFY(!isVerifiedEarlier(*m_profiles, ProfileId(QStringLiteral("gone")), *same, silent));
    Profile unknown = *m_profiles->profile(m_profile.id);
    unknown.accountId.clear();
    m_profiles->setProfile(unknown);
    QVERIFY(!isVerifiedEarlier(*m_profiles, m_profile.id, *same, silent));
}

void tst_SendChecks::asItWasRead_leaves()
{
    const SecondRead read = readNow();
    m_clock.advance(2s);
    QCOMPARE(obstacleToLeave(services(), m_record, read, 2s, 5s), std::nullopt);
    QCOMPARE(clockJump(read, m_clock), 0s);
}

void tst_SendChecks::changedSinceRead_doesNotLeave()
{
    const SecondRead read = readNow();
    m_profiles->setCredentials(m_profile.id, nullptr);
    QCOMPARE(obstacleToLeave(services(), m_record, read, 2s, 5s), Stop::Locked);
    m_profiles->setCredentials(m_profile.id, keyEndingIn(QStringLiteral("ab12")));
    QCOMPARE(obstacleToLeave(services(), m_record, read, 2s, 5s), std::nullopt);
    m_profile.accountId = QStringLiteral("2000000000000099");
    m_profiles->setProfile(m_profile);
    QCOMPARE(obstacleToLeave(services(), m_record, read, 2s, 5s), Stop::WrongAccount);
    m_clock.advance(2001ms);
    QCOMPARE(obstacleToLeave(services(), m_record, read, 2s, 5s), Stop::TooOld);
    m_clock.sleep(1s);
    QCOMPARE(obstacleToLeave(services(), m_record, read, 2s, 5s), Stop::Slept);
    m_record.act = Act::Reject;
    QCOMPARE(obstacleToLeave(services(), m_record, read, 2s, 5s), Stop::Bytes);
    m_clock.jump(-1h);
    QCOMPARE(clockJump(read, m_clock), -3600s);
}

QTEST_GUILESS_MAIN(tst_SendChecks)
#include "tst_sendchecks.moc"
