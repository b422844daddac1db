// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/actions.h"

#include "app/domain/displaytext.h"
#include "app/viewmodels/debuglane.h"
#include "app/viewmodels/reviewviewmodel.h"
#include "ui/views/icons.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>

#include <algorithm>
#include <utility>

namespace countersign {

namespace {

QString words(const char *source)
{
    return QCoreApplication::translate("Actions", source);
}

ActionSpec spec(Command command, MenuId menu, Needs needs, const char *text, const char *tip,
                std::vector<QKeySequence> shortcuts = {}, const char *themeIcon = nullptr,
                const char *ownIconName = nullptr)
{
    return {command, menu, needs, text, tip, themeIcon, ownIconName, std::move(shortcuts), {}};
}

ActionSpec deciding(Command command, Act act, const char *text, const char *tip,
                    std::vector<QKeySequence> shortcuts, const char *ownIconName)
{
    return {command, MenuId::Decide, Needs::Act,           text, tip,
            nullptr, ownIconName,    std::move(shortcuts), act};
}

std::vector<ActionSpec> makeTable()
{
    using K = QKeySequence;
    return {
        spec(Command::OpenExecution, MenuId::File, Needs::Nothing,
             QT_TRANSLATE_NOOP("Actions", "&Open execution…"),
             QT_TRANSLATE_NOOP("Actions",
                               "Open an execution by its id, web-console address or link"),
             {K(Qt::CTRL | Qt::Key_K)}, "document-open", "link"),
        spec(Command::Refresh, MenuId::File, Needs::Nothing,
             QT_TRANSLATE_NOOP("Actions", "&Refresh"),
             QT_TRANSLATE_NOOP("Actions", "Read every account and region again"), {K(Qt::Key_F5)},
             "view-refresh", "view-refresh"),
        spec(Command::Settings, MenuId::File, Needs::Nothing,
             QT_TRANSLATE_NOOP("Actions", "&Settings…"),
             QT_TRANSLATE_NOOP("Actions", "Language, colours, notices and notes"),
             {K(Qt::CTRL | Qt::Key_Comma)}, "configure", "act-more"),
        spec(Command::Lock, MenuId::File, Needs::Nothing, QT_TRANSLATE_NOOP("Actions", "&Lock now"),
             QT_TRANSLATE_NOOP("Actions", "Hide everything that is shown until you unlock it; what "
                                          "waits is watched all the same"),
             {K(Qt::CTRL | Qt::SHIFT | Qt::Key_L)}, "system-lock-screen", "locked"),
        spec(Command::CloseWindow, MenuId::File, Needs::Nothing,
             QT_TRANSLATE_NOOP("Actions", "&Close window"),
             QT_TRANSLATE_NOOP(
                 "Actions", "Close this window; the program stays in the tray where there is one"),
             {K(Qt::CTRL | Qt::Key_W)}, "window-close", "act-cancel"),
        spec(Command::Quit, MenuId::File, Needs::Nothing, QT_TRANSLATE_NOOP("Actions", "&Quit"),
             QT_TRANSLATE_NOOP("Actions", "End the program; nothing is watched any more"),
             {K(Qt::CTRL | Qt::Key_Q)}, "application-exit", "act-cancel"),
        spec(Command::Filter, MenuId::View, Needs::Nothing, QT_TRANSLATE_NOOP("Actions", "&Filter"),
             QT_TRANSLATE_NOOP("Actions", "Go to the filter line"), {K(Qt::CTRL | Qt::Key_F)}),
        spec(Command::NextPane, MenuId::View, Needs::Nothing,
             QT_TRANSLATE_NOOP("Actions", "Next &pane"),
             QT_TRANSLATE_NOOP("Actions", "Go from the list to the review and on"),
             {K(Qt::Key_F6)}),
        spec(Command::PreviousPane, MenuId::View, Needs::Nothing,
             QT_TRANSLATE_NOOP("Actions", "Pre&vious pane"),
             QT_TRANSLATE_NOOP("Actions", "Go from the review to the list and on"),
             {K(Qt::SHIFT | Qt::Key_F6)}),
        spec(Command::Back, MenuId::View, Needs::Caller,
             QT_TRANSLATE_NOOP("Actions", "&Back to the list"),
             QT_TRANSLATE_NOOP("Actions", "Show the list instead of the review"),
             {K(Qt::ALT | Qt::Key_Left)}, "go-previous", "act-back"),
        spec(Command::ShowFollowed, MenuId::View, Needs::Nothing,
             QT_TRANSLATE_NOOP("Actions", "&Decided by me"),
             QT_TRANSLATE_NOOP("Actions", "Show or hide the runs you have decided about"),
             {K(Qt::CTRL | Qt::Key_D)}),
        spec(Command::ShowDecisions, MenuId::View, Needs::Nothing,
             QT_TRANSLATE_NOOP("Actions", "&All decisions"),
             QT_TRANSLATE_NOOP("Actions",
                               "Search and export the decisions that this computer has recorded"),
             {K(Qt::CTRL | Qt::Key_H)}),
        spec(Command::ShowTasks, MenuId::View, Needs::Review,
             QT_TRANSLATE_NOOP("Actions", "&Tasks"),
             QT_TRANSLATE_NOOP("Actions", "Show the tasks of the run"), {K(Qt::CTRL | Qt::Key_1)}),
        spec(Command::ShowGraph, MenuId::View, Needs::Review,
             QT_TRANSLATE_NOOP("Actions", "&Graph"),
             QT_TRANSLATE_NOOP("Actions", "Show how the tasks of the run follow one another"),
             {K(Qt::CTRL | Qt::Key_G)}),
        spec(Command::ShowTemplate, MenuId::View, Needs::Review,
             QT_TRANSLATE_NOOP("Actions", "Te&mplate"),
             QT_TRANSLATE_NOOP("Actions", "Show the template with the waiting task's lines marked"),
             {K(Qt::CTRL | Qt::Key_2)}),
        spec(Command::ShowOutputs, MenuId::View, Needs::Review,
             QT_TRANSLATE_NOOP("Actions", "&Outputs"),
             QT_TRANSLATE_NOOP("Actions", "Show what the run and its tasks have put out"),
             {K(Qt::CTRL | Qt::Key_5)}),
        spec(Command::ShowLog, MenuId::View, Needs::Review, QT_TRANSLATE_NOOP("Actions", "&Log"),
             QT_TRANSLATE_NOOP("Actions", "Show the log of the run"), {K(Qt::CTRL | Qt::Key_3)}),
        spec(Command::ShowHistory, MenuId::View, Needs::Review,
             QT_TRANSLATE_NOOP("Actions", "&History"),
             QT_TRANSLATE_NOOP("Actions",
                               "Show what was decided here about the run, and notes of others"),
             {K(Qt::CTRL | Qt::Key_4)}),
        deciding(Command::Approve, Act::Approve, QT_TRANSLATE_NOOP("Actions", "&Approve…"),
                 QT_TRANSLATE_NOOP("Actions", "Open the dialog in which this wait is approved"),
                 {K(Qt::CTRL | Qt::SHIFT | Qt::Key_A)}, "act-approve"),
        deciding(Command::Reject, Act::Reject, QT_TRANSLATE_NOOP("Actions", "&Reject…"),
                 QT_TRANSLATE_NOOP("Actions", "Open the dialog in which this wait is rejected"),
                 {K(Qt::CTRL | Qt::SHIFT | Qt::Key_R)}, "act-reject"),
        deciding(Command::RetryTask, Act::RetryTask, QT_TRANSLATE_NOOP("Actions", "Retr&y task…"),
                 QT_TRANSLATE_NOOP("Actions",
                                   "Open the dialog in which failed tasks are chosen and retried"),
                 {K(Qt::CTRL | Qt::SHIFT | Qt::Key_T)}, "view-refresh"),
        deciding(Command::SkipTask, Act::SkipTask, QT_TRANSLATE_NOOP("Actions", "&Skip task…"),
                 QT_TRANSLATE_NOOP("Actions",
                                   "Open the dialog in which failed tasks are chosen and skipped"),
                 {K(Qt::CTRL | Qt::SHIFT | Qt::Key_S)}, "state-skipped"),
        spec(Command::StepTask, MenuId::Decide, Needs::Lane,
             QT_TRANSLATE_NOOP("Actions", "Run ne&xt task"),
             QT_TRANSLATE_NOOP("Actions",
                               "Run the next task of one's own Debug run; where it is high-risk, "
                               "has run before or is not known, the dialog opens"),
             {K(Qt::Key_F10)}, nullptr, "state-running"),
        deciding(Command::RunTask, Act::ExecuteTask, QT_TRANSLATE_NOOP("Actions", "R&un task…"),
                 QT_TRANSLATE_NOOP(
                     "Actions", "Open the dialog in which a task of a Debug run is chosen, given "
                                "parameters and run"),
                 {K(Qt::CTRL | Qt::SHIFT | Qt::Key_E)}, "state-running"),
        deciding(Command::CancelTask, Act::CancelTask,
                 QT_TRANSLATE_NOOP("Actions", "Cancel tas&k…"),
                 QT_TRANSLATE_NOOP("Actions",
                                   "Open the dialog in which a task of a Debug run is cancelled"),
                 {K(Qt::CTRL | Qt::SHIFT | Qt::Key_K)}, "act-cancel"),
        deciding(Command::CompleteExecution, Act::CompleteExecution,
                 QT_TRANSLATE_NOOP("Actions", "En&d execution…"),
                 QT_TRANSLATE_NOOP("Actions",
                                   "Open the dialog in which a Debug run is ended with a state"),
                 {K(Qt::CTRL | Qt::SHIFT | Qt::Key_D)}, "act-cancel"),
        deciding(
            Command::CancelExecution, Act::CancelExecution,
            QT_TRANSLATE_NOOP("Actions", "Cancel &execution…"),
            QT_TRANSLATE_NOOP("Actions", "Open the dialog in which the whole run is cancelled"), {},
            "act-cancel"),
        spec(Command::DecideUnseen, MenuId::Decide, Needs::Unseen,
             QT_TRANSLATE_NOOP("Actions", "Decide w&ithout seeing…"),
             QT_TRANSLATE_NOOP("Actions", "Open the dialog of an act although something it rests "
                                          "on could not be read"),
             {}, nullptr, "warning"),
        spec(Command::NextWait, MenuId::Decide, Needs::Nothing,
             QT_TRANSLATE_NOOP("Actions", "&Next wait"),
             QT_TRANSLATE_NOOP("Actions", "Choose the next row of the list"),
             {K(Qt::CTRL | Qt::Key_N)}, nullptr, "act-next"),
        spec(Command::Later, MenuId::Decide, Needs::Caller, QT_TRANSLATE_NOOP("Actions", "&Later…"),
             QT_TRANSLATE_NOOP("Actions", "Put this wait off on this computer; nothing is sent"),
             {K(Qt::CTRL | Qt::Key_L)}),
        spec(Command::TakeBack, MenuId::Decide, Needs::Caller,
             QT_TRANSLATE_NOOP("Actions", "&Take back from Later"),
             QT_TRANSLATE_NOOP("Actions", "List this wait in its own group again")),
        spec(Command::OwnWindow, MenuId::Decide, Needs::Review,
             QT_TRANSLATE_NOOP("Actions", "&Open in a window of its own"),
             QT_TRANSLATE_NOOP("Actions", "Show this review in a window of its own"),
             {K(Qt::CTRL | Qt::SHIFT | Qt::Key_O)}, "window-new", "act-next"),
        spec(Command::StartAgain, MenuId::Decide, Needs::Caller,
             QT_TRANSLATE_NOOP("Actions", "Start a&gain (Debug)…"),
             QT_TRANSLATE_NOOP("Actions",
                               "Start another run of the same template, stepped task by task"),
             {K(Qt::CTRL | Qt::SHIFT | Qt::Key_G)}, "view-refresh", "view-refresh"),
        spec(Command::CopyId, MenuId::Decide, Needs::Review,
             QT_TRANSLATE_NOOP("Actions", "&Copy id"),
             QT_TRANSLATE_NOOP("Actions", "Copy the execution id"),
             {K(Qt::CTRL | Qt::SHIFT | Qt::Key_C)}, "edit-copy", "edit-copy"),
        spec(Command::CopyForChat, MenuId::Decide, Needs::Review,
             QT_TRANSLATE_NOOP("Actions", "Copy for c&hat"),
             QT_TRANSLATE_NOOP("Actions",
                               "Copy account, region, template, task, starter and a link"),
             {K(Qt::CTRL | Qt::SHIFT | Qt::Key_H)}, "edit-copy", "edit-copy"),
        spec(Command::CopyMore, MenuId::Decide, Needs::Review,
             QT_TRANSLATE_NOOP("Actions", "Copy &more"),
             QT_TRANSLATE_NOOP(
                 "Actions",
                 "Copy the task's id, the address of the run, or a decision as a command"),
             {}, "edit-copy", "edit-copy"),
        spec(Command::WebConsole, MenuId::Decide, Needs::WebConsole,
             QT_TRANSLATE_NOOP("Actions", "&Web console"),
             QT_TRANSLATE_NOOP("Actions", "Open this execution in the web console"),
             {K(Qt::CTRL | Qt::SHIFT | Qt::Key_W)}, nullptr, "link"),
        spec(Command::Profiles, MenuId::Profiles, Needs::Nothing,
             QT_TRANSLATE_NOOP("Actions", "&Accounts and keys…"),
             QT_TRANSLATE_NOOP("Actions", "Add, test, change and remove profiles"),
             {K(Qt::CTRL | Qt::SHIFT | Qt::Key_P)}),
        spec(Command::Shortcuts, MenuId::Help, Needs::Nothing,
             QT_TRANSLATE_NOOP("Actions", "&Keyboard shortcuts"),
             QT_TRANSLATE_NOOP("Actions", "All commands and their keys"), {K(Qt::Key_F1)}),
        spec(Command::Diagnostics, MenuId::Help, Needs::Nothing,
             QT_TRANSLATE_NOOP("Actions", "Copy &diagnostics…"),
             QT_TRANSLATE_NOOP("Actions", "Show what helps to look into a problem, and copy it"),
             {}, "edit-copy", "edit-copy"),
        spec(Command::About, MenuId::Help, Needs::Nothing,
             QT_TRANSLATE_NOOP("Actions", "&About Countersign"),
             QT_TRANSLATE_NOOP("Actions", "Version and licence"), {}, "help-about", "information"),
    };
}

//! Whether a window that shows a review alone has the command too.
bool isForReview(const ActionSpec &line)
{
    switch (line.command) {
    case Command::Refresh:
    case Command::CloseWindow:
    case Command::ShowTasks:
    case Command::ShowGraph:
    case Command::ShowTemplate:
    case Command::ShowOutputs:
    case Command::ShowLog:
    case Command::ShowHistory:
    case Command::Later:
    case Command::TakeBack:
    case Command::StartAgain:
    case Command::CopyId:
    case Command::CopyForChat:
    case Command::CopyMore:
    case Command::WebConsole:
    case Command::StepTask:
    case Command::DecideUnseen:
        return true;
    default:
        return line.act.has_value();
    }
}

} // namespace

const std::vector<ActionSpec> &actionTable()
{
    static const std::vector<ActionSpec> table = makeTable();
    return table;
}

QString menuTitle(MenuId menu)
{
    switch (menu) {
    case MenuId::File:
        return words(QT_TRANSLATE_NOOP("Actions", "&File"));
    case MenuId::View:
        return words(QT_TRANSLATE_NOOP("Actions", "&View"));
    case MenuId::Decide:
        return words(QT_TRANSLATE_NOOP("Actions", "&Decide"));
    case MenuId::Profiles:
        return words(QT_TRANSLATE_NOOP("Actions", "&Profiles"));
    case MenuId::Help:
        break;
    }
    return words(QT_TRANSLATE_NOOP("Actions", "&Help"));
}

namespace {

QAction *newAction(const ActionSpec &line, QObject *parent)
{
    auto *action = new QAction(words(line.text), parent);
    action->setToolTip(safeToolTip(words(line.tip)));
    action->setStatusTip(words(line.tip));
    action->setShortcuts(QList<QKeySequence>(line.shortcuts.begin(), line.shortcuts.end()));
    action->setAutoRepeat(false);
    if (line.themeIcon != nullptr)
        action->setIcon(
            themedIcon(QString::fromLatin1(line.themeIcon), QString::fromLatin1(line.ownIcon)));
    else if (line.ownIcon != nullptr)
        action->setIcon(ownIcon(QString::fromLatin1(line.ownIcon)));
    return action;
}

} // namespace

QAction *newAction(Command command, QObject *parent)
{
    const auto line = std::find_if(actionTable().begin(), actionTable().end(),
                                   [command](const auto &one) { return one.command == command; });
    return newAction(*line, parent);
}

ActionSet::ActionSet(QWidget *window, Scope scope)
    : QObject(window)
{
    for (const ActionSpec &line : actionTable()) {
        if (scope == Scope::Review && !isForReview(line))
            continue;
        QAction *action = newAction(line, this);
        window->addAction(action);
        m_actions.insert(line.command, action);
    }
}

ActionSet::~ActionSet()
{
    for (const QPointer<QMenu> &menu : std::as_const(m_menus))
        delete menu;
}

QAction *ActionSet::action(Command command) const
{
    return m_actions.value(command);
}

void ActionSet::fillMenus(QMenuBar *bar)
{
    for (const MenuId id :
         {MenuId::File, MenuId::View, MenuId::Decide, MenuId::Profiles, MenuId::Help}) {
        QMenu *menu = bar->addMenu(menuTitle(id));
        m_menus.insert(id, menu);
        Needs before = Needs::Nothing;
        for (const ActionSpec &line : actionTable()) {
            if (line.menu != id)
                continue;
            if (!menu->isEmpty() && line.needs != before)
                menu->addSeparator();
            before = line.needs;
            menu->addAction(action(line.command));
        }
    }
}

void ActionSet::update(const ReviewViewModel &review)
{
    const bool hasReview = review.state() != ReviewViewModel::State::Empty;
    for (const ActionSpec &line : actionTable()) {
        QAction *action = m_actions.value(line.command);
        if (action == nullptr)
            continue;
        switch (line.needs) {
        case Needs::Nothing:
        case Needs::Caller:
            break;
        case Needs::Review:
            action->setEnabled(hasReview);
            break;
        case Needs::WebConsole:
            action->setEnabled(!review.webConsoleUrl().isEmpty());
            break;
        case Needs::Lane: {
            const DebugLane &lane = review.lane();
            action->setEnabled(lane.offer().isHere && !lane.isStepping());
            action->setVisible(lane.offer().isHere || !hasReview);
            break;
        }
        case Needs::Unseen: {
            const bool isPossible =
                std::any_of(allActs().begin(), allActs().end(),
                            [&review](Act act) { return review.capability(act).isPossibleUnseen; });
            action->setEnabled(isPossible);
            action->setVisible(isPossible || !hasReview);
            break;
        }
        case Needs::Act: {
            const Capability capability = review.capability(*line.act);
            const bool isAtHand = capability.isOffered || capability.isOnRequest;
            action->setEnabled(isAtHand && capability.isEnabled);
            action->setVisible(isAtHand || !capability.reason.isEmpty() || !hasReview);
            const QString tip = capability.reason.isEmpty() ? words(line.tip) : capability.reason;
            action->setToolTip(safeToolTip(tip));
            action->setStatusTip(tip);
            break;
        }
        }
    }
}

} // namespace countersign
