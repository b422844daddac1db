// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/secretbytes.h"

#include <QTest>

using namespace countersign;

class TestSecretBytes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void copiesAndMoves();
    void compares();
    void cannotLeak();
};

void TestSecretBytes::copiesAndMoves()
{
    SecretBytes first(QByteArrayView("secret"));
    QCOMPARE(first.view(), QByteArrayView("secret"));
    SecretBytes second = std::move(first);
    QVERIFY(first.isEmpty()); // NOLINT(bugprone-use-after-move): what moving leaves is promised
    QCOMPARE(second.size(), std::size_t{6});
    const SecretBytes copy = second.clone();
    second = SecretBytes(QByteArrayView("x"));
    QCOMPARE(copy.view(), QByteArrayView("secret"));
    QCOMPARE(second.view(), QByteArrayView("x"));
    const QByteArray large(100'000, 'k');
    QCOMPARE(SecretBytes(large).view(), QByteArrayView(large));
    QVERIFY(SecretBytes().view().isEmpty());
}

void TestSecretBytes::compares()
{
    const SecretBytes secret(QByteArrayView("abc"));
    QVERIFY(secret.equals(SecretBytes(QByteArrayView("abc"))));
    QVERIFY(!secret.equals(SecretBytes(QByteArrayView("abd"))));
    QVERIFY(!secret.equals(SecretBytes(QByteArrayView("ab"))));
    QVERIFY(SecretBytes().equals(SecretBytes(QByteArrayView())));
}

void TestSecretBytes::cannotLeak()
{
    static_assert(!std::is_copy_constructible_v<SecretBytes>);
    static_assert(!std::is_convertible_v<SecretBytes, QByteArray>);
    static_assert(!std::is_convertible_v<SecretBytes, QString>);
    static_assert(!std::is_convertible_v<QByteArrayView, SecretBytes>);
    QVERIFY(!(std::is_convertible_v<SecretBytes, QByteArrayView>));
}

QTEST_APPLESS_MAIN(TestSecretBytes)
#include "tst_secretbytes.moc"
