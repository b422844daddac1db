// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/waitkind.h"
#include "app/viewmodels/reviewviewmodel.h"

#include <QObject>
#include <QPointer>

namespace countersign {

class DecisionDialog;
class DecisionsViewModel;

//! Opens the dialogs of one review's decisions over its window, one at a time.
class DecisionDesk : public QObject
{
    Q_OBJECT

public:
    //! The view-models outlive the window, which owns this.
    DecisionDesk(ReviewViewModel &review, DecisionsViewModel &decisions, QWidget *window);

    //! nullptr when a dialog is open, or the act cannot be taken now.
    DecisionDialog *open(Act act, const DecisionStart &start = {});
    bool isOpen() const { return !m_dialog.isNull(); }

Q_SIGNALS:
    //! A decision was not sent because what it rests on has changed: its review is being read anew
    //! and is to be looked at.
    void newReviewBegun();
    //! The credentials of a decision have ended, and others of this profile are to be entered.
    void keyEntryWanted(const countersign::ProfileId &profile);

private:
    void tellOver();
    void openAlternative();
    void beginNewReview();

    ReviewViewModel &m_review;
    DecisionsViewModel &m_decisions;
    QWidget *m_window;
    QPointer<DecisionDialog> m_dialog;
};

} // namespace countersign
