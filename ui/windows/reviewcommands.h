// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/waitkind.h"
#include "app/domain/waitrow.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <memory>

QT_BEGIN_NAMESPACE
class QMainWindow;
QT_END_NAMESPACE

namespace countersign {

class ActionSet;
class AgainDesk;
class DecisionDesk;
class DecisionDialog;
class DecisionsViewModel;
class InboxViewModel;
class LaterMenu;
class ReviewPage;
class ReviewViewModel;
class StartAgainDialog;
class StartAgainViewModel;

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
    //! Closes a dialog that starts a run again, in which something was sent or entered, and gives
    //! that away: it goes on by itself. Null where there is none.
    std::unique_ptr<StartAgainViewModel> takeStartAgain();
    //! Shows it in a dialog, with what it has come to; nothing happens while one is open.
    void showStartAgain(std::unique_ptr<StartAgainViewModel> again);
    //! Decides again what the review shows, or is about to show, or says in the page why not.
    AgainDesk &again() const { return *m_again; }

Q_SIGNALS:
    //! A run was started from here and is to be shown.
    void runWanted(const countersign::WaitRow &row);
    //! Credentials of this profile are to be entered, for a decision that waits for them.
    void profileWanted(const countersign::ProfileId &profile);

private:
    void connectStartAgain();
    void startAgain();
    void updateStartAgain();
    void connectActs();
    void connectUnseen();
    void connectAgain();
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
    AgainDesk *m_again;
    LaterMenu *m_laterMenu;
    QPointer<StartAgainDialog> m_startAgain;
    QString m_startAgainTip; //!< of the action while it can be taken
};

} // namespace countersign
