// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/sandbox/gateway/servicedesk.h"

#include <QTest>

#include <algorithm>

using namespace countersign;
using namespace countersign::sandbox;

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

QStringList column(const Json &reply, QStringView list, QStringView field)
{
    QStringList values;
    reply[list].forEachItem([&](const Json &row) { values << row[field].toString(); });
    return values;
}

//! Starts a text and waits until it has ended, or waits.
QString settledRun(ServiceDesk &desk, const char *tasks)
{
    StartRequest request;
    request.region = text("cn-hangzhou");
    request.accountId = Users::accountId();
    request.executedBy = desk.users.all().front().nameAndId();
    request.content = text("FormatVersion: OOS-2019-06-01\nTasks:\n") + text(tasks);
    const Engine::StartOutcome outcome = desk.engine.start(request);
    const bool rests = QTest::qWaitFor([&] {
        const auto all = desk.engine.executions();
        return std::all_of(all.begin(), all.end(), [&](const ExecutionRecord *record) {
            return isFinal(record->fields.status) || record->fields.status == RunStatus::Waiting ||
                   record->fields.isParent;
        });
    });
    return rests ? outcome.executionId : QString();
}

} // namespace

//! What lists show of loops and of executions inside executions.
class TestNesting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loopItems_areRowsUnderTheirLoop();
    void children_areFoundByDepth();
    void riskyCalls_ofNestedTemplates();
};

void TestNesting::loopItems_areRowsUnderTheirLoop()
{
    ServiceDesk desk;
    const QString id = settledRun(desk, R"(
  - Name: restart
    Action: ACS::ExecuteAPI
    Properties: {Service: ECS, API: RebootInstance, Parameters: {InstanceId: '{{ ACS::TaskLoopItem }}'}}
    Loop: {Items: [i-bp1a01, none, i-bp1a03], Concurrency: 1, MaxErrors: 3}
)");
    QVERIFY(!id.isEmpty());
    const auto rows = [&](const ServiceDesk::Parameters &more) {
        ServiceDesk::Parameters asked = more;
        asked.insert(text("ExecutionId"), id);
        asked.insert(text("SortOrder"), text("Ascending"));
        return desk.told(text("ListTaskExecutions"), asked)[u"TaskExecutions"];
    };
    const Json loop = rows({});
    QCOMPARE(loop.size(), 1);
    QVERIFY(loop.at(0)[u"Loop"].size() > 0);
    const QString loopId = loop.at(0)[u"TaskExecutionId"].toString();
    const ServiceDesk::Parameters children{{text("IncludeChildTaskExecution"), text("true")}};
    QCOMPARE(rows(children).size(), 4);
    const Json items = rows({{text("ParentTaskExecutionId"), loopId}});
    QCOMPARE(items.size(), 3);
    QStringList words;
    items.forEachItem([&](const Json &row) {
        words << row[u"LoopItem"].toString() + u'=' + row[u"Status"].toString();
        QCOMPARE(row[u"ParentTaskExecutionId"].toString(), loopId);
        QCOMPARE(row[u"Loop"].size(), 0);
        QVERIFY(row[u"LoopBatchNumber"].toInteger().value_or(0) >= 1);
    });
    words.sort();
    QCOMPARE(words.join(u' '), text("i-bp1a01=Success i-bp1a03=Success none=Failed"));
    const Json failed =
        rows({{text("Status"), text("Failed")}, {text("IncludeChildTaskExecution"), text("true")}});
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.at(0)[u"LoopItem"].toString(), text("none"));
    const QString failedId = failed.at(0)[u"TaskExecutionId"].toString();
    QCOMPARE(rows({{text("TaskExecutionId"), failedId}}).size(), 1);
    const Json logs = desk.told(text("ListExecutionLogs"),
                                {{text("ExecutionId"), id}, {text("TaskExecutionId"), failedId}});
    QVERIFY(logs[u"ExecutionLogs"].size() > 0);
    logs[u"ExecutionLogs"].forEachItem(
        [&](const Json &line) { QCOMPARE(line[u"TaskExecutionId"].toString(), failedId); });
}

void TestNesting::children_areFoundByDepth()
{
    ServiceDesk desk;
    const char *nested = R"(FormatVersion: OOS-2019-06-01
Tasks:
  - Name: deeper
    Action: ACS::Template
    Properties: {TemplateName: approve-load}
)";
    QVERIFY(!desk.engine.addTemplate(text("nested"), text(nested), text("author(1)")));
    const QString root = settledRun(desk, R"(
  - Name: down
    Action: ACS::Template
    Properties: {TemplateName: nested}
)");
    const auto asked = [&desk](const ServiceDesk::Parameters &parameters) {
        QStringList ids =
            column(desk.told(text("ListExecutions"), parameters), u"Executions", u"ExecutionId");
        ids.sort();
        return ids;
    };
    QTRY_COMPARE(asked({{text("IncludeChildExecution"), text("true")}}).size(), 3);
    QTRY_COMPARE(
        asked({{text("Status"), text("Waiting")}, {text("IncludeChildExecution"), text("true")}})
            .size(),
        1);
    QCOMPARE(asked({}), QStringList{root});
    QCOMPARE(asked({{text("Depth"), text("RootDepth")}}), QStringList{root});
    QCOMPARE(asked({{text("Status"), text("Waiting")}}), QStringList());
    const QStringList first = asked({{text("Depth"), text("FirstChildDepth")}});
    QCOMPARE(first.size(), 1);
    QCOMPARE(asked({{text("ParentExecutionId"), root}}), first);
    const QStringList second = asked({{text("ParentExecutionId"), first.constFirst()}});
    QCOMPARE(second.size(), 1);
    const Json row = desk.told(text("ListExecutions"),
                               {{text("ExecutionId"), second.constFirst()}})[u"Executions"];
    QCOMPARE(row.at(0)[u"Status"].toString(), text("Waiting"));
    QCOMPARE(row.at(0)[u"ParentExecutionId"].toString(), first.constFirst());
    QVERIFY(!row.at(0)[u"IsParent"].toBool());
    const Json task = desk.told(text("ListTaskExecutions"), {{text("ExecutionId"), root}});
    QCOMPARE(task[u"TaskExecutions"].at(0)[u"ChildExecutionId"].toString(), first.constFirst());
    QCOMPARE(desk.told(text("GetExecutionTemplate"),
                       {{text("ExecutionId"), first.constFirst()}})[u"Content"]
                 .toString(),
             text(nested));
}

void TestNesting::riskyCalls_ofNestedTemplates()
{
    ServiceDesk desk;
    QVERIFY(!desk.engine.addTemplate(text("inner"), text(R"(FormatVersion: OOS-2019-06-01
Tasks:
  - Name: wipe
    Action: ACS::ExecuteAPI
    Properties: {Service: ECS, API: DeleteInstance, Parameters: {InstanceId: i-bp1a01}}
  - Name: harmless
    Action: ACS::ExecuteAPI
    Properties: {Service: ECS, API: DeleteImage, Risk: Normal, Parameters: {ImageId: m-bp1a01}}
)"),
                                     text("author(1)")));
    QVERIFY(!desk.engine.addTemplate(text("outer"), text(R"(FormatVersion: OOS-2019-06-01
Tasks:
  - {Name: down, Action: ACS::Template, Properties: {TemplateName: inner}}
)"),
                                     text("author(1)")));
    const Json risky = desk.told(text("ListExecutionRiskyTasks"),
                                 {{text("TemplateName"), text("outer")}})[u"RiskyTasks"];
    QCOMPARE(risky.size(), 1);
    QCOMPARE(risky.at(0)[u"Service"].toString(), text("ECS"));
    QCOMPARE(risky.at(0)[u"API"].toString(), text("DeleteInstance"));
    const auto names = [&](QStringView list) {
        QStringList found;
        risky.at(0)[list].forEachItem([&](const Json &name) { found << name.toString(); });
        return found;
    };
    // The step of the template that was asked about, so that a person finds it there.
    QCOMPARE(names(u"Task"), QStringList{text("down")});
    QVERIFY(names(u"Template").contains(text("outer")));
    QVERIFY(names(u"Template").contains(text("inner")));
    QCOMPARE(desk.ask(text("ListExecutionRiskyTasks"), {{text("TemplateName"), text("none")}}).code,
             text("EntityNotExists.Template"));
}

QTEST_GUILESS_MAIN(TestNesting)
#include "tst_nesting.moc"
