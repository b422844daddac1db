// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QObject>

#include <chrono>

QT_BEGIN_NAMESPACE
class QDBusPendingCallWatcher;
QT_END_NAMESPACE

namespace countersign {

//! One service of the session bus with the interface of a screen saver, which has its own name:
//! GetActive and ActiveChanged. Nothing is waited for, and the service is not started.
class ScreenSaverLock : public QObject
{
    Q_OBJECT

public:
    ScreenSaverLock(QDBusConnection bus, const QString &name, const QString &path,
                    std::chrono::milliseconds answerWithin, QObject *parent = nullptr);

Q_SIGNALS:
    void activeChanged(bool isActive);
    //! The service is gone, and what it said holds no longer.
    void lost();

private Q_SLOTS:
    void onActiveChanged(bool isActive);

private:
    void ask();

    QDBusConnection m_bus;
    QString m_name; //!< of the service and of its interface
    QString m_path;
    std::chrono::milliseconds m_answerWithin;
    QDBusServiceWatcher m_watcher;
    int m_heard = 0; //!< signals and services: an answer that is older than one counts for nothing
};

} // namespace countersign
