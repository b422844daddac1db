// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/keyforms.h"

#include <QTest>

using namespace countersign;

namespace {

const QByteArray random30 = "q7Rk2mXw9PzLs4Tb6VnYc8HdJf3GaE"; // made up, as long as secrets are
const QByteArray longToken = "CAIS" + QByteArray(2'000, 'x') + "+/==";

} // namespace

//! Ids, secrets and tokens as credentials.md 1 and 3 shows them, and each in another's place.
class tst_KeyForms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keyId_data();
    void keyId();
    void secret_data();
    void secret();
    void token_data();
    void token();
    void temporaryId_isTold();
    void secretsInTexts_areFound_data();
    void secretsInTexts_areFound();
};

void tst_KeyForms::keyId_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<KeyFlaw>("flaw");
    const auto add = [](const QByteArray &id, KeyFlaw flaw) {
        QTest::newRow(id.left(40).constData()) << id << flaw;
    };
    add("FakeAccessKeyIdForTests01", KeyFlaw::None);
    add("STS.FakeTemporaryIdForTests03", KeyFlaw::None);
    add("LTAI5tFakeFakeFake01Abcd", KeyFlaw::None);
    add("0wNEfakeMlzy7szv", KeyFlaw::None); // of the first years
    add("team_key-1.test", KeyFlaw::None);
    add("", KeyFlaw::None);
    add("FakeAccessKeySecretForTests01", KeyFlaw::Secret);
    add(random30, KeyFlaw::Secret);
    add("0123456789abcdef0123456789abcdef", KeyFlaw::Secret);
    add("0123456789abcdef0123456789abcde", KeyFlaw::None);
    add("CAISFakeSecurityTokenForTests+plus/slash==", KeyFlaw::OtherSigns);
    add(longToken, KeyFlaw::Token);
    add(QByteArray(100, 'a'), KeyFlaw::Token);
    add("acs:ram::1000000000000001:role/fake-oos-operator", KeyFlaw::RoleOrUser);
    add("LTAI5t 01", KeyFlaw::WhiteSpace);
    add("LTAI5t\n01", KeyFlaw::WhiteSpace);
    add("LTAI5t\x7F", KeyFlaw::WhiteSpace);
    add("LTAI5t<b>01</b>", KeyFlaw::OtherSigns);
    add("LTAI5t\xE2\x80\xAE"
        "10",
        KeyFlaw::OtherSigns); // turns what follows around
}

void tst_KeyForms::keyId()
{
    QFETCH(QByteArray, id);
    QFETCH(KeyFlaw, flaw);
    QCOMPARE(flawOfKeyId(id), flaw);
}

void tst_KeyForms::secret_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<KeyFlaw>("flaw");
    QTest::newRow("sample") << QByteArray("FakeAccessKeySecretForTests01") << KeyFlaw::None;
    QTest::newRow("random") << random30 << KeyFlaw::None;
    QTest::newRow("signs") << QByteArray("a\"b#c;d,<e>\xC3\xA9") << KeyFlaw::None;
    QTest::newRow("empty") << QByteArray() << KeyFlaw::None;
    QTest::newRow("id") << QByteArray("LTAI5tFakeFakeFake01") << KeyFlaw::KeyId;
    QTest::newRow("temporary id") << QByteArray("STS.FakeTemporaryIdForTests03") << KeyFlaw::KeyId;
    QTest::newRow("role") << QByteArray("acs:ram::1:role/r") << KeyFlaw::RoleOrUser;
    QTest::newRow("token") << longToken << KeyFlaw::Token;
    QTest::newRow("two words") << QByteArray("ab cd") << KeyFlaw::WhiteSpace;
    QTest::newRow("nul") << QByteArray("ab\0cd", 5) << KeyFlaw::WhiteSpace;
}

void tst_KeyForms::secret()
{
    QFETCH(QByteArray, secret);
    QFETCH(KeyFlaw, flaw);
    QCOMPARE(flawOfSecret(secret), flaw);
}

void tst_KeyForms::token_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<KeyFlaw>("flaw");
    QTest::newRow("sample") << QByteArray("CAISFakeSecurityTokenForTests+plus/slash==")
                            << KeyFlaw::None;
    QTest::newRow("long") << longToken << KeyFlaw::None;
    QTest::newRow("empty") << QByteArray() << KeyFlaw::None;
    QTest::newRow("id") << QByteArray("STS.FakeTemporaryIdForTests03") << KeyFlaw::KeyId;
    QTest::newRow("role") << QByteArray("acs:ram::1:role/r") << KeyFlaw::RoleOrUser;
    QTest::newRow("secret") << random30 << KeyFlaw::Secret;
    QTest::newRow("two lines") << QByteArray("CAIS\r\nxy") << KeyFlaw::WhiteSpace;
}

void tst_KeyForms::token()
{
    QFETCH(QByteArray, token);
    QFETCH(KeyFlaw, flaw);
    QCOMPARE(flawOfToken(token, random30), flaw);
}

void tst_KeyForms::temporaryId_isTold()
{
    QVERIFY(isTemporaryKeyId("STS.FakeTemporaryIdForTests03"));
    for (const char *other : {"LTAI5tFakeFakeFake01", "STSFake", "sts.fake", ""})
        QVERIFY(!isTemporaryKeyId(other));
}

void tst_KeyForms::secretsInTexts_areFound_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("alone") << random30 << true;
    QTest::newRow("in a command") << "tool --secret='" + random30 + "' print" << true;
    QTest::newRow("in an address") << "https://keys.example/?k=" + random30 << true;
    QTest::newRow("role") << QByteArray(
                                 "acs:ram::1000000000000001:role/AliyunOOSLifecycleHook4CSRole2025")
                          << false;
    QTest::newRow("account") << QByteArray("10000000000000010000000000000001") << false;
    QTest::newRow("path") << QByteArray("/opt/CompanyCredentialHelper2/bin/print-keys") << false;
    QTest::newRow("nothing") << QByteArray() << false;
}

void tst_KeyForms::secretsInTexts_areFound()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isFound);
    QCOMPARE(holdsSecretForm(text), isFound);
}

QTEST_GUILESS_MAIN(tst_KeyForms)
#include "tst_keyforms.moc"
