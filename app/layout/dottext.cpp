// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/dottext.h"

#include <QList>

#include <algorithm>
#include <cmath>

namespace countersign {

namespace {

constexpr double unitsPerInch = 72;
constexpr double margin = 12;
constexpr double farthest = 1e7;

QByteArray inches(double units)
{
    return QByteArray::number(units / unitsPerInch, 'f', 4);
}

//! Reads one answer; the first thing amiss ends it.
class PlainReader
{
public:
    explicit PlainReader(const LayoutGraph &graph)
        : m_graph(graph)
        , m_hasNode(graph.nodes.size())
    {
        m_layout.nodes.resize(graph.nodes.size());
        m_layout.edges.resize(graph.edges.size());
    }

    bool read(const QByteArray &answer)
    {
        bool hasStopped = false;
        for (const QByteArray &line : answer.split('\n')) {
            const QList<QByteArray> words = line.split(' ');
            if (words.first() == "stop")
                hasStopped = true;
            else if (!line.isEmpty() && !readLine(words))
                return false;
        }
        return hasStopped && isWhole();
    }

    GraphLayout take()
    {
        fitIn();
        return std::move(m_layout);
    }

private:
    bool readLine(const QList<QByteArray> &words)
    {
        if (words.first() == "graph")
            return words.size() == 4;
        if (words.first() == "node")
            return readNode(words);
        return words.first() == "edge" && readEdge(words);
    }

    //! node n0 x y width height …
    bool readNode(const QList<QByteArray> &words)
    {
        bool isNumber = false;
        const int index =
            words.size() > 5 && words[1].startsWith('n') ? words[1].mid(1).toInt(&isNumber) : -1;
        if (!isNumber || index < 0 || index >= static_cast<int>(m_graph.nodes.size()))
            return false;
        const auto node = static_cast<std::size_t>(index);
        const auto center = point(words[2], words[3]);
        if (!center || m_hasNode[node])
            return false;
        m_hasNode[node] = true;
        QRectF rect(QPointF(), m_graph.nodes[node]);
        rect.moveCenter(*center);
        m_layout.nodes[node] = rect;
        return true;
    }

    //! edge n0 n1 count x1 y1 … style #index
    bool readEdge(const QList<QByteArray> &words)
    {
        bool isCount = false;
        const int count = words.size() > 4 ? words[3].toInt(&isCount) : 0;
        if (!isCount || count < 4 || count % 3 != 1 || words.size() != 4 + 2 * count + 2)
            return false;
        bool isNumber = false;
        const QByteArray color = words.last();
        const auto index = static_cast<std::size_t>(color.mid(1).toUInt(&isNumber, 16));
        if (!isNumber || index >= m_graph.edges.size() || !m_layout.edges[index].empty())
            return false;
        const LayoutGraph::Edge &edge = m_graph.edges[index];
        if (words[1] != "n" + QByteArray::number(edge.from) ||
            words[2] != "n" + QByteArray::number(edge.to))
            return false;
        for (int i = 0; i < count; ++i) {
            const auto place = point(words[4 + 2 * i], words[5 + 2 * i]);
            if (!place)
                return false;
            m_layout.edges[index].push_back(*place);
        }
        return true;
    }

    static std::optional<QPointF> point(const QByteArray &x, const QByteArray &y)
    {
        bool hasX = false;
        bool hasY = false;
        const QPointF place(x.toDouble(&hasX) * unitsPerInch, -y.toDouble(&hasY) * unitsPerInch);
        const bool canBeDrawn = std::isfinite(place.x()) && std::isfinite(place.y()) &&
                                std::abs(place.x()) < farthest && std::abs(place.y()) < farthest;
        return hasX && hasY && canBeDrawn ? std::optional(place) : std::nullopt;
    }

    bool isWhole() const
    {
        return std::all_of(m_hasNode.begin(), m_hasNode.end(), [](bool has) { return has; }) &&
               std::none_of(m_layout.edges.begin(), m_layout.edges.end(),
                            [](const auto &points) { return points.empty(); });
    }

    //! Curves may lie outside of what graphviz calls the graph's size.
    void fitIn()
    {
        if (m_layout.nodes.empty())
            return;
        QPointF least = m_layout.nodes.front().topLeft();
        QPointF most = least;
        const auto take = [&](const QPointF &place) {
            least = {std::min(least.x(), place.x()), std::min(least.y(), place.y())};
            most = {std::max(most.x(), place.x()), std::max(most.y(), place.y())};
        };
        for (const QRectF &node : m_layout.nodes) {
            take(node.topLeft());
            take(node.bottomRight());
        }
        for (const auto &points : m_layout.edges)
            std::for_each(points.begin(), points.end(), take);
        const QPointF shift = QPointF(margin, margin) - least;
        for (QRectF &node : m_layout.nodes)
            node.translate(shift);
        for (auto &points : m_layout.edges) {
            for (QPointF &place : points)
                place += shift;
        }
        m_layout.size =
            QSizeF(most.x() - least.x(), most.y() - least.y()) + QSizeF(2 * margin, 2 * margin);
    }

    const LayoutGraph &m_graph;
    std::vector<bool> m_hasNode;
    GraphLayout m_layout;
};

} // namespace

QByteArray dotText(const LayoutGraph &graph)
{
    // The limits keep what graphviz does for a finer picture of a large graph within seconds.
    QByteArray text = "digraph g {\n"
                      "graph [rankdir=TB, nodesep=0.45, ranksep=0.52, splines=spline, "
                      "nslimit=0.5, nslimit1=0.5, mclimit=0.05, searchsize=12];\n"
                      "node [shape=box, fixedsize=true, label=\"\"];\n"
                      "edge [arrowhead=none];\n";
    for (std::size_t i = 0; i < graph.nodes.size(); ++i)
        text += "n" + QByteArray::number(i) + " [width=" + inches(graph.nodes[i].width()) +
                ", height=" + inches(graph.nodes[i].height()) + "];\n";
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
        const LayoutGraph::Edge &edge = graph.edges[i];
        text += "n" + QByteArray::number(edge.from) + " -> n" + QByteArray::number(edge.to) +
                " [color=\"#" + QByteArray::number(i, 16).rightJustified(6, '0') +
                (edge.isMain ? "\", weight=8];\n" : "\"];\n");
    }
    return text + "}\n";
}

std::optional<GraphLayout> readPlain(const QByteArray &answer, const LayoutGraph &graph)
{
    PlainReader reader(graph);
    if (!reader.read(answer))
        return std::nullopt;
    return reader.take();
}

} // namespace countersign
