// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine.h"
#include "app/sandbox/gateway/behaviour.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;
using namespace countersign::sandbox;

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

//! What is said about a file of this content, without its folder.
QString loaded(Behaviour &behaviour, const QByteArray &content)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(text("behaviour.json"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return text("not written");
    file.write(content);
    file.close();
    return behaviour.load(path).remove(QString(folder.path() + u'/'));
}

CallSite site(const char *api = "StopInstance", int attempt = 1, const char *loopItem = "")
{
    return {text("ECS"), text(api), text("stop-fleet"), text("stopOne"), text(loopItem), attempt};
}

//! The code of the scripted failure; empty when there is none.
QString codeAt(Behaviour &behaviour, const CallSite &where)
{
    const auto answer = behaviour.answerTo(where);
    return answer && answer->failure ? answer->failure->code : QString();
}

//! Starts these tasks under a script and waits for the end.
ExecutionRecord ranWith(Behaviour &behaviour, const char *tasks)
{
    Engine engine(Engine::Options{1000.0, 7, {}, &behaviour});
    StartRequest request;
    request.region = text("cn-hangzhou");
    request.accountId = text("1000000000000001");
    request.executedBy = text("li.wei(200000000000000101)");
    request.content = text("FormatVersion: OOS-2019-06-01\nTasks:\n") + text(tasks);
    const Engine::StartOutcome outcome = engine.start(request);
    const auto record = [&]() { return engine.execution(outcome.executionId); };
    if (!QTest::qWaitFor([&] { return record() && isFinal(record()->fields.status); }, 10'000))
        qWarning("the run does not end");
    return *record();
}

} // namespace

class TestBehaviour : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void files_data();
    void files();
    void missingFile_isNamed();
    void conditions_data();
    void conditions();
    void firstMatch_isTakenUntilItsCountIsOver();
    void attempts_areCountedFromOne();
    void readingAgain_restartsTheCounts();
    void readingAgain_endsTheLag();
    void failure_failsTheTaskInItsWords();
    void failedAttempts_areRetried();
    void reply_isTheTasksOutput();
    void time_isTaken();
};

void TestBehaviour::files_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *name, const char *content, const char *problem) {
        QTest::newRow(name) << QByteArray(content) << text(problem);
    };
    row("none", "[]", "");
    row("every member",
        R"([{"service":"ECS","api":"StopInstance","task":"stop","template":"fleet",
             "loopItem":"i-1","times":2,"attempts":[1,3],"code":"Busy","message":"Not now.","ms":9}])",
        "");
    row("a reply", R"([{"api":"DescribeInstances","reply":{"TotalCount":0}}])", "");
    row("only slow", R"([{"ms":0}])", "");
    row("a loop item of an object", R"([{"loopItem":{"id":1},"code":"Busy"}])", "");
    row("not closed", "[\n{\"code\":\"A\"}\n", "behaviour.json: line 3: the text ends");
    row("twice", "[{\"ms\":1,\n\"ms\":2}]", "behaviour.json: line 2: ");
    row("an object", "{}", "behaviour.json: line 1: not a JSON list of rules");
    row("not a rule", "[{\"ms\":1},\n\n7]", "behaviour.json: line 3: a rule is not an object");
    row("misspelt", "[{\"code\":\"A\",\n\"time\":1}]",
        "behaviour.json: line 2: the member \"time\" is not one of a rule's");
    row("of another kind", R"([{"api":7,"ms":1}])", "the member \"api\" is not one of a rule's");
    row("empty", R"([{"api":"","ms":1}])", "\"api\" is empty");
    row("never", R"([{"times":0,"ms":1}])", "\"times\" is less than 1");
    row("backwards in time", R"([{"ms":-1}])", "\"ms\" is less than 0");
    row("attempt 0", R"([{"attempts":[0],"ms":1}])", "an attempt is not a number from 1");
    row("no attempt", R"([{"attempts":[],"ms":1}])", "\"attempts\" names none");
    row("reply as text", R"([{"reply":"{}"}])", "the member \"reply\"");
    row("both", R"([{"code":"A","reply":{}}])", "a rule has both a code and a reply");
    row("words without a code", R"([{"message":"no","ms":1}])", "a message but no code");
    row("lists that lag", R"([{"listLag":15000},{"ms":1}])", "");
    row("a lag in a rule about calls", R"([{"listLag":1,"ms":1}])",
        "line 1: a rule with \"listLag\" has another member");
    row("a lag before its time", R"([{"listLag":-1}])", "\"listLag\" is less than 0");
    row("sessions that end soon", R"([{"sessionSeconds":20},{"listLag":1}])", "");
    row("a session's end in a rule about calls", R"([{"sessionSeconds":1,"ms":1}])",
        "line 1: a rule with \"sessionSeconds\" has another member");
    row("keys that are disabled", R"([{"disabledUser":"anna.k"},{"disabledUser":"tomas.r"}])", "");
    row("a disabled key in a rule about calls", R"([{"disabledUser":"anna.k","ms":1}])",
        "line 1: a rule with \"disabledUser\" has another member");
    row("a disabled key of nobody", R"([{"disabledUser":""}])",
        "line 1: \"disabledUser\" is not the name of a user");
    row("a session in words", R"([{"sessionSeconds":"short"}])",
        "\"sessionSeconds\" is less than 0");
    row("a lag in words", R"([{"listLag":"long"}])", "\"listLag\" is less than 0");
    row("nothing", R"([{"api":"StopInstance"}])", "a rule gives no code, no reply and no ms");
}

void TestBehaviour::files()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, problem);
    Behaviour behaviour;
    const QString said = loaded(behaviour, content);
    QVERIFY2(problem.isEmpty() ? said.isEmpty() : said.contains(problem), qUtf8Printable(said));
    QVERIFY(!said.contains(u'\n'));
    if (!problem.isEmpty())
        QVERIFY2(said.startsWith(text("behaviour.json: line ")), qUtf8Printable(said));
}

void TestBehaviour::missingFile_isNamed()
{
    Behaviour behaviour;
    QVERIFY(behaviour.load(text("/nowhere/b.json")).startsWith(text("/nowhere/b.json: ")));
}

void TestBehaviour::conditions_data()
{
    QTest::addColumn<QByteArray>("condition");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char *condition, bool matches) {
        QTest::newRow(condition) << QByteArray(condition) << matches;
    };
    row(R"("service":"ecs")", true);
    row(R"("service":"RDS")", false);
    row(R"("api":"stopinstance")", true);
    row(R"("api":"Stop")", false);
    row(R"("task":"STOPONE")", true);
    row(R"("task":"other")", false);
    row(R"("template":"stop-fleet")", true);
    row(R"("template":"Stop-Fleet")", false);
    row(R"("loopItem":"{\"id\": 1}")", true);
    row(R"("loopItem":"{\"id\":1}")", false);
    row(R"("loopItem":{"id":1})", true);
    row(R"("loopItem":{"id":2})", false);
    row(R"("attempts":[2,4])", false);
    row(R"("attempts":[1])", true);
    row(R"("service":"ECS","api":"StopInstance","task":"stopOne")", true);
    row(R"("service":"ECS","api":"StopInstance","task":"other")", false);
}

void TestBehaviour::conditions()
{
    QFETCH(QByteArray, condition);
    Behaviour behaviour;
    QCOMPARE(loaded(behaviour, "[{" + condition + R"(,"code":"Busy"}])"), QString());
    QTEST(codeAt(behaviour, site("StopInstance", 1, R"({"id": 1})")) == text("Busy"), "matches");
}

void TestBehaviour::firstMatch_isTakenUntilItsCountIsOver()
{
    Behaviour behaviour;
    QCOMPARE(loaded(behaviour, R"([{"api":"StopInstance","times":2,"code":"First"},
                                   {"api":"StopInstance","code":"Second"},
                                   {"service":"ECS","code":"Third"}])"),
             QString());
    QStringList codes;
    for (int i = 0; i < 4; ++i)
        codes.append(codeAt(behaviour, site()));
    QCOMPARE(codes.join(u' '), text("First First Second Second"));
    QCOMPARE(codeAt(behaviour, site("StartInstance")), text("Third"));
    CallSite other = site();
    other.service = text("RDS");
    other.api = text("Restart");
    QVERIFY(!behaviour.answerTo(other));
}

void TestBehaviour::attempts_areCountedFromOne()
{
    Behaviour behaviour;
    QCOMPARE(loaded(behaviour, R"([{"attempts":[1,3],"code":"Busy"}])"), QString());
    QStringList codes;
    for (int attempt = 1; attempt <= 4; ++attempt)
        codes.append(codeAt(behaviour, site("StopInstance", attempt)));
    QCOMPARE(codes.join(u','), text("Busy,,Busy,"));
}

void TestBehaviour::readingAgain_restartsTheCounts()
{
    Behaviour behaviour;
    const QByteArray once = R"([{"times":1,"code":"Busy"}])";
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(loaded(behaviour, once), QString());
        QCOMPARE(codeAt(behaviour, site()), text("Busy"));
        QCOMPARE(codeAt(behaviour, site()), QString());
    }
    QCOMPARE(loaded(behaviour, once), QString());
    QVERIFY(!loaded(behaviour, "[{}]").isEmpty());
    // A file that cannot be read leaves the rules in force.
    QCOMPARE(codeAt(behaviour, site()), text("Busy"));
}

constexpr const char *oneCall = R"(
  - Name: stopOne
    Action: ACS::ExecuteAPI
    Properties: {Service: ECS, API: StopInstance, Parameters: {InstanceId: i-bp1000000000000a01}}
    Outputs: {seen: {Type: String, ValueSelector: .Seen}}
)";

void TestBehaviour::readingAgain_endsTheLag()
{
    Behaviour behaviour;
    QCOMPARE(behaviour.listLag(), std::chrono::milliseconds(0));
    QCOMPARE(behaviour.sessionLifetime(), std::chrono::seconds(0));
    QCOMPARE(loaded(behaviour, R"([{"sessionSeconds":9}])"), QString());
    QCOMPARE(behaviour.sessionLifetime(), std::chrono::seconds(9));
    QCOMPARE(loaded(behaviour, R"([{"listLag":1500}])"), QString());
    QCOMPARE(behaviour.sessionLifetime(), std::chrono::seconds(0));
    QCOMPARE(behaviour.listLag(), std::chrono::milliseconds(1500));
    QVERIFY(!behaviour.answerTo(site()));
    // What cannot be read changes nothing.
    QVERIFY(!loaded(behaviour, R"([{"listLag":7},{"x":1}])").isEmpty());
    QCOMPARE(behaviour.listLag(), std::chrono::milliseconds(1500));
    QCOMPARE(loaded(behaviour, R"([{"disabledUser":"anna.k"}])"), QString());
    QCOMPARE(behaviour.disabledUsers(), QSet<QString>{QStringLiteral("anna.k")});
    QCOMPARE(loaded(behaviour, "[]"), QString());
    QVERIFY(behaviour.disabledUsers().isEmpty());
    QCOMPARE(behaviour.listLag(), std::chrono::milliseconds(0));
}

void TestBehaviour::failure_failsTheTaskInItsWords()
{
    Behaviour behaviour;
    QCOMPARE(loaded(behaviour, R"([{"task":"stopOne","code":"IncorrectInstanceStatus",
                                    "message":"The server is being moved."}])"),
             QString());
    const ExecutionRecord record = ranWith(behaviour, oneCall);
    QCOMPARE(record.fields.status, RunStatus::Failed);
    const QString message = record.tasks.front().statusMessage;
    QVERIFY2(message.contains(text("IncorrectInstanceStatus")), qUtf8Printable(message));
    QVERIFY2(message.contains(text("The server is being moved.")), qUtf8Printable(message));
}

void TestBehaviour::failedAttempts_areRetried()
{
    Behaviour behaviour;
    QCOMPARE(loaded(behaviour, R"([{"api":"StopInstance","attempts":[1,2],"code":"Busy"}])"),
             QString());
    const QByteArray retried =
        QByteArray(oneCall) + "    Retries: 2\n    DelayType: Constant\n    Delay: 1\n";
    QCOMPARE(ranWith(behaviour, retried.constData()).fields.status, RunStatus::Success);
    QCOMPARE(loaded(behaviour, R"([{"api":"StopInstance","attempts":[1,2,3],"code":"Busy"}])"),
             QString());
    QCOMPARE(ranWith(behaviour, retried.constData()).fields.status, RunStatus::Failed);
}

void TestBehaviour::reply_isTheTasksOutput()
{
    Behaviour behaviour;
    QCOMPARE(loaded(behaviour, R"([{"api":"StopInstance","reply":{"Seen":"by the script"}}])"),
             QString());
    const ExecutionRecord record = ranWith(behaviour, oneCall);
    QCOMPARE(record.fields.status, RunStatus::Success);
    QCOMPARE((*record.tasks.front().outputs.json)[u"seen"].toString(), text("by the script"));
}

void TestBehaviour::time_isTaken()
{
    Behaviour behaviour;
    QCOMPARE(loaded(behaviour, R"([{"api":"StopInstance","ms":600000}])"), QString());
    QElapsedTimer elapsed;
    elapsed.start();
    QCOMPARE(ranWith(behaviour, oneCall).fields.status, RunStatus::Success);
    // Ten minutes of the engine's time, a thousand times as fast.
    QVERIFY2(elapsed.elapsed() >= 600, qPrintable(QString::number(elapsed.elapsed())));
}

QTEST_GUILESS_MAIN(TestBehaviour)
#include "tst_behaviour.moc"
