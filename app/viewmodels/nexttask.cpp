// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/nexttask.h"

#include "app/templates/taskgraph.h"

#include <algorithm>

namespace countersign {

namespace {

bool same(QStringView a, QStringView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

QDateTime beganAt(const TaskExecution &row)
{
    return row.createDate.isValid() ? row.createDate : row.startDate;
}

// Rows come in either order, so dates decide first; rows of one date stand in the order of the
// list, which is the ascending one unless its dates say otherwise.
const TaskExecution *latestOf(const std::vector<const TaskExecution *> &rows)
{
    if (rows.empty())
        return nullptr;
    const QDateTime first = beganAt(*rows.front());
    const QDateTime last = beganAt(*rows.back());
    const bool isDescending = first.isValid() && last.isValid() && first > last;
    const TaskExecution *latest = nullptr;
    for (const TaskExecution *row : rows) {
        if (latest == nullptr) {
            latest = row;
            continue;
        }
        const QDateTime mine = beganAt(*row);
        const QDateTime its = beganAt(*latest);
        const bool areDated = mine.isValid() && its.isValid() && mine != its;
        if (areDated ? mine > its : !isDescending)
            latest = row;
    }
    return latest;
}

//! The branch that a finished ACS::Choice took, where its resolved properties show it.
QString branchTaken(const TaskExecution &row)
{
    if (!row.properties.json)
        return {};
    QString taken;
    bool isReadable = true;
    (*row.properties.json)[u"Choices"].forEachItem([&](const Json &choice) {
        const Json when = choice[u"When"];
        isReadable = isReadable && when.type() == Json::Type::Bool;
        if (taken.isEmpty() && when.type() == Json::Type::Bool && when.toBool())
            taken = choice[u"NextTask"].toString();
    });
    if (!isReadable)
        return {};
    return taken.isEmpty() ? (*row.properties.json)[u"DefaultTask"].toString() : taken;
}

class Proposal
{
public:
    Proposal(const TemplateOutline &outline, const std::vector<TaskExecution> &rows)
        : m_outline(outline)
        , m_rows(rows)
        , m_graph(taskGraphOf(outline))
    {
    }

    NextTask make()
    {
        const TaskExecution *latest = latestRow(m_rows);
        if (latest == nullptr)
            return of(m_outline.tasks.empty() ? TaskEdge::unknown : 0, NextTask::Basis::Start);
        m_next.after = latest->taskName;
        const int from = m_graph.indexOf(latest->taskName);
        if (from < 0)
            return of(TaskEdge::unknown, NextTask::Basis::CannotTell);
        if (!isFinal(latest->status) && declared(from).hasLoop)
            return of(from, NextTask::Basis::LoopGoesOn);
        if (latest->status == RunStatus::Failed)
            return afterFailure(from);
        if (latest->status == RunStatus::Skipped || latest->status == RunStatus::Cancelled)
            return of(following(from), NextTask::Basis::Order);
        return same(declared(from).action, u"ACS::Choice") ? afterChoice(from, *latest)
                                                           : afterSuccess(from);
    }

private:
    const TaskDeclaration &declared(int index) const
    {
        return m_outline.tasks[static_cast<std::size_t>(index)];
    }

    int following(int index) const
    {
        return index + 1 < static_cast<int>(m_outline.tasks.size()) ? index + 1 : TaskEdge::end;
    }

    NextTask of(int index, NextTask::Basis basis)
    {
        if (index == TaskEdge::end)
            basis = NextTask::Basis::End;
        else if (index < 0)
            basis = NextTask::Basis::CannotTell;
        m_next.basis = basis;
        if (index >= 0) {
            const TaskDeclaration &task = declared(index);
            m_next.name = task.name;
            m_next.hasRun = latestRow(m_rows, task.name) != nullptr;
            m_next.hasWhen = task.when.has_value();
            m_next.isLoop = task.hasLoop;
        }
        return m_next;
    }

    //! Of a kind that a task has at most once.
    const TaskEdge *edge(int from, TaskEdge::Kind kind) const
    {
        for (const TaskEdge &edge : m_graph.edges) {
            if (edge.from == from && edge.kind == kind)
                return &edge;
        }
        return nullptr;
    }

    NextTask afterFailure(int from)
    {
        const TaskEdge *onError = edge(from, TaskEdge::Kind::OnError);
        if (onError != nullptr && onError->to != TaskEdge::end)
            return of(onError->to, NextTask::Basis::Order);
        m_next.basis = NextTask::Basis::AfterFailure;
        return m_next;
    }

    NextTask afterSuccess(int from)
    {
        const TaskEdge *onSuccess = edge(from, TaskEdge::Kind::OnSuccess);
        return of(onSuccess != nullptr ? onSuccess->to : following(from), NextTask::Basis::Order);
    }

    NextTask afterChoice(int from, const TaskExecution &row)
    {
        const QString taken = branchTaken(row);
        const TaskEdge *fallback = nullptr;
        for (const TaskEdge &edge : m_graph.edges) {
            if (edge.from != from || edge.kind != TaskEdge::Kind::Choice)
                continue;
            if (!taken.isEmpty() && same(edge.target, taken))
                return of(edge.to, NextTask::Basis::Order);
            if (edge.isDefault)
                fallback = &edge;
        }
        return of(fallback != nullptr ? fallback->to : TaskEdge::unknown,
                  NextTask::Basis::ChoiceGuess);
    }

    const TemplateOutline &m_outline;
    const std::vector<TaskExecution> &m_rows;
    TaskGraph m_graph;
    NextTask m_next;
};

} // namespace

NextTask nextTask(const TemplateOutline &outline, const std::vector<TaskExecution> &rows)
{
    return Proposal(outline, rows).make();
}

const TaskExecution *latestRow(const std::vector<TaskExecution> &rows)
{
    std::vector<const TaskExecution *> tops;
    for (const TaskExecution &row : rows) {
        if (row.parentTaskExecutionId.isEmpty())
            tops.push_back(&row);
    }
    return latestOf(tops);
}

const TaskExecution *latestRow(const std::vector<TaskExecution> &rows, const QString &taskName)
{
    std::vector<const TaskExecution *> found;
    for (const TaskExecution &row : rows) {
        if (row.parentTaskExecutionId.isEmpty() && row.taskName == taskName)
            found.push_back(&row);
    }
    return latestOf(found);
}

std::vector<QString> approvalsPassedOver(const TemplateOutline &outline,
                                         const std::vector<TaskExecution> &rows,
                                         const QString &proposed, const QString &taskName)
{
    std::vector<QString> names;
    const auto add = [&names, &taskName](const QString &name) {
        if (name != taskName && std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(name);
    };
    for (const TaskExecution &row : rows) {
        if (row.hasAction(u"ACS::Approve") && row.status == RunStatus::Waiting)
            add(row.taskName);
    }
    const TaskGraph graph = taskGraphOf(outline);
    const int from = graph.indexOf(proposed);
    const int to = graph.indexOf(taskName);
    for (int i = from; i >= 0 && i < to; ++i) {
        const TaskDeclaration &task = outline.tasks[static_cast<std::size_t>(i)];
        const TaskExecution *row = latestRow(rows, task.name);
        const bool isGiven = row != nullptr && row->status == RunStatus::Success;
        if (same(task.action, u"ACS::Approve") && !isGiven)
            add(task.name);
    }
    return names;
}

} // namespace countersign
