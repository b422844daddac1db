// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/taskspage.h"

#include "app/models/taskfilter.h"
#include "app/models/tasktreemodel.h"
#include "ui/views/cellcopy.h"
#include "ui/views/safelabel.h"
#include "ui/views/taskdelegate.h"
#include "ui/windows/tables.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QTreeView>

namespace countersign {

namespace {

constexpr int mostOpenRows = 60;
constexpr int deepestOpen = 8;

//! The order in which the columns are read: what a person looks for stands in front.
constexpr int readingOrder[] = {TaskTreeModel::TaskColumn,   TaskTreeModel::StateColumn,
                                TaskTreeModel::TookColumn,   TaskTreeModel::BatchColumn,
                                TaskTreeModel::ReasonColumn, TaskTreeModel::RiskColumn,
                                TaskTreeModel::ActionColumn, TaskTreeModel::NoteColumn};

TaskExecutionId idOf(const QModelIndex &index)
{
    return index.data(TaskTreeModel::TaskExecutionIdRole).value<TaskExecutionId>();
}

template <class Visit>
void forEachParent(const QAbstractItemModel &model, const QModelIndex &parent, const Visit &visit)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        if (model.rowCount(index) == 0)
            continue;
        visit(index);
        forEachParent(model, index, visit);
    }
}

int countTroubled(const QAbstractItemModel &model, const QModelIndex &parent)
{
    int count = 0;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        const auto status = index.data(TaskTreeModel::StatusRole).value<RunStatus>();
        count += status == RunStatus::Failed || status == RunStatus::Waiting ? 1 : 0;
        count += countTroubled(model, index);
    }
    return count;
}

} // namespace

TasksPage::TasksPage(TaskTreeModel *model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_filter(new TaskFilter(this))
    , m_onlyTroubled(new QCheckBox(tr("Only what &waits or went wrong"), this))
    , m_count(new SafeLabel(this))
{
    m_filter->setSourceModel(model);
    m_view = newTree(m_filter, tr("Tasks of the run"), this);
    m_view->setObjectName(QStringLiteral("taskColumns"));
    m_view->setRootIsDecorated(true);
    m_view->setItemDelegate(new TaskDelegate(m_view));
    m_view->header()->setFirstSectionMovable(false);
    for (int place = 0; place < TaskTreeModel::ColumnCount; ++place)
        m_view->header()->moveSection(m_view->header()->visualIndex(readingOrder[place]), place);
    auto *copying = new CellCopy(m_view, TaskTreeModel::CopyRole);
    copying->addEntry(tr("Copy the task execution &id"), TaskTreeModel::TaskExecutionIdRole);
    copying->addEntry(tr("Copy the &loop item"), TaskTreeModel::LoopItemRole);
    copying->addEntry(tr("Copy the id of the &child run"), TaskTreeModel::ChildExecutionIdRole);
    connect(copying, &CellCopy::menuFilled, this, [this](QMenu *menu, const QModelIndex &index) {
        const auto child =
            index.siblingAtColumn(0).data(TaskTreeModel::ChildExecutionIdRole).value<ExecutionId>();
        if (child.isEmpty())
            return;
        menu->addSeparator();
        menu->addAction(tr("&Open the child run"), this,
                        [this, child] { Q_EMIT runWanted(child); });
    });
    m_onlyTroubled->setObjectName(QStringLiteral("onlyTroubledBox"));
    m_count->setQuiet(true);
    m_count->setWordWrap(false);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(6, 3, 6, 3);
    bar->addWidget(m_onlyTroubled);
    bar->addStretch(1);
    bar->addWidget(m_count);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(m_view, 1);
    setFocusProxy(m_view);
    connect(m_onlyTroubled, &QCheckBox::toggled, this, &TasksPage::setOnlyTroubled);
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, &TasksPage::onRowsInserted);
    updateColumns();
}

void TasksPage::update()
{
    updateColumns();
    updateCount();
}

void TasksPage::start()
{
    m_met.clear();
    m_closed.clear();
    m_onlyTroubled->setChecked(false);
    for (int row = 0; row < m_filter->rowCount(); ++row)
        openWhenNew(m_filter->index(row, 0), 0);
    m_view->scrollToTop();
}

void TasksPage::onRowsInserted(const QModelIndex &parent, int first, int last)
{
    if (parent.isValid())
        openWhenNew(parent, 0);
    for (int row = first; row <= last; ++row)
        openWhenNew(m_filter->index(row, 0, parent), 0);
}

void TasksPage::openWhenNew(const QModelIndex &index, int depth)
{
    const int rows = m_filter->rowCount(index);
    const TaskExecutionId id = idOf(index);
    if (rows == 0 || id.isEmpty() || depth > deepestOpen)
        return;
    const bool isNew = !m_met.contains(id);
    m_met.insert(id);
    if (m_filter->isOnlyTroubled() || (isNew && rows <= mostOpenRows))
        m_view->setExpanded(index, true);
    if (!isNew)
        return;
    for (int row = 0; row < rows; ++row)
        openWhenNew(m_filter->index(row, 0, index), depth + 1);
}

//! Where only troubled rows are shown, all of them are to be seen.
void TasksPage::setOnlyTroubled(bool isOnlyTroubled)
{
    if (isOnlyTroubled) {
        m_closed.clear();
        forEachParent(*m_filter, {}, [this](const QModelIndex &index) {
            if (!m_view->isExpanded(index))
                m_closed.insert(idOf(index));
        });
    }
    m_filter->setOnlyTroubled(isOnlyTroubled);
    if (isOnlyTroubled) {
        m_view->expandAll();
    } else {
        forEachParent(*m_filter, {}, [this](const QModelIndex &index) {
            if (m_closed.contains(idOf(index)))
                m_view->setExpanded(index, false);
        });
    }
    if (m_view->currentIndex().isValid())
        m_view->scrollTo(m_view->currentIndex());
    updateCount();
}

void TasksPage::updateColumns()
{
    for (int column = 0; column < TaskTreeModel::ColumnCount; ++column) {
        const bool isAlways = column < TaskTreeModel::BatchColumn;
        m_view->setColumnHidden(
            column, !isAlways && !m_model->isUsed(static_cast<TaskTreeModel::Column>(column)));
    }
}

void TasksPage::updateCount()
{
    const int troubled = countTroubled(*m_model, {});
    m_count->setText(troubled == 0 ? tr("Nothing waits or went wrong.")
                                   : tr("%n row(s) wait or went wrong.", nullptr, troubled));
    if (m_model->rowCount() == 0)
        m_count->setText({});
}

} // namespace countersign
