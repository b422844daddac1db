// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/mainwindow.h"

#include "app/models/followedmodel.h"
#include "app/viewmodels/decisionsviewmodel.h"
#include "app/viewmodels/decisionviewmodel.h"
#include "app/viewmodels/followviewmodel.h"
#include "app/viewmodels/inboxviewmodel.h"
#include "app/viewmodels/journalviewmodel.h"
#include "app/viewmodels/openviewmodel.h"
#include "app/viewmodels/reviewviewmodel.h"
#include "ui/dialogs/opendialog.h"
#include "ui/dialogs/questionbar.h"
#include "ui/dialogs/unknowndialog.h"
#include "ui/views/icons.h"
#include "ui/views/outcomebar.h"
#include "ui/views/safelabel.h"
#include "ui/views/statepage.h"
#include "ui/windows/aboutdialog.h"
#include "ui/windows/actions.h"
#include "ui/windows/againdesk.h"
#include "ui/windows/bulkdesk.h"
#include "ui/windows/bulkpage.h"
#include "ui/windows/decisionswindow.h"
#include "ui/windows/followpane.h"
#include "ui/windows/inboxlist.h"
#include "ui/windows/inboxpane.h"
#include "ui/windows/panelayout.h"
#include "ui/windows/reviewcommands.h"
#include "ui/windows/reviewpage.h"
#include "ui/windows/reviewwindow.h"
#include "ui/windows/troublelines.h"
#include "ui/windows/unknownbar.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMenuBar>
#include <QPointer>
#include <QScreen>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>
#include <QVBoxLayout>

namespace countersign {

namespace {

constexpr int leastForDetail = 520;

WaitRow rowOf(const DecisionRecord &record)
{
    WaitRow row;
    row.id = {record.where.place, record.executionId, record.taskExecutionId};
    row.profileAlias = record.where.profileAlias;
    row.accountId = record.where.accountId;
    return row;
}

} // namespace

class MainWindow::Private
{
public:
    Private(MainWindow &window, WindowParts windowParts);

    void build();
    void connectCommands();
    void connectDialogs();
    void connectModels();
    void onCommand(Command command, const std::function<void()> &action);
    void openDialog(const std::function<QDialog *(QWidget *)> &make);
    void quit();
    void moveFocus(bool isForward);
    void showReview();
    void updateStatus();
    void updateTitle();
    void updateClosing();
    void showClosing();
    void updateJournal();
    void askForNewJournal();
    void updateNext();
    void trySelecting();
    void openRun(const WaitRow &row);
    void showByItself(const WaitRow &row);
    void openRunOf(const DecisionRecord &record);
    void decideAgain(const DecisionRecord &record);
    void openOwnWindow();
    void openDecisions();
    void restore();
    void save();

    MainWindow &q;
    WindowParts parts;
    InboxViewModel &inbox;
    ReviewViewModel &review;
    DecisionsViewModel &decisions;
    ActionSet actions;
    QStackedWidget *pages;
    StatePage *startPage;
    UnknownBar *loud;
    OutcomeBar *closing;
    QSplitter *splitter;
    InboxPane *inboxPane;
    QStackedWidget *reviewSide; //!< the review, or what stands there for several rows
    ReviewPage *reviewPage;
    BulkDesk *bulk;
    PaneLayout *panes;
    ReviewCommands *commands;
    QuestionBar *asking;
    TroubleLines *troubles;
    SafeLabel *status;
    std::function<void()> startSandbox;
    std::optional<ExecutionId> wanted;
    std::optional<WaitRow> shownRow; //!< of the list or of a search
    QPointer<OpenDialog> openDialogShown;
    QTimer counting; //!< while a decision that is being sent keeps the window open
    DecisionsWindow *decisionsWindow = nullptr; //!< made when it is first wanted
    bool staysOnClose = false;
    bool isClosing = false;
    bool isQuitting = false;
};

MainWindow::Private::Private(MainWindow &window, WindowParts windowParts)
    : q(window)
    , parts(std::move(windowParts))
    , inbox(parts.inbox)
    , review(parts.review)
    , decisions(parts.decisions)
    , actions(&window)
    , pages(new QStackedWidget(&window))
    , startPage(new StatePage(&window))
    , loud(new UnknownBar(decisions, &window))
    , closing(new OutcomeBar(&window))
    , splitter(new QSplitter(Qt::Horizontal, &window))
    , inboxPane(new InboxPane(inbox, parts.open, parts.follow, splitter))
    , reviewSide(new QStackedWidget(splitter))
    , reviewPage(new ReviewPage(review, decisions, actions, reviewSide))
    , bulk(new BulkDesk(*inboxPane, *reviewSide, parts.newReview, decisions, &window))
    , panes(new PaneLayout(*splitter, *inboxPane, *reviewSide, &window))
    , commands(new ReviewCommands(actions, review, decisions, inbox, *reviewPage, &window))
    , asking(new QuestionBar(&window))
    , troubles(new TroubleLines(&window))
    , status(new SafeLabel(&window))
{
}

void MainWindow::Private::build()
{
    closing->setObjectName(QStringLiteral("closingBar"));
    status->setObjectName(QStringLiteral("statusLabel"));
    status->setWordWrap(false);
    reviewSide->insertWidget(0, reviewPage);
    reviewSide->setCurrentIndex(0);
    closing->hide();
    auto *work = new QWidget(&q);
    auto *column = new QVBoxLayout(work);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(loud);
    column->addWidget(closing);
    column->addWidget(splitter, 1);
    column->addWidget(asking);
    column->addWidget(troubles);
    pages->addWidget(work);
    pages->addWidget(startPage);
    q.setCentralWidget(pages);
    actions.fillMenus(q.menuBar());
    q.statusBar()->addWidget(status, 1);
    q.setWindowIcon(programIcon());
    // 384 is what 200 per cent leaves of 768, less the title bar.
    q.setMinimumSize(480, 340);
    q.resize(QSize(1366, 768).boundedTo(q.screen()->availableSize()));
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
        parts.follow.refresh();
    });
    onCommand(Command::CloseWindow, [this] { q.close(); });
    onCommand(Command::Quit, [this] { quit(); });
    onCommand(Command::Filter, [this] {
        panes->showList();
        inboxPane->focusFilter();
    });
    onCommand(Command::NextPane, [this] { moveFocus(true); });
    onCommand(Command::PreviousPane, [this] { moveFocus(false); });
    onCommand(Command::Back, [this] {
        panes->showList();
        inboxPane->focusList();
    });
    onCommand(Command::ShowFollowed, [this] {
        FollowPane *follow = inboxPane->followPane();
        panes->showList();
        follow->setOpen(!follow->isOpen());
        if (follow->isOpen())
            follow->focusList();
    });
    onCommand(Command::NextWait, [this] {
        inboxPane->chooseNext();
        showReview();
    });
    onCommand(Command::OwnWindow, [this] { openOwnWindow(); });
    onCommand(Command::ShowDecisions, [this] { openDecisions(); });
    actions.action(Command::ShowDecisions)->setEnabled(parts.log != nullptr);
}

void MainWindow::Private::connectDialogs()
{
    onCommand(Command::OpenExecution, [this] { q.openText({}); });
    onCommand(Command::Settings, [this] { openDialog(parts.newSettingsDialog); });
    onCommand(Command::Profiles, [this] { openDialog(parts.newProfilesDialog); });
    onCommand(Command::Shortcuts, [this] { openDialog(parts.newShortcutsDialog); });
    onCommand(Command::About, [this] { q.openAbout(); });
    QObject::connect(troubles, &TroubleLines::profileWanted, &q, &MainWindow::profileWanted);
    QObject::connect(troubles, &TroubleLines::renewWanted, &q, &MainWindow::renewWanted);
    if (parts.journal == nullptr)
        return;
    QObject::connect(troubles, &TroubleLines::journalTryWanted, parts.journal,
                     &JournalViewModel::tryAgain);
    QObject::connect(troubles, &TroubleLines::newJournalWanted, &q, [this] { askForNewJournal(); });
    QObject::connect(parts.journal, &JournalViewModel::changed, &q, [this] { updateJournal(); });
    updateJournal();
}

void MainWindow::Private::updateJournal()
{
    const JournalViewModel &journal = *parts.journal;
    troubles->setJournal(journal.text(), journal.details(), journal.mayStartAnew());
    if (!journal.mayStartAnew())
        asking->leave();
}

void MainWindow::Private::askForNewJournal()
{
    asking->ask(parts.journal->startAnewText(), MainWindow::tr("Start a new journal"),
                MainWindow::tr("Back"), [this] { parts.journal->startAnew(); });
}

void MainWindow::Private::openDialog(const std::function<QDialog *(QWidget *)> &make)
{
    if (!make)
        return;
    if (QDialog *dialog = make(&q)) {
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    }
}

void MainWindow::Private::connectModels()
{
    QObject::connect(inboxPane, &InboxPane::rowChosen, &q, [this](const WaitRow &row) {
        shownRow = row;
        review.show(row);
        Q_EMIT q.placeUsed(row.id.place);
    });
    QObject::connect(inboxPane, &InboxPane::severalChosen, &q, [this](const auto &, int count) {
        // No key may act on a review that is not shown.
        if (count > 1) {
            shownRow.reset();
            review.show(std::nullopt);
        }
    });
    QObject::connect(inboxPane, &InboxPane::reviewWanted, &q, [this] { showReview(); });
    QObject::connect(inboxPane, &InboxPane::rowClicked, panes, &PaneLayout::showReview);
    QObject::connect(inboxPane->followPane(), &FollowPane::runWanted, &q,
                     [this](const FollowedRun &run) {
                         WaitRow row;
                         row.id = {run.place, run.executionId, {}};
                         row.profileAlias = run.profileAlias;
                         row.templateName = run.templateName;
                         openRun(row);
                     });
    QObject::connect(commands, &ReviewCommands::runWanted, &q,
                     [this](const WaitRow &row) { openRun(row); });
    QObject::connect(&parts.open, &OpenViewModel::opened, &q,
                     [this](const WaitRow &row) { openRun(row); });
    QObject::connect(reviewPage, &ReviewPage::nextWanted, inboxPane, &InboxPane::chooseNext);
    QObject::connect(reviewPage, &ReviewPage::runWanted, &q,
                     [this](const WaitRowId &run) { q.openWaits({run}); });
    QObject::connect(startPage, &StatePage::pressed, &q,
                     [this] { openDialog(parts.newProfilesDialog); });
    QObject::connect(startPage, &StatePage::secondPressed, &q, [this] {
        if (startSandbox)
            startSandbox();
    });
    QObject::connect(&inbox, &InboxViewModel::stateChanged, &q, [this] { updateStatus(); });
    QObject::connect(&inbox, &InboxViewModel::countsChanged, &q, [this] {
        updateStatus();
        updateTitle();
        updateNext();
        trySelecting();
    });
    QObject::connect(&inbox, &InboxViewModel::troublesChanged, &q,
                     [this] { troubles->setTroubles(inbox.troubles()); });
    QObject::connect(&review, &ReviewViewModel::changed, &q, [this] { updateNext(); });
    QObject::connect(&decisions, &DecisionsViewModel::changed, &q, [this] { updateClosing(); });
    QObject::connect(&counting, &QTimer::timeout, &q, [this] { updateClosing(); });
    QObject::connect(loud, &UnknownBar::reviewWanted, &q,
                     [this](const DecisionRecord &record) { openRunOf(record); });
    QObject::connect(loud, &UnknownBar::overrideWanted, &q,
                     [this](const DecisionRecord &record) { decideAgain(record); });
    QObject::connect(&commands->again(), &AgainDesk::refused, loud, &UnknownBar::answer);
    QObject::connect(panes, &PaneLayout::backPressed, inboxPane, &InboxPane::focusList);
    QObject::connect(panes, &PaneLayout::changed, &q,
                     [this] { actions.action(Command::Back)->setEnabled(panes->hidesList()); });
    actions.action(Command::Back)->setEnabled(panes->hidesList());
}

void MainWindow::Private::quit()
{
    isQuitting = true;
    // A hidden window is not closed once more, and what it remembers was saved when it was. While
    // a decision is being sent it comes back and says so.
    if (q.isVisible() || decisions.isSending()) {
        q.show();
        q.close();
    } else {
        Q_EMIT q.quitWanted();
    }
}

void MainWindow::Private::showReview()
{
    panes->showReview();
    if (bulk->isShown())
        bulk->page()->focusSummary();
    else
        reviewPage->focusSummary();
}

void MainWindow::Private::moveFocus(bool isForward)
{
    // List, review, filter, and round again.
    const QWidget *focus = QApplication::focusWidget();
    const bool isInReview = focus != nullptr && reviewSide->isAncestorOf(focus);
    const bool isInFilter = focus == inboxPane->filterEdit();
    const bool goesToList = isInFilter ? isForward : isInReview && !isForward;
    const bool goesToFilter = isInReview ? isForward : !isInFilter && !isForward;
    if (!goesToList && !goesToFilter) {
        showReview();
        return;
    }
    panes->showList();
    if (goesToList)
        inboxPane->focusList();
    else
        inboxPane->focusFilter();
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

void MainWindow::Private::updateTitle()
{
    const int count = inbox.groupCount(WaitGroup::NeedsYou);
    //: Title of the window; %1 is how many waits need the person.
    q.setWindowTitle(count > 0 ? MainWindow::tr("Countersign (%1)").arg(QLocale().toString(count))
                               : MainWindow::tr("Countersign"));
}

//! Who wanted to close while something was being sent is let go as soon as it is over.
void MainWindow::Private::updateClosing()
{
    if (!isClosing)
        return;
    if (decisions.isSending()) {
        showClosing();
        return;
    }
    counting.stop();
    isClosing = false;
    QTimer::singleShot(0, &q, &QWidget::close);
}

void MainWindow::Private::showClosing()
{
    const auto left = decisions.sendingTimeLeft();
    const QString until =
        left ? MainWindow::tr("An answer is awaited for %n more second(s). The window closes as "
                              "soon as its outcome is recorded.",
                              nullptr, static_cast<int>(left->count()))
             : MainWindow::tr("The window closes as soon as its outcome is recorded.");
    closing->setOutcome(Tone::Info, QStringLiteral("information"),
                        MainWindow::tr("A decision is being sent."), until);
    closing->show();
    if (!counting.isActive())
        counting.start(std::chrono::seconds(1));
}

void MainWindow::Private::openRunOf(const DecisionRecord &record)
{
    openRun(rowOf(record));
    q.raiseToFront();
}

//! Its own row is shown and no other one of the run, whether it is listed or not.
void MainWindow::Private::decideAgain(const DecisionRecord &record)
{
    const QString obstacle = commands->again().obstacleTo(record.id);
    if (!obstacle.isEmpty()) {
        reviewPage->tell(obstacle);
        loud->answer(obstacle);
        return;
    }
    const WaitRow row = rowOf(record);
    if (!inboxPane->choose(row.id))
        showByItself(row);
    Q_EMIT q.placeUsed(row.id.place);
    reviewPage->tell({});
    showReview();
    q.raiseToFront();
    commands->again().begin(record);
}

void MainWindow::Private::updateNext()
{
    reviewPage->setHasNext(inboxPane->hasNext());
    actions.action(Command::NextWait)->setEnabled(inboxPane->hasNext());
}

void MainWindow::Private::trySelecting()
{
    if (!wanted || !inboxPane->choose(*wanted))
        return;
    wanted.reset();
    panes->showReview();
}

void MainWindow::Private::showByItself(const WaitRow &row)
{
    inboxPane->unchoose();
    shownRow = row;
    review.show(row);
}

//! A run that waits has its row in the list; any other one is shown for reading.
void MainWindow::Private::openRun(const WaitRow &row)
{
    if (!inboxPane->choose(row.id) && !inboxPane->choose(row.id.executionId))
        showByItself(row);
    Q_EMIT q.placeUsed(row.id.place);
    showReview();
}

void MainWindow::Private::openOwnWindow()
{
    if (!shownRow || !parts.newReview)
        return;
    auto *window = new ReviewWindow(parts.newReview(), decisions, inbox, parts.settings, &q);
    window->showRow(*shownRow);
    window->show();
}

void MainWindow::Private::openDecisions()
{
    if (decisionsWindow == nullptr) {
        decisionsWindow = new DecisionsWindow(*parts.log, parts.settings, &q);
        QObject::connect(decisionsWindow, &DecisionsWindow::runWanted, &q,
                         [this](const WaitRow &run) {
                             q.raiseToFront();
                             openRun(run);
                         });
    }
    decisionsWindow->raiseToFront();
}

void MainWindow::Private::restore()
{
    q.restoreGeometry(parts.settings.place(QStringLiteral("main")));
    splitter->restoreState(parts.settings.place(QStringLiteral("splitter")));
    reviewPage->restoreColumns(parts.settings);
    inboxPane->followPane()->setOpen(!parts.settings.place(QStringLiteral("followopen")).isEmpty());
    const QByteArray chosen = parts.settings.place(QStringLiteral("chosen"));
    if (!chosen.isEmpty())
        wanted = ExecutionId(QString::fromUtf8(chosen));
}

void MainWindow::Private::save()
{
    parts.settings.setPlace(QStringLiteral("main"), q.saveGeometry());
    // In the narrow layout one of the panes has no width to remember.
    if (!panes->isOnePane())
        parts.settings.setPlace(QStringLiteral("splitter"), splitter->saveState());
    reviewPage->saveColumns(parts.settings);
    parts.settings.setPlace(QStringLiteral("followopen"),
                            inboxPane->followPane()->isOpen() ? QByteArray("1") : QByteArray());
    parts.settings.setPlace(QStringLiteral("chosen"),
                            inboxPane->isChosenListed()
                                ? inboxPane->chosen()->id.executionId.text().toUtf8()
                                : QByteArray());
}

MainWindow::MainWindow(WindowParts parts, QWidget *parent)
    : QMainWindow(parent)
    , d(std::make_unique<Private>(*this, std::move(parts)))
{
    d->build();
    d->connectCommands();
    d->connectDialogs();
    d->connectModels();
    d->updateStatus();
    d->updateTitle();
    d->updateNext();
    d->troubles->setTroubles(d->inbox.troubles());
    d->restore();
    d->trySelecting();
    d->inboxPane->focusList();
}

MainWindow::~MainWindow()
{
    // Windows of their own draw from reviews that stand on what main takes away after this.
    qDeleteAll(findChildren<ReviewWindow *>(QString(), Qt::FindDirectChildrenOnly));
    delete d->decisionsWindow;
}

void MainWindow::showStartPage(std::function<void()> startSandbox)
{
    d->startSandbox = std::move(startSandbox);
    d->startPage->setState(
        QStringLiteral("kind-approval"), tr("No account is set up"),
        tr("Countersign shows what waits for a person in CloudOps Orchestration Service. Set up an "
           "account with an access key, or try it on the sandbox: a service of its own on this "
           "computer, where nothing real is touched."),
        tr("Set up an account…"), d->startSandbox ? tr("Try it on the sandbox") : QString());
    d->pages->setCurrentIndex(1);
}

void MainWindow::leaveStartPage()
{
    d->pages->setCurrentIndex(0);
}

bool MainWindow::showsStartPage() const
{
    return d->pages->currentIndex() == 1;
}

void MainWindow::selectExecution(const ExecutionId &execution)
{
    d->wanted = execution;
    d->trySelecting();
}

void MainWindow::openWaits(const std::vector<WaitRowId> &ids)
{
    raiseToFront();
    for (const WaitRowId &id : ids) {
        if (d->inboxPane->choose(id)) {
            d->showReview();
            return;
        }
    }
    if (ids.empty())
        return;
    WaitRow row;
    row.id = ids.front();
    d->openRun(row);
}

void MainWindow::openText(const QString &text)
{
    if (!d->openDialogShown) {
        d->openDialogShown = new OpenDialog(d->parts.open, this);
        d->openDialogShown->setAttribute(Qt::WA_DeleteOnClose);
        d->openDialogShown->open();
    }
    if (!text.isEmpty())
        d->openDialogShown->openText(text);
}

void MainWindow::raiseToFront()
{
    if (isMinimized())
        showNormal();
    else
        show();
    raise();
    activateWindow();
}

void MainWindow::setNotes(const QStringList &notes)
{
    d->troubles->setNotes(notes);
}

void MainWindow::setKeyTroubles(const std::vector<KeyTrouble> &troubles)
{
    d->troubles->setKeyTroubles(troubles);
}

void MainWindow::setStaysOnClose(bool staysOnClose)
{
    d->staysOnClose = staysOnClose;
}

DecisionDialog *MainWindow::openDecision(Act act)
{
    return d->commands->openDecision(act);
}

QDialog *MainWindow::openUnknown()
{
    return d->loud->openDialog();
}

void MainWindow::quit()
{
    d->quit();
}

QDialog *MainWindow::openAbout()
{
    auto *dialog = new AboutDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog;
}

QAction *MainWindow::action(Command command) const
{
    return d->actions.action(command);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (d->decisions.isSending()) {
        d->isClosing = true;
        d->showClosing();
        event->ignore();
        return;
    }
    d->isClosing = false;
    d->closing->hide();
    d->save();
    event->accept();
    Q_EMIT closed();
    if (d->isQuitting || !d->staysOnClose)
        Q_EMIT quitWanted();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    d->panes->setWidth(width());
    d->loud->setLow(height() < leastForDetail);
}

} // namespace countersign
