// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/reviewcommands.h"

#include "app/domain/displaytext.h"
#include "app/domain/format.h"
#include "app/viewmodels/debuglane.h"
#include "app/viewmodels/decisionsviewmodel.h"
#include "app/viewmodels/decisionviewmodel.h"
#include "app/viewmodels/inboxviewmodel.h"
#include "app/viewmodels/reviewviewmodel.h"
#include "app/viewmodels/startagainviewmodel.h"
#include "ui/dialogs/startagaindialog.h"
#include "ui/windows/actions.h"
#include "ui/windows/againdesk.h"
#include "ui/windows/copymenu.h"
#include "ui/windows/decisionbar.h"
#include "ui/windows/decisiondesk.h"
#include "ui/windows/latermenu.h"
#include "ui/windows/reviewpage.h"
#include "ui/windows/reviewtabs.h"
#include "ui/windows/webconsole.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QMainWindow>
#include <QMenu>
#include <QPushButton>
#include <QStatusBar>

namespace countersign {

namespace {

constexpr int shortWords = 4'000;
constexpr int longWords = 8'000;

} // namespace

ReviewCommands::ReviewCommands(ActionSet &actions, ReviewViewModel &review,
                               DecisionsViewModel &decisions, InboxViewModel &inbox,
                               ReviewPage &page, QMainWindow *window)
    : QObject(window)
    , m_actions(actions)
    , m_review(review)
    , m_decisions(decisions)
    , m_inbox(inbox)
    , m_page(page)
    , m_window(window)
    , m_desk(new DecisionDesk(review, decisions, window))
    , m_again(new AgainDesk(review, decisions, *m_desk, this))
    , m_laterMenu(new LaterMenu(&page))
{
    // It goes with this; its dialogs belong to the window.
    m_desk->setParent(this);
    m_review.setNeighbours([&inbox] { return inbox.rows(); });
    connectActs();
    connectUnseen();
    connectAgain();
    connectTabs();
    connectCopying();
    connectLater();
    updateLater();
    connectStartAgain();
}

DecisionDialog *ReviewCommands::openDecision(Act act)
{
    return m_desk->open(act);
}

void ReviewCommands::connectActs()
{
    connect(m_desk, &DecisionDesk::newReviewBegun, &m_page, &ReviewPage::focusSummary);
    connect(m_desk, &DecisionDesk::keyEntryWanted, this, &ReviewCommands::profileWanted);
    for (const ActionSpec &line : actionTable()) {
        if (line.act)
            connect(m_actions.action(line.command), &QAction::triggered, this,
                    [this, act = *line.act] { m_desk->open(act); });
    }
    DecisionBar *bar = m_page.decisionBar();
    connect(m_actions.action(Command::StepTask), &QAction::triggered, bar, &DecisionBar::pressStep);
    connect(bar, &DecisionBar::stepWanted, this, &ReviewCommands::step);
    connect(bar, &DecisionBar::kindNamed, &m_review, &ReviewViewModel::nameKind);
}

//! By a menu of its own, so that no hand finds it by habit.
void ReviewCommands::connectUnseen()
{
    auto *menu = new QMenu(&m_page);
    m_actions.action(Command::DecideUnseen)->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        for (const Act act : allActs()) {
            if (!m_review.capability(act).isPossibleUnseen)
                continue;
            //: %1 is an act such as Approve
            connect(menu->addAction(tr("%1 without seeing…").arg(actLabel(act))),
                    &QAction::triggered, this, [this, act] {
                        DecisionStart start;
                        start.mayBeUnseen = true;
                        m_desk->open(act, start);
                    });
        }
    });
}

void ReviewCommands::connectAgain()
{
    connect(m_again, &AgainDesk::refused, &m_page, &ReviewPage::tell);
    connect(&m_page, &ReviewPage::againWanted, this, [this](const DecisionRecord &record) {
        m_page.tell({});
        m_again->begin(record);
    });
}

//! Without a dialog where the lane allows it; else the dialog says what there is to know.
void ReviewCommands::step()
{
    std::unique_ptr<DecisionViewModel> decision = m_review.lane().step();
    if (decision)
        m_decisions.adopt(std::move(decision));
    else if (!m_review.lane().isStepping())
        m_desk->open(Act::ExecuteTask);
}

void ReviewCommands::connectTabs()
{
    const std::pair<Command, int> tabs[] = {
        {Command::ShowTasks, ReviewTabs::Tasks},       {Command::ShowGraph, ReviewTabs::Graph},
        {Command::ShowTemplate, ReviewTabs::Template}, {Command::ShowOutputs, ReviewTabs::Outputs},
        {Command::ShowLog, ReviewTabs::Log},           {Command::ShowHistory, ReviewTabs::History}};
    for (const auto &[command, tab] : tabs)
        connect(m_actions.action(command), &QAction::triggered, this,
                [this, shown = tab] { m_page.showTab(shown); });
}

void ReviewCommands::copy(const QString &text, const QString &words)
{
    QGuiApplication::clipboard()->setText(text);
    m_window->statusBar()->showMessage(words, shortWords);
}

void ReviewCommands::connectCopying()
{
    connect(m_actions.action(Command::CopyId), &QAction::triggered, this,
            [this] { copy(m_review.executionId().text(), tr("The execution id was copied.")); });
    connect(m_actions.action(Command::CopyForChat), &QAction::triggered, this, [this] {
        copy(m_review.chatText(), tr("Account, template, task, starter and a link were copied."));
    });
    connect(&m_page, &ReviewPage::noteCopyWanted, this,
            [this](const QString &note) { copy(note, tr("The note was copied.")); });
    auto *copyMenu = new CopyMenu(m_review, &m_page);
    m_actions.action(Command::CopyMore)->setMenu(copyMenu);
    connect(copyMenu, &CopyMenu::told, this,
            [this](const QString &words) { m_window->statusBar()->showMessage(words, longWords); });
    connect(m_actions.action(Command::WebConsole), &QAction::triggered, this, [this] {
        if (!openConsole(m_review.webConsoleUrl()))
            m_window->statusBar()->showMessage(
                tr("Nothing was opened: there is no program for it, or the address is not one of "
                   "the web console."),
                longWords);
    });
}

void ReviewCommands::connectLater()
{
    connect(m_actions.action(Command::Later), &QAction::triggered, this, [this] {
        // Above its button; where the review is not shown, in the middle of the window.
        const QPushButton *button = m_page.decisionBar()->laterButton();
        const QPoint above(0, m_laterMenu->sizeHint().height());
        m_laterMenu->popup(button->isVisible() ? button->mapToGlobal(QPoint(0, 0)) - above
                                               : m_window->mapToGlobal(m_window->rect().center()));
    });
    connect(m_laterMenu, &LaterMenu::chosen, this, [this](const QDateTime &until) {
        if (!m_review.rowId())
            return;
        m_inbox.putOff(*m_review.rowId(), until);
        m_window->statusBar()->showMessage(m_inbox.putOffText(*m_review.rowId()), longWords);
    });
    connect(m_actions.action(Command::TakeBack), &QAction::triggered, this, [this] {
        if (m_review.rowId())
            m_inbox.takeBack(*m_review.rowId());
    });
    connect(&m_review, &ReviewViewModel::changed, this, &ReviewCommands::updateLater);
    connect(&m_inbox, &InboxViewModel::rowsChanged, this, &ReviewCommands::updateLater);
}

void ReviewCommands::connectStartAgain()
{
    m_startAgainTip = m_actions.action(Command::StartAgain)->statusTip();
    connect(m_actions.action(Command::StartAgain), &QAction::triggered, this,
            &ReviewCommands::startAgain);
    connect(&m_review, &ReviewViewModel::changed, this, &ReviewCommands::updateStartAgain);
    updateStartAgain();
}

void ReviewCommands::startAgain()
{
    if (!m_startAgain)
        showStartAgain(m_review.beginStartAgain(QLocale().name()));
}

std::unique_ptr<StartAgainViewModel> ReviewCommands::takeStartAgain()
{
    auto begun = m_startAgain ? m_startAgain->takeBegun() : nullptr;
    if (begun)
        delete m_startAgain;
    return begun;
}

void ReviewCommands::showStartAgain(std::unique_ptr<StartAgainViewModel> again)
{
    if (m_startAgain || !again)
        return;
    m_startAgain = new StartAgainDialog(std::move(again), m_window);
    m_startAgain->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_startAgain, &StartAgainDialog::runWanted, this, &ReviewCommands::runWanted);
    m_startAgain->open();
}

void ReviewCommands::updateStartAgain()
{
    QAction *action = m_actions.action(Command::StartAgain);
    const QString obstacle = m_review.startAgainObstacle();
    const QString &tip = obstacle.isEmpty() ? m_startAgainTip : obstacle;
    action->setEnabled(obstacle.isEmpty());
    action->setStatusTip(tip);
    action->setToolTip(safeToolTip(tip));
}

void ReviewCommands::updateLater()
{
    const auto row = m_review.rowId();
    const bool isListed = row && m_inbox.isListed(*row);
    m_actions.action(Command::Later)->setEnabled(isListed);
    m_actions.action(Command::TakeBack)->setEnabled(row && m_inbox.isPutOff(*row));
    m_page.setPutOffText(row ? m_inbox.putOffText(*row) : QString());
}

} // namespace countersign
