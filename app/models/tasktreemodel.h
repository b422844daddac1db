// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/taskexecution.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace countersign {

class TaskTreeNode;

//! The tasks of one run: loops with their items below them. Rows whose parent is missing, is part
//! of a circle or lies too deep stand at the top. apply() never resets the model; texts are safe.
class TaskTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { TaskColumn, ActionColumn, StateColumn, TookColumn, ColumnCount };
    enum Role {
        TaskExecutionIdRole = Qt::UserRole, //!< TaskExecutionId
        StatusRole,                         //!< RunStatus
        IsSubjectRole,                      //!< bool: the row a decision would be about
    };

    explicit TaskTreeModel(QObject *parent = nullptr);
    ~TaskTreeModel() override;

    //! Shows these rows, in their order.
    void apply(const std::vector<TaskExecution> &rows);
    //! Marks the row a decision would be about; empty: none.
    void setSubject(const TaskExecutionId &id);
    //! The time (UTC) up to which tasks that have not ended are counted; without it they show "—".
    void setNow(const QDateTime &now);
    //! Invalid when there is none.
    QModelIndex indexOf(const TaskExecutionId &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    class Update;
    QModelIndex indexOf(const TaskTreeNode &node, int column = TaskColumn) const;
    void update(TaskTreeNode &parent, std::vector<std::unique_ptr<TaskTreeNode>> next);
    void announce(const TaskTreeNode *node, const QList<int> &roles);
    void announceTimes(const TaskTreeNode &parent, const QDateTime &before);
    QString cell(const TaskTreeNode &node, int column) const;
    QString sentence(const TaskTreeNode &node) const;

    std::unique_ptr<TaskTreeNode> m_root;
    TaskExecutionId m_subject;
    QDateTime m_now;
};

} // namespace countersign
