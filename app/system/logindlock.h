// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusObjectPath>
#include <QDBusServiceWatcher>
#include <QObject>
#include <QTimer>
#include <QVariantMap>

#include <chrono>

QT_BEGIN_NAMESPACE
class QDBusMessage;
class QDBusPendingCallWatcher;
QT_END_NAMESPACE

namespace countersign {

//! The session of org.freedesktop.login1 that this process belongs to: its signals Lock and Unlock
//! and its property LockedHint. Nothing is waited for: a service that is absent, late, restarted or
//! silent is asked again when it comes, or after a while. Sessions of others are not heard.
class LogindLock : public QObject
{
    Q_OBJECT

public:
    struct Times
    {
        std::chrono::milliseconds answerWithin = std::chrono::seconds(2);
        std::chrono::milliseconds askAgainAfter = std::chrono::seconds(30);
    };

    LogindLock(QDBusConnection bus, const Times &times, QObject *parent = nullptr);

Q_SIGNALS:
    //! Somebody asks for the session to be locked: whether it is will be told by lockedHint(), or
    //! not at all where the screen locker does not say so.
    void lockWanted();
    void unlockWanted();
    void lockedHint(bool isLocked);
    //! The service is gone, and what it said holds no longer.
    void lost();

private Q_SLOTS:
    void onLock();
    void onUnlock();
    void onPropertiesChanged(const QString &interface, const QVariantMap &changed,
                             const QStringList &invalidated);

private:
    using Answered = void (LogindLock::*)(const QDBusPendingCallWatcher &);

    void onOwner(const QString &owner);
    void find();
    void call(const QDBusMessage &message, Answered answered);
    void onFoundByPid(const QDBusPendingCallWatcher &call);
    void onFoundByUser(const QDBusPendingCallWatcher &call);
    void listenTo(const QString &path);
    void stopListening();
    void readHint();
    void onHint(const QDBusPendingCallWatcher &call);
    void askAgainWhenSilent(const QDBusPendingCallWatcher &call);

    QDBusConnection m_bus;
    Times m_times;
    QDBusServiceWatcher m_watcher;
    QTimer m_again;
    QString m_path;       //!< of the session; empty: not known
    int m_generation = 0; //!< of services: late answers of one that is gone are left alone
};

} // namespace countersign
