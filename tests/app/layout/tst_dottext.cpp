// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/dottext.h"

#include <QRegularExpression>
#include <QTest>

using namespace countersign;

namespace {

LayoutGraph pair()
{
    LayoutGraph graph;
    graph.nodes = {QSizeF(72, 36), QSizeF(144, 36)};
    graph.edges = {{0, 1, true}, {1, 0, false}};
    return graph;
}

// As dot writes it (format "plain": inches, y upwards), with lines of our own.
const QByteArray answer = "graph 1 2 3\n"
                          "node n0 1 2.5 1 0.5 \"\" solid box black lightgrey\n"
                          "node n1 1 0.5 2 0.5 \"\" solid box black lightgrey\n"
                          "edge n1 n0 4 1.2 0.75 1.3 1.2 1.3 1.6 1.2 2.25 solid #000001\n"
                          "edge n0 n1 4 0.8 2.25 0.8 1.6 0.8 1.2 0.8 0.75 solid #000000\n"
                          "stop\n";

} // namespace

class tst_DotText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dotText_isNumbersAndFixedWords();
    void readPlain_turnsInchesIntoUnitsFromTheTop();
    void readPlain_refuses_data();
    void readPlain_refuses();
};

void tst_DotText::dotText_isNumbersAndFixedWords()
{
    const QByteArray text = dotText(pair());
    QVERIFY(text.contains("n0 [width=1.0000, height=0.5000];"));
    QVERIFY(text.contains("n1 [width=2.0000, height=0.5000];"));
    QVERIFY(text.contains("n0 -> n1 [color=\"#000000\", weight=8];"));
    QVERIFY(text.contains("n1 -> n0 [color=\"#000001\"];"));
}

void tst_DotText::readPlain_turnsInchesIntoUnitsFromTheTop()
{
    const auto layout = readPlain(answer, pair());
    QVERIFY(layout);
    QCOMPARE(layout->arrangement, GraphLayout::Arrangement::Layered);
    // Two inches apart are 144 units, and the first node stands above.
    QCOMPARE(layout->nodes[1].center().y() - layout->nodes[0].center().y(), 144.0);
    QCOMPARE(layout->nodes[0].size(), QSizeF(72, 36));
    QCOMPARE(layout->edges[0].size(), 4u);
    QCOMPARE(layout->edges[0].front(), layout->nodes[0].center() + QPointF(-0.2 * 72, 18));
    QCOMPARE(layout->edges[1].back(), layout->nodes[0].center() + QPointF(0.2 * 72, 18));
    const QRectF all(QPointF(), layout->size);
    QVERIFY(all.contains(layout->nodes[0]) && all.contains(layout->nodes[1]));
}

void tst_DotText::readPlain_refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto without = [](const QByteArray &start) {
        QByteArrayList lines = answer.split('\n');
        lines.removeIf([&](const QByteArray &line) { return line.startsWith(start); });
        return lines.join('\n');
    };
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("cut off") << without("stop");
    QTest::newRow("a node is missing") << without("node n1");
    QTest::newRow("an edge is missing") << without("edge n1");
    QTest::newRow("a node twice") << answer + "node n0 1 2.5 1 0.5 x\nstop\n";
    QTest::newRow("an edge twice") << answer + "edge n0 n1 4 1 1 1 1 1 1 1 1 solid #000000\nstop\n";
    QTest::newRow("another node") << answer + "node n2 1 2.5 1 0.5 x\nstop\n";
    QTest::newRow("another edge") << answer + "edge n0 n1 4 1 1 1 1 1 1 1 1 solid #000002\nstop\n";
    QTest::newRow("edge of others") << QByteArray(answer).replace("edge n1 n0", "edge n0 n0");
    QTest::newRow("too few points")
        << QByteArray(answer).replace("4 0.8 2.25 0.8 1.6 0.8 1.2 0.8 0.75", "1 0.8 2.25");
    QTest::newRow("no number") << QByteArray(answer).replace("n0 1 2.5", "n0 one 2.5");
    QTest::newRow("not finite") << QByteArray(answer).replace("n0 1 2.5", "n0 nan 2.5");
    QTest::newRow("far away") << QByteArray(answer).replace("n0 1 2.5", "n0 1e300 2.5");
    QTest::newRow("other words") << "hello\n" + answer;
}

void tst_DotText::readPlain_refuses()
{
    QFETCH(QByteArray, text);
    QVERIFY(!readPlain(text, pair()));
}

QTEST_GUILESS_MAIN(tst_DotText)
#include "tst_dottext.moc"
