// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/templates/secretvalues.h"

#include <QTest>

using namespace countersign;

class TestSecretValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hides_data();
    void hides();
    void everythingElseStays();
    void declaredNamesAreHidden();
    void shownValues();
};

void TestSecretValues::hides_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {
             R"({"password":"canary"})",
             R"({ "a" : 1, "dbPassword" : "can\"canary" , "b":2})",
             R"({"\u0070assword":"canary"})",
             R"({"x":{"y":[{"accessToken":"canary"}]}})",
             R"({"secret":{"a":["canary",{"b":"}canary"}]},"z":1})",
             R"({"credentials":["canary"]})",
             R"({"apiKey": canary)",
             R"({"password":"canary)",
             R"({"password: "canary"})",
             R"(password: canary)",
             R"({'password': 'canary')",
             R"({"secret":{"a":"canary")",
             R"({"Key":"canary"})",
         })
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestSecretValues::hides()
{
    QFETCH(const QString, text);
    QVERIFY(text.contains(u"canary"));
    QVERIFY2(!withSecretsHidden(text).contains(u"canary"), qPrintable(withSecretsHidden(text)));
}

void TestSecretValues::everythingElseStays()
{
    const QString fine =
        QStringLiteral("{ \"a\":\"password: x\", "
                       "\"Tags\":[{\"Key\":\"env\",\"Value\":\"prod\"}],\n \"n\":1.0e+2}");
    QCOMPARE(withSecretsHidden(fine), fine);
    QCOMPARE(withSecretsHidden(QStringLiteral("{ \"a\" : 1,\n\t\"token\" :  \"x\" , \"b\": [2]}")),
             QStringLiteral("{ \"a\" : 1,\n\t\"token\" :  \"••••••••\" , \"b\": [2]}"));
    QCOMPARE(withSecretsHidden(QStringLiteral("{\"a\":[1,")), QStringLiteral("{\"a\":[1,"));
    QCOMPARE(withSecretsHidden({}), QString());
}

void TestSecretValues::declaredNamesAreHidden()
{
    const QString text = QStringLiteral("{\"pin\":1234,\"a\":\"pin\"}");
    QCOMPARE(withSecretsHidden(text), text);
    QCOMPARE(withSecretsHidden(text, {QStringLiteral("pin")}),
             QStringLiteral("{\"pin\":\"••••••••\",\"a\":\"pin\"}"));
}

void TestSecretValues::shownValues()
{
    const auto shown = [](const char *text) { return shownValue(*Json::parse(text).json); };
    QCOMPARE(shown("\"a b\""), QStringLiteral("a b"));
    QCOMPARE(shown("[1, {\"b\": 2.0}]"), QStringLiteral("[1,{\"b\":2.0}]"));
    QCOMPARE(shown("{\"token\": [1, 2], \"b\": 1}"),
             QStringLiteral("{\"token\":\"••••••••\",\"b\":1}"));
}

QTEST_GUILESS_MAIN(TestSecretValues)
#include "tst_secretvalues.moc"
