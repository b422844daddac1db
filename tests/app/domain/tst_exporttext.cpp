// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/exporttext.h"

#include <QTest>

using namespace countersign;

class tst_ExportText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void csvLine_data();
    void csvLine();
    void visibleJson_escapesWhatActs();
    void times_haveTheirOffset();
};

void tst_ExportText::csvLine_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const QString &cell, const QByteArray &expected) {
        QTest::newRow(name) << cell << QByteArray('"' + expected + "\"\r\n");
    };
    row("plain", QStringLiteral("a b"), "a b");
    row("quote and comma", QStringLiteral("a \"b\", c"), "a \"\"b\"\", c");
    row("formula", QStringLiteral("=1+1"), "'=1+1");
    row("plus", QStringLiteral("+1"), "'+1");
    row("minus", QStringLiteral("-1"), "'-1");
    row("at", QStringLiteral("@SUM(A1)"), "'@SUM(A1)");
    row("tab", QStringLiteral("\t=1"), "'\xE2\x87\xA5=1");
    row("full width", QStringLiteral(u"\uFF1D1"),
        "'\xEF\xBC\x9D"
        "1");
    row("escape sequence", QStringLiteral("\x1B[31m"), "\xE2\x9F\xA8U+001B\xE2\x9F\xA9[31m");
    row("C1", QStringLiteral(u"a\u009Bb"),
        "a\xE2\x9F\xA8U+009B\xE2\x9F\xA9"
        "b");
}

void tst_ExportText::csvLine()
{
    QFETCH(QString, cell);
    QFETCH(QByteArray, expected);
    QCOMPARE(countersign::csvLine({cell}), expected);
    QCOMPARE(countersign::csvLine({cell, QString()}),
             QByteArray(expected.chopped(2) + ",\"\"\r\n"));
}

void tst_ExportText::visibleJson_escapesWhatActs()
{
    QCOMPARE(
        visibleJson(
            QStringLiteral(u"[\"a\u202E\u009B\u2028\U000E0001\",\n\"\u540C\u610F\"]").toUtf8()),
        QByteArray("[\"a\\u202e\\u009b\\u2028\\udb40\\udc01\",\n\"\xE5\x90\x8C\xE6\x84\x8F\"]"));
}

void tst_ExportText::times_haveTheirOffset()
{
    // The tests' zone is Asia/Shanghai, eight hours ahead all year.
    const QDateTime time(QDate(2026, 11, 27), QTime(20, 30), Qt::UTC);
    QCOMPARE(isoUtc(time), QStringLiteral("2026-11-27T20:30:00Z"));
    QCOMPARE(isoLocal(time), QStringLiteral("2026-11-28T04:30:00+08:00"));
    QCOMPARE(isoUtc({}), QString());
    QCOMPARE(isoLocal({}), QString());
}

QTEST_GUILESS_MAIN(tst_ExportText)
#include "tst_exporttext.moc"
