// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/templates/secretvalues.h"
#include "app/viewmodels/parameterfieldmodel.h"
#include "app/viewmodels/parametersviewmodel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace countersign;
using Entry = ParameterField::Entry;
using Source = ParameterField::Source;

namespace {

const QString canary = QStringLiteral("canary-of-the-run");

const QString imageTemplate = QStringLiteral(R"(FormatVersion: OOS-2019-06-01
Parameters:
  regionId:
    Type: String
    Default: '{{ ACS::RegionId }}'
  instanceId:
    Type: String
    Label: {en: Machine, zh-cn: 实例}
    Description: {en: Which machine, zh-cn: 哪台机器}
    AllowedPattern: i-[a-z0-9]+
    ConstraintDescription: {en: An id of ECS}
    AssociationProperty: ALIYUN::ECS::Instance::InstanceId
  timeout:
    Type: Number
    Default: 600
    MinValue: 60
    MaxValue: 3600
  dryRun:
    Type: Boolean
    Default: false
  size:
    Type: String
    AllowedValues: [small, large, 10]
    Default: small
  zones:
    Type: List
    Default: []
  tags:
    Type: Json
    Default: {a: 1}
  password:
    Type: String
    NoEcho: true
    MinLength: 8
Metadata:
  ALIYUN::OOS::Interface:
    ParameterGroups:
      - Label: {en: First, zh-cn: 首先}
        Parameters: [timeout, nowhere]
Tasks:
  - Name: waitReady
    Action: ACS::WaitFor
    Properties:
      Service: ECS
      Count: 3
      Enabled: true
      InstanceId: '{{ instanceId }}'
      Image: 'from {{ instanceId }} and {{ password }}'
      Parameters:
        Status: Running
      LoginSecret: hidden
)");

TemplateOutline outlineOfText(const QString &text)
{
    const TemplateReading reading = readTemplateTree(text);
    if (!reading.tree)
        qFatal("line %d: %s", reading.problem.line, qPrintable(reading.problem.reason));
    return outlineOf(*reading.tree);
}

EmbeddedJson embedded(const QByteArray &text)
{
    return {*Json::parse(text).json, {}};
}

Execution run()
{
    Execution run;
    run.parameters =
        embedded("{\"regionId\":\"cn-hangzhou\",\"instanceId\":\"i-bp1\",\"tags\": {\"b\" : 1.50},"
                 "\"password\":\"" +
                 canary.toUtf8() + "\"}");
    return run;
}

std::vector<TaskExecution> rows()
{
    TaskExecution first;
    first.taskName = QStringLiteral("runInstance");
    first.outputs = embedded("{\"instanceId\":\"i-bp1000000000000a09\",\"list\":[1, 2.0],"
                             "\"adminToken\":\"tok-canary\",\"login\":\"with " +
                             canary.toUtf8() + "\"}");
    TaskExecution second;
    second.taskName = QStringLiteral("waitReady");
    second.properties = embedded("{\"InstanceId\":\"i-bp9\",\"Extra\":\"x\"}");
    return {first, second};
}

ParameterBasis taskBasis()
{
    return basisForTask(outlineOfText(imageTemplate), run(), rows(), QStringLiteral("waitReady"),
                        QStringLiteral("en_GB"));
}

const ParameterField &field(const ParametersViewModel &model, const QString &name)
{
    static const ParameterField none;
    const int row = model.fields()->rowOf(name);
    return row < 0 ? none : model.fields()->field(row);
}

QString everything(const ParametersViewModel &model)
{
    QStringList texts = {model.shownText(), model.draftText(), model.summary(), model.heading()};
    for (const ParameterProblem &problem : model.problems())
        texts += problem.words;
    for (const ParameterOffer &offer : model.offers())
        texts += offer.label + offer.text;
    const ParameterFieldModel &fields = *model.fields();
    for (int row = 0; row < fields.rowCount(); ++row) {
        texts += fields.field(row).value + fields.field(row).usual + fields.field(row).hint;
        for (int column = 0; column < fields.columnCount(); ++column) {
            for (const int role : {int(Qt::DisplayRole), int(Qt::AccessibleTextRole),
                                   int(Qt::ToolTipRole), int(ParameterFieldModel::ProblemRole)})
                texts += fields.index(row, column).data(role).toString();
        }
    }
    return texts.join(u'\n');
}

} // namespace

class TestParametersViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsWithNothingAdded();
    void rowsSayWhatWouldBeUsed();
    void rowsAreInGroups();
    void languageOfThePerson();
    void onlyTheEditedMemberChanges();
    void entriesBecomeJson_data();
    void entriesBecomeJson();
    void choicesAreSentAsDeclared();
    void takenBack_isGreyAgain();
    void violations_areNamedAndBlock();
    void constraintDescription_isSaid();
    void propertiesOfTheTask();
    void membersThatNothingDeclares();
    void brokenText_keepsTheForm();
    void secrets_areNeverShownOrSentBack();
    void secrets_areSentWhenTyped();
    void secrets_typedIntoTheTextAreHidden();
    void drafts_comeBackWithoutSecrets();
    void usualValue_isTheStart();
    void offers_areOutputsAndNames();
    void newRun_beginsWithTheRunsParameters();
    void newRun_needsWhatIsRequired();
    void withoutATemplate_everythingMayBeSent();
    void large_isRefused();
    void thousandsOfMembers_areBounded();
    void modelIsUpdatedWithoutReset();
};

void TestParametersViewModel::beginsWithNothingAdded()
{
    const ParametersViewModel model(taskBasis());
    QCOMPARE(model.text(), QStringLiteral("{}"));
    QVERIFY(model.isSendable());
    QVERIFY(!model.isChanged());
    QVERIFY(model.draftText().isEmpty());
    QVERIFY(model.problems().empty());
    QCOMPARE(model.heading(), QStringLiteral("Parameters for waitReady"));
}

void TestParametersViewModel::rowsSayWhatWouldBeUsed()
{
    const ParametersViewModel model(taskBasis());
    QCOMPARE(field(model, QStringLiteral("regionId")).usualText(),
             QStringLiteral("cn-hangzhou (from the run)"));
    QCOMPARE(field(model, QStringLiteral("timeout")).usualText(), QStringLiteral("600 (default)"));
    QCOMPARE(field(model, QStringLiteral("timeout")).hint, QStringLiteral("Number, 60 to 3600"));
    QCOMPARE(field(model, QStringLiteral("tags")).usual, QStringLiteral("{\"b\":1.50}"));
    QCOMPARE(field(model, QStringLiteral("password")).usualText(),
             QStringLiteral("•••••••• (kept, not shown)"));
    QVERIFY(field(model, QStringLiteral("instanceId"))
                .hint.contains(QStringLiteral("ALIYUN::ECS::Instance::InstanceId")));
    QVERIFY(field(model, QStringLiteral("size")).entry == Entry::Choice);
    QVERIFY(field(model, QStringLiteral("dryRun")).entry == Entry::Truth);
    QVERIFY(field(model, QStringLiteral("zones")).entry == Entry::Block);
    QVERIFY(field(model, QStringLiteral("password")).entry == Entry::Secret);
    QVERIFY(!field(model, QStringLiteral("size")).isGiven);
}

void TestParametersViewModel::rowsAreInGroups()
{
    const ParametersViewModel model(taskBasis());
    QCOMPARE(model.fields()->field(0).name, QStringLiteral("timeout"));
    QCOMPARE(model.fields()->field(0).heading, QStringLiteral("First"));
    QCOMPARE(model.fields()->field(1).name, QStringLiteral("regionId"));
    QVERIFY(model.fields()->field(8).source == Source::Task);
}

void TestParametersViewModel::languageOfThePerson()
{
    ParameterBasis basis = taskBasis();
    basis.locale = QStringLiteral("zh_CN");
    const ParametersViewModel model(basis);
    const ParameterField &machine = field(model, QStringLiteral("instanceId"));
    QCOMPARE(machine.label, QStringLiteral("实例"));
    QCOMPARE(machine.description, QStringLiteral("哪台机器"));
    QVERIFY(machine.hint.startsWith(QStringLiteral("instanceId")));
    QCOMPARE(model.fields()->field(0).heading, QStringLiteral("首先"));
}

void TestParametersViewModel::onlyTheEditedMemberChanges()
{
    ParametersViewModel model(taskBasis());
    const QSignalSpy changed(&model, &ParametersViewModel::changed);
    model.setShownText(QStringLiteral("{ \"tags\" :{\"n\":1.0e+2 , \"u\":\"\\u0041\"},\n\t"
                                      "\"timeout\":60 }"));
    model.enter(QStringLiteral("timeout"), QStringLiteral("61"));
    QCOMPARE(model.text(), QStringLiteral("{ \"tags\" :{\"n\":1.0e+2 , \"u\":\"\\u0041\"},\n\t"
                                          "\"timeout\":61 }"));
    QCOMPARE(changed.count(), 2);
    QVERIFY(field(model, QStringLiteral("timeout")).isEdited);
    QCOMPARE(field(model, QStringLiteral("timeout")).value, QStringLiteral("61"));
    // What was "used" before is still said.
    QCOMPARE(field(model, QStringLiteral("timeout")).usualText(), QStringLiteral("600 (default)"));
}

void TestParametersViewModel::entriesBecomeJson_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("json"); // empty: the member is taken back
    const auto row = [](const char *name, const char *typed, const char *json) {
        QTest::addRow("%s: %s", name, typed)
            << QString::fromUtf8(name) << QString::fromUtf8(typed) << QString::fromUtf8(json);
    };
    row("regionId", "10", "\"10\"");
    row("regionId", "", "\"\"");
    row("regionId", "a\"b\n", "\"a\\\"b\\n\"");
    row("timeout", " 600.0 ", "600.0");
    row("timeout", "12345678901234567890", "12345678901234567890");
    row("timeout", "007", "\"007\"");
    row("timeout", "", "");
    row("dryRun", "true", "true");
    row("dryRun", "", "");
    row("zones", "[\"a\",  1.0]", "[\"a\",  1.0]");
    row("zones", "cn-a", "\"cn-a\"");
    row("zones", "[1,", "\"[1,\"");
    row("tags", " {\"a\" : 1}\n", "{\"a\" : 1}");
    row("Count", "4", "4");
    row("Service", "10", "\"10\"");
    row("InstanceId", "i-1", "\"i-1\"");
    row("InstanceId", "[1]", "[1]");
    row("InstanceId", "\"[1]\"", "\"[1]\"");
}

void TestParametersViewModel::entriesBecomeJson()
{
    QFETCH(const QString, name);
    QFETCH(const QString, typed);
    QFETCH(const QString, json);
    ParametersViewModel model(taskBasis());
    model.enter(name, QStringLiteral("x"));
    model.enter(name, typed);
    const Json object = *Json::parse(model.text().toUtf8()).json;
    if (json.isEmpty()) {
        QVERIFY(!object.find(name));
        return;
    }
    QCOMPARE(QString::fromUtf8(object[name].source()), json);
    // What the field shows stands for the same value.
    const QString shown = field(model, name).value;
    model.enter(name, shown);
    QCOMPARE(QString::fromUtf8((*Json::parse(model.text().toUtf8()).json)[name].source()), json);
}

void TestParametersViewModel::choicesAreSentAsDeclared()
{
    ParametersViewModel model(taskBasis());
    QCOMPARE(field(model, QStringLiteral("size")).choices.join(u' '),
             QStringLiteral("small large 10"));
    model.choose(QStringLiteral("size"), 2);
    QCOMPARE(model.text(), QStringLiteral("{\n  \"size\": 10\n}"));
    QCOMPARE(field(model, QStringLiteral("size")).choice, 2);
    model.choose(QStringLiteral("size"), -1);
    QCOMPARE(model.text(), QStringLiteral("{}"));
    QCOMPARE(field(model, QStringLiteral("size")).choice, -1);
}

void TestParametersViewModel::takenBack_isGreyAgain()
{
    ParametersViewModel model(taskBasis());
    model.enter(QStringLiteral("instanceId"), QStringLiteral("i-2"));
    model.enter(QStringLiteral("timeout"), QStringLiteral("70"));
    model.takeBack(QStringLiteral("instanceId"));
    QCOMPARE(model.text(), QStringLiteral("{\n  \"timeout\": 70\n}"));
    QVERIFY(!field(model, QStringLiteral("instanceId")).isEdited);
    QVERIFY(field(model, QStringLiteral("instanceId")).value.isEmpty());
    model.takeBack(QStringLiteral("timeout"));
    QCOMPARE(model.text(), QStringLiteral("{}"));
    QVERIFY(!model.isChanged());
}

void TestParametersViewModel::violations_areNamedAndBlock()
{
    ParametersViewModel model(taskBasis());
    model.setShownText(QStringLiteral("{\n  \"timeout\": 59,\n  \"dryRun\": \"perhaps\"\n}"));
    QVERIFY(!model.isSendable());
    QCOMPARE(model.problems().size(), std::size_t(2));
    QCOMPARE(model.problems()[0].words,
             QStringLiteral("Line 2, column 14: timeout is less than 60."));
    QCOMPARE(model.summary(), model.problems()[0].words);
    QCOMPARE(field(model, QStringLiteral("timeout")).problem,
             QStringLiteral("timeout is less than 60."));
    QCOMPARE(field(model, QStringLiteral("dryRun")).problem,
             QStringLiteral("dryRun is not of the type Boolean."));
    QVERIFY(field(model, QStringLiteral("dryRun")).isBlocking);
    model.takeBack(QStringLiteral("timeout"));
    model.takeBack(QStringLiteral("dryRun"));
    QVERIFY(model.isSendable());
    QVERIFY(field(model, QStringLiteral("timeout")).problem.isEmpty());
}

void TestParametersViewModel::constraintDescription_isSaid()
{
    ParametersViewModel model(taskBasis());
    model.enter(QStringLiteral("instanceId"), QStringLiteral("vm-1"));
    QVERIFY(field(model, QStringLiteral("instanceId"))
                .problem.contains(QStringLiteral("An id of ECS")));
    QVERIFY(
        field(model, QStringLiteral("instanceId")).problem.contains(QStringLiteral("i-[a-z0-9]+")));
}

void TestParametersViewModel::propertiesOfTheTask()
{
    ParametersViewModel model(taskBasis());
    const ParameterField &id = field(model, QStringLiteral("InstanceId"));
    QVERIFY(id.source == Source::Task);
    QCOMPARE(id.heading, QStringLiteral("Properties of the task waitReady"));
    // It has run: what it ran with says more than the template.
    QCOMPARE(id.usualText(), QStringLiteral("i-bp9 (when the task ran last)"));
    QCOMPARE(field(model, QStringLiteral("Extra")).usual, QStringLiteral("x"));
    QCOMPARE(field(model, QStringLiteral("Service")).usualText(),
             QStringLiteral("ECS (from the template)"));
    QCOMPARE(field(model, QStringLiteral("Image")).usualText(),
             QStringLiteral("from i-bp1 and {{ password }} (from the template, with the run's "
                            "parameters)"));
    QVERIFY(field(model, QStringLiteral("Parameters")).entry == Entry::Block);
    QVERIFY(field(model, QStringLiteral("Enabled")).entry == Entry::Truth);
    QVERIFY(field(model, QStringLiteral("LoginSecret")).entry == Entry::Secret);
    QVERIFY(field(model, QStringLiteral("LoginSecret")).usual == hiddenValue());
    model.enter(QStringLiteral("Service"), QStringLiteral("RDS"));
    QVERIFY(model.problems().empty());
}

void TestParametersViewModel::membersThatNothingDeclares()
{
    ParametersViewModel model(taskBasis());
    model.setShownText(QStringLiteral("{\"Timeout\": 5, \"\": [1 ,2]}"));
    QVERIFY(model.isSendable());
    QCOMPARE(model.problems().size(), std::size_t(2));
    QVERIFY(!model.problems()[0].isBlocking);
    QVERIFY(model.problems()[0].words.contains(QStringLiteral("but timeout")));
    QVERIFY(field(model, QStringLiteral("Timeout")).source == Source::Text);
    QVERIFY(field(model, QStringLiteral("Timeout")).isEdited);
    model.enter(QStringLiteral("Timeout"), QStringLiteral("6"));
    QCOMPARE(model.text(), QStringLiteral("{\"Timeout\": 6, \"\": [1 ,2]}"));
    model.takeBack(QStringLiteral("Timeout"));
    QCOMPARE(model.fields()->rowOf(QStringLiteral("Timeout")), -1);
    QCOMPARE(model.text(), QStringLiteral("{\"\": [1 ,2]}"));
}

void TestParametersViewModel::brokenText_keepsTheForm()
{
    ParametersViewModel model(taskBasis());
    model.setShownText(QStringLiteral("{\"timeout\": 70, \"other\": 1}"));
    const int rowCount = model.fields()->rowCount();
    const QString broken = QStringLiteral("{\"timeout\": 70,");
    model.setShownText(broken);
    QVERIFY(!model.isReadable());
    QVERIFY(!model.isSendable());
    QCOMPARE(model.problems().size(), std::size_t(1));
    QCOMPARE(model.problems()[0].line, 1);
    QCOMPARE(model.problems()[0].column, 16);
    // The form shows the last text that could be read.
    QCOMPARE(model.fields()->rowCount(), rowCount);
    QCOMPARE(field(model, QStringLiteral("timeout")).value, QStringLiteral("70"));
    // The form has nothing to write into.
    model.enter(QStringLiteral("timeout"), QStringLiteral("80"));
    model.takeBack(QStringLiteral("timeout"));
    QCOMPARE(model.text(), broken);
    for (const char *text : {"[]", "null", "", "{\"a\":1,\"a\":2}"}) {
        model.setShownText(QString::fromLatin1(text));
        QVERIFY2(!model.isSendable(), text);
        QVERIFY2(!model.summary().isEmpty(), text);
    }
}

void TestParametersViewModel::secrets_areNeverShownOrSentBack()
{
    ParametersViewModel model(taskBasis());
    QVERIFY(!everything(model).contains(canary));
    QVERIFY(!everything(model).contains(QStringLiteral("tok-canary")));
    for (const QString &name : {QStringLiteral("password"), QStringLiteral("LoginSecret")}) {
        model.startFromUsual(name);
        QCOMPARE(model.text(), QStringLiteral("{}"));
    }
    // What stands for a value is not a value.
    model.setShownText(QStringLiteral("{\"password\":\"") + hiddenValue() + QStringLiteral("\"}"));
    QVERIFY(!model.isSendable());
    model.setShownText(QStringLiteral("{\"password\":\"******\"}"));
    QVERIFY(!model.isSendable());
}

void TestParametersViewModel::secrets_areSentWhenTyped()
{
    ParametersViewModel model(taskBasis());
    const QString typed = QStringLiteral("typed \"canary\" 1");
    model.enter(QStringLiteral("timeout"), QStringLiteral("60"));
    model.enter(QStringLiteral("password"), typed);
    QVERIFY(model.isSendable());
    QCOMPARE((*Json::parse(model.text().toUtf8()).json)[u"password"].toString(), typed);
    QVERIFY(!everything(model).contains(QStringLiteral("canary")));
    QVERIFY(field(model, QStringLiteral("password")).isGiven);
    QVERIFY(field(model, QStringLiteral("password")).value.isEmpty());
    // Work in the text around it does not lose it.
    model.setShownText(model.shownText() + u'\n');
    QVERIFY(model.text().contains(QStringLiteral("canary")));
    model.setShownText(QStringLiteral("{\"password\": \"••••••••\","));
    QVERIFY(!model.isSendable());
    model.setShownText(QStringLiteral("{\"password\": \"••••••••\"}"));
    QVERIFY(model.text().contains(QStringLiteral("canary")));
    // Rules count for what was typed, not for the bullets.
    model.enter(QStringLiteral("password"), QStringLiteral("short"));
    QVERIFY(!model.isSendable());
    model.enter(QStringLiteral("password"), {});
    QCOMPARE(model.text(), QStringLiteral("{}"));
}

void TestParametersViewModel::secrets_typedIntoTheTextAreHidden()
{
    ParametersViewModel model(taskBasis());
    model.setShownText(QStringLiteral("{ \"password\" : \"typed-canary\" , \"timeout\":60}"));
    QVERIFY(!model.draftText().contains(QStringLiteral("canary")));
    model.hideSecrets();
    QCOMPARE(model.shownText(), QStringLiteral("{ \"password\" : \"••••••••\" , \"timeout\":60}"));
    QCOMPARE(model.text(), QStringLiteral("{ \"password\" : \"typed-canary\" , \"timeout\":60}"));
    QVERIFY(model.isSendable());
}

void TestParametersViewModel::drafts_comeBackWithoutSecrets()
{
    ParameterBasis basis = taskBasis();
    {
        ParametersViewModel model(basis);
        model.enter(QStringLiteral("timeout"), QStringLiteral("61"));
        model.enter(QStringLiteral("password"), QStringLiteral("typed-canary"));
        basis.draft = model.draftText();
    }
    QVERIFY(!basis.draft.contains(QStringLiteral("canary")));
    ParametersViewModel model(basis);
    QCOMPARE(field(model, QStringLiteral("timeout")).value, QStringLiteral("61"));
    // The person is told that the secret has to be typed again.
    QVERIFY(!model.isSendable());
    QVERIFY(model.problems()[0].words.contains(QStringLiteral("password")));
    model.takeBack(QStringLiteral("password"));
    QVERIFY(model.isSendable());
    basis.draft = QStringLiteral("{\"timeout\": 6");
    QCOMPARE(ParametersViewModel(basis).shownText(), QStringLiteral("{\"timeout\": 6"));
}

void TestParametersViewModel::usualValue_isTheStart()
{
    ParametersViewModel model(taskBasis());
    QVERIFY(field(model, QStringLiteral("tags")).canStartFromUsual);
    QVERIFY(!field(model, QStringLiteral("password")).canStartFromUsual);
    model.startFromUsual(QStringLiteral("tags"));
    QCOMPARE(model.text(), QStringLiteral("{\n  \"tags\": {\"b\" : 1.50}\n}"));
}

void TestParametersViewModel::offers_areOutputsAndNames()
{
    ParametersViewModel model(taskBasis());
    const auto offers = model.offers();
    QVERIFY(offers[0] == (ParameterOffer{QStringLiteral("runInstance.instanceId"),
                                         QStringLiteral("\"i-bp1000000000000a09\""),
                                         QStringLiteral("i-bp1000000000000a09")}));
    QVERIFY(offers[1] == (ParameterOffer{QStringLiteral("runInstance.list"),
                                         QStringLiteral("[1, 2.0]"), QStringLiteral("[1,2.0]")}));
    const ParameterOffer timeout{QStringLiteral("timeout"), QStringLiteral("\"timeout\": "), {}};
    QVERIFY(std::find(offers.begin(), offers.end(), timeout) != offers.end());
    model.enter(QStringLiteral("timeout"), QStringLiteral("60"));
    const auto fewer = model.offers();
    QVERIFY(std::find(fewer.begin(), fewer.end(), timeout) == fewer.end());
}

void TestParametersViewModel::newRun_beginsWithTheRunsParameters()
{
    ParametersViewModel model(
        basisForNewRun(outlineOfText(imageTemplate), run(), QStringLiteral("en")));
    const Json object = *Json::parse(model.text().toUtf8()).json;
    QCOMPARE(object.size(), 3);
    QCOMPARE(object[u"tags"][u"b"].numberText(), QByteArray("1.50"));
    QVERIFY(!object.find(u"password"));
    QVERIFY(!model.isChanged());
    QVERIFY(!field(model, QStringLiteral("regionId")).isEdited);
    model.enter(QStringLiteral("regionId"), QStringLiteral("cn-beijing"));
    QVERIFY(field(model, QStringLiteral("regionId")).isEdited);
    model.takeBack(QStringLiteral("regionId"));
    QVERIFY(!model.isChanged());
    QCOMPARE(model.fields()->rowOf(QStringLiteral("InstanceId")), -1);
}

void TestParametersViewModel::newRun_needsWhatIsRequired()
{
    ParametersViewModel model(
        basisForNewRun(outlineOfText(imageTemplate), run(), QStringLiteral("en")));
    QVERIFY(!model.isSendable());
    QCOMPARE(model.summary(), QStringLiteral("password is required."));
    model.enter(QStringLiteral("password"), QStringLiteral("12345678"));
    QVERIFY(model.isSendable());
    model.setShownText(QStringLiteral("{}"));
    QCOMPARE(model.problems().size(), std::size_t(2));
}

void TestParametersViewModel::withoutATemplate_everythingMayBeSent()
{
    ParametersViewModel model(ParameterBasis{});
    QCOMPARE(model.fields()->rowCount(), 0);
    model.setShownText(QStringLiteral("{\"any\": {\"thing\": 1}}"));
    QVERIFY(model.isSendable());
    QVERIFY(model.problems().empty());
    QCOMPARE(model.fields()->rowCount(), 1);
}

void TestParametersViewModel::large_isRefused()
{
    ParametersViewModel model(taskBasis());
    model.enter(QStringLiteral("regionId"), QString(70'000, QLatin1Char('x')));
    QVERIFY(!model.isSendable());
    QVERIFY(model.summary().contains(QStringLiteral("64 KiB")));
    model.takeBack(QStringLiteral("regionId"));
    // A secret counts with what is sent, not with what is shown.
    model.enter(QStringLiteral("password"), QString(70'000, QLatin1Char('x')));
    QVERIFY(!model.isSendable());
}

void TestParametersViewModel::thousandsOfMembers_areBounded()
{
    ParametersViewModel model(taskBasis());
    QString text;
    for (int i = 0; i < 5'000; ++i)
        text += QStringLiteral("%1\"m%2\":1").arg(i > 0 ? u"," : u"{").arg(i);
    const int before = model.fields()->rowCount();
    QElapsedTimer clock;
    clock.start();
    model.setShownText(QString(text + u'}'));
    QVERIFY2(clock.elapsed() < 500, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(model.isSendable());
    QVERIFY(model.fields()->rowCount() <= before + 50);
    QVERIFY(model.fields()->field(before).heading.contains(QStringLiteral("4950")));
}

void TestParametersViewModel::modelIsUpdatedWithoutReset()
{
    ParametersViewModel model(taskBasis());
    const QAbstractItemModelTester tester(model.fields());
    const QSignalSpy reset(model.fields(), &QAbstractItemModel::modelReset);
    const QSignalSpy dataChanged(model.fields(), &QAbstractItemModel::dataChanged);
    model.enter(QStringLiteral("timeout"), QStringLiteral("61"));
    QCOMPARE(dataChanged.count(), 1);
    QCOMPARE(dataChanged[0][0].toModelIndex().row(), 0);
    model.setShownText(QStringLiteral("{\"x\":1,\"y\":2}"));
    model.setShownText(QStringLiteral("{\"y\":2,\"x\":1}"));
    model.setShownText(QStringLiteral("{"));
    QCOMPARE(reset.count(), 0);
    QCOMPARE(model.fields()->columnCount(), 3);
    QCOMPARE(model.fields()->index(0, 1).data().toString(), QStringLiteral("600"));
}

QTEST_GUILESS_MAIN(TestParametersViewModel)
#include "tst_parametersviewmodel.moc"
