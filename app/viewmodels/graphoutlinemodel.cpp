// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/graphoutlinemodel.h"

#include "app/viewmodels/graphwords.h"

namespace countersign {

void GraphOutlineModel::setPicture(const GraphPicture &picture, std::vector<GraphNodeState> states)
{
    beginResetModel();
    m_picture = picture;
    m_states = std::move(states);
    endResetModel();
}

void GraphOutlineModel::setStates(std::vector<GraphNodeState> states)
{
    Q_ASSERT(states.size() == m_states.size());
    const std::vector<GraphNodeState> before = std::move(m_states);
    m_states = std::move(states);
    for (std::size_t first = 0; first < m_states.size(); ++first) {
        if (m_states[first] == before[first])
            continue;
        std::size_t last = first;
        while (last + 1 < m_states.size() && m_states[last + 1] != before[last + 1])
            ++last;
        Q_EMIT dataChanged(index(static_cast<int>(first)), index(static_cast<int>(last)),
                           {Qt::DisplayRole, Qt::AccessibleTextRole});
        first = last;
    }
}

int GraphOutlineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_picture.nodes.size());
}

QVariant GraphOutlineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return graphNodeSentence(m_picture, m_states, static_cast<std::size_t>(index.row()));
    return {};
}

} // namespace countersign
