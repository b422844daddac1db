// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/historypage.h"

#include "app/viewmodels/decisionhistory.h"
#include "ui/views/safelabel.h"
#include "ui/views/statepage.h"
#include "ui/windows/decisionsview.h"

#include <QTreeView>
#include <QVBoxLayout>

namespace countersign {

HistoryPage::HistoryPage(DecisionHistory *history, QWidget *parent)
    : QStackedWidget(parent)
    , m_history(history)
    , m_empty(new StatePage(this))
{
    auto *page = new QWidget(this);
    m_problem = new SafeLabel(SafeLabel::Use::Copyable, page);
    m_problem->setObjectName(QStringLiteral("historyProblem"));
    m_problem->setMargin(6);
    m_view = new DecisionsView(
        history->decisions(), [history](const QByteArray &key) { return history->lifeOf(key); },
        tr("Decisions about this run"), page);
    QTreeView *table = m_view->table();
    table->setObjectName(QStringLiteral("historyColumns"));
    // The review says where the run is.
    for (const int column :
         {DecisionsTable::RunColumn, DecisionsTable::AccountColumn, DecisionsTable::RegionColumn})
        table->setColumnHidden(column, true);
    // A run has few decisions, and each has a long life.
    m_view->setStretchFactor(0, 1);
    m_view->setStretchFactor(1, 2);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_problem);
    column->addWidget(m_view, 1);
    addWidget(m_empty);
    addWidget(page);
    setFocusProxy(m_view);
    connect(history, &DecisionHistory::changed, this, &HistoryPage::update);
    update();
}

void HistoryPage::update()
{
    const QString problem = m_history->problemText();
    const bool isEmpty = m_history->decisions()->rowCount() == 0;
    if (isEmpty && problem.isEmpty())
        m_empty->setState(QStringLiteral("information"), tr("No decisions"),
                          m_history->emptyText());
    else if (isEmpty)
        m_empty->setState(QStringLiteral("warning"), tr("The decisions cannot be shown"), problem);
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_view->update();
    setCurrentIndex(isEmpty ? 0 : 1);
}

void HistoryPage::start()
{
    m_view->table()->setCurrentIndex({});
    m_view->table()->scrollToTop();
}

} // namespace countersign
