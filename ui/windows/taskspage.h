// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/ids.h"

#include <QSet>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QTreeView;
QT_END_NAMESPACE

namespace countersign {

class SafeLabel;
class TaskFilter;
class TaskTreeModel;

//! The tasks of a run as a tree, with a switch for those alone that failed or wait. Small loops and
//! child runs are open when they first come, large ones closed; what a person opens or closes stays
//! so while the tasks are read again. Columns without a word in them are not shown.
class TasksPage : public QWidget
{
    Q_OBJECT

public:
    //! `model` must live as long as this.
    explicit TasksPage(TaskTreeModel *model, QWidget *parent = nullptr);

    //! Draws what has changed.
    void update();
    //! Another run is shown: begins at its top, with all tasks.
    void start();
    QTreeView *view() const { return m_view; }

Q_SIGNALS:
    //! The person wants to open the child run that a task has started.
    void runWanted(const countersign::ExecutionId &child);

private:
    void onRowsInserted(const QModelIndex &parent, int first, int last);
    void openWhenNew(const QModelIndex &index, int depth);
    void setOnlyTroubled(bool isOnlyTroubled);
    void updateColumns();
    void updateCount();

    TaskTreeModel *m_model;
    TaskFilter *m_filter;
    QTreeView *m_view;
    QCheckBox *m_onlyTroubled;
    SafeLabel *m_count;
    QSet<TaskExecutionId> m_met;    //!< rows with others below them that have been here
    QSet<TaskExecutionId> m_closed; //!< that were closed before only troubled rows were shown
};

} // namespace countersign
