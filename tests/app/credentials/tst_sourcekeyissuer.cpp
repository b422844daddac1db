// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/sourcekeyissuer.h"
#include "tests/app/credentials/issuing.h"
#include "tests/support/faultserver.h"
#include "tests/support/manualclock.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;

namespace {

//! A program that leaves a mark and prints keys.
constexpr char printingProgram[] =
    "#!/bin/sh\n"
    "touch \"$(dirname \"$0\")/marker\"\n"
    "printf '%s' '{\"mode\":\"AK\",\"access_key_id\":\"FakeAccessKeyIdForTests01\","
    "\"access_key_secret\":\"FakeAccessKeySecretForTests01\"}'\n";

bool isRunning(qint64 pid)
{
    QFile state(QStringLiteral("/proc/%1/stat").arg(pid));
    return state.open(QIODevice::ReadOnly) && !state.readAll().contains(") Z ");
}

} // namespace

class TestSourceKeyIssuer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void callback_comesOnceAndLater_data();
    void callback_comesOnceAndLater();
    void unconfirmed_isNeverAsked_data();
    void unconfirmed_isNeverAsked();
    void changedAfterConfirmation_isNeverAsked();
    void forbidden_isNeverAsked_data();
    void forbidden_isNeverAsked();
    void incompleteSource_isALocalFault();
    void base_isNeededWhereItIsUsed();
    void entered_takesItsRole();
    void program_thenItsRole();
    void service_thenItsRole();
    void service_tooMuchIsNoAnswer();
    void refusalOfTheSource_hasACodeOfItsOwn_data();
    void refusalOfTheSource_hasACodeOfItsOwn();
    void refusalOfTheTokenService_isLeftAsItIs();
    void instance_isAskedAtItsAddress();
    void oidc_takesItsRoleOnce();
    void oidc_refusedTimeIsCorrectedOnce_data();
    void oidc_refusedTimeIsCorrectedOnce();
    void environment_givesWhatWasTaken();
    void environment_forgetsWhatWasTaken();
    void sourceFails_roleIsNotAsked();
    void slowProgram_endsByItsLimit();
    void end_killsTheProgram_data();
    void end_killsTheProgram();
    void end_duringTheRole_data();
    void end_duringTheRole();

private:
    enum class End { Cancel, ContextDies, IssuerDies };
    static void addEnds();

    Profile profileOf(KeyKind kind) const;
    QString program(const QByteArray &text) const;
    Issuing &issue(const Profile &profile, std::shared_ptr<const Credentials> base = nullptr);
    void endBy(End end, const CallHandle &handle);
    bool hasMarker() const { return QFile::exists(m_folder->filePath(QStringLiteral("marker"))); }

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;
    KeySurroundings m_surroundings;
    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<ReadClient> m_client;
    std::unique_ptr<SourceKeyIssuer> m_issuer;
    std::unique_ptr<Issuing> m_issuing;
};

void TestSourceKeyIssuer::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_issuer.reset();
    m_server = std::make_unique<FaultServer>();
    m_server->setScripts({faults::answer(200, roleAnswer())});
    ReadLimits limits;
    limits.attempts = 1;
    m_client = std::make_unique<ReadClient>(
        m_clock, newNonce, [] { return 0.0; }, limits);
    m_surroundings = {};
    m_surroundings.metadataService = m_server->address();
    m_issuing = std::make_unique<Issuing>();
}

//! Complete and confirmed, with everything pointing at the test's server and folder.
Profile TestSourceKeyIssuer::profileOf(KeyKind kind) const
{
    Profile profile;
    profile.id = ProfileId(QStringLiteral("p"));
    profile.regions = {RegionId(QStringLiteral("cn-hangzhou"))};
    profile.stsEndpoint = m_server->address();
    profile.environment.isSandbox = true;
    profile.source.kind = kind;
    profile.source.otherProfile = ProfileId(QStringLiteral("other"));
    profile.source.oidcProviderArn = QStringLiteral("acs:ram::1:oidc-provider/fake-idp");
    profile.source.oidcTokenFile = m_folder->filePath(QStringLiteral("token"));
    profile.source.serviceUrl = m_server->address();
    profile.source.command = program(printingProgram);
    profile.source.cliFile = m_folder->filePath(QStringLiteral("config.json"));
    profile.source.cliProfile = QStringLiteral("my login");
    if (kind == KeyKind::OtherProfile || kind == KeyKind::Oidc)
        profile.source.role = operatorRole();
    profile.source = confirmed(profile.source);
    return profile;
}

QString TestSourceKeyIssuer::program(const QByteArray &text) const
{
    QFile file(m_folder->filePath(QStringLiteral("tool")));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("the program cannot be written");
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return file.fileName();
}

Issuing &TestSourceKeyIssuer::issue(const Profile &profile, std::shared_ptr<const Credentials> base)
{
    m_issuing = std::make_unique<Issuing>();
    m_issuer = std::make_unique<SourceKeyIssuer>(*m_client, m_clock, m_surroundings);
    m_issuer->issue(profile, std::move(base), &m_issuing->context, m_issuing->callback());
    m_issuing->waitForEnd();
    return *m_issuing;
}

void TestSourceKeyIssuer::callback_comesOnceAndLater_data()
{
    QTest::addColumn<KeyKind>("kind");
    QTest::newRow("entered") << KeyKind::Entered;
    QTest::newRow("other profile") << KeyKind::OtherProfile;
    QTest::newRow("OIDC") << KeyKind::Oidc;
    QTest::newRow("instance") << KeyKind::EcsRole;
    QTest::newRow("service") << KeyKind::LocalService;
    QTest::newRow("program") << KeyKind::Program;
    QTest::newRow("CloudSSO") << KeyKind::CloudSso;
    QTest::newRow("OAuth") << KeyKind::OAuth;
    QTest::newRow("environment") << KeyKind::Environment;
}

// Also where the answer, good or bad, is known at once.
void TestSourceKeyIssuer::callback_comesOnceAndLater()
{
    QFETCH(KeyKind, kind);
    SourceKeyIssuer issuer(*m_client, m_clock, m_surroundings);
    issuer.issue(profileOf(kind), nullptr, &m_issuing->context, m_issuing->callback());
    QVERIFY(!m_issuing->result);
    QTRY_VERIFY_WITH_TIMEOUT(m_issuing->result, 30'000);
    QTest::qWait(50);
    QCOMPARE(m_issuing->callbacks, 1);
    // Not at all, where nobody is left to hear it.
    int callbacks = 0;
    auto context = std::make_unique<QObject>();
    issuer.issue(profileOf(kind), nullptr, context.get(),
                 [&callbacks](Result<IssuedKeys>) { ++callbacks; });
    context.reset();
    QTest::qWait(100);
    QCOMPARE(callbacks, 0);
}

void TestSourceKeyIssuer::unconfirmed_isNeverAsked_data()
{
    QTest::addColumn<KeyKind>("kind");
    QTest::newRow("program") << KeyKind::Program;
    QTest::newRow("service") << KeyKind::LocalService;
    QTest::newRow("instance") << KeyKind::EcsRole;
}

void TestSourceKeyIssuer::unconfirmed_isNeverAsked()
{
    QFETCH(KeyKind, kind);
    Profile profile = profileOf(kind);
    profile.source.confirmedSha256.clear();
    const Issuing &done = issue(profile);
    QCOMPARE(done.code(), keyissuercodes::notConfirmed());
    QCOMPARE(done.error().kind, Error::Kind::LocalFault);
    QVERIFY(!hasMarker());
    QCOMPARE(m_server->connections(), 0);
}

void TestSourceKeyIssuer::changedAfterConfirmation_isNeverAsked()
{
    Profile profile = profileOf(KeyKind::Program);
    profile.source.command += QStringLiteral(" more");
    QCOMPARE(issue(profile).code(), keyissuercodes::notConfirmed());
    QVERIFY(!hasMarker());
    Profile service = profileOf(KeyKind::LocalService);
    service.source.serviceUrl.setPath(QStringLiteral("/other"));
    QCOMPARE(issue(service).code(), keyissuercodes::notConfirmed());
    QCOMPARE(m_server->connections(), 0);
}

void TestSourceKeyIssuer::forbidden_isNeverAsked_data()
{
    QTest::addColumn<KeyKind>("kind");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("code");
    const QString external = QStringLiteral("ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS");
    QTest::newRow("program") << KeyKind::Program << external << keyissuercodes::forbiddenHere();
    QTest::newRow("service") << KeyKind::LocalService << external
                             << keyissuercodes::forbiddenHere();
    QTest::newRow("instance") << KeyKind::EcsRole
                              << QStringLiteral("ALIBABA_CLOUD_ECS_METADATA_DISABLED")
                              << keyissuercodes::metadataForbidden();
}

void TestSourceKeyIssuer::forbidden_isNeverAsked()
{
    QFETCH(KeyKind, kind);
    QFETCH(QString, name);
    QFETCH(QString, code);
    for (const char *value : {"1", "true", "TRUE"}) {
        m_surroundings.environment.insert(name, QLatin1String(value));
        const Issuing &done = issue(profileOf(kind));
        QCOMPARE(done.code(), code);
        QCOMPARE(done.error().kind, Error::Kind::LocalFault);
    }
    QVERIFY(!hasMarker());
    QCOMPARE(m_server->connections(), 0);
}

void TestSourceKeyIssuer::incompleteSource_isALocalFault()
{
    Profile noRole = profileOf(KeyKind::OtherProfile);
    noRole.source.role.reset();
    Profile badRole = profileOf(KeyKind::Entered);
    badRole.source.role = operatorRole();
    badRole.source.role->sessionName = QStringLiteral("a b");
    Profile plainService = profileOf(KeyKind::LocalService);
    plainService.source.serviceUrl = QUrl(QStringLiteral("http://example.com/keys"));
    plainService.source = confirmed(plainService.source);
    for (const Profile &profile : {noRole, badRole, plainService}) {
        const Issuing &done = issue(profile, std::make_shared<Credentials>());
        QVERIFY(!done.hasKeys());
        QCOMPARE(done.error().kind, Error::Kind::LocalFault);
    }
    QCOMPARE(m_server->connections(), 0);
}

void TestSourceKeyIssuer::base_isNeededWhereItIsUsed()
{
    for (const KeyKind kind : {KeyKind::Entered, KeyKind::OtherProfile})
        QCOMPARE(issue(profileOf(kind)).error().kind, Error::Kind::BadCredentials);
    QCOMPARE(m_server->connections(), 0);
}

void TestSourceKeyIssuer::entered_takesItsRole()
{
    auto base = std::make_shared<Credentials>();
    base->accessKeyId = QStringLiteral("FakeAccessKeyIdForTests07");
    base->secret = SecretBytes("FakeAccessKeySecretForTests07");
    for (const KeyKind kind : {KeyKind::Entered, KeyKind::OtherProfile}) {
        Profile profile = profileOf(kind);
        profile.source.role = operatorRole();
        profile.source.role->externalId = QStringLiteral("fake-external-id");
        const Issuing &done = issue(profile, base);
        QVERIFY(done.hasKeys());
        QCOMPARE(done.keys().caller->accountId, QStringLiteral("1000000000000001"));
        const ArrivedRequest &arrived = m_server->requests().back();
        QVERIFY(arrived.header("Authorization").contains("Credential=FakeAccessKeyIdForTests07,"));
        QVERIFY(arrived.line.contains("ExternalId=fake-external-id"));
    }
    const Issuing &plain = issue(profileOf(KeyKind::Entered), base);
    QVERIFY(plain.hasKeys());
    QCOMPARE(plain.keys().credentials, std::shared_ptr<const Credentials>(base));
    QCOMPARE(m_server->requests().size(), std::size_t(2));
}

void TestSourceKeyIssuer::program_thenItsRole()
{
    Profile profile = profileOf(KeyKind::Program);
    const Issuing &direct = issue(profile);
    QVERIFY(direct.hasKeys());
    QVERIFY(hasMarker());
    QCOMPARE(direct.secret(), QByteArray("FakeAccessKeySecretForTests01"));
    QCOMPARE(direct.keys().expiresAt, m_clock.now().addSecs(300));
    profile.source.role = operatorRole();
    const Issuing &role = issue(profile);
    QVERIFY(role.hasKeys());
    QCOMPARE(role.secret(), QByteArray("FakeTemporarySecretForTests03"));
    QCOMPARE(role.keys().expiresAt, QDateTime(QDate(2026, 11, 27), QTime(11, 0), Qt::UTC));
    QVERIFY(m_server->requests()
                .front()
                .header("Authorization")
                .contains("Credential=FakeAccessKeyIdForTests01,"));
}

void TestSourceKeyIssuer::service_thenItsRole()
{
    m_server->setScripts({faults::answer(200, serviceAnswer()), faults::answer(200, roleAnswer())});
    Profile profile = profileOf(KeyKind::LocalService);
    profile.source.role = operatorRole();
    const Issuing &done = issue(profile);
    QVERIFY(done.hasKeys());
    QVERIFY(done.keys().caller);
    QCOMPARE(m_server->requests().size(), std::size_t(2));
    const ArrivedRequest &arrived = m_server->requests().back();
    QCOMPARE(arrived.header("x-acs-security-token"),
             QByteArray("CAISFakeSecurityTokenForTests+plus/slash=="));
}

void TestSourceKeyIssuer::service_tooMuchIsNoAnswer()
{
    m_server->setScripts({faults::answer(200, serviceAnswer() + QByteArray(70'000, ' '))});
    const Issuing &done = issue(profileOf(KeyKind::LocalService));
    QCOMPARE(done.code(), keyissuercodes::badAnswer());
}

void TestSourceKeyIssuer::refusalOfTheSource_hasACodeOfItsOwn_data()
{
    QTest::addColumn<KeyKind>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isRefusal");
    QTest::newRow("no role") << KeyKind::EcsRole << 404 << true;
    QTest::newRow("forbidden") << KeyKind::EcsRole << 403 << true;
    QTest::newRow("metadata service is ill") << KeyKind::EcsRole << 500 << false;
    QTest::newRow("wants a name") << KeyKind::LocalService << 401 << true;
    QTest::newRow("refuses") << KeyKind::LocalService << 403 << true;
    QTest::newRow("not there") << KeyKind::LocalService << 404 << true;
    QTest::newRow("too many calls") << KeyKind::LocalService << 429 << false;
    QTest::newRow("not assigned") << KeyKind::CloudSso << 403 << true;
    QTest::newRow("CloudSSO is ill") << KeyKind::CloudSso << 503 << false;
}

//! With a role to take as well: nobody has refused that one.
void TestSourceKeyIssuer::refusalOfTheSource_hasACodeOfItsOwn()
{
    QFETCH(KeyKind, kind);
    QFETCH(int, status);
    QFETCH(bool, isRefusal);
    m_server->setScripts({faults::answer(status, R"({"ErrorCode":"Not.This","Code":"Not.That"})")});
    Profile profile = profileOf(kind);
    profile.source.role = operatorRole();
    QFile file(profile.source.cliFile);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"profiles":[{"name":"my login","mode":"CloudSSO","cloud_sso_sign_in_url":")" +
               m_server->address().toEncoded() +
               R"(/login","access_token":"FakeCloudSsoAccessToken",)"
               R"("cloud_sso_account_id":"1000000000000001",)"
               R"("cloud_sso_access_config":"ac-fake0000000000000001"}]})");
    file.close();
    const Issuing &done = issue(profile);
    QVERIFY(!done.hasKeys());
    QCOMPARE(done.code() == keyissuercodes::sourceRefused(), isRefusal);
    QCOMPARE(done.error().httpStatus, status);
    QCOMPARE(m_server->requests().size(), std::size_t(1));
    if (isRefusal && kind == KeyKind::CloudSso)
        QCOMPARE(done.error().detail, QStringLiteral("Not.This"));
}

void TestSourceKeyIssuer::refusalOfTheTokenService_isLeftAsItIs()
{
    m_server->setScripts({faults::answer(200, serviceAnswer()),
                          faults::answer(403, R"({"Code":"NoPermission","Message":"no"})")});
    Profile profile = profileOf(KeyKind::LocalService);
    profile.source.role = operatorRole();
    QCOMPARE(issue(profile).code(), QStringLiteral("NoPermission"));
}

void TestSourceKeyIssuer::instance_isAskedAtItsAddress()
{
    QCOMPARE(KeySurroundings().metadataService, QUrl(QStringLiteral("http://100.100.100.200")));
    m_server->setScripts({faults::answer(200, "session"), faults::answer(200, "fake-ecs-role"),
                          faults::answer(200, serviceAnswer()), faults::answer(200, roleAnswer())});
    Profile profile = profileOf(KeyKind::EcsRole);
    profile.source.role = operatorRole();
    const Issuing &done = issue(profile);
    QVERIFY(done.hasKeys());
    QVERIFY(done.keys().caller);
    QCOMPARE(m_server->requests().size(), std::size_t(4));
}

void TestSourceKeyIssuer::oidc_takesItsRoleOnce()
{
    QFile token(m_folder->filePath(QStringLiteral("token")));
    QVERIFY(token.open(QIODevice::WriteOnly));
    token.write("a-token");
    token.close();
    QVERIFY(issue(profileOf(KeyKind::Oidc)).hasKeys());
    QCOMPARE(m_server->requests().size(), std::size_t(1));
}

void TestSourceKeyIssuer::oidc_refusedTimeIsCorrectedOnce_data()
{
    QTest::addColumn<QList<QByteArray>>("dates"); // of refusals; then keys are given
    QTest::addColumn<int>("sent");
    QTest::addColumn<bool>("hasKeys");
    const QByteArray later = "Fri, 27 Nov 2026 10:40:00 GMT";
    QTest::newRow("once") << QList<QByteArray>{later} << 2 << true;
    QTest::newRow("refused again") << QList<QByteArray>{later, later} << 2 << false;
    QTest::newRow("no time is told") << QList<QByteArray>{QByteArray()} << 1 << false;
    QTest::newRow("too far to believe")
        << QList<QByteArray>{"Sun, 29 Nov 2026 10:00:00 GMT"} << 1 << false;
}

//! signing.md 10: with the offset of that very answer and a new nonce, once (credentials.md 8).
void TestSourceKeyIssuer::oidc_refusedTimeIsCorrectedOnce()
{
    QFETCH(QList<QByteArray>, dates);
    QFETCH(int, sent);
    QFETCH(bool, hasKeys);
    std::vector<FaultScript> scripts;
    for (const QByteArray &date : std::as_const(dates)) {
        scripts.push_back(faults::answer(400,
                                         R"({"Code":"InvalidTimeStamp.Expired","RequestId":"r"})",
                                         date.isEmpty() ? QByteArray() : "Date: " + date + "\r\n"));
    }
    scripts.push_back(faults::answer(200, roleAnswer()));
    m_server->setScripts(scripts);
    QFile token(m_folder->filePath(QStringLiteral("token")));
    QVERIFY(token.open(QIODevice::WriteOnly));
    token.write("a-token");
    token.close();
    const Issuing &done = issue(profileOf(KeyKind::Oidc));
    QCOMPARE(m_server->requests().size(), std::size_t(sent));
    QCOMPARE(done.hasKeys(), hasKeys);
    if (!hasKeys)
        QCOMPARE(done.error().kind, Error::Kind::WrongClock);
    if (!hasKeys && !dates.front().isEmpty())
        QVERIFY(done.error().clockSkew);
    if (sent < 2)
        return;
    const QByteArray first = m_server->requests()[0].line;
    const QByteArray second = m_server->requests()[1].line;
    QVERIFY2(first.contains("Timestamp=2026-11-27T10%3A00%3A00Z"), first.constData());
    QVERIFY2(second.contains("Timestamp=2026-11-27T10%3A40%3A00Z"), second.constData());
    const auto nonceIn = [](const QByteArray &line) {
        return line.mid(line.indexOf("SignatureNonce="), 40);
    };
    QVERIFY(nonceIn(first) != nonceIn(second));
}

void TestSourceKeyIssuer::environment_givesWhatWasTaken()
{
    QCOMPARE(issue(profileOf(KeyKind::Environment)).code(), keyissuercodes::noEnvironment());
    qputenv("ALIBABA_CLOUD_ACCESS_KEY_ID", "FakeAccessKeyIdForTests01");
    qputenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "FakeAccessKeySecretForTests01");
    Profile profile = profileOf(KeyKind::Environment);
    const Issuing &direct = issue(profile);
    QVERIFY(direct.hasKeys());
    QCOMPARE(direct.secret(), QByteArray("FakeAccessKeySecretForTests01"));
    QVERIFY(!direct.keys().expiresAt.isValid());
    qputenv("ALIBABA_CLOUD_ACCESS_KEY_ID", "FakeAccessKeyIdForTests01");
    qputenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "FakeAccessKeySecretForTests01");
    profile.source.role = operatorRole();
    QVERIFY(issue(profile).keys().caller);
}

//! Nobody keeps the secret, and asking again says that it must be given anew.
void TestSourceKeyIssuer::environment_forgetsWhatWasTaken()
{
    qputenv("ALIBABA_CLOUD_ACCESS_KEY_ID", "FakeAccessKeyIdForTests01");
    qputenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "FakeAccessKeySecretForTests01");
    const Profile profile = profileOf(KeyKind::Environment);
    QVERIFY(issue(profile).hasKeys());
    const std::weak_ptr<const Credentials> lent = m_issuing->keys().credentials;
    m_issuing->result.reset();
    QVERIFY(!lent.expired()); // for the next question
    m_issuer->forget(profileOf(KeyKind::Program).source);
    QVERIFY(!lent.expired());
    m_issuer->forget(profile.source);
    QVERIFY(lent.expired());
    m_issuer->issue(profile, nullptr, &m_issuing->context, m_issuing->callback());
    m_issuing->waitForEnd();
    QCOMPARE(m_issuing->code(), keyissuercodes::noEnvironment());
}

void TestSourceKeyIssuer::sourceFails_roleIsNotAsked()
{
    Profile profile = profileOf(KeyKind::Program);
    profile.source.role = operatorRole();
    program("#!/bin/sh\nexit 1\n");
    QCOMPARE(issue(profile).code(), keyissuercodes::programFailed());
    QCOMPARE(m_server->connections(), 0);
}

void TestSourceKeyIssuer::slowProgram_endsByItsLimit()
{
    m_surroundings.programLimit = 100ms;
    const Profile profile = profileOf(KeyKind::Program);
    program("#!/bin/sh\nsleep 600\n");
    QCOMPARE(issue(profile).code(), keyissuercodes::programTooSlow());
}

void TestSourceKeyIssuer::addEnds()
{
    QTest::addColumn<End>("end");
    QTest::newRow("cancelled") << End::Cancel;
    QTest::newRow("context dies") << End::ContextDies;
    QTest::newRow("issuer dies") << End::IssuerDies;
}

void TestSourceKeyIssuer::endBy(End end, const CallHandle &handle)
{
    switch (end) {
    case End::Cancel:
        handle.cancel();
        handle.cancel();
        QVERIFY(!m_issuing->result);
        QTRY_VERIFY(m_issuing->result);
        QCOMPARE(m_issuing->error().kind, Error::Kind::Cancelled);
        break;
    case End::ContextDies:
        break; // by the caller, who owns it
    case End::IssuerDies:
        m_issuer.reset();
        break;
    }
}

void TestSourceKeyIssuer::end_killsTheProgram_data()
{
    addEnds();
}

void TestSourceKeyIssuer::end_killsTheProgram()
{
    QFETCH(End, end);
    const Profile profile = profileOf(KeyKind::Program);
    program("#!/bin/sh\necho $$ > \"$(dirname \"$0\")/pid\"\nexec sleep 600\n");
    auto context = std::make_unique<QObject>();
    m_issuer = std::make_unique<SourceKeyIssuer>(*m_client, m_clock, m_surroundings);
    const CallHandle handle =
        m_issuer->issue(profile, nullptr, context.get(), m_issuing->callback());
    qint64 pid = 0;
    QTRY_VERIFY_WITH_TIMEOUT(([&] {
                                 QFile file(m_folder->filePath(QStringLiteral("pid")));
                                 const QByteArray text =
                                     file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
                                 pid = text.trimmed().toLongLong();
                                 return text.endsWith('\n');
                             })(),
                             30'000);
    QVERIFY(isRunning(pid));
    if (end == End::ContextDies)
        context.reset();
    endBy(end, handle);
    QTRY_VERIFY_WITH_TIMEOUT(!isRunning(pid), 30'000);
    QTest::qWait(50);
    QCOMPARE(m_issuing->callbacks, end == End::Cancel ? 1 : 0);
}

void TestSourceKeyIssuer::end_duringTheRole_data()
{
    addEnds();
}

void TestSourceKeyIssuer::end_duringTheRole()
{
    QFETCH(End, end);
    m_server->setScripts({faults::hang()});
    Profile profile = profileOf(KeyKind::Entered);
    profile.source.role = operatorRole();
    auto base = std::make_shared<Credentials>();
    base->accessKeyId = QStringLiteral("FakeAccessKeyIdForTests07");
    base->secret = SecretBytes("FakeAccessKeySecretForTests07");
    auto context = std::make_unique<QObject>();
    m_issuer = std::make_unique<SourceKeyIssuer>(*m_client, m_clock, m_surroundings);
    const CallHandle handle = m_issuer->issue(profile, base, context.get(), m_issuing->callback());
    QTRY_COMPARE(m_server->requests().size(), std::size_t(1));
    if (end == End::ContextDies)
        context.reset();
    endBy(end, handle);
    QTest::qWait(50);
    QCOMPARE(m_issuing->callbacks, end == End::Cancel ? 1 : 0);
}

QTEST_GUILESS_MAIN(TestSourceKeyIssuer)
#include "tst_sourcekeyissuer.moc"
