// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/tasktreenode.h"

#include <QAbstractItemModel>
#include <QDateTime>
#include <QSet>

#include <memory>
#include <vector>

namespace countersign {

//! The tasks of one run: loops with their items below them, child runs below the row that started
//! them, and steps of the template that have not run. Rows whose parent is missing, is part of a
//! circle or lies too deep stand at the top. apply() never resets the model; texts are safe. The
//! rows of a child run are asked for when its row is opened.
class TaskTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column {
        TaskColumn,
        ActionColumn,
        StateColumn,
        TookColumn,
        BatchColumn,
        RiskColumn,   //!< high-risk calls of the task, and who says so
        ReasonColumn, //!< why it failed or waits; how the items of a loop stand
        NoteColumn,   //!< the note somebody left with a decision
        ColumnCount
    };
    enum Role {
        TaskExecutionIdRole = Qt::UserRole, //!< TaskExecutionId
        StatusRole,                         //!< RunStatus
        IsSubjectRole,                      //!< bool: the row a decision would be about
        CopyRole,                           //!< QString: the cell as received
        LoopItemRole,                       //!< QString, as received; empty outside of loops
        ChildExecutionIdRole,               //!< ExecutionId
        IsPlannedRole,                      //!< bool: a step that has not run
    };

    explicit TaskTreeModel(QObject *parent = nullptr);
    ~TaskTreeModel() override;

    //! Shows these rows, in their order.
    void apply(const std::vector<TaskExecution> &rows, const TaskSurroundings &around = {});
    //! Whether any row has something to say in this column.
    bool isUsed(Column column) const;
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
    bool hasChildren(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    //! The rows of this child run are wanted; they come with a later apply().
    void childWanted(const countersign::ExecutionId &child);

private:
    class Update;
    QModelIndex indexOf(const TaskTreeNode &node, int column = TaskColumn) const;
    void update(TaskTreeNode &parent, std::vector<std::unique_ptr<TaskTreeNode>> next);
    void announce(const TaskTreeNode *node, const QList<int> &roles);
    void announceTimes(const TaskTreeNode &parent, const QDateTime &before);
    void announceAll(const TaskTreeNode &parent, const QList<int> &roles);
    void noteUse(const TaskTreeNode &parent);
    bool isUnread(const TaskTreeNode &node) const;
    const ChildRun *childRun(const TaskTreeNode &node) const;
    QString cell(const TaskTreeNode &node, int column) const;
    QString exactCell(const TaskTreeNode &node, int column) const;
    QString sentence(const TaskTreeNode &node) const;

    std::unique_ptr<TaskTreeNode> m_root;
    QHash<ExecutionId, ChildRun> m_childRuns; //!< without their rows
    QHash<QString, QString> m_risks;
    QSet<ExecutionId> m_wanted;
    bool m_isUsed[ColumnCount] = {};
    TaskExecutionId m_subject;
    QDateTime m_now;
};

} // namespace countersign
