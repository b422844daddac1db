// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notify/notificationsink.h"
#include "ui/tray/notificationserver.h"

#include <QDBusServiceWatcher>
#include <QHash>

#include <chrono>

QT_BEGIN_NAMESPACE
class QDBusPendingCallWatcher;
QT_END_NAMESPACE

namespace countersign {

//! Notices on the desktop's notification server. What the server can do is asked before the first
//! notice and again after another server has taken over; a notice goes out in the simplest form for
//! it: body escaped only where the body is read as markup, one action (open) only where there are
//! actions. Nothing is waited for; a notice that the server does not take in time goes to the
//! fallback, whose opened() is passed on. Nothing the server says is ever shown.
class DesktopNotifications final : public NotificationSink
{
    Q_OBJECT

public:
    //! `fallback` must live longer. `limit` is the time for each answer of the server.
    DesktopNotifications(const QDBusConnection &bus, NotificationSink &fallback,
                         std::chrono::milliseconds limit = std::chrono::seconds(2),
                         QObject *parent = nullptr);

    void show(const Notice &notice) override;
    void withdraw(const NoticeId &id) override;

private:
    enum class State { Unknown, Asking, Known };

    struct Abilities
    {
        bool hasBody = false;
        bool hasMarkup = false;
        bool hasActions = false;
    };

    //! One notice at the server.
    struct Entry
    {
        Notice notice;
        uint serverId = 0; //!< 0: the server has not answered yet
        QString activationToken;
        bool isSending = false;
        bool isWithdrawn = false;   //!< while sending: close it as soon as its id is known
        std::optional<Notice> next; //!< while sending: takes its place afterwards
    };

    void ask();
    void onAbilities(const QDBusPendingCallWatcher &call, int generation);
    void send(const Notice &notice);
    void onSent(const NoticeId &id, const QDBusPendingCallWatcher &call, int generation);
    void onServerChanged();
    void onAction(uint serverId, const QString &action);
    void onToken(uint serverId, const QString &token);
    void onClosed(uint serverId);
    Entry *find(uint serverId);

    NotificationServer m_server;
    QDBusServiceWatcher m_watcher;
    NotificationSink &m_fallback;
    State m_state = State::Unknown;
    Abilities m_abilities;
    int m_generation = 0;          //!< of servers
    std::vector<Notice> m_waiting; //!< until it is known what the server can do
    QHash<NoticeId, Entry> m_entries;
};

} // namespace countersign
