// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/waitrow.h"

#include <QTimer>
#include <QWidget>

#include <optional>
#include <vector>

QT_BEGIN_NAMESPACE
class QItemSelection;
class QLineEdit;
class QModelIndex;
class QStackedWidget;
class QToolButton;
QT_END_NAMESPACE

namespace countersign {

class FilterMenu;
class FollowPane;
class FollowViewModel;
class InboxDelegate;
class InboxList;
class InboxViewModel;
class OpenViewModel;
class SafeLabel;
class StatePage;

//! What waits: heading, count, filter line and the list, or a page that says why there is none.
//! Refreshing keeps what is chosen, the scroll position and the filter text.
class InboxPane : public QWidget
{
    Q_OBJECT

public:
    //! The view-models outlive it.
    InboxPane(InboxViewModel &inbox, OpenViewModel &open, FollowViewModel &follow,
              QWidget *parent = nullptr);

    //! The row that was chosen last and is shown; it may have left the list since.
    std::optional<WaitRow> chosen() const { return m_chosen; }
    //! False when the chosen row has left the list.
    bool isChosenListed() const;
    //! True when there is a row to go on to.
    bool hasNext() const;
    //! Chooses the row after the chosen one, or the one that took its place.
    void chooseNext();
    //! Chooses the execution's first row; false when it is not listed.
    bool choose(const ExecutionId &execution);
    //! Chooses exactly this row; false when it is not listed.
    bool choose(const WaitRowId &id);
    //! Chooses those of the rows that are listed: one, several or none.
    void chooseSeveral(const std::vector<WaitRowId> &ids);
    //! Chooses the first of several chosen rows alone.
    void chooseOneOfSeveral();
    //! True while more than one row is chosen.
    bool hasSeveral() const { return m_hasSeveral; }
    //! Nothing is chosen any more: what is shown comes from elsewhere. Next returns to where the
    //! chosen row was.
    void unchoose();

    void focusList();
    void focusFilter();
    InboxList *list() const { return m_list; }
    QLineEdit *filterEdit() const { return m_filter; }
    FollowPane *followPane() const { return m_followPane; }

Q_SIGNALS:
    //! A person (or assistive technology) chose another row.
    void rowChosen(const countersign::WaitRow &row);
    //! Several rows are chosen, in the order of the list; only the first mostInBulk + 1 of `count`
    //! are named. Noughts: that is over, and what is chosen is told by rowChosen(), if anything is.
    void severalChosen(const std::vector<countersign::WaitRow> &rows, int count);
    void reviewWanted();
    //! The pointer chose a row, perhaps the one that was chosen already.
    void rowClicked();

private:
    void connectAll();
    void arrange();
    void onFilterText();
    void onFilterEntered();
    void updateSearchPage();
    void askForViewName();
    void keepView();
    void onSelectionChanged(const QItemSelection &selected);
    void showSeveral(int count);
    void leaveSeveral();
    std::vector<int> chosenRows(std::size_t most) const;
    void onRowsChanged(int first, int last);
    void updateState();
    void chooseRow(int row);
    WaitRow rowAt(int row) const;
    int rowOf(const WaitRowId &id) const;

    InboxViewModel &m_inbox;
    OpenViewModel &m_open;
    SafeLabel *m_heading;
    SafeLabel *m_count;
    SafeLabel *m_hidden;
    QLineEdit *m_filter;
    QToolButton *m_show;
    FilterMenu *m_filterMenu;
    QWidget *m_nameRow; //!< asks for the name of a view
    QLineEdit *m_name;
    QStackedWidget *m_pages;
    InboxList *m_list;
    InboxDelegate *m_delegate;
    StatePage *m_statePage;
    FollowPane *m_followPane;
    QTimer m_opening; //!< lets a pasted or typed id come to rest
    std::optional<WaitRow> m_chosen;
    int m_chosenRow = -1;
    bool m_isAligning = false;
    bool m_hasListed = false;
    bool m_hasSeveral = false;
};

} // namespace countersign
