// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/graphwords.h"

#include "app/domain/displaytext.h"
#include "app/domain/format.h"
#include "app/models/sentences.h"

#include <QCoreApplication>
#include <QStringList>

namespace countersign {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Graph)
};

constexpr qsizetype longestName = 200;

QString quoted(const GraphNode &node)
{
    //: the name of a task, in quotes
    return Words::tr("“%1”").arg(graphNodeLabel(node));
}

QString itemsText(const GraphNodeState &state)
{
    if (state.items == 0)
        return {};
    const QString done =
        Words::tr("%1 of %n item(s) done", nullptr, state.items).arg(state.itemsDone);
    if (state.itemsFailed == 0)
        return done;
    //: %1 says how many items of a loop are done
    return Words::tr("%1, %n failed", nullptr, state.itemsFailed).arg(done);
}

QString opening(const GraphNode &node)
{
    const QString call = graphNodeCall(node);
    switch (node.kind) {
    case GraphNode::Kind::End:
        return Words::tr("The end of the execution.");
    case GraphNode::Kind::Missing:
        //: %1 is a name in quotes
        return Words::tr("%1 is named as a target, but the template has no such task.")
            .arg(quoted(node));
    case GraphNode::Kind::Inner:
        //: %1 is a number, %2 a name in quotes, %3 an action
        return Words::tr("Inside the loop of task %1: %2, %3.")
            .arg(QString::number(node.number), quoted(node), call);
    case GraphNode::Kind::Task:
        break;
    }
    //: %1 is a number, %2 a name in quotes, %3 an action
    return Words::tr("Task %1: %2, %3.").arg(QString::number(node.number), quoted(node), call);
}

void addStanding(QStringList &sentences, const GraphNode &node, const GraphNodeState &state)
{
    if (state.status) {
        //: %1 is a state such as Waiting
        sentences += Words::tr("State: %1.").arg(runStatusLabel(*state.status, state.statusText));
    } else if (node.kind == GraphNode::Kind::Task || node.kind == GraphNode::Kind::Inner) {
        sentences += Words::tr("It has not run.");
    }
    if (state.runs > 1)
        sentences += Words::tr("It has run %n time(s).", nullptr, state.runs);
    if (state.isSubject)
        sentences += Words::tr("A decision would be about this task.");
    if (state.isNext)
        sentences += Words::tr("It is the next in order.");
    if (node.hasLoop)
        sentences += state.items == 0
                         ? Words::tr("It runs for each item of a list.")
                         //: %1 says how many items of a loop are done
                         : Words::tr("It runs for each item of a list: %1.").arg(itemsText(state));
    if (state.itemsWaiting > 0)
        sentences += Words::tr("%n item(s) wait.", nullptr, state.itemsWaiting);
    if (!state.child.isEmpty())
        //: %1 is an execution id
        sentences += Words::tr("It started the execution %1.").arg(safeLine(state.child.text()));
    if (node.hasWhen)
        sentences += Words::tr("It runs only when its condition is true.");
    if (!node.isReachable)
        sentences += Words::tr("No way of the template leads to it.");
}

QString waySentence(GraphEdge::Kind kind, const QString &target)
{
    switch (kind) {
    case GraphEdge::Kind::Next:
        //: %1 is a name in quotes or the end
        return Words::tr("Then: %1.").arg(target);
    case GraphEdge::Kind::OnSuccess:
        return Words::tr("On success: %1.").arg(target);
    case GraphEdge::Kind::OnError:
        return Words::tr("On error: %1.").arg(target);
    case GraphEdge::Kind::OnCancel:
        return Words::tr("When it is cancelled: %1.").arg(target);
    case GraphEdge::Kind::Choice:
        return Words::tr("Choice: %1.").arg(target);
    case GraphEdge::Kind::DefaultChoice:
        return Words::tr("Choice when no other fits: %1.").arg(target);
    case GraphEdge::Kind::Inside:
        return Words::tr("For each item: %1.").arg(target);
    }
    Q_UNREACHABLE();
    return {};
}

} // namespace

QString graphNodeLabel(const GraphNode &node)
{
    if (node.kind == GraphNode::Kind::End)
        return Words::tr("End", "of an execution, in the picture of its tasks");
    return node.name.isEmpty() ? Words::tr("(no name)") : safeLine(node.name, longestName);
}

QString graphNodeCall(const GraphNode &node)
{
    if (node.kind == GraphNode::Kind::End)
        return {};
    if (node.kind == GraphNode::Kind::Missing)
        return Words::tr("no such task");
    if (!node.childTemplate.isEmpty())
        return safeLine(QStringLiteral("%1 · %2").arg(node.action, node.childTemplate),
                        longestName);
    if (node.call.isEmpty())
        return node.action.isEmpty() ? Words::tr("(no action)")
                                     : safeLine(node.action, longestName);
    const QString call = node.call.service + QLatin1Char(' ') + node.call.api;
    return safeLine(node.isWaiting() ? QStringLiteral("%1 · %2").arg(node.action, call) : call,
                    longestName);
}

QString graphNodeStateText(const GraphNode &node, const GraphNodeState &state)
{
    QStringList parts;
    if (state.status)
        parts += runStatusLabel(*state.status, state.statusText);
    if (state.isNext)
        parts += Words::tr("next", "of a task: it is the next in order");
    if (state.items > 0 && state.itemsFailed > 0)
        //: of the items of a loop; %1, %2 and %3 are numbers
        parts += Words::tr("%1 of %2 done, %3 failed")
                     .arg(state.itemsDone)
                     .arg(state.items)
                     .arg(state.itemsFailed);
    else if (state.items > 0)
        //: of the items of a loop; %1 and %2 are numbers
        parts += Words::tr("%1 of %2 done").arg(state.itemsDone).arg(state.items);
    else if (node.hasLoop)
        parts += Words::tr("loop", "of a task: it runs for each item of a list");
    if (!state.child.isEmpty())
        parts += Words::tr("child run", "of a task: it started another execution");
    if (!state.status && node.hasWhen)
        parts += Words::tr("has a condition", "of a task");
    if (!node.isReachable)
        parts += Words::tr("no way leads here", "of a task");
    return parts.join(QStringLiteral(" · "));
}

QString graphEdgeLabel(GraphEdge::Kind kind)
{
    switch (kind) {
    case GraphEdge::Kind::Next:
        return {};
    case GraphEdge::Kind::OnSuccess:
        return Words::tr("on success", "on a way between two tasks");
    case GraphEdge::Kind::OnError:
        return Words::tr("on error", "on a way between two tasks");
    case GraphEdge::Kind::OnCancel:
        return Words::tr("when cancelled", "on a way between two tasks");
    case GraphEdge::Kind::Choice:
        return Words::tr("choice", "on a way between two tasks");
    case GraphEdge::Kind::DefaultChoice:
        return Words::tr("otherwise", "on a way between two tasks");
    case GraphEdge::Kind::Inside:
        return Words::tr("each item", "on a way between two tasks");
    }
    Q_UNREACHABLE();
    return {};
}

QString graphNodeSentence(const GraphPicture &picture, const std::vector<GraphNodeState> &states,
                          std::size_t node)
{
    if (node >= picture.nodes.size() || node >= states.size())
        return {};
    QStringList sentences{opening(picture.nodes[node])};
    addStanding(sentences, picture.nodes[node], states[node]);
    const auto first =
        std::lower_bound(picture.edges.begin(), picture.edges.end(), static_cast<int>(node),
                         [](const GraphEdge &edge, int from) { return edge.from < from; });
    for (auto edge = first; edge != picture.edges.end() && edge->from == static_cast<int>(node);
         ++edge) {
        const GraphNode &target = picture.nodes[static_cast<std::size_t>(edge->to)];
        sentences += waySentence(edge->kind, target.kind == GraphNode::Kind::End
                                                 ? Words::tr("the end of the execution")
                                                 : quoted(target));
    }
    return joinedSentences(sentences);
}

QString graphArrangementText(const GraphLayout &layout)
{
    switch (layout.reason) {
    case GraphLayout::Reason::None:
        break;
    case GraphLayout::Reason::TooLarge:
        return Words::tr("The template is too large for a finer picture: its tasks stand in the "
                         "order of the text.");
    case GraphLayout::Reason::NoProgram:
        return Words::tr("The program dot of graphviz is not installed: the tasks stand in the "
                         "order of the text.");
    case GraphLayout::Reason::Failed:
        return Words::tr("The program dot of graphviz gave no picture: the tasks stand in the "
                         "order of the text.");
    case GraphLayout::Reason::TimeLimit:
        return Words::tr("The program dot of graphviz took too long: the tasks stand in the order "
                         "of the text.");
    }
    return {};
}

} // namespace countersign
