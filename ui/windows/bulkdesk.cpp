// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/bulkdesk.h"

#include "app/viewmodels/bulkselection.h"
#include "app/viewmodels/bulkviewmodel.h"
#include "app/viewmodels/decisionsviewmodel.h"
#include "app/viewmodels/reviewviewmodel.h"
#include "ui/dialogs/bulkdialog.h"
#include "ui/windows/bulkpage.h"
#include "ui/windows/inboxpane.h"

#include <QStackedWidget>

#include <algorithm>

namespace countersign {

BulkDesk::BulkDesk(InboxPane &inbox, QStackedWidget &side, NewReview newReview,
                   DecisionsViewModel &decisions, QWidget *window)
    : QObject(window)
    , m_inbox(inbox)
    , m_side(side)
    , m_newReview(std::move(newReview))
    , m_decisions(decisions)
    , m_window(window)
    , m_page(new BulkPage(&side))
{
    m_side.addWidget(m_page);
    connect(&inbox, &InboxPane::severalChosen, this, &BulkDesk::onChosen);
    connect(m_page, &BulkPage::actWanted, this, &BulkDesk::open);
    connect(m_page, &BulkPage::oneWanted, &inbox, &InboxPane::chooseOneOfSeveral);
}

bool BulkDesk::isShown() const
{
    return m_side.currentWidget() == m_page;
}

void BulkDesk::onChosen(const std::vector<WaitRow> &rows, int count)
{
    m_rows = rows;
    m_count = count;
    if (count > 1)
        m_page->setSelection(bulkSelectionOf(rows, count));
    m_side.setCurrentIndex(count > 1 ? m_side.indexOf(m_page) : 0);
}

BulkDialog *BulkDesk::open(Act act)
{
    const BulkSelection selection = bulkSelectionOf(m_rows, m_count);
    const bool fits =
        std::find(selection.acts.begin(), selection.acts.end(), act) != selection.acts.end();
    if (m_dialog || !fits || !m_newReview)
        return nullptr;
    return show(std::make_unique<BulkViewModel>(act, m_rows, m_newReview, m_decisions));
}

std::unique_ptr<BulkViewModel> BulkDesk::takeBegun()
{
    std::unique_ptr<BulkViewModel> begun = m_dialog ? m_dialog->takeBegun() : nullptr;
    if (begun)
        delete m_dialog;
    return begun;
}

void BulkDesk::showAgain(std::unique_ptr<BulkViewModel> bulk)
{
    if (!m_dialog)
        show(std::move(bulk));
}

BulkDialog *BulkDesk::show(std::unique_ptr<BulkViewModel> bulk)
{
    m_dialog = new BulkDialog(std::move(bulk), m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &BulkDialog::keyEntryWanted, this, &BulkDesk::keyEntryWanted);
    connect(m_dialog, &QDialog::finished, this, [this, dialog = m_dialog.data()] {
        // What went well is not chosen any more; what did not, stays for another look.
        if (dialog->bulk().stage() == BulkViewModel::Stage::Stopped ||
            dialog->bulk().stage() == BulkViewModel::Stage::Done)
            m_inbox.chooseSeveral(dialog->bulk().unfinished());
    });
    m_dialog->open();
    return m_dialog;
}

} // namespace countersign
