// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/graphviewmodel.h"

#include <QFont>
#include <QPainterPath>
#include <QPalette>

#include <optional>
#include <vector>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace countersign {

//! The line of every way, in units of the picture.
std::vector<QPainterPath> graphPaths(const GraphLayout &layout);

//! Draws the part of a picture that can be seen. A state is a word, an icon and a line, and a
//! colour only beside them. Texts are drawn as they are, never read as markup.
class GraphPainter
{
public:
    //! How it is drawn; `scale` is pixels for a unit, `font` that of 100 %, `zoom` 1 for 100 %.
    struct Look
    {
        QPalette palette;
        QFont font;
        double zoom = 1;
        double scale = 1;
        QPointF origin; //!< pixels; where the picture's (0,0) is drawn
        bool hasFocus = false;
        std::optional<std::size_t> current;
    };

    GraphPainter(const GraphViewModel &graph, const std::vector<QPainterPath> &paths,
                 const Look &look);

    //! `visible` in pixels.
    void draw(QPainter &painter, const QRectF &visible) const;

private:
    struct Line;
    QRectF toPixels(const QRectF &units) const;
    QFont fontFor(bool isBold) const;
    Line lineOf(GraphEdge::Kind kind) const;
    void drawEdge(QPainter &painter, std::size_t edge) const;
    void drawEdgeLabel(QPainter &painter, std::size_t edge) const;
    void drawNode(QPainter &painter, std::size_t node) const;
    void drawFrame(QPainter &painter, std::size_t node, const QRectF &box) const;
    void drawTexts(QPainter &painter, std::size_t node, const QRectF &box) const;
    void drawMark(QPainter &painter, const QRectF &box) const;

    const GraphViewModel &m_graph;
    const std::vector<QPainterPath> &m_paths;
    const Look m_look;
};

} // namespace countersign
