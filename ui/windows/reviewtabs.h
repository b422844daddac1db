// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/ids.h"

#include <QTabWidget>

namespace countersign {

class GraphPage;
class HistoryPage;
class LogView;
class OutputsPage;
class ReviewViewModel;
class SafeLabel;
class TasksPage;
class TemplateView;

//! Tasks, graph, template, outputs, log and history of the run under review.
class ReviewTabs : public QTabWidget
{
    Q_OBJECT

public:
    enum Tab { Tasks, Graph, Template, Outputs, Log, History };

    explicit ReviewTabs(ReviewViewModel &review, QWidget *parent = nullptr);

    //! Draws what has changed; scroll positions and the open tab stay.
    void update();
    //! Another wait is shown: begins at its top.
    void start();

Q_SIGNALS:
    //! The person wants to open an execution that a task of this one started.
    void runWanted(const countersign::ExecutionId &child);

private:
    QWidget *makeTemplatePage();

    ReviewViewModel &m_review;
    TasksPage *m_tasks;
    GraphPage *m_graph;
    TemplateView *m_template;
    SafeLabel *m_templateProblem;
    OutputsPage *m_outputs;
    LogView *m_log;
    HistoryPage *m_history;
};

} // namespace countersign
