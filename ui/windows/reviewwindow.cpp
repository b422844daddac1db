// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/reviewwindow.h"

#include "app/viewmodels/decisionsviewmodel.h"
#include "app/viewmodels/inboxviewmodel.h"
#include "app/viewmodels/reviewviewmodel.h"
#include "app/viewmodels/startagainviewmodel.h"
#include "ui/views/icons.h"
#include "ui/windows/actions.h"
#include "ui/windows/reviewcommands.h"
#include "ui/windows/reviewpage.h"

#include <QAction>
#include <QCloseEvent>
#include <QScreen>
#include <QStatusBar>

namespace countersign {

class ReviewWindow::Private
{
public:
    Private(ReviewWindow &window, std::unique_ptr<ReviewViewModel> ownReview,
            DecisionsViewModel &decisions, InboxViewModel &inbox, Settings &settingsToUse)
        : review(std::move(ownReview))
        , settings(settingsToUse)
        , actions(&window, ActionSet::Scope::Review)
        , page(new ReviewPage(*review, decisions, actions, &window))
        , commands(new ReviewCommands(actions, *review, decisions, inbox, *page, &window))
    {
    }

    std::unique_ptr<ReviewViewModel> review;
    Settings &settings;
    ActionSet actions;
    ReviewPage *page;
    ReviewCommands *commands;
    std::optional<WaitRow> row;
};

ReviewWindow::ReviewWindow(std::unique_ptr<ReviewViewModel> review, DecisionsViewModel &decisions,
                           InboxViewModel &inbox, Settings &settings, QWidget *parent)
    : QMainWindow(parent, Qt::Window)
    , d(std::make_unique<Private>(*this, std::move(review), decisions, inbox, settings))
{
    setObjectName(QStringLiteral("reviewWindow"));
    setWindowTitle(tr("Review – Countersign"));
    setWindowIcon(programIcon());
    setAttribute(Qt::WA_DeleteOnClose);
    setCentralWidget(d->page);
    statusBar();
    setMinimumSize(480, 340);
    resize(QSize(880, 720).boundedTo(screen()->availableSize()));
    restoreGeometry(settings.place(QStringLiteral("review")));
    d->page->restoreColumns(settings);
    connect(d->actions.action(Command::Refresh), &QAction::triggered, this,
            [this] { d->review->refresh(); });
    connect(d->commands, &ReviewCommands::runWanted, this, &ReviewWindow::showRow);
    connect(d->commands, &ReviewCommands::profileWanted, this, &ReviewWindow::profileWanted);
    connect(d->page, &ReviewPage::runWanted, this, [this](const WaitRowId &run) {
        WaitRow row;
        row.id = run;
        showRow(row);
    });
    connect(d->actions.action(Command::CloseWindow), &QAction::triggered, this, &QWidget::close);
}

ReviewWindow::~ReviewWindow()
{
    // The page draws from the review, and both are gone before what they stand on.
    delete takeCentralWidget();
}

void ReviewWindow::showRow(const WaitRow &row)
{
    d->row = row;
    d->review->show(row);
    d->page->focusSummary();
}

std::optional<WaitRow> ReviewWindow::row() const
{
    return d->row;
}

std::unique_ptr<StartAgainViewModel> ReviewWindow::takeStartAgain()
{
    return d->commands->takeStartAgain();
}

void ReviewWindow::showStartAgain(std::unique_ptr<StartAgainViewModel> again)
{
    d->commands->showStartAgain(std::move(again));
}

void ReviewWindow::closeEvent(QCloseEvent *event)
{
    d->settings.setPlace(QStringLiteral("review"), saveGeometry());
    d->page->saveColumns(d->settings);
    QMainWindow::closeEvent(event);
}

} // namespace countersign
