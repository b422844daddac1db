// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/secretpayload.h"
#include "app/domain/wipe.h"

#include <QTest>

#include <utility>

using namespace countersign;

namespace {

SecretPayload payload()
{
    SecretPayload made;
    made.credentials.accessKeyId = QStringLiteral("STS.id-é");
    made.credentials.secret = SecretBytes(QByteArrayView("a\0b", 3));
    made.credentials.securityToken = SecretBytes(QByteArrayView("CAIS+/=="));
    made.accountId = QStringLiteral("1000000000000001");
    made.expiresAt = QDateTime(QDate(2026, 2, 3), QTime(4, 5, 6), Qt::UTC);
    return made;
}

QByteArray bytesOf(const SecretPayload &made)
{
    const auto bytes = secretPayloadBytes(made);
    return bytes ? bytes->view().toByteArray() : QByteArray();
}

bool isReadable(const QByteArray &bytes)
{
    return readSecretPayload(SecretBytes(QByteArrayView(bytes))).has_value();
}

//! Makes the checksum right, so that only what it covers can be at fault.
QByteArray summed(QByteArray bytes)
{
    const std::uint32_t sum = checksum(bytes);
    for (const int shift : {24, 16, 8, 0})
        bytes.append(static_cast<char>((sum >> shift) & 0xFF));
    return bytes;
}

QByteArray field(const QByteArray &text)
{
    return QByteArray(3, '\0') + char(text.size()) + text;
}

} // namespace

class tst_SecretPayload : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checksum_isThePublishedOne();
    void layout_isAsDescribed();
    void roundTrip_keepsEveryField();
    void roundTrip_permanentKey();
    void changed_atEveryByte_isDamaged();
    void cut_atEveryLength_isDamaged();
    void longer_isDamaged();
    void shapes_data();
    void shapes();
    void limit_isKept();
    void wipe_reachesSharedCopies();
};

void tst_SecretPayload::checksum_isThePublishedOne()
{
    // The check value of CRC-32 in the catalogue of parametrised CRC algorithms.
    QCOMPARE(checksum("123456789"), 0xCBF43926U);
    QCOMPARE(checksum(QByteArrayView()), 0U);
}

void tst_SecretPayload::layout_isAsDescribed()
{
    SecretPayload made;
    made.credentials.accessKeyId = QStringLiteral("k");
    made.credentials.secret = SecretBytes(QByteArrayView("ss"));
    made.expiresAt = QDateTime::fromSecsSinceEpoch(0x0102030405, Qt::UTC);
    QCOMPARE(bytesOf(made).chopped(4).toHex(' '),
             QByteArray("01 00 00 00 01 6b 00 00 00 02 73 73 00 00 00 00 00 00 00 00 "
                        "00 00 00 08 00 00 00 01 02 03 04 05"));
}

void tst_SecretPayload::roundTrip_keepsEveryField()
{
    const SecretPayload made = payload();
    const auto read = readSecretPayload(*secretPayloadBytes(made));
    QVERIFY(read);
    QCOMPARE(read->credentials.accessKeyId, made.credentials.accessKeyId);
    QVERIFY(read->credentials.secret.equals(made.credentials.secret));
    QVERIFY(read->credentials.securityToken.equals(made.credentials.securityToken));
    QCOMPARE(read->accountId, made.accountId);
    QCOMPARE(read->expiresAt, made.expiresAt);
}

void tst_SecretPayload::roundTrip_permanentKey()
{
    SecretPayload made;
    made.credentials.accessKeyId = QStringLiteral("LTAI");
    made.credentials.secret = SecretBytes(QByteArrayView("s"));
    const auto read = readSecretPayload(*secretPayloadBytes(made));
    QVERIFY(read);
    QVERIFY(read->credentials.securityToken.isEmpty());
    QVERIFY(read->accountId.isEmpty());
    QVERIFY(!read->expiresAt.isValid());
}

void tst_SecretPayload::changed_atEveryByte_isDamaged()
{
    const QByteArray whole = bytesOf(payload());
    QVERIFY(isReadable(whole));
    for (qsizetype at = 0; at < whole.size(); ++at) {
        for (const int mask : {0x01, 0x80, 0xFF}) {
            QByteArray changed = whole;
            changed[at] = static_cast<char>(changed.at(at) ^ mask);
            QVERIFY2(!isReadable(changed), qPrintable(QString::number(at)));
        }
    }
}

void tst_SecretPayload::cut_atEveryLength_isDamaged()
{
    const QByteArray whole = bytesOf(payload());
    for (qsizetype length = 0; length < whole.size(); ++length) {
        QVERIFY2(!isReadable(whole.first(length)), qPrintable(QString::number(length)));
        // The fields alone, summed anew, are whole again.
        QCOMPARE(isReadable(summed(whole.first(length))), length == whole.size() - 4);
    }
}

void tst_SecretPayload::longer_isDamaged()
{
    const QByteArray whole = bytesOf(payload());
    QVERIFY(!isReadable(whole + '\0'));
    QVERIFY(!isReadable(summed(whole.chopped(4) + '\0')));
    QVERIFY(!isReadable(whole + whole));
}

void tst_SecretPayload::shapes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isWhole");
    const QByteArray none = field({});
    const QByteArray start = field("k") + field("s") + none;
    QTest::newRow("whole") << summed('\1' + start + none + none) << true;
    QTest::newRow("version 0") << summed('\0' + start + none + none) << false;
    QTest::newRow("version 2") << summed('\2' + start + none + none) << false;
    QTest::newRow("no key id") << summed('\1' + none + field("s") + none + none + none) << false;
    QTest::newRow("no secret") << summed('\1' + field("k") + none + none + none + none) << false;
    QTest::newRow("a field missing") << summed('\1' + start + none) << false;
    QTest::newRow("a field too many") << summed('\1' + start + none + none + none) << false;
    QTest::newRow("key id is not UTF-8")
        << summed('\1' + field("\xC3") + field("s") + none + none + none) << false;
    QTest::newRow("account is not UTF-8") << summed('\1' + start + field("\xFF") + none) << false;
    QTest::newRow("expiry of 7 bytes")
        << summed('\1' + start + none + field(QByteArray(7, '\0'))) << false;
    QTest::newRow("length of 4 GiB")
        << summed(QByteArray("\1\xFF\xFF\xFF\xFF", 5) + start + none + none) << false;
    QTest::newRow("another program's") << QByteArray("password") << false;
    QTest::newRow("empty") << QByteArray() << false;
}

void tst_SecretPayload::shapes()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const bool, isWhole);
    QCOMPARE(isReadable(bytes), isWhole);
}

void tst_SecretPayload::limit_isKept()
{
    // Version, five lengths and the checksum take 25 bytes, the key id one.
    const qsizetype most = 16 * 1024 - 26;
    SecretPayload made;
    made.credentials.accessKeyId = QStringLiteral("k");
    made.credentials.secret = SecretBytes(QByteArrayView("s"));
    made.credentials.securityToken = SecretBytes(QByteArrayView(QByteArray(most - 1, 't')));
    const auto bytes = secretPayloadBytes(made);
    QVERIFY(bytes);
    QCOMPARE(bytes->size(), std::size_t(16 * 1024));
    QVERIFY(readSecretPayload(*bytes));
    made.credentials.securityToken = SecretBytes(QByteArrayView(QByteArray(most, 't')));
    QVERIFY(!secretPayloadBytes(made));
    QVERIFY(!isReadable(summed('\1' + field("k") + field("s") + QByteArray(16 * 1024, '\0'))));
}

void tst_SecretPayload::wipe_reachesSharedCopies()
{
    QByteArray mine(5, 's');
    const QByteArray theirs = mine;
    wipeShared(mine);
    QVERIFY(mine.isEmpty());
    QCOMPARE(theirs, QByteArray(5, '\0'));
}

QTEST_GUILESS_MAIN(tst_SecretPayload)
#include "tst_secretpayload.moc"
