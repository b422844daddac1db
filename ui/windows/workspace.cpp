// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/workspace.h"

#include "app/models/followedmodel.h"
#include "app/viewmodels/bulkviewmodel.h"
#include "app/viewmodels/decisionsviewmodel.h"
#include "app/viewmodels/decisionviewmodel.h"
#include "app/viewmodels/followviewmodel.h"
#include "app/viewmodels/inboxviewmodel.h"
#include "app/viewmodels/journalviewmodel.h"
#include "app/viewmodels/openviewmodel.h"
#include "app/viewmodels/reviewviewmodel.h"
#include "app/viewmodels/startagainviewmodel.h"
#include "ui/dialogs/opendialog.h"
#include "ui/dialogs/profilesdialog.h"
#include "ui/dialogs/questionbar.h"
#include "ui/dialogs/unknowndialog.h"
#include "ui/views/safelabel.h"
#include "ui/windows/aboutdialog.h"
#include "ui/windows/actions.h"
#include "ui/windows/againdesk.h"
#include "ui/windows/bulkdesk.h"
#include "ui/windows/bulkpage.h"
#include "ui/windows/decisionswindow.h"
#include "ui/windows/followpane.h"
#include "ui/windows/inboxlist.h"
#include "ui/windows/inboxpane.h"
#include "ui/windows/mainwindow.h"
#include "ui/windows/panelayout.h"
#include "ui/windows/reviewcommands.h"
#include "ui/windows/reviewpage.h"
#include "ui/windows/reviewwindow.h"
#include "ui/windows/troublelines.h"
#include "ui/windows/unknownbar.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QLocale>
#include <QMenuBar>
#include <QPointer>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolTip>
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

class Workspace::Private
{
public:
    Private(Workspace &workspace, const WindowParts &windowParts, QMainWindow &mainWindow);

    void build();
    void connectCommands();
    void connectDialogs();
    void connectModels();
    void onCommand(Command command, const std::function<void()> &action);
    void openDialog(const std::function<QDialog *(QWidget *)> &make);
    void moveFocus(bool isForward);
    void showReview();
    void updateStatus();
    void updateTitle();
    void updateJournal();
    void askForNewJournal();
    void updateNext();
    void trySelecting();
    void openRun(const WaitRow &row);
    void showByItself(const WaitRow &row);
    void openRunOf(const DecisionRecord &record);
    void decideAgain(const DecisionRecord &record);
    ReviewWindow *openOwnWindow(const WaitRow &row);
    void openDecisions();
    void restore();
    void closeDialogs();

    Workspace &q;
    WindowParts parts;
    QMainWindow &window;
    InboxViewModel &inbox;
    ReviewViewModel &review;
    DecisionsViewModel &decisions;
    ActionSet actions;
    UnknownBar *loud;
    QSplitter *splitter;
    InboxPane *inboxPane;
    QStackedWidget *reviewSide; //!< the review, or what stands there for several rows
    ReviewPage *reviewPage;
    BulkDesk *bulk;
    PaneLayout *panes;
    ReviewCommands *commands;
    QuestionBar *asking;
    TroubleLines *troubles;
    QPointer<SafeLabel> status;
    std::optional<ExecutionId> wanted;
    std::optional<WaitRow> shownRow; //!< of the list or of a search
    QPointer<OpenDialog> openDialogShown;
    QPointer<DecisionsWindow> decisionsWindow; //!< made when it is first wanted
};

Workspace::Private::Private(Workspace &workspace, const WindowParts &windowParts,
                            QMainWindow &mainWindow)
    : q(workspace)
    , parts(windowParts)
    , window(mainWindow)
    , inbox(parts.inbox)
    , review(parts.review)
    , decisions(parts.decisions)
    , actions(&mainWindow)
    , loud(new UnknownBar(decisions, &workspace))
    , splitter(new QSplitter(Qt::Horizontal, &workspace))
    , inboxPane(new InboxPane(inbox, parts.open, parts.follow, splitter))
    , reviewSide(new QStackedWidget(splitter))
    , reviewPage(new ReviewPage(review, decisions, actions, reviewSide))
    , bulk(new BulkDesk(*inboxPane, *reviewSide, parts.newReview, decisions, &mainWindow))
    , panes(new PaneLayout(*splitter, *inboxPane, *reviewSide, &workspace))
    , commands(new ReviewCommands(actions, review, decisions, inbox, *reviewPage, &mainWindow))
    , asking(new QuestionBar(&workspace))
    , troubles(new TroubleLines(&workspace))
    , status(new SafeLabel(&mainWindow))
{
    // They go with the workspace, whatever window their dialogs stand over.
    bulk->setParent(&workspace);
    commands->setParent(&workspace);
}

void Workspace::Private::build()
{
    status->setObjectName(QStringLiteral("statusLabel"));
    status->setWordWrap(false);
    reviewSide->insertWidget(0, reviewPage);
    reviewSide->setCurrentIndex(0);
    auto *column = new QVBoxLayout(&q);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(loud);
    column->addWidget(splitter, 1);
    column->addWidget(asking);
    column->addWidget(troubles);
    actions.fillMenus(window.menuBar());
    window.statusBar()->addWidget(status, 1);
}

void Workspace::Private::onCommand(Command command, const std::function<void()> &action)
{
    QObject::connect(actions.action(command), &QAction::triggered, &q, [action] { action(); });
}

void Workspace::Private::connectCommands()
{
    onCommand(Command::Refresh, [this] { q.refresh(); });
    onCommand(Command::CloseWindow, [this] { Q_EMIT q.closeWanted(); });
    onCommand(Command::Quit, [this] { Q_EMIT q.quitWanted(); });
    onCommand(Command::Lock, [this] { Q_EMIT q.lockWanted(); });
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
    onCommand(Command::OwnWindow, [this] {
        if (shownRow)
            openOwnWindow(*shownRow);
    });
    onCommand(Command::ShowDecisions, [this] { openDecisions(); });
    actions.action(Command::ShowDecisions)->setEnabled(parts.log != nullptr);
}

void Workspace::Private::connectDialogs()
{
    onCommand(Command::OpenExecution, [this] { q.openText({}); });
    onCommand(Command::Settings, [this] { openDialog(parts.newSettingsDialog); });
    onCommand(Command::Profiles, [this] { q.openProfiles(); });
    onCommand(Command::Shortcuts, [this] { openDialog(parts.newShortcutsDialog); });
    onCommand(Command::About, [this] { q.openAbout(); });
    QObject::connect(troubles, &TroubleLines::profileWanted, &q, &Workspace::profileWanted);
    QObject::connect(troubles, &TroubleLines::renewWanted, &q, &Workspace::renewWanted);
    if (parts.journal == nullptr)
        return;
    QObject::connect(troubles, &TroubleLines::journalTryWanted, parts.journal,
                     &JournalViewModel::tryAgain);
    QObject::connect(troubles, &TroubleLines::newJournalWanted, &q, [this] { askForNewJournal(); });
    QObject::connect(parts.journal, &JournalViewModel::changed, &q, [this] { updateJournal(); });
    updateJournal();
}

void Workspace::Private::updateJournal()
{
    const JournalViewModel &journal = *parts.journal;
    troubles->setJournal(journal.text(), journal.details(), journal.mayStartAnew());
    if (!journal.mayStartAnew())
        asking->leave();
}

void Workspace::Private::askForNewJournal()
{
    asking->ask(parts.journal->startAnewText(), MainWindow::tr("Start a new journal"),
                MainWindow::tr("Back"), [this] { parts.journal->startAnew(); });
}

void Workspace::Private::openDialog(const std::function<QDialog *(QWidget *)> &make)
{
    if (!make)
        return;
    if (QDialog *dialog = make(&window)) {
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    }
}

void Workspace::Private::connectModels()
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
    QObject::connect(commands, &ReviewCommands::profileWanted, &q, &Workspace::profileWanted);
    QObject::connect(bulk, &BulkDesk::keyEntryWanted, &q, &Workspace::profileWanted);
    QObject::connect(commands, &ReviewCommands::runWanted, &q,
                     [this](const WaitRow &row) { openRun(row); });
    QObject::connect(&parts.open, &OpenViewModel::opened, &q,
                     [this](const WaitRow &row) { openRun(row); });
    QObject::connect(reviewPage, &ReviewPage::nextWanted, inboxPane, &InboxPane::chooseNext);
    QObject::connect(reviewPage, &ReviewPage::runWanted, &q, [this](const WaitRowId &run) {
        Q_EMIT q.raiseWanted();
        q.openWaits({run});
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

void Workspace::Private::showReview()
{
    panes->showReview();
    if (bulk->isShown())
        bulk->page()->focusSummary();
    else
        reviewPage->focusSummary();
}

void Workspace::Private::moveFocus(bool isForward)
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

void Workspace::Private::updateStatus()
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

void Workspace::Private::updateTitle()
{
    const int count = inbox.groupCount(WaitGroup::NeedsYou);
    //: Title of the window; %1 is how many waits need the person.
    window.setWindowTitle(count > 0
                              ? MainWindow::tr("Countersign (%1)").arg(QLocale().toString(count))
                              : MainWindow::tr("Countersign"));
}

void Workspace::Private::openRunOf(const DecisionRecord &record)
{
    openRun(rowOf(record));
    Q_EMIT q.raiseWanted();
}

//! Its own row is shown and no other one of the run, whether it is listed or not.
void Workspace::Private::decideAgain(const DecisionRecord &record)
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
    Q_EMIT q.raiseWanted();
    commands->again().begin(record);
}

void Workspace::Private::updateNext()
{
    reviewPage->setHasNext(inboxPane->hasNext());
    actions.action(Command::NextWait)->setEnabled(inboxPane->hasNext());
}

void Workspace::Private::trySelecting()
{
    if (!wanted || !inboxPane->choose(*wanted))
        return;
    wanted.reset();
    panes->showReview();
}

void Workspace::Private::showByItself(const WaitRow &row)
{
    inboxPane->unchoose();
    shownRow = row;
    review.show(row);
}

//! A run that waits has its row in the list; any other one is shown for reading.
void Workspace::Private::openRun(const WaitRow &row)
{
    if (!inboxPane->choose(row.id) && !inboxPane->choose(row.id.executionId))
        showByItself(row);
    Q_EMIT q.placeUsed(row.id.place);
    showReview();
}

ReviewWindow *Workspace::Private::openOwnWindow(const WaitRow &row)
{
    if (!parts.newReview)
        return nullptr;
    auto *own = new ReviewWindow(parts.newReview(), decisions, inbox, parts.settings, &window);
    QObject::connect(own, &ReviewWindow::profileWanted, &q, &Workspace::profileWanted);
    own->showRow(row);
    own->show();
    return own;
}

void Workspace::Private::openDecisions()
{
    if (decisionsWindow == nullptr) {
        decisionsWindow = new DecisionsWindow(*parts.log, parts.settings, &window);
        QObject::connect(decisionsWindow, &DecisionsWindow::runWanted, &q,
                         [this](const WaitRow &run) {
                             Q_EMIT q.raiseWanted();
                             openRun(run);
                         });
    }
    decisionsWindow->raiseToFront();
}

void Workspace::Private::restore()
{
    splitter->restoreState(parts.settings.place(QStringLiteral("splitter")));
    reviewPage->restoreColumns(parts.settings);
    inboxPane->followPane()->setOpen(!parts.settings.place(QStringLiteral("followopen")).isEmpty());
    const QByteArray chosen = parts.settings.place(QStringLiteral("chosen"));
    if (!chosen.isEmpty())
        wanted = ExecutionId(QString::fromUtf8(chosen));
}

//! And every other window that stands over the one window, with all that is open in them.
void Workspace::Private::closeDialogs()
{
    while (QWidget *popup = QApplication::activePopupWidget())
        popup->close();
    QToolTip::hideText();
    qDeleteAll(window.findChildren<QDialog *>(QString(), Qt::FindDirectChildrenOnly));
    qDeleteAll(window.findChildren<ReviewWindow *>(QString(), Qt::FindDirectChildrenOnly));
    delete decisionsWindow;
}

Workspace::Workspace(const WindowParts &parts, QMainWindow &window)
    : QWidget(&window)
    , d(std::make_unique<Private>(*this, parts, window))
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

Workspace::~Workspace()
{
    // Windows of their own draw from reviews that stand on what is taken away after this.
    d->closeDialogs();
    delete d->status;
}

Workspace::Shown::Shown() = default;
Workspace::Shown::Shown(Shown &&other) noexcept = default;
Workspace::Shown &Workspace::Shown::operator=(Shown &&other) noexcept = default;
Workspace::Shown::~Shown() = default;

Workspace::Shown Workspace::takeShown()
{
    Shown shown;
    shown.bulk = d->bulk->takeBegun();
    shown.startAgain = d->commands->takeStartAgain();
    for (const ProfilesDialog *dialog :
         d->window.findChildren<ProfilesDialog *>(QString(), Qt::FindDirectChildrenOnly)) {
        if (const auto draft = dialog->isVisible() ? dialog->draft() : std::nullopt)
            shown.profile = std::make_unique<ProfileDraft>(*draft);
    }
    if (!d->inboxPane->isChosenListed())
        shown.row = d->shownRow;
    for (ReviewWindow *own :
         d->window.findChildren<ReviewWindow *>(QString(), Qt::FindDirectChildrenOnly)) {
        if (own->isVisible() && own->row())
            shown.ownWindows.push_back({*own->row(), own->takeStartAgain()});
    }
    shown.hasDecisions = d->decisionsWindow && d->decisionsWindow->isVisible();
    return shown;
}

void Workspace::showAgain(Shown shown)
{
    if (shown.row)
        d->showByItself(*shown.row);
    for (Shown::OwnWindow &own : shown.ownWindows) {
        ReviewWindow *opened = d->openOwnWindow(own.row);
        if (opened != nullptr && own.startAgain)
            opened->showStartAgain(std::move(own.startAgain));
    }
    if (shown.hasDecisions && d->parts.log != nullptr)
        d->openDecisions();
    if (shown.bulk)
        d->bulk->showAgain(std::move(shown.bulk));
    d->commands->showStartAgain(std::move(shown.startAgain));
    if (!shown.profile)
        return;
    openProfiles();
    for (ProfilesDialog *dialog :
         d->window.findChildren<ProfilesDialog *>(QString(), Qt::FindDirectChildrenOnly))
        dialog->showDraft(*shown.profile);
}

void Workspace::save()
{
    Settings &settings = d->parts.settings;
    // In the narrow layout one of the panes has no width to remember.
    if (!d->panes->isOnePane())
        settings.setPlace(QStringLiteral("splitter"), d->splitter->saveState());
    d->reviewPage->saveColumns(settings);
    settings.setPlace(QStringLiteral("followopen"),
                      d->inboxPane->followPane()->isOpen() ? QByteArray("1") : QByteArray());
    settings.setPlace(QStringLiteral("chosen"),
                      d->inboxPane->isChosenListed()
                          ? d->inboxPane->chosen()->id.executionId.text().toUtf8()
                          : QByteArray());
}

void Workspace::selectExecution(const ExecutionId &execution)
{
    d->wanted = execution;
    d->trySelecting();
}

void Workspace::openWaits(const std::vector<WaitRowId> &ids)
{
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

void Workspace::openText(const QString &text)
{
    if (!d->openDialogShown) {
        d->openDialogShown = new OpenDialog(d->parts.open, &d->window);
        d->openDialogShown->setAttribute(Qt::WA_DeleteOnClose);
        d->openDialogShown->open();
    }
    if (!text.isEmpty())
        d->openDialogShown->openText(text);
}

void Workspace::openProfiles()
{
    d->openDialog(d->parts.newProfilesDialog);
}

void Workspace::openImport()
{
    openProfiles();
    if (auto *profiles =
            d->window.findChild<ProfilesDialog *>(QString(), Qt::FindDirectChildrenOnly))
        profiles->importProfiles();
}

QDialog *Workspace::openAbout()
{
    auto *dialog = new AboutDialog(&d->window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog;
}

void Workspace::refresh()
{
    d->inbox.refresh();
    d->review.refresh();
    d->parts.follow.refresh();
}

void Workspace::setNotes(const QStringList &notes)
{
    d->troubles->setNotes(notes);
}

void Workspace::setKeyTroubles(const std::vector<KeyTrouble> &troubles)
{
    d->troubles->setKeyTroubles(troubles);
}

DecisionDialog *Workspace::openDecision(Act act)
{
    return d->commands->openDecision(act);
}

QDialog *Workspace::openUnknown()
{
    return d->loud->openDialog();
}

QAction *Workspace::action(Command command) const
{
    return d->actions.action(command);
}

void Workspace::setRoom(const QSize &size)
{
    d->panes->setWidth(size.width());
    d->loud->setLow(size.height() < leastForDetail);
}

} // namespace countersign
