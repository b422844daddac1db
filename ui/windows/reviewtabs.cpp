// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/reviewtabs.h"

#include "app/models/logmodel.h"
#include "app/models/outputmodel.h"
#include "app/models/tasktreemodel.h"
#include "app/viewmodels/decisionhistory.h"
#include "app/viewmodels/reviewviewmodel.h"
#include "ui/editor/templateview.h"
#include "ui/graph/graphpage.h"
#include "ui/views/safelabel.h"
#include "ui/windows/historypage.h"
#include "ui/windows/logview.h"
#include "ui/windows/outputspage.h"
#include "ui/windows/taskselection.h"
#include "ui/windows/taskspage.h"

#include <QLocale>
#include <QVBoxLayout>

namespace countersign {

ReviewTabs::ReviewTabs(ReviewViewModel &review, QWidget *parent)
    : QTabWidget(parent)
    , m_review(review)
    , m_tasks(new TasksPage(review.tasks(), this))
    , m_graph(new GraphPage(*review.graph(), this))
    , m_template(new TemplateView(this))
    , m_templateProblem(new SafeLabel(SafeLabel::Use::Copyable, this))
    , m_outputs(new OutputsPage(review.outputs(), this))
    , m_log(new LogView(review.log(), this))
    , m_history(new HistoryPage(review.history(), this))
{
    setDocumentMode(true);
    addTab(m_tasks, tr("Tasks", "tab of a review"));
    addTab(m_graph, tr("Graph", "tab of a review"));
    addTab(makeTemplatePage(), tr("Template", "tab of a review"));
    addTab(m_outputs, tr("Outputs", "tab of a review"));
    addTab(m_log, tr("Log", "tab of a review"));
    addTab(m_history, tr("History", "tab of a review"));
    connect(m_tasks, &TasksPage::runWanted, this, &ReviewTabs::runWanted);
    connect(m_graph, &GraphPage::runWanted, this, &ReviewTabs::runWanted);
    connect(m_graph, &GraphPage::taskWanted, this, [this](const TaskExecutionId &row) {
        setCurrentIndex(Tasks);
        showTask(*widget(Tasks), row);
    });
    setMinimumHeight(fontMetrics().height() * 13);
}

QWidget *ReviewTabs::makeTemplatePage()
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_templateProblem->setMargin(6);
    column->addWidget(m_templateProblem);
    column->addWidget(m_template, 1);
    return page;
}

void ReviewTabs::update()
{
    m_tasks->update();
    m_outputs->update(m_review.noOutputsText());
    m_log->update(m_review.logProblem());
    m_template->setContent(m_review.templateContent(), m_review.waitingTaskLines());
    m_templateProblem->setText(m_review.templateProblem());
    m_templateProblem->setVisible(!m_review.templateProblem().isEmpty());
    const int lines = m_review.log()->rowCount();
    setTabText(Log, lines == 0 ? tr("Log", "tab of a review")
                               //: Tab of a review; %1 is how many lines the log has.
                               : tr("Log (%1)").arg(QLocale().toString(lines)));
    const int decisions = m_review.history()->decisions()->total();
    setTabText(History, decisions == 0
                            ? tr("History", "tab of a review")
                            //: Tab of a review; %1 is how many decisions and notes it lists.
                            : tr("History (%1)").arg(QLocale().toString(decisions)));
}

void ReviewTabs::start()
{
    m_tasks->start();
    m_outputs->start();
    m_log->start();
    m_history->start();
    m_template->scrollToMarked();
}

} // namespace countersign
