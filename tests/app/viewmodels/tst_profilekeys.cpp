// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/operations.h"
#include "app/credentials/sourcekeyissuer.h"
#include "app/domain/json.h"
#include "app/flows/identityreads.h"
#include "app/flows/keyrenewal.h"
#include "app/journal/sqlitejournal.h"
#include "app/viewmodels/profilesviewmodel.h"
#include "tests/fakes/moodystore.h"
#include "tests/fakes/sandboxprocess.h"
#include "tests/support/faultserver.h"

#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace countersign;
using namespace std::chrono_literals;

namespace {

constexpr int longWait = 30'000;
const QString ownAccount = QStringLiteral("1000000000000001");

//! A console's profiles and all that gets keys for them, in a folder of its own that may outlive
//! it: with the same folder it is the next start of the program.
class Console
{
public:
    Console(const QString &folder, const QUrl &metadataService)
        : client(
              clock, newNonce, [] { return 0.0; }, oneAttempt())
        , journal(folder, clock)
        , store(QString(folder + QStringLiteral("/profiles.json")), ProfileWorld::Sandbox)
        , issuer(client, clock, surroundings(metadataService))
        , renewal(
              client, profiles, clock, issuer, [] { return 0.0; }, quick())
        , keeper(profiles, store, keychain, clock)
        , shown(keeper, services())
    {
        keeper.load();
    }
    ~Console() { client.finishAll(); }
    Q_DISABLE_COPY_MOVE(Console)

    FlowServices services()
    {
        return {client,
                profiles,
                journal,
                clock,
                [this] { return std::make_unique<OneShotSender>(clock, newNonce); },
                &renewal};
    }
    void add(const Profile &profile, std::shared_ptr<const Credentials> entered = {})
    {
        bool isSaved = false;
        QObject context;
        keeper.save(profile, std::move(entered), &context,
                    [&isSaved](const std::optional<Error> &error) { isSaved = !error; });
        QTRY_VERIFY(isSaved);
    }
    QString line(const ProfileId &id) const { return shown.shownStanding(id).line; }
    QString text(const ProfileId &id) const { return shown.shownStanding(id).text; }
    RenewalStanding::State state(const ProfileId &id) const { return renewal.standing(id).state; }

private:
    static ReadLimits oneAttempt()
    {
        ReadLimits limits;
        limits.attempts = 1;
        return limits;
    }
    static KeySurroundings surroundings(const QUrl &metadataService)
    {
        KeySurroundings made;
        made.metadataService = metadataService;
        return made;
    }
    //! Fast enough that a storm would show within a second.
    static RenewalTimes quick()
    {
        RenewalTimes times;
        times.leastAhead = 1s;
        times.firstPause = 200ms;
        times.longestPause = 400ms;
        times.apart = 50ms;
        times.look = 50ms;
        return times;
    }

public:
    SystemClock clock;
    ReadClient client;
    ProfileRegistry profiles;
    SqliteJournal journal;
    ProfileStore store;
    MoodyStore keychain;
    SourceKeyIssuer issuer;
    KeyRenewal renewal;
    ProfileKeeper keeper;
    ProfilesViewModel shown;
};

RoleToAssume roleNamed(const char *name, const QString &account = ownAccount)
{
    RoleToAssume role;
    role.arn = QStringLiteral("acs:ram::%1:role/%2").arg(account, QLatin1String(name));
    role.sessionName = QStringLiteral("li.wei@desk");
    role.duration = 900s;
    return role;
}

const ProfileId theId(QStringLiteral("{6f1c1c52-2f0e-4b0e-9d55-0a1b2c3d4e01}"));
const ProfileId otherId(QStringLiteral("{6f1c1c52-2f0e-4b0e-9d55-0a1b2c3d4e02}"));

} // namespace

//! How profiles stand whose keys a real source gives, takes away or refuses, in the words that a
//! person reads: one message for each cause, no storm, and the others go on.
class tst_ProfileKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void role_askingHereAndRenewedNow();
    void role_failingThenEnded();
    void everySource_givesKeys_data();
    void everySource_givesKeys();
    void agreement_isAskedForFirst();
    void loop_isToldOnceAndAsksNobody();
    void otherProfile_missing();
    void otherProfile_waitsAndIsTheCause();
    void roleOfAnotherAccount_isNeverLent();
    void oneCause_oneMessage_data();
    void oneCause_oneMessage();
    void tokenService_unreachable_pausesAndOthersWork();
    void restart_showsTheLastIdentity();
    void secretWhereAnIdBelongs_isNotSent();
    void skewedClock_isCorrected();
    void keychain_foreignOrChanged_data();
    void keychain_foreignOrChanged();
    void locked_nothingIsToldAndThenJudgedAnew();
    void environmentOfATest_isForgottenWhenNobodyNeedsIt_data();
    void environmentOfATest_isForgottenWhenNobodyNeedsIt();

private:
    void startSandbox(const QByteArray &behaviour = {}, const QStringList &further = {});
    Profile profileAt(const ProfileId &id, const char *alias) const;
    Profile roleProfile(const RoleToAssume &role) const;
    std::shared_ptr<const Credentials> userKey() const;
    void write(const char *name, const QByteArray &text) const;
    int askedFor(const char *action) const
    {
        return static_cast<int>(m_sandbox->receipts(QString::fromLatin1(action)).size());
    }
    int accepted(const char *action) const;
    //! A plain profile next to the one that is tried works.
    bool worksElsewhere();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SandboxProcess> m_sandbox;
    Json m_announced;
    std::unique_ptr<Console> m_console;
};

void tst_ProfileKeys::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void tst_ProfileKeys::cleanup()
{
    m_console.reset();
    m_sandbox.reset();
}

void tst_ProfileKeys::startSandbox(const QByteArray &behaviour, const QStringList &further)
{
    write("behaviour.json", behaviour.isEmpty() ? QByteArray("[]") : behaviour);
    m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
    const QStringList arguments{QStringLiteral("--scenario"), QStringLiteral("empty"),
                                QStringLiteral("--behaviour"),
                                m_folder->filePath(QStringLiteral("behaviour.json"))};
    QVERIFY2(m_sandbox->start(arguments + further), qPrintable(m_sandbox->problem()));
    QFile file(m_sandbox->announcementFile());
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_announced = Json::parse(file.readAll()).json.value_or(Json());
    m_console = std::make_unique<Console>(m_folder->path(),
                                          QUrl(m_announced[u"metadataEndpoint"].toString()));
}

Profile tst_ProfileKeys::profileAt(const ProfileId &id, const char *alias) const
{
    Profile profile = m_sandbox->announcement().profile;
    profile.id = id;
    profile.alias = QString::fromLatin1(alias);
    profile.key = {};
    return profile;
}

Profile tst_ProfileKeys::roleProfile(const RoleToAssume &role) const
{
    Profile profile = profileAt(theId, "by role");
    profile.source.role = role;
    return profile;
}

std::shared_ptr<const Credentials> tst_ProfileKeys::userKey() const
{
    return m_sandbox->announcement().users.front().credentials;
}

void tst_ProfileKeys::write(const char *name, const QByteArray &text) const
{
    QFile file(m_folder->filePath(QLatin1String(name)));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write %s", name);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

int tst_ProfileKeys::accepted(const char *action) const
{
    int count = 0;
    for (const QJsonObject &receipt : m_sandbox->receipts(QString::fromLatin1(action)))
        count += receipt.value(QLatin1String("status")).toInt() == 200 ? 1 : 0;
    return count;
}

bool tst_ProfileKeys::worksElsewhere()
{
    if (!m_console->profiles.profile(otherId))
        m_console->add(profileAt(otherId, "plain"), userKey());
    const Profile plain = *m_console->profiles.profile(otherId);
    std::optional<Result<ApiReply>> reply;
    QObject context;
    m_console->client.read(*m_console->profiles.targetFor({otherId, plain.regions.front()}),
                           getCallerIdentityRequest(), &context,
                           [&reply](Result<ApiReply> result) { reply.emplace(std::move(result)); });
    return QTest::qWaitFor([&reply] { return reply.has_value(); }, longWait) && bool(*reply) &&
           m_console->line(otherId) == QStringLiteral("in memory only");
}

void tst_ProfileKeys::role_askingHereAndRenewedNow()
{
    startSandbox();
    m_sandbox->setFaults(R"([{"fault":"delay","ms":600,"action":"AssumeRole"}])");
    m_console->add(roleProfile(roleNamed("oos-operator")), userKey());
    QCOMPARE(askedFor("AssumeRole"), 0); // nobody is asked before the window is there
    m_console->renewal.start();
    QTRY_COMPARE(m_console->line(theId), QStringLiteral("getting keys…"));
    QVERIFY(m_console->shown.keyTroubles().empty());
    QTRY_VERIFY_WITH_TIMEOUT(m_console->line(theId).startsWith(QStringLiteral("keys until ")),
                             longWait);
    QVERIFY2(m_console->line(theId).contains(QStringLiteral("14 min")) ||
                 m_console->line(theId).contains(QStringLiteral("15 min")),
             qPrintable(m_console->line(theId)));
    QVERIFY(m_console->shown.shownStanding(theId).canRenew);
    QCOMPARE(m_console->shown.shownStanding(theId).mark, StandingMark::Good);
    const auto before = m_console->profiles.targetFor({theId, {}})->credentials();

    m_console->shown.renew(theId);
    m_console->shown.renew(theId);
    QTRY_VERIFY(m_console->line(theId).startsWith(QStringLiteral("renewing… · keys until ")));
    QCOMPARE(m_console->profiles.targetFor({theId, {}})->credentials(), before);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->line(theId).startsWith(QStringLiteral("keys until ")),
                             longWait);
    QVERIFY(m_console->profiles.targetFor({theId, {}})->credentials() != before);
    QCOMPARE(askedFor("AssumeRole"), 2);
}

void tst_ProfileKeys::role_failingThenEnded()
{
    startSandbox(R"([{"sessionSeconds":6}])");
    m_console->add(roleProfile(roleNamed("oos-operator")), userKey());
    m_console->renewal.start();
    QTRY_VERIFY_WITH_TIMEOUT(m_console->line(theId).startsWith(QStringLiteral("keys until ")),
                             longWait);
    m_sandbox->setFaults(R"([{"fault":"http503BeforeEffect","action":"AssumeRole"}])");
    m_console->shown.renew(theId);
    QTRY_VERIFY_WITH_TIMEOUT(
        m_console->line(theId).startsWith(QStringLiteral("not renewed · keys until ")), longWait);
    QVERIFY(m_console->text(theId).contains(QStringLiteral("503")));
    QVERIFY(m_console->text(theId).contains(QStringLiteral("used on until they end")));
    QVERIFY(m_console->profiles.isUnlocked(theId));
    QCOMPARE(m_console->shown.keyTroubles().size(), std::size_t(1));
    QCOMPARE(m_console->shown.keyTroubles().front().remedy, KeyTrouble::Remedy::RenewNow);

    QTRY_COMPARE_WITH_TIMEOUT(m_console->line(theId), QStringLiteral("no keys"), longWait);
    QVERIFY(m_console->text(theId).contains(QStringLiteral("503")));
    QVERIFY(m_console->text(theId).contains(QStringLiteral("Nothing is read or sent")));
    QVERIFY(!m_console->profiles.isUnlocked(theId));
    QCOMPARE(m_console->shown.keyTroubles().size(), std::size_t(1));
    // It mends itself when the service is back.
    m_sandbox->setFaults("[]");
    QTRY_VERIFY_WITH_TIMEOUT(m_console->line(theId).startsWith(QStringLiteral("keys until ")),
                             longWait);
    QVERIFY(m_console->shown.keyTroubles().empty());
}

void tst_ProfileKeys::everySource_givesKeys_data()
{
    QTest::addColumn<KeyKind>("kind");
    QTest::newRow("program") << KeyKind::Program;
    QTest::newRow("service on this computer") << KeyKind::LocalService;
    QTest::newRow("instance") << KeyKind::EcsRole;
    QTest::newRow("workload") << KeyKind::Oidc;
    QTest::newRow("other profile") << KeyKind::OtherProfile;
}

void tst_ProfileKeys::everySource_givesKeys()
{
    QFETCH(KeyKind, kind);
    startSandbox();
    JsonWriter printed;
    printed.beginObject().member(u"mode", QStringLiteral("AK"));
    printed.member(u"access_key_id", userKey()->accessKeyId);
    printed.member(u"access_key_secret", QString::fromLatin1(userKey()->secret.view())).endObject();
    write("tool", "#!/bin/sh\ncat <<'end'\n" + printed.bytes() + "\nend\n");
    write("token", m_announced[u"oidc"][u"token"].toString().toLatin1());
    Profile profile = profileAt(theId, "by source");
    profile.source.kind = kind;
    profile.source.command = m_folder->filePath(QStringLiteral("tool"));
    profile.source.serviceUrl = QUrl(m_announced[u"credentialsUri"].toString());
    profile.source.oidcProviderArn = m_announced[u"oidc"][u"providerArn"].toString();
    profile.source.oidcTokenFile = m_folder->filePath(QStringLiteral("token"));
    profile.source.otherProfile = otherId;
    if (kind == KeyKind::Oidc || kind == KeyKind::OtherProfile)
        profile.source.role = roleNamed("oos-operator");
    profile.source = confirmed(profile.source);
    m_console->add(profileAt(otherId, "plain"), userKey());
    m_console->add(profile);
    m_console->renewal.start();
    QTRY_COMPARE_WITH_TIMEOUT(m_console->state(theId), RenewalStanding::State::Here, longWait);
    QVERIFY2(m_console->line(theId).startsWith(QStringLiteral("keys ")),
             qPrintable(m_console->line(theId)));
    QVERIFY(m_console->shown.keyTroubles().empty());
    // Whose they are is known, and that it was verified just now.
    IdentityReads reads(m_console->services());
    reads.readIfUnknown({theId, profile.regions.front()});
    QTRY_VERIFY(m_console->text(theId).contains(QStringLiteral("Acts as ")));
    QVERIFY(!m_console->text(theId).contains(QStringLiteral("not verified")));
}

void tst_ProfileKeys::agreement_isAskedForFirst()
{
    startSandbox();
    const QString marker = m_folder->filePath(QStringLiteral("marker"));
    Profile profile = profileAt(theId, "by program");
    profile.source.kind = KeyKind::Program;
    profile.source.command = QString(QStringLiteral("touch ") + marker);
    m_console->add(profile);
    m_console->renewal.start();
    QTRY_COMPARE(m_console->line(theId), QStringLiteral("waits for your agreement"));
    const auto troubles = m_console->shown.keyTroubles();
    QCOMPARE(troubles.size(), std::size_t(1));
    QCOMPARE(troubles.front().remedy, KeyTrouble::Remedy::ShowProfile);
    QVERIFY(!m_console->shown.shownStanding(theId).canRenew);
    m_console->shown.renew(theId);
    QTest::qWait(500);
    QVERIFY(!QFile::exists(marker));

    profile.source = confirmed(profile.source);
    m_console->add(profile);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(marker), longWait);
    // `touch` prints no keys.
    QTRY_VERIFY(m_console->text(theId).contains(QStringLiteral("no answer with keys")));
}

void tst_ProfileKeys::loop_isToldOnceAndAsksNobody()
{
    startSandbox();
    Profile first = profileAt(theId, "first");
    first.source.kind = KeyKind::OtherProfile;
    first.source.otherProfile = otherId;
    first.source.role = roleNamed("oos-operator");
    Profile second = first;
    second.id = otherId;
    second.alias = QStringLiteral("second");
    second.source.otherProfile = theId;
    m_console->add(second);
    m_console->add(first);
    m_console->renewal.start();
    QTRY_COMPARE(m_console->line(theId), QStringLiteral("leads in a circle"));
    QCOMPARE(m_console->line(otherId), QStringLiteral("leads in a circle"));
    QCOMPARE(m_console->shown.keyTroubles().size(), std::size_t(1));
    const QString words = m_console->shown.keyTroubles().front().words;
    QVERIFY2(words.contains(QStringLiteral("first")) && words.contains(QStringLiteral("second")),
             qPrintable(words));
    m_console->shown.renew(theId);
    QTest::qWait(500);
    QVERIFY(m_sandbox->receipts().empty());
}

void tst_ProfileKeys::otherProfile_missing()
{
    startSandbox();
    Profile profile = profileAt(theId, "orphan");
    profile.source.kind = KeyKind::OtherProfile;
    profile.source.otherProfile = ProfileId(QStringLiteral("gone"));
    profile.source.role = roleNamed("oos-operator");
    m_console->add(profile);
    m_console->renewal.start();
    QTRY_COMPARE(m_console->line(theId), QStringLiteral("no keys"));
    QVERIFY(m_console->text(theId).contains(QStringLiteral("no longer there")));
    QCOMPARE(m_console->shown.keyTroubles().size(), std::size_t(1));
    QCOMPARE(m_console->shown.keyTroubles().front().remedy, KeyTrouble::Remedy::ShowProfile);
    QVERIFY(m_sandbox->receipts().empty());
}

//! The key of the first is missing: that is one cause, told once, for both.
void tst_ProfileKeys::otherProfile_waitsAndIsTheCause()
{
    startSandbox();
    m_console->add(profileAt(otherId, "plain"));
    Profile profile = profileAt(theId, "built on it");
    profile.source.kind = KeyKind::OtherProfile;
    profile.source.otherProfile = otherId;
    profile.source.role = roleNamed("oos-operator");
    m_console->add(profile);
    m_console->renewal.start();
    QTRY_COMPARE(m_console->line(theId), QStringLiteral("waits for keys"));
    const auto troubles = m_console->shown.keyTroubles();
    QCOMPARE(troubles.size(), std::size_t(1));
    QCOMPARE(troubles.front().profile, otherId);
    QCOMPARE(troubles.front().remedy, KeyTrouble::Remedy::EnterKey);
    QVERIFY(troubles.front().words.contains(QStringLiteral("built on it")));
    m_console->shown.enterKey(otherId, userKey(), {});
    QTRY_COMPARE_WITH_TIMEOUT(m_console->state(theId), RenewalStanding::State::Here, longWait);
    QVERIFY(m_console->shown.keyTroubles().empty());
}

void tst_ProfileKeys::roleOfAnotherAccount_isNeverLent()
{
    startSandbox();
    m_console->add(roleProfile(roleNamed("oos-operator", QStringLiteral("2000000000000002"))),
                   userKey());
    m_console->renewal.start();
    QTRY_COMPARE_WITH_TIMEOUT(m_console->state(theId), RenewalStanding::State::Ended, longWait);
    QVERIFY2(m_console->text(theId).contains(QStringLiteral("another account")),
             qPrintable(m_console->text(theId)));
    QVERIFY(!m_console->profiles.isUnlocked(theId));
    QCOMPARE(m_console->shown.keyTroubles().size(), std::size_t(1));
    QTest::qWait(1'000);
    QCOMPARE(askedFor("AssumeRole"), 1);
    QCOMPARE(static_cast<int>(m_sandbox->receipts().size()), 1);
    QVERIFY(worksElsewhere());
}

//! Causes that only a person can mend: asked once, said once with the next step, and not again
//! before the person wishes it.
void tst_ProfileKeys::oneCause_oneMessage_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *code, int status, const char *words) {
        QTest::newRow(code) << status << QByteArray(code) << QString::fromLatin1(words);
    };
    row("InvalidAccessKeyId.NotFound", 404, "Enter another one");
    row("InvalidAccessKeyId.Inactive", 403, "Enter another one");
    row("SignatureDoesNotMatch", 400, "Enter another one");
    row("InvalidSecurityToken.MismatchWithAccessKey", 400, "Enter another one");
    row("InvalidSecurityToken.Malformed", 400, "Enter another one");
    row("NoPermission", 403, "may not be taken");
    row("EntityNotExist.Role", 404, "Correct its ARN");
    row("InvalidParameter.RoleSessionName", 400, "session's name");
    row("InvalidParameter.DurationSeconds", 400, "Choose a shorter one");
    row("InvalidParameter.PolicyGrammar", 400, "policy");
}

void tst_ProfileKeys::oneCause_oneMessage()
{
    QFETCH(int, status);
    QFETCH(QByteArray, code);
    QFETCH(QString, words);
    startSandbox();
    FaultServer sts;
    sts.setScripts({faults::answer(
        status, R"({"Code":")" + code +
                    R"(","Message":"canary words of the service","RequestId":"7B2D-0002"})")});
    Profile profile = roleProfile(roleNamed("oos-operator"));
    profile.stsEndpoint = sts.address();
    m_console->add(profile, userKey());
    m_console->renewal.start();
    QTRY_COMPARE_WITH_TIMEOUT(m_console->state(theId), RenewalStanding::State::Ended, longWait);
    QVERIFY2(m_console->text(theId).contains(words), qPrintable(m_console->text(theId)));
    QVERIFY2(m_console->text(theId).contains(QString::fromLatin1(code)) ||
                 code == "EntityNotExist.Role",
             qPrintable(m_console->text(theId)));
    QVERIFY(!m_console->text(theId).contains(QStringLiteral("canary")));
    QCOMPARE(m_console->shown.keyTroubles().size(), std::size_t(1));
    const int once = static_cast<int>(sts.requests().size());
    QCOMPARE(once, 1);
    QTest::qWait(1'200);
    QCOMPARE(static_cast<int>(sts.requests().size()), once);
    QVERIFY(worksElsewhere());
    // The person wishes it: once more.
    QVERIFY(m_console->shown.shownStanding(theId).canRenew);
    m_console->shown.renew(theId);
    QTRY_COMPARE(static_cast<int>(sts.requests().size()), once + 1);
    QTest::qWait(700);
    QCOMPARE(static_cast<int>(sts.requests().size()), once + 1);
    QCOMPARE(m_console->shown.keyTroubles().size(), std::size_t(1));
}

void tst_ProfileKeys::tokenService_unreachable_pausesAndOthersWork()
{
    startSandbox();
    FaultServer sts;
    sts.setScripts({faults::closeAfterBody()});
    Profile profile = roleProfile(roleNamed("oos-operator"));
    profile.stsEndpoint = sts.address();
    m_console->add(profile, userKey());
    m_console->renewal.start();
    QTRY_COMPARE_WITH_TIMEOUT(m_console->state(theId), RenewalStanding::State::Ended, longWait);
    QVERIFY2(m_console->text(theId).contains(QStringLiteral("could not be reached")),
             qPrintable(m_console->text(theId)));
    QCOMPARE(m_console->shown.keyTroubles().size(), std::size_t(1));
    QCOMPARE(m_console->shown.keyTroubles().front().remedy, KeyTrouble::Remedy::RenewNow);
    QVERIFY(worksElsewhere());
    // It is tried again, with pauses of at least 200 ms here.
    const auto before = sts.requests().size();
    QTRY_VERIFY(sts.requests().size() > before);
    QTest::qWait(2'000);
    QVERIFY2(sts.requests().size() <= before + 12,
             qPrintable(QString::number(sts.requests().size())));
    QCOMPARE(m_console->shown.keyTroubles().size(), std::size_t(1));
}

void tst_ProfileKeys::restart_showsTheLastIdentity()
{
    startSandbox();
    Profile profile = roleProfile(roleNamed("oos-operator"));
    m_console->add(profile, userKey());
    m_console->renewal.start();
    QTRY_COMPARE_WITH_TIMEOUT(m_console->state(theId), RenewalStanding::State::Here, longWait);
    IdentityReads reads(m_console->services());
    reads.readIfUnknown({theId, profile.regions.front()});
    const QString who = QStringLiteral("Acts as role oos-operator, session li.wei@desk");
    QTRY_VERIFY2(m_console->text(theId).contains(QString(who + u'.')),
                 qPrintable(m_console->text(theId)));

    // The next start finds no token service.
    m_console = std::make_unique<Console>(m_folder->path(), QUrl());
    m_sandbox->setFaults(R"([{"fault":"closeBeforeEffect","action":"AssumeRole"},
        {"fault":"closeBeforeEffect","action":"GetCallerIdentity"}])");
    QCOMPARE(m_console->profiles.profiles().size(), std::size_t(1));
    m_console->shown.enterKey(theId, userKey(), {});
    m_console->renewal.start();
    QTRY_COMPARE_WITH_TIMEOUT(m_console->state(theId), RenewalStanding::State::Ended, longWait);
    QVERIFY2(m_console->text(theId).contains(QString(who + QStringLiteral(" (not verified today"))),
             qPrintable(m_console->text(theId)));
    m_sandbox->setFaults("[]");
    m_console->shown.renew(theId);
    QTRY_COMPARE_WITH_TIMEOUT(m_console->state(theId), RenewalStanding::State::Here, longWait);
    IdentityReads again(m_console->services());
    again.readIfUnknown({theId, profile.regions.front()});
    QTRY_VERIFY(m_console->text(theId).contains(QString(who + u'.')));
}

void tst_ProfileKeys::secretWhereAnIdBelongs_isNotSent()
{
    startSandbox();
    write("config.json",
          R"({"profiles":[{"name":"desk","mode":"OAuth","oauth_site_type":"CN",)"
          R"("access_key_id":"acs:ram::1:role/canary","access_key_secret":"canary-secret",)"
          R"("sts_token":"CAIScanary","sts_expiration":4070908800}]})");
    Profile profile = profileAt(theId, "by login");
    profile.source.kind = KeyKind::OAuth;
    profile.source.cliFile = m_folder->filePath(QStringLiteral("config.json"));
    profile.source.cliProfile = QStringLiteral("desk");
    profile.source = confirmed(profile.source);
    m_console->add(profile);
    m_console->renewal.start();
    QTRY_COMPARE_WITH_TIMEOUT(m_console->state(theId), RenewalStanding::State::Ended, longWait);
    QVERIFY2(m_console->text(theId).contains(QStringLiteral("where the id belongs")),
             qPrintable(m_console->text(theId)));
    QVERIFY(!m_console->text(theId).contains(QStringLiteral("canary")));
    const auto troubles = m_console->shown.keyTroubles();
    QCOMPARE(troubles.size(), std::size_t(1));
    QCOMPARE(troubles.front().remedy, KeyTrouble::Remedy::ShowProfile);
    QVERIFY(!troubles.front().details.contains(QStringLiteral("canary")));
    QTest::qWait(800);
    QVERIFY(m_sandbox->receipts().empty());
    QVERIFY(worksElsewhere());
}

//! The service's clock is an hour ahead: the first call is refused, and its time is taken over.
void tst_ProfileKeys::skewedClock_isCorrected()
{
    startSandbox({}, {QStringLiteral("--clock-offset"), QStringLiteral("3600")});
    m_console->add(roleProfile(roleNamed("oos-operator")), userKey());
    m_console->renewal.start();
    // Whoever sends it once more after a look at the service's time needs two calls, not many.
    QTRY_VERIFY_WITH_TIMEOUT(m_console->state(theId) == RenewalStanding::State::Here ||
                                 !m_console->shown.keyTroubles().empty(),
                             longWait);
    QTRY_COMPARE_WITH_TIMEOUT(m_console->state(theId), RenewalStanding::State::Here, longWait);
    QVERIFY2(askedFor("AssumeRole") <= 3, qPrintable(QString::number(askedFor("AssumeRole"))));
    QCOMPARE(accepted("AssumeRole"), 1);
    QTest::qWait(800);
    QCOMPARE(accepted("AssumeRole"), 1);
    // The end is an hour later by this computer's clock, and they are not taken for ended.
    QVERIFY(m_console->profiles.isUnlocked(theId));
}

void tst_ProfileKeys::keychain_foreignOrChanged_data()
{
    QTest::addColumn<KeychainProblem>("problem");
    QTest::newRow("another keychain than before") << KeychainProblem::BackendChanged;
    QTest::newRow("of another account") << KeychainProblem::EntryOfAnotherAccount;
    QTest::newRow("changed from outside") << KeychainProblem::EntryDamaged;
}

void tst_ProfileKeys::keychain_foreignOrChanged()
{
    QFETCH(KeychainProblem, problem);
    startSandbox();
    Profile profile = roleProfile(roleNamed("oos-operator"));
    profile.key.isSaved = true;
    m_console->add(profile, userKey());
    m_console->keychain.calls.clear();
    m_console = std::make_unique<Console>(m_folder->path(), QUrl());
    m_console->keychain.mood = problem;
    m_console->keeper.readKeys();
    m_console->renewal.start();
    QTRY_COMPARE(m_console->line(theId), QStringLiteral("key unavailable"));
    QVERIFY(!m_console->text(theId).isEmpty());
    QCOMPARE(m_console->shown.keyTroubles().size(), std::size_t(1));
    QTest::qWait(600);
    QCOMPARE(m_console->keychain.calls, QStringList{QStringLiteral("read")});
    QVERIFY(m_sandbox->receipts().empty());
    QVERIFY(worksElsewhere());
    // Asked again because the person wishes it, and it is well.
    m_console->keychain.mood.reset();
    m_console->keychain.kept.insert(theId, userKey());
    m_console->shown.retryKey(theId);
    QTRY_COMPARE_WITH_TIMEOUT(m_console->state(theId), RenewalStanding::State::Here, longWait);
    QVERIFY(m_console->shown.keyTroubles().empty());
}

void tst_ProfileKeys::locked_nothingIsToldAndThenJudgedAnew()
{
    startSandbox();
    m_console->add(profileAt(theId, "without a key"));
    QCOMPARE(m_console->shown.keyTroubles().size(), std::size_t(1));
    int changes = 0;
    QObject::connect(&m_console->shown, &ProfilesViewModel::changed, &m_console->shown,
                     [&changes] { ++changes; });
    m_console->shown.setLocked(true);
    QCOMPARE(changes, 1);
    QVERIFY(m_console->shown.keyTroubles().empty());
    m_console->add(profileAt(otherId, "another one"));
    QVERIFY(m_console->shown.keyTroubles().empty());
    m_console->shown.enterKey(theId, userKey(), {});
    m_console->shown.setLocked(false);
    const auto troubles = m_console->shown.keyTroubles();
    QCOMPARE(troubles.size(), std::size_t(1));
    QCOMPARE(troubles.front().profile, otherId);
}

void tst_ProfileKeys::environmentOfATest_isForgottenWhenNobodyNeedsIt_data()
{
    QTest::addColumn<bool>("isLock");
    QTest::newRow("locked") << true;
    QTest::newRow("closed") << false;
}

//! A further test of the same edit still has them.
void tst_ProfileKeys::environmentOfATest_isForgottenWhenNobodyNeedsIt()
{
    QFETCH(bool, isLock);
    startSandbox();
    qputenv("ALIBABA_CLOUD_ACCESS_KEY_ID", userKey()->accessKeyId.toLatin1());
    qputenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", userKey()->secret.view().toByteArray());
    Profile profile = profileAt(theId, "environment");
    profile.source.kind = KeyKind::Environment;
    ProfilesViewModel &shown = m_console->shown;
    for (int i = 0; i < 2; ++i) {
        shown.endTest();
        shown.test(profile, nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(!shown.isTesting(), longWait);
        QCOMPARE(shown.testedAccount(), ownAccount);
    }
    if (isLock) {
        shown.setLocked(true);
        shown.setLocked(false);
    } else {
        shown.forgetTested();
    }
    shown.test(profile, nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(!shown.isTesting(), longWait);
    QCOMPARE(shown.testedAccount(), QString());
    QVERIFY(!shown.checkLines().empty());
}

QTEST_GUILESS_MAIN(tst_ProfileKeys)
#include "tst_profilekeys.moc"
