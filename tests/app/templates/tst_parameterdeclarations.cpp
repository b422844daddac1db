// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/templates/templateoutline.h"

#include <QTest>

using namespace countersign;

namespace {

// One parameter for each key of oos-language.md 3.1.
const QString declaringTemplate = QStringLiteral(R"(FormatVersion: OOS-2019-06-01
Parameters:
  plain: {}
  count:
    Type: Number
    Default: "30"
    MinValue: 60
    MaxValue: "3600.50"
  name:
    Type: String
    Label:
      en: Name of the machine
      zh-cn: 实例名称
    Description:
      zh_CN: 说明
      en: Shown in the console
    ConstraintDescription:
      en: Letters and digits only
    AllowedPattern: ^[a-z]+$
    MinLength: 2
    MaxLength: 64
    Default: ""
  ids:
    Type: List
    AllowedValues: [i-1, i-2]
    AssociationProperty: ALIYUN::ECS::Instance::InstanceId
    AssociationPropertyMetadata:
      RegionId: '${regionId}'
  pin:
    Type: String
    NoEcho: true
  login:
    AssociationProperty: ALIYUN::ECS::Instance::Password
  accessKeySecret:
    Type: String
  odd:
    MinLength: many
    MaxValue: []
    NoEcho: "no"
Metadata:
  ALIYUN::OOS::Interface:
    ParameterGroups:
      - Parameters: [count, name]
        Label:
          default:
            en: The basics
            zh-cn: 基本
      - Parameters: [ids]
        Label: Machines
      - Label: nothing in it
Tasks: []
)");

const TemplateOutline &declaring()
{
    static const TemplateOutline outline = [] {
        const TemplateReading reading = readTemplateTree(declaringTemplate);
        if (!reading.tree)
            qCritical("line %d: %s", reading.problem.line, qPrintable(reading.problem.reason));
        return outlineOf(reading.tree.value_or(TemplateTree()));
    }();
    return outline;
}

const ParameterDeclaration &named(QStringView name)
{
    static const ParameterDeclaration none;
    for (const ParameterDeclaration &parameter : declaring().parameters) {
        if (parameter.name == name)
            return parameter;
    }
    return none;
}

} // namespace

class TestParameterDeclarations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAndOrder();
    void ranges();
    void textsByLanguage();
    void listsAndKinds();
    void secrets();
    void oddDeclarationsAreRead();
    void groups();
};

void TestParameterDeclarations::linesAndOrder()
{
    QStringList names;
    for (const ParameterDeclaration &parameter : declaring().parameters)
        names += parameter.name;
    QCOMPARE(names.join(u' '),
             QStringLiteral("plain count name ids pin login accessKeySecret odd"));
    QCOMPARE(named(u"plain").line, 3);
    QCOMPARE(named(u"count").line, 4);
    QCOMPARE(named(u"name").line, 9);
    QVERIFY(!named(u"plain").defaultValue);
}

void TestParameterDeclarations::ranges()
{
    QCOMPARE(named(u"count").type, QStringLiteral("Number"));
    QCOMPARE(named(u"count").defaultValue->toString(), QStringLiteral("30"));
    QCOMPARE(named(u"count").minValue->numberText(), QByteArray("60"));
    QCOMPARE(named(u"count").maxValue->numberText(), QByteArray("3600.50"));
    QCOMPARE(named(u"name").minLength, std::optional<qint64>(2));
    QCOMPARE(named(u"name").maxLength, std::optional<qint64>(64));
    QVERIFY(!named(u"plain").minLength);
    QVERIFY(!named(u"plain").minValue);
}

void TestParameterDeclarations::textsByLanguage()
{
    const ParameterDeclaration &name = named(u"name");
    QCOMPARE(name.label.forLocale(QStringLiteral("zh_CN")), QStringLiteral("实例名称"));
    QCOMPARE(name.label.forLocale(QStringLiteral("de_DE")), QStringLiteral("Name of the machine"));
    QCOMPARE(name.description.forLocale(QStringLiteral("zh_CN")), QStringLiteral("说明"));
    QCOMPARE(name.constraint.forLocale(QStringLiteral("en_GB")),
             QStringLiteral("Letters and digits only"));
    QCOMPARE(name.defaultValue->toString(), QString());
}

void TestParameterDeclarations::listsAndKinds()
{
    const ParameterDeclaration &ids = named(u"ids");
    QCOMPARE(ids.allowedValues.size(), std::size_t(2));
    QCOMPARE(ids.allowedValues[1].toString(), QStringLiteral("i-2"));
    QCOMPARE(ids.associationProperty, QStringLiteral("ALIYUN::ECS::Instance::InstanceId"));
    QCOMPARE(named(u"name").allowedPattern, QStringLiteral("^[a-z]+$"));
}

void TestParameterDeclarations::secrets()
{
    QVERIFY(named(u"pin").isMasked);
    QVERIFY(named(u"pin").isNoEcho);
    QVERIFY(named(u"login").isMasked);
    QVERIFY(!named(u"login").isNoEcho);
    QVERIFY(named(u"accessKeySecret").isMasked);
    QVERIFY(!named(u"ids").isMasked);
    QVERIFY(!named(u"name").isMasked);
}

void TestParameterDeclarations::oddDeclarationsAreRead()
{
    QVERIFY(!named(u"odd").minLength);
    QVERIFY(!named(u"odd").maxValue);
    QVERIFY(!named(u"odd").isNoEcho);
}

void TestParameterDeclarations::groups()
{
    const std::vector<ParameterGroup> &groups = declaring().parameterGroups;
    QCOMPARE(groups.size(), std::size_t(2));
    QCOMPARE(groups[0].label.forLocale(QStringLiteral("en_US")), QStringLiteral("The basics"));
    QCOMPARE(groups[0].parameters.size(), std::size_t(2));
    QCOMPARE(groups[0].parameters[1], QStringLiteral("name"));
    QCOMPARE(groups[1].label.forLocale(QStringLiteral("zh_CN")), QStringLiteral("Machines"));
}

QTEST_GUILESS_MAIN(TestParameterDeclarations)
#include "tst_parameterdeclarations.moc"
