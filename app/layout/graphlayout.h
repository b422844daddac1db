// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <vector>

namespace countersign {

//! What is to be placed: boxes of given sizes, in an order that the picture keeps where it can, and
//! the edges between them. It holds no text: names never leave the program.
struct LayoutGraph
{
    struct Edge
    {
        int from = 0;
        int to = 0;
        bool isMain = false; //!< of the usual way, which is drawn as straight as can be
        friend bool operator==(const Edge &, const Edge &) = default;
    };

    std::vector<QSizeF> nodes; //!< in units of the picture (one is a point at 100 %)
    std::vector<Edge> edges;   //!< indices are those of `nodes`
    friend bool operator==(const LayoutGraph &, const LayoutGraph &) = default;
};

//! Where everything stands. y grows downwards; everything lies within (0,0) and `size`.
struct GraphLayout
{
    enum class Arrangement {
        Layered,   //!< by graphviz
        TextOrder, //!< one below the other in the order given, jumps beside them
    };
    //! Why graphviz did not do it.
    enum class Reason { None, TooLarge, NoProgram, Failed, TimeLimit };

    Arrangement arrangement = Arrangement::Layered;
    Reason reason = Reason::None;
    QSizeF size;
    std::vector<QRectF> nodes; //!< as in the graph
    //! As in the graph: 1 + 3 n points of n joined cubic curves, from the border of `from` to that
    //! of `to`.
    std::vector<std::vector<QPointF>> edges;
};

//! What graphviz would have to do for the edges, in ranks that they cross. Its time and memory grow
//! with this much more than with the number of nodes.
qsizetype crossedRanks(const LayoutGraph &graph);

//! Places the nodes one below the other. Takes time in proportion to the graph.
GraphLayout layoutInTextOrder(const LayoutGraph &graph,
                              GraphLayout::Reason reason = GraphLayout::Reason::None);

} // namespace countersign
