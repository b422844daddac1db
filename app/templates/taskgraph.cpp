// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/templates/taskgraph.h"

#include "app/domain/taskexecution.h"
#include "app/domain/waitkind.h"

#include <QHash>

#include <algorithm>

namespace countersign {

namespace {

bool same(QStringView a, QStringView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

class TaskGraphBuilder
{
public:
    explicit TaskGraphBuilder(const TemplateOutline &outline)
        : m_outline(outline)
    {
    }

    TaskGraph build()
    {
        for (const TaskDeclaration &task : m_outline.tasks)
            addNode(task);
        for (size_t i = 0; i < m_outline.tasks.size(); ++i)
            addEdges(static_cast<int>(i), m_outline.tasks[i]);
        return std::move(m_graph);
    }

private:
    //! The first of equal names is the one that is meant.
    void addNode(const TaskDeclaration &task)
    {
        const auto index = static_cast<int>(m_graph.nodes.size());
        m_graph.nodes.push_back({task.name, task.action, task.firstLine, task.lastLine});
        if (!m_exact.contains(task.name))
            m_exact.insert(task.name, index);
        if (!m_folded.contains(task.name.toCaseFolded()))
            m_folded.insert(task.name.toCaseFolded(), index);
    }

    //! As TaskGraph::indexOf(), in the time of one look.
    int indexOf(const QString &name) const
    {
        return name.isEmpty() ? -1 : m_exact.value(name, m_folded.value(name.toCaseFolded(), -1));
    }

    void addEdges(int from, const TaskDeclaration &task)
    {
        const bool isChoice = same(task.action, u"ACS::Choice");
        const bool goesOn = !isChoice && task.onSuccess.isEmpty();
        // A task that is skipped is followed by the next one in the text, whatever OnSuccess says.
        if (goesOn || task.when)
            m_graph.edges.push_back({TaskEdge::Kind::Next, from, following(from), {}, false});
        if (isChoice)
            addChoices(from, task.properties.value_or(Json()));
        else if (!task.onSuccess.isEmpty())
            add(TaskEdge::Kind::OnSuccess, from, task.onSuccess);
        if (!task.onError.isEmpty())
            add(TaskEdge::Kind::OnError, from, task.onError);
        if (!task.onCancel.isEmpty())
            add(TaskEdge::Kind::OnCancel, from, task.onCancel);
    }

    void addChoices(int from, const Json &properties)
    {
        properties[u"Choices"].forEachItem([&](const Json &choice) {
            add(TaskEdge::Kind::Choice, from, choice[u"NextTask"].toString());
        });
        add(TaskEdge::Kind::Choice, from, properties[u"DefaultTask"].toString());
        m_graph.edges.back().isDefault = true;
    }

    void add(TaskEdge::Kind kind, int from, const QString &target)
    {
        m_graph.edges.push_back({kind, from, resolve(from, target), target, false});
    }

    int following(int index) const
    {
        return index + 1 < static_cast<int>(m_graph.nodes.size()) ? index + 1 : TaskEdge::end;
    }

    // A task may bear any name; the words of the 2019 pages (END, NEXT, CONTINUE) come after it.
    int resolve(int from, const QString &target) const
    {
        const int index = indexOf(target);
        if (index >= 0)
            return index;
        if (same(target, u"ACS::NEXT") || same(target, u"NEXT") || same(target, u"CONTINUE"))
            return following(from);
        return same(target, u"ACS::END") || same(target, u"END") ? TaskEdge::end
                                                                 : TaskEdge::unknown;
    }

    const TemplateOutline &m_outline;
    TaskGraph m_graph;
    QHash<QString, int> m_exact;
    QHash<QString, int> m_folded;
};

bool isUnresolvedName(const QString &name)
{
    return name.isEmpty() || name.contains(u"{{");
}

ReachableCall callOfApi(const QString &task, int line, const QString &action,
                        const Json &properties)
{
    ReachableCall call;
    call.task = task;
    call.line = line;
    if (same(action, u"ACS::Template")) {
        call.isChildTemplate = true;
        call.api = properties[u"TemplateName"].toString();
        call.isUnresolved = isUnresolvedName(call.api);
        return call;
    }
    if (properties.isObject() && properties.find(u"API")) {
        call.service = properties[u"Service"].toString();
        call.api = properties[u"API"].toString();
    } else {
        const ProductCall product = productCall(action, {properties, {}});
        call.service = product.service;
        call.api = product.api;
    }
    call.isUnresolved = isUnresolvedName(call.api);
    call.isRisky = !call.isUnresolved && isRiskyByName(call.api);
    call.isRatedNormal = same(properties[u"Risk"].toString(), u"Normal");
    return call;
}

// ACS::ExecuteAPI, ACS::WaitFor and ACS::CheckFor name an API; ACS::<Product>::<Name> is one.
bool makesCall(const QString &action)
{
    return same(action, u"ACS::ExecuteAPI") || same(action, u"ACS::WaitFor") ||
           same(action, u"ACS::CheckFor") || same(action, u"ACS::Template") ||
           action.count(QStringLiteral("::")) >= 2;
}

constexpr int deepestLoop = 8;

void addCalls(const QString &task, int line, const QString &action, const Json &properties,
              int depth, std::vector<ReachableCall> &calls)
{
    if (makesCall(action))
        calls.push_back(callOfApi(task, line, action, properties));
    if (depth >= deepestLoop)
        return;
    properties[u"LoopTasks"].forEachItem([&](const Json &inner) {
        addCalls(task, line, inner[u"Action"].toString(), inner[u"Properties"], depth + 1, calls);
    });
}

bool contains(const std::vector<int> &indices, int index)
{
    return std::binary_search(indices.begin(), indices.end(), index);
}

} // namespace

int TaskGraph::indexOf(const QString &name) const
{
    for (const Qt::CaseSensitivity sensitivity : {Qt::CaseSensitive, Qt::CaseInsensitive}) {
        const auto found = std::find_if(nodes.begin(), nodes.end(), [&](const TaskGraphNode &node) {
            return node.name.compare(name, sensitivity) == 0;
        });
        if (found != nodes.end() && !name.isEmpty())
            return static_cast<int>(found - nodes.begin());
    }
    return -1;
}

TaskGraph taskGraphOf(const TemplateOutline &outline)
{
    return TaskGraphBuilder(outline).build();
}

std::vector<int> tasksAfter(const TaskGraph &graph, int index, Ways ways)
{
    std::vector<std::vector<int>> followers(graph.nodes.size());
    for (const TaskEdge &edge : graph.edges) {
        const bool isUsual =
            edge.kind != TaskEdge::Kind::OnError && edge.kind != TaskEdge::Kind::OnCancel;
        if (edge.to >= 0 && (ways == Ways::All || isUsual))
            followers[static_cast<size_t>(edge.from)].push_back(edge.to);
    }
    std::vector<bool> isReached(graph.nodes.size());
    std::vector<int> open;
    if (index >= 0 && index < static_cast<int>(graph.nodes.size()))
        open.push_back(index);
    while (!open.empty()) {
        const int from = open.back();
        open.pop_back();
        for (const int to : followers[static_cast<size_t>(from)]) {
            if (!isReached[static_cast<size_t>(to)])
                open.push_back(to);
            isReached[static_cast<size_t>(to)] = true;
        }
    }
    std::vector<int> reached;
    for (size_t i = 0; i < isReached.size(); ++i) {
        if (isReached[i])
            reached.push_back(static_cast<int>(i));
    }
    return reached;
}

std::vector<int> unreachableTasks(const TaskGraph &graph)
{
    const std::vector<int> reached = tasksAfter(graph, 0);
    std::vector<int> unreachable;
    for (int i = 1; i < static_cast<int>(graph.nodes.size()); ++i) {
        if (!std::binary_search(reached.begin(), reached.end(), i))
            unreachable.push_back(i);
    }
    return unreachable;
}

std::vector<ReachableCall> callsOf(const TaskDeclaration &task)
{
    std::vector<ReachableCall> calls;
    addCalls(task.name, task.firstLine, task.action, task.properties.value_or(Json()), 0, calls);
    return calls;
}

std::vector<ReachableCall> callsAfter(const TemplateOutline &outline, const QString &taskName)
{
    const TaskGraph graph = taskGraphOf(outline);
    const int start = graph.indexOf(taskName);
    const std::vector<int> usual = tasksAfter(graph, start, Ways::WithoutErrors);
    std::vector<ReachableCall> calls;
    for (const int index : tasksAfter(graph, start)) {
        for (ReachableCall &call : callsOf(outline.tasks[static_cast<size_t>(index)])) {
            call.onlyAfterError = !contains(usual, index);
            calls.push_back(std::move(call));
        }
    }
    return calls;
}

} // namespace countersign
