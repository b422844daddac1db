// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/waitkind.h"

#include <QFrame>
#include <QHash>
#include <QSet>

#include <optional>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QMenu;
class QPushButton;
QT_END_NAMESPACE

namespace countersign {

class ActionSet;
class ConfirmButton;
class ReviewViewModel;
class SafeLabel;

//! The foot of a review: Later and More at its start; then what ends something, apart from what
//! lets the run go on, which stands at the end. What cannot be done now says why, in words and as
//! a tool tip. Every button opens a dialog, but that of the debug lane, which runs the next task.
class DecisionBar : public QFrame
{
    Q_OBJECT

public:
    DecisionBar(const ActionSet &actions, QWidget *parent);

    void update(const ReviewViewModel &review);
    QPushButton *laterButton() const { return m_later; }
    //! The press of the key of the debug lane, answered like one of its button.
    void pressStep();
    //! A fact changed: the debug lane's button rests.
    void rest();

Q_SIGNALS:
    //! The debug lane's button was pressed while it was live.
    void stepWanted();
    //! The person names the kind of the wait; nothing: as it was recognised.
    void kindNamed(const std::optional<countersign::WaitKind> &kind);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void addActs(const ActionSet &actions);
    void arrange();
    void fillMore(const ActionSet &actions);
    void updateKinds(const ReviewViewModel &review);
    void updateLane(const ReviewViewModel &review);
    void fitButtons();
    bool isLane() const;
    void applyDanger();

    QPushButton *m_later;
    QPushButton *m_more;
    QPushButton *m_decideAs;
    QMenu *m_kinds;
    QHash<Act, QPushButton *> m_acts; //!< one for each act but Cancel execution
    ConfirmButton *m_step;
    SafeLabel *m_reason;
    QHBoxLayout *m_row;
    QSet<Act> m_wanted; //!< acts whose buttons are shown where there is room; More has them too
    QString m_nextStep; //!< run and task that the debug lane's button would run
    bool m_wasStepping = false;
    bool m_isDanger = false;
};

} // namespace countersign
