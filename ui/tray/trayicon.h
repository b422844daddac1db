// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/clock.h"
#include "ui/tray/traypicture.h"

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QDateTime>
#include <QList>
#include <QObject>
#include <QTimer>

#include <memory>

QT_BEGIN_NAMESPACE
class QAction;
class QMenu;
class QSystemTrayIcon;
QT_END_NAMESPACE

namespace countersign {

//! What the tray tells: a count and a state, no names.
struct TrayStatus
{
    TrayState state = TrayState::Watching;
    int needYou = 0;             //!< waits in the group "Needs you"
    QDateTime unwatchedSince;    //!< UTC; for all but Watching, invalid when unknown
    bool isWindowLocked = false; //!< the program is locked by the person or for them
    friend bool operator==(const TrayStatus &, const TrayStatus &) = default;
};

//! Spans in which a tray is looked for; other than these only in tests.
struct TrayTimes
{
    std::chrono::milliseconds lookEvery = std::chrono::seconds(5);
    //! How long an X11 desktop's panel may take to start before the older kind of tray is tried.
    std::chrono::milliseconds patience = std::chrono::seconds(30);
};

//! The icon in the desktop's tray. A tray may be missing, come late, die and come back; whoever
//! hides the window looks at isReachable() first and brings the window back when that ends. The
//! menu holds the actions it is given, in order (null: a separator), and nothing that decides.
class TrayIcon : public QObject
{
    Q_OBJECT

public:
    //! The actions and the clock must live longer.
    TrayIcon(const QDBusConnection &bus, const Clock &clock, const QList<QAction *> &actions,
             const TrayTimes &times = {}, QObject *parent = nullptr);
    ~TrayIcon() override;

    void setStatus(const TrayStatus &status);
    //! "Countersign: 3 need you"; plain text, ours alone.
    QString toolTip() const;
    //! True while the icon stands in a tray that somebody shows.
    bool isReachable() const { return m_isReachable; }
    const QMenu &menu() const { return *m_menu; }

    //! A message beside the icon, for a few seconds; nothing where there is no tray.
    void showMessage(const QString &title, const QString &body, std::chrono::milliseconds span);

Q_SIGNALS:
    void reachableChanged(bool isReachable);
    //! The icon was clicked: show the window.
    void activated();
    void messageClicked();

private:
    void look();
    void onHostKnown(bool hasHost);
    bool canAppear();
    void appear();
    void draw();

    QDBusConnection m_bus;
    const Clock &m_clock;
    TrayTimes m_times;
    std::chrono::milliseconds m_start;
    TrayStatus m_status;
    std::unique_ptr<QMenu> m_menu;
    std::unique_ptr<QSystemTrayIcon> m_icon; //!< none before there is a tray
    QDBusServiceWatcher m_watcher;
    QTimer m_timer;
    int m_looks = 0;
    bool m_hasHost = false;
    bool m_isEmbedded = false; //!< in the older kind of tray, an X11 window
    bool m_isReachable = false;
};

} // namespace countersign
