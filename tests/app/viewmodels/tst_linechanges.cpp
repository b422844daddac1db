// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/linechanges.h"

#include <QElapsedTimer>
#include <QTest>

using namespace countersign;

class tst_LineChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lines_data();
    void lines();
    void longTexts_areReplacedWhole();
};

void tst_LineChanges::lines_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QStringList>("gone");
    QTest::addColumn<QStringList>("added");
    const auto text = [](const char *words) { return QString::fromUtf8(words); };
    QTest::newRow("equal") << text("a\nb") << text("a\nb") << QStringList() << QStringList();
    QTest::newRow("one changed") << text("a\nb\nc") << text("a\nB\nc") << QStringList{text("b")}
                                 << QStringList{text("B")};
    QTest::newRow("one new") << text("a\nc") << text("a\nb\nc") << QStringList()
                             << QStringList{text("b")};
    QTest::newRow("one gone") << text("a\nb\nc") << text("a\nc") << QStringList{text("b")}
                              << QStringList();
    QTest::newRow("two places") << text("a\nb\nc\nd\ne") << text("a\nx\nc\nd\ny\ne")
                                << QStringList{text("b")} << QStringList{text("x"), text("y")};
    QTest::newRow("repeated lines")
        << text("x\nx\ny") << text("x\ny") << QStringList{text("x")} << QStringList();
    QTest::newRow("from nothing") << QString() << text("a") << QStringList{QString()}
                                  << QStringList{text("a")};
}

void tst_LineChanges::lines()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    const LineChanges changes = lineChanges(before, after);
    QTEST(changes.gone, "gone");
    QTEST(changes.added, "added");
}

void tst_LineChanges::longTexts_areReplacedWhole()
{
    QStringList old;
    QStringList now;
    for (int line = 0; line < 20'000; ++line) {
        old += QString::number(line);
        now += QString::number(line + 7);
    }
    QElapsedTimer elapsed;
    elapsed.start();
    const LineChanges changes =
        lineChanges(old.join(QLatin1Char('\n')), now.join(QLatin1Char('\n')));
    QCOMPARE(changes.gone.size(), 20'000);
    QCOMPARE(changes.added.size(), 20'000);
    QVERIFY2(elapsed.elapsed() < 2'000, qPrintable(QString::number(elapsed.elapsed())));
}

QTEST_GUILESS_MAIN(tst_LineChanges)
#include "tst_linechanges.moc"
