// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/decisiondesk.h"

#include "app/models/sentences.h"
#include "app/viewmodels/debuglane.h"
#include "app/viewmodels/decisionsviewmodel.h"
#include "app/viewmodels/decisionviewmodel.h"
#include "app/viewmodels/reviewviewmodel.h"
#include "ui/dialogs/confirmbutton.h"
#include "ui/dialogs/decisiondialog.h"

namespace countersign {

DecisionDesk::DecisionDesk(ReviewViewModel &review, DecisionsViewModel &decisions, QWidget *window)
    : QObject(window)
    , m_review(review)
    , m_decisions(decisions)
    , m_window(window)
{
    review.setPace(&decisions.pace());
    connect(&review, &ReviewViewModel::factsChanged, this, [this] {
        if (m_dialog)
            m_dialog->confirmButton()->rest(Rest::afterChange);
    });
    connect(&review, &ReviewViewModel::changed, this, &DecisionDesk::tellOver);
}

//! A dialog whose wait is over says so; the review may show another run by then.
void DecisionDesk::tellOver()
{
    if (!m_dialog || !m_dialog->isComposing() ||
        m_review.executionId() != m_dialog->decision().record().executionId)
        return;
    const DecisionRecord &record = m_dialog->decision().record();
    const bool isVote = record.act == Act::Approve || record.act == Act::Reject;
    QStringList words;
    if (isVote && !record.taskExecutionId.isEmpty())
        words += m_review.takenText(record.taskExecutionId);
    words += m_review.overText();
    m_dialog->setOverText(joinedSentences(words));
}

//! The refused decision is kept among the others; the new one says which it follows.
void DecisionDesk::openAlternative()
{
    const DecisionViewModel &refused = m_dialog->decision();
    const Act act = refused.record().act;
    DecisionStart start;
    start.alternative = refused.alternative();
    start.note = refused.note();
    start.predecessor = refused.record().id;
    start.mayBeUnseen = m_review.capability(act).isPossibleUnseen;
    m_dialog->accept();
    m_dialog.clear();
    open(act, start);
}

void DecisionDesk::beginNewReview()
{
    m_review.refresh();
    // When the dialog has gone, which takes the focus with it.
    connect(m_dialog, &QDialog::finished, this, &DecisionDesk::newReviewBegun,
            Qt::QueuedConnection);
}

DecisionDialog *DecisionDesk::open(Act act, const DecisionStart &start)
{
    if (m_dialog)
        return nullptr;
    std::unique_ptr<DecisionViewModel> decision = m_review.beginDecision(act, start);
    if (!decision)
        return nullptr;
    m_review.timeDecision(*decision);
    if (act == Act::ExecuteTask)
        m_review.lane().follow(*decision);
    m_dialog = new DecisionDialog(std::move(decision), m_decisions, m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &DecisionDialog::alternativeWanted, this, &DecisionDesk::openAlternative);
    connect(m_dialog, &DecisionDialog::newReviewWanted, this, &DecisionDesk::beginNewReview);
    connect(m_dialog, &DecisionDialog::keyEntryWanted, this, &DecisionDesk::keyEntryWanted);
    m_dialog->open();
    return m_dialog;
}

} // namespace countersign
