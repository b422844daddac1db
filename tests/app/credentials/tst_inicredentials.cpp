// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/cliconfig.h"

#include <QTest>

using namespace countersign;

namespace {

using Kind = CliConfigProblem::Kind;

//! The example of credentials.md 5, and the two types of older releases.
QByteArray example()
{
    return R"(# invented values
[default]
enable = true
type = access_key
access_key_id = FakeAccessKeyIdForTests01
access_key_secret = FakeAccessKeySecretForTests01

[role]
enable = true
type = ram_role_arn
access_key_id = FakeAccessKeyIdForTests01
access_key_secret = FakeAccessKeySecretForTests01
role_arn = acs:ram::1000000000000001:role/fake-oos-operator
role_session_name = oos-desktop
policy =

[instance]
enable = true
type = ecs_ram_role
role_name = fake-ecs-role

[workload]
enable = true
type = oidc_role_arn
role_arn = acs:ram::1000000000000001:role/fake-oos-operator
oidc_provider_arn = acs:ram::1000000000000001:oidc-provider/fake-idp
oidc_token_file_path = /var/run/secrets/fake/oidc-token
role_session_name = oos-desktop

[rsa]
enable = true
type = rsa_key_pair
public_key_id = FakePublicKeyId
private_key_file = fake-private-key.pem

[temporary]
type = sts
access_key_id = STS.FakeTemporaryIdForTests03
access_key_secret = FakeTemporarySecretForTests03
security_token = CAISFakeSecurityTokenForTests+plus/slash==

[carried]
type = bearer
bearer_token = FakeBearerToken
)";
}

CliProfile only(const QByteArray &text)
{
    CliConfigReading reading = readCliConfig(text);
    if (!reading.config || reading.config->profiles.size() != 1)
        return {};
    return std::move(reading.config->profiles.front());
}

} // namespace

class tst_IniCredentials : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void example_isReadWhole();
    void signs_areTakenAsTheyStand();
    void windowsLines_areRead();
    void switch_isTold();
    void commentSign_isTold();
    void otherKeysAndTypes_areCounted();
    void sectionTwice_isThereTwice();
    void openEnd_isTold();
    void everyCut_isRefusedOrTold();
    void damage_isPlaced_data();
    void damage_isPlaced();
};

void tst_IniCredentials::example_isReadWhole()
{
    const CliConfigReading reading = readCliConfig(example());
    QVERIFY(reading.config);
    QCOMPARE(reading.config->format, CliConfig::Format::IniCredentials);
    QCOMPARE(reading.config->current, QStringLiteral("default"));
    const std::vector<CliProfile> &profiles = reading.config->profiles;
    QCOMPARE(profiles.size(), std::size_t(7));
    const CliMode modes[] = {CliMode::AccessKey,  CliMode::RamRoleArn, CliMode::EcsRamRole,
                             CliMode::Oidc,       CliMode::RsaKeyPair, CliMode::StsToken,
                             CliMode::BearerToken};
    for (std::size_t i = 0; i < 7; ++i)
        QCOMPARE(profiles[i].mode, modes[i]);
    QCOMPARE(profiles[0].name, QStringLiteral("default"));
    QCOMPARE(profiles[0].line, 2);
    QCOMPARE(profiles[0].accessKeyId, QStringLiteral("FakeAccessKeyIdForTests01"));
    QCOMPARE(profiles[0].secret.view().toByteArray(), QByteArray("FakeAccessKeySecretForTests01"));
    QCOMPARE(profiles[1].ramRoleArn,
             QStringLiteral("acs:ram::1000000000000001:role/fake-oos-operator"));
    QCOMPARE(profiles[1].ramSessionName, QStringLiteral("oos-desktop"));
    QCOMPARE(profiles[1].policy, QString());
    QCOMPARE(profiles[2].ramRoleName, QStringLiteral("fake-ecs-role"));
    QCOMPARE(profiles[3].oidcTokenFile, QStringLiteral("/var/run/secrets/fake/oidc-token"));
    QCOMPARE(profiles[5].stsToken.view().toByteArray(),
             QByteArray("CAISFakeSecurityTokenForTests+plus/slash=="));
    for (const CliProfile &profile : profiles)
        QCOMPARE(profile.unknownFields, 0);
}

void tst_IniCredentials::signs_areTakenAsTheyStand()
{
    // QSettings would read each of these differently.
    const CliProfile profile = only(R"(; a comment
  [ spaced name ]
type=access_key
access_key_id = LTAI5tFakeFakeFake01
access_key_secret = "a;b,c\n%41=d'
)");
    QCOMPARE(profile.name, QStringLiteral("spaced name"));
    QCOMPARE(profile.secret.view().toByteArray(), QByteArray(R"("a;b,c\n%41=d')"));
    QCOMPARE(profile.mode, CliMode::AccessKey);
}

void tst_IniCredentials::windowsLines_areRead()
{
    QByteArray text = example();
    text.replace("\n", "\r\n");
    const CliConfigReading reading = readCliConfig("\xEF\xBB\xBF" + text);
    QVERIFY(reading.config);
    QCOMPARE(reading.config->profiles.size(), std::size_t(7));
    QCOMPARE(reading.config->profiles[0].secret.view().toByteArray(),
             QByteArray("FakeAccessKeySecretForTests01"));
}

void tst_IniCredentials::switch_isTold()
{
    QCOMPARE(only("[a]\ntype=ecs_ram_role\n").isEnabled, std::optional<bool>());
    QCOMPARE(only("[a]\nenable = false\n").isEnabled, std::optional(false));
    QCOMPARE(only("[a]\nenable = True\n").isEnabled, std::optional(true));
}

void tst_IniCredentials::commentSign_isTold()
{
    const CliProfile cut = only("[a]\ntype=access_key\naccess_key_id=LTAI5tFakeFakeFake01\n"
                                "access_key_secret = abc#def\n");
    QVERIFY(cut.isCommentSign);
    QCOMPARE(cut.secret.view().toByteArray(), QByteArray("abc#def"));
    QVERIFY(!only("[a]\n# x\nrole_name = a#b\n").isCommentSign);
}

void tst_IniCredentials::otherKeysAndTypes_areCounted()
{
    const CliProfile profile = only("[a]\ntype = something_new\nproxy = x\nname = y\nmode = AK\n");
    QCOMPARE(profile.name, QStringLiteral("a"));
    QCOMPARE(profile.mode, CliMode::Unknown);
    QCOMPARE(profile.modeName, QStringLiteral("something_new"));
    QCOMPARE(profile.unknownFields, 3);
    // The SDKs guess nothing.
    QCOMPARE(only("[a]\naccess_key_id=LTAI5tFakeFakeFake01\naccess_key_secret=abc\n").mode,
             CliMode::Unknown);
}

void tst_IniCredentials::sectionTwice_isThereTwice()
{
    const CliConfigReading reading =
        readCliConfig("[a]\ntype=ecs_ram_role\nrole_name=x\n[a]\ntype=ecs_ram_role\n");
    QVERIFY(reading.config);
    QCOMPARE(reading.config->profiles.size(), std::size_t(2));
    QCOMPARE(reading.config->profiles[1].name, QStringLiteral("a"));
    QCOMPARE(reading.config->profiles[1].line, 4);
    QCOMPARE(reading.config->profiles[1].ramRoleName, QString());
}

void tst_IniCredentials::openEnd_isTold()
{
    QVERIFY(!only("[a]\ntype=ecs_ram_role\n").isEndOpen);
    QVERIFY(only("[a]\ntype=ecs_ram_ro").isEndOpen);
    const CliConfigReading two = readCliConfig("[a]\ntype=ecs_ram_role\n[b]\ntype=sts");
    QVERIFY(!two.config->profiles[0].isEndOpen && two.config->profiles[1].isEndOpen);
}

//! What is cut off in the middle of a line may be a part of a secret.
void tst_IniCredentials::everyCut_isRefusedOrTold()
{
    const QByteArray whole = example();
    for (qsizetype size = 1; size < whole.size(); ++size) {
        const CliConfigReading reading = readCliConfig(whole.first(size));
        if (reading.config && whole[size - 1] != '\n')
            QVERIFY2(reading.config->profiles.back().isEndOpen, qPrintable(QString::number(size)));
    }
}

void tst_IniCredentials::damage_isPlaced_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::newRow("no value") << QByteArray("[a]\n\n  type\n") << Kind::Damaged << 3 << 3;
    QTest::newRow("no key") << QByteArray("[a]\n= x\n") << Kind::Damaged << 2 << 1;
    QTest::newRow("open section") << QByteArray("[a]\n[b\n") << Kind::Damaged << 2 << 1;
    QTest::newRow("no name") << QByteArray("[a]\n[]\n") << Kind::Damaged << 2 << 1;
    QTest::newRow("twice") << QByteArray("[a]\ntype=sts\ntype=sts\n") << Kind::StandsTwice << 3
                           << 1;
    QTest::newRow("not text") << QByteArray("[a]\n\nx=\xFF\n") << Kind::NotText << 3 << 1;
}

void tst_IniCredentials::damage_isPlaced()
{
    QFETCH(QByteArray, text);
    QFETCH(Kind, kind);
    QFETCH(int, line);
    QFETCH(int, column);
    const CliConfigReading reading = readCliConfig(text);
    QVERIFY(!reading.config);
    QCOMPARE(reading.problem.kind, kind);
    QCOMPARE(reading.problem.line, line);
    QCOMPARE(reading.problem.column, column);
}

QTEST_GUILESS_MAIN(tst_IniCredentials)
#include "tst_inicredentials.moc"
