// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/graphlayout.h"

#include <QTest>

using namespace countersign;

namespace {

LayoutGraph graphOf(std::size_t nodes, std::vector<LayoutGraph::Edge> edges)
{
    LayoutGraph graph;
    graph.nodes.assign(nodes, QSizeF(200, 60));
    graph.edges = std::move(edges);
    return graph;
}

} // namespace

class tst_GraphLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textOrder_nodesStandBelowEachOther();
    void textOrder_stepsAreStraight();
    void textOrder_jumpsThatMeetStandApart();
    void textOrder_everythingLiesInside();
    void textOrder_nothing_isEmpty();
    void textOrder_keepsTheReason();
    void crossedRanks_addsSpans();
};

void tst_GraphLayout::textOrder_nodesStandBelowEachOther()
{
    LayoutGraph graph = graphOf(3, {});
    graph.nodes[1] = QSizeF(80, 30);
    const GraphLayout layout = layoutInTextOrder(graph);
    QCOMPARE(layout.arrangement, GraphLayout::Arrangement::TextOrder);
    QCOMPARE(layout.nodes.size(), 3u);
    for (std::size_t i = 0; i < 3; ++i)
        QCOMPARE(layout.nodes[i].size(), graph.nodes[i]);
    QVERIFY(layout.nodes[0].bottom() < layout.nodes[1].top());
    QVERIFY(layout.nodes[1].bottom() < layout.nodes[2].top());
    QCOMPARE(layout.nodes[1].center().x(), layout.nodes[0].center().x());
}

void tst_GraphLayout::textOrder_stepsAreStraight()
{
    const GraphLayout layout = layoutInTextOrder(graphOf(2, {{0, 1, true}}));
    QCOMPARE(layout.edges[0].size(), 4u);
    QCOMPARE(layout.edges[0].front(),
             QPointF(layout.nodes[0].center().x(), layout.nodes[0].bottom()));
    QCOMPARE(layout.edges[0].back(), QPointF(layout.nodes[1].center().x(), layout.nodes[1].top()));
}

void tst_GraphLayout::textOrder_jumpsThatMeetStandApart()
{
    // Two ways to the same neighbour, a jump back, one onto itself, and two that share rows.
    const GraphLayout layout = layoutInTextOrder(
        graphOf(5, {{0, 1, true}, {0, 1, false}, {3, 1, false}, {2, 2, false}, {0, 4, false}}));
    QSet<int> lanes;
    for (std::size_t edge : {1, 2, 4}) {
        const std::vector<QPointF> &points = layout.edges[edge];
        QCOMPARE(points.size() % 3, 1u);
        double outermost = 0;
        for (const QPointF &point : points)
            outermost = std::max(outermost, point.x());
        QVERIFY(outermost > layout.nodes[0].right());
        lanes.insert(qRound(outermost));
    }
    QCOMPARE(lanes.size(), 3);
    // Onto itself: out of the box and back into it.
    QCOMPARE(layout.edges[3].front().x(), layout.nodes[2].right());
    QCOMPARE(layout.edges[3].back().x(), layout.nodes[2].right());
    QVERIFY(layout.edges[3].front() != layout.edges[3].back());
    // The jump back ends at the upper task.
    QVERIFY(layout.nodes[1].adjusted(-1, -1, 1, 1).contains(layout.edges[2].back()));
    QVERIFY(layout.nodes[3].adjusted(-1, -1, 1, 1).contains(layout.edges[2].front()));
}

void tst_GraphLayout::textOrder_everythingLiesInside()
{
    std::vector<LayoutGraph::Edge> edges;
    for (int i = 0; i < 99; ++i) {
        edges.push_back({i, i + 1, true});
        edges.push_back({i, 99, false});
    }
    const LayoutGraph graph = graphOf(100, edges);
    const GraphLayout layout = layoutInTextOrder(graph);
    const QRectF all(QPointF(), layout.size);
    for (const QRectF &node : layout.nodes)
        QVERIFY(all.contains(node));
    for (const auto &points : layout.edges) {
        QVERIFY(points.size() >= 4);
        for (const QPointF &point : points)
            QVERIFY(all.contains(point));
    }
}

void tst_GraphLayout::textOrder_nothing_isEmpty()
{
    const GraphLayout layout = layoutInTextOrder({});
    QVERIFY(layout.nodes.empty());
    QVERIFY(layout.edges.empty());
}

void tst_GraphLayout::textOrder_keepsTheReason()
{
    QCOMPARE(layoutInTextOrder({}, GraphLayout::Reason::TimeLimit).reason,
             GraphLayout::Reason::TimeLimit);
}

void tst_GraphLayout::crossedRanks_addsSpans()
{
    QCOMPARE(crossedRanks(graphOf(10, {{0, 1, true}, {9, 2, false}, {4, 4, false}})), 8);
}

QTEST_GUILESS_MAIN(tst_GraphLayout)
#include "tst_graphlayout.moc"
