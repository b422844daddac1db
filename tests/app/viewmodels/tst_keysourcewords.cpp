// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/keysourcewords.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace countersign;

namespace {

const QString roleArn = QStringLiteral("acs:ram::1000000000000001:role/fake-oos-operator");

KeySource sourceOf(KeyKind kind)
{
    KeySource source;
    source.kind = kind;
    source.role = RoleToAssume{roleArn, QStringLiteral("oos-desktop"), {}, {}, {}};
    source.role->duration = std::chrono::seconds(3'600);
    source.otherProfile = ProfileId(QStringLiteral("other"));
    source.oidcProviderArn = QStringLiteral("acs:ram::1000000000000001:oidc-provider/fake-idp");
    source.oidcTokenFile = QStringLiteral("/var/run/secrets/fake/oidc-token");
    source.ecsRoleName = QStringLiteral("fake-ecs-role");
    source.serviceUrl = QUrl(QStringLiteral("http://127.0.0.1:18080/fake/credentials"));
    source.command =
        QStringLiteral("fake-credential-tool print --profile \"demo one\" --format json");
    source.cliFile = QStringLiteral("/home/fake/.aliyun/config.json");
    source.cliProfile = QStringLiteral("fake-sso");
    return source;
}

} // namespace

//! The words for where keys come from.
class tst_KeySourceWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKind_isOfferedWithItsOwnWords();
    void wholeSources_haveNoFinding();
    void finding_standsBesideItsField_data();
    void finding_standsBesideItsField();
    void command_isShownWholeAndInParts();
    void hiddenCharacters_areVisible();
    void tooLong_cannotBeAgreedTo();
    void address_namesHostAndPort();
    void metadata_isOffBeforeItIsAgreedTo();
    void nothingUsable_needsNoAgreementYet();
    void role_isNoPartOfTheAgreement();
    void sessionName_isWhatTheServiceTakes_data();
    void sessionName_isWhatTheServiceTakes();
};

void tst_KeySourceWords::everyKind_isOfferedWithItsOwnWords()
{
    QSet<QString> names;
    QSet<QString> hints;
    for (const KeyKind kind : keyKinds()) {
        names.insert(keyKindText(kind));
        const QString hint = keyKindHint(kind);
        if (kind == KeyKind::Entered)
            continue;
        QVERIFY2(hint.endsWith(QLatin1Char('.')), qPrintable(hint));
        hints.insert(hint);
    }
    QCOMPARE(names.size(), 9);
    QCOMPARE(hints.size(), 8);
    QCOMPARE(keyKinds().front(), KeyKind::Entered);
}

void tst_KeySourceWords::wholeSources_haveNoFinding()
{
    for (const KeyKind kind : keyKinds())
        QCOMPARE(findingOf(sourceOf(kind)).text, QString());
}

void tst_KeySourceWords::finding_standsBesideItsField_data()
{
    QTest::addColumn<KeySource>("source");
    QTest::addColumn<SourceField>("field");
    const auto add = [](const char *name, KeyKind kind, SourceField field,
                        const std::function<void(KeySource &)> &spoil) {
        KeySource source = sourceOf(kind);
        spoil(source);
        QTest::newRow(name) << source << field;
    };
    add("other", KeyKind::OtherProfile, SourceField::OtherProfile,
        [](KeySource &source) { source.otherProfile = {}; });
    add("provider", KeyKind::Oidc, SourceField::OidcProvider,
        [](KeySource &source) { source.oidcProviderArn.clear(); });
    add("token file", KeyKind::Oidc, SourceField::TokenFile,
        [](KeySource &source) { source.oidcTokenFile = QStringLiteral("token"); });
    add("address", KeyKind::LocalService, SourceField::ServiceUrl,
        [](KeySource &source) { source.serviceUrl = QUrl(QStringLiteral("http://10.0.0.1/")); });
    add("command", KeyKind::Program, SourceField::Command,
        [](KeySource &source) { source.command = QStringLiteral("tool 'open"); });
    add("CLI's file", KeyKind::CloudSso, SourceField::CliFile,
        [](KeySource &source) { source.cliFile = QStringLiteral("config.json"); });
    add("CLI's profile", KeyKind::OAuth, SourceField::CliProfile,
        [](KeySource &source) { source.cliProfile.clear(); });
    add("no role", KeyKind::Oidc, SourceField::RoleArn,
        [](KeySource &source) { source.role.reset(); });
    add("role", KeyKind::Entered, SourceField::RoleArn,
        [](KeySource &source) { source.role->arn = QStringLiteral("fake-oos-operator"); });
    add("session", KeyKind::Program, SourceField::SessionName,
        [](KeySource &source) { source.role->sessionName = QStringLiteral("li wei"); });
    add("duration", KeyKind::Entered, SourceField::Duration,
        [](KeySource &source) { source.role->duration = std::chrono::seconds(899); });
    add("external id", KeyKind::OtherProfile, SourceField::ExternalId,
        [](KeySource &source) { source.role->externalId = QStringLiteral("x"); });
    add("policy", KeyKind::EcsRole, SourceField::Policy,
        [](KeySource &source) { source.role->policy = QStringLiteral("[]"); });
}

void tst_KeySourceWords::finding_standsBesideItsField()
{
    QFETCH(KeySource, source);
    QFETCH(SourceField, field);
    const SourceFinding finding = findingOf(source);
    QCOMPARE(finding.field, field);
    QVERIFY2(finding.text.endsWith(QLatin1Char('.')), qPrintable(finding.text));
}

void tst_KeySourceWords::command_isShownWholeAndInParts()
{
    const auto agreement = agreementTo(sourceOf(KeyKind::Program));
    QVERIFY(agreement);
    QCOMPARE(agreement->shown, sourceOf(KeyKind::Program).command);
    QCOMPARE(agreement->parts.split(QLatin1Char('\n')),
             (QStringList{
                 QStringLiteral("Program: “fake-credential-tool”"),
                 QStringLiteral("Argument 1: “print”"), QStringLiteral("Argument 2: “--profile”"),
                 QStringLiteral("Argument 3: “demo one”"), QStringLiteral("Argument 4: “--format”"),
                 QStringLiteral("Argument 5: “json”")}));
    QCOMPARE(agreement->tick, QStringLiteral("I want Countersign to run this program as me"));
    QVERIFY(agreement->isWhole);
}

void tst_KeySourceWords::hiddenCharacters_areVisible()
{
    KeySource source = sourceOf(KeyKind::Program);
    source.command = QStringLiteral("tool\n\u202e--harm\u200b ''");
    const auto agreement = agreementTo(source);
    QVERIFY(agreement);
    QCOMPARE(agreement->shown, QStringLiteral("tool⏎⟨U+202E⟩--harm⟨U+200B⟩ ''"));
    QCOMPARE(agreement->parts,
             QStringLiteral("Program: “tool”\nArgument 1: “⟨U+202E⟩--harm⟨U+200B⟩”\n"
                            "Argument 2: “”"));
}

void tst_KeySourceWords::tooLong_cannotBeAgreedTo()
{
    KeySource source = sourceOf(KeyKind::Program);
    source.command = QStringLiteral("tool ") + QString(4'000, QLatin1Char('a'));
    QVERIFY(agreementTo(source)->isWhole);
    source.command += QString(200, QLatin1Char('b'));
    QVERIFY(!agreementTo(source)->isWhole);
    // Each of these is shown with more characters than it has.
    source.command = QStringLiteral("tool ") + QString(1'000, QChar(0x200b));
    QVERIFY(!agreementTo(source)->isWhole);
}

void tst_KeySourceWords::address_namesHostAndPort()
{
    const auto here = agreementTo(sourceOf(KeyKind::LocalService));
    QVERIFY(here);
    QCOMPARE(here->shown, QStringLiteral("http://127.0.0.1:18080/fake/credentials"));
    QCOMPARE(here->parts, QStringLiteral("Host: 127.0.0.1, port 18080"));
    KeySource source = sourceOf(KeyKind::LocalService);
    // A host with a Cyrillic letter is not shown as if it were another one.
    source.serviceUrl = QUrl(QStringLiteral("https://k\u0435ys.example.com/a"));
    QCOMPARE(agreementTo(source)->parts, QStringLiteral("Host: xn--kys-rdd.example.com, port 443"));
}

void tst_KeySourceWords::metadata_isOffBeforeItIsAgreedTo()
{
    const auto agreement = agreementTo(sourceOf(KeyKind::EcsRole));
    QVERIFY(agreement);
    // credentials.md 7.4, step 3
    QCOMPARE(agreement->shown,
             QStringLiteral("http://100.100.100.200/latest/meta-data/ram/security-credentials/"
                            "fake-ecs-role"));
    QVERIFY(agreement->consequence.contains(QStringLiteral("off before you agree")));
}

void tst_KeySourceWords::nothingUsable_needsNoAgreementYet()
{
    KeySource source = sourceOf(KeyKind::Program);
    source.command.clear();
    QVERIFY(!agreementTo(source));
    source.command = QStringLiteral("tool 'open");
    QVERIFY(!agreementTo(source));
    source = sourceOf(KeyKind::LocalService);
    source.serviceUrl = QUrl(QStringLiteral("http://10.0.0.1/"));
    QVERIFY(!agreementTo(source));
    for (const KeyKind kind : {KeyKind::Entered, KeyKind::OtherProfile, KeyKind::Oidc,
                               KeyKind::CloudSso, KeyKind::OAuth, KeyKind::Environment})
        QVERIFY(!agreementTo(sourceOf(kind)));
}

void tst_KeySourceWords::role_isNoPartOfTheAgreement()
{
    KeySource source = sourceOf(KeyKind::Program);
    source.role->arn.clear();
    QVERIFY(agreementTo(source));
}

void tst_KeySourceWords::sessionName_isWhatTheServiceTakes_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << QStringLiteral("li.wei") << QStringLiteral("li.wei");
    QTest::newRow("mail") << QStringLiteral("li.wei@example.com")
                          << QStringLiteral("li.wei@example.com");
    QTest::newRow("domain") << QStringLiteral("CORP\\li wei") << QStringLiteral("CORP-li-wei");
    QTest::newRow("Chinese") << QStringLiteral("李伟") << QStringLiteral("countersign");
    QTest::newRow("short") << QStringLiteral("a") << QStringLiteral("countersign");
    QTest::newRow("none") << QString() << QStringLiteral("countersign");
    QTest::newRow("long") << QString(90, QLatin1Char('a')) << QString(64, QLatin1Char('a'));
}

void tst_KeySourceWords::sessionName_isWhatTheServiceTakes()
{
    QFETCH(QString, user);
    QFETCH(QString, name);
    QCOMPARE(proposedSessionName(user), name);
    // credentials.md 7.1
    static const QRegularExpression taken(QStringLiteral("\\A[A-Za-z0-9.@_-]{2,64}\\z"));
    QVERIFY(taken.match(proposedSessionName(user)).hasMatch());
}

QTEST_GUILESS_MAIN(tst_KeySourceWords)
#include "tst_keysourcewords.moc"
