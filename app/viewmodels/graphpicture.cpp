// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/graphpicture.h"

#include "app/templates/taskgraph.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace countersign {

namespace {

constexpr QSizeF taskSize(256, 64);
constexpr QSizeF innerSize(236, 64);
constexpr QSizeF endSize(72, 28);

GraphEdge::Kind kindOf(const TaskEdge &edge)
{
    switch (edge.kind) {
    case TaskEdge::Kind::Next:
        break;
    case TaskEdge::Kind::OnSuccess:
        return GraphEdge::Kind::OnSuccess;
    case TaskEdge::Kind::OnError:
        return GraphEdge::Kind::OnError;
    case TaskEdge::Kind::OnCancel:
        return GraphEdge::Kind::OnCancel;
    case TaskEdge::Kind::Choice:
        return edge.isDefault ? GraphEdge::Kind::DefaultChoice : GraphEdge::Kind::Choice;
    }
    return GraphEdge::Kind::Next;
}

class PictureBuilder
{
public:
    explicit PictureBuilder(const TemplateOutline &outline)
        : m_outline(outline)
        , m_graph(taskGraphOf(outline))
    {
    }

    GraphPicture build()
    {
        for (std::size_t i = 0; i < m_outline.tasks.size(); ++i)
            addTask(i);
        for (const int index : unreachableTasks(m_graph))
            m_picture.nodes[drawn(index)].isReachable = false;
        for (const TaskEdge &edge : m_graph.edges)
            add({kindOf(edge), static_cast<int>(drawn(edge.from)), targetOf(edge)});
        std::stable_sort(m_picture.edges.begin(), m_picture.edges.end(),
                         [](const GraphEdge &a, const GraphEdge &b) { return a.from < b.from; });
        return std::move(m_picture);
    }

private:
    void addTask(std::size_t index)
    {
        const TaskDeclaration &task = m_outline.tasks[index];
        m_drawn.push_back(m_picture.nodes.size());
        const Json properties = task.properties.value_or(Json());
        GraphNode node = nodeOf(task.name, task.action, properties);
        node.number = static_cast<int>(index) + 1;
        node.line = task.firstLine;
        node.hasWhen = task.when.has_value();
        const Json inner = properties[u"LoopTasks"];
        node.hasLoop = task.hasLoop || inner.isArray();
        m_picture.nodes.push_back(node);
        addInner(inner, node);
    }

    static GraphNode nodeOf(const QString &name, const QString &action, const Json &properties)
    {
        GraphNode node;
        node.name = name;
        node.action = action;
        node.call = productCall(action, {properties, {}});
        if (node.isWaiting())
            node.call = {properties[u"Service"].toString(), properties[u"API"].toString()};
        if (action.compare(u"ACS::Template", Qt::CaseInsensitive) == 0)
            node.childTemplate = properties[u"TemplateName"].toString();
        return node;
    }

    void addInner(const Json &tasks, const GraphNode &loop)
    {
        auto before = static_cast<int>(m_picture.nodes.size()) - 1;
        GraphEdge::Kind kind = GraphEdge::Kind::Inside;
        tasks.forEachItem([&](const Json &item) {
            GraphNode node =
                nodeOf(item[u"Name"].toString(), item[u"Action"].toString(), item[u"Properties"]);
            node.kind = GraphNode::Kind::Inner;
            node.number = loop.number;
            node.line = loop.line;
            node.hasWhen = item.isObject() && item.find(u"When").has_value();
            m_picture.nodes.push_back(node);
            const auto index = static_cast<int>(m_picture.nodes.size()) - 1;
            add({kind, before, index});
            before = index;
            kind = GraphEdge::Kind::Next;
        });
    }

    std::size_t drawn(int task) const { return m_drawn[static_cast<std::size_t>(task)]; }

    int targetOf(const TaskEdge &edge)
    {
        if (edge.to >= 0)
            return static_cast<int>(drawn(edge.to));
        const bool isEnd = edge.to == TaskEdge::end;
        // A name cannot hold a line break in this key's place: it is the end's own.
        const QString key = isEnd ? QStringLiteral("\n") : edge.target;
        const auto known = m_others.constFind(key);
        if (known != m_others.constEnd())
            return *known;
        GraphNode node;
        node.kind = isEnd ? GraphNode::Kind::End : GraphNode::Kind::Missing;
        node.name = isEnd ? QString() : edge.target;
        m_picture.nodes.push_back(node);
        const auto index = static_cast<int>(m_picture.nodes.size()) - 1;
        m_others.insert(key, index);
        return index;
    }

    void add(const GraphEdge &edge)
    {
        const auto key = qMakePair(qMakePair(edge.from, edge.to), static_cast<int>(edge.kind));
        if (m_known.contains(key))
            return;
        m_known.insert(key);
        m_picture.edges.push_back(edge);
    }

    const TemplateOutline &m_outline;
    const TaskGraph m_graph;
    GraphPicture m_picture;
    std::vector<std::size_t> m_drawn; //!< by task
    QHash<QString, int> m_others;
    QSet<QPair<QPair<int, int>, int>> m_known;
};

QSizeF sizeOf(GraphNode::Kind kind)
{
    switch (kind) {
    case GraphNode::Kind::Inner:
        return innerSize;
    case GraphNode::Kind::End:
        return endSize;
    case GraphNode::Kind::Task:
    case GraphNode::Kind::Missing:
        break;
    }
    return taskSize;
}

} // namespace

bool GraphNode::isWaiting() const
{
    return action.compare(u"ACS::WaitFor", Qt::CaseInsensitive) == 0 ||
           action.compare(u"ACS::CheckFor", Qt::CaseInsensitive) == 0;
}

GraphPicture graphPictureOf(const TemplateOutline &outline)
{
    return PictureBuilder(outline).build();
}

LayoutGraph layoutGraphOf(const GraphPicture &picture)
{
    LayoutGraph graph;
    for (const GraphNode &node : picture.nodes)
        graph.nodes.push_back(sizeOf(node.kind));
    for (const GraphEdge &edge : picture.edges)
        graph.edges.push_back({edge.from, edge.to, edge.isMain()});
    return graph;
}

} // namespace countersign
