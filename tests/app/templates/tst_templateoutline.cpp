// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/templates/templateoutline.h"

#include <QRegularExpression>
#include <QTest>

using namespace countersign;

namespace {

TemplateOutline outlineOfText(const QString &text)
{
    const TemplateReading reading = readTemplateTree(text);
    if (!reading.tree)
        qCritical("line %d: %s", reading.problem.line, qPrintable(reading.problem.reason));
    return outlineOf(reading.tree.value_or(TemplateTree()));
}

const QString resizeTemplate = QStringLiteral(R"(FormatVersion: OOS-2019-06-01
Description:
  en: Resizes instances one by one
  zh-cn: 逐台变更实例规格
  name-en: Resize
  name-zh-cn: 变更规格
  categories:
    - instance_manage
RamRole: '{{ OOSAssumeRole }}'
Parameters:
  instanceIds:
    Type: List
    Label:
      en: Instances
      zh-cn: 实例
    Description: which machines
    AssociationProperty: ALIYUN::ECS::Instance::InstanceId
  size:
    Type: String
    Default: ecs.g7.large
    AllowedValues:
      - ecs.g7.large
      - 12
    AllowedPattern: ^ecs\..*$
  pin:
    NoEcho: true
  login:
    AssociationProperty: ALIYUN::ECS::Instance::Password
  adminToken:
    Type: String
  rate:
    Type: Json
    Default: {Mode: Batch, BatchPauseOption: FirstBatchPause}
Tasks:
  - Name: stop
    Action: ACS::ECS::StopInstance
    Description:
      en: Stops one
      zh-cn: 停止
    When:
      Fn::Equals: [1, 1.0]
    OnError: ACS::NEXT
    OnSuccess: resize
    Properties:
      instanceId: '{{ ACS::TaskLoopItem }}'
    Loop:
      Items: '{{ instanceIds }}'
      BatchPauseOption: EveryBatchPause
  - not a map
  - Name: resize
    Action: ACS::ExecuteAPI
    Properties:
      Service: ECS
      API: ModifyInstanceSpec
    Loop:
      RateControl:
        Mode: Batch
        BatchPauseOption: FirstBatchPause
  - Name: start
    Action: ACS::ECS::StartInstance
    Loop:
      RateControl: '{{ rate }}'
  - Name: many
    Action: ACS::Loop
    Properties:
      LoopRateControl: {BatchPauseOption: Automatic}
)");

} // namespace

class tst_TemplateOutline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void outlineOf_head();
    void outlineOf_parameters();
    void outlineOf_maskedParameters();
    void outlineOf_tasks();
    void outlineOf_batchPauseInAllPlaces();
    void outlineOf_oddShapes_areLeftOut_data();
    void outlineOf_oddShapes_areLeftOut();
    void task_exactThenLoose();
    void forLocale_data();
    void forLocale();
    void fromServiceText_data();
    void fromServiceText();
    void tasksWithBatchPause_resolvesReferences();
};

void tst_TemplateOutline::outlineOf_head()
{
    const TemplateOutline outline = outlineOfText(resizeTemplate);
    QCOMPARE(outline.formatVersion, QStringLiteral("OOS-2019-06-01"));
    QCOMPARE(outline.ramRole, QStringLiteral("{{ OOSAssumeRole }}"));
    QCOMPARE(outline.description.byLanguage.size(), size_t(2));
    QCOMPARE(outline.description.forLocale(QStringLiteral("zh_CN")),
             QStringLiteral("逐台变更实例规格"));
    QCOMPARE(outline.description.forLocale(QStringLiteral("de_DE")),
             QStringLiteral("Resizes instances one by one"));
    QCOMPARE(outline.displayName.byLanguage.size(), size_t(2));
    QCOMPARE(outline.displayName.forLocale(QStringLiteral("zh_CN")), QStringLiteral("变更规格"));
    QCOMPARE(outline.displayName.forLocale(QStringLiteral("en_US")), QStringLiteral("Resize"));
}

void tst_TemplateOutline::outlineOf_parameters()
{
    const TemplateOutline outline = outlineOfText(resizeTemplate);
    QCOMPARE(outline.parameters.size(), size_t(6));
    const ParameterDeclaration &ids = outline.parameters[0];
    QCOMPARE(ids.name, QStringLiteral("instanceIds"));
    QCOMPARE(ids.line, 11);
    QCOMPARE(ids.type, QStringLiteral("List"));
    QCOMPARE(ids.label.forLocale(QStringLiteral("zh_CN")), QStringLiteral("实例"));
    QCOMPARE(ids.description.forLocale(QStringLiteral("zh_CN")), QStringLiteral("which machines"));
    QCOMPARE(ids.associationProperty, QStringLiteral("ALIYUN::ECS::Instance::InstanceId"));
    QVERIFY(!ids.defaultValue);
    const ParameterDeclaration &size = outline.parameters[1];
    QCOMPARE(size.defaultValue->toString(), QStringLiteral("ecs.g7.large"));
    QCOMPARE(size.allowedValues.size(), size_t(2));
    QCOMPARE(size.allowedValues[1].numberText(), QByteArray("12"));
    QCOMPARE(size.allowedPattern, QStringLiteral("^ecs\\..*$"));
}

void tst_TemplateOutline::outlineOf_maskedParameters()
{
    const TemplateOutline outline = outlineOfText(resizeTemplate);
    QStringList masked;
    for (const ParameterDeclaration &parameter : outline.parameters) {
        if (parameter.isMasked)
            masked << parameter.name;
    }
    QCOMPARE(masked, QStringList({QStringLiteral("pin"), QStringLiteral("login"),
                                  QStringLiteral("adminToken")}));
    QVERIFY(isSecretName(u"DbPASSWORD"));
    QVERIFY(!isSecretName(u"instanceId"));
}

void tst_TemplateOutline::outlineOf_tasks()
{
    const TemplateOutline outline = outlineOfText(resizeTemplate);
    QCOMPARE(outline.tasks.size(), size_t(4));
    const TaskDeclaration &stop = outline.tasks[0];
    QCOMPARE(stop.name, QStringLiteral("stop"));
    QCOMPARE(stop.action, QStringLiteral("ACS::ECS::StopInstance"));
    QCOMPARE(stop.firstLine, 35);
    QCOMPARE(stop.lastLine, 48);
    QCOMPARE(stop.description.forLocale(QStringLiteral("zh_CN")), QStringLiteral("停止"));
    QCOMPARE(stop.when->compact(), QByteArray(R"({"Fn::Equals":[1,1.0]})"));
    QCOMPARE(stop.onError, QStringLiteral("ACS::NEXT"));
    QCOMPARE(stop.onSuccess, QStringLiteral("resize"));
    QVERIFY(stop.hasLoop);
    QCOMPARE((*stop.properties)[u"instanceId"].toString(),
             QStringLiteral("{{ ACS::TaskLoopItem }}"));
    QCOMPARE((*stop.node)[u"Name"].toString(), QStringLiteral("stop"));
    QVERIFY(!outline.tasks[3].hasLoop);
    QVERIFY(!outline.tasks[2].properties);
}

void tst_TemplateOutline::outlineOf_batchPauseInAllPlaces()
{
    const TemplateOutline outline = outlineOfText(resizeTemplate);
    QCOMPARE(outline.tasks[0].batchPauseOption, QStringLiteral("EveryBatchPause"));
    QCOMPARE(outline.tasks[1].batchPauseOption, QStringLiteral("FirstBatchPause"));
    QCOMPARE(outline.tasks[2].batchPauseOption, QString());
    QCOMPARE(outline.tasks[3].batchPauseOption, QStringLiteral("Automatic"));
}

void tst_TemplateOutline::outlineOf_oddShapes_areLeftOut_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"word", "- a\n- b\n", "Tasks: 5\n", "Tasks: {a: 1}\n", "Tasks:\nParameters:\n",
          "Parameters: [1, 2]\n", "Description: [1]\nTasks: [[], {}, null]\n"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void tst_TemplateOutline::outlineOf_oddShapes_areLeftOut()
{
    QFETCH(QString, text);
    const TemplateOutline outline = outlineOfText(text);
    QVERIFY(outline.parameters.empty());
    QVERIFY(outline.description.isEmpty());
    for (const TaskDeclaration &task : outline.tasks)
        QVERIFY(task.name.isEmpty());
}

void tst_TemplateOutline::task_exactThenLoose()
{
    const TemplateOutline outline = outlineOfText(
        QStringLiteral("Tasks:\n- {Name: Stop, Action: a}\n- {Name: stop, Action: b}\n"));
    QCOMPARE(outline.task(QStringLiteral("stop"))->action, QStringLiteral("b"));
    QCOMPARE(outline.task(QStringLiteral("STOP"))->action, QStringLiteral("a"));
    QVERIFY(!outline.task(QStringLiteral("sto")));
}

void tst_TemplateOutline::forLocale_data()
{
    QTest::addColumn<QString>("node");
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("text");

    const QString both = QStringLiteral("{en: E, zh-cn: Z}");
    QTest::newRow("exact") << both << QStringLiteral("zh_CN") << QStringLiteral("Z");
    QTest::newRow("with encoding") << both << QStringLiteral("zh_CN.UTF-8") << QStringLiteral("Z");
    QTest::newRow("same language") << both << QStringLiteral("zh_TW") << QStringLiteral("Z");
    QTest::newRow("region dropped") << both << QStringLiteral("en_GB") << QStringLiteral("E");
    QTest::newRow("other language") << both << QStringLiteral("fr_FR") << QStringLiteral("E");
    QTest::newRow("capitals and underscore")
        << QStringLiteral("{EN: E, zh_CN: Z}") << QStringLiteral("zh_CN") << QStringLiteral("Z");
    QTest::newRow("no English") << QStringLiteral("{ja: J, zh-cn: Z}") << QStringLiteral("fr_FR")
                                << QStringLiteral("J");
    QTest::newRow("plain") << QStringLiteral("just text") << QStringLiteral("zh_CN")
                           << QStringLiteral("just text");
    QTest::newRow("number") << QStringLiteral("12") << QStringLiteral("en_US")
                            << QStringLiteral("12");
    QTest::newRow("nothing") << QStringLiteral("~") << QStringLiteral("en_US") << QString();
    QTest::newRow("null of a language")
        << QStringLiteral("{zh-cn: ~, en: E}") << QStringLiteral("zh_CN") << QStringLiteral("E");
}

void tst_TemplateOutline::forLocale()
{
    QFETCH(QString, node);
    QFETCH(QString, locale);
    QFETCH(QString, text);
    const TemplateReading reading = readTemplateTree(QString(QStringLiteral("v: ") + node));
    QVERIFY(reading.tree);
    QCOMPARE(LocalisedText::from(reading.tree->root.find(u"v")).forLocale(locale), text);
}

void tst_TemplateOutline::fromServiceText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("prefix");
    QTest::addColumn<QString>("chinese");

    const QString json = QStringLiteral(
        R"({"en":"E","zh-cn":"Z","name-en":"NE","name-zh-cn":"NZ","categories":["c"]})");
    QTest::newRow("description") << json << QString() << QStringLiteral("Z");
    QTest::newRow("name") << json << QStringLiteral("name-") << QStringLiteral("NZ");
    QTest::newRow("plain") << QStringLiteral("Restart all") << QString()
                           << QStringLiteral("Restart all");
    QTest::newRow("plain has no name")
        << QStringLiteral("Restart all") << QStringLiteral("name-") << QString();
    QTest::newRow("JSON without languages") << QStringLiteral("{\"a long key\":1}") << QString()
                                            << QStringLiteral("{\"a long key\":1}");
    QTest::newRow("broken JSON") << QStringLiteral("{\"en\":") << QString()
                                 << QStringLiteral("{\"en\":");
    QTest::newRow("empty") << QString() << QString() << QString();
}

void tst_TemplateOutline::fromServiceText()
{
    QFETCH(QString, text);
    QFETCH(QString, prefix);
    QFETCH(QString, chinese);
    QCOMPARE(LocalisedText::fromServiceText(text, prefix).forLocale(QStringLiteral("zh_CN")),
             chinese);
}

void tst_TemplateOutline::tasksWithBatchPause_resolvesReferences()
{
    const TemplateOutline outline = outlineOfText(resizeTemplate);
    const std::vector<QString> all = {QStringLiteral("stop"), QStringLiteral("resize"),
                                      QStringLiteral("start")};
    QCOMPARE(tasksWithBatchPause(outline, Json()), all);
    const Json automatic =
        *Json::parse(QByteArray(R"({"rate":{"Mode":"Concurrency","Concurrency":1}})")).json;
    const std::vector<QString> written = {QStringLiteral("stop"), QStringLiteral("resize")};
    QCOMPARE(tasksWithBatchPause(outline, automatic), written);
    const Json text =
        *Json::parse(QByteArray(R"({"rate":"{\"BatchPauseOption\":\"EveryBatchPause\"}"})")).json;
    QCOMPARE(tasksWithBatchPause(outline, text), all);
}

QTEST_GUILESS_MAIN(tst_TemplateOutline)
#include "tst_templateoutline.moc"
