// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/templates/parametercheck.h"
#include "app/templates/secretvalues.h"

#include <QElapsedTimer>
#include <QTest>

using namespace countersign;
using Fault = ParameterFinding::Fault;

namespace {

Json json(const QByteArray &text)
{
    return Json::parse(text).json.value_or(Json());
}

ParameterDeclaration declared(const QString &name, const QString &type)
{
    ParameterDeclaration declaration;
    declaration.name = name;
    declaration.type = type;
    return declaration;
}

ParameterRules rules()
{
    ParameterRules rules;
    ParameterDeclaration timeout = declared(QStringLiteral("timeout"), QStringLiteral("Number"));
    timeout.minValue = json("60");
    timeout.maxValue = json("3600");
    timeout.defaultValue = json("600");
    ParameterDeclaration name = declared(QStringLiteral("name"), QStringLiteral("String"));
    name.minLength = 2;
    name.maxLength = 4;
    ParameterDeclaration zone = declared(QStringLiteral("zone"), {});
    zone.allowedValues = {json("\"a\""), json("\"b\""), json("10")};
    ParameterDeclaration image = declared(QStringLiteral("image"), QStringLiteral("String"));
    image.allowedPattern = QStringLiteral("m-[a-z0-9]*");
    ParameterDeclaration sizes = declared(QStringLiteral("sizes"), QStringLiteral("List"));
    sizes.allowedValues = {json("1"), json("2")};
    ParameterDeclaration password = declared(QStringLiteral("password"), QStringLiteral("String"));
    password.isMasked = true;
    password.minLength = 8;
    ParameterDeclaration slow = declared(QStringLiteral("slow"), QStringLiteral("String"));
    slow.allowedPattern = QStringLiteral("(a+)+b");
    ParameterDeclaration broken = declared(QStringLiteral("broken"), QStringLiteral("String"));
    broken.allowedPattern = QStringLiteral("[a");
    rules.declarations = {timeout,
                          name,
                          zone,
                          image,
                          sizes,
                          password,
                          slow,
                          broken,
                          declared(QStringLiteral("dry"), QStringLiteral("Boolean")),
                          declared(QStringLiteral("list"), QStringLiteral("List")),
                          declared(QStringLiteral("any"), QStringLiteral("Json"))};
    rules.otherNames = {QStringLiteral("InstanceId")};
    return rules;
}

std::vector<ParameterFinding> found(const QByteArray &text)
{
    return checkParameters(text, text.size(), rules());
}

} // namespace

class TestParameterCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fine_data();
    void fine();
    void faults_data();
    void faults();
    void placeAndPath();
    void severalAreAllNamed();
    void requiredOnesAreMissed();
    void sizeIsBounded();
    void hiddenValuesAreCheckedAndNotTaken();
    void endlessPatternsEnd();
};

void TestParameterCheck::fine_data()
{
    QTest::addColumn<QByteArray>("text");
    // What each type accepts: oos-language.md 3.2.
    for (const char *text : {"{}",
                             " {\n} ",
                             R"({"timeout":60})",
                             R"({"timeout":3600})",
                             R"({"timeout":"61"})",
                             R"({"timeout":6.15e1})",
                             R"({"timeout":null})",
                             R"({"name":"ab"})",
                             R"({"name":10})",
                             R"({"name":true})",
                             R"({"name":"名名名名"})",
                             R"({"name":"😀😀😀😀"})",
                             R"({"zone":"a"})",
                             R"({"zone":10})",
                             R"({"zone":"10"})",
                             R"({"image":"m-bp1"})",
                             R"({"sizes":[2,1,2]})",
                             R"({"sizes":[]})",
                             R"({"sizes":"[1]"})",
                             R"({"sizes":1})",
                             R"({"dry":true})",
                             R"({"dry":"FALSE"})",
                             R"({"list":["a",{}]})",
                             R"({"list":"i-1"})",
                             R"({"list":"[1, 2]"})",
                             R"({"any":{"a":[1]}})",
                             R"({"any":[1]})",
                             R"({"any":"{\"a\":1}"})",
                             R"({"any":"plain"})",
                             R"({"InstanceId":{"not":"declared"}})",
                             R"({"any":"{{ task.output }}"})",
                             R"({"password":"12345678"})"})
        QTest::newRow(text) << QByteArray(text);
}

void TestParameterCheck::fine()
{
    QFETCH(const QByteArray, text);
    QCOMPARE(found(text).size(), std::size_t(0));
}

void TestParameterCheck::faults_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("fault");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<bool>("isBlocking");
    const auto row = [](const char *text, Fault fault, const QString &detail = {},
                        bool isBlocking = true) {
        QTest::newRow(text) << QByteArray(text) << int(fault) << detail << isBlocking;
    };
    row("", Fault::NotJson, QStringLiteral("the text ends too early"));
    row(R"({"a":1)", Fault::NotJson, QStringLiteral("the text ends too early"));
    row("[]", Fault::NotObject);
    row("\"{}\"", Fault::NotObject);
    row(R"({"name":"ab","n\u0061me":"cd"})", Fault::DuplicateName, QStringLiteral("name"));
    row(R"({"timeout":59.999})", Fault::TooSmall, QStringLiteral("60"));
    row(R"({"timeout":"3601"})", Fault::TooGreat, QStringLiteral("3600"));
    row(R"({"timeout":3600.0000000000000001})", Fault::TooGreat, QStringLiteral("3600"));
    row(R"({"timeout":"soon"})", Fault::WrongType, QStringLiteral("Number"));
    row(R"({"timeout":true})", Fault::WrongType, QStringLiteral("Number"));
    row(R"({"name":"a"})", Fault::TooShort, QStringLiteral("2"));
    row(R"({"name":"名名名名名"})", Fault::TooLong, QStringLiteral("4"));
    row(R"({"name":["ab"]})", Fault::WrongType, QStringLiteral("String"));
    row(R"({"zone":"c"})", Fault::NotAllowed);
    row(R"({"image":"see m-1"})", Fault::NoMatch, QStringLiteral("m-[a-z0-9]*"));
    row(R"({"image":"m-1 "})", Fault::NoMatch, QStringLiteral("m-[a-z0-9]*"));
    row(R"({"sizes":[1,3]})", Fault::NotAllowed);
    row(R"({"dry":1})", Fault::WrongType, QStringLiteral("Boolean"));
    row(R"({"dry":"yes"})", Fault::WrongType, QStringLiteral("Boolean"));
    row(R"({"list":{}})", Fault::WrongType, QStringLiteral("List"));
    row(R"({"list":"[1, 2"})", Fault::WrongType, QStringLiteral("List"));
    row(R"({"any":"{\"a\":"})", Fault::WrongType, QStringLiteral("Json"));
    row(R"({"password":"********"})", Fault::HiddenValue);
    row(R"({"name":"••••"})", Fault::HiddenValue);
    row(R"({"any":{"token":"••••••••"}})", Fault::HiddenValue);
    row(R"({"Timeout":60})", Fault::UnknownName, QStringLiteral("timeout"), false);
    row(R"({"other":60})", Fault::UnknownName, {}, false);
    row(R"({"timeout":"{{ wait.seconds }}"})", Fault::NotCheckable, {}, false);
    row(R"({"zone":" {{zone}} "})", Fault::NotCheckable, {}, false);
    row(R"({"image":"{{ task.image }}"})", Fault::NoMatch, QStringLiteral("m-[a-z0-9]*"));
    row(R"({"broken":"x"})", Fault::NotCheckable, QStringLiteral("[a"), false);
}

void TestParameterCheck::faults()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, fault);
    QFETCH(const QString, detail);
    QFETCH(const bool, isBlocking);
    const auto findings = found(text);
    QCOMPARE(findings.size(), std::size_t(1));
    QCOMPARE(int(findings.front().fault), fault);
    QCOMPARE(findings.front().detail, detail);
    QCOMPARE(findings.front().isBlocking(), isBlocking);
}

void TestParameterCheck::placeAndPath()
{
    const auto value = found("{\n  \"名\": 1,\n  \"sizes\": [1,\n    9]\n}");
    QCOMPARE(value.size(), std::size_t(2));
    QCOMPARE(value[0].line, 2);
    QCOMPARE(value[0].column, 3);
    QCOMPARE(value[1].path, QStringLiteral("sizes[1]"));
    QCOMPARE(value[1].line, 4);
    QCOMPARE(value[1].column, 5);
    const auto syntax = found("{\n  \"any\": {\"名\": [1, x]}\n}");
    QCOMPARE(syntax[0].path, QStringLiteral("any.名[1]"));
    QCOMPARE(syntax[0].line, 2);
    QCOMPARE(syntax[0].column, 20);
    const auto twice = found("{\"any\":\n{\"a\":1,\n\"a\":2}}");
    QCOMPARE(twice[0].path, QStringLiteral("any.a"));
    QCOMPARE(twice[0].line, 3);
    QCOMPARE(twice[0].firstLine, 2);
}

void TestParameterCheck::severalAreAllNamed()
{
    const auto findings = found(R"({"name":"a","timeout":1,"dry":"x"})");
    QCOMPARE(findings.size(), std::size_t(3));
    QCOMPARE(findings[0].name, QStringLiteral("name"));
    QCOMPARE(findings[2].name, QStringLiteral("dry"));
}

void TestParameterCheck::requiredOnesAreMissed()
{
    ParameterRules whole;
    ParameterDeclaration given = declared(QStringLiteral("given"), {});
    given.defaultValue = json("\"\"");
    whole.declarations = {declared(QStringLiteral("a"), {}), declared(QStringLiteral("b"), {}),
                          given};
    whole.isWhole = true;
    const auto findings = checkParameters("{\"b\":null}", 10, whole);
    QCOMPARE(findings.size(), std::size_t(2));
    QVERIFY(findings[0].fault == Fault::Missing);
    QCOMPARE(findings[0].name, QStringLiteral("a"));
    QCOMPARE(findings[1].name, QStringLiteral("b"));
    QCOMPARE(findings[0].line, 0);
}

void TestParameterCheck::sizeIsBounded()
{
    const auto padded = [](qsizetype bytes) -> QByteArray {
        return QByteArray("{\"any\":\"") + QByteArray(bytes - 10, 'x') + "\"}";
    };
    QCOMPARE(padded(100).size(), 100);
    QCOMPARE(found(padded(64 * 1024)).size(), std::size_t(0));
    const auto over = found(padded(64 * 1024 + 1));
    QCOMPARE(over.size(), std::size_t(1));
    QVERIFY(over.front().fault == Fault::TooLarge);
}

void TestParameterCheck::hiddenValuesAreCheckedAndNotTaken()
{
    ParameterRules hiding = rules();
    hiding.hidden.insert(QStringLiteral("password"), json("\"short\""));
    const QByteArray text = "{\"password\":\"" + hiddenValue().toUtf8() + "\"}";
    const auto findings = checkParameters(text, text.size(), hiding);
    QCOMPARE(findings.size(), std::size_t(1));
    QVERIFY(findings.front().fault == Fault::TooShort);
    hiding.hidden[QStringLiteral("password")] = json("\"long enough\"");
    QCOMPARE(checkParameters(text, text.size(), hiding).size(), std::size_t(0));
}

void TestParameterCheck::endlessPatternsEnd()
{
    QElapsedTimer clock;
    clock.start();
    const auto findings = found("{\"slow\":\"" + QByteArray(60'000, 'a') + "\"}");
    QVERIFY(clock.elapsed() < 5'000);
    QCOMPARE(findings.size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(TestParameterCheck)
#include "tst_parametercheck.moc"
