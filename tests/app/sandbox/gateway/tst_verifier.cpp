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

void setHeader(Call &call, const QByteArray &name, const QByteArray &value)
{
    for (auto &header : call.headers) {
        if (header.first == name)
            header.second = value;
    }
}

void removeHeader(Call &call, const QByteArray &name)
{
    call.headers.removeIf([&name](const auto &header) { return header.first == name; });
}

} // namespace

//! What the front lets in, and with which code it refuses the rest.
class TestVerifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goodCalls_areTaken_data() { schemes(); }
    void goodCalls_areTaken();
    void changedCalls_doNotMatch_data();
    void changedCalls_doNotMatch();
    void unknownKey_data() { schemes(); }
    void unknownKey();
    void disabledKey_data() { schemes(); }
    void disabledKey();
    void timeWindow_data();
    void timeWindow();
    void nonce_isTakenOnceByUser_data() { schemes(); }
    void nonce_isTakenOnceByUser();
    void nonce_isForgottenWithItsTime();
    void refusedCall_doesNotUseItsNonce();
    void missingParts_data();
    void missingParts();
    void repeatedName_isRefused();
    void rights_data();
    void rights();
    void versionAndAction();

private:
    static void schemes();
};

void TestVerifier::schemes()
{
    QTest::addColumn<SignatureScheme>("scheme");
    QTest::newRow("ACS3-HMAC-SHA256") << SignatureScheme::V3;
    QTest::newRow("HMAC-SHA1") << SignatureScheme::V1;
}

void TestVerifier::goodCalls_areTaken()
{
    QFETCH(SignatureScheme, scheme);
    ServiceDesk desk;
    for (const char *words : {"plain", "a b+c/d?e=f&g", "好的 \U0001F44D", "~*'()!", "%41"}) {
        const Answer answer = desk.send(desk.call(
            text("ListExecutions"), {{text("Description"), text(words)}}, text("anna.k"), scheme));
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.code.isEmpty());
    }
}

void TestVerifier::changedCalls_doNotMatch_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"query", "body", "header", "method", "signature"})
        QTest::newRow(what) << text(what);
}

void TestVerifier::changedCalls_doNotMatch()
{
    QFETCH(QString, what);
    ServiceDesk desk;
    Call call = desk.call(text("ListExecutions"), {{text("Status"), text("Waiting")}});
    if (what == u"query")
        call.query[text("Status")] = text("Success");
    else if (what == u"body")
        call.body = "RegionId=cn-hangzhou";
    else if (what == u"header")
        setHeader(call, "x-acs-action", "CancelExecution");
    else if (what == u"method")
        call.method = "GET";
    else
        setHeader(call, "authorization",
                  call.header("authorization").chopped(1) +
                      (call.header("authorization").endsWith('0') ? "1" : "0"));
    const Answer answer = desk.send(call);
    QCOMPARE(answer.code, text("SignatureDoesNotMatch"));
    QCOMPARE(answer.status, 400);
}

void TestVerifier::unknownKey()
{
    QFETCH(SignatureScheme, scheme);
    ServiceDesk desk;
    ServiceDesk other;
    other.users = Users(2);
    const Answer answer = desk.send(other.call(text("ListExecutions"), {}, text("li.wei"), scheme));
    QCOMPARE(answer.code, text("InvalidAccessKeyId.NotFound"));
    QCOMPARE(answer.status, 404);
}

void TestVerifier::disabledKey()
{
    QFETCH(SignatureScheme, scheme);
    ServiceDesk desk;
    const auto ask = [&](const char *user) {
        return desk.send(desk.call(text("ListExecutions"), {}, text(user), scheme));
    };
    desk.service.setDisabledUsers({text("li.wei")});
    const Answer answer = ask("li.wei");
    QCOMPARE(answer.code, text("InvalidAccessKeyId.Inactive"));
    QCOMPARE(answer.status, 400);
    QCOMPARE(ask("anna.k").status, 200);
    desk.service.setDisabledUsers({});
    QCOMPARE(ask("li.wei").status, 200);
}

void TestVerifier::timeWindow_data()
{
    QTest::addColumn<SignatureScheme>("scheme");
    QTest::addColumn<int>("seconds");
    QTest::addColumn<bool>("isTaken");
    for (const int sign : {-1, 1}) {
        QTest::addRow("V3 %d inside", sign) << SignatureScheme::V3 << sign * 899 << true;
        QTest::addRow("V3 %d outside", sign) << SignatureScheme::V3 << sign * 901 << false;
        QTest::addRow("V1 %d inside", sign) << SignatureScheme::V1 << sign * 1859 << true;
        QTest::addRow("V1 %d outside", sign) << SignatureScheme::V1 << sign * 1861 << false;
    }
}

void TestVerifier::timeWindow()
{
    QFETCH(SignatureScheme, scheme);
    QFETCH(int, seconds);
    QFETCH(bool, isTaken);
    ServiceDesk desk;
    const Call call = desk.call(text("ListExecutions"), {}, text("li.wei"), scheme);
    desk.now = desk.now.addSecs(seconds);
    QCOMPARE(desk.send(call).code, isTaken ? QString() : text("InvalidTimeStamp.Expired"));
}

void TestVerifier::nonce_isTakenOnceByUser()
{
    QFETCH(SignatureScheme, scheme);
    ServiceDesk desk;
    const Call call = desk.call(text("ListExecutions"), {}, text("li.wei"), scheme);
    QVERIFY(desk.send(call).code.isEmpty());
    const Answer again = desk.send(call);
    QCOMPARE(again.code, text("SignatureNonceUsed"));
    QCOMPARE(again.status, 400);
}

void TestVerifier::nonce_isForgottenWithItsTime()
{
    ServiceDesk desk;
    const Call call = desk.call(text("ListExecutions"), {});
    QVERIFY(desk.send(call).code.isEmpty());
    // Still remembered while its time is within the window, in whichever direction clocks differ.
    desk.now = desk.now.addSecs(14 * 60);
    QCOMPARE(desk.send(call).code, text("SignatureNonceUsed"));
    desk.now = desk.now.addSecs(60 * 60);
    QCOMPARE(desk.send(call).code, text("InvalidTimeStamp.Expired"));
}

void TestVerifier::refusedCall_doesNotUseItsNonce()
{
    ServiceDesk desk;
    Call call = desk.call(text("ListExecutions"), {});
    const QByteArray body = std::exchange(call.body, QByteArray("x"));
    QCOMPARE(desk.send(call).code, text("SignatureDoesNotMatch"));
    call.body = body;
    QVERIFY(desk.send(call).code.isEmpty());
}

void TestVerifier::missingParts_data()
{
    QTest::addColumn<SignatureScheme>("scheme");
    QTest::addColumn<QString>("part");
    QTest::addColumn<QString>("code");
    const auto v3 = [](const char *part, const char *code) {
        QTest::newRow(part) << SignatureScheme::V3 << text(part) << text(code);
    };
    const auto v1 = [](const char *part) {
        QTest::newRow(part) << SignatureScheme::V1 << text(part) << text("MissingParameter");
    };
    v3("x-acs-date", "MissingParameter");
    v3("x-acs-signature-nonce", "MissingParameter");
    v3("x-acs-content-sha256", "MissingParameter");
    v3("authorization", "MissingParameter");
    v1("AccessKeyId");
    v1("Signature");
    v1("SignatureMethod");
    v1("SignatureVersion");
    v1("SignatureNonce");
    v1("Timestamp");
}

void TestVerifier::missingParts()
{
    QFETCH(SignatureScheme, scheme);
    QFETCH(QString, part);
    ServiceDesk desk;
    Call call = desk.call(text("ListExecutions"), {}, text("li.wei"), scheme);
    removeHeader(call, part.toLatin1());
    call.query.remove(part);
    call.form.remove(part);
    call.params.remove(part);
    const Answer answer = desk.send(call);
    QTEST(answer.code, "code");
    QCOMPARE(answer.status, 400);
}

void TestVerifier::repeatedName_isRefused()
{
    const Call call = Call::from("POST", "Status=Waiting&Status=Success", {}, {});
    QVERIFY(call.hasRepeatedName);
    const Call both =
        Call::from("POST", "Status=Waiting",
                   {{"content-type", "application/x-www-form-urlencoded"}}, "Status=Success");
    QVERIFY(both.hasRepeatedName);
    ServiceDesk desk;
    QCOMPARE(desk.send(call).code, text("IncompleteSignature"));
}

void TestVerifier::rights_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("action");
    QTest::addColumn<bool>("isAllowed");
    const auto row = [](const char *user, const char *action, bool isAllowed) {
        QTest::addRow("%s %s", user, action) << text(user) << text(action) << isAllowed;
    };
    for (const char *action :
         {"ListExecutions", "ListTaskExecutions", "GetExecutionTemplate", "NotifyExecution"}) {
        row("guest.none", action, false);
        row("approver.four", action, true);
    }
    for (const char *action :
         {"ListExecutionLogs", "ListExecutionRiskyTasks", "StartExecution", "CancelExecution",
          "ListTemplates", "GetTemplate", "DescribeRegions"}) {
        row("approver.four", action, false);
        row("zhang.min", action, true);
    }
}

void TestVerifier::rights()
{
    QFETCH(QString, user);
    QFETCH(QString, action);
    QFETCH(bool, isAllowed);
    ServiceDesk desk;
    const Answer answer = desk.ask(action, {}, user);
    QCOMPARE(answer.code == u"User.NoPermission", !isAllowed);
    if (!isAllowed) {
        QCOMPARE(answer.status, 401);
        const Json body = *Json::parse(answer.body).json;
        QCOMPARE(body[u"AccessDeniedDetail"][u"AuthAction"].toString(), text("oos:") + action);
    }
}

void TestVerifier::versionAndAction()
{
    ServiceDesk desk;
    QCOMPARE(desk.ask(text("MakeCoffee")).code, text("InvalidAction.NotFound"));
    Call call = desk.call(text("ListExecutions"), {}, text("li.wei"), SignatureScheme::V1);
    QVERIFY(call.params.contains(text("Version")));
    QVERIFY(desk.send(call).code.isEmpty());
}

QTEST_GUILESS_MAIN(TestVerifier)
#include "tst_verifier.moc"
