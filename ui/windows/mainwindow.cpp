// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/mainwindow.h"

#include "app/viewmodels/decisionsviewmodel.h"
#include "app/viewmodels/keytroubles.h"
#include "app/viewmodels/lockviewmodel.h"
#include "app/viewmodels/openviewmodel.h"
#include "app/viewmodels/reviewviewmodel.h"
#include "ui/views/icons.h"
#include "ui/views/outcomebar.h"
#include "ui/views/statepage.h"
#include "ui/windows/actions.h"
#include "ui/windows/inputwatch.h"
#include "ui/windows/lockpage.h"
#include "ui/windows/workspace.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDrag>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusBar>
#include <QThread>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

namespace countersign {

namespace {

constexpr std::chrono::milliseconds untilLoopsEnd{10};

} // namespace

class MainWindow::Private
{
public:
    Private(MainWindow &window, WindowParts windowParts);

    void build();
    void openWorkspace();
    void connectStartPage();
    void updateLock();
    bool endInnerLoops();
    void lock();
    void unlock();
    void showPage();
    void whenUnlocked(std::function<void()> open);
    void updateClosing();
    bool endWork();
    void showClosing();
    void save();

    MainWindow &q;
    WindowParts parts;
    QStackedWidget *pages;
    StatePage *startPage;
    OutcomeBar *closing;
    Workspace *workspace = nullptr; //!< null while it is locked
    LockPage *lockPage = nullptr;   //!< null while it is not
    std::unique_ptr<InputWatch> input;
    Workspace::Shown shown;           //!< when it was locked
    std::function<void()> afterwards; //!< what was to be opened last while it was locked
    std::function<void()> startSandbox;
    QStringList notes;
    std::vector<KeyTrouble> keyTroubles;
    QTimer counting;        //!< while a decision that is being sent keeps the window open
    QTimer locking;         //!< until nothing runs a loop of its own any more
    bool isPutAway = false; //!< everything is hidden until a loop has ended
    bool showsStart = false;
    bool staysOnClose = false;
    bool isClosing = false;
    bool isQuitting = false;
};

MainWindow::Private::Private(MainWindow &window, WindowParts windowParts)
    : q(window)
    , parts(std::move(windowParts))
    , pages(new QStackedWidget(&window))
    , startPage(new StatePage(&window))
    , closing(new OutcomeBar(&window))
{
    locking.setSingleShot(true);
    locking.setInterval(untilLoopsEnd);
}

void MainWindow::Private::build()
{
    closing->setObjectName(QStringLiteral("closingBar"));
    closing->hide();
    auto *central = new QWidget(&q);
    auto *column = new QVBoxLayout(central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(closing);
    column->addWidget(pages, 1);
    pages->addWidget(startPage);
    q.setCentralWidget(central);
    q.setWindowIcon(programIcon());
    // 384 is what 200 per cent leaves of 768, less the title bar.
    q.setMinimumSize(480, 340);
    q.resize(QSize(1366, 768).boundedTo(q.screen()->availableSize()));
    connectStartPage();
    QObject::connect(&parts.decisions, &DecisionsViewModel::changed, &q,
                     [this] { updateClosing(); });
    QObject::connect(&counting, &QTimer::timeout, &q, [this] { updateClosing(); });
    QObject::connect(&locking, &QTimer::timeout, &q, [this] { updateLock(); });
    if (parts.lock == nullptr)
        return;
    input = std::make_unique<InputWatch>(*parts.lock, [this] { return lockPage != nullptr; });
    // What locks may be a menu or a key of a dialog, which is not to be deleted meanwhile.
    QObject::connect(
        parts.lock, &LockViewModel::lockedChanged, &q, [this] { updateLock(); },
        Qt::QueuedConnection);
}

void MainWindow::Private::connectStartPage()
{
    QObject::connect(startPage, &StatePage::pressed, &q, [this] {
        if (workspace != nullptr)
            workspace->openProfiles();
    });
    QObject::connect(startPage, &StatePage::secondPressed, &q, [this] {
        if (workspace != nullptr)
            workspace->openImport();
    });
    QObject::connect(startPage, &StatePage::thirdPressed, &q, [this] {
        if (startSandbox)
            startSandbox();
    });
}

void MainWindow::Private::openWorkspace()
{
    workspace = new Workspace(parts, q);
    pages->addWidget(workspace);
    QObject::connect(workspace, &Workspace::closeWanted, &q, &QWidget::close);
    QObject::connect(workspace, &Workspace::quitWanted, &q, &MainWindow::quit);
    QObject::connect(workspace, &Workspace::raiseWanted, &q, &MainWindow::raiseToFront);
    QObject::connect(workspace, &Workspace::profileWanted, &q, &MainWindow::profileWanted);
    QObject::connect(workspace, &Workspace::renewWanted, &q, &MainWindow::renewWanted);
    QObject::connect(workspace, &Workspace::placeUsed, &q, &MainWindow::placeUsed);
    QObject::connect(workspace->action(Command::Diagnostics), &QAction::triggered, &q,
                     &MainWindow::diagnosticsWanted);
    if (parts.lock != nullptr)
        QObject::connect(workspace, &Workspace::lockWanted, parts.lock, &LockViewModel::lock);
    workspace->setNotes(notes);
    workspace->setKeyTroubles(keyTroubles);
    workspace->setRoom(q.size());
}

void MainWindow::Private::showPage()
{
    if (lockPage != nullptr)
        pages->setCurrentWidget(lockPage);
    else if (showsStart)
        pages->setCurrentWidget(startPage);
    else
        pages->setCurrentWidget(workspace);
}

void MainWindow::Private::updateLock()
{
    const bool isLocked = parts.lock != nullptr && parts.lock->isLocked();
    if (isLocked == (lockPage != nullptr) && !isPutAway)
        return;
    if (lockPage != nullptr) {
        unlock();
        return;
    }
    isPutAway = !endInnerLoops();
    if (isPutAway) {
        locking.start();
        return;
    }
    locking.stop();
    lock();
    // It was unlocked while the end of a loop was waited for: what was put away comes back.
    if (!isLocked)
        unlock();
}

//! Whatever is dragged, or runs a loop of its own otherwise, goes on when that loop ends: until
//! then nothing that it stands on may be deleted.
bool MainWindow::Private::endInnerLoops()
{
    while (QWidget *popup = QApplication::activePopupWidget())
        popup->close();
    if (QThread::currentThread()->loopLevel() <= 1)
        return true;
    QDrag::cancel();
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (window != &q)
            window->hide();
    }
    pages->hide();
    return false;
}

void MainWindow::Private::lock()
{
    const bool hadFocus = q.isActiveWindow() || QApplication::activeWindow() != nullptr;
    workspace->save();
    shown = workspace->takeShown();
    delete std::exchange(workspace, nullptr);
    // Nothing of it is read on for nobody.
    parts.review.show(std::nullopt);
    parts.open.cancel();
    lockPage = new LockPage(*parts.lock, q);
    pages->addWidget(lockPage);
    QObject::connect(lockPage, &LockPage::closeWanted, &q, &QWidget::close);
    QObject::connect(lockPage, &LockPage::quitWanted, &q, &MainWindow::quit);
    q.statusBar()->clearMessage();
    q.setWindowTitle(MainWindow::tr("Countersign – locked"));
    showPage();
    pages->show();
    // The dialog that was active has taken the activation with it.
    if (hadFocus && q.isVisible())
        q.activateWindow();
    lockPage->focusButton();
}

void MainWindow::Private::unlock()
{
    delete std::exchange(lockPage, nullptr);
    openWorkspace();
    showPage();
    workspace->showAgain(std::exchange(shown, {}));
    if (const auto open = std::exchange(afterwards, {}))
        open();
}

//! At once, or when it is unlocked: then only what was asked for last.
void MainWindow::Private::whenUnlocked(std::function<void()> open)
{
    if (workspace != nullptr)
        open();
    else
        afterwards = std::move(open);
}

//! Before the window closes, and perhaps the program ends: an import is taken back, and a decision
//! is waited for. True when something has not ended yet.
bool MainWindow::Private::endWork()
{
    const bool isImporting =
        (isQuitting || !staysOnClose) && parts.stopImports && parts.stopImports();
    return isImporting || parts.decisions.isSending();
}

//! Who wanted to close while something was being sent is let go as soon as it is over.
void MainWindow::Private::updateClosing()
{
    if (!isClosing)
        return;
    if (endWork()) {
        showClosing();
        return;
    }
    counting.stop();
    isClosing = false;
    QTimer::singleShot(0, &q, &QWidget::close);
}

void MainWindow::Private::showClosing()
{
    closing->show();
    if (!counting.isActive())
        counting.start(std::chrono::seconds(1));
    if (!parts.decisions.isSending()) {
        closing->setOutcome(Tone::Info, QStringLiteral("information"),
                            MainWindow::tr("An import of profiles is being taken back."),
                            MainWindow::tr("The window closes as soon as the keychain has "
                                           "answered."));
        return;
    }
    const auto left = parts.decisions.sendingTimeLeft();
    const QString until =
        left ? MainWindow::tr("An answer is awaited for %n more second(s). The window closes as "
                              "soon as its outcome is recorded.",
                              nullptr, static_cast<int>(left->count()))
             : MainWindow::tr("The window closes as soon as its outcome is recorded.");
    closing->setOutcome(Tone::Info, QStringLiteral("information"),
                        MainWindow::tr("A decision is being sent."), until);
}

void MainWindow::Private::save()
{
    parts.settings.setPlace(QStringLiteral("main"), q.saveGeometry());
    if (workspace != nullptr)
        workspace->save();
}

MainWindow::MainWindow(WindowParts parts, QWidget *parent)
    : QMainWindow(parent)
    , d(std::make_unique<Private>(*this, std::move(parts)))
{
    d->build();
    d->openWorkspace();
    d->showPage();
    restoreGeometry(d->parts.settings.place(QStringLiteral("main")));
    d->updateLock();
}

MainWindow::~MainWindow()
{
    // It draws from what main takes away after this.
    delete d->workspace;
}

void MainWindow::showStartPage(std::function<void()> startSandbox)
{
    d->startSandbox = std::move(startSandbox);
    d->startPage->setState(
        QStringLiteral("kind-approval"), tr("No account is set up"),
        tr("Countersign shows what waits for a person in CloudOps Orchestration Service. Set up an "
           "account, import those that the aliyun CLI or an SDK uses on this computer, or try it "
           "on the sandbox: a service of its own on this computer, where nothing real is touched."),
        tr("&Set up an account…"), tr("&Import profiles of the aliyun CLI…"),
        d->startSandbox ? tr("&Try it on the sandbox") : QString());
    d->showsStart = true;
    d->showPage();
}

void MainWindow::leaveStartPage()
{
    d->showsStart = false;
    d->showPage();
}

bool MainWindow::showsStartPage() const
{
    return d->showsStart;
}

void MainWindow::selectExecution(const ExecutionId &execution)
{
    d->whenUnlocked([this, execution] { d->workspace->selectExecution(execution); });
}

void MainWindow::openWaits(const std::vector<WaitRowId> &ids)
{
    raiseToFront();
    d->whenUnlocked([this, ids] { d->workspace->openWaits(ids); });
}

void MainWindow::openText(const QString &text)
{
    d->whenUnlocked([this, text] { d->workspace->openText(text); });
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
    d->notes = notes;
    if (d->workspace != nullptr)
        d->workspace->setNotes(notes);
}

void MainWindow::setKeyTroubles(const std::vector<KeyTrouble> &troubles)
{
    d->keyTroubles = troubles;
    if (d->workspace != nullptr)
        d->workspace->setKeyTroubles(troubles);
}

void MainWindow::setStaysOnClose(bool staysOnClose)
{
    d->staysOnClose = staysOnClose;
}

DecisionDialog *MainWindow::openDecision(Act act)
{
    return d->workspace != nullptr ? d->workspace->openDecision(act) : nullptr;
}

QDialog *MainWindow::openUnknown()
{
    return d->workspace != nullptr ? d->workspace->openUnknown() : nullptr;
}

QDialog *MainWindow::openAbout()
{
    return d->workspace != nullptr ? d->workspace->openAbout() : nullptr;
}

QAction *MainWindow::action(Command command) const
{
    return d->workspace != nullptr ? d->workspace->action(command) : nullptr;
}

void MainWindow::quit()
{
    d->isQuitting = true;
    // A hidden window is not closed once more, and what it remembers was saved when it was. While
    // something is on its way it comes back and says so.
    if (isVisible() || d->endWork()) {
        show();
        close();
    } else {
        Q_EMIT quitWanted();
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (d->endWork()) {
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
    if (d->workspace != nullptr)
        d->workspace->setRoom(size());
}

} // namespace countersign
