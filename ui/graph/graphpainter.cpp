// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphpainter.h"

#include "app/viewmodels/graphwords.h"
#include "ui/views/icons.h"
#include "ui/views/tones.h"

#include <QFontMetricsF>
#include <QIcon>
#include <QPainter>

#include <cmath>

namespace countersign {

namespace {

constexpr double radius = 5;
constexpr double padding = 9;
constexpr double iconSize = 15;
constexpr double leastForNames = 0.42;
constexpr double leastForAll = 0.55;

Tone toneOf(const GraphNode &node, const GraphNodeState &state)
{
    if (node.kind == GraphNode::Kind::Missing)
        return Tone::Warning;
    if (!state.status)
        return state.isNext ? Tone::Violet : Tone::Plain;
    switch (*state.status) {
    case RunStatus::Success:
        return Tone::Good;
    case RunStatus::Failed:
        return Tone::Danger;
    case RunStatus::Waiting:
        return Tone::Warning;
    case RunStatus::Running:
    case RunStatus::Started:
        return Tone::Info;
    case RunStatus::Queued:
    case RunStatus::Pending:
    case RunStatus::Cancelled:
    case RunStatus::Skipped:
    case RunStatus::Unknown:
        break;
    }
    return Tone::Plain;
}

bool isDashed(const GraphNode &node)
{
    return node.hasWhen || !node.isReachable || node.kind == GraphNode::Kind::Missing;
}

//! Where a way ends and from where it comes there.
void drawArrow(QPainter &painter, const QPainterPath &path, double size)
{
    const QPointF tip = path.pointAtPercent(1);
    const double length = path.length();
    const double share = length > 0 ? std::max(0.0, 1 - size / length) : 0;
    const QPointF back = tip - path.pointAtPercent(share);
    const double distance = std::hypot(back.x(), back.y());
    if (distance <= 0)
        return;
    const QPointF along = back / distance;
    const QPointF across(-along.y(), along.x());
    const QPointF base = tip - along * size;
    const QPointF corners[] = {tip, base + across * size * 0.45, base - across * size * 0.45};
    QPen outline = painter.pen();
    outline.setStyle(Qt::SolidLine);
    outline.setWidthF(1);
    painter.save();
    painter.setPen(outline);
    painter.setBrush(outline.color());
    painter.drawPolygon(corners, 3);
    painter.restore();
}

} // namespace

struct GraphPainter::Line
{
    QColor color;
    Qt::PenStyle style = Qt::SolidLine;
};

std::vector<QPainterPath> graphPaths(const GraphLayout &layout)
{
    std::vector<QPainterPath> paths;
    paths.reserve(layout.edges.size());
    for (const std::vector<QPointF> &points : layout.edges) {
        QPainterPath path(points.front());
        for (std::size_t i = 1; i + 2 < points.size(); i += 3)
            path.cubicTo(points[i], points[i + 1], points[i + 2]);
        paths.push_back(path);
    }
    return paths;
}

GraphPainter::GraphPainter(const GraphViewModel &graph, const std::vector<QPainterPath> &paths,
                           const Look &look)
    : m_graph(graph)
    , m_paths(paths)
    , m_look(look)
{
}

QRectF GraphPainter::toPixels(const QRectF &units) const
{
    return {units.topLeft() * m_look.scale + m_look.origin, units.size() * m_look.scale};
}

QFont GraphPainter::fontFor(bool isBold) const
{
    QFont font = m_look.font;
    if (font.pointSizeF() > 0)
        font.setPointSizeF(std::max(1.0, font.pointSizeF() * m_look.zoom));
    else
        font.setPixelSize(std::max(1, static_cast<int>(font.pixelSize() * m_look.zoom)));
    font.setBold(isBold);
    return font;
}

void GraphPainter::draw(QPainter &painter, const QRectF &visible) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF seen((visible.topLeft() - m_look.origin) / m_look.scale,
                      visible.size() / m_look.scale);
    const GraphLayout &layout = m_graph.layout();
    std::vector<std::size_t> edges;
    for (std::size_t i = 0; i < m_paths.size(); ++i) {
        // A straight line's own rectangle has no width.
        if (m_paths[i].controlPointRect().adjusted(-12, -12, 12, 12).intersects(seen))
            edges.push_back(i);
    }
    for (const std::size_t edge : edges)
        drawEdge(painter, edge);
    for (std::size_t i = 0; i < layout.nodes.size(); ++i) {
        if (layout.nodes[i].adjusted(-24, -8, 8, 8).intersects(seen))
            drawNode(painter, i);
    }
    if (m_look.zoom >= leastForAll) {
        for (const std::size_t edge : edges)
            drawEdgeLabel(painter, edge);
    }
}

GraphPainter::Line GraphPainter::lineOf(GraphEdge::Kind kind) const
{
    const QColor usual = quietText(m_look.palette);
    switch (kind) {
    case GraphEdge::Kind::OnError:
        return {toneColors(m_look.palette, Tone::Danger).border, Qt::DashLine};
    case GraphEdge::Kind::OnCancel:
        return {usual, Qt::DotLine};
    case GraphEdge::Kind::Inside:
        return {usual, Qt::DashDotLine};
    case GraphEdge::Kind::Choice:
    case GraphEdge::Kind::DefaultChoice:
        return {toneColors(m_look.palette, Tone::Info).border, Qt::SolidLine};
    case GraphEdge::Kind::Next:
    case GraphEdge::Kind::OnSuccess:
        break;
    }
    return {usual, Qt::SolidLine};
}

void GraphPainter::drawEdge(QPainter &painter, std::size_t edge) const
{
    const GraphEdge &way = m_graph.picture().edges[edge];
    const Line line = lineOf(way.kind);
    const bool isOfCurrent =
        m_look.current && (static_cast<std::size_t>(way.from) == *m_look.current ||
                           static_cast<std::size_t>(way.to) == *m_look.current);
    QTransform transform;
    transform.translate(m_look.origin.x(), m_look.origin.y());
    transform.scale(m_look.scale, m_look.scale);
    const QPainterPath path = transform.map(m_paths[edge]);
    const double width = std::clamp(m_look.scale * (isOfCurrent ? 2.2 : 1.2), 0.7, 5.0);
    painter.setPen(QPen(line.color, width, line.style, Qt::RoundCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    if (m_look.zoom >= 0.2)
        drawArrow(painter, path, std::clamp(8 * m_look.scale, 4.0, 24.0));
}

void GraphPainter::drawEdgeLabel(QPainter &painter, std::size_t edge) const
{
    const GraphEdge &way = m_graph.picture().edges[edge];
    const QString label = graphEdgeLabel(way.kind);
    if (label.isEmpty())
        return;
    // Ways on errors and of cancelled tasks often run side by side.
    const double share = way.kind == GraphEdge::Kind::OnError    ? 0.38
                         : way.kind == GraphEdge::Kind::OnCancel ? 0.62
                                                                 : 0.5;
    const QPointF middle = m_paths[edge].pointAtPercent(share) * m_look.scale + m_look.origin;
    QFont font = fontFor(false);
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * 0.88);
    const QFontMetricsF metrics(font);
    QRectF box(0, 0, metrics.horizontalAdvance(label) + 6, metrics.height());
    box.moveCenter(middle);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_look.palette.color(QPalette::Base));
    painter.drawRect(box);
    painter.setFont(font);
    painter.setPen(lineOf(way.kind).color);
    painter.drawText(box, Qt::AlignCenter | Qt::TextSingleLine, label);
}

void GraphPainter::drawNode(QPainter &painter, std::size_t node) const
{
    const QRectF box = toPixels(m_graph.layout().nodes[node]);
    drawFrame(painter, node, box);
    if (m_graph.states()[node].isNext)
        drawMark(painter, box);
    if (m_look.zoom >= leastForNames)
        drawTexts(painter, node, box);
}

void GraphPainter::drawFrame(QPainter &painter, std::size_t node, const QRectF &box) const
{
    const GraphNode &what = m_graph.picture().nodes[node];
    const GraphNodeState &state = m_graph.states()[node];
    const ToneColors tones = toneColors(m_look.palette, toneOf(what, state));
    const bool isPlain = !state.status && !state.isNext && what.kind != GraphNode::Kind::Missing;
    const bool isStrong = state.isSubject || state.isNext;
    const double corner =
        what.kind == GraphNode::Kind::End ? box.height() / 2 : radius * m_look.scale;
    const double width = std::max(1.0, m_look.scale * (isStrong ? 3.0 : 1.3));
    QPen pen(isPlain ? quietText(m_look.palette) : tones.border, width,
             isDashed(what) ? Qt::DashLine : Qt::SolidLine);
    if (state.isSubject)
        pen.setColor(m_look.palette.color(QPalette::WindowText));
    painter.setPen(pen);
    painter.setBrush(isPlain ? m_look.palette.color(QPalette::Base) : tones.background);
    painter.drawRoundedRect(box, corner, corner);
    if (!m_look.current || *m_look.current != node)
        return;
    const double outside = width / 2 + 3;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_look.palette.color(QPalette::Highlight), m_look.hasFocus ? 2.5 : 1.5,
                        m_look.hasFocus ? Qt::SolidLine : Qt::DotLine));
    painter.drawRoundedRect(box.adjusted(-outside, -outside, outside, outside), corner + outside,
                            corner + outside);
}

//! A flag that points at the box which is next.
void GraphPainter::drawMark(QPainter &painter, const QRectF &box) const
{
    const double size = 9 * m_look.scale;
    const double right = box.left() - 4 * m_look.scale;
    const double y = box.center().y();
    const QPointF corners[] = {{right - 2 * size, y - size},
                               {right - size * 0.7, y - size},
                               {right, y},
                               {right - size * 0.7, y + size},
                               {right - 2 * size, y + size}};
    const QColor color = toneColors(m_look.palette, Tone::Violet).border;
    painter.setPen(QPen(color, 1));
    painter.setBrush(color);
    painter.drawPolygon(corners, 5);
}

void GraphPainter::drawTexts(QPainter &painter, std::size_t node, const QRectF &box) const
{
    const GraphNode &what = m_graph.picture().nodes[node];
    const GraphNodeState &state = m_graph.states()[node];
    const QColor text = m_look.palette.color(QPalette::WindowText);
    QRectF inside = box.adjusted(padding * m_look.scale, 3 * m_look.scale, -padding * m_look.scale,
                                 -3 * m_look.scale);
    if (what.kind == GraphNode::Kind::End) {
        painter.setFont(fontFor(false));
        painter.setPen(text);
        painter.drawText(box, Qt::AlignCenter | Qt::TextSingleLine, graphNodeLabel(what));
        return;
    }
    if (state.status) {
        const double size = iconSize * m_look.scale;
        const QRectF place(inside.left(), inside.top() + 2 * m_look.scale, size, size);
        const QColor color = toneColors(m_look.palette, toneOf(what, state)).text;
        ownIcon(iconName(*state.status), color).paint(&painter, place.toRect());
    }
    const double row = inside.height() / 3;
    const double beside = state.status ? (iconSize + 6) * m_look.scale : 0;
    const auto write = [&](double left, int line, const QFont &font, const QColor &color,
                           const QString &words, Qt::TextElideMode mode) {
        const QRectF place(inside.left() + left, inside.top() + line * row, inside.width() - left,
                           row);
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                         QFontMetricsF(font).elidedText(words, mode, place.width()));
    };
    write(beside, 0, fontFor(true), text, graphNodeLabel(what), Qt::ElideMiddle);
    if (m_look.zoom < leastForAll)
        return;
    write(0, 1, fontFor(false), quietText(m_look.palette), graphNodeCall(what), Qt::ElideRight);
    write(0, 2, fontFor(false), text, graphNodeStateText(what, state), Qt::ElideRight);
}

} // namespace countersign
