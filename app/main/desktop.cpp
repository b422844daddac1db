// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/desktop.h"

#include "app/flows/watchsummary.h"
#include "app/main/session.h"
#include "app/notify/waitnotices.h"
#include "app/system/sessionlock.h"
#include "app/system/wakewatch.h"
#include "app/viewmodels/noticefeed.h"
#include "ui/tray/desktopnotifications.h"
#include "ui/tray/trayicon.h"
#include "ui/tray/traymessages.h"
#include "ui/windows/mainwindow.h"

#include <QAction>
#include <QDBusConnection>
#include <QEvent>
#include <QGuiApplication>

namespace countersign {

class Desktop::Private
{
public:
    Private(Desktop &owner, Session &theSession, MainWindow &theWindow, const Clock &clock);

    void connectParts();
    void connectTray();
    void connectLock();
    void updateTray();
    void updateAttention();
    void updateStaying();
    void updateLock();
    void tellOfTray();

    Desktop &q;
    Session &session;
    MainWindow &window;
    QAction showAction;
    QAction refreshAction;
    QAction lockAction;
    QAction quitAction;
    TrayIcon tray;
    TrayMessages messages;
    DesktopNotifications notifications;
    WaitNotices notices;
    NoticeFeed feed;
    WakeWatch wake;
    std::unique_ptr<SessionLock> sessionLock; //!< null: it is not heard of
    bool stays = false;                       //!< closing the window leaves the program in the tray
    bool hasToldOfTray = false;               //!< in this run
};

Desktop::Private::Private(Desktop &owner, Session &theSession, MainWindow &theWindow,
                          const Clock &clock)
    : q(owner)
    , session(theSession)
    , window(theWindow)
    , showAction(Desktop::tr("Show Countersign"))
    , refreshAction(Desktop::tr("Refresh"))
    , lockAction(Desktop::tr("Lock now"))
    , quitAction(Desktop::tr("Quit"))
    , tray(QDBusConnection::sessionBus(), clock,
           {&showAction, &refreshAction, &lockAction, nullptr, &quitAction})
    , messages(tray)
    , notifications(QDBusConnection::sessionBus(), messages)
    , notices(notifications, clock)
    , feed(session.inbox, session.follow, session.watch, notices, session.files)
    , wake(WakeSources{systemSleepSignals()})
    , sessionLock(systemSessionLock())
{
}

void Desktop::Private::connectParts()
{
    connectTray();
    connectLock();
    QObject::connect(&notifications, &NotificationSink::opened, &q,
                     [this](const std::vector<WaitRowId> &ids, const QString &token) {
                         if (!token.isEmpty())
                             qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8());
                         window.openWaits(ids);
                     });
    QObject::connect(&session.files.settings, &Settings::switchChanged, &q,
                     [this] { updateStaying(); });
    QObject::connect(&session.inbox, &InboxViewModel::rowsChanged, &q, [this] { updateTray(); });
    QObject::connect(&session.inbox, &InboxViewModel::troublesChanged, &q,
                     [this] { updateTray(); });
    QObject::connect(qGuiApp, &QGuiApplication::applicationStateChanged, &q,
                     [this] { updateAttention(); });
    QObject::connect(&wake, &WakeWatch::wokeUp, &q, [this] {
        session.lockFlow.checkIdle();
        notices.setAwake(true);
        session.renewal.check(); // before anything is signed with what has ended
        session.watch.onWake();
        session.followFlow.readNow();
        session.decisions.noteWake();
    });
    QObject::connect(&wake, &WakeWatch::networkChanged, &session.renewal,
                     &KeyRenewal::retryNetwork);
    QObject::connect(&wake, &WakeWatch::networkChanged, &session.watch,
                     &WatchFlow::onNetworkChanged);
    QObject::connect(&wake, &WakeWatch::networkChanged, &session.decisions,
                     &DecisionsViewModel::checkNow);
    QObject::connect(&window, &MainWindow::closed, &q, [this] { tellOfTray(); });
    window.installEventFilter(&q);
    wake.start();
}

void Desktop::Private::connectTray()
{
    QObject::connect(&showAction, &QAction::triggered, &window, &MainWindow::raiseToFront);
    QObject::connect(&refreshAction, &QAction::triggered, &session.inbox, &InboxViewModel::refresh);
    QObject::connect(&refreshAction, &QAction::triggered, &session.follow,
                     &FollowViewModel::refresh);
    QObject::connect(&lockAction, &QAction::triggered, &session.lock, &LockViewModel::lock);
    QObject::connect(&quitAction, &QAction::triggered, &window, &MainWindow::quit);
    QObject::connect(&tray, &TrayIcon::activated, &window, &MainWindow::raiseToFront);
    QObject::connect(&tray, &TrayIcon::reachableChanged, &q, [this](bool isReachable) {
        // Whoever closed the window into the tray finds it again.
        if (!isReachable && !window.isVisible())
            window.show();
        updateStaying();
        Q_EMIT q.trayReachableChanged();
    });
}

void Desktop::Private::connectLock()
{
    QObject::connect(&session.lock, &LockViewModel::lockedChanged, &q, [this] { updateLock(); });
    QObject::connect(&window, &MainWindow::placeUsed, &session.lock, &LockViewModel::noteInput);
    if (!sessionLock)
        return;
    QObject::connect(sessionLock.get(), &SessionLock::locked, &session.lockFlow,
                     &LockFlow::onSessionLocked);
    QObject::connect(sessionLock.get(), &SessionLock::unlocked, &session.lockFlow,
                     &LockFlow::onSessionUnlocked);
}

void Desktop::Private::updateTray()
{
    TrayStatus status;
    status.needYou = session.inbox.groupCount(WaitGroup::NeedsYou);
    status.isWindowLocked = session.lock.isLocked();
    const WatchSummary watching = session.inbox.watching();
    status.unwatchedSince = watching.lastGoodRead;
    if (session.lock.isNothingWatched()) {
        status.state = TrayState::NothingWatched;
        if (!status.unwatchedSince.isValid())
            status.unwatchedSince = session.lock.lockedAt();
    } else if (watching.state == WatchSummary::State::NoKeys) {
        status.state = TrayState::Locked;
    } else if (watching.state == WatchSummary::State::Unread) {
        status.state = TrayState::NothingWatched;
    }
    tray.setStatus(status);
}

void Desktop::Private::updateAttention()
{
    const bool isActive =
        window.isActiveWindow() || QGuiApplication::applicationState() == Qt::ApplicationActive;
    const bool isSeen = window.isVisible() && !window.isMinimized() && !session.lock.isLocked();
    session.watch.setAttention(isActive && isSeen ? Attention::Active
                               : isSeen           ? Attention::Visible
                                                  : Attention::Hidden);
    notices.setWindowActive(isActive && isSeen);
}

void Desktop::Private::updateStaying()
{
    stays = tray.isReachable() && session.files.settings.isOn(Switch::KeepInTray);
    window.setStaysOnClose(stays);
}

void Desktop::Private::updateLock()
{
    const bool isLocked = session.lock.isLocked();
    lockAction.setVisible(!isLocked);
    refreshAction.setVisible(!isLocked);
    feed.setDiscreet(isLocked);
    updateTray();
    updateAttention();
}

//! Said once, so that nobody takes a closed window for an ended program.
void Desktop::Private::tellOfTray()
{
    if (!stays || std::exchange(hasToldOfTray, true))
        return;
    tray.showMessage(Desktop::tr("Countersign goes on watching"),
                     Desktop::tr("Its icon in the tray opens the window again. Quit ends it."),
                     std::chrono::seconds(8));
}

Desktop::Desktop(Session &session, MainWindow &window, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, session, window, clock))
{
    d->connectParts();
    d->updateLock();
    d->updateStaying();
}

Desktop::~Desktop() = default;

bool Desktop::isTrayReachable() const
{
    return d->tray.isReachable();
}

bool Desktop::hearsSessionLock() const
{
    return d->sessionLock != nullptr;
}

bool Desktop::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Show:
    case QEvent::Hide:
    case QEvent::WindowStateChange:
    case QEvent::ActivationChange:
        d->updateAttention();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace countersign
