// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/operations.h"
#include "app/credentials/profileregistry.h"
#include "app/credentials/sourcekeyissuer.h"
#include "tests/app/credentials/issuing.h"
#include "tests/fakes/sandboxprocess.h"
#include "tests/support/shiftedclock.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;

namespace {

Json announcementOf(const SandboxProcess &sandbox)
{
    QFile file(sandbox.announcementFile());
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the sandbox has not said where it is");
    const Json::ParseResult parsed = Json::parse(file.readAll());
    return parsed ? *parsed.json : Json();
}

} // namespace

//! Every kind of source against the sandbox: the keys it gives must work there, and be whose the
//! answer says.
class TestIssuedBySandbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void entered_takesARole_data();
    void entered_takesARole();
    void otherProfile_takesARoleAfterARole();
    void role_ofAnotherAccount();
    void role_refused_data();
    void role_refused();
    void oidc_tokenFile();
    void oidc_endedToken();
    void oidc_wrongClock_data();
    void oidc_wrongClock();
    void instance_role();
    void localService();
    void cloudSso_exchange();
    void cloudSso_unknownToken();
    void program_thenRole();
    void tls_ofTheSandboxAlone();

private:
    Profile profileOf(KeyKind kind) const;
    RoleToAssume roleNamed(const char *name, const char *account = "1000000000000001") const;
    std::shared_ptr<const Credentials> userKeys() const;
    void write(const char *name, const QByteArray &text) const;
    Issuing &issue(const Profile &profile, std::shared_ptr<const Credentials> base = nullptr);
    CallerIdentity callerOf(const Profile &profile, std::shared_ptr<const Credentials> keys);

    SystemClock m_clock;
    std::unique_ptr<SandboxProcess> m_sandbox;
    Json m_announced;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ReadClient> m_client;
    std::unique_ptr<SourceKeyIssuer> m_issuer;
    std::unique_ptr<Issuing> m_issuing;
};

void TestIssuedBySandbox::initTestCase()
{
    m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
    QVERIFY2(m_sandbox->start(), qPrintable(m_sandbox->problem()));
    m_announced = announcementOf(*m_sandbox);
}

void TestIssuedBySandbox::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_client = std::make_unique<ReadClient>(m_clock, newNonce, [] { return 0.0; });
    KeySurroundings surroundings;
    surroundings.metadataService = QUrl(m_announced[u"metadataEndpoint"].toString());
    m_issuer = std::make_unique<SourceKeyIssuer>(*m_client, m_clock, surroundings);
}

Profile TestIssuedBySandbox::profileOf(KeyKind kind) const
{
    Profile profile = m_sandbox->announcement().profile;
    profile.source.kind = kind;
    profile.source.serviceUrl = QUrl(m_announced[u"credentialsUri"].toString());
    profile.source.otherProfile = ProfileId(QStringLiteral("other"));
    profile.source.oidcProviderArn = m_announced[u"oidc"][u"providerArn"].toString();
    profile.source.oidcTokenFile = m_folder->filePath(QStringLiteral("token"));
    profile.source.command = m_folder->filePath(QStringLiteral("tool"));
    profile.source.cliFile = m_folder->filePath(QStringLiteral("config.json"));
    profile.source.cliProfile = QStringLiteral("sso");
    profile.source = confirmed(profile.source);
    return profile;
}

RoleToAssume TestIssuedBySandbox::roleNamed(const char *name, const char *account) const
{
    RoleToAssume role;
    role.arn =
        QStringLiteral("acs:ram::%1:role/%2").arg(QLatin1String(account), QLatin1String(name));
    role.sessionName = QStringLiteral("li.wei@desk");
    role.duration = 900s;
    return role;
}

std::shared_ptr<const Credentials> TestIssuedBySandbox::userKeys() const
{
    return m_sandbox->announcement().users.front().credentials;
}

void TestIssuedBySandbox::write(const char *name, const QByteArray &text) const
{
    QFile file(m_folder->filePath(QLatin1String(name)));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write %s", name);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

Issuing &TestIssuedBySandbox::issue(const Profile &profile, std::shared_ptr<const Credentials> base)
{
    m_issuing = std::make_unique<Issuing>();
    m_issuer->issue(profile, std::move(base), &m_issuing->context, m_issuing->callback());
    m_issuing->waitForEnd();
    return *m_issuing;
}

//! Whose the sandbox says these keys are; empty when it takes them for nobody's.
CallerIdentity TestIssuedBySandbox::callerOf(const Profile &profile,
                                             std::shared_ptr<const Credentials> keys)
{
    const ApiTarget target = targetOf(profile, profile.regions.front(), [keys] { return keys; });
    QObject context;
    std::optional<Result<ApiReply>> reply;
    m_client->read(target, getCallerIdentityRequest(), &context,
                   [&reply](Result<ApiReply> result) { reply.emplace(std::move(result)); });
    if (!QTest::qWaitFor([&reply] { return reply.has_value(); }, 30'000) || !*reply)
        return {};
    const Result<CallerIdentity> caller = readGetCallerIdentity((*reply)->body);
    return caller ? *caller : CallerIdentity();
}

void TestIssuedBySandbox::entered_takesARole_data()
{
    QTest::addColumn<SignatureScheme>("scheme");
    QTest::newRow("V3") << SignatureScheme::V3;
    QTest::newRow("V1") << SignatureScheme::V1;
}

void TestIssuedBySandbox::entered_takesARole()
{
    QFETCH(SignatureScheme, scheme);
    Profile profile = profileOf(KeyKind::Entered);
    profile.scheme = scheme;
    profile.source.role = roleNamed("oos-operator");
    const Issuing &done = issue(profile, userKeys());
    QVERIFY2(done.hasKeys(), qPrintable(done.code()));
    QVERIFY(done.keys().caller);
    QCOMPARE(done.keys().caller->arn,
             QStringLiteral("acs:ram::1000000000000001:assumed-role/oos-operator/li.wei@desk"));
    const qint64 lifetime = done.keys().issuedAt.secsTo(done.keys().expiresAt);
    QVERIFY2(lifetime > 880 && lifetime <= 905, qPrintable(QString::number(lifetime)));
    QCOMPARE(callerOf(profile, done.keys().credentials), *done.keys().caller);
}

void TestIssuedBySandbox::otherProfile_takesARoleAfterARole()
{
    Profile first = profileOf(KeyKind::Entered);
    first.source.role = roleNamed("oos-operator");
    const auto operating = issue(first, userKeys()).keys().credentials;
    Profile second = profileOf(KeyKind::OtherProfile);
    second.source.role = roleNamed("oos-night-shift");
    const Issuing &done = issue(second, operating);
    QVERIFY2(done.hasKeys(), qPrintable(done.code()));
    QCOMPARE(callerOf(second, done.keys().credentials), *done.keys().caller);
    // It does not trust the user directly.
    QCOMPARE(issue(second, userKeys()).error().kind, Error::Kind::Forbidden);
}

void TestIssuedBySandbox::role_ofAnotherAccount()
{
    Profile profile = profileOf(KeyKind::Entered);
    profile.source.role = roleNamed("oos-operator", "2000000000000002");
    const Issuing &done = issue(profile, userKeys());
    QVERIFY2(done.hasKeys(), qPrintable(done.code()));
    QCOMPARE(done.keys().caller->accountId, QStringLiteral("2000000000000002"));
    QCOMPARE(callerOf(profile, done.keys().credentials), *done.keys().caller);
}

void TestIssuedBySandbox::role_refused_data()
{
    QTest::addColumn<RoleToAssume>("role");
    QTest::addColumn<QString>("code");
    QTest::newRow("nobody may") << roleNamed("oos-sealed") << QStringLiteral("NoPermission");
    QTest::newRow("no such role") << roleNamed("oos-nobody")
                                  << QStringLiteral("EntityNotExist.Role");
    QTest::newRow("no external id") << roleNamed("oos-partner") << QStringLiteral("NoPermission");
    RoleToAssume wrongId = roleNamed("oos-partner");
    wrongId.externalId = QStringLiteral("acme/2026:other");
    QTest::newRow("another external id") << wrongId << QStringLiteral("NoPermission");
    RoleToAssume rightId = roleNamed("oos-partner");
    rightId.externalId = QStringLiteral("acme/2026:desk");
    QTest::newRow("its external id") << rightId << QString();
    RoleToAssume tooLong = roleNamed("oos-operator");
    tooLong.duration = 43'200s;
    QTest::newRow("longer than it lasts")
        << tooLong << QStringLiteral("InvalidParameter.DurationSeconds");
}

void TestIssuedBySandbox::role_refused()
{
    QFETCH(RoleToAssume, role);
    QFETCH(QString, code);
    Profile profile = profileOf(KeyKind::Entered);
    profile.source.role = role;
    const Issuing &done = issue(profile, userKeys());
    QCOMPARE(done.code(), code);
    if (!done.hasKeys())
        QVERIFY(!done.error().requestId.isEmpty());
}

void TestIssuedBySandbox::oidc_tokenFile()
{
    write("token", m_announced[u"oidc"][u"token"].toString().toLatin1() + "\n");
    Profile profile = profileOf(KeyKind::Oidc);
    profile.source.role = roleNamed("oos-operator");
    const Issuing &done = issue(profile);
    QVERIFY2(done.hasKeys(), qPrintable(done.code()));
    QCOMPARE(callerOf(profile, done.keys().credentials), *done.keys().caller);
}

void TestIssuedBySandbox::oidc_endedToken()
{
    write("token", m_announced[u"oidc"][u"expiredToken"].toString().toLatin1());
    Profile profile = profileOf(KeyKind::Oidc);
    profile.source.role = roleNamed("oos-operator");
    const Issuing &done = issue(profile);
    QCOMPARE(done.code(), QStringLiteral("AuthenticationFail.OIDCToken.Expired"));
}

void TestIssuedBySandbox::oidc_wrongClock_data()
{
    QTest::addColumn<std::chrono::seconds>("wrongBy");
    QTest::newRow("behind") << std::chrono::seconds(-3h);
    QTest::newRow("ahead") << std::chrono::seconds(3h);
}

//! The refusal tells the time that the next one carries; ends are judged by it as well.
void TestIssuedBySandbox::oidc_wrongClock()
{
    QFETCH(std::chrono::seconds, wrongBy);
    ShiftedClock clock;
    clock.wrongBy = wrongBy;
    ReadClient client(clock, newNonce, [] { return 0.0; });
    SourceKeyIssuer issuer(client, clock);
    write("token", m_announced[u"oidc"][u"token"].toString().toLatin1());
    Profile profile = profileOf(KeyKind::Oidc);
    profile.source.role = roleNamed("oos-operator");
    const auto before = m_sandbox->receipts(QStringLiteral("AssumeRoleWithOIDC")).size();
    Issuing done;
    issuer.issue(profile, nullptr, &done.context, done.callback());
    done.waitForEnd();
    QVERIFY2(done.hasKeys(), qPrintable(done.code()));
    const auto receipts = m_sandbox->receipts(QStringLiteral("AssumeRoleWithOIDC"));
    QCOMPARE(receipts.size(), before + 2);
    QCOMPARE(receipts.at(before).value(u"status").toInt(), 400);
    QCOMPARE(receipts.back().value(u"status").toInt(), 200);
    const qint64 left = m_clock.now().secsTo(done.keys().expiresAt);
    QVERIFY2(left > 800 && left <= 905, qPrintable(QString::number(left)));
    QVERIFY(std::abs(m_clock.now().secsTo(done.keys().issuedAt)) < 10);
}

void TestIssuedBySandbox::instance_role()
{
    Profile profile = profileOf(KeyKind::EcsRole);
    const Issuing &done = issue(profile);
    QVERIFY2(done.hasKeys(), qPrintable(done.code()));
    QVERIFY(callerOf(profile, done.keys().credentials)
                .arn.startsWith(
                    QStringLiteral("acs:ram::1000000000000001:assumed-role/oos-instance/")));
    profile.source.ecsRoleName = QStringLiteral("another-role");
    profile.source = confirmed(profile.source);
    QCOMPARE(issue(profile).error().kind, Error::Kind::NotFound);
}

void TestIssuedBySandbox::localService()
{
    const Profile profile = profileOf(KeyKind::LocalService);
    const Issuing &done = issue(profile);
    QVERIFY2(done.hasKeys(), qPrintable(done.code()));
    QCOMPARE(callerOf(profile, done.keys().credentials).identityType,
             QStringLiteral("AssumedRoleUser"));
}

void TestIssuedBySandbox::cloudSso_exchange()
{
    const Json sso = m_announced[u"cloudSso"];
    JsonWriter file;
    file.beginObject().member(u"current", QStringLiteral("sso")).name(u"profiles").beginArray();
    file.beginObject().member(u"name", QStringLiteral("sso"));
    file.member(u"mode", QStringLiteral("CloudSSO")).member(u"region_id", QStringLiteral("cn-x"));
    file.member(u"cloud_sso_sign_in_url", sso[u"signInUrl"]);
    file.member(u"access_token", sso[u"accessToken"]);
    file.member(u"cloud_sso_account_id", sso[u"accountId"]);
    file.member(u"cloud_sso_access_config", sso[u"accessConfiguration"]);
    file.member(u"cloud_sso_access_token_expire", qint64(4'070'908'800));
    file.endObject().endArray().endObject();
    write("config.json", file.bytes());
    const Profile profile = profileOf(KeyKind::CloudSso);
    const Issuing &done = issue(profile);
    QVERIFY2(done.hasKeys(), qPrintable(done.code()));
    QVERIFY(callerOf(profile, done.keys().credentials).arn.contains(QStringLiteral("/li.wei")));
}

void TestIssuedBySandbox::cloudSso_unknownToken()
{
    const Json sso = m_announced[u"cloudSso"];
    write(
        "config.json",
        R"({"profiles":[{"name":"sso","mode":"CloudSSO","access_token":"FakeCloudSsoAccessToken",)"
        R"("cloud_sso_account_id":"1","cloud_sso_access_config":"ac-1",)"
        R"("cloud_sso_access_token_expire":4070908800,"cloud_sso_sign_in_url":)" +
            sso[u"signInUrl"].source() + "}]}");
    const Issuing &done = issue(profileOf(KeyKind::CloudSso));
    QCOMPARE(done.code(), keyissuercodes::cliLoginRefused());
}

void TestIssuedBySandbox::program_thenRole()
{
    const auto keys = userKeys();
    JsonWriter printed;
    printed.beginObject().member(u"mode", QStringLiteral("AK"));
    printed.member(u"access_key_id", keys->accessKeyId);
    printed.member(u"access_key_secret", QString::fromLatin1(keys->secret.view())).endObject();
    write("tool", "#!/bin/sh\ncat <<'end'\n" + printed.bytes() + "\nend\n");
    Profile profile = profileOf(KeyKind::Program);
    QCOMPARE(callerOf(profile, issue(profile).keys().credentials).identityType,
             QStringLiteral("RAMUser"));
    profile.source.role = roleNamed("oos-reader");
    const Issuing &done = issue(profile);
    QVERIFY2(done.hasKeys(), qPrintable(done.code()));
    QCOMPARE(callerOf(profile, done.keys().credentials), *done.keys().caller);
}

void TestIssuedBySandbox::tls_ofTheSandboxAlone()
{
    SandboxProcess sandbox(QStringLiteral(PROGRAMS));
    QVERIFY2(sandbox.start({QStringLiteral("--tls")}), qPrintable(sandbox.problem()));
    const Json announced = announcementOf(sandbox);
    write("token", announced[u"oidc"][u"token"].toString().toLatin1());
    Profile profile = profileOf(KeyKind::Oidc);
    profile.stsEndpoint = sandbox.announcement().profile.stsEndpoint;
    profile.caCertificates = sandbox.announcement().profile.caCertificates;
    profile.source.role = roleNamed("oos-operator");
    QCOMPARE(profile.stsEndpoint.scheme(), QStringLiteral("https"));
    QVERIFY(issue(profile).hasKeys());
    profile.caCertificates.clear();
    QCOMPARE(issue(profile).error().kind, Error::Kind::Untrusted);
    QCOMPARE(int(sandbox.receipts(QStringLiteral("AssumeRoleWithOIDC")).size()), 1);
}

QTEST_GUILESS_MAIN(TestIssuedBySandbox)
#include "tst_issuedbysandbox.moc"
