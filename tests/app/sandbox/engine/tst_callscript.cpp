// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/callscript.h"
#include "enginefixture.h"

using namespace countersign;
using namespace countersign::sandbox;

namespace {

//! Fails the first calls of one API, answers another itself, and keeps what it was asked.
class Script : public CallScript
{
public:
    std::optional<ScriptedAnswer> answerTo(const CallSite &site) override
    {
        asked.append(site.taskName + u' ' + site.service + u' ' + site.api + u' ' + site.loopItem +
                     u'#' + QString::number(site.attempt));
        ScriptedAnswer answer;
        if (site.api == u"RebootInstance" && site.attempt <= failures)
            answer.failure = ScriptedFailure{QStringLiteral("Busy"), QStringLiteral("in use")};
        else if (site.api == u"GetThing")
            answer.reply = *Json::parse(R"({"Thing":{"Size":3}})").json;
        else
            return std::nullopt;
        return answer;
    }

    QStringList asked;
    int failures = 0;
};

} // namespace

class TestCallScript : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void failuresAndReplies()
    {
        Script script;
        script.failures = 2;
        EngineFixture fixture(Engine::Options{10000.0, 7, {}, &script});
        QVERIFY(!fixture.start(R"(
- Name: a
  Action: ACS::ExecuteAPI
  Properties: {Service: ECS, API: RebootInstance, Parameters: {InstanceId: i-bp1000000000000a01}}
  Retries: 2
- Name: b
  Action: ACS::ExecuteAPI
  Properties: {Service: NEW, API: GetThing}
  Outputs: {size: {Type: Number, ValueSelector: Thing.Size}}
- Name: c
  Action: ACS::CheckFor
  Properties: {Service: NEW, API: GetThing, PropertySelector: Thing.Size, DesiredValues: [3]}
)",
                               "Outputs: {s: {Type: Number, Value: '{{ b.size }}'}}\n"));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.hasEnded(), 20'000);
        QCOMPARE(fixture.status(), QStringLiteral("Success"));
        QCOMPARE(fixture.outputs(), QStringLiteral(R"({"s":3})"));
        QVERIFY(fixture.logged(QStringLiteral("Busy: in use")));
        QCOMPARE(script.asked, (QStringList{QStringLiteral("a ECS RebootInstance #1"),
                                            QStringLiteral("a ECS RebootInstance #2"),
                                            QStringLiteral("a ECS RebootInstance #3"),
                                            QStringLiteral("b NEW GetThing #1"),
                                            QStringLiteral("c NEW GetThing #1")}));
    }

    void notesCanBeKeptBack()
    {
        for (const bool areReadable : {true, false}) {
            Engine::Options options{10000.0, 7};
            if (!areReadable)
                options.strictness = {Strictness::NotesUnreadable};
            EngineFixture fixture(options);
            QVERIFY(!fixture.start("- {Name: hold, Action: ACS::Pause}\n"));
            QTRY_VERIFY(fixture.isWaiting());
            QVERIFY(!fixture.notify("Approve", "a", QStringLiteral("seen")));
            QCOMPARE(fixture.record().tasks[0].notifyNote(),
                     areReadable ? QStringLiteral("seen") : QString());
        }
    }
};

QTEST_GUILESS_MAIN(TestCallScript)
#include "tst_callscript.moc"
