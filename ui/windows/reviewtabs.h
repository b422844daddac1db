// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabWidget>

namespace countersign {

class LogView;
class OutputsPage;
class ReviewViewModel;
class SafeLabel;
class TasksPage;
class TemplateView;

//! Tasks, template, outputs and log of the run under review.
class ReviewTabs : public QTabWidget
{
    Q_OBJECT

public:
    enum Tab { Tasks, Template, Outputs, Log };

    explicit ReviewTabs(ReviewViewModel &review, QWidget *parent = nullptr);

    //! Draws what has changed; scroll positions and the open tab stay.
    void update();
    //! Another wait is shown: begins at its top.
    void start();

private:
    QWidget *makeTemplatePage();

    ReviewViewModel &m_review;
    TasksPage *m_tasks;
    TemplateView *m_template;
    SafeLabel *m_templateProblem;
    OutputsPage *m_outputs;
    LogView *m_log;
};

} // namespace countersign
