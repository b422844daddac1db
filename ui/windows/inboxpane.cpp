// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/inboxpane.h"

#include "app/models/inboxfilter.h"
#include "app/models/inboxmodel.h"
#include "app/viewmodels/errortext.h"
#include "app/viewmodels/inboxviewmodel.h"
#include "ui/views/icons.h"
#include "ui/views/inboxdelegate.h"
#include "ui/views/safelabel.h"
#include "ui/views/statepage.h"
#include "ui/windows/inboxlist.h"

#include <QLineEdit>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace countersign {

namespace {

constexpr int filterLimit = 256;

QVBoxLayout *newTop(SafeLabel *heading, SafeLabel *count, QLineEdit *filter)
{
    auto *column = new QVBoxLayout;
    column->setContentsMargins(12, 10, 12, 9);
    column->setSpacing(6);
    column->addWidget(heading);
    column->addWidget(count);
    column->addWidget(filter);
    return column;
}

} // namespace

InboxPane::InboxPane(InboxViewModel &inbox, QWidget *parent)
    : QWidget(parent)
    , m_inbox(inbox)
    , m_heading(new SafeLabel(this))
    , m_count(new SafeLabel(this))
    , m_filter(new QLineEdit(this))
    , m_pages(new QStackedWidget(this))
    , m_list(new InboxList(this))
    , m_delegate(new InboxDelegate(this))
    , m_statePage(new StatePage(this))
{
    m_heading->setWeight(true, 1.15);
    m_heading->setText(tr("Waiting for a person"));
    m_count->setObjectName(QStringLiteral("countLabel"));
    m_count->setQuiet(true);
    m_filter->setObjectName(QStringLiteral("filterEdit"));
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setPlaceholderText(tr("Filter by any word, or paste an execution id"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaxLength(filterLimit);
    m_list->setObjectName(QStringLiteral("inboxList"));
    m_list->setAccessibleName(tr("Waiting executions"));
    m_list->setModel(inbox.filter());
    m_list->setItemDelegate(m_delegate);
    m_pages->addWidget(m_list);
    m_pages->addWidget(m_statePage);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(newTop(m_heading, m_count, m_filter));
    column->addWidget(m_pages, 1);
    connectAll();
    onRowsChanged(0, inbox.filter()->rowCount() - 1);
}

void InboxPane::connectAll()
{
    QAbstractItemModel *rows = m_inbox.filter();
    connect(m_filter, &QLineEdit::textChanged, &m_inbox, &InboxViewModel::setFilterText);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &InboxPane::onSelectionChanged);
    connect(m_list, &InboxList::rowEntered, this, &InboxPane::reviewWanted);
    connect(rows, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { onRowsChanged(first, last); });
    connect(rows, &QAbstractItemModel::rowsRemoved, this, [this] { updateState(); });
    connect(rows, &QAbstractItemModel::layoutChanged, this,
            [this, rows] { onRowsChanged(0, rows->rowCount() - 1); });
    connect(rows, &QAbstractItemModel::modelReset, this,
            [this, rows] { onRowsChanged(0, rows->rowCount() - 1); });
    connect(&m_inbox, &InboxViewModel::stateChanged, this, &InboxPane::updateState);
    connect(&m_inbox, &InboxViewModel::countsChanged, this, &InboxPane::updateState);
    connect(m_statePage, &StatePage::pressed, this, [this] {
        if (m_inbox.hasFilter())
            m_filter->clear();
        else
            m_inbox.refresh();
    });
}

void InboxPane::onRowsChanged(int first, int last)
{
    if (last >= first && m_delegate->makeRoomFor(*m_inbox.filter(), first, last))
        m_list->viewport()->update();
    updateState();
    // A chosen row that had left the list and is back is marked again, without being read anew.
    if (!m_chosen || !m_list->selectionModel()->selectedIndexes().isEmpty())
        return;
    const int row = rowOf(m_chosen->id);
    if (row < 0)
        return;
    m_isAligning = true;
    m_list->selectionModel()->setCurrentIndex(m_inbox.filter()->index(row, 0),
                                              QItemSelectionModel::ClearAndSelect);
    m_isAligning = false;
    m_chosenRow = row;
}

void InboxPane::updateState()
{
    m_count->setText(m_inbox.countText());
    m_pages->setCurrentWidget(m_inbox.filter()->rowCount() > 0 ? static_cast<QWidget *>(m_list)
                                                               : m_statePage);
    if (m_inbox.filter()->rowCount() > 0)
        return;
    switch (m_inbox.state()) {
    case InboxViewModel::State::Loading:
        m_statePage->setState(QStringLiteral("view-refresh"), tr("Reading what waits…"), {});
        return;
    case InboxViewModel::State::Failed:
        m_statePage->setState(QStringLiteral("warning"), tr("Nothing could be read"),
                              m_inbox.error() ? errorText(*m_inbox.error()) : QString(),
                              tr("Read again"));
        return;
    case InboxViewModel::State::Ready:
    case InboxViewModel::State::Stale:
        break;
    }
    if (m_inbox.hasFilter())
        m_statePage->setState(QStringLiteral("empty"), tr("No row fits the filter"),
                              tr("What waits is still there."), tr("Clear the filter"));
    else
        m_statePage->setState(QStringLiteral("empty"), tr("Nothing waits"),
                              tr("No execution waits for a person in the accounts and regions that "
                                 "are read."));
}

void InboxPane::onSelectionChanged()
{
    if (m_isAligning)
        return;
    const QModelIndexList selected = m_list->selectionModel()->selectedIndexes();
    if (selected.isEmpty())
        return; // the row has left the list, or was unchosen: the review stays
    // Assistive technology can add to a selection; the newest row is the one that is meant.
    int row = selected.first().row();
    for (const QModelIndex &index : selected) {
        if (!m_chosen || rowAt(index.row()).id != m_chosen->id)
            row = index.row();
    }
    if (selected.size() > 1) {
        m_isAligning = true;
        m_list->selectionModel()->setCurrentIndex(m_inbox.filter()->index(row, 0),
                                                  QItemSelectionModel::ClearAndSelect);
        m_isAligning = false;
    }
    m_chosenRow = row;
    const WaitRow chosen = rowAt(row);
    const bool isAnother = !m_chosen || m_chosen->id != chosen.id;
    m_chosen = chosen;
    if (isAnother)
        Q_EMIT rowChosen(chosen);
}

WaitRow InboxPane::rowAt(int row) const
{
    return m_inbox.filter()->waitRow(row);
}

int InboxPane::rowOf(const WaitRowId &id) const
{
    return m_inbox.filter()->rowOf(id);
}

bool InboxPane::isChosenListed() const
{
    return m_chosen && rowOf(m_chosen->id) >= 0;
}

bool InboxPane::hasNext() const
{
    const int rows = m_inbox.filter()->rowCount();
    return isChosenListed() ? rowOf(m_chosen->id) + 1 < rows : rows > 0;
}

void InboxPane::chooseNext()
{
    const int row = isChosenListed() ? rowOf(m_chosen->id) + 1 : qMax(0, m_chosenRow);
    chooseRow(qMin(row, m_inbox.filter()->rowCount() - 1));
}

bool InboxPane::choose(const ExecutionId &execution)
{
    for (int row = 0; row < m_inbox.filter()->rowCount(); ++row) {
        if (rowAt(row).id.executionId == execution) {
            chooseRow(row);
            return true;
        }
    }
    return false;
}

void InboxPane::chooseRow(int row)
{
    if (row < 0)
        return;
    const QModelIndex index = m_inbox.filter()->index(row, 0);
    m_list->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    m_list->scrollTo(index);
}

void InboxPane::focusList()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

void InboxPane::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

} // namespace countersign
