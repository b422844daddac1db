// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/sandbox/gateway/servicedesk.h"

#include <QElapsedTimer>
#include <QTest>

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

} // namespace

class TestLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void executions_filters_data();
    void executions_filters();
    void executions_datesAreInclusive();
    void executions_order();
    void executions_lag_bothWays();
    void executions_resourceIsFoundWhereverItStands();
    void pages_holdEveryRowOnce();
    void pages_stayAsTheyWereAsked();
    void badValues_areRefused_data();
    void badValues_areRefused();
    void tasks_areFiltered();
    void logs_areFiltered();
    void templates_filters_data();
    void templates_filters();
    void templates_order_data();
    void templates_order();
    void unknownExecution_isNoRow();
};

void TestLists::executions_filters_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("rows");
    const auto row = [](const char *name, const char *value, int rows) {
        QTest::addRow("%s=%s", name, value) << text(name) << text(value) << rows;
    };
    row("RegionId", "cn-hangzhou", 2);
    row("RegionId", "ap-southeast-1", 1);
    row("Status", "Waiting", 3);
    row("Status", "Success", 0);
    row("TemplateName", "ove-lo", 3);
    row("TemplateName", "Approve", 0);
    row("Mode", "Automatic", 3);
    row("Mode", "Debug", 0);
    row("ExecutedBy", "li.wei", 3);
    row("ExecutedBy", "anna.k", 0);
    row("RamRole", "nobody", 0);
    row("ParentExecutionId", "exec-none", 0);
    row("Depth", "RootDepth", 3);
    row("Depth", "FirstChildDepth", 0);
    row("IncludeChildExecution", "true", 3);
    row("Category", "Other", 3);
    row("Category", "TimerTrigger", 0);
    row("Categories", R"(["TimerTrigger","Other"])", 3);
    row("Categories", R"(["AlarmTrigger"])", 0);
    row("Tags", R"({"team":"payments"})", 0);
    row("ResourceId", "i-none", 0);
    row("ResourceTemplateName", "none", 0);
    row("ResourceGroupId", "rg-none", 0);
    row("Description", "second", 1);
}

void TestLists::executions_filters()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    ServiceDesk desk;
    desk.startWaiting();
    desk.startWaiting({{text("Description"), text("the second run")}});
    desk.startWaiting({{text("RegionId"), text("ap-southeast-1")}});
    const Json reply = desk.told(text("ListExecutions"), {{name, value}});
    QVERIFY(reply.isObject());
    QTEST(int(reply[u"Executions"].size()), "rows");
}

void TestLists::executions_datesAreInclusive()
{
    ServiceDesk desk;
    desk.startWaiting();
    const QString start =
        desk.told(text("ListExecutions"))[u"Executions"].at(0)[u"StartDate"].toString();
    const auto count = [&desk](const char *name, const QString &value) {
        return int(desk.told(text("ListExecutions"), {{text(name), value}})[u"Executions"].size());
    };
    QCOMPARE(count("StartDateAfter", start), 1);
    QCOMPARE(count("StartDateBefore", start), 1);
    const QDateTime time = QDateTime::fromString(start, Qt::ISODate);
    QCOMPARE(count("StartDateAfter", time.addSecs(1).toString(Qt::ISODate)), 0);
    QCOMPARE(count("StartDateBefore", time.addSecs(-1).toString(Qt::ISODate)), 0);
    // It has not ended, so that it is in no range of ends.
    QCOMPARE(count("EndDateAfter", text("2020-01-01T00:00:00Z")), 0);
    QCOMPARE(count("EndDateBefore", text("2040-01-01T00:00:00Z")), 0);
}

void TestLists::executions_order()
{
    ServiceDesk desk;
    const QString old = desk.startWaiting({}, 600);
    const QString young = desk.startWaiting({}, 60);
    const auto ids = [&desk](const ServiceDesk::Parameters &order) {
        return column(desk.told(text("ListExecutions"), order), u"Executions", u"ExecutionId");
    };
    QCOMPARE(ids({}), QStringList({young, old}));
    QCOMPARE(ids({{text("SortOrder"), text("Ascending")}}), QStringList({old, young}));
    QVERIFY(!desk.engine.cancel(young));
    QCOMPARE(ids({{text("SortField"), text("Status")}, {text("SortOrder"), text("Ascending")}}),
             QStringList({young, old}));
}

void TestLists::executions_lag_bothWays()
{
    ServiceDesk desk;
    const QString before = desk.startWaiting({}, 600);
    desk.service.setListLag(std::chrono::milliseconds(700));
    const auto listed = [&desk](const char *status) {
        return column(desk.told(text("ListExecutions"), {{text("Status"), text(status)}}),
                      u"Executions", u"ExecutionId");
    };
    const auto stateOf = [&desk](const QString &id) {
        return desk.told(text("ListExecutions"), {{text("ExecutionId"), id}})[u"Executions"]
            .at(0)[u"Status"]
            .toString();
    };
    QElapsedTimer elapsed;
    elapsed.start();
    QVERIFY(!desk.engine.cancel(before));
    const QString young = desk.startWaiting();
    // By its id everything is as it is; in the lists the one still waits, the other is not there.
    QCOMPARE(stateOf(before), text("Cancelled"));
    QCOMPARE(stateOf(young), text("Waiting"));
    const QStringList waiting = listed("Waiting");
    const QStringList cancelled = listed("Cancelled");
    if (elapsed.elapsed() < 700) {
        QCOMPARE(waiting, QStringList{before});
        QCOMPARE(cancelled, QStringList());
    }
    QTRY_COMPARE(listed("Waiting"), QStringList{young});
    QVERIFY(elapsed.elapsed() >= 700);
    QTRY_COMPARE(listed("Cancelled"), QStringList{before});
    desk.service.setListLag(std::chrono::milliseconds(0));
    QVERIFY(!desk.engine.cancel(young));
    QCOMPARE(listed("Waiting"), QStringList());
}

void TestLists::executions_resourceIsFoundWhereverItStands()
{
    ServiceDesk desk;
    const Json started = desk.told(
        text("StartExecution"),
        {{text("TemplateContent"),
          text(R"({"FormatVersion":"OOS-2019-06-01","Parameters":{"server":{"Type":"String"}},
                   "Tasks":[{"Name":"wait","Action":"ACS::Approve","Properties":{"NotifyType":
                   "WebHook","WebHook":{"URI":"https://hooks.example.com/","Content":
                   {"msgtype":"text"}}}}]})")},
         {text("Parameters"), text(R"({"server":"i-bp1000000000000a01"})")}});
    QVERIFY(started.isObject());
    const auto found = [&desk](const char *id) {
        return int(
            desk.told(text("ListExecutions"), {{text("ResourceId"), text(id)}})[u"Executions"]
                .size());
    };
    QCOMPARE(found("i-bp1000000000000a01"), 1);
    QCOMPARE(found("i-bp1000000000000a0"), 0);
}

void TestLists::pages_holdEveryRowOnce()
{
    ServiceDesk desk;
    for (int i = 0; i < 23; ++i)
        desk.startWaiting({}, i);
    QStringList ids;
    ServiceDesk::Parameters page{{text("MaxResults"), text("10")}};
    QList<int> sizes;
    for (int i = 0; i < 4; ++i) {
        const Json reply = desk.told(text("ListExecutions"), page);
        const QStringList own = column(reply, u"Executions", u"ExecutionId");
        sizes << int(own.size());
        ids << own;
        QCOMPARE(reply[u"TotalCount"].toInteger().value_or(0), qint64(23));
        page[text("NextToken")] = reply[u"NextToken"].toString();
        if (page[text("NextToken")].isEmpty())
            break;
    }
    QCOMPARE(sizes, QList<int>({10, 10, 3}));
    QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), 23);
}

// Runs that start while a list is read do not push rows from one page to the next.
void TestLists::pages_stayAsTheyWereAsked()
{
    ServiceDesk desk;
    for (int i = 0; i < 15; ++i)
        desk.startWaiting({}, 100 + i);
    const Json first = desk.told(text("ListExecutions"), {{text("MaxResults"), text("10")}});
    desk.startWaiting();
    const Json second =
        desk.told(text("ListExecutions"), {{text("MaxResults"), text("10")},
                                           {text("NextToken"), first[u"NextToken"].toString()}});
    const QStringList ids = column(first, u"Executions", u"ExecutionId") +
                            column(second, u"Executions", u"ExecutionId");
    QCOMPARE(ids.size(), 15);
    QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), 15);
}

void TestLists::badValues_areRefused_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QStringList>("parameters");
    const auto row = [](const char *action, const QStringList &parameters) {
        QTest::addRow("%s %s", action, qUtf8Printable(parameters.join(u' ')))
            << text(action) << parameters;
    };
    const auto one = [](const char *name, const char *value) {
        return QStringList{text(name), text(value)};
    };
    row("ListExecutions", one("Status", "waiting"));
    row("ListExecutions", one("Mode", "Manual"));
    row("ListExecutions", one("Depth", "Root"));
    row("ListExecutions", one("Category", "Others"));
    row("ListExecutions", one("Categories", "Other"));
    row("ListExecutions", one("SortField", "UpdateDate"));
    row("ListExecutions", one("SortOrder", "Asc"));
    row("ListExecutions", one("StartDateAfter", "yesterday"));
    row("ListExecutions", one("EndDateBefore", "2026-11-25 03:00:00"));
    row("ListExecutions", one("IncludeChildExecution", "yes"));
    row("ListExecutions", one("Tags", "[]"));
    row("ListExecutions", one("MaxResults", "9"));
    row("ListExecutions", one("MaxResults", "101"));
    row("ListExecutions", one("MaxResults", "many"));
    row("ListExecutions", one("NextToken", "made-up"));
    row("ListExecutions", one("RegionId", "mars-1"));
    row("ListExecutions", one("Depth", "RootDepth") + one("IncludeChildExecution", "true"));
    row("ListExecutions", one("Category", "Other") + one("Categories", R"(["Other"])"));
    row("ListTaskExecutions", one("MaxResults", "19"));
    row("ListTaskExecutions", one("SortField", "TaskName"));
    row("ListTaskExecutions", one("IncludeChildTaskExecution", "1"));
    row("ListTemplates", one("SortField", "StartDate"));
    row("ListTemplates", one("ShareType", "Secret"));
    row("ListTemplates", one("CreatedDateAfter", "2026"));
    row("ListTemplates", one("HasTrigger", "perhaps"));
    row("NotifyExecution", one("ExecutionId", "exec-1") + one("NotifyType", "Agree"));
}

void TestLists::badValues_areRefused()
{
    QFETCH(QString, action);
    QFETCH(QStringList, parameters);
    ServiceDesk desk;
    ServiceDesk::Parameters sent;
    for (qsizetype i = 0; i < parameters.size(); i += 2)
        sent.insert(parameters[i], parameters[i + 1]);
    const Answer answer = desk.ask(action, sent);
    QVERIFY2(answer.code.startsWith(u"Invalid"), qUtf8Printable(answer.code));
    QVERIFY(answer.status == 400 || answer.status == 404);
    const auto body = Json::parse(answer.body);
    QVERIFY(body);
    QCOMPARE((*body.json)[u"Code"].toString(), answer.code);
    QCOMPARE((*body.json)[u"RequestId"].toString(), text("7B2D-0001"));
    QVERIFY(!(*body.json)[u"HostId"].toString().isEmpty());
}

void TestLists::tasks_areFiltered()
{
    ServiceDesk desk;
    const QString id = desk.startWaiting();
    const auto count = [&](const ServiceDesk::Parameters &more) {
        ServiceDesk::Parameters parameters = more;
        parameters.insert(text("ExecutionId"), id);
        return int(desk.told(text("ListTaskExecutions"), parameters)[u"TaskExecutions"].size());
    };
    QCOMPARE(count({}), 1);
    QCOMPARE(count({{text("Status"), text("Waiting")}}), 1);
    QCOMPARE(count({{text("Status"), text("Failed")}}), 0);
    QCOMPARE(count({{text("TaskName"), text("approve")}}), 1);
    QCOMPARE(count({{text("TaskName"), text("other")}}), 0);
    QCOMPARE(count({{text("TaskAction"), text("ACS::Approve")}}), 1);
    QCOMPARE(count({{text("TaskAction"), text("ACS::Sleep")}}), 0);
    QCOMPARE(count({{text("TaskExecutionId"), text("none")}}), 0);
    QCOMPARE(count({{text("ParentTaskExecutionId"), text("none")}}), 0);
    QCOMPARE(count({{text("RegionId"), text("ap-southeast-1")}}), 0);
}

void TestLists::logs_areFiltered()
{
    ServiceDesk desk;
    const QString id = desk.startWaiting();
    QVERIFY(desk.ask(text("NotifyExecution"), {{text("ExecutionId"), id},
                                               {text("NotifyType"), text("Approve")},
                                               {text("NotifyNote"), text("好的 \U0001F44D")}})
                .code.isEmpty());
    const auto lines = [&](const ServiceDesk::Parameters &more) {
        ServiceDesk::Parameters parameters = more;
        parameters.insert(text("ExecutionId"), id);
        return desk.told(text("ListExecutionLogs"), parameters)[u"ExecutionLogs"].size();
    };
    QVERIFY(lines({}) > 1);
    QCOMPARE(lines({{text("TaskExecutionId"), text("none")}}), 0);
    QCOMPARE(lines({{text("LogType"), text("none")}}), 0);
    const Json cut = desk.told(text("ListExecutionLogs"),
                               {{text("ExecutionId"), id}, {text("MaxResults"), text("1")}});
    QCOMPARE(cut[u"ExecutionLogs"].size(), 1);
    QVERIFY(cut[u"IsTruncated"].toBool());
    QVERIFY(!cut[u"NextToken"].toString().isEmpty());
    QCOMPARE(desk.ask(text("ListExecutionLogs"), {}).code, text("MissingParameter"));
}

void TestLists::templates_filters_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("rows");
    const auto row = [](const char *name, const char *value, int rows) {
        QTest::addRow("%s=%s", name, value) << text(name) << text(value) << rows;
    };
    row("TemplateName", "load", 1);
    row("TemplateName", "e", 2);
    row("ShareType", "Private", 2);
    row("ShareType", "Public", 0);
    row("TemplateType", "Automation", 2);
    row("TemplateType", "Package", 0);
    row("TemplateFormat", "YAML", 1);
    row("TemplateFormat", "JSON", 1);
    row("Category", "Other", 2);
    row("Category", "EventTrigger", 0);
    row("CreatedBy", "ops-lead", 1);
    row("CreatedBy", "200000000000000042", 1);
    row("CreatedBy", "ops-lead(200000000000000042)", 1);
    row("CreatedBy", "ACS", 0);
    row("CreatedDateAfter", "2020-01-01T00:00:00Z", 2);
    row("CreatedDateBefore", "2020-01-01T00:00:00Z", 0);
    row("HasTrigger", "false", 2);
    row("HasTrigger", "true", 0);
    row("IsExample", "true", 0);
    row("IsFavorite", "true", 0);
    row("Tags", R"({"team":"payments"})", 1);
    row("Tags", R"({"team":"web"})", 0);
    row("ResourceGroupId", "rg-none", 0);
}

void TestLists::templates_filters()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    ServiceDesk desk;
    QVERIFY(!desk.engine.addTemplate(
        text("sleep-once"),
        text(R"({"FormatVersion":"OOS-2019-06-01","Tasks":[{"Name":"s","Action":"ACS::Sleep",
                 "Properties":{"Duration":"PT1S"}}]})"),
        text("author(200000000000000043)")));
    const Json reply = desk.told(text("ListTemplates"), {{name, value}});
    QVERIFY(reply.isObject());
    QTEST(int(reply[u"Templates"].size()), "rows");
}

void TestLists::templates_order_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("order");
    QTest::addColumn<QString>("first");
    QTest::newRow("most runs first") << QString() << QString() << text("approve-load");
    QTest::newRow("fewest runs first") << QString() << text("Ascending") << text("zero-runs");
    QTest::newRow("names") << text("TemplateName") << text("Ascending") << text("approve-load");
    QTest::newRow("names backwards") << text("TemplateName") << QString() << text("zero-runs");
}

void TestLists::templates_order()
{
    QFETCH(QString, field);
    QFETCH(QString, order);
    ServiceDesk desk;
    QVERIFY(!desk.engine.addTemplate(
        text("zero-runs"),
        text(R"({"FormatVersion":"OOS-2019-06-01","Tasks":[{"Name":"s","Action":"ACS::Sleep",
                 "Properties":{"Duration":"PT1S"}}]})"),
        text("author(200000000000000043)")));
    desk.startWaiting();
    const Json reply =
        desk.told(text("ListTemplates"), {{text("SortField"), field}, {text("SortOrder"), order}});
    QTEST(column(reply, u"Templates", u"TemplateName").value(0), "first");
    const Json named = desk.told(text("ListTemplates"), {{text("TemplateName"), text("approve")}});
    QCOMPARE(named[u"Templates"].at(0)[u"TotalExecutionCount"].toInteger().value_or(-1), qint64(1));
}

void TestLists::unknownExecution_isNoRow()
{
    ServiceDesk desk;
    const Json none = desk.told(text("ListExecutions"), {{text("ExecutionId"), text("exec-none")}});
    QVERIFY(none[u"Executions"].isArray());
    QCOMPARE(none[u"Executions"].size(), 0);
    for (const char *action : {"GetExecutionTemplate", "ListExecutionLogs", "CancelExecution"})
        QCOMPARE(desk.ask(text(action), {{text("ExecutionId"), text("exec-none")}}).code,
                 text("EntityNotExists.Execution"));
    // A region's endpoint does not know the executions of another one.
    const QString id = desk.startWaiting();
    QCOMPARE(desk.ask(text("NotifyExecution"), {{text("ExecutionId"), id},
                                                {text("NotifyType"), text("Approve")},
                                                {text("RegionId"), text("ap-southeast-1")}})
                 .status,
             404);
}

QTEST_GUILESS_MAIN(TestLists)
#include "tst_lists.moc"
