// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/enteredkey.h"

#include <QTest>
#include <QTimeZone>

using namespace countersign;

namespace {

const QByteArray secretForm("aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1"); // 30 characters, as secrets have
const QByteArray tokenForm = QByteArray("CAIS") + QByteArray(2'000, 'x') + QByteArray("+/==");

Credentials keyOf(const QString &id, const QByteArray &secret, const QByteArray &token = {})
{
    Credentials key;
    key.accessKeyId = id;
    key.secret = SecretBytes(secret);
    key.securityToken = SecretBytes(token);
    return key;
}

} // namespace

//! What is told about an entered key before it is stored or sent.
class tst_EnteredKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void usualKeys_haveNoFinding();
    void ids_data();
    void ids();
    void keys_data();
    void keys();
    void findings_neverHoldTheKey();
    void tooLargeForTheKeychain_isSaidBeforehand();
    void ends_data();
    void ends();
};

void tst_EnteredKey::usualKeys_haveNoFinding()
{
    for (const char *id :
         {"FakeAccessKeyIdForTests01", "LTAI5tExampleExample1234", "", "SANDBOX7f3a9c20b1d84e5f6"})
        QCOMPARE(findingOf(keyOf(QString::fromLatin1(id), secretForm), true).text, QString());
    QCOMPARE(findingOf(keyOf(QStringLiteral("STS.FakeTemporaryIdForTests03"),
                             "FakeTemporarySecretForTests03", tokenForm),
                       true)
                 .text,
             QString());
}

void tst_EnteredKey::ids_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("words");
    QTest::newRow("role") << QStringLiteral("acs:ram::1000000000000001:role/fake-oos-operator")
                          << QStringLiteral("ARN");
    QTest::newRow("secret") << QString::fromLatin1(secretForm) << QStringLiteral("secret");
    QTest::newRow("token") << QString::fromLatin1(tokenForm) << QStringLiteral("token");
    QTest::newRow("long") << QString(100, QLatin1Char('a')) << QStringLiteral("token");
    QTest::newRow("secret of 29") << QStringLiteral("FakeTemporarySecretForTests03")
                                  << QStringLiteral("secret");
    QTest::newRow("other signs") << QStringLiteral("LTAI5t<b>Example</b>")
                                 << QStringLiteral("letters, digits");
    QTest::newRow("blank") << QStringLiteral("LTAI5tExample Example") << QStringLiteral("white");
    QTest::newRow("two lines") << QStringLiteral("LTAI5tExample\nsecret")
                               << QStringLiteral("white");
}

void tst_EnteredKey::ids()
{
    QFETCH(QString, id);
    QFETCH(QString, words);
    const KeyFinding finding = findingOfKeyId(id);
    QCOMPARE(finding.field, KeyField::Id);
    QVERIFY2(finding.text.contains(words), qPrintable(finding.text));
    QCOMPARE(findingOf(keyOf(id, secretForm), false), finding);
}

void tst_EnteredKey::keys_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<KeyField>("field");
    const QString id = QStringLiteral("LTAI5tExampleExample1234");
    const QByteArray none;
    QTest::newRow("id as secret") << id << id.toLatin1() << none << KeyField::Secret;
    QTest::newRow("temporary id as secret")
        << id << QByteArray("STS.FakeTemporaryId") << none << KeyField::Secret;
    QTest::newRow("role as secret")
        << id << QByteArray("acs:ram::1:role/a") << none << KeyField::Secret;
    QTest::newRow("token as secret") << id << tokenForm << none << KeyField::Secret;
    QTest::newRow("two words as secret")
        << id << QByteArray("secret more") << none << KeyField::Secret;
    QTest::newRow("temporary without token")
        << QStringLiteral("STS.FakeTemporaryId") << secretForm << none << KeyField::Token;
    QTest::newRow("token of two lines")
        << id << secretForm << QByteArray(tokenForm + '\n' + tokenForm) << KeyField::Token;
    QTest::newRow("token with CR") << id << secretForm << QByteArray("CAIS\rxy") << KeyField::Token;
    QTest::newRow("id as token") << id << secretForm << id.toLatin1() << KeyField::Token;
    QTest::newRow("secret as token") << id << secretForm << secretForm << KeyField::Token;
    QTest::newRow("role as token")
        << id << secretForm << QByteArray("acs:ram::1:role/a") << KeyField::Token;
}

void tst_EnteredKey::keys()
{
    QFETCH(QString, id);
    QFETCH(QByteArray, secret);
    QFETCH(QByteArray, token);
    QFETCH(KeyField, field);
    const KeyFinding finding = findingOf(keyOf(id, secret, token), false);
    QCOMPARE(finding.field, field);
    QVERIFY(finding.text.endsWith(QLatin1Char('.')));
}

void tst_EnteredKey::findings_neverHoldTheKey()
{
    const QByteArray secret("canary canary");
    QVERIFY(!findingOf(keyOf(QStringLiteral("LTAIcanary12345"), secret), true)
                 .text.contains(QStringLiteral("canary")));
    QVERIFY(!findingOfKeyId(QStringLiteral("acs:canary")).text.contains(QStringLiteral("canary")));
}

void tst_EnteredKey::tooLargeForTheKeychain_isSaidBeforehand()
{
    const QString id = QStringLiteral("STS.FakeTemporaryIdForTests03");
    const QByteArray token(17'000, 'x');
    const KeyFinding finding = findingOf(keyOf(id, secretForm, token), true);
    QCOMPARE(finding.field, KeyField::Token);
    QVERIFY2(finding.text.contains(QStringLiteral("17,059")), qPrintable(finding.text));
    QVERIFY2(finding.text.contains(QStringLiteral("16,384")), qPrintable(finding.text));
    QCOMPARE(findingOf(keyOf(id, secretForm, token), false).text, QString());
    QCOMPARE(findingOf(keyOf(QStringLiteral("LTAI5tExample"), token), true).field,
             KeyField::Secret);
}

void tst_EnteredKey::ends_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDateTime>("end");
    const auto utc = [](int hour, int minute, int second) {
        return QDateTime(QDate(2026, 2, 3), QTime(hour, minute, second), Qt::UTC);
    };
    // The tests run in UTC+8.
    QTest::newRow("as STS prints it") << QStringLiteral("2026-02-03T05:05:06Z") << utc(5, 5, 6);
    QTest::newRow("with an offset")
        << QStringLiteral(" 2026-02-03T13:05:06+08:00 ") << utc(5, 5, 6);
    QTest::newRow("typed") << QStringLiteral("2026-02-03 13:05") << utc(5, 5, 0);
    QTest::newRow("in the CLI's file") << QStringLiteral("1770095106") << utc(5, 5, 6);
    for (const char *none :
         {"", "soon", "2026-02-03", "05:05", "2026-13-03 05:05", "177009510", "9999999999999"})
        QTest::newRow(none) << QString::fromLatin1(none) << QDateTime();
}

void tst_EnteredKey::ends()
{
    QFETCH(QString, text);
    QFETCH(QDateTime, end);
    const auto read = readEnd(text);
    QCOMPARE(read.has_value(), end.isValid());
    QCOMPARE(read.value_or(QDateTime()), end);
}

QTEST_GUILESS_MAIN(tst_EnteredKey)
#include "tst_enteredkey.moc"
