// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace countersign {

class ActionSet;
class ReviewViewModel;
class SafeLabel;

//! The foot of a review: More at its start, Approve at its end, Reject apart from it. What cannot
//! be done now says why, in words and as a tool tip. Every button opens a dialog.
class DecisionBar : public QFrame
{
    Q_OBJECT

public:
    DecisionBar(const ActionSet &actions, QWidget *parent);

    void update(const ReviewViewModel &review);
    QPushButton *laterButton() const { return m_later; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyDanger();

    QPushButton *m_later;
    QPushButton *m_more;
    QPushButton *m_reject;
    QPushButton *m_approve;
    SafeLabel *m_reason;
    bool m_isDanger = false;
};

} // namespace countersign
