// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/waitrow.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <vector>

QT_BEGIN_NAMESPACE
class QStackedWidget;
QT_END_NAMESPACE

namespace countersign {

class BulkDialog;
class BulkPage;
class BulkViewModel;
class DecisionsViewModel;
class InboxPane;
class ReviewViewModel;

//! What a window does while several rows are chosen: a page in the review's place, and the dialog
//! in which one act about all of them is taken.
class BulkDesk : public QObject
{
    Q_OBJECT

public:
    using NewReview = std::function<std::unique_ptr<ReviewViewModel>()>;

    //! `side` shows the review as its first page and gets the page for several behind it. All but
    //! `window`, which owns this, outlives it.
    BulkDesk(InboxPane &inbox, QStackedWidget &side, NewReview newReview,
             DecisionsViewModel &decisions, QWidget *window);

    bool isShown() const;
    BulkPage *page() const { return m_page; }
    //! nullptr while a dialog is open, or when the act does not fit what is chosen.
    BulkDialog *open(Act act);
    //! Closes a dialog in which something was sent already or a note was typed, and gives away what
    //! was begun: it goes on by itself. Null where there is none.
    std::unique_ptr<BulkViewModel> takeBegun();
    //! Shows it in a dialog again, with what it has come to.
    void showAgain(std::unique_ptr<BulkViewModel> bulk);

Q_SIGNALS:
    //! Credentials of this profile are to be entered.
    void keyEntryWanted(const countersign::ProfileId &profile);

private:
    BulkDialog *show(std::unique_ptr<BulkViewModel> bulk);
    void onChosen(const std::vector<WaitRow> &rows, int count);

    InboxPane &m_inbox;
    QStackedWidget &m_side;
    NewReview m_newReview;
    DecisionsViewModel &m_decisions;
    QWidget *m_window;
    BulkPage *m_page;
    std::vector<WaitRow> m_rows;
    int m_count = 0;
    QPointer<BulkDialog> m_dialog;
};

} // namespace countersign
