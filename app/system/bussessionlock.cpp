// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/system/bussessionlock.h"

#include "app/system/screensaverlock.h"

#include <utility>

namespace countersign {

namespace {

struct ScreenSaver
{
    const char *name;
    const char *path;
};

//! The one of freedesktop.org stands at two places, of which KDE has both and others have one; what
//! is said at either of them is the same service's word.
constexpr ScreenSaver screenSavers[] = {
    {"org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"},
    {"org.freedesktop.ScreenSaver", "/ScreenSaver"},
    {"org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"},
    {"org.cinnamon.ScreenSaver", "/org/cinnamon/ScreenSaver"},
    {"org.mate.ScreenSaver", "/org/mate/ScreenSaver"},
    {"org.xfce.ScreenSaver", "/org/xfce/ScreenSaver"},
};

} // namespace

BusSessionLock::BusSessionLock(const QDBusConnection &systemBus, const QDBusConnection &sessionBus,
                               const LogindLock::Times &times, QObject *parent)
    : SessionLock(parent)
{
    if (systemBus.isConnected())
        listenToLogind(systemBus, times);
    if (!sessionBus.isConnected())
        return;
    for (const ScreenSaver &saver : screenSavers)
        listenToScreenSaver(sessionBus, QString::fromLatin1(saver.name),
                            QString::fromLatin1(saver.path), times);
}

void BusSessionLock::listenToLogind(const QDBusConnection &bus, const LogindLock::Times &times)
{
    auto *logind = new LogindLock(bus, times, this);
    const QString source = QStringLiteral("logind");
    connect(logind, &LogindLock::lockWanted, this, [this] { setWanted(true); });
    connect(logind, &LogindLock::unlockWanted, this, [this] { setWanted(false); });
    connect(logind, &LogindLock::lockedHint, this,
            [this, source](bool isLocked) { setState(source, isLocked); });
    connect(logind, &LogindLock::lost, this, [this, source] { forget(source); });
}

void BusSessionLock::listenToScreenSaver(const QDBusConnection &bus, const QString &name,
                                         const QString &path, const LogindLock::Times &times)
{
    auto *saver = new ScreenSaverLock(bus, name, path, times.answerWithin, this);
    connect(saver, &ScreenSaverLock::activeChanged, this,
            [this, name](bool isActive) { setState(name, isActive); });
    connect(saver, &ScreenSaverLock::lost, this, [this, name] { forget(name); });
}

void BusSessionLock::setState(const QString &source, bool isLocked)
{
    const bool wasLocked = m_states.value(source);
    m_states.insert(source, isLocked);
    if (wasLocked && !isLocked)
        m_isWanted = false;
    tell();
}

//! That a screen locker has gone does not open the session: nothing is told. Its next word is.
void BusSessionLock::forget(const QString &source)
{
    if (!m_states.take(source))
        return;
    m_isLocked = m_isWanted || m_states.values().contains(true);
}

void BusSessionLock::setWanted(bool isWanted)
{
    // A locker that says nothing else opens the session without a word: each wish counts anew.
    const bool isRepeated = isWanted && m_isWanted && !m_states.values().contains(true);
    m_isWanted = isWanted;
    if (isRepeated)
        Q_EMIT locked();
    else
        tell();
}

void BusSessionLock::tell()
{
    const bool isLocked = m_isWanted || m_states.values().contains(true);
    if (std::exchange(m_isLocked, isLocked) == isLocked)
        return;
    if (isLocked)
        Q_EMIT locked();
    else
        Q_EMIT unlocked();
}

std::unique_ptr<SessionLock> systemSessionLock()
{
    const QDBusConnection systemBus = QDBusConnection::systemBus();
    const QDBusConnection sessionBus = QDBusConnection::sessionBus();
    if (!systemBus.isConnected() && !sessionBus.isConnected())
        return nullptr;
    return std::make_unique<BusSessionLock>(systemBus, sessionBus);
}

} // namespace countersign
