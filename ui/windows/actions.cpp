// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/actions.h"

#include "app/domain/displaytext.h"
#include "app/viewmodels/reviewviewmodel.h"
#include "ui/views/icons.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>

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
        spec(Command::Refresh, MenuId::File, Needs::Nothing,
             QT_TRANSLATE_NOOP("Actions", "&Refresh"),
             QT_TRANSLATE_NOOP("Actions", "Read every account and region again"), {K(Qt::Key_F5)},
             "view-refresh", "view-refresh"),
        spec(Command::Quit, MenuId::File, Needs::Nothing, QT_TRANSLATE_NOOP("Actions", "&Quit"),
             QT_TRANSLATE_NOOP("Actions", "Close the window"), {K(Qt::CTRL | Qt::Key_Q)},
             "application-exit", "act-cancel"),
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
        spec(Command::ShowTasks, MenuId::View, Needs::Review,
             QT_TRANSLATE_NOOP("Actions", "&Tasks"),
             QT_TRANSLATE_NOOP("Actions", "Show the tasks of the run"), {K(Qt::CTRL | Qt::Key_1)}),
        spec(Command::ShowTemplate, MenuId::View, Needs::Review,
             QT_TRANSLATE_NOOP("Actions", "Te&mplate"),
             QT_TRANSLATE_NOOP("Actions", "Show the template with the waiting task's lines marked"),
             {K(Qt::CTRL | Qt::Key_2)}),
        spec(Command::ShowLog, MenuId::View, Needs::Review, QT_TRANSLATE_NOOP("Actions", "&Log"),
             QT_TRANSLATE_NOOP("Actions", "Show the log of the run"), {K(Qt::CTRL | Qt::Key_3)}),
        deciding(Command::Approve, Act::Approve, QT_TRANSLATE_NOOP("Actions", "&Approve…"),
                 QT_TRANSLATE_NOOP("Actions", "Open the dialog in which this wait is approved"),
                 {K(Qt::CTRL | Qt::SHIFT | Qt::Key_A)}, "act-approve"),
        deciding(Command::Reject, Act::Reject, QT_TRANSLATE_NOOP("Actions", "&Reject…"),
                 QT_TRANSLATE_NOOP("Actions", "Open the dialog in which this wait is rejected"),
                 {K(Qt::CTRL | Qt::SHIFT | Qt::Key_R)}, "act-reject"),
        deciding(
            Command::CancelExecution, Act::CancelExecution,
            QT_TRANSLATE_NOOP("Actions", "Cancel &execution…"),
            QT_TRANSLATE_NOOP("Actions", "Open the dialog in which the whole run is cancelled"), {},
            "act-cancel"),
        spec(Command::NextWait, MenuId::Decide, Needs::Nothing,
             QT_TRANSLATE_NOOP("Actions", "&Next wait"),
             QT_TRANSLATE_NOOP("Actions", "Choose the next row of the list"),
             {K(Qt::CTRL | Qt::Key_N)}, nullptr, "act-next"),
        spec(Command::CopyId, MenuId::Decide, Needs::Review,
             QT_TRANSLATE_NOOP("Actions", "&Copy id"),
             QT_TRANSLATE_NOOP("Actions", "Copy the execution id"),
             {K(Qt::CTRL | Qt::SHIFT | Qt::Key_C)}, "edit-copy", "edit-copy"),
        spec(Command::WebConsole, MenuId::Decide, Needs::WebConsole,
             QT_TRANSLATE_NOOP("Actions", "&Web console"),
             QT_TRANSLATE_NOOP("Actions", "Open this execution in the web console"),
             {K(Qt::CTRL | Qt::SHIFT | Qt::Key_W)}, nullptr, "link"),
        spec(Command::About, MenuId::Help, Needs::Nothing,
             QT_TRANSLATE_NOOP("Actions", "&About Countersign"),
             QT_TRANSLATE_NOOP("Actions", "Version and licence"), {}, "help-about", "information"),
    };
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
    case MenuId::Help:
        break;
    }
    return words(QT_TRANSLATE_NOOP("Actions", "&Help"));
}

} // namespace

const std::vector<ActionSpec> &actionTable()
{
    static const std::vector<ActionSpec> table = makeTable();
    return table;
}

ActionSet::ActionSet(QWidget *window)
    : QObject(window)
{
    for (const ActionSpec &line : actionTable()) {
        auto *action = new QAction(words(line.text), window);
        action->setToolTip(safeToolTip(words(line.tip)));
        action->setStatusTip(words(line.tip));
        action->setShortcuts(QList<QKeySequence>(line.shortcuts.begin(), line.shortcuts.end()));
        action->setAutoRepeat(false);
        if (line.themeIcon != nullptr)
            action->setIcon(
                themedIcon(QString::fromLatin1(line.themeIcon), QString::fromLatin1(line.ownIcon)));
        else if (line.ownIcon != nullptr)
            action->setIcon(ownIcon(QString::fromLatin1(line.ownIcon)));
        window->addAction(action);
        m_actions.insert(line.command, action);
    }
}

QAction *ActionSet::action(Command command) const
{
    return m_actions.value(command);
}

void ActionSet::fillMenus(QMenuBar *bar)
{
    for (const MenuId id : {MenuId::File, MenuId::View, MenuId::Decide, MenuId::Help}) {
        QMenu *menu = bar->addMenu(menuTitle(id));
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
        switch (line.needs) {
        case Needs::Nothing:
            break;
        case Needs::Review:
            action->setEnabled(hasReview);
            break;
        case Needs::WebConsole:
            action->setEnabled(!review.webConsoleUrl().isEmpty());
            break;
        case Needs::Act: {
            const Capability capability = review.capability(*line.act);
            action->setEnabled(capability.isOffered && capability.isEnabled);
            action->setVisible(capability.isOffered || !hasReview);
            const QString tip = capability.reason.isEmpty() ? words(line.tip) : capability.reason;
            action->setToolTip(safeToolTip(tip));
            action->setStatusTip(tip);
            break;
        }
        }
    }
}

} // namespace countersign
