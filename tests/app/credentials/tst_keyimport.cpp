// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/keyimport.h"

#include <QFile>
#include <QTest>

using namespace countersign;

namespace {

using Obstacle = ImportObstacle;

const QDateTime now(QDate(2026, 2, 3), QTime(4, 5, 6), Qt::UTC);
const QString path = QStringLiteral("/home/x/.aliyun/config.json");

ImportEnvironment environmentOf(const QHash<QByteArray, QString> &variables = {})
{
    return {QStringLiteral("/home/x"),
            [variables](const char *name) { return variables.value(name); },
            [variables](const char *name) { return !variables.value(name).isEmpty(); }};
}

QByteArray sample(const QString &name)
{
    QFile file(QStringLiteral(TEST_DATA "/cli-config-samples/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! A file with these profiles, each without its braces.
QByteArray file(const QList<QByteArray> &profiles)
{
    QByteArray text = "{\"current\":\"a\",\"profiles\":[";
    for (const QByteArray &profile : profiles)
        text += '{' + profile + "},";
    text.chop(profiles.isEmpty() ? 0 : 1);
    return text + "]}";
}

std::vector<ImportCandidate> candidatesOf(const QByteArray &text,
                                          const ImportEnvironment &environment = environmentOf())
{
    const CliConfigReading reading = readCliConfig(text);
    return reading.config ? importCandidates(*reading.config, path, environment, now)
                          : std::vector<ImportCandidate>();
}

ImportCandidate only(const QByteArray &text, const ImportEnvironment &environment = environmentOf())
{
    const std::vector<ImportCandidate> all = candidatesOf(text, environment);
    return all.size() == 1 ? all.front() : ImportCandidate();
}

const QByteArray key =
    R"("access_key_id":"LTAI5tFakeFakeFake01","access_key_secret":"abcdefgh","region_id":"cn-hangzhou")";
const QByteArray role =
    R"("ram_role_arn":"acs:ram::1000000000000001:role/fake-oos-operator","ram_session_name":"oos-desktop")";

QByteArray chain(const char *name, const char *source)
{
    return R"("name":")" + QByteArray(name) +
           R"(","mode":"ChainableRamRoleArn","source_profile":")" + source + "\"," + role;
}

} // namespace

//! What each kind becomes is credentials.md 1 and 2.4.
class tst_KeyImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sample_becomesItsSource_data();
    void sample_becomesItsSource();
    void combined_isJudgedAsAWhole();
    void keys_areHandedOut();
    void missingField_isNamed_data();
    void missingField_isNamed();
    void badSource_isTold_data();
    void badSource_isTold();
    void chains_areFollowed();
    void secondOfName_isMarked();
    void place_isTakenOver_data();
    void place_isTakenOver();
    void logins_areTheirCommands_data();
    void logins_areTheirCommands();
    void foreignLogin_isNotImported();
    void leftoverEnd_isNoEndOfATypedToken();
    void iniFile_isJudged();
    void largeToken_isRefused();
    void forbiddingVariables_areHonoured();
    void current_isThatOfTheEnvironmentFirst();
    void environment_isOfferedByName();
    void environment_ofOtherFamilies();
};

void tst_KeyImport::sample_becomesItsSource_data()
{
    QTest::addColumn<QString>("mode");
    QTest::addColumn<Obstacle>("obstacle");
    QTest::addColumn<KeyKind>("kind");
    QTest::addColumn<bool>("hasRole");
    QTest::addColumn<bool>("hasKey");
    QTest::addColumn<QString>("account");
    const auto add = [](const char *mode, Obstacle obstacle, KeyKind kind, bool hasRole,
                        bool hasKey, const char *account) {
        QTest::newRow(mode) << QString::fromLatin1(mode) << obstacle << kind << hasRole << hasKey
                            << QString::fromLatin1(account);
    };
    const char *account = "1000000000000001";
    add("AK", Obstacle::None, KeyKind::Entered, false, true, "");
    add("StsToken", Obstacle::None, KeyKind::Entered, false, true, "");
    add("RamRoleArn", Obstacle::None, KeyKind::Entered, true, true, account);
    add("ChainableRamRoleArn", Obstacle::None, KeyKind::OtherProfile, true, false, account);
    add("EcsRamRole", Obstacle::None, KeyKind::EcsRole, false, false, "");
    add("RamRoleArnWithRoleName", Obstacle::None, KeyKind::EcsRole, true, false, account);
    add("OIDC", Obstacle::None, KeyKind::Oidc, true, false, account);
    add("External", Obstacle::None, KeyKind::Program, false, false, "");
    add("CredentialsURI", Obstacle::None, KeyKind::LocalService, false, false, "");
    add("CloudSSO", Obstacle::None, KeyKind::CloudSso, false, false, account);
    add("OAuth", Obstacle::None, KeyKind::OAuth, false, false, "");
    add("RsaKeyPair", Obstacle::Deprecated, KeyKind::Entered, false, false, "");
    add("BearerToken", Obstacle::NoSignature, KeyKind::Entered, false, false, "");
    add("Anonymous", Obstacle::NoKey, KeyKind::Entered, false, false, "");
}

void tst_KeyImport::sample_becomesItsSource()
{
    QFETCH(QString, mode);
    QFETCH(Obstacle, obstacle);
    QFETCH(KeyKind, kind);
    QFETCH(bool, hasRole);
    QFETCH(bool, hasKey);
    QFETCH(QString, account);
    const std::vector<ImportCandidate> all = candidatesOf(sample(mode + QStringLiteral(".json")));
    QVERIFY(!all.empty());
    const ImportCandidate &last = all.back();
    QCOMPARE(last.obstacle, obstacle);
    QCOMPARE(last.source.kind, kind);
    QCOMPARE(bool(last.source.role), hasRole);
    QCOMPARE(last.hasKey, hasKey);
    QCOMPARE(last.accountId, account);
    QCOMPARE(last.region, QStringLiteral("cn-hangzhou"));
    QVERIFY(last.isCurrent);
    QCOMPARE(last.modeName, mode);
    // What runs or asks something is never agreed to by importing it.
    QVERIFY(last.source.confirmedSha256.isEmpty());
    const bool needsAgreement =
        kind == KeyKind::EcsRole || kind == KeyKind::Program || kind == KeyKind::LocalService;
    QCOMPARE(isConfirmed(last.source), !needsAgreement);
}

void tst_KeyImport::combined_isJudgedAsAWhole()
{
    const std::vector<ImportCandidate> all = candidatesOf(sample(QStringLiteral("combined.json")));
    QCOMPARE(all.size(), std::size_t(20));
    const Obstacle expected[] = {
        Obstacle::None,        Obstacle::None,        Obstacle::None,          Obstacle::None,
        Obstacle::None,        Obstacle::None,        Obstacle::Deprecated,    Obstacle::None,
        Obstacle::None,        Obstacle::None,        Obstacle::None,          Obstacle::None,
        Obstacle::NoSignature, Obstacle::NoKey,       Obstacle::NotConfigured, Obstacle::None,
        Obstacle::None,        Obstacle::UnknownMode, Obstacle::Loop,          Obstacle::Loop};
    for (std::size_t i = 0; i < all.size(); ++i)
        QCOMPARE(std::pair(i, all[i].obstacle), std::pair(i, expected[i]));
    QCOMPARE(all[5].builtOn, std::optional<std::size_t>(0));
    QVERIFY(all[0].isCurrent && !all[1].isCurrent);
    QCOMPARE(all[15].name, QStringLiteral("名前 with space"));
    QVERIFY(all[15].usesVpc);
    QCOMPARE(all[15].notes, std::set{ImportNote::UnknownFields});
    QCOMPARE(all[16].notes, std::set{ImportNote::ModeGuessed});
    QCOMPARE(all[17].modeName, QStringLiteral("SomethingNew"));
    QCOMPARE(all[18].chain, (QStringList{QStringLiteral("loop-a"), QStringLiteral("loop-b"),
                                         QStringLiteral("loop-a")}));
    QCOMPARE(all[19].chain, (QStringList{QStringLiteral("loop-b"), QStringLiteral("loop-a"),
                                         QStringLiteral("loop-b")}));
    QCOMPARE(all[4].notes, std::set{ImportNote::OldForm});
    QCOMPARE(all[2].source.role->externalId, QStringLiteral("fake-external-id"));
    QCOMPARE(all[2].source.role->duration.count(), 3600);
    QCOMPARE(all[2].stsEndpoint, QUrl(QStringLiteral("https://sts.cn-hangzhou.aliyuncs.com")));
    QCOMPARE(all[10].source.cliFile, path);
    QCOMPARE(all[10].source.cliProfile, QStringLiteral("fake-sso"));
}

void tst_KeyImport::keys_areHandedOut()
{
    const CliConfigReading reading = readCliConfig(sample(QStringLiteral("combined.json")));
    const auto all = importCandidates(*reading.config, path, environmentOf(), now);
    const auto ak = importedKey(*reading.config, all[0]);
    QCOMPARE(ak->accessKeyId, QStringLiteral("FakeAccessKeyIdForTests01"));
    QCOMPARE(ak->secret.view().toByteArray(), QByteArray("FakeAccessKeySecretForTests01"));
    QVERIFY(ak->securityToken.isEmpty());
    QCOMPARE(all[0].keyIdEnd, QStringLiteral("ts01"));
    const auto sts = importedKey(*reading.config, all[1]);
    QCOMPARE(sts->securityToken.view().toByteArray(),
             QByteArray("CAISFakeSecurityTokenForTests+plus/slash=="));
    // Its triple is the CLI's.
    QVERIFY(!importedKey(*reading.config, all[10]));
    QVERIFY(!importedKey(*reading.config, all[7]));
    const CliConfigReading left =
        readCliConfig(file({R"("name":"a","mode":"AK","sts_token":"CAISold",)" + key}));
    const auto leftAll = importCandidates(*left.config, path, environmentOf(), now);
    QVERIFY(importedKey(*left.config, leftAll[0])->securityToken.isEmpty());
    // A temporary one is nothing without it, whatever the mode says.
    const CliConfigReading kept =
        readCliConfig(file({R"("name":"a","mode":"AK","access_key_id":"STS.FakeTemporaryId",)"
                            R"("access_key_secret":"abcdefgh","sts_token":"CAISnew")"}));
    const auto keptAll = importCandidates(*kept.config, path, environmentOf(), now);
    QCOMPARE(keptAll[0].obstacle, Obstacle::None);
    QCOMPARE(importedKey(*kept.config, keptAll[0])->securityToken.view().toByteArray(),
             QByteArray("CAISnew"));
}

void tst_KeyImport::missingField_isNamed_data()
{
    QTest::addColumn<QByteArray>("profile");
    QTest::addColumn<Obstacle>("obstacle");
    QTest::addColumn<QStringList>("fields");
    const auto add = [](const char *name, const QByteArray &profile, Obstacle obstacle,
                        const char *fields = "") {
        QTest::newRow(name) << profile << obstacle
                            << QString::fromLatin1(fields).split(u' ', Qt::SkipEmptyParts);
    };
    const QByteArray id = R"("access_key_id":"LTAI5tFakeFakeFake01")";
    add("AK", R"("mode":"AK",)" + id, Obstacle::FieldMissing, "access_key_secret");
    add("AK empty", R"("mode":"AK")", Obstacle::NotConfigured, "access_key_id access_key_secret");
    add("StsToken", R"("mode":"StsToken",)" + key, Obstacle::FieldMissing, "sts_token");
    add("RamRoleArn", R"("mode":"RamRoleArn",)" + key, Obstacle::FieldMissing,
        "ram_role_arn ram_session_name");
    add("chain", R"("mode":"ChainableRamRoleArn",)" + role, Obstacle::FieldMissing,
        "source_profile");
    add("ecs", R"("mode":"EcsRamRole")", Obstacle::None);
    add("ecs then role", R"("mode":"RamRoleArnWithRoleName",)" + role, Obstacle::FieldMissing,
        "ram_role_name");
    add("oidc", R"("mode":"OIDC","oidc_provider_arn":"p",)" + role, Obstacle::FieldMissing,
        "oidc_token_file");
    add("external", R"("mode":"External")", Obstacle::NotConfigured, "process_command");
    add("uri", R"("mode":"CredentialsURI")", Obstacle::NotConfigured, "credentials_uri");
    add("sso", R"("mode":"CloudSSO","cloud_sso_sign_in_url":"https://s.example/x")",
        Obstacle::FieldMissing, "cloud_sso_account_id cloud_sso_access_config");
    add("oauth", R"("mode":"OAuth")", Obstacle::NotConfigured, "oauth_site_type");
    add("oauth site", R"("mode":"OAuth","oauth_site_type":"EU")", Obstacle::BadSite);
    add("temporary id alone",
        R"("mode":"AK","access_key_id":"STS.FakeTemporaryId","access_key_secret":"abcdefgh")",
        Obstacle::FieldMissing, "sts_token");
    add("role with a temporary id",
        R"("mode":"RamRoleArn","access_key_id":"STS.FakeTemporaryId","access_key_secret":"abcdefgh",)" +
            role,
        Obstacle::FieldMissing, "sts_token");
    add("nothing", R"("region_id":"cn-hangzhou")", Obstacle::NoMode);
    add("misplaced", R"("mode":"AK","access_key_id":"acs:ram::1:role/r")", Obstacle::Misplaced,
        "access_key_id");
    add("other type", R"("mode":"AK","region_id":7,)" + id, Obstacle::Unusable, "region_id");
}

void tst_KeyImport::missingField_isNamed()
{
    QFETCH(QByteArray, profile);
    QFETCH(Obstacle, obstacle);
    QFETCH(QStringList, fields);
    const ImportCandidate candidate = only(file({R"("name":"a",)" + profile}));
    QCOMPARE(candidate.name, QStringLiteral("a"));
    QCOMPARE(candidate.obstacle, obstacle);
    QCOMPARE(candidate.fields, fields);
}

void tst_KeyImport::badSource_isTold_data()
{
    QTest::addColumn<QByteArray>("profile");
    QTest::addColumn<KeySourceProblem>("problem");
    const auto uri = [](const char *url) -> QByteArray {
        return R"("mode":"CredentialsURI","credentials_uri":")" + QByteArray(url) + '"';
    };
    using Problem = KeySourceProblem;
    QTest::newRow("http elsewhere") << uri("http://10.0.0.1/keys") << Problem::BadServiceUrl;
    QTest::newRow("user name") << uri("https://u:p@keys.example/") << Problem::BadServiceUrl;
    QTest::newRow("file") << uri("file:///etc/passwd") << Problem::BadServiceUrl;
    QTest::newRow("command") << QByteArray(R"("mode":"External","process_command":"tool 'x")")
                             << Problem::NoCommand;
    QTest::newRow("token file")
        << R"("mode":"OIDC","oidc_provider_arn":"p","oidc_token_file":"token",)" + role
        << Problem::NoTokenFile;
    QTest::newRow("arn") << R"("mode":"RamRoleArn","ram_session_name":"ab","ram_role_arn":"x",)" +
                                key
                         << Problem::BadRoleArn;
    QTest::newRow("session")
        << R"("mode":"RamRoleArn","ram_session_name":"a b","ram_role_arn":"acs:ram::1:role/r",)" +
               key
        << Problem::BadSessionName;
    QTest::newRow("duration") << R"("mode":"RamRoleArn","expired_seconds":60,)" + key + ',' + role
                              << Problem::BadDuration;
    QTest::newRow("policy") << R"("mode":"RamRoleArn","policy":"no json",)" + key + ',' + role
                            << Problem::BadPolicy;
}

void tst_KeyImport::badSource_isTold()
{
    QFETCH(QByteArray, profile);
    QFETCH(KeySourceProblem, problem);
    const ImportCandidate candidate = only(file({R"("name":"a",)" + profile}));
    QCOMPARE(candidate.obstacle, Obstacle::BadSource);
    QCOMPARE(candidate.sourceProblem, problem);
}

void tst_KeyImport::chains_areFollowed()
{
    const QByteArray base = R"("name":"base","mode":"AK",)" + key;
    const auto all =
        candidatesOf(file({chain("two", "one"), chain("one", "base"), base, chain("gone", "nobody"),
                           chain("on gone", "gone"), chain("self", "self"),
                           chain("to self", "self"), R"("name":"rsa","mode":"RsaKeyPair")",
                           chain("on rsa", "rsa"), chain("on on rsa", "on rsa")}));
    QCOMPARE(all.size(), std::size_t(10));
    QCOMPARE(all[0].obstacle, Obstacle::None);
    QCOMPARE(all[0].builtOn, std::optional<std::size_t>(1));
    QCOMPARE(all[1].builtOn, std::optional<std::size_t>(2));
    QCOMPARE(all[3].obstacle, Obstacle::SourceMissing);
    QCOMPARE(all[3].chain, (QStringList{QStringLiteral("gone"), QStringLiteral("nobody")}));
    QCOMPARE(all[4].obstacle, Obstacle::SourceUnusable);
    QCOMPARE(all[4].chain.back(), QStringLiteral("gone"));
    QCOMPARE(all[5].obstacle, Obstacle::Loop);
    QCOMPARE(all[5].chain, (QStringList{QStringLiteral("self"), QStringLiteral("self")}));
    QCOMPARE(all[6].obstacle, Obstacle::Loop);
    QCOMPARE(all[6].chain, (QStringList{QStringLiteral("to self"), QStringLiteral("self"),
                                        QStringLiteral("self")}));
    QCOMPARE(all[8].obstacle, Obstacle::SourceUnusable);
    QCOMPARE(all[9].obstacle, Obstacle::SourceUnusable);
    // A circle of six, and one that leads into it.
    const auto six =
        candidatesOf(file({chain("1", "2"), chain("2", "3"), chain("3", "4"), chain("4", "5"),
                           chain("5", "6"), chain("6", "1"), chain("in", "4"), base}));
    for (std::size_t i = 0; i < 7; ++i)
        QCOMPARE(six[i].obstacle, Obstacle::Loop);
    QCOMPARE(six[0].chain.join(u' '), QStringLiteral("1 2 3 4 5 6 1"));
    QCOMPARE(six[6].chain.join(u' '), QStringLiteral("in 4 5 6 1 2 3 4"));
    QCOMPARE(six[7].obstacle, Obstacle::None);
    // Five roles in a row and no more.
    QList<QByteArray> long1{base, chain("r1", "base")};
    for (int i = 2; i <= 6; ++i)
        long1 += chain(qPrintable(QStringLiteral("r%1").arg(i)),
                       qPrintable(QStringLiteral("r%1").arg(i - 1)));
    const auto longAll = candidatesOf(file(long1));
    QCOMPARE(longAll[5].obstacle, Obstacle::None);
    QCOMPARE(longAll[6].obstacle, Obstacle::TooLong);
    // Two hundred of them in one row end, and quickly.
    QList<QByteArray> endless;
    for (int i = 0; i < 200; ++i)
        endless += chain(qPrintable(QStringLiteral("e%1").arg(i)),
                         qPrintable(QStringLiteral("e%1").arg((i + 1) % 200)));
    const auto endlessAll = candidatesOf(file(endless));
    QCOMPARE(endlessAll.size(), std::size_t(200));
    QCOMPARE(endlessAll[7].obstacle, Obstacle::Loop);
}

void tst_KeyImport::secondOfName_isMarked()
{
    const auto all = candidatesOf(
        file({R"("name":"a","mode":"AK",)" + key, R"("name":"a","mode":"AK",)" + key,
              R"("name":"A","mode":"AK",)" + key,
              R"("name":"a","mode":"OAuth","oauth_site_type":"CN")", chain("c", "a")}));
    QVERIFY(!all[0].isSecondOfName && all[1].isSecondOfName && !all[2].isSecondOfName);
    QVERIFY(all[0].isCurrent && !all[1].isCurrent);
    QCOMPARE(all[1].obstacle, Obstacle::None);
    // The CLI finds the first one by that name, whatever ours is called.
    QCOMPARE(all[3].obstacle, Obstacle::SecondOfName);
    QCOMPARE(all[4].builtOn, std::optional<std::size_t>(0));
}

void tst_KeyImport::place_isTakenOver_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("region");
    QTest::addColumn<bool>("usesVpc");
    QTest::addColumn<QString>("sts");
    QTest::addColumn<std::set<ImportNote>>("notes");
    using Notes = std::set<ImportNote>;
    const auto add = [](const char *members, const char *region, bool usesVpc, const char *sts,
                        const Notes &notes) {
        QTest::newRow(members) << QByteArray(members) << QString::fromLatin1(region) << usesVpc
                               << QString::fromLatin1(sts) << notes;
    };
    add(R"("x":1)", "", false, "", {ImportNote::UnknownFields});
    add(R"("region_id":"eu-central-1")", "eu-central-1", false, "", {});
    add(R"("region_id":"evil.example/")", "", false, "", {ImportNote::RegionLeftOut});
    add(R"("region_id":"cn-hangzhou","endpoint":"oos.cn-hangzhou.aliyuncs.com")", "cn-hangzhou",
        false, "", {});
    add(R"("region_id":"cn-hangzhou","endpoint":"https://oos-vpc.cn-hangzhou.aliyuncs.com")",
        "cn-hangzhou", true, "", {});
    add(R"("region_id":"cn-hangzhou","endpoint":"oos.cn-hangzhou.aliyuncs.com.evil.example")",
        "cn-hangzhou", false, "", {ImportNote::EndpointLeftOut});
    add(R"("endpoint_type":"vpc")", "", true, "", {});
    add(R"("enable_vpc":true)", "", true, "", {});
    add(R"("sts_region":"cn-shanghai")", "", false, "https://sts.cn-shanghai.aliyuncs.com", {});
    add(R"("sts_region":"foo")", "", false, "", {ImportNote::StsEndpointLeftOut});
    add(R"("sts_region":"cn-shanghai","endpoint_type":"vpc")", "", true,
        "https://sts-vpc.cn-shanghai.aliyuncs.com", {});
    add(R"("sts_region":"cn-shanghai","sts_endpoint":"sts.eu-west-1.aliyuncs.com")", "", false,
        "https://sts.eu-west-1.aliyuncs.com", {});
    add(R"("sts_endpoint":"sts.aliyuncs.com")", "", false, "https://sts.aliyuncs.com", {});
    add(R"("sts_endpoint":"sts.evil.example")", "", false, "", {ImportNote::StsEndpointLeftOut});
    add(R"("sts_endpoint":"sts.aliyuncs.com.evil.example")", "", false, "",
        {ImportNote::StsEndpointLeftOut});
}

void tst_KeyImport::place_isTakenOver()
{
    QFETCH(QByteArray, members);
    QFETCH(QString, region);
    QFETCH(bool, usesVpc);
    QFETCH(QString, sts);
    QFETCH(std::set<ImportNote>, notes);
    const ImportCandidate candidate =
        only(file({R"("name":"a","mode":"RamRoleArn","access_key_id":"LTAI5tFakeFakeFake01",)"
                   R"("access_key_secret":"abcdefgh",)" +
                   role + ',' + members}));
    QCOMPARE(candidate.obstacle, Obstacle::None);
    QCOMPARE(candidate.region, region);
    QCOMPARE(candidate.usesVpc, usesVpc);
    QCOMPARE(candidate.stsEndpoint.toString(), sts);
    QCOMPARE(candidate.notes, notes);
}

void tst_KeyImport::logins_areTheirCommands_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<bool>("hasEnded");
    // 2026-02-03 04:05:06 UTC is 1770091506.
    const QByteArray sso =
        R"("mode":"CloudSSO","cloud_sso_sign_in_url":"https://a.alibabacloudsso.com/x",)"
        R"("cloud_sso_account_id":"1","cloud_sso_access_config":"ac-1",)";
    const QByteArray oauth = R"("mode":"OAuth","oauth_site_type":"INTL",)";
    const QByteArray triple =
        R"("access_key_id":"STS.FakeTemporaryIdForTests03",)"
        R"("access_key_secret":"abcdefgh","sts_token":"CAIS","sts_expiration":)";
    QTest::newRow("sso, token")
        << sso + R"("access_token":"t","cloud_sso_access_token_expire":1770091567)" << false;
    QTest::newRow("sso, token's last minute")
        << sso + R"("access_token":"t","cloud_sso_access_token_expire":1770091566)" << true;
    QTest::newRow("sso, token ended")
        << sso + R"("access_token":"t","cloud_sso_access_token_expire":1770091506)" << true;
    QTest::newRow("sso, token ended, triple")
        << sso + R"("access_token":"t","cloud_sso_access_token_expire":1770091506,)" + triple +
               "1770091567"
        << false;
    QTest::newRow("sso, nothing") << sso + R"("verified":"x")" << true;
    QTest::newRow("oauth, triple") << oauth + triple + "1770091567" << false;
    QTest::newRow("oauth, last minute") << oauth + triple + "1770091566" << true;
    QTest::newRow("oauth, tokens alone") << oauth + R"("oauth_access_token":"t")" << true;
}

void tst_KeyImport::logins_areTheirCommands()
{
    QFETCH(QByteArray, members);
    QFETCH(bool, hasEnded);
    const ImportCandidate candidate = only(file({R"("name":"a",)" + members}));
    QCOMPARE(candidate.obstacle, Obstacle::None);
    QCOMPARE(candidate.notes.count(ImportNote::LoginEnded) > 0, hasEnded);
}

//! The access token is only sent to CloudSSO itself, so that nothing else can work.
void tst_KeyImport::foreignLogin_isNotImported()
{
    for (const char *address :
         {"https://s.example/x", "http://a.alibabacloudsso.com/x", "a.alibabacloudsso.com/x/login",
          "https://a.alibabacloudsso.com.example/x"}) {
        const ImportCandidate candidate = only(file(
            {QByteArray(R"("name":"a","mode":"CloudSSO","cloud_sso_sign_in_url":")") + address +
             R"(","cloud_sso_account_id":"1","cloud_sso_access_config":"ac-1",)"
             R"("access_token":"t","cloud_sso_access_token_expire":1770095000)"}));
        QVERIFY2(candidate.obstacle == Obstacle::ForeignLogin, address);
    }
}

//! The end of stored keys is one of logins; the key of this kind has none (credentials.md 2.3).
void tst_KeyImport::leftoverEnd_isNoEndOfATypedToken()
{
    const ImportCandidate candidate = only(
        file({R"("name":"a","mode":"StsToken","access_key_id":"STS.FakeTemporaryIdForTests03",)"
              R"("access_key_secret":"abcdefgh","sts_token":"CAIS","sts_expiration":1)"}));
    QCOMPARE(candidate.obstacle, Obstacle::None);
    QVERIFY(!candidate.keyEnd.isValid());
}

void tst_KeyImport::iniFile_isJudged()
{
    const auto all = candidatesOf("[default]\nenable=false\ntype=access_key\n"
                                  "access_key_id=LTAI5tFakeFakeFake01\naccess_key_secret=ab#cd\n"
                                  "[role]\ntype=ram_role_arn\naccess_key_id=LTAI5tFakeFakeFake01\n"
                                  "access_key_secret=abcd\nrole_arn=acs:ram::1:role/r\n"
                                  "[half]\ntype=sts\naccess_key_id=LTAI5tFakeFakeFake01\n"
                                  "access_key_secret=abcd\n"
                                  "[none]\nenable=true\n");
    QCOMPARE(all.size(), std::size_t(4));
    QVERIFY(all[0].isCurrent);
    QCOMPARE(all[0].notes, (std::set{ImportNote::SwitchedOff, ImportNote::CommentSign}));
    QCOMPARE(all[1].obstacle, Obstacle::None);
    QCOMPARE(all[1].notes, std::set{ImportNote::SessionNameChosen});
    QCOMPARE(all[1].source.role->sessionName, QStringLiteral("countersign"));
    QCOMPARE(all[2].fields, QStringList{QStringLiteral("security_token")});
    QCOMPARE(all[3].obstacle, Obstacle::NoMode);
}

void tst_KeyImport::largeToken_isRefused()
{
    const auto with = [](qsizetype size) {
        return only(file({R"("name":"a","mode":"StsToken",)" + key + R"(,"sts_token":")" +
                          QByteArray(size, 'x') + '"'}))
            .obstacle;
    };
    QCOMPARE(with(8 * 1024), Obstacle::None);
    QCOMPARE(with(16 * 1024), Obstacle::TooLarge);
}

void tst_KeyImport::forbiddingVariables_areHonoured()
{
    for (const char *yes : {"1", "true", "TRUE"}) {
        const auto all = candidatesOf(
            sample(QStringLiteral("combined.json")),
            environmentOf({{"ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS", QLatin1String(yes)},
                           {"ALIBABA_CLOUD_ECS_METADATA_DISABLED", QLatin1String(yes)}}));
        QCOMPARE(all[3].obstacle, Obstacle::MetadataForbidden);
        QCOMPARE(all[4].obstacle, Obstacle::MetadataForbidden);
        QCOMPARE(all[7].obstacle, Obstacle::ProgramsForbidden);
        QCOMPARE(all[8].obstacle, Obstacle::ProgramsForbidden);
        QCOMPARE(all[0].obstacle, Obstacle::None);
    }
}

void tst_KeyImport::current_isThatOfTheEnvironmentFirst()
{
    const auto current = [](const QHash<QByteArray, QString> &variables) {
        // What is read is wiped.
        const QByteArray text = R"({"current":"a","profiles":[{"name":"a","mode":"AK",)" + key +
                                R"(},{"name":"b","mode":"AK",)" + key +
                                R"(},{"name":"c","mode":"AK",)" + key + "}]}";
        QString names;
        for (const ImportCandidate &one : candidatesOf(text, environmentOf(variables)))
            names += one.isCurrent ? one.name : QString();
        return names;
    };
    QCOMPARE(current({}), QStringLiteral("a"));
    QCOMPARE(current({{"ALICLOUD_PROFILE", QStringLiteral("b")}}), QStringLiteral("b"));
    QCOMPARE(current({{"ALIBABA_CLOUD_PROFILE", QStringLiteral("c")},
                      {"ALICLOUD_PROFILE", QStringLiteral("b")}}),
             QStringLiteral("c"));
    QCOMPARE(current({{"ALIBABACLOUD_PROFILE", QStringLiteral("b")},
                      {"ALIBABA_CLOUD_PROFILE", QStringLiteral("c")}}),
             QStringLiteral("b"));
    QCOMPARE(current({{"ALIBABA_CLOUD_PROFILE", QStringLiteral("none of them")}}), QString());
    const auto ini =
        candidatesOf("[default]\ntype = access_key\naccess_key_id = LTAI5tFakeFakeFake01\n"
                     "access_key_secret = abcdefgh\n[b]\ntype = access_key\n"
                     "access_key_id = LTAI5tFakeFakeFake02\naccess_key_secret = abcdefgi\n",
                     environmentOf({{"ALIBABACLOUD_PROFILE", QStringLiteral("default")},
                                    {"ALIBABA_CLOUD_PROFILE", QStringLiteral("b")}}));
    QCOMPARE(ini.size(), std::size_t(2));
    QVERIFY(!ini[0].isCurrent && ini[1].isCurrent);
}

void tst_KeyImport::environment_isOfferedByName()
{
    QVERIFY(environmentCandidates(environmentOf()).empty());
    QVERIFY(keyVariables(environmentOf()).isEmpty());
    QStringList asked;
    ImportEnvironment environment = environmentOf(
        {{"ALIBABA_CLOUD_ACCESS_KEY_ID", QStringLiteral("LTAI5tFakeFakeFake01")},
         {"ALIBABA_CLOUD_ACCESS_KEY_SECRET", QStringLiteral("canary")},
         {"ALIBABA_CLOUD_SECURITY_TOKEN", QStringLiteral("canary")},
         {"ALIBABA_CLOUD_REGION_ID", QStringLiteral("eu-central-1")},
         {"ALIBABA_CLOUD_ROLE_ARN", QStringLiteral("acs:ram::1000000000000001:role/r")},
         {"ALIBABA_CLOUD_EXTERNAL_ID", QStringLiteral("partner-7")},
         {"ALIBABA_CLOUD_OIDC_PROVIDER_ARN", QStringLiteral("p")},
         {"ALIBABA_CLOUD_OIDC_TOKEN_FILE", QStringLiteral("/run/t")},
         {"ALIBABA_CLOUD_ECS_METADATA", QStringLiteral("ecs")}});
    const auto inner = environment.text;
    environment.text = [&asked, inner](const char *name) {
        asked += QString::fromLatin1(name);
        return inner(name);
    };
    const auto all = environmentCandidates(environment);
    QCOMPARE(all.size(), std::size_t(3));
    QCOMPARE(all[0].source.kind, KeyKind::Environment);
    QVERIFY(!all[0].source.role); // the role is the workload's
    QCOMPARE(all[1].source.kind, KeyKind::Oidc);
    QCOMPARE(all[1].source.role->arn, QStringLiteral("acs:ram::1000000000000001:role/r"));
    QCOMPARE(all[1].accountId, QStringLiteral("1000000000000001"));
    QVERIFY(all[1].source.role->externalId.isEmpty()); // it takes none
    QCOMPARE(all[2].source.kind, KeyKind::EcsRole);
    QVERIFY(!isConfirmed(all[2].source));
    for (const ImportCandidate &candidate : all) {
        QCOMPARE(candidate.obstacle, Obstacle::None);
        QCOMPARE(candidate.region, QStringLiteral("eu-central-1"));
        QVERIFY(!candidate.hasKey);
    }
    // Values of secrets are not even asked for.
    for (const QString &name : asked)
        QVERIFY2(!name.contains(QStringLiteral("ACCESS_KEY")) &&
                     !name.endsWith(QStringLiteral("SECURITY_TOKEN")),
                 qPrintable(name));
    QVERIFY(keyVariables(environment).contains(QStringLiteral("ALIBABA_CLOUD_ACCESS_KEY_SECRET")));
}

//! The preview offers what is taken, by the names that are read.
void tst_KeyImport::environment_ofOtherFamilies()
{
    for (const char *family : {"ALIBABACLOUD_", "ALICLOUD_"}) {
        const QByteArray id = family + QByteArray("ACCESS_KEY_ID");
        const QByteArray secret = family + QByteArray("ACCESS_KEY_SECRET");
        const auto environment =
            environmentOf({{id, QStringLiteral("x")},
                           {secret, QStringLiteral("y")},
                           {"ALIBABA_CLOUD_SECURITY_TOKEN", QStringLiteral("z")},
                           {"ACCESS_KEY_ID", QStringLiteral("x")}});
        const auto all = environmentCandidates(environment);
        QCOMPARE(all.size(), std::size_t(1));
        QCOMPARE(all[0].source.kind, KeyKind::Environment);
        QCOMPARE(keyVariables(environment),
                 (QStringList{QString::fromLatin1(id), QString::fromLatin1(secret)}));
    }
    const auto bare = environmentOf(
        {{"ACCESS_KEY_ID", QStringLiteral("x")}, {"ACCESS_KEY_SECRET", QStringLiteral("y")}});
    QVERIFY(environmentCandidates(bare).empty());
    QVERIFY(keyVariables(bare).isEmpty());
}

QTEST_GUILESS_MAIN(tst_KeyImport)
#include "tst_keyimport.moc"
