// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/graphstates.h"

#include <QAbstractListModel>

namespace countersign {

//! The picture as text: a row for each box, in the picture's order, with all its ways in sentences.
class GraphOutlineModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    //! Another picture: everything is another row.
    void setPicture(const GraphPicture &picture, std::vector<GraphNodeState> states);
    //! The same picture's states; only rows that differ are announced.
    void setStates(std::vector<GraphNodeState> states);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    GraphPicture m_picture;
    std::vector<GraphNodeState> m_states;
};

} // namespace countersign
