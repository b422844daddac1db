// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/graphlayout.h"

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <functional>
#include <numeric>

namespace countersign {

namespace {

constexpr double margin = 12;
constexpr double rowGap = 34;
constexpr double firstLane = 26;
constexpr double laneGap = 12;
constexpr int mostLanes = 40;

//! A straight line as one cubic curve.
std::vector<QPointF> straight(const QPointF &from, const QPointF &to)
{
    return {from, from + (to - from) / 3, from + (to - from) * 2 / 3, to};
}

//! Out to the lane at x, along it, and back.
std::vector<QPointF> alongLane(const QPointF &from, const QPointF &to, double x)
{
    const double turn = std::min(20.0, std::abs(to.y() - from.y()) / 2);
    const double down = to.y() >= from.y() ? turn : -turn;
    const QPointF outer(x, from.y() + down);
    const QPointF inner(x, to.y() - down);
    std::vector<QPointF> points{from, {x, from.y()}, {x, from.y()}, outer};
    const std::vector<QPointF> middle = straight(outer, inner);
    points.insert(points.end(), middle.begin() + 1, middle.end());
    points.insert(points.end(), {{x, to.y()}, {x, to.y()}, to});
    return points;
}

class Column
{
public:
    explicit Column(const LayoutGraph &graph)
        : m_graph(graph)
    {
        placeNodes();
        placeEdges();
    }

    GraphLayout take() { return std::move(m_layout); }

private:
    void placeNodes()
    {
        double width = 0;
        for (const QSizeF &size : m_graph.nodes)
            width = std::max(width, size.width());
        double y = margin;
        for (const QSizeF &size : m_graph.nodes) {
            m_layout.nodes.emplace_back(QPointF(margin + (width - size.width()) / 2, y), size);
            y += size.height() + rowGap;
        }
        m_right = margin + width;
        m_layout.size = {m_right + margin, m_graph.nodes.empty() ? 0 : y - rowGap + margin};
    }

    void placeEdges()
    {
        m_layout.edges.resize(m_graph.edges.size());
        std::vector<std::size_t> jumps;
        std::vector<bool> hasStep(m_graph.nodes.size());
        for (std::size_t i = 0; i < m_graph.edges.size(); ++i) {
            const auto [from, to, isMain] = m_graph.edges[i];
            const auto start = static_cast<std::size_t>(from);
            // A second edge to the same neighbour would lie under the first.
            if (to == from + 1 && !hasStep[start]) {
                hasStep[start] = true;
                m_layout.edges[i] = straight(bottom(from), top(to));
            } else {
                jumps.push_back(i);
            }
        }
        placeJumps(jumps);
    }

    //! Short jumps stand inside of long ones, each where nothing else runs.
    void placeJumps(std::vector<std::size_t> jumps)
    {
        const auto span = [this](std::size_t edge) {
            return std::abs(m_graph.edges[edge].to - m_graph.edges[edge].from);
        };
        std::stable_sort(jumps.begin(), jumps.end(),
                         [&](std::size_t a, std::size_t b) { return span(a) < span(b); });
        std::vector<quint64> taken(m_graph.nodes.size());
        for (const std::size_t edge : jumps) {
            const int lane = laneFor(m_graph.edges[edge], taken);
            const double x = m_right + firstLane + laneGap * lane;
            m_layout.edges[edge] = alongLane(side(m_graph.edges[edge].from, 0.35),
                                             side(m_graph.edges[edge].to, 0.65), x);
            m_layout.size.setWidth(std::max(m_layout.size.width(), x + margin));
        }
    }

    //! The innermost lane that is free at every row of the edge; `taken` has a bit for each lane of
    //! a row. Where all are taken, the outermost is shared.
    static int laneFor(const LayoutGraph::Edge &edge, std::vector<quint64> &taken)
    {
        const auto first = taken.begin() + std::min(edge.from, edge.to);
        const auto last = taken.begin() + std::max(edge.from, edge.to) + 1;
        const quint64 used = std::accumulate(first, last, quint64(0), std::bit_or<>());
        const int lane = std::min(std::countr_one(used), mostLanes - 1);
        std::for_each(first, last, [lane](quint64 &row) { row |= quint64(1) << lane; });
        return lane;
    }

    const QRectF &node(int index) const { return m_layout.nodes[static_cast<std::size_t>(index)]; }
    QPointF top(int index) const { return {node(index).center().x(), node(index).top()}; }
    QPointF bottom(int index) const { return {node(index).center().x(), node(index).bottom()}; }
    QPointF side(int index, double share) const
    {
        return {node(index).right(), node(index).top() + node(index).height() * share};
    }

    const LayoutGraph &m_graph;
    GraphLayout m_layout;
    double m_right = 0;
};

} // namespace

qsizetype crossedRanks(const LayoutGraph &graph)
{
    qsizetype ranks = 0;
    for (const LayoutGraph::Edge &edge : graph.edges)
        ranks += std::abs(edge.to - edge.from);
    return ranks;
}

GraphLayout layoutInTextOrder(const LayoutGraph &graph, GraphLayout::Reason reason)
{
    GraphLayout layout = Column(graph).take();
    layout.arrangement = GraphLayout::Arrangement::TextOrder;
    layout.reason = reason;
    return layout;
}

} // namespace countersign
