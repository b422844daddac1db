// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/decision.h"
#include "ui/views/outcomebar.h"

#include <QPointer>

namespace countersign {

class DecisionsViewModel;
class UnknownDialog;

//! The loudest state of the program: across the window while the outcome of any decision is unknown
//! or could not be determined and was not closed. Says which, since when, what is being checked and
//! when next, and opens what is known about it. Hidden while there is none; nothing else hides it.
class UnknownBar : public OutcomeBar
{
    Q_OBJECT

public:
    //! `decisions` outlives the window.
    explicit UnknownBar(DecisionsViewModel &decisions, QWidget *parent = nullptr);

    //! Low windows keep room for what lies below: one line of detail.
    void setLow(bool isLow);
    //! What is known about them; one dialog at a time, which the window owns. nullptr where there
    //! is none.
    UnknownDialog *openDialog();
    //! Says it in that dialog, where it is open; safe text.
    void answer(const QString &words);

Q_SIGNALS:
    //! The person wants to see the run of this decision.
    void reviewWanted(const countersign::DecisionRecord &record);
    //! The person wants to decide again in spite of this one.
    void overrideWanted(const countersign::DecisionRecord &record);

private:
    void update();

    DecisionsViewModel &m_decisions;
    QPointer<UnknownDialog> m_dialog;
    bool m_isLow = false;
};

} // namespace countersign
