// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/waitkind.h"

#include <QHash>
#include <QKeySequence>
#include <QMenu>
#include <QObject>
#include <QPointer>
#include <QString>

#include <optional>
#include <vector>

QT_BEGIN_NAMESPACE
class QAction;
class QMenuBar;
class QWidget;
QT_END_NAMESPACE

namespace countersign {

class ReviewViewModel;

//! Everything that menus and keys can do.
enum class Command {
    OpenExecution,
    Refresh,
    Settings,
    Lock,
    CloseWindow,
    Quit,
    Filter,
    NextPane,
    PreviousPane,
    Back,
    ShowFollowed,
    ShowTasks,
    ShowGraph,
    ShowTemplate,
    ShowOutputs,
    ShowLog,
    ShowHistory,
    ShowDecisions,
    Approve,
    Reject,
    RetryTask,
    SkipTask,
    RunTask,
    StepTask,
    CancelTask,
    CompleteExecution,
    CancelExecution,
    DecideUnseen,
    NextWait,
    Later,
    TakeBack,
    OwnWindow,
    StartAgain,
    CopyId,
    CopyForChat,
    CopyMore,
    WebConsole,
    Profiles,
    Shortcuts,
    Diagnostics,
    About,
};

//! What a command needs to be possible.
enum class Needs {
    Nothing,
    Review,
    WebConsole,
    Act,
    Lane,   //!< the debug lane is here
    Unseen, //!< an act is closed only because something could not be read
    Caller  //!< set by the window itself
};

enum class MenuId { File, View, Decide, Profiles, Help };

//! One line of the table of commands; texts are English sources of the context "Actions".
struct ActionSpec
{
    Command command;
    MenuId menu;
    Needs needs;
    const char *text;
    const char *tip;
    const char *themeIcon; //!< may be null
    const char *ownIcon;   //!< may be null
    std::vector<QKeySequence> shortcuts;
    std::optional<Act> act; //!< set where needs is Act
};
const std::vector<ActionSpec> &actionTable();
//! One command as an action of its own, which belongs to `parent`.
QAction *newAction(Command command, QObject *parent);
QString menuTitle(MenuId menu);

//! The QActions of a window, made once from the table and shared by menus and buttons. Belongs to
//! the window, and may go before it.
class ActionSet : public QObject
{
    Q_OBJECT

public:
    enum class Scope { Whole, Review /*!< only what a window with a review alone has */ };

    //! The actions work while `window` is active.
    explicit ActionSet(QWidget *window, Scope scope = Scope::Whole);
    //! Takes its actions and menus out of the window.
    ~ActionSet() override;

    //! Null when the scope does not have it.
    QAction *action(Command command) const;
    void fillMenus(QMenuBar *bar);
    //! Null before fillMenus().
    QMenu *menu(MenuId id) const { return m_menus.value(id); }
    //! Enables what can be done now; the tip of what cannot says why.
    void update(const ReviewViewModel &review);

private:
    QHash<Command, QAction *> m_actions;
    QHash<MenuId, QPointer<QMenu>> m_menus;
};

} // namespace countersign
