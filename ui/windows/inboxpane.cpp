// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/inboxpane.h"

#include "app/domain/executionlink.h"
#include "app/models/inboxfilter.h"
#include "app/models/inboxmodel.h"
#include "app/viewmodels/bulkselection.h"
#include "app/viewmodels/errortext.h"
#include "app/viewmodels/inboxviewmodel.h"
#include "app/viewmodels/openviewmodel.h"
#include "ui/views/announce.h"
#include "ui/views/icons.h"
#include "ui/views/inboxdelegate.h"
#include "ui/views/menubuttons.h"
#include "ui/views/safelabel.h"
#include "ui/views/statepage.h"
#include "ui/windows/filtermenu.h"
#include "ui/windows/followpane.h"
#include "ui/windows/inboxlist.h"

#include <QLineEdit>
#include <QScrollBar>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace countersign {

namespace {

//! Long enough for a web-console address with everything behind it.
constexpr int filterLimit = 2'048;
constexpr std::chrono::milliseconds restBeforeOpening{350};

} // namespace

InboxPane::InboxPane(InboxViewModel &inbox, OpenViewModel &open, FollowViewModel &follow,
                     QWidget *parent)
    : QWidget(parent)
    , m_inbox(inbox)
    , m_open(open)
    , m_heading(new SafeLabel(this))
    , m_count(new SafeLabel(this))
    , m_hidden(new SafeLabel(this))
    , m_filter(new QLineEdit(this))
    , m_show(new QToolButton(this))
    , m_filterMenu(new FilterMenu(inbox, m_show))
    , m_nameRow(new QWidget(this))
    , m_name(new QLineEdit(m_nameRow))
    , m_pages(new QStackedWidget(this))
    , m_list(new InboxList(this))
    , m_delegate(new InboxDelegate(this))
    , m_statePage(new StatePage(this))
    , m_followPane(new FollowPane(follow, this))
{
    m_heading->setWeight(true, 1.15);
    m_heading->setText(tr("Waiting for a person"));
    m_count->setObjectName(QStringLiteral("countLabel"));
    m_count->setQuiet(true);
    m_hidden->setObjectName(QStringLiteral("hiddenLabel"));
    m_filter->setObjectName(QStringLiteral("filterEdit"));
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setPlaceholderText(tr("Filter by any word, or paste an execution id"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaxLength(filterLimit);
    m_filter->setText(inbox.filterSpec().text);
    m_show->setObjectName(QStringLiteral("showButton"));
    m_show->setText(tr("Show", "what the list shows and in which order"));
    m_show->setToolTip(tr("Groups, kinds, accounts, order and views"));
    giveMenu(m_show, m_filterMenu);
    m_show->setPopupMode(QToolButton::InstantPopup);
    m_show->setFocusPolicy(Qt::TabFocus);
    m_list->setObjectName(QStringLiteral("inboxList"));
    m_list->setAccessibleName(tr("Waiting executions"));
    m_list->setModel(inbox.filter());
    m_list->setItemDelegate(m_delegate);
    m_opening.setSingleShot(true);
    m_opening.setInterval(restBeforeOpening);
    arrange();
    connectAll();
    onRowsChanged(0, inbox.filter()->rowCount() - 1);
}

void InboxPane::arrange()
{
    m_pages->addWidget(m_list);
    m_pages->addWidget(m_statePage);
    auto *nameLine = new QHBoxLayout(m_nameRow);
    nameLine->setContentsMargins(0, 0, 0, 0);
    auto *keep = new QToolButton(m_nameRow);
    keep->setText(tr("Keep"));
    keep->setFocusPolicy(Qt::TabFocus);
    m_name->setAccessibleName(tr("Name of the view"));
    m_name->setPlaceholderText(tr("Name of the view"));
    m_name->setMaxLength(static_cast<int>(NamedViews::longestName));
    nameLine->addWidget(m_name, 1);
    nameLine->addWidget(keep);
    m_nameRow->hide();
    connect(keep, &QToolButton::clicked, this, &InboxPane::keepView);
    auto *filterLine = new QHBoxLayout;
    filterLine->addWidget(m_filter, 1);
    filterLine->addWidget(m_show);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(12, 10, 12, 9);
    top->setSpacing(6);
    top->addWidget(m_heading);
    top->addWidget(m_count);
    top->addLayout(filterLine);
    top->addWidget(m_nameRow);
    top->addWidget(m_hidden);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_pages, 3);
    column->addWidget(m_followPane, 0);
}

void InboxPane::connectAll()
{
    QAbstractItemModel *rows = m_inbox.filter();
    connect(m_filter, &QLineEdit::textChanged, this, &InboxPane::onFilterText);
    connect(m_filter, &QLineEdit::returnPressed, this, &InboxPane::onFilterEntered);
    connect(&m_opening, &QTimer::timeout, this, [this] { m_open.open(m_filter->text()); });
    connect(&m_open, &OpenViewModel::changed, this, &InboxPane::updateState);
    connect(m_filterMenu, &FilterMenu::nameWanted, this, &InboxPane::askForViewName);
    connect(m_filterMenu, &FilterMenu::viewTaken, m_filter, &QLineEdit::setText);
    connect(m_name, &QLineEdit::returnPressed, this, &InboxPane::keepView);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &InboxPane::onSelectionChanged);
    connect(m_list, &InboxList::rowEntered, this, &InboxPane::reviewWanted);
    connect(m_list, &QListView::doubleClicked, this, &InboxPane::reviewWanted);
    connect(m_list, &QListView::clicked, this, [this] {
        // Whoever is choosing several stays in the list.
        if (!m_hasSeveral)
            Q_EMIT rowClicked();
    });
    connect(m_filterMenu, &FilterMenu::choosingSeveralWanted, m_list,
            &InboxList::setChoosingSeveral);
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
        if (m_inbox.hasFilter()) {
            m_inbox.setFilterSpec({});
            m_filter->clear();
        } else {
            m_inbox.refresh();
        }
    });
}

//! A text that is certainly an id or an address is looked for everywhere; any other one filters.
void InboxPane::onFilterText()
{
    const auto link = executionLinkFrom(m_filter->text());
    const bool isMeantToOpen = link && link->form != ExecutionLink::Form::Word;
    m_opening.stop();
    if (m_open.state() != OpenViewModel::State::Idle)
        m_open.cancel();
    m_inbox.setFilterText(isMeantToOpen ? link->execution.text() : m_filter->text());
    if (isMeantToOpen && !choose(link->execution))
        m_opening.start();
}

//! Enter asks for it outright: the first row, or, where no row fits, the text as an id.
void InboxPane::onFilterEntered()
{
    if (m_inbox.filter()->rowCount() > 0) {
        focusList();
        if (!isChosenListed())
            chooseRow(0);
        return;
    }
    m_opening.stop();
    if (executionLinkFrom(m_filter->text()))
        m_open.open(m_filter->text());
}

void InboxPane::updateSearchPage()
{
    QStringList failures;
    for (const QString &failure : m_open.failures())
        failures += failure;
    const bool isSearching = m_open.state() == OpenViewModel::State::Searching;
    m_statePage->setState(isSearching ? QStringLiteral("view-refresh") : QStringLiteral("link"),
                          isSearching ? tr("Looking for an execution") : m_open.text(),
                          isSearching ? m_open.text() : failures.join(QLatin1Char('\n')),
                          tr("Clear the filter"));
}

void InboxPane::askForViewName()
{
    m_nameRow->show();
    m_name->setFocus(Qt::OtherFocusReason);
}

void InboxPane::keepView()
{
    if (!m_inbox.saveView(m_name->text())) {
        m_hidden->setText(tr("A view needs a name of 1 to 60 characters."));
        m_hidden->show();
        announce(m_hidden, m_hidden->text());
        return;
    }
    m_name->clear();
    m_nameRow->hide();
    focusFilter();
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
    m_hidden->setText(m_inbox.hiddenText());
    m_hidden->setVisible(!m_inbox.hiddenText().isEmpty());
    m_pages->setCurrentWidget(m_inbox.filter()->rowCount() > 0 ? static_cast<QWidget *>(m_list)
                                                               : m_statePage);
    if (m_inbox.filter()->rowCount() > 0) {
        // Before the first rows there was no list to begin in. The window may not be active yet.
        const QWidget *focus = window()->focusWidget();
        const bool isUntouched = (!focus || focus == m_filter) && m_filter->text().isEmpty();
        if (!std::exchange(m_hasListed, true) && isUntouched)
            focusList();
        return;
    }
    if (m_open.state() != OpenViewModel::State::Idle || m_opening.isActive()) {
        updateSearchPage();
        return;
    }
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

void InboxPane::onSelectionChanged(const QItemSelection &selected)
{
    if (m_isAligning)
        return;
    int count = 0;
    for (const QItemSelectionRange &range : m_list->selectionModel()->selection())
        count += range.height();
    if (count == 0) {
        leaveSeveral();
        return; // the row has left the list, or was unchosen: the review stays
    }
    // Rows that leave the list leave the others chosen.
    const bool isOnlyLess = m_hasSeveral && selected.isEmpty();
    if (count > 1 && (isOnlyLess || m_list->maySelectSeveral())) {
        showSeveral(count);
        return;
    }
    // Assistive technology can add to a selection; the newest row is the one that is meant.
    const int row = selected.isEmpty() ? chosenRows(1).front() : selected.first().top();
    if (count > 1) {
        m_isAligning = true;
        m_list->selectionModel()->setCurrentIndex(m_inbox.filter()->index(row, 0),
                                                  QItemSelectionModel::ClearAndSelect);
        m_isAligning = false;
    }
    leaveSeveral();
    m_chosenRow = row;
    const WaitRow chosen = rowAt(row);
    const bool isAnother = !m_chosen || m_chosen->id != chosen.id;
    m_chosen = chosen;
    if (isAnother)
        Q_EMIT rowChosen(chosen);
}

//! In the order of the list.
std::vector<int> InboxPane::chosenRows(std::size_t most) const
{
    std::vector<int> rows;
    for (const QItemSelectionRange &range : m_list->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.resize(std::min(rows.size(), most));
    return rows;
}

void InboxPane::showSeveral(int count)
{
    std::vector<WaitRow> rows;
    for (const int row : chosenRows(static_cast<std::size_t>(mostInBulk) + 1))
        rows.push_back(rowAt(row));
    m_hasSeveral = true;
    m_chosen.reset();
    Q_EMIT severalChosen(rows, count);
}

void InboxPane::leaveSeveral()
{
    if (std::exchange(m_hasSeveral, false))
        Q_EMIT severalChosen({}, 0);
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

bool InboxPane::choose(const WaitRowId &id)
{
    const int row = rowOf(id);
    if (row >= 0)
        chooseRow(row);
    return row >= 0;
}

void InboxPane::chooseSeveral(const std::vector<WaitRowId> &ids)
{
    QItemSelection chosen;
    for (const WaitRowId &id : ids) {
        const int row = rowOf(id);
        if (row >= 0)
            chosen.select(m_inbox.filter()->index(row, 0), m_inbox.filter()->index(row, 0));
    }
    m_isAligning = true;
    m_list->selectionModel()->select(chosen, QItemSelectionModel::ClearAndSelect);
    m_isAligning = false;
    const std::vector<int> rows = chosenRows(2);
    if (rows.size() > 1) {
        showSeveral(static_cast<int>(m_list->selectionModel()->selectedIndexes().size()));
        return;
    }
    leaveSeveral();
    if (rows.empty())
        return;
    m_isAligning = true;
    m_list->selectionModel()->clearSelection();
    m_isAligning = false;
    chooseRow(rows.front());
}

void InboxPane::chooseOneOfSeveral()
{
    const std::vector<int> rows = chosenRows(1);
    m_list->setChoosingSeveral(false);
    m_filterMenu->setChoosingSeveral(false);
    if (!rows.empty())
        chooseRow(rows.front());
    focusList();
}

void InboxPane::unchoose()
{
    m_chosen.reset();
    m_list->selectionModel()->clear();
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
