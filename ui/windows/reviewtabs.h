// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabWidget>

QT_BEGIN_NAMESPACE
class QTreeView;
QT_END_NAMESPACE

namespace countersign {

class LogView;
class ReviewViewModel;
class SafeLabel;
class TemplateView;

//! Tasks, template and log of the run under review.
class ReviewTabs : public QTabWidget
{
    Q_OBJECT

public:
    enum Tab { Tasks, Template, Log };

    explicit ReviewTabs(ReviewViewModel &review, QWidget *parent = nullptr);

    //! Draws what has changed; scroll positions and the open tab stay.
    void update();
    //! Another wait is shown: begins at its top.
    void start();

private:
    QWidget *makeTemplatePage();

    ReviewViewModel &m_review;
    QTreeView *m_tasks;
    TemplateView *m_template;
    SafeLabel *m_templateProblem;
    LogView *m_log;
};

} // namespace countersign
