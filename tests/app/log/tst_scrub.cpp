// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/keychainproblem.h"
#include "app/log/scrub.h"

#include <QTest>

using namespace countersign;

class tst_Scrub : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secrets_go_data();
    void secrets_go();
    void ordinaryText_stays_data();
    void ordinaryText_stays();
    void longText_isDoneSoon();
};

void tst_Scrub::secrets_go_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("secret");
    const auto row = [](const char *name, const QString &text, const QString &secret) {
        QTest::newRow(name) << text << secret;
    };
    row("key id", QStringLiteral("id LTAI5tQwErTy99ab here"), QStringLiteral("5tQwErTy"));
    row("token's key id", QStringLiteral("id=STS.NTabcdef123,"), QStringLiteral("NTabcdef"));
    row("secret of a key", QStringLiteral("x r7Kq2mZp9Lw4Xc8Vb1Nf6Hj3Td5Gs0 y"),
        QStringLiteral("r7Kq2mZp9Lw4"));
    row("secret without digits", QStringLiteral("rsKqamZpqLwzXcVVbiNfHHjjTdGsso"),
        QStringLiteral("rsKqamZp"));
    row("token in Base64", QStringLiteral("CAIS9wF1q6Ft5B2yfSjIr5fZ/+Pvjrlx==."),
        QStringLiteral("CAIS9wF1"));
    row("token in Base64 for addresses", QStringLiteral("CAIS9wF1q6Ft5B2yfSjIr5fZ-_Pvjrlx"),
        QStringLiteral("CAIS9wF1"));
    row("hex digest", QStringLiteral("d41d8cd98f00b204e9800998ecf8427e"),
        QStringLiteral("d41d8cd98f00"));
    row("short signature", QStringLiteral("a=b&Signature=abc%3D&c=d"), QStringLiteral("abc"));
    row("signature in a header",
        QStringLiteral("ACS3-HMAC-SHA256 Credential=x,SignedHeaders=host,Signature=12ab"),
        QStringLiteral("12ab"));
    row("token in an address", QStringLiteral("SecurityToken=tiny&x=1"), QStringLiteral("tiny"));
    row("token in a header", QStringLiteral("x-acs-security-token: tiny"), QStringLiteral("tiny"));
    row("secret in JSON", QStringLiteral("{\"AccessKeySecret\" : \"two words\"}"),
        QStringLiteral("words"));
    row("secret in an ini file", QStringLiteral("access_key_secret = short"),
        QStringLiteral("short"));
    row("password", QStringLiteral("Password: hunter2"), QStringLiteral("hunter2"));
    row("authorization", QStringLiteral("Authorization: Bearer abc.def"),
        QStringLiteral("abc.def"));
    row("key in PEM",
        QStringLiteral("a\n-----BEGIN RSA PRIVATE KEY-----\nMIIE\nabcd\n-----END RSA PRIVATE "
                       "KEY-----\nb"),
        QStringLiteral("MIIE"));
    row("cut key in PEM", QStringLiteral("-----BEGIN PRIVATE KEY-----\nMIIE\nabcd"),
        QStringLiteral("abcd"));
    row("password in an address", QStringLiteral("http://user:pass@proxy.example:3128/"),
        QStringLiteral("pass"));
    row("query of an address", QStringLiteral("at https://oos.example/?Note=private end"),
        QStringLiteral("private"));
}

void tst_Scrub::secrets_go()
{
    QFETCH(const QString, text);
    QFETCH(const QString, secret);
    QVERIFY(text.contains(secret));
    const QString left = scrubbed(text);
    QVERIFY2(!left.contains(secret), qPrintable(left));
    QVERIFY2(left.contains(QStringLiteral("[removed]")), qPrintable(left));
    QCOMPARE(scrubbed(left), left);
}

void tst_Scrub::ordinaryText_stays_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"",
          "2026-02-03T04:05:06.789Z Read profile=1a2b3c4d region=cn-hangzhou "
          "operation=ListExecutionRiskyTasks execution=exec-9f8e7d6c5b4a39281706 status=200 "
          "request=C8B26B44-0189-443E-9816-D951F59623A9 ms=12",
          "SignatureDoesNotMatch.Something", "/usr/lib/x86_64-linux-gnu/qt6/plugins",
          "request c8b26b44-0189-443e-9816-d951f59623a9", "QObject::connect: no such thing",
          "state=ReconciledNotApplied count=20000"})
        QTest::newRow(text) << QString::fromLatin1(text);
    for (const KeychainProblem problem : allKeychainProblems) {
        const QString code = keychainError(problem).code;
        QTest::newRow(qPrintable(code)) << code;
    }
}

void tst_Scrub::ordinaryText_stays()
{
    QFETCH(const QString, text);
    QCOMPARE(scrubbed(text), text);
}

void tst_Scrub::longText_isDoneSoon()
{
    // Nothing a library writes may hold up the interface.
    const QString long1 = QStringLiteral("Signature").repeated(20'000);
    const QString long2 = QStringLiteral("a://").repeated(20'000);
    const QString long3 = QStringLiteral("-----BEGIN ").repeated(20'000);
    QElapsedTimer timer;
    timer.start();
    for (const QString &text : {long1, long2, long3})
        QVERIFY(scrubbed(text).size() <= text.size() + 16);
    QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(tst_Scrub)
#include "tst_scrub.moc"
