// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/fakes/privatebus.h"

#include <QDBusContext>
#include <QDBusObjectPath>
#include <QDBusVirtualObject>
#include <QObject>

#include <optional>
#include <vector>

namespace countersign {

//! One session of a LoginStub, with the property that a screen locker sets.
class LoginSessionStub : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Session")
    Q_PROPERTY(bool LockedHint READ hint SCRIPTABLE true)

public:
    bool hint()
    {
        ++reads;
        return isLocked;
    }

    bool isLocked = false;
    int reads = 0;
};

//! org.freedesktop.login1 on a private bus, as far as sessions go.
class LoginStub : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public:
    //! What it says to those who ask for their session.
    enum class Manner { KnowsProcess, KnowsUserOnly, KnowsNone, Silent };

    explicit LoginStub(PrivateBus &bus);
    ~LoginStub() override;

    bool start();
    //! Leaves the bus as one that crashed.
    void stop();
    //! A signal of a session.
    void say(const QString &signal, const QString &path = ownPath());
    //! What the own session's property says from here on, and how others are told.
    void setHint(bool isLocked);
    void changeHint(bool isLocked, const QString &path = ownPath());
    void invalidateHint(bool isLocked);

    static QString ownPath() { return QStringLiteral("/org/freedesktop/login1/session/_32"); }
    static QString otherPath() { return QStringLiteral("/org/freedesktop/login1/session/_37"); }

    Manner manner = Manner::KnowsProcess;
    //! How often the own session's property was read; whoever reads it listens to it by then.
    int hintReads() const { return m_session.reads; }

    std::vector<uint> askedPids;
    QStringList askedNames;

public Q_SLOTS:
    Q_SCRIPTABLE QDBusObjectPath GetSessionByPID(uint pid);
    Q_SCRIPTABLE QDBusObjectPath GetSession(const QString &name);

private:
    void tell(const QString &path, const QVariantMap &changed, const QStringList &invalidated);
    QDBusObjectPath answer(Manner least);

    PrivateBus &m_bus;
    std::optional<QDBusConnection> m_connection;
    LoginSessionStub m_session;
};

//! A screen saver on a private bus, under any name and at any place.
class ScreenSaverStub : public QDBusVirtualObject
{
    Q_OBJECT

public:
    ScreenSaverStub(PrivateBus &bus, const QString &name, const QString &path);
    ~ScreenSaverStub() override;

    bool start();
    //! Leaves the bus as one that crashed.
    void stop();
    //! Becomes active, or stops to be, and says so.
    void say(bool active);

    QString introspect(const QString &path) const override;
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override;

    bool isActive = false;
    bool isSilent = false; //!< takes questions and never answers
    int asked = 0;

private:
    PrivateBus &m_bus;
    QString m_name;
    QString m_path;
    std::optional<QDBusConnection> m_connection;
};

} // namespace countersign
