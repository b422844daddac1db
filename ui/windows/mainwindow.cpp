// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/mainwindow.h"

#include "app/viewmodels/decisionsviewmodel.h"
#include "app/viewmodels/decisionviewmodel.h"
#include "app/viewmodels/inboxviewmodel.h"
#include "app/viewmodels/reviewviewmodel.h"
#include "ui/dialogs/confirmbutton.h"
#include "ui/dialogs/decisiondialog.h"
#include "ui/views/icons.h"
#include "ui/views/outcomebar.h"
#include "ui/views/safelabel.h"
#include "ui/views/statepage.h"
#include "ui/windows/aboutdialog.h"
#include "ui/windows/actions.h"
#include "ui/windows/inboxlist.h"
#include "ui/windows/inboxpane.h"
#include "ui/windows/reviewpage.h"
#include "ui/windows/reviewtabs.h"
#include "ui/windows/troublelines.h"
#include "ui/windows/webconsole.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMenuBar>
#include <QPointer>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

namespace countersign {

class MainWindow::Private
{
public:
    Private(MainWindow &window, InboxViewModel &inboxViewModel, ReviewViewModel &reviewViewModel,
            DecisionsViewModel &decisionsViewModel, Settings &settingsToUse);

    void build();
    void connectCommands();
    void connectModels();
    void onCommand(Command command, const std::function<void()> &action);
    void moveFocus(bool isForward);
    void updateStatus();
    void updateLoud();
    void updateNext();
    void showLoud();
    void trySelecting();

    MainWindow &q;
    InboxViewModel &inbox;
    ReviewViewModel &review;
    DecisionsViewModel &decisions;
    Settings &settings;
    ActionSet actions;
    QStackedWidget *pages;
    StatePage *startPage;
    OutcomeBar *loud;
    OutcomeBar *closing;
    QSplitter *splitter;
    InboxPane *inboxPane;
    ReviewPage *reviewPage;
    TroubleLines *troubles;
    SafeLabel *status;
    std::function<void()> startSandbox;
    std::optional<ExecutionId> wanted;
    QPointer<DecisionDialog> dialog;
    bool isClosing = false;
};

MainWindow::Private::Private(MainWindow &window, InboxViewModel &inboxViewModel,
                             ReviewViewModel &reviewViewModel,
                             DecisionsViewModel &decisionsViewModel, Settings &settingsToUse)
    : q(window)
    , inbox(inboxViewModel)
    , review(reviewViewModel)
    , decisions(decisionsViewModel)
    , settings(settingsToUse)
    , actions(&window)
    , pages(new QStackedWidget(&window))
    , startPage(new StatePage(&window))
    , loud(new OutcomeBar(&window))
    , closing(new OutcomeBar(&window))
    , splitter(new QSplitter(Qt::Horizontal, &window))
    , inboxPane(new InboxPane(inboxViewModel, splitter))
    , reviewPage(new ReviewPage(reviewViewModel, decisionsViewModel, actions, splitter))
    , troubles(new TroubleLines(&window))
    , status(new SafeLabel(&window))
{
}

void MainWindow::Private::build()
{
    loud->setObjectName(QStringLiteral("loudBar"));
    closing->setObjectName(QStringLiteral("closingBar"));
    status->setObjectName(QStringLiteral("statusLabel"));
    status->setWordWrap(false);
    loud->hide();
    closing->hide();
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(inboxPane);
    splitter->addWidget(reviewPage);
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({500, 866});
    inboxPane->setMinimumWidth(280);
    reviewPage->setMinimumWidth(380);
    auto *work = new QWidget(&q);
    auto *column = new QVBoxLayout(work);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(loud);
    column->addWidget(closing);
    column->addWidget(splitter, 1);
    column->addWidget(troubles);
    pages->addWidget(work);
    pages->addWidget(startPage);
    q.setCentralWidget(pages);
    actions.fillMenus(q.menuBar());
    q.statusBar()->addWidget(status, 1);
    q.setWindowIcon(programIcon());
    q.setMinimumSize(640, 440);
    q.resize(1366, 768);
}

void MainWindow::Private::onCommand(Command command, const std::function<void()> &action)
{
    QObject::connect(actions.action(command), &QAction::triggered, &q, [action] { action(); });
}

void MainWindow::Private::connectCommands()
{
    onCommand(Command::Refresh, [this] {
        inbox.refresh();
        review.refresh();
    });
    onCommand(Command::Quit, [this] { q.close(); });
    onCommand(Command::Filter, [this] { inboxPane->focusFilter(); });
    onCommand(Command::NextPane, [this] { moveFocus(true); });
    onCommand(Command::PreviousPane, [this] { moveFocus(false); });
    onCommand(Command::ShowTasks, [this] { reviewPage->showTab(ReviewTabs::Tasks); });
    onCommand(Command::ShowTemplate, [this] { reviewPage->showTab(ReviewTabs::Template); });
    onCommand(Command::ShowLog, [this] { reviewPage->showTab(ReviewTabs::Log); });
    for (const ActionSpec &line : actionTable()) {
        if (line.act)
            onCommand(line.command, [this, act = *line.act] { q.openDecision(act); });
    }
    onCommand(Command::NextWait, [this] { inboxPane->chooseNext(); });
    onCommand(Command::CopyId, [this] {
        QGuiApplication::clipboard()->setText(review.executionId().text());
        q.statusBar()->showMessage(MainWindow::tr("The execution id was copied."), 4'000);
    });
    onCommand(Command::WebConsole, [this] {
        if (!openConsole(review.webConsoleUrl()))
            q.statusBar()->showMessage(
                MainWindow::tr("Nothing was opened: there is no program for it, or the "
                               "address is not one of the web console."),
                8'000);
    });
    onCommand(Command::About, [this] { q.openAbout(); });
}

void MainWindow::Private::connectModels()
{
    QObject::connect(inboxPane, &InboxPane::rowChosen, &review,
                     [this](const WaitRow &row) { review.show(row); });
    QObject::connect(inboxPane, &InboxPane::reviewWanted, reviewPage, &ReviewPage::focusSummary);
    QObject::connect(reviewPage, &ReviewPage::nextWanted, inboxPane, &InboxPane::chooseNext);
    QObject::connect(startPage, &StatePage::pressed, &q, [this] {
        if (startSandbox)
            startSandbox();
    });
    QObject::connect(&inbox, &InboxViewModel::stateChanged, &q, [this] { updateStatus(); });
    QObject::connect(&inbox, &InboxViewModel::countsChanged, &q, [this] {
        updateStatus();
        updateNext();
        trySelecting();
    });
    QObject::connect(&inbox, &InboxViewModel::troublesChanged, &q,
                     [this] { troubles->setTroubles(inbox.troubles()); });
    QObject::connect(&review, &ReviewViewModel::changed, &q, [this] { updateNext(); });
    QObject::connect(&review, &ReviewViewModel::factsChanged, &q, [this] {
        if (dialog)
            dialog->confirmButton()->rest(Rest::afterChange);
    });
    QObject::connect(&decisions, &DecisionsViewModel::changed, &q, [this] { updateLoud(); });
    QObject::connect(loud, &OutcomeBar::firstPressed, &q, [this] { showLoud(); });
    QObject::connect(loud, &OutcomeBar::secondPressed, &q, [this] {
        for (DecisionViewModel *decision : decisions.loud())
            decision->checkNow();
    });
}

void MainWindow::Private::moveFocus(bool isForward)
{
    // List, review, filter, and round again.
    const QWidget *focus = QApplication::focusWidget();
    const bool isInReview = focus != nullptr && reviewPage->isAncestorOf(focus);
    const bool isInFilter = focus == inboxPane->filterEdit();
    if (isInFilter ? isForward : isInReview && !isForward)
        inboxPane->focusList();
    else if (isInReview ? isForward : !isInFilter && !isForward)
        inboxPane->focusFilter();
    else
        reviewPage->focusSummary();
}

void MainWindow::Private::updateStatus()
{
    if (!inbox.lastGoodRead().isValid()) {
        status->setText(inbox.isReading() ? MainWindow::tr("Reading…") : QString());
        return;
    }
    const QString time =
        QLocale().toString(inbox.lastGoodRead().toLocalTime().time(), QStringLiteral("HH:mm:ss"));
    switch (inbox.state()) {
    case InboxViewModel::State::Stale:
        //: %1 is a time
        status->setText(
            MainWindow::tr("Not up to date: the oldest rows were read at %1").arg(time));
        break;
    case InboxViewModel::State::Loading:
    case InboxViewModel::State::Ready:
    case InboxViewModel::State::Failed:
        //: %1 is a time
        status->setText(MainWindow::tr("Up to date: read at %1").arg(time));
        break;
    }
}

void MainWindow::Private::updateLoud()
{
    const std::vector<DecisionViewModel *> unclear = decisions.loud();
    loud->setVisible(!unclear.empty());
    if (!unclear.empty()) {
        const DecisionViewModel &first = *unclear.front();
        const auto more = static_cast<int>(unclear.size()) - 1;
        //: %1 says what happened to a decision, %2 is the text of the button that was pressed.
        QString words =
            MainWindow::tr("%1 It was: %2.").arg(first.outcomeText(), first.confirmText());
        if (more > 0)
            words += QLatin1Char('\n') +
                     MainWindow::tr("%n more decision(s) without a known outcome.", nullptr, more);
        loud->setOutcome(Tone::Warning, QStringLiteral("question"), words, first.outcomeDetail());
        loud->setButtons(MainWindow::tr("Show"), MainWindow::tr("Check now"));
    }
    if (isClosing && !decisions.isSending())
        q.close();
}

void MainWindow::Private::showLoud()
{
    const std::vector<DecisionViewModel *> unclear = decisions.loud();
    if (unclear.empty())
        return;
    if (inboxPane->choose(unclear.front()->record().executionId))
        reviewPage->focusSummary();
    else
        q.statusBar()->showMessage(
            MainWindow::tr("Its run does not wait any more, so it is not in the list."), 8'000);
}

void MainWindow::Private::updateNext()
{
    reviewPage->setHasNext(inboxPane->hasNext());
    actions.action(Command::NextWait)->setEnabled(inboxPane->hasNext());
}

void MainWindow::Private::trySelecting()
{
    if (wanted && inboxPane->choose(*wanted))
        wanted.reset();
}

MainWindow::MainWindow(InboxViewModel &inbox, ReviewViewModel &review,
                       DecisionsViewModel &decisions, Settings &settings, QWidget *parent)
    : QMainWindow(parent)
    , d(std::make_unique<Private>(*this, inbox, review, decisions, settings))
{
    setWindowTitle(tr("Countersign"));
    d->build();
    d->connectCommands();
    d->connectModels();
    d->updateStatus();
    d->updateLoud();
    d->updateNext();
    d->troubles->setTroubles(inbox.troubles());
    restoreGeometry(settings.place(QStringLiteral("main")));
    d->splitter->restoreState(settings.place(QStringLiteral("splitter")));
    d->inboxPane->focusList();
}

MainWindow::~MainWindow() = default;

void MainWindow::showStartPage(std::function<void()> startSandbox)
{
    d->startSandbox = std::move(startSandbox);
    d->startPage->setState(
        QStringLiteral("kind-approval"), tr("No account is set up"),
        tr("Countersign shows what waits for a person in CloudOps Orchestration Service. To try it "
           "without an account, start it with --sandbox: it then works on a service of its own on "
           "this computer, and nothing real is touched."),
        d->startSandbox ? tr("Try it on the sandbox") : QString());
    d->pages->setCurrentIndex(1);
}

void MainWindow::leaveStartPage()
{
    d->pages->setCurrentIndex(0);
}

void MainWindow::selectExecution(const ExecutionId &execution)
{
    d->wanted = execution;
    d->trySelecting();
}

DecisionDialog *MainWindow::openDecision(Act act)
{
    if (d->dialog)
        return nullptr;
    std::unique_ptr<DecisionViewModel> decision = d->review.beginDecision(act);
    if (!decision)
        return nullptr;
    auto *dialog = new DecisionDialog(std::move(decision), d->decisions, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    d->dialog = dialog;
    dialog->open();
    return dialog;
}

QDialog *MainWindow::openAbout()
{
    auto *dialog = new AboutDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog;
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (d->decisions.isSending()) {
        d->isClosing = true;
        d->closing->setOutcome(Tone::Info, QStringLiteral("information"),
                               tr("A decision is being sent."),
                               tr("The window closes as soon as its outcome is recorded."));
        d->closing->show();
        event->ignore();
        return;
    }
    d->settings.setPlace(QStringLiteral("main"), saveGeometry());
    d->settings.setPlace(QStringLiteral("splitter"), d->splitter->saveState());
    event->accept();
    Q_EMIT closed();
}

} // namespace countersign
