// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/sandbox/gateway/servicedesk.h"

#include <QTest>

using namespace countersign;
using namespace countersign::sandbox;

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

QString parsedBody(const Answer &answer, QStringView first, QStringView second = {})
{
    const Json body = Json::parse(answer.body).json.value_or(Json());
    return second.isEmpty() ? body[first].toString() : body[first][second].toString();
}

} // namespace

class TestStarts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reply_hasEveryDocumentedField();
    void sameToken_givesTheSameExecution();
    void anotherToken_startsAnother();
    void tokenOfAnotherUser_startsAnother();
    void refusedStart_doesNotUseTheTokenUp();
    void wrongRequests_areRefused_data();
    void wrongRequests_areRefused();
    void version_isTaken();
    void oneTask_isRunByItself();
    void oneTask_withTheSameToken();
    void trigger_isFiredOnceForEachToken();
    void trigger_wrongRequests_data();
    void trigger_wrongRequests();
};

void TestStarts::reply_hasEveryDocumentedField()
{
    ServiceDesk desk;
    const Json reply = desk.told(text("StartExecution"),
                                 {{text("RegionId"), text("ap-southeast-1")},
                                  {text("TemplateName"), text("approve-load")},
                                  {text("Mode"), text("Debug")},
                                  {text("LoopMode"), text("FirstBatchPause")},
                                  {text("SafetyCheck"), text("ConfirmEveryHighRiskAction")},
                                  {text("Description"), text("by hand")},
                                  {text("ResourceGroupId"), text("rg-1")},
                                  {text("Tags"), text(R"({"team":"web"})")}});
    const Json run = reply[u"Execution"];
    QVERIFY(run.isObject());
    // The response table of StartExecution.
    for (const char *field : {"ExecutionId",     "Status",
                              "StatusMessage",   "Mode",
                              "LoopMode",        "SafetyCheck",
                              "Parameters",      "Outputs",
                              "TemplateName",    "TemplateId",
                              "TemplateVersion", "ExecutedBy",
                              "RamRole",         "ParentExecutionId",
                              "Description",     "ResourceGroupId",
                              "CreateDate",      "StartDate",
                              "EndDate",         "UpdateDate"})
        QVERIFY2(run[text(field)].isString(), field);
    QVERIFY(run[u"Counters"].isObject());
    QVERIFY(run[u"Tags"].isObject());
    QVERIFY(run[u"CurrentTasks"].isArray());
    QCOMPARE(run[u"IsParent"].type(), Json::Type::Bool);
    QVERIFY(run[u"ExecutionId"].toString().startsWith(text("exec-")));
    QCOMPARE(run[u"Mode"].toString(), text("Debug"));
    QCOMPARE(run[u"LoopMode"].toString(), text("FirstBatchPause"));
    QCOMPARE(run[u"SafetyCheck"].toString(), text("ConfirmEveryHighRiskAction"));
    QCOMPARE(run[u"Parameters"].toString(), text("{}"));
    QCOMPARE(run[u"TemplateVersion"].toString(), text("v1"));
    QCOMPARE(run[u"ExecutedBy"].toString(), text("li.wei(200000000000000101)"));
    QCOMPARE(run[u"Tags"][u"team"].toString(), text("web"));
    QVERIFY(!reply[u"RequestId"].toString().isEmpty());
}

namespace {

const ServiceDesk::Parameters plain{{text("TemplateName"), text("approve-load")}};

QString startedId(ServiceDesk &desk, ServiceDesk::Parameters parameters, const char *token,
                  const char *user = "li.wei")
{
    if (*token)
        parameters.insert(text("ClientToken"), text(token));
    return parsedBody(desk.ask(text("StartExecution"), parameters, text(user)), u"Execution",
                      u"ExecutionId");
}

} // namespace

void TestStarts::sameToken_givesTheSameExecution()
{
    ServiceDesk desk;
    const QString id = startedId(desk, plain, "token-1");
    QVERIFY(!id.isEmpty());
    QCOMPARE(startedId(desk, plain, "token-1"), id);
    QCOMPARE(desk.engine.executions().size(), std::size_t(1));
}

void TestStarts::anotherToken_startsAnother()
{
    ServiceDesk desk;
    QStringList ids{startedId(desk, plain, "token-1"), startedId(desk, plain, "token-2"),
                    startedId(desk, plain, ""), startedId(desk, plain, "")};
    QCOMPARE(ids.removeDuplicates(), 0);
    QCOMPARE(desk.engine.executions().size(), std::size_t(4));
}

void TestStarts::tokenOfAnotherUser_startsAnother()
{
    ServiceDesk desk;
    const QString id = startedId(desk, plain, "token-1");
    QVERIFY(startedId(desk, plain, "token-1", "anna.k") != id);
}

void TestStarts::refusedStart_doesNotUseTheTokenUp()
{
    ServiceDesk desk;
    ServiceDesk::Parameters wrong = plain;
    wrong.insert(text("Parameters"), text(R"({"unknown":1})"));
    QCOMPARE(startedId(desk, wrong, "token-1"), QString());
    QVERIFY(!startedId(desk, plain, "token-1").isEmpty());
}

void TestStarts::wrongRequests_areRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const char *value, int status, const char *code) {
        QTest::addRow("%s=%s", name, value) << text(name) << text(value) << status << text(code);
    };
    row("TemplateName", "", 400, "MissingParameter");
    row("TemplateContent", "FormatVersion: OOS-2019-06-01", 400, "MissingParameter");
    row("TemplateName", "none", 404, "EntityNotExists.Template");
    row("TemplateVersion", "v9", 404, "EntityNotExists.Template");
    row("ParentExecutionId", "exec-none", 404, "EntityNotExists.Execution");
    row("Mode", "Slow", 400, "InvalidParameter");
    row("LoopMode", "Sometimes", 400, "InvalidParameter");
    row("SafetyCheck", "Maybe", 400, "InvalidParameter");
    row("Parameters", "[]", 400, "InvalidParameter");
    row("Parameters", R"({"a":1,"a":2})", 400, "InvalidParameter");
    row("Parameters", R"({"unknown":1})", 400, "InvalidParameter");
    row("Tags", "team", 400, "InvalidParameter");
    row("Tags", R"({"team":1})", 400, "InvalidParameter");
    row("RegionId", "mars", 404, "InvalidRegionId");
    QByteArray tags = "{";
    for (int i = 0; i < 21; ++i)
        tags += (i ? ",\"t" : "\"t") + QByteArray::number(i) + "\":\"\"";
    QTest::newRow("21 tags") << text("Tags") << QString::fromUtf8(tags + "}") << 400
                             << text("InvalidParameter");
}

void TestStarts::wrongRequests_areRefused()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    QFETCH(QString, code);
    ServiceDesk desk;
    ServiceDesk::Parameters sent = plain;
    sent.insert(name, value);
    const Answer answer = desk.ask(text("StartExecution"), sent);
    QTEST(answer.status, "status");
    QCOMPARE(answer.code.section(u'.', 0, code.contains(u'.') ? 1 : 0), code);
    QVERIFY(desk.engine.executions().empty());
    // What is fetched from elsewhere is refused with words, not tried.
    const Answer url = desk.ask(text("StartExecution"),
                                {{text("TemplateURL"), text("https://b.example.com/t.yml")}});
    QCOMPARE(url.code, text("UnsupportedOperation"));
}

void TestStarts::version_isTaken()
{
    ServiceDesk desk;
    const QString second = QString(desk.engine.templateByName(text("approve-load"))->content)
                               .replace(text("One approval"), text("Changed"));
    QVERIFY(!desk.engine.addTemplate(text("approve-load"), second, text("author(1)")));
    const auto versionOf = [&](const char *version) {
        ServiceDesk::Parameters sent = plain;
        sent.insert(text("TemplateVersion"), text(version));
        const Answer answer = desk.ask(text("StartExecution"), sent);
        return parsedBody(answer, u"Execution", u"TemplateVersion");
    };
    QCOMPARE(versionOf(""), text("v2"));
    QCOMPARE(versionOf("v1"), text("v1"));
}

void TestStarts::oneTask_isRunByItself()
{
    ServiceDesk desk;
    const Answer answer = desk.ask(text("StartDebugExecution"),
                                   {{text("TaskType"), text("ACS::Sleep")},
                                    {text("Properties"), text(R"({"Duration":"PT1S"})")}});
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.effect);
    const QString id = parsedBody(answer, u"ExecutionId");
    const auto record = [&] { return desk.engine.execution(id); };
    QVERIFY(record());
    QTRY_COMPARE(record()->fields.status, RunStatus::Success);
    QCOMPARE(record()->tasks.front().taskAction, text("ACS::Sleep"));
    const auto code = [&](const ServiceDesk::Parameters &sent) {
        return desk.ask(text("StartDebugExecution"), sent).code;
    };
    QCOMPARE(code({}), text("MissingParameter"));
    QCOMPARE(code({{text("TaskType"), text("ACS::Sleep")}, {text("Properties"), text("[]")}}),
             text("InvalidParameter"));
}

void TestStarts::oneTask_withTheSameToken()
{
    ServiceDesk desk;
    const ServiceDesk::Parameters sent{{text("TaskType"), text("ACS::Pause")},
                                       {text("ClientToken"), text("token-1")}};
    const QString id = parsedBody(desk.ask(text("StartDebugExecution"), sent), u"ExecutionId");
    QCOMPARE(parsedBody(desk.ask(text("StartDebugExecution"), sent), u"ExecutionId"), id);
    // A token names one act of one operation.
    QVERIFY(startedId(desk, plain, "token-1") != id);
}

namespace {

const QString onEvent = text(R"(FormatVersion: OOS-2019-06-01
Tasks:
  - Name: happened
    Action: ACS::EventTrigger
    Properties: {Product: ECS, Name: ['Instance:StateChange'], Content: {state: [Stopped]}}
    Outputs: {what: {Type: String, ValueSelector: .content.what}}
  - {Name: rest, Action: ACS::Sleep, Properties: {Duration: PT1S}}
Outputs:
  what: {Type: String, Value: '{{ happened.what }}'}
)");

//! A trigger execution that waits for its event.
QString startedTrigger(ServiceDesk &desk)
{
    const QString id = startedId(desk, {{text("TemplateContent"), onEvent}}, "");
    const bool waits = QTest::qWaitFor(
        [&] { return desk.engine.execution(id)->fields.status == RunStatus::Waiting; });
    return waits ? id : QString();
}

} // namespace

void TestStarts::trigger_isFiredOnceForEachToken()
{
    ServiceDesk desk;
    const QString id = startedTrigger(desk);
    QVERIFY(!id.isEmpty());
    const auto row = [&](const ServiceDesk::Parameters &asked) {
        return desk.told(text("ListExecutions"), asked)[u"Executions"];
    };
    const Json before = row({{text("ExecutionId"), id}}).at(0);
    QCOMPARE(before[u"Category"].toString(), text("EventTrigger"));
    QCOMPARE(before[u"LastTriggerTime"].toString(), QString());
    const auto fire = [&](const char *token) {
        return desk.ask(text("TriggerExecution"),
                        {{text("RegionId"), text("cn-hangzhou")},
                         {text("ExecutionId"), id},
                         {text("Type"), text("Event")},
                         {text("Content"), text(R"({"content":{"what":"it stopped"}})")},
                         {text("ClientToken"), text(token)}});
    };
    QCOMPARE(fire("token-1").status, 200);
    QCOMPARE(fire("token-1").status, 200);
    const auto children = [&] { return row({{text("ParentExecutionId"), id}}); };
    QTRY_COMPARE(children().at(0)[u"Status"].toString(), text("Success"));
    QCOMPARE(children().size(), 1);
    QCOMPARE(children().at(0)[u"Outputs"].toString(), text(R"({"what":"it stopped"})"));
    QTRY_COMPARE(row({{text("ExecutionId"), id}}).at(0)[u"Status"].toString(), text("Waiting"));
    const Json after = row({{text("ExecutionId"), id}}).at(0);
    QVERIFY(after[u"IsParent"].toBool());
    QCOMPARE(after[u"LastTriggerStatus"].toString(), text("Success"));
    QVERIFY(!after[u"LastTriggerTime"].toString().isEmpty());
    QVERIFY(!after[u"LastSuccessfulTriggerTime"].toString().isEmpty());
    QCOMPARE(fire("token-2").status, 200);
    QTRY_COMPARE(children().size(), 2);
}

void TestStarts::trigger_wrongRequests_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const char *value, const char *code) {
        QTest::addRow("%s=%s", name, value) << text(name) << text(value) << text(code);
    };
    row("RegionId", "", "MissingParameter");
    row("Type", "", "MissingParameter");
    row("Type", "Wish", "InvalidParameter");
    row("Content", "[]", "InvalidParameter");
    row("ExecutionId", "exec-none", "EntityNotExists.Execution");
    row("RegionId", "ap-southeast-1", "EntityNotExists.Execution");
}

void TestStarts::trigger_wrongRequests()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    ServiceDesk desk;
    ServiceDesk::Parameters sent{{text("RegionId"), text("cn-hangzhou")},
                                 {text("ExecutionId"), startedTrigger(desk)},
                                 {text("Type"), text("Event")}};
    sent.insert(name, value);
    QTEST(desk.ask(text("TriggerExecution"), sent).code, "code");
    QCOMPARE(desk.engine.executions().size(), std::size_t(1));
    // An execution that is no trigger cannot be fired.
    sent = {{text("RegionId"), text("cn-hangzhou")},
            {text("ExecutionId"), desk.startWaiting()},
            {text("Type"), text("Event")}};
    QCOMPARE(desk.ask(text("TriggerExecution"), sent).status, 400);
}

QTEST_GUILESS_MAIN(TestStarts)
#include "tst_starts.moc"
