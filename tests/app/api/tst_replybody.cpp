// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/replybody.h"

#include <QTest>

using namespace countersign;

class TestReplyBody : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secretBody_isWipedWhenLetGo();
    void secretBody_ofAnErrorIsWiped_data();
    void secretBody_ofAnErrorIsWiped();
    void unreadableSecret_leavesNoText_data();
    void unreadableSecret_leavesNoText();
    void signedText_isNoDetail_data();
    void signedText_isNoDetail();
};

void TestReplyBody::secretBody_isWipedWhenLetGo()
{
    const QByteArray body(R"({"RequestId":"r-1","Credentials":{"AccessKeySecret":"example"}})");
    const QByteArray before(body.constData(), body.size());
    {
        const Result<ApiReply> reply = understand({200, body, {}, {}, true}, {});
        QVERIFY(reply.hasValue());
        QCOMPARE(reply->requestId, QStringLiteral("r-1"));
        QCOMPARE(reply->body[u"Credentials"].size(), 1);
        QCOMPARE(body, before);
    }
    QCOMPARE(body, QByteArray(before.size(), '\0'));
    // What holds no secret stays as it is.
    const QByteArray usual(R"({"RequestId":"r-1"})");
    QVERIFY(understand({200, usual, {}, {}}, {}).hasValue());
    QVERIFY(usual.startsWith('{'));
}

void TestReplyBody::secretBody_ofAnErrorIsWiped_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("refused") << 400 << QByteArray(R"({"Code":"X","Message":"words"})");
    QTest::newRow("refused in a good reply") << 200 << QByteArray(R"({"Code":"X"})");
    QTest::newRow("not JSON") << 200 << QByteArray(R"({"AccessKeySecret":"exam)");
    QTest::newRow("an error that is not JSON") << 502 << QByteArray("<html>words</html>");
    QTest::newRow("a list") << 200 << QByteArray(R"(["example"])");
}

void TestReplyBody::secretBody_ofAnErrorIsWiped()
{
    QFETCH(int, status);
    QFETCH(QByteArray, text);
    const QByteArray body(text.constData(), text.size());
    QVERIFY(!understand({status, body, {}, {}, true}, {}).hasValue());
    QCOMPARE(body, QByteArray(text.size(), '\0'));
}

void TestReplyBody::unreadableSecret_leavesNoText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("cut") << QByteArray(R"({"RequestId":"CanaryText-1","a":"CanaryText)");
    QTest::newRow("a name twice") << QByteArray(R"({"CanaryText":1,"CanaryText":2})");
    QTest::newRow("a long name") << "{\"" + QByteArray("CanaryText").repeated(50) + "\":1}";
    QTest::newRow("HTML") << QByteArray("<html>CanaryText</html>");
    QTest::newRow("a text") << QByteArray("\"CanaryText\"");
}

void TestReplyBody::unreadableSecret_leavesNoText()
{
    QFETCH(QByteArray, text);
    for (const int status : {200, 502}) {
        const QByteArray body(text.constData(), text.size());
        const Result<ApiReply> reply =
            understand({status, body, QStringLiteral("r-1"), {}, true}, {});
        QVERIFY(!reply.hasValue());
        const Error &error = reply.error();
        const QString said = error.detail + error.path + error.code + error.requestId;
        QVERIFY2(!said.contains(QStringLiteral("Canary")), qPrintable(said));
        QCOMPARE(error.requestId, QStringLiteral("r-1"));
    }
}

void TestReplyBody::signedText_isNoDetail_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QString>("detail");
    // signing.md 9 and 9.1
    QTest::newRow("older")
        << QByteArray("Specified signature is not matched with our calculation. server string to "
                      "sign is:POST&%2F&AccessKeyId%3DSTS.x%26SecurityToken%3DCAISCanary")
        << QStringLiteral("Specified signature is not matched with our calculation.");
    QTest::newRow("newer")
        << QByteArray("Specified signature does not match our calculation. server StringToSign is "
                      "[ACS3-HMAC-SHA256 x] server CanonicalRequest is [POST / "
                      "x-acs-security-token:CAISCanary]")
        << QStringLiteral("Specified signature does not match our calculation.");
    QTest::newRow("other words") << QByteArray("The role does not exist.")
                                 << QStringLiteral("The role does not exist.");
}

void TestReplyBody::signedText_isNoDetail()
{
    QFETCH(QByteArray, message);
    QFETCH(QString, detail);
    for (const bool isSecret : {false, true}) {
        const QByteArray body =
            R"({"Code":"SignatureDoesNotMatch","RequestId":"r-1","Message":")" + message + "\"}";
        const Result<ApiReply> reply = understand({400, body, {}, {}, isSecret}, {});
        QCOMPARE(reply.error().kind, Error::Kind::BadCredentials);
        QCOMPARE(reply.error().detail, detail);
    }
}

QTEST_GUILESS_MAIN(TestReplyBody)
#include "tst_replybody.moc"
