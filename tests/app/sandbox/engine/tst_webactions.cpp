// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/callscript.h"
#include "enginefixture.h"

using namespace countersign;
using namespace countersign::sandbox;

namespace {

//! Answers HTTP requests with a state that is ready at the third call, and one action by its name.
class Answers : public CallScript
{
public:
    std::optional<ScriptedAnswer> answerTo(const CallSite &site) override
    {
        asked.append(site.service + u' ' + site.api);
        ScriptedAnswer answer;
        if (site.service == u"HTTP") {
            answer.reply = Json::fromMembers(
                {{QStringLiteral("state"), Json::fromString(site.attempt < 3 ? u"busy" : u"ready")},
                 {QStringLiteral("code"), Json::fromInteger(7)}});
        } else if (site.service == u"XXX") {
            answer.reply = *Json::parse(R"({"made":"up"})").json;
        } else if (site.service == u"YYY::Sub") {
            answer.failure = ScriptedFailure{QStringLiteral("No"), QStringLiteral("not today")};
        }
        return answer;
    }

    QStringList asked;
};

QByteArray request(const QByteArray &rules)
{
    return "- Name: ask\n"
           "  Action: ACS::ExecuteHttpRequest\n"
           "  Properties: {Method: GET, URL: 'https://example.com/state'" +
           rules +
           "}\n"
           "  Outputs: {state: {ValueSelector: .state}}\n";
}

} // namespace

class TestWebActions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAScript()
    {
        EngineFixture fixture;
        QVERIFY(!fixture.start(
            request("") + "- {Name: code, Action: ACS::GitCodeRepo, Properties: {Platform: "
                          "GitHub, Owner: team, Repository: shop}, Outputs: {url: "
                          "{ValueSelector: Url}}}\n",
            "Outputs: {s: {Value: '{{ ask.state }}'}, u: {Value: "
            "'{{ code.url }}'}}\n"));
        QTRY_VERIFY(fixture.hasEnded());
        const char expected[] = "{\"s\":null,\"u\":\"https://github.example.com/team/shop.git\"}";
        QCOMPARE(fixture.outputs(), QString::fromUtf8(expected));
    }

    void rules_data()
    {
        QTest::addColumn<QByteArray>("rules");
        QTest::addColumn<QString>("status");
        QTest::addColumn<int>("calls");
        const auto row = [](const char *name, const char *rules, const char *status, int calls) {
            QTest::newRow(name) << QByteArray(rules) << QString::fromLatin1(status) << calls;
        };
        row("wait",
            ", WaitFor: {Rules: [{PropertySelector: state, Operator: Equals, Value: ready}]}",
            "Success", 3);
        row("wait for one of",
            ", WaitFor: {Rules: [{PropertySelector: state, Operator: In, Value: [ready, done]}, "
            "{PropertySelector: code, Operator: NotIn, Value: [8]}]}",
            "Success", 3);
        row("check", ", CheckFor: {Rules: [{PropertySelector: code, Operator: Equals, Value: 7}]}",
            "Success", 1);
        row("check fails at once",
            ", CheckFor: {Rules: [{PropertySelector: code, Operator: Equals, Value: '7'}]}",
            "Failed", 1);
    }

    void rules()
    {
        QFETCH(QByteArray, rules);
        QFETCH(QString, status);
        QFETCH(int, calls);
        Answers answers;
        EngineFixture fixture({10000.0, 7, {}, &answers});
        QVERIFY(!fixture.start(request(rules)));
        QTRY_VERIFY(fixture.hasEnded());
        QCOMPARE(fixture.status(), status);
        QCOMPARE(answers.asked.size(), calls);
        QCOMPARE(answers.asked.front(), QStringLiteral("HTTP GET"));
    }

    void whatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("properties");
        QTest::newRow("no address") << QByteArray("Method: GET");
        QTest::newRow("method") << QByteArray("Method: PATCH, URL: 'https://example.com'");
    }

    void whatIsWrong()
    {
        QFETCH(QByteArray, properties);
        EngineFixture fixture;
        QVERIFY(!fixture.start("- {Name: a, Action: ACS::ExecuteHttpRequest, Properties: {" +
                               properties + "}}\n"));
        QTRY_VERIFY(fixture.hasEnded());
        QCOMPARE(fixture.status(), QStringLiteral("Failed"));
    }

    void actionsThatOnlyAScriptKnows()
    {
        Answers answers;
        EngineFixture fixture({10000.0, 7, {}, &answers});
        QVERIFY(!fixture.start("- {Name: a, Action: 'ACS::XXX::Action', Outputs: {m: "
                               "{ValueSelector: made}}}\n"
                               "- {Name: b, Action: 'ACS::YYY::Sub::Act', OnError: ACS::NEXT}\n"
                               "- {Name: c, Action: 'ACS::ZZZ::Act'}\n",
                               "Outputs: {m: {Value: '{{ a.m }}'}}\n"));
        QTRY_VERIFY(fixture.hasEnded());
        QCOMPARE(fixture.rows(), QStringLiteral("a=Success b=Failed c=Failed"));
        QCOMPARE(fixture.outputs(), QStringLiteral(R"({"m":"up"})"));
        QCOMPARE(fixture.record().tasks[1].statusMessage, QStringLiteral("No: not today"));
        QCOMPARE(fixture.record().tasks[2].statusMessage,
                 QStringLiteral("The sandbox does not simulate the action ACS::ZZZ::Act."));
        QCOMPARE(answers.asked.front(), QStringLiteral("XXX Action"));
    }
};

QTEST_GUILESS_MAIN(TestWebActions)
#include "tst_webactions.moc"
