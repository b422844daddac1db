// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/typedcount.h"

#include <QTest>

using namespace countersign;

class tst_TypedCount : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text_data();
    void text();
};

//! Rule F7: blanks and full-width forms are forgiven.
void tst_TypedCount::text_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("expected"); // -1: no number
    QTest::newRow("plain") << QStringLiteral("29") << 29;
    QTest::newRow("blanks") << QStringLiteral("  2 9\t") << 29;
    QTest::newRow("ideographic blank") << QString::fromUtf8("\u300029\u3000") << 29;
    QTest::newRow("full-width") << QString::fromUtf8("２９") << 29;
    QTest::newRow("mixed widths") << QString::fromUtf8("2９") << 29;
    QTest::newRow("Arabic-Indic") << QString::fromUtf8("٢٩") << 29;
    QTest::newRow("leading nought") << QStringLiteral("029") << 29;
    QTest::newRow("empty") << QString() << -1;
    QTest::newRow("only blanks") << QStringLiteral("  ") << -1;
    QTest::newRow("sign") << QStringLiteral("-29") << -1;
    QTest::newRow("words") << QStringLiteral("29 waits") << -1;
    QTest::newRow("decimals") << QStringLiteral("29.0") << -1;
    QTest::newRow("a circled number is no digit") << QString::fromUtf8("②") << -1;
    QTest::newRow("too long") << QStringLiteral("0000000029") << -1;
}

void tst_TypedCount::text()
{
    QFETCH(QString, typed);
    QTEST(typedCount(typed).value_or(-1), "expected");
}

QTEST_GUILESS_MAIN(tst_TypedCount)
#include "tst_typedcount.moc"
