// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/system/screensaverlock.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace countersign {

ScreenSaverLock::ScreenSaverLock(QDBusConnection bus, const QString &name, const QString &path,
                                 std::chrono::milliseconds answerWithin, QObject *parent)
    : QObject(parent)
    , m_bus(std::move(bus))
    , m_name(name)
    , m_path(path)
    , m_answerWithin(answerWithin)
    , m_watcher(name, m_bus, QDBusServiceWatcher::WatchForOwnerChange)
{
    // D-Bus knows receivers by the text of their slot.
    m_bus.connect(m_name, m_path, m_name, QStringLiteral("ActiveChanged"), this,
                  "1onActiveChanged(bool)");
    connect(&m_watcher, &QDBusServiceWatcher::serviceOwnerChanged, this,
            [this](const QString &, const QString &, const QString &owner) {
                ++m_heard;
                Q_EMIT lost();
                if (!owner.isEmpty())
                    ask();
            });
    ask();
}

// One that never answers is still heard when it says something by itself.
void ScreenSaverLock::ask()
{
    QDBusMessage message =
        QDBusMessage::createMethodCall(m_name, m_path, m_name, QStringLiteral("GetActive"));
    message.setAutoStartService(false);
    auto *call = new QDBusPendingCallWatcher(
        m_bus.asyncCall(message, static_cast<int>(m_answerWithin.count())), this);
    connect(call, &QDBusPendingCallWatcher::finished, this, [this, call, heard = m_heard] {
        call->deleteLater();
        const QDBusPendingReply<bool> reply = *call;
        if (heard == m_heard && !reply.isError())
            Q_EMIT activeChanged(reply.value());
    });
}

void ScreenSaverLock::onActiveChanged(bool isActive)
{
    ++m_heard;
    Q_EMIT activeChanged(isActive);
}

} // namespace countersign
