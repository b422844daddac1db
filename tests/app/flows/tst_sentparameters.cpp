// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/sentparameters.h"

#include <QTest>

using namespace countersign;

class tst_SentParameters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void v3_everythingCounts();
    void v1_commonParametersAreLeftOut();
    void signedRequest_givesItsParametersBack_data();
    void signedRequest_givesItsParametersBack();
    void badBytes_areNoRequest_data();
    void badBytes_areNoRequest();
    void action_isNamedOnce();
};

void tst_SentParameters::v3_everythingCounts()
{
    SignedRequest request;
    request.query = "NotifyNote=%E7%A9%BA%F0%9F%98%80%0Aa%2Bb&NotifyType=Approve";
    request.body = "RegionId=cn-hangzhou&Action=x";
    const auto parameters = sentParameters(request, SignatureScheme::V3);
    QVERIFY(parameters);
    const QMap<QString, QString> expected{
        {QStringLiteral("NotifyNote"), QStringLiteral("空😀\na+b")},
        {QStringLiteral("NotifyType"), QStringLiteral("Approve")},
        {QStringLiteral("RegionId"), QStringLiteral("cn-hangzhou")},
        {QStringLiteral("Action"), QStringLiteral("x")}};
    QCOMPARE(*parameters, expected);
}

void tst_SentParameters::v1_commonParametersAreLeftOut()
{
    SignedRequest request;
    request.body = "AccessKeyId=k&Action=NotifyExecution&ExecutionId=exec-1&Format=JSON"
                   "&Signature=s%3D&SignatureMethod=HMAC-SHA1&SignatureNonce=n"
                   "&SignatureVersion=1.0&Timestamp=t&Version=2019-06-01";
    const auto parameters = sentParameters(request, SignatureScheme::V1);
    QVERIFY(parameters);
    QCOMPARE(parameters->size(), 1);
    QCOMPARE(parameters->value(QStringLiteral("ExecutionId")), QStringLiteral("exec-1"));
}

void tst_SentParameters::signedRequest_givesItsParametersBack_data()
{
    QTest::addColumn<SignatureScheme>("scheme");
    QTest::newRow("V3") << SignatureScheme::V3;
    QTest::newRow("V1") << SignatureScheme::V1;
}

void tst_SentParameters::signedRequest_givesItsParametersBack()
{
    QFETCH(SignatureScheme, scheme);
    const QMap<QString, QString> own{
        {QStringLiteral("ExecutionId"), QStringLiteral("exec-1#2 &=%")},
        {QStringLiteral("NotifyNote"), QStringLiteral("已确认 👍\nsecond line +~*")}};
    UnsignedRequest request;
    request.host = QStringLiteral("127.0.0.1:1");
    request.action = QStringLiteral("NotifyExecution");
    request.version = QStringLiteral("2019-06-01");
    request.query = scheme == SignatureScheme::V3 ? own : QMap<QString, QString>();
    request.form = scheme == SignatureScheme::V1 ? own : QMap<QString, QString>();
    Credentials credentials;
    credentials.accessKeyId = QStringLiteral("testKey");
    credentials.secret = SecretBytes(QByteArrayView("testSecret"));
    const auto made = sign(request, credentials, scheme,
                           QDateTime(QDate(2026, 3, 2), QTime(8, 0), Qt::UTC), "abc");
    QVERIFY(made);
    const auto parameters = sentParameters(*made, scheme);
    QVERIFY(parameters);
    QCOMPARE(*parameters, own);
}

void tst_SentParameters::badBytes_areNoRequest_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::newRow("no value") << QByteArray("ExecutionId");
    QTest::newRow("no name") << QByteArray("=x");
    QTest::newRow("twice") << QByteArray("A=1&A=2");
    QTest::newRow("plus") << QByteArray("A=1+2");
    QTest::newRow("half an escape") << QByteArray("A=%4");
    QTest::newRow("no hex") << QByteArray("A=%zz");
    QTest::newRow("no UTF-8") << QByteArray("A=%ff");
}

void tst_SentParameters::badBytes_areNoRequest()
{
    QFETCH(QByteArray, query);
    SignedRequest request;
    request.query = query;
    QVERIFY(!sentParameters(request, SignatureScheme::V3));
}

// V1 names it among the parameters, V3 in a header.
void tst_SentParameters::action_isNamedOnce()
{
    const QString notify = QStringLiteral("NotifyExecution");
    SignedRequest request;
    request.query = "Action=NotifyExecution";
    request.body = "RegionId=cn-hangzhou";
    QCOMPARE(sentAction(request, SignatureScheme::V1), notify);
    QCOMPARE(sentAction(request, SignatureScheme::V3), QString());
    request.body = "Action=NotifyExecution";
    QCOMPARE(sentAction(request, SignatureScheme::V1), QString());
    QVERIFY(!sentParameters(request, SignatureScheme::V1));
    request.query = "Action=%FF";
    QCOMPARE(sentAction(request, SignatureScheme::V1), QString());
    request.query = "%FF=NotifyExecution";
    QCOMPARE(sentAction(request, SignatureScheme::V1), QString());
    request.headers = {{"x-acs-action", "NotifyExecution"}, {"x-acs-version", "2019-06-01"}};
    QCOMPARE(sentAction(request, SignatureScheme::V3), notify);
    request.headers.push_back({"x-acs-action", "CancelExecution"});
    QCOMPARE(sentAction(request, SignatureScheme::V3), QString());
}

QTEST_GUILESS_MAIN(tst_SentParameters)
#include "tst_sentparameters.moc"
