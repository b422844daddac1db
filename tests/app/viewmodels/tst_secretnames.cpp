// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/secretnames.h"
#include "reviewfacts.h"

#include <QTest>

using namespace countersign;
using namespace countersign::reviewtest;

// Which names are secrets: oos-api.md 8, "Secrets".

class tst_SecretNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contains_byNameAndByDeclaration_data();
    void contains_byNameAndByDeclaration();
    void hidden_masksAtAnyDepth_data();
    void hidden_masksAtAnyDepth();
    void namesOfAReview_comeFromItsTemplate();
};

void tst_SecretNames::contains_byNameAndByDeclaration_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isSecret");
    QTest::newRow("password") << QStringLiteral("dbPassword") << true;
    QTest::newRow("secret") << QStringLiteral("SECRET") << true;
    QTest::newRow("token") << QStringLiteral("api_token") << true;
    QTest::newRow("key") << QStringLiteral("AccessKeyId") << true;
    QTest::newRow("credential") << QStringLiteral("credentials") << true;
    QTest::newRow("declared") << QStringLiteral("pin") << true;
    QTest::newRow("other") << QStringLiteral("instanceId") << false;
}

void tst_SecretNames::contains_byNameAndByDeclaration()
{
    QFETCH(QString, name);
    QFETCH(bool, isSecret);
    QCOMPARE(SecretNames({QStringLiteral("pin")}).contains(name), isSecret);
}

void tst_SecretNames::hidden_masksAtAnyDepth_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("shown");
    QTest::newRow("nothing secret")
        << QByteArray(R"({ "a" : 1.00 })") << QByteArray(R"({ "a" : 1.00 })");
    QTest::newRow("member") << QByteArray(R"({"a":1.00,"password":"hunter2"})")
                            << QByteArray(R"({"a":1.00,"password":"••••"})");
    QTest::newRow("object in a list") << QByteArray(R"([{"user":"x","token":{"v":"hunter2"}},2])")
                                      << QByteArray(R"([{"user":"x","token":"••••"},2])");
    QTest::newRow("text that is JSON") << QByteArray(R"("{\"pin\":\"hunter2\",\"n\":1}")")
                                       << QByteArray(R"("{\"pin\":\"••••\",\"n\":1}")");
    QTest::newRow("text that is none")
        << QByteArray(R"("{password: hunter2")") << QByteArray(R"("{password: hunter2")");
}

void tst_SecretNames::hidden_masksAtAnyDepth()
{
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, shown);
    const Json hidden = SecretNames({QStringLiteral("pin")}).hidden(*Json::parse(value).json);
    QCOMPARE(hidden.compact(), Json::parse(shown).json->compact());
}

void tst_SecretNames::namesOfAReview_comeFromItsTemplate()
{
    ReviewFacts facts = waitingRun({});
    setTemplate(facts, QStringLiteral("FormatVersion: OOS-2019-06-01\n"
                                      "Parameters:\n"
                                      "  pin:\n    Type: String\n    NoEcho: true\n"
                                      "  zone:\n    Type: String\n"
                                      "Tasks:\n  - Name: a\n    Action: ACS::Sleep\n"));
    const SecretNames names = secretNamesOf(facts);
    QVERIFY(names.contains(QStringLiteral("pin")));
    QVERIFY(!names.contains(QStringLiteral("zone")));
    QCOMPARE(names.namesIn(embedded(R"({"zone":"b","pin":"1","token":"2"})")),
             (QSet<QString>{QStringLiteral("pin"), QStringLiteral("token")}));
}

QTEST_GUILESS_MAIN(tst_SecretNames)
#include "tst_secretnames.moc"
