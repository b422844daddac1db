// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/templates/textpositions.h"

#include <QRegularExpression>
#include <QTest>

using namespace countersign;

class tst_TextPositions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void atByte_data();
    void atByte();
    void atCharacter_countsCodePoints();
    void atByte_longLine_agreesWithCounting();
    void lastTextLine_skipsBlankLines();
    void lineBeginningWith_findsTheFirst();
};

void tst_TextPositions::atByte_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qsizetype>("offset");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");

    QTest::newRow("empty") << QByteArray() << qsizetype(0) << 1 << 1;
    QTest::newRow("first") << QByteArray("ab\ncd") << qsizetype(0) << 1 << 1;
    QTest::newRow("before the break") << QByteArray("ab\ncd") << qsizetype(2) << 1 << 3;
    QTest::newRow("after LF") << QByteArray("ab\ncd") << qsizetype(3) << 2 << 1;
    QTest::newRow("after CR LF") << QByteArray("ab\r\ncd") << qsizetype(4) << 2 << 1;
    QTest::newRow("CR LF is one line break") << QByteArray("a\r\nb\r\nc") << qsizetype(6) << 3 << 1;
    QTest::newRow("after CR") << QByteArray("ab\rcd") << qsizetype(4) << 2 << 2;
    QTest::newRow("two-byte letters") << QByteArray("\xC3\xA4\xC3\xB6x") << qsizetype(4) << 1 << 3;
    QTest::newRow("emoji is one column")
        << QByteArray("\xF0\x9F\x98\x80x") << qsizetype(4) << 1 << 2;
    QTest::newRow("no line break at U+2028") << QByteArray("a\xE2\x80\xA8"
                                                           "b")
                                             << qsizetype(4) << 1 << 3;
    QTest::newRow("beyond the end") << QByteArray("ab\n") << qsizetype(99) << 2 << 1;
}

void tst_TextPositions::atByte()
{
    QFETCH(QByteArray, text);
    QFETCH(qsizetype, offset);
    QFETCH(int, line);
    QFETCH(int, column);
    const TextPosition position = TextPositions(text).atByte(offset);
    QCOMPARE(position.line, line);
    QCOMPARE(position.column, column);
}

void tst_TextPositions::atCharacter_countsCodePoints()
{
    const TextPositions positions(QByteArray("\xE4\xB8\xAD\xE6\x96\x87\n\xF0\x9F\x98\x80z"));
    QCOMPARE(positions.atCharacter(1).column, 2);
    QCOMPARE(positions.atCharacter(3).line, 2);
    QCOMPARE(positions.atCharacter(4).line, 2);
    QCOMPARE(positions.atCharacter(4).column, 2);
}

void tst_TextPositions::atByte_longLine_agreesWithCounting()
{
    QByteArray text;
    for (int i = 0; i < 1000; ++i)
        text += "\xC3\xA9"
                "a";
    const TextPositions positions(text);
    for (int i = 0; i < 1000; i += 37)
        QCOMPARE(positions.atByte(qsizetype(i) * 3).column, i * 2 + 1);
}

void tst_TextPositions::lastTextLine_skipsBlankLines()
{
    const TextPositions positions(QByteArray("a\nb\n  \n\t\nc"));
    QCOMPARE(positions.lastTextLine({5, 1}, 1), 2);
    QCOMPARE(positions.lastTextLine({5, 2}, 1), 5);
    QCOMPARE(positions.lastTextLine({4, 1}, 3), 3);
    QCOMPARE(positions.lastTextLine({99, 2}, 1), 5);
}

void tst_TextPositions::lineBeginningWith_findsTheFirst()
{
    QCOMPARE(TextPositions(QByteArray("a\n %\n%b\n%c")).lineBeginningWith('%'), 3);
    QCOMPARE(TextPositions(QByteArray("a\n %")).lineBeginningWith('%'), 0);
    QCOMPARE(TextPositions(QByteArray("a\r%")).lineBeginningWith('%'), 2);
}

QTEST_GUILESS_MAIN(tst_TextPositions)
#include "tst_textpositions.moc"
