// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/gateway/sessionpolicy.h"

#include <QTest>

using namespace countersign::sandbox;

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

QString policyOf(const char *statements)
{
    return text(R"({"Version":"1","Statement":[)") + text(statements) + text("]}");
}

} // namespace

//! Policies as RAM's documents describe their grammar.
class TestSessionPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void grammar_data();
    void grammar();
    void rights_data();
    void rights();
};

void TestSessionPolicy::grammar_data()
{
    QTest::addColumn<QString>("policy");
    QTest::addColumn<bool>("isOne");
    const auto row = [](const char *what, const QString &policy, bool isOne) {
        QTest::newRow(what) << policy << isOne;
    };
    const char *plain = R"({"Effect":"Allow","Action":"oos:*","Resource":"*"})";
    row("plain", policyOf(plain), true);
    row("lists", policyOf(R"({"Effect":"Deny","NotAction":["a:b"],"Resource":["*","x"]})"), true);
    row("no JSON", text("allow"), false);
    row("a list", text("[]"), false);
    row("another version", text(R"({"Version":"2","Statement":[]})"), false);
    row("no statement", policyOf(""), false);
    row("no effect", policyOf(R"({"Action":"oos:*","Resource":"*"})"), false);
    row("another effect", policyOf(R"({"Effect":"allow","Action":"a","Resource":"*"})"), false);
    row("no action", policyOf(R"({"Effect":"Allow","Resource":"*"})"), false);
    row("no resource", policyOf(R"({"Effect":"Allow","Action":"oos:*"})"), false);
    row("a number among actions", policyOf(R"({"Effect":"Allow","Action":[1],"Resource":"*"})"),
        false);
}

void TestSessionPolicy::grammar()
{
    QFETCH(QString, policy);
    QFETCH(bool, isOne);
    QCOMPARE(SessionPolicy::parse(policy).has_value(), isOne);
}

void TestSessionPolicy::rights_data()
{
    QTest::addColumn<QString>("policy");
    QTest::addColumn<bool>("mayList");
    QTest::addColumn<bool>("mayNotify");
    const auto row = [](const char *what, const char *statements, bool mayList, bool mayNotify) {
        QTest::newRow(what) << policyOf(statements) << mayList << mayNotify;
    };
    row("everything", R"({"Effect":"Allow","Action":"*","Resource":"*"})", true, true);
    row("a prefix", R"({"Effect":"Allow","Action":"oos:List*","Resource":"*"})", true, false);
    row("in capitals", R"({"Effect":"Allow","Action":"OOS:LISTEXECUTIONS","Resource":"*"})", true,
        false);
    row("one letter", R"({"Effect":"Allow","Action":"oos:?otifyExecution","Resource":"*"})", false,
        true);
    row("a dot is a dot", R"({"Effect":"Allow","Action":"oos.ListExecutions","Resource":"*"})",
        false, false);
    row("all but one", R"({"Effect":"Allow","NotAction":"oos:NotifyExecution","Resource":"*"})",
        true, false);
    row("a denial wins",
        R"({"Effect":"Deny","Action":"oos:N*","Resource":"*"},)"
        R"({"Effect":"Allow","Action":"*","Resource":"*"})",
        true, false);
    row("one run", R"({"Effect":"Allow","Action":"*","Resource":"acs:oos:*:*:execution/exec-1"})",
        false, true);
    row("under a condition", R"({"Effect":"Allow","Action":"*","Resource":"*","Condition":{}})",
        false, false);
    row("denied under a condition",
        R"({"Effect":"Deny","Action":"oos:N*","Resource":"*","Condition":{}},)"
        R"({"Effect":"Allow","Action":"*","Resource":"*"})",
        true, false);
}

void TestSessionPolicy::rights()
{
    QFETCH(QString, policy);
    const auto parsed = SessionPolicy::parse(policy);
    QVERIFY(parsed.has_value());
    const QString place = text("acs:oos:cn-hangzhou:1000000000000001:execution/");
    QTEST(parsed->allows(text("oos:ListExecutions"), QString(place + u'*')), "mayList");
    QTEST(parsed->allows(text("oos:NotifyExecution"), QString(place + text("exec-1"))),
          "mayNotify");
}

QTEST_GUILESS_MAIN(TestSessionPolicy)
#include "tst_sessionpolicy.moc"
