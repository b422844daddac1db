// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/oncebody.h"

#include <QSignalSpy>
#include <QTest>

using namespace countersign;

class tst_OnceBody : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytes_leaveOnce();
    void looking_asksNobody();
    void refusal_letsNothingOut();
    void withoutQuestion_leaves();
};

void tst_OnceBody::bytes_leaveOnce()
{
    int asked = 0;
    OnceBody body("RegionId=cn", [&asked] {
        ++asked;
        return true;
    });
    const QSignalSpy progressed(&body, &OnceBody::progressed);
    const QSignalSpy handedOut(&body, &OnceBody::handedOut);
    QVERIFY(body.isSequential());
    QCOMPARE(body.bytesAvailable(), 11);
    QCOMPARE(body.read(4), QByteArray("Regi"));
    QCOMPARE(body.bytesHandedOut(), 4);
    QCOMPARE(body.bytesAvailable(), 7);
    QCOMPARE(handedOut.size(), 0);
    QCOMPARE(body.read(100), QByteArray("onId=cn"));
    QCOMPARE(body.bytesHandedOut(), 11);
    QCOMPARE(progressed.size(), 2);
    QCOMPARE(handedOut.size(), 1);
    QCOMPARE(asked, 1);
    // What a second copy of the request would need.
    QVERIFY(!body.reset());
    char byte = 0;
    QCOMPARE(body.read(&byte, 1), -1);
    QCOMPARE(body.bytesAvailable(), 0);
    QCOMPARE(body.bytesHandedOut(), 11);
    QCOMPARE(handedOut.size(), 1);
}

void tst_OnceBody::looking_asksNobody()
{
    int asked = 0;
    OnceBody body("a", [&asked] {
        ++asked;
        return true;
    });
    char byte = 0;
    QCOMPARE(body.read(&byte, 0), 0);
    QCOMPARE(asked, 0);
    QCOMPARE(body.bytesHandedOut(), 0);
}

void tst_OnceBody::refusal_letsNothingOut()
{
    int asked = 0;
    OnceBody body("secret", [&asked] {
        ++asked;
        return false;
    });
    const QSignalSpy refused(&body, &OnceBody::refused);
    char bytes[8] = {};
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(body.read(bytes, 8), -1);
        QVERIFY(body.isRefused());
        QCOMPARE(body.bytesHandedOut(), 0);
        QCOMPARE(body.bytesAvailable(), 0);
        QCOMPARE(QByteArray(bytes, 8), QByteArray(8, '\0'));
    }
    QCOMPARE(asked, 1);
    QCOMPARE(refused.size(), 1);
}

void tst_OnceBody::withoutQuestion_leaves()
{
    OnceBody body("a", nullptr);
    QCOMPARE(body.readAll(), QByteArray("a"));
    QCOMPARE(body.bytesHandedOut(), 1);
}

QTEST_GUILESS_MAIN(tst_OnceBody)
#include "tst_oncebody.moc"
