// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/waitkind.h"

#include <QObject>

QT_BEGIN_NAMESPACE
class QMainWindow;
QT_END_NAMESPACE

namespace countersign {

class ActionSet;
class DecisionDesk;
class DecisionDialog;
class DecisionsViewModel;
class InboxViewModel;
class LaterMenu;
class ReviewPage;
class ReviewViewModel;

//! The commands that every window with a review has: its acts, its tabs, copying, the web console,
//! and putting off.
class ReviewCommands : public QObject
{
    Q_OBJECT

public:
    //! The view-models outlive the window, which owns this.
    ReviewCommands(ActionSet &actions, ReviewViewModel &review, DecisionsViewModel &decisions,
                   InboxViewModel &inbox, ReviewPage &page, QMainWindow *window);

    //! nullptr when the act cannot be taken now.
    DecisionDialog *openDecision(Act act);

private:
    void connectActs();
    void step();
    void connectTabs();
    void connectCopying();
    void connectLater();
    void copy(const QString &text, const QString &words);
    void updateLater();

    ActionSet &m_actions;
    ReviewViewModel &m_review;
    DecisionsViewModel &m_decisions;
    InboxViewModel &m_inbox;
    ReviewPage &m_page;
    QMainWindow *m_window;
    DecisionDesk *m_desk;
    LaterMenu *m_laterMenu;
};

} // namespace countersign
