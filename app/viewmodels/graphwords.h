// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/graphstates.h"

#include <QString>

namespace countersign {

// What the picture of the tasks says, in the person's language. Remote pieces are safe text.

//! The name in the box; "End" for the end.
QString graphNodeLabel(const GraphNode &node);
//! The call or action in the box: "ECS DeleteInstance", "ACS::Approve"; empty for the end.
QString graphNodeCall(const GraphNode &node);
//! "Waiting · 3 of 8 done, 1 failed", "Next", "has a condition"; empty: nothing to say.
QString graphNodeStateText(const GraphNode &node, const GraphNodeState &state);
//! What is written on a way; empty for the following task.
QString graphEdgeLabel(GraphEdge::Kind kind);
//! Everything about one box and its ways, in whole sentences, for those who do not see the picture.
QString graphNodeSentence(const GraphPicture &picture, const std::vector<GraphNodeState> &states,
                          std::size_t node);
//! Why the tasks stand in the order of the text; empty when they do not.
QString graphArrangementText(const GraphLayout &layout);

} // namespace countersign
