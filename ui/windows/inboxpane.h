// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/waitrow.h"

#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QModelIndex;
class QStackedWidget;
QT_END_NAMESPACE

namespace countersign {

class InboxDelegate;
class InboxList;
class InboxViewModel;
class SafeLabel;
class StatePage;

//! What waits: heading, count, filter line and the list, or a page that says why there is none.
//! Refreshing keeps what is chosen, the scroll position and the filter text.
class InboxPane : public QWidget
{
    Q_OBJECT

public:
    explicit InboxPane(InboxViewModel &inbox, QWidget *parent = nullptr);

    //! The row that was chosen last; it may have left the list since.
    std::optional<WaitRow> chosen() const { return m_chosen; }
    //! False when the chosen row has left the list.
    bool isChosenListed() const;
    //! True when there is a row to go on to.
    bool hasNext() const;
    //! Chooses the row after the chosen one, or the one that took its place.
    void chooseNext();
    //! Chooses the execution's first row; false when it is not listed.
    bool choose(const ExecutionId &execution);

    void focusList();
    void focusFilter();
    InboxList *list() const { return m_list; }
    QLineEdit *filterEdit() const { return m_filter; }

Q_SIGNALS:
    //! A person (or assistive technology) chose another row.
    void rowChosen(const countersign::WaitRow &row);
    void reviewWanted();

private:
    void connectAll();
    void onSelectionChanged();
    void onRowsChanged(int first, int last);
    void updateState();
    void chooseRow(int row);
    WaitRow rowAt(int row) const;
    int rowOf(const WaitRowId &id) const;

    InboxViewModel &m_inbox;
    SafeLabel *m_heading;
    SafeLabel *m_count;
    QLineEdit *m_filter;
    QStackedWidget *m_pages;
    InboxList *m_list;
    InboxDelegate *m_delegate;
    StatePage *m_statePage;
    std::optional<WaitRow> m_chosen;
    int m_chosenRow = -1;
    bool m_isAligning = false;
};

} // namespace countersign
