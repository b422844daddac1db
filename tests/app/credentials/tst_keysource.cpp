// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/keysource.h"

#include <QTest>

using namespace countersign;

namespace {

RoleToAssume operatorRole()
{
    RoleToAssume role;
    role.arn = QStringLiteral("acs:ram::1000000000000001:role/oos-operator");
    role.sessionName = QStringLiteral("li.wei@desk");
    role.duration = std::chrono::seconds(900);
    role.externalId = QStringLiteral("ext-7");
    role.policy = QStringLiteral("{\"Version\":\"1\"}");
    return role;
}

KeySource everything()
{
    KeySource source;
    source.kind = KeyKind::Program;
    source.role = operatorRole();
    source.otherProfile = ProfileId(QStringLiteral("p1"));
    source.oidcProviderArn = QStringLiteral("acs:ram::1:oidc-provider/idp");
    source.oidcTokenFile = QStringLiteral("/run/token");
    source.ecsRoleName = QStringLiteral("ecs-role");
    source.serviceUrl = QUrl(QStringLiteral("http://127.0.0.1:8080/keys?x=%20y"));
    source.command = QStringLiteral("tool 'a b'");
    source.cliFile = QStringLiteral("/home/x/.aliyun/config.json");
    source.cliProfile = QStringLiteral("生产 1");
    return confirmed(source);
}

} // namespace

class tst_KeySource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void written_isReadBack();
    void unknownKind_isNotRead();
    void agreement_isToTheTextAlone();
    void problem_isFound_data();
    void problem_isFound();
    void command_isSplitLikeAShell_data();
    void command_isSplitLikeAShell();
};

void tst_KeySource::written_isReadBack()
{
    for (const KeySource &source : {everything(), KeySource()}) {
        JsonWriter writer;
        writeKeySource(writer, source);
        const auto json = Json::parse(writer.bytes()).json;
        QVERIFY(json);
        const auto read = readKeySource(*json);
        QVERIFY(read);
        QVERIFY(*read == source);
    }
}

void tst_KeySource::unknownKind_isNotRead()
{
    QVERIFY(!readKeySource(*Json::parse("{\"kind\":\"telepathy\"}").json));
    QVERIFY(!readKeySource(*Json::parse("{}").json));
}

void tst_KeySource::agreement_isToTheTextAlone()
{
    KeySource source;
    QVERIFY(isConfirmed(source));
    source.kind = KeyKind::Program;
    source.command = QStringLiteral("touch marker");
    QVERIFY(!isConfirmed(source));
    source = confirmed(source);
    QVERIFY(isConfirmed(source));
    source.command += u' ';
    QVERIFY(!isConfirmed(source));
    source.kind = KeyKind::EcsRole;
    QVERIFY(!isConfirmed(source));
    source = confirmed(source);
    source.ecsRoleName = QStringLiteral("another");
    QVERIFY(!isConfirmed(source));
}

void tst_KeySource::problem_isFound_data()
{
    QTest::addColumn<KeySource>("source");
    QTest::addColumn<KeySourceProblem>("problem");
    const auto add = [](const char *name, const KeySource &source, KeySourceProblem problem) {
        QTest::newRow(name) << source << problem;
    };
    add("entered", {}, KeySourceProblem::None);
    add("whole", everything(), KeySourceProblem::None);
    KeySource source;
    source.kind = KeyKind::OtherProfile;
    add("no other", source, KeySourceProblem::NoOtherProfile);
    source.otherProfile = ProfileId(QStringLiteral("p1"));
    add("no role", source, KeySourceProblem::NoRole);
    source.role = operatorRole();
    source.role->arn = QStringLiteral("acs:ram::1000000000000001:user/oos-operator");
    add("arn of a user", source, KeySourceProblem::BadRoleArn);
    source.role = operatorRole();
    source.role->sessionName = QStringLiteral("李 伟");
    add("name", source, KeySourceProblem::BadSessionName);
    source.role = operatorRole();
    source.role->duration = std::chrono::seconds(899);
    add("too short", source, KeySourceProblem::BadDuration);
    source.role->duration = std::chrono::seconds(43'201);
    add("too long", source, KeySourceProblem::BadDuration);
    source.role = operatorRole();
    source.role->externalId = QStringLiteral("x");
    add("external id", source, KeySourceProblem::BadExternalId);
    source.role = operatorRole();
    source.role->policy = QStringLiteral("[]");
    add("policy", source, KeySourceProblem::BadPolicy);
    source = everything();
    source.kind = KeyKind::Oidc;
    source.oidcTokenFile = QStringLiteral("token");
    add("relative token file", source, KeySourceProblem::NoTokenFile);
    source = everything();
    source.kind = KeyKind::LocalService;
    add("service here", source, KeySourceProblem::None);
    source.serviceUrl = QUrl(QStringLiteral("http://keys.example/x"));
    add("plain service elsewhere", source, KeySourceProblem::BadServiceUrl);
    source.serviceUrl = QUrl(QStringLiteral("https://user@keys.example/x"));
    add("service with a user", source, KeySourceProblem::BadServiceUrl);
    source = everything();
    source.command = QStringLiteral("tool 'a");
    add("open quote", source, KeySourceProblem::NoCommand);
    source.kind = KeyKind::CloudSso;
    source.cliProfile.clear();
    add("no CLI profile", source, KeySourceProblem::NoCliProfile);
}

void tst_KeySource::problem_isFound()
{
    QFETCH(KeySource, source);
    QFETCH(KeySourceProblem, problem);
    QCOMPARE(problemOf(source), problem);
}

//! What `sh` and its `printf '<%s>'` make of the same text.
void tst_KeySource::command_isSplitLikeAShell_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("plain") << QStringLiteral("  a  b\tc ")
                           << QStringList{QStringLiteral("a"), QStringLiteral("b"),
                                          QStringLiteral("c")};
    QTest::newRow("double") << QStringLiteral("t --p \"demo one\" x")
                            << QStringList{QStringLiteral("t"), QStringLiteral("--p"),
                                           QStringLiteral("demo one"), QStringLiteral("x")};
    QTest::newRow("single") << QStringLiteral("t 'a \"b\\' c")
                            << QStringList{QStringLiteral("t"), QStringLiteral("a \"b\\"),
                                           QStringLiteral("c")};
    QTest::newRow("joined") << QStringLiteral("a'b'\"c\"d") << QStringList{QStringLiteral("abcd")};
    QTest::newRow("empty word") << QStringLiteral("a '' \"\"")
                                << QStringList{QStringLiteral("a"), QStringLiteral(""),
                                               QStringLiteral("")};
    QTest::newRow("backslash") << QStringLiteral("a\\ b \\'c \"d\\\"e\\f\"")
                               << QStringList{QStringLiteral("a b"), QStringLiteral("'c"),
                                              QStringLiteral("d\"e\\f")};
    QTest::newRow("no variables") << QStringLiteral("a $HOME|b;c > d")
                                  << QStringList{QStringLiteral("a"), QStringLiteral("$HOME|b;c"),
                                                 QStringLiteral(">"), QStringLiteral("d")};
}

void tst_KeySource::command_isSplitLikeAShell()
{
    QFETCH(QString, command);
    QFETCH(QStringList, words);
    const auto split = splitCommand(command);
    QVERIFY(split);
    QCOMPARE(*split, words);
    QVERIFY(!splitCommand(command + QStringLiteral(" 'x")));
    QVERIFY(!splitCommand(command + QStringLiteral(" x\\")));
}

QTEST_GUILESS_MAIN(tst_KeySource)
#include "tst_keysource.moc"
