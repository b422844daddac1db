// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphwalk.h"

#include <cmath>

namespace countersign {

namespace {

enum class Ways { UsualFirst, OthersOnly };

std::optional<std::size_t> along(const GraphPicture &picture, std::size_t node, bool isOn,
                                 Ways ways)
{
    std::optional<std::size_t> found;
    for (const GraphEdge &edge : picture.edges) {
        const auto start = static_cast<std::size_t>(isOn ? edge.from : edge.to);
        const auto target = static_cast<std::size_t>(isOn ? edge.to : edge.from);
        if (start != node || target == node)
            continue;
        if (ways == Ways::UsualFirst && edge.isMain())
            return target;
        if (!found && !(ways == Ways::OthersOnly && edge.isMain()))
            found = target;
    }
    return found;
}

//! The nearest box whose middle lies on that side at about the same height.
std::optional<std::size_t> beside(const GraphLayout &layout, std::size_t node, bool isRight)
{
    const QRectF own = layout.nodes[node];
    std::optional<std::size_t> nearest;
    double least = 0;
    for (std::size_t i = 0; i < layout.nodes.size(); ++i) {
        const QRectF &other = layout.nodes[i];
        const double across = isRight ? other.left() - own.right() : own.left() - other.right();
        const double aside = std::abs(other.center().y() - own.center().y());
        if (i == node || across < 0 || aside > own.height() * 1.6)
            continue;
        const double distance = across + 2 * aside;
        if (!nearest || distance < least) {
            nearest = i;
            least = distance;
        }
    }
    return nearest;
}

} // namespace

std::optional<std::size_t> stepFrom(const GraphPicture &picture, const GraphLayout &layout,
                                    std::size_t node, Step step)
{
    if (node >= picture.nodes.size() || node >= layout.nodes.size())
        return std::nullopt;
    if (step == Step::Forward || step == Step::Back)
        return along(picture, node, step == Step::Forward, Ways::UsualFirst);
    const bool isRight = step == Step::Right;
    const auto neighbour = beside(layout, node, isRight);
    return neighbour ? neighbour : along(picture, node, isRight, Ways::OthersOnly);
}

} // namespace countersign
