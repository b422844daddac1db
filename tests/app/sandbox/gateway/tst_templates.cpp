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

const QString sleeping = text(R"(FormatVersion: OOS-2019-06-01
Description: Sleep %1
Parameters:
  seconds: {Type: Number, Default: 1, MaxValue: 60}
RamRole: '{{ seconds }}'
Tasks:
  - Name: rest
    Action: ACS::Sleep
    Description: {en: Rest, zh-cn: 休息}
    Properties: {Duration: 'PT{{ seconds }}S'}
Outputs:
  slept: {Type: Number, Value: '{{ seconds }}'}
)");

} // namespace

class TestTemplates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void versions_newestFirstInPages();
    void versions_ofNoTemplate();
    void oneVersion_isRead();
    void namesOfTheService_arePublic();
    void triggers_haveTheirCategory();
    void validContent_isDescribed();
    void wrongContent_isRefusedWithItsLine_data();
    void wrongContent_isRefusedWithItsLine();
};

void TestTemplates::versions_newestFirstInPages()
{
    ServiceDesk desk;
    for (int i = 1; i <= 12; ++i)
        QVERIFY(!desk.engine.addTemplate(text("rest"), sleeping.arg(i), text("author(1)")));
    ServiceDesk::Parameters sent{{text("TemplateName"), text("rest")},
                                 {text("MaxResults"), text("10")}};
    QStringList versions;
    QStringList descriptions;
    for (int page = 1; page <= 2; ++page) {
        const Json reply = desk.told(text("ListTemplateVersions"), sent);
        QCOMPARE(reply[u"MaxResults"].toInteger().value_or(0), qint64(10));
        reply[u"TemplateVersions"].forEachItem([&](const Json &row) {
            versions << row[u"TemplateVersion"].toString();
            descriptions << row[u"Description"].toString();
            QCOMPARE(row[u"TemplateFormat"].toString(), text("YAML"));
            QCOMPARE(row[u"UpdatedBy"].toString(), text("author(1)"));
            QVERIFY(!row[u"UpdatedDate"].toString().isEmpty());
        });
        QCOMPARE(reply[u"NextToken"].toString().isEmpty(), page == 2);
        sent.insert(text("NextToken"), reply[u"NextToken"].toString());
    }
    QCOMPARE(versions.size(), 12);
    QCOMPARE(versions.constFirst(), text("v12"));
    QCOMPARE(versions.constLast(), text("v1"));
    QCOMPARE(descriptions.constLast(), text("Sleep 1"));
    const Json shared =
        desk.told(text("ListTemplateVersions"),
                  {{text("TemplateName"), text("rest")}, {text("ShareType"), text("Public")}});
    QCOMPARE(shared[u"TemplateVersions"].size(), 0);
}

void TestTemplates::versions_ofNoTemplate()
{
    ServiceDesk desk;
    const auto code = [&desk](const ServiceDesk::Parameters &sent) {
        return desk.ask(text("ListTemplateVersions"), sent).code;
    };
    QCOMPARE(code({{text("TemplateName"), text("none")}}), text("EntityNotExists.Template"));
    QCOMPARE(code({}), text("MissingParameter"));
    QCOMPARE(code({{text("TemplateName"), text("approve-load")}, {text("MaxResults"), text("9")}}),
             text("InvalidParameter"));
    QCOMPARE(
        code({{text("TemplateName"), text("approve-load")}, {text("ShareType"), text("Secret")}}),
        text("InvalidParameter"));
}

void TestTemplates::oneVersion_isRead()
{
    ServiceDesk desk;
    for (int i = 1; i <= 2; ++i)
        QVERIFY(!desk.engine.addTemplate(text("rest"), sleeping.arg(i), text("author(1)")));
    const auto read = [&desk](const char *version) {
        return desk.told(text("GetTemplate"), {{text("TemplateName"), text("rest")},
                                               {text("TemplateVersion"), text(version)}});
    };
    QCOMPARE(read("")[u"Content"].toString(), sleeping.arg(2));
    QCOMPARE(read("v1")[u"Content"].toString(), sleeping.arg(1));
    QCOMPARE(read("v1")[u"Template"][u"TemplateVersion"].toString(), text("v1"));
    QCOMPARE(desk.ask(text("GetTemplate"),
                      {{text("TemplateName"), text("rest")}, {text("TemplateVersion"), text("v3")}})
                 .code,
             text("EntityNotExists.Template"));
}

void TestTemplates::namesOfTheService_arePublic()
{
    ServiceDesk desk;
    QVERIFY(!desk.engine.addTemplate(text("ACS-Sleep-Once"), sleeping.arg(1), text("ACS")));
    const auto listed = [&desk](const char *shareType) {
        return desk.told(text("ListTemplates"),
                         {{text("ShareType"), text(shareType)}})[u"Templates"];
    };
    QCOMPARE(listed("Public").size(), 1);
    const Json row = listed("Public").at(0);
    QCOMPARE(row[u"TemplateName"].toString(), text("ACS-Sleep-Once"));
    QCOMPARE(row[u"CreatedBy"].toString(), text("ACS"));
    // 1 to 10 for public ones, whose runs are not counted; the other way round for own ones.
    const qint64 popularity = row[u"Popularity"].toInteger().value_or(0);
    QVERIFY(popularity >= 1 && popularity <= 10);
    QCOMPARE(row[u"TotalExecutionCount"].toInteger().value_or(0), qint64(-1));
    QCOMPARE(listed("Private").size(), 1);
    QCOMPARE(listed("Private").at(0)[u"Popularity"].toInteger().value_or(0), qint64(-1));
    QCOMPARE(listed("Private").at(0)[u"TotalExecutionCount"].toInteger().value_or(-1), qint64(0));
}

void TestTemplates::triggers_haveTheirCategory()
{
    ServiceDesk desk;
    QVERIFY(!desk.engine.addTemplate(text("nightly"), text(R"(FormatVersion: OOS-2019-06-01
Tasks:
  - Name: night
    Action: ACS::TimerTrigger
    Properties: {Type: cron, Expression: 0 0 2 ? * *, EndDate: '2099-12-31T00:00:00Z'}
  - {Name: rest, Action: ACS::Sleep, Properties: {Duration: PT1S}}
)"),
                                     text("author(1)")));
    const Json own = desk.told(text("GetTemplate"), {{text("TemplateName"), text("nightly")}});
    QVERIFY(own[u"Template"][u"HasTrigger"].toBool());
    QCOMPARE(own[u"Template"][u"Category"].toString(), text("TimerTrigger"));
    const Json listed = desk.told(text("ListTemplates"), {{text("HasTrigger"), text("true")}});
    QCOMPARE(listed[u"Templates"].size(), 1);
    const Json others = desk.told(text("ListTemplates"), {{text("Category"), text("Other")}});
    QCOMPARE(others[u"Templates"].size(), 1);
    QVERIFY(!others[u"Templates"].at(0)[u"HasTrigger"].toBool());
}

void TestTemplates::validContent_isDescribed()
{
    ServiceDesk desk;
    const Json reply =
        desk.told(text("ValidateTemplateContent"), {{text("Content"), sleeping.arg(1)}});
    const auto inner = [](const Json &written) {
        return Json::parse(written.toString().toUtf8()).json.value_or(Json());
    };
    QCOMPARE(inner(reply[u"Parameters"])[u"seconds"][u"Type"].toString(), text("Number"));
    QCOMPARE(inner(reply[u"Outputs"])[u"slept"][u"Value"].toString(), text("{{ seconds }}"));
    QCOMPARE(reply[u"RamRole"].toString(), text("{{ seconds }}"));
    QCOMPARE(reply[u"Tasks"].size(), 1);
    const Json task = reply[u"Tasks"].at(0);
    QCOMPARE(task[u"Name"].toString(), text("rest"));
    QCOMPARE(task[u"Type"].toString(), text("ACS::Sleep"));
    QCOMPARE(inner(task[u"Properties"])[u"Duration"].toString(), text("PT{{ seconds }}S"));
    QCOMPARE(inner(task[u"Description"])[u"zh-cn"].toString(), text("休息"));
    QCOMPARE(task[u"Outputs"].toString(), text("{}"));
    QVERIFY(desk.engine.executions().empty());
}

void TestTemplates::wrongContent_isRefusedWithItsLine_data()
{
    QTest::addColumn<QString>("content");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *content, const char *words) {
        QTest::newRow(name) << text(content) << text(words);
    };
    const char *head = "FormatVersion: OOS-2019-06-01\n";
    const QByteArray jump = QByteArray(head) +
                            "Tasks:\n  - Name: a\n    Action: ACS::Sleep\n    OnError: nowhere\n"
                            "    Properties: {Duration: PT1S}\n";
    row("a jump", jump.constData(), "line 3: the task a goes on to nowhere");
    const QByteArray twice = QByteArray(head) + "Tasks: []\nTasks: []\n";
    row("twice", twice.constData(), "line 3: the name \"Tasks\" is used twice");
    row("no task", head, "Tasks must be a list");
}

void TestTemplates::wrongContent_isRefusedWithItsLine()
{
    QFETCH(QString, content);
    QFETCH(QString, words);
    ServiceDesk desk;
    const Answer answer = desk.ask(text("ValidateTemplateContent"), {{text("Content"), content}});
    QCOMPARE(answer.status, 400);
    const Json body = Json::parse(answer.body).json.value_or(Json());
    QVERIFY2(body[u"Message"].toString().contains(words), answer.body.constData());
    QCOMPARE(desk.ask(text("ValidateTemplateContent")).code, text("MissingParameter"));
    QCOMPARE(desk.ask(text("ValidateTemplateContent"), {{text("TemplateURL"), text("https://x/y")}})
                 .code,
             text("UnsupportedOperation"));
}

QTEST_GUILESS_MAIN(TestTemplates)
#include "tst_templates.moc"
