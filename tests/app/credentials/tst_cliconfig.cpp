// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/cliconfig.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace countersign;

namespace {

using Kind = CliConfigProblem::Kind;

QByteArray sample(const QString &name)
{
    QFile file(QStringLiteral(TEST_DATA "/cli-config-samples/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray bytesOf(const SecretBytes &secret)
{
    return secret.view().toByteArray();
}

//! A file with one profile of these members.
QByteArray one(const QByteArray &members)
{
    return "{\"current\":\"p\",\"profiles\":[{\"name\":\"p\"," + members + "}]}";
}

CliProfile only(const QByteArray &text)
{
    CliConfigReading reading = readCliConfig(text);
    if (!reading.config || reading.config->profiles.size() != 1)
        return {};
    return std::move(reading.config->profiles.front());
}

const QString id01 = QStringLiteral("FakeAccessKeyIdForTests01");
const QByteArray secret01 = "FakeAccessKeySecretForTests01";
const QString id03 = QStringLiteral("STS.FakeTemporaryIdForTests03");
const QByteArray secret03 = "FakeTemporarySecretForTests03";
const QByteArray token = "CAISFakeSecurityTokenForTests+plus/slash==";
const QString roleArn = QStringLiteral("acs:ram::1000000000000001:role/fake-oos-operator");

} // namespace

//! The samples' values stand in credentials.md 3.
class tst_CliConfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sample_hasItsMode_data();
    void sample_hasItsMode();
    void samples_fieldsAreRead();
    void combined_isReadWhole();
    void missingMode_isGuessed_data();
    void missingMode_isGuessed();
    void byteOrderMark_isSkipped();
    void escapes_areUndone();
    void misplacedSecret_isNamedAndNotKept_data();
    void misplacedSecret_isNamedAndNotKept();
    void ordinaryNames_areNoSecrets();
    void placesDrawnAtRandom_areNoSecrets();
    void otherTypes_areNamed();
    void oldFields_areKnown();
    void times_areSecondsSince1970();
    void damage_isPlaced_data();
    void damage_isPlaced();
    void everyCut_isRefused();
    void tooMuch_isRefused();
    void givenBytes_areWiped();
};

void tst_CliConfig::sample_hasItsMode_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<CliMode>("mode");
    const auto add = [](const char *file, CliMode mode) {
        QTest::newRow(file) << QString::fromLatin1(file) << mode;
    };
    add("AK.json", CliMode::AccessKey);
    add("StsToken.json", CliMode::StsToken);
    add("RamRoleArn.json", CliMode::RamRoleArn);
    add("ChainableRamRoleArn.json", CliMode::ChainableRamRoleArn);
    add("EcsRamRole.json", CliMode::EcsRamRole);
    add("RamRoleArnWithRoleName.json", CliMode::RamRoleArnWithRoleName);
    add("OIDC.json", CliMode::Oidc);
    add("CloudSSO.json", CliMode::CloudSso);
    add("OAuth.json", CliMode::OAuth);
    add("External.json", CliMode::External);
    add("CredentialsURI.json", CliMode::CredentialsUri);
    add("RsaKeyPair.json", CliMode::RsaKeyPair);
    add("BearerToken.json", CliMode::BearerToken);
    add("Anonymous.json", CliMode::Anonymous);
}

void tst_CliConfig::sample_hasItsMode()
{
    QFETCH(QString, file);
    QFETCH(CliMode, mode);
    const CliConfigReading reading = readCliConfig(sample(file));
    QVERIFY(reading.config);
    const CliProfile &last = reading.config->profiles.back();
    QCOMPARE(last.mode, mode);
    QCOMPARE(last.modeName, QString(file).remove(QStringLiteral(".json")));
    QCOMPARE(cliModeName(mode), last.modeName);
    QVERIFY(!last.isModeGuessed);
    QCOMPARE(reading.config->current, last.name);
    QCOMPARE(last.regionId, QStringLiteral("cn-hangzhou"));
    QCOMPARE(last.unknownFields, 0);
    QCOMPARE(last.misplaced, QStringList());
    QCOMPARE(last.unusable, QStringList());
    QCOMPARE(reading.config->format, CliConfig::Format::CliConfig);
}

void tst_CliConfig::samples_fieldsAreRead()
{
    const CliProfile ak = only(sample(QStringLiteral("AK.json")));
    QCOMPARE(ak.accessKeyId, id01);
    QCOMPARE(bytesOf(ak.secret), secret01);
    const CliProfile sts = only(sample(QStringLiteral("StsToken.json")));
    QCOMPARE(sts.accessKeyId, id03);
    QCOMPARE(bytesOf(sts.secret), secret03);
    QCOMPARE(bytesOf(sts.stsToken), token);
    const CliProfile role = only(sample(QStringLiteral("RamRoleArn.json")));
    QCOMPARE(role.ramRoleArn, roleArn);
    QCOMPARE(role.ramSessionName, QStringLiteral("oos-desktop"));
    QCOMPARE(role.externalId, QStringLiteral("fake-external-id"));
    QCOMPARE(role.stsRegion, QStringLiteral("cn-hangzhou"));
    QCOMPARE(role.durationSeconds, std::optional<qint64>(3600));
    const CliProfile oidc = only(sample(QStringLiteral("OIDC.json")));
    QCOMPARE(oidc.oidcProviderArn,
             QStringLiteral("acs:ram::1000000000000001:oidc-provider/fake-idp"));
    QCOMPARE(oidc.oidcTokenFile, QStringLiteral("/var/run/secrets/fake/oidc-token"));
    const CliProfile external = only(sample(QStringLiteral("External.json")));
    QCOMPARE(external.processCommand,
             QStringLiteral("fake-credential-tool print --profile \"demo one\" --format json"));
    const CliProfile sso = only(sample(QStringLiteral("CloudSSO.json")));
    QCOMPARE(sso.cloudSsoSignInUrl,
             QStringLiteral("https://signin-cn-shanghai.alibabacloudsso.com/fake-directory/login"));
    QCOMPARE(sso.cloudSsoAccountId, QStringLiteral("1000000000000001"));
    QCOMPARE(sso.cloudSsoAccessConfig, QStringLiteral("ac-fake0000000000000001"));
    QCOMPARE(bytesOf(sso.cloudSsoAccessToken), QByteArray("FakeCloudSsoAccessToken"));
    QCOMPARE(sso.cloudSsoAccessTokenEnd.toSecsSinceEpoch(), 4070908800);
    QCOMPARE(sso.stsExpiration.toSecsSinceEpoch(), 4070905200);
    const CliProfile oauth = only(sample(QStringLiteral("OAuth.json")));
    QCOMPARE(oauth.oauthSite, QStringLiteral("CN"));
    QVERIFY(oauth.hasOAuthTokens);
    QCOMPARE(bytesOf(oauth.stsToken), token);
}

void tst_CliConfig::combined_isReadWhole()
{
    const CliConfigReading reading = readCliConfig(sample(QStringLiteral("combined.json")));
    QVERIFY(reading.config);
    const std::vector<CliProfile> &profiles = reading.config->profiles;
    QStringList names;
    for (const CliProfile &profile : profiles)
        names += profile.name;
    const QStringList expected{QStringLiteral("fake-ak"),
                               QStringLiteral("fake-sts"),
                               QStringLiteral("fake-role"),
                               QStringLiteral("fake-ecs"),
                               QStringLiteral("fake-ecs-then-role"),
                               QStringLiteral("fake-chain"),
                               QStringLiteral("fake-rsa"),
                               QStringLiteral("fake-external"),
                               QStringLiteral("fake-uri"),
                               QStringLiteral("fake-oidc"),
                               QStringLiteral("fake-sso"),
                               QStringLiteral("fake-oauth"),
                               QStringLiteral("fake-bearer"),
                               QStringLiteral("fake-anonymous"),
                               QString(),
                               QStringLiteral("名前 with space"),
                               QStringLiteral("no-mode"),
                               QStringLiteral("future-mode"),
                               QStringLiteral("loop-a"),
                               QStringLiteral("loop-b")};
    QCOMPARE(names, expected);
    QCOMPARE(reading.config->current, QStringLiteral("fake-ak"));
    QCOMPARE(reading.config->unknownFields, 1);
    QVERIFY(profiles[14].accessKeyId.isEmpty() && profiles[14].secret.isEmpty());
    QCOMPARE(profiles[15].unknownFields, 1);
    QCOMPARE(profiles[15].endpointType, QStringLiteral("vpc"));
    QCOMPARE(profiles[16].mode, CliMode::AccessKey);
    QVERIFY(profiles[16].isModeGuessed);
    QCOMPARE(profiles[16].regionId, QStringLiteral("ap-southeast-1"));
    QCOMPARE(profiles[17].mode, CliMode::Unknown);
    QCOMPARE(profiles[17].modeName, QStringLiteral("SomethingNew"));
    QCOMPARE(profiles[18].sourceProfile, QStringLiteral("loop-b"));
    QVERIFY(profiles[1].line > profiles[0].line);
}

void tst_CliConfig::missingMode_isGuessed_data()
{
    // The order is credentials.md 2.4's.
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<CliMode>("mode");
    const QByteArray key =
        R"("access_key_id":"LTAI5tFakeFakeFake01","access_key_secret":"abcdefgh")";
    const QByteArray role = R"(,"ram_role_arn":"acs:ram::1:role/r")";
    QTest::newRow("key") << key << CliMode::AccessKey;
    QTest::newRow("empty mode") << key + R"(,"mode":"")" << CliMode::AccessKey;
    QTest::newRow("token") << key + R"(,"sts_token":"CAIS")" << CliMode::StsToken;
    QTest::newRow("role") << key + role << CliMode::RamRoleArn;
    QTest::newRow("token before role")
        << key + role + R"(,"sts_token":"CAIS")" << CliMode::StsToken;
    QTest::newRow("rsa") << QByteArray(
                                R"("private_key":"x","key_pair_name":"k","ram_role_name":"r")")
                         << CliMode::RsaKeyPair;
    QTest::newRow("ecs") << QByteArray(R"("ram_role_name":"r","process_command":"x")")
                         << CliMode::EcsRamRole;
    QTest::newRow("external") << QByteArray(R"("process_command":"x","cloud_sso_sign_in_url":"u")")
                              << CliMode::External;
    QTest::newRow("oidc") << R"("oidc_provider_arn":"p","oidc_token_file":"/t")" + role
                          << CliMode::Oidc;
    QTest::newRow("sso") << QByteArray(R"("cloud_sso_sign_in_url":"u","bearer_token":"b")")
                         << CliMode::CloudSso;
    QTest::newRow("bearer") << QByteArray(R"("bearer_token":"b")") << CliMode::BearerToken;
    QTest::newRow("nothing") << QByteArray(R"("region_id":"cn-hangzhou")") << CliMode::Unknown;
    QTest::newRow("half a key") << QByteArray(R"("access_key_id":"LTAI5tFakeFakeFake01")")
                                << CliMode::Unknown;
    QTest::newRow("other case") << QByteArray(R"("mode":"ak",)") + key << CliMode::Unknown;
}

void tst_CliConfig::missingMode_isGuessed()
{
    QFETCH(QByteArray, members);
    QFETCH(CliMode, mode);
    const CliProfile profile = only(one(members));
    QCOMPARE(profile.name, QStringLiteral("p"));
    QCOMPARE(profile.mode, mode);
    QCOMPARE(profile.isModeGuessed, mode != CliMode::Unknown);
}

void tst_CliConfig::byteOrderMark_isSkipped()
{
    const CliProfile ak = only("\xEF\xBB\xBF" + sample(QStringLiteral("AK.json")));
    QCOMPARE(ak.name, QStringLiteral("fake-ak"));
    QCOMPARE(bytesOf(ak.secret), secret01);
}

void tst_CliConfig::escapes_areUndone()
{
    const CliProfile profile =
        only(one(R"("mode":"AK","access_key_secret":"a\"\\\/\u0041\u00e9\u20ac\ud83d\ude00z")"));
    QCOMPARE(bytesOf(profile.secret), QByteArray("a\"\\/A\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80z"));
    const CliProfile spaced = only(one(R"("mode":"AK","access_key_secret":"abc\ndef")"));
    QCOMPARE(spaced.unusable, QStringList{QStringLiteral("access_key_secret")});
    QVERIFY(spaced.secret.isEmpty());
    const CliProfile half = only(one(R"("mode":"AK","access_key_secret":"abc\ud83dz")"));
    QCOMPARE(half.unusable, QStringList{QStringLiteral("access_key_secret")});
}

void tst_CliConfig::misplacedSecret_isNamedAndNotKept_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QStringList>("fields");
    const QString idField = QStringLiteral("access_key_id");
    const QString secretField = QStringLiteral("access_key_secret");
    const QByteArray random = "q7Rk2mXw9PzLs4Tb6VnYc8HdJf3GaE"; // made up; 30 characters
    QTest::newRow("secret as id") << R"("mode":"AK","access_key_id":")" + random + '"'
                                  << QStringList{idField};
    QTest::newRow("id twice") << QByteArray(R"("mode":"AK","access_key_id":"abcdefgh12",)"
                                            R"("access_key_secret":"abcdefgh12")")
                              << QStringList{idField};
    QTest::newRow("swapped") << R"("mode":"AK","access_key_id":")" + random +
                                    R"(","access_key_secret":"LTAI5tFakeFakeFake01")"
                             << QStringList{idField, secretField};
    QTest::newRow("samples swapped")
        << QByteArray(R"("mode":"AK","access_key_id":"FakeAccessKeySecretForTests01",)"
                      R"("access_key_secret":"FakeAccessKeyIdForTests01")")
        << QStringList{idField};
    QTest::newRow("arn as id") << QByteArray(R"("mode":"AK","access_key_id":"acs:ram::1:role/r")")
                               << QStringList{idField};
    QTest::newRow("space in id") << QByteArray(R"("mode":"AK","access_key_id":"LTAI5t 01")")
                                 << QStringList{idField};
    QTest::newRow("token as id") << R"("mode":"AK","access_key_id":")" + token + '"'
                                 << QStringList{idField};
    QTest::newRow("arn as secret")
        << QByteArray(R"("mode":"AK","access_key_secret":"acs:ram::1:role/r")")
        << QStringList{secretField};
    for (const char *field : {"ram_role_name", "ram_session_name", "region_id", "source_profile",
                              "process_command", "credentials_uri", "cloud_sso_account_id"})
        QTest::newRow(field) << R"("mode":"AK",")" + QByteArray(field) + R"(":"x )" + random + '"'
                             << QStringList{QString::fromLatin1(field)};
    QTest::newRow("hex as id")
        << QByteArray(R"("mode":"AK","access_key_id":"0123456789abcdef0123456789abcdef")")
        << QStringList{idField};
    QTest::newRow("other signs in id")
        << QByteArray(R"("mode":"AK","access_key_id":"LTAI5t<b>x")") << QStringList{idField};
    QTest::newRow("token as secret")
        << R"("mode":"AK","access_key_secret":"CAIS)" + QByteArray(200, 'x') + '"'
        << QStringList{secretField};
    QTest::newRow("secret as token")
        << QByteArray(R"("mode":"StsToken","access_key_secret":"abcdef","sts_token":"abcdef")")
        << QStringList{QStringLiteral("sts_token")};
    QTest::newRow("own secret in a command")
        << QByteArray(R"("mode":"External","access_key_secret":"hunter2hunter",)"
                      R"("process_command":"tool --key=hunter2hunter")")
        << QStringList{QStringLiteral("process_command")};
}

void tst_CliConfig::misplacedSecret_isNamedAndNotKept()
{
    QFETCH(QByteArray, members);
    QFETCH(QStringList, fields);
    const CliProfile profile = only(one(members));
    QCOMPARE(profile.name, QStringLiteral("p"));
    QCOMPARE(profile.misplaced, fields);
    if (fields.contains(QStringLiteral("access_key_id")))
        QCOMPARE(profile.accessKeyId, QString());
    if (fields.contains(QStringLiteral("access_key_secret")))
        QVERIFY(profile.secret.isEmpty());
    for (const QString &text :
         {profile.ramRoleName, profile.ramSessionName, profile.regionId, profile.sourceProfile,
          profile.processCommand, profile.credentialsUri, profile.cloudSsoAccountId})
        QCOMPARE(text, QString());
}

//! A whole profile is not refused for them; the profile's own secret is found there all the same.
void tst_CliConfig::placesDrawnAtRandom_areNoSecrets()
{
    const QByteArray random = "q7Rk2mXw9PzLs4Tb6VnYc8HdJf3GaE"; // made up; 30 characters
    for (const QByteArray &member :
         {QByteArray(R"("policy":"{\"Version\":\"1\",\"Resource\":\"acs:oss:*:*:)" + random +
                     R"(\"}")"),
          QByteArray(R"("oidc_token_file":"/run/)" + random + R"(/token")"),
          QByteArray(R"("process_command":"/opt/)" + random + "/keys --config=/etc/" + random +
                     R"(.json op://vault/)" + random + '"')}) {
        const CliProfile profile = only(one(member));
        QCOMPARE(profile.misplaced, QStringList());
        const CliProfile own = only(one(R"("access_key_secret":")" + random + R"(",)" + member));
        QCOMPARE(own.misplaced.size(), 1);
    }
    const QByteArray bare = R"("process_command":"/opt/keys --secret )" + random + '"';
    const QByteArray quoted = R"("process_command":"/opt/keys --secret=')" + random + "'\"";
    const QStringList command{QStringLiteral("process_command")};
    QCOMPARE(only(one(bare)).misplaced, command);
    QCOMPARE(only(one(quoted)).misplaced, command);
}

void tst_CliConfig::ordinaryNames_areNoSecrets()
{
    const CliProfile profile = only(one(
        R"("mode":"RamRoleArn","ram_role_arn":"acs:ram::1000000000000001:role/AliyunOOSLifecycleHook4CSRole20250101",)"
        R"("ram_session_name":"operator-of-the-long-named-team-2026",)"
        R"("process_command":"/opt/CompanyCredentialHelper2/bin/print-keys --account 1000000000000001")"));
    QCOMPARE(profile.misplaced, QStringList());
    // Whoever makes an external id draws it, as a secret is drawn.
    const CliProfile partner = only(one(R"("external_id":"aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW")"));
    QCOMPARE(partner.misplaced, QStringList());
    QCOMPARE(partner.externalId, QStringLiteral("aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW"));
    for (const char *id : {"LTAI5tFakeFakeFake01Abcd", "STS.NTfake0FakeFake1FakeFake2",
                           "0wNEfakeMlzy7szv", "SANDBOX0123456789abcdefg"})
        QCOMPARE(only(one(R"("mode":"AK","access_key_id":")" + QByteArray(id) + '"')).accessKeyId,
                 QString::fromLatin1(id));
}

void tst_CliConfig::otherTypes_areNamed()
{
    const CliProfile typed = only(
        one(R"("mode":"AK","access_key_id":12,"access_key_secret":null,"expired_seconds":1.5,)"
            R"("region_id":["cn-hangzhou"],"some":1,"other":{},"retry_count":2,"verified":true)"));
    QCOMPARE(typed.unusable,
             (QStringList{QStringLiteral("access_key_id"), QStringLiteral("expired_seconds"),
                          QStringLiteral("region_id")}));
    QCOMPARE(typed.unknownFields, 2);
    QVERIFY(typed.secret.isEmpty());
    const CliConfigReading entries = readCliConfig(R"({"profiles":[null,"text",7]})");
    QVERIFY(entries.config);
    QCOMPARE(entries.config->profiles.size(), std::size_t(3));
    for (const CliProfile &entry : entries.config->profiles)
        QCOMPARE(entry.unusable, QStringList{QStringLiteral("name")});
}

void tst_CliConfig::oldFields_areKnown()
{
    const CliProfile profile = only(
        one(R"("mode":"RamRoleArn","retry_timeout":10,"enable_vpc":true,"duration_seconds":1200,)"
            R"("policy":"{}","endpoint":"oos.cn-hangzhou.aliyuncs.com","endpoint_type":"vpc",)"
            R"("sts_endpoint":"sts.cn-hangzhou.aliyuncs.com")"));
    QCOMPARE(profile.unknownFields, 0);
    QVERIFY(profile.isVpcWanted);
    QCOMPARE(profile.durationSeconds, std::optional<qint64>(1200));
    QCOMPARE(profile.policy, QStringLiteral("{}"));
    QCOMPARE(profile.endpoint, QStringLiteral("oos.cn-hangzhou.aliyuncs.com"));
    QCOMPARE(profile.stsEndpoint, QStringLiteral("sts.cn-hangzhou.aliyuncs.com"));
    QCOMPARE(only(one(R"("duration_seconds":1200,"expired_seconds":900)")).durationSeconds,
             std::optional<qint64>(900));
}

void tst_CliConfig::times_areSecondsSince1970()
{
    const CliProfile profile = only(one(R"("mode":"OAuth","sts_expiration":1770094800)"));
    QCOMPARE(profile.stsExpiration, QDateTime(QDate(2026, 2, 3), QTime(5, 0), Qt::UTC));
    for (const char *number : {"0", "-5", "9223372036854775807"})
        QVERIFY(!only(one(R"("mode":"OAuth","sts_expiration":)" + QByteArray(number)))
                     .stsExpiration.isValid());
}

void tst_CliConfig::damage_isPlaced_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<CliConfigProblem>("problem");
    QTest::newRow("empty") << QByteArray() << CliConfigProblem{Kind::Empty, 0, 0};
    QTest::newRow("blank") << QByteArray(" \n\t") << CliConfigProblem{Kind::Empty, 0, 0};
    QTest::newRow("mark alone") << QByteArray("\xEF\xBB\xBF")
                                << CliConfigProblem{Kind::Empty, 0, 0};
    QTest::newRow("comma") << QByteArray("{\n  \"profiles\": [,]}")
                           << CliConfigProblem{Kind::Damaged, 2, 16};
    QTest::newRow("latin 1") << QByteArray("{\"profiles\":[],\n\"x\":\"\xE9\"}")
                             << CliConfigProblem{Kind::NotText, 2, 1};
    QTest::newRow("utf-16") << QByteArray("\xFF\xFE{\0}\0", 6)
                            << CliConfigProblem{Kind::NotText, 1, 1};
    QTest::newRow("nul") << QByteArray("[a]\nx = \0", 9) << CliConfigProblem{Kind::NotText, 2, 1};
    QTest::newRow("deep") << "{\"profiles\":\n" + QByteArray(1'000, '[')
                          << CliConfigProblem{Kind::TooDeep, 2, 64};
    QTest::newRow("twice") << QByteArray("{\"profiles\":[{\"name\":\"a\",\n \"name\":\"b\"}]}")
                           << CliConfigProblem{Kind::StandsTwice, 2, 2};
    QTest::newRow("other object") << QByteArray("{\"name\":\"x\"}")
                                  << CliConfigProblem{Kind::OtherFormat, 0, 0};
    QTest::newRow("profiles of another type")
        << QByteArray("{\"profiles\":{}}") << CliConfigProblem{Kind::OtherFormat, 0, 0};
    QTest::newRow("array") << QByteArray("[{\"name\":\"x\"}]")
                           << CliConfigProblem{Kind::OtherFormat, 0, 0};
    QTest::newRow("prose") << QByteArray("hello\n[default]\n")
                           << CliConfigProblem{Kind::OtherFormat, 0, 0};
}

void tst_CliConfig::damage_isPlaced()
{
    QFETCH(QByteArray, text);
    QFETCH(CliConfigProblem, problem);
    const CliConfigReading reading = readCliConfig(text);
    QVERIFY(!reading.config);
    QCOMPARE(reading.problem.kind, problem.kind);
    QCOMPARE(reading.problem.line, problem.line);
    QCOMPARE(reading.problem.column, problem.column);
}

void tst_CliConfig::everyCut_isRefused()
{
    const QByteArray whole = sample(QStringLiteral("combined.json")).trimmed();
    for (qsizetype size = 1; size < whole.size(); ++size)
        QVERIFY2(!readCliConfig(whole.first(size)).config, qPrintable(QString::number(size)));
}

void tst_CliConfig::tooMuch_isRefused()
{
    QByteArray large = "{\"profiles\":[]}";
    large = large.leftJustified(256 * 1024, ' ');
    QVERIFY(readCliConfig(large + QByteArray()).config);
    QCOMPARE(readCliConfig(large + ' ').problem.kind, Kind::TooLarge);
    QByteArray many = "{\"profiles\":[{}";
    for (int i = 0; i < 199; ++i)
        many += ",{}";
    QVERIFY(readCliConfig(many + "]}").config);
    QCOMPARE(readCliConfig(many + ",{}]}").problem.kind, Kind::TooManyProfiles);
}

void tst_CliConfig::givenBytes_areWiped()
{
    QByteArray bytes = sample(QStringLiteral("AK.json"));
    const QByteArray kept = bytes; // shares its memory
    QVERIFY(readCliConfig(std::move(bytes)).config);
    QVERIFY(!kept.contains(secret01));
    QCOMPARE(kept.count('\0'), kept.size());
}

QTEST_GUILESS_MAIN(tst_CliConfig)
#include "tst_cliconfig.moc"
