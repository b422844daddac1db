// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray/trayicon.h"

#include "app/viewmodels/timewords.h"

#include <QAction>
#include <QDBusMessage>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QGuiApplication>
#include <QMenu>
#include <QSystemTrayIcon>

namespace countersign {

namespace {

constexpr int answerWithinMs = 2'000;

QString watcherName()
{
    return QStringLiteral("org.kde.StatusNotifierWatcher");
}

//! "Is there anybody who shows icons?", put so that it starts nobody.
QDBusMessage hostQuestion()
{
    QDBusMessage question = QDBusMessage::createMethodCall(
        watcherName(), QStringLiteral("/StatusNotifierWatcher"),
        QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
    question.setArguments({watcherName(), QStringLiteral("IsStatusNotifierHostRegistered")});
    question.setAutoStartService(false);
    return question;
}

} // namespace

TrayIcon::TrayIcon(const QDBusConnection &bus, const Clock &clock, const QList<QAction *> &actions,
                   const TrayTimes &times, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
    , m_clock(clock)
    , m_times(times)
    , m_start(clock.monotonic())
    , m_menu(std::make_unique<QMenu>())
    , m_watcher(watcherName(), bus, QDBusServiceWatcher::WatchForOwnerChange)
{
    for (QAction *action : actions) {
        if (action != nullptr)
            m_menu->addAction(action);
        else
            m_menu->addSeparator();
    }
    connect(&m_watcher, &QDBusServiceWatcher::serviceOwnerChanged, this, &TrayIcon::look);
    connect(&m_timer, &QTimer::timeout, this, &TrayIcon::look);
    m_timer.start(m_times.lookEvery);
    look();
}

TrayIcon::~TrayIcon() = default;

void TrayIcon::setStatus(const TrayStatus &status)
{
    if (status == m_status)
        return;
    m_status = status;
    draw();
}

QString TrayIcon::toolTip() const
{
    switch (m_status.state) {
    case TrayState::Watching:
        break;
    case TrayState::Locked:
        if (!m_status.unwatchedSince.isValid())
            return tr("Countersign: locked");
        //: no profile has its key; %1 is a local time
        return tr("Countersign: locked, nothing watched since %1")
            .arg(sinceText(m_status.unwatchedSince, m_clock.now()));
    case TrayState::NothingWatched:
        if (!m_status.unwatchedSince.isValid())
            return tr("Countersign: nothing is watched");
        //: %1 is a local time
        return tr("Countersign: nothing watched since %1")
            .arg(sinceText(m_status.unwatchedSince, m_clock.now()));
    }
    if (m_status.isWindowLocked) {
        if (m_status.needYou <= 0)
            return tr("Countersign is locked: nothing needs you");
        //: of waits
        return tr("Countersign is locked: %n need(s) you", nullptr, m_status.needYou);
    }
    if (m_status.needYou <= 0)
        return tr("Countersign: nothing needs you");
    //: of waits
    return tr("Countersign: %n need(s) you", nullptr, m_status.needYou);
}

void TrayIcon::showMessage(const QString &title, const QString &body,
                           std::chrono::milliseconds span)
{
    if (m_icon)
        m_icon->showMessage(title, body, QSystemTrayIcon::NoIcon, static_cast<int>(span.count()));
}

// Qt asks the same question, but waits for the answer, for up to 25 s. So it is asked here first,
// and Qt only once somebody has answered.
void TrayIcon::look()
{
    if (!m_bus.isConnected()) {
        onHostKnown(false);
        return;
    }
    auto *call = new QDBusPendingCallWatcher(m_bus.asyncCall(hostQuestion(), answerWithinMs), this);
    connect(call, &QDBusPendingCallWatcher::finished, this, [this, call, look = ++m_looks] {
        call->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *call;
        if (look == m_looks)
            onHostKnown(!reply.isError() && reply.value().variant().toBool());
    });
}

void TrayIcon::onHostKnown(bool hasHost)
{
    m_hasHost = hasHost;
    if (!m_icon && canAppear())
        appear();
    const bool isReachable =
        m_icon && (m_isEmbedded ? QSystemTrayIcon::isSystemTrayAvailable() : m_hasHost);
    if (isReachable == m_isReachable)
        return;
    m_isReachable = isReachable;
    Q_EMIT reachableChanged(m_isReachable);
}

bool TrayIcon::canAppear()
{
    if (!m_hasHost) {
        const bool isX11 = QGuiApplication::platformName() == QLatin1String("xcb");
        if (!isX11 || m_clock.monotonic() - m_start < m_times.patience)
            return false;
        // Qt remembers for good that there was no host when it was first asked; from here on only
        // the older kind of tray can show the icon.
        m_isEmbedded = true;
    }
    return QSystemTrayIcon::isSystemTrayAvailable();
}

void TrayIcon::appear()
{
    m_icon = std::make_unique<QSystemTrayIcon>();
    connect(m_icon.get(), &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason != QSystemTrayIcon::Context)
                    Q_EMIT activated();
            });
    connect(m_icon.get(), &QSystemTrayIcon::messageClicked, this, &TrayIcon::messageClicked);
    m_icon->setContextMenu(m_menu.get());
    draw();
    m_icon->show();
}

void TrayIcon::draw()
{
    if (!m_icon)
        return;
    m_icon->setIcon(trayPicture(m_status.state, m_status.needYou));
    m_icon->setToolTip(toolTip());
}

} // namespace countersign
