// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/graphstates.h"

#include <QHash>

#include <algorithm>

namespace countersign {

namespace {

QDateTime beganAt(const TaskExecution &row)
{
    return row.createDate.isValid() ? row.createDate : row.startDate;
}

//! Matches rows with boxes and counts.
class StateReader
{
public:
    StateReader(const GraphPicture &picture, const std::vector<TaskExecution> &rows)
        : m_rows(rows)
        , m_states(picture.nodes.size())
        , m_latest(picture.nodes.size())
    {
        for (std::size_t i = picture.nodes.size(); i-- > 0;) {
            const GraphNode &node = picture.nodes[i];
            if (node.kind == GraphNode::Kind::Task || node.kind == GraphNode::Kind::Inner)
                m_byName.insert(node.name.toCaseFolded(), i);
        }
        // Exact names come first, and of equal ones the first that stands in the text.
        for (std::size_t i = picture.nodes.size(); i-- > 0;) {
            if (picture.nodes[i].kind == GraphNode::Kind::Task)
                m_byExactName.insert(picture.nodes[i].name, i);
        }
        for (const TaskExecution &row : rows)
            m_byId.insert(row.id, &row);
    }

    std::vector<GraphNodeState> read(const TaskExecutionId &subject, const QString &next)
    {
        for (const TaskExecution &row : m_rows) {
            if (const auto node = nodeOf(row))
                count(row, *node);
        }
        if (const TaskExecution *row = m_byId.value(subject)) {
            if (const auto node = nodeOf(*row))
                m_states[*node].isSubject = true;
        }
        if (const auto node = named(next))
            m_states[*node].isNext = true;
        return std::move(m_states);
    }

private:
    std::optional<std::size_t> named(const QString &name) const
    {
        if (name.isEmpty())
            return std::nullopt;
        const auto exact = m_byExactName.constFind(name);
        if (exact != m_byExactName.constEnd())
            return *exact;
        const auto folded = m_byName.constFind(name.toCaseFolded());
        return folded == m_byName.constEnd() ? std::nullopt : std::optional(*folded);
    }

    //! Of an item of a loop: the box of the loop's task, or of the inner task it runs.
    std::optional<std::size_t> nodeOf(const TaskExecution &row) const
    {
        if (const auto own = named(row.taskName))
            return own;
        const TaskExecution *above = m_byId.value(row.parentTaskExecutionId);
        return above ? named(above->taskName) : std::nullopt;
    }

    void count(const TaskExecution &row, std::size_t node)
    {
        GraphNodeState &state = m_states[node];
        if (!row.parentTaskExecutionId.isEmpty() && m_byId.contains(row.parentTaskExecutionId)) {
            ++state.items;
            state.itemsDone +=
                row.status == RunStatus::Success || row.status == RunStatus::Skipped ? 1 : 0;
            state.itemsFailed +=
                row.status == RunStatus::Failed || row.status == RunStatus::Cancelled ? 1 : 0;
            state.itemsWaiting += row.status == RunStatus::Waiting ? 1 : 0;
        } else {
            ++state.runs;
        }
        takeLatest(row, node);
    }

    //! The task's own row counts more than its items; of several, the one that began last.
    void takeLatest(const TaskExecution &row, std::size_t node)
    {
        const TaskExecution *&latest = m_latest[node];
        const auto isItem = [this](const TaskExecution &task) {
            return m_byId.contains(task.parentTaskExecutionId);
        };
        if (latest && isItem(row) != isItem(*latest)) {
            if (isItem(row))
                return;
        } else if (latest && beganAt(row).isValid() && beganAt(row) < beganAt(*latest)) {
            return;
        }
        latest = &row;
        GraphNodeState &state = m_states[node];
        state.status = row.status;
        state.statusText = row.statusText;
        state.row = row.id;
        state.child = row.childExecutionId;
    }

    const std::vector<TaskExecution> &m_rows;
    std::vector<GraphNodeState> m_states;
    std::vector<const TaskExecution *> m_latest;
    QHash<QString, std::size_t> m_byName;
    QHash<QString, std::size_t> m_byExactName;
    QHash<TaskExecutionId, const TaskExecution *> m_byId;
};

} // namespace

std::vector<GraphNodeState> graphStatesOf(const GraphPicture &picture,
                                          const std::vector<TaskExecution> &rows,
                                          const TaskExecutionId &subject, const QString &next)
{
    return StateReader(picture, rows).read(subject, next);
}

} // namespace countersign
