// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace countersign {

//! What is known of the service that keeps secrets, without having asked it for one.
struct KeychainAnswer
{
    enum class State {
        NoBus,
        NoService,
        Hung,         //!< no answer within the limit
        NoCollection, //!< nothing to keep secrets in yet
        Locked,
        Open,
    };

    State state = State::NoService;
    QString owner;           //!< unique bus name of who answered; empty: nobody did
    bool hasPrompter = true; //!< false: locked, and nothing runs that could ask the person
};

//! One question to the service, of one or several calls, with one limit for all of them. Asks over
//! asynchronous D-Bus, answers once, from the event loop, and deletes itself then. Its parent's end
//! drops the answer.
class BusQuestion : public QObject
{
    Q_OBJECT

public:
    using Callback = std::function<void(const KeychainAnswer &)>;

    BusQuestion(const QDBusConnection &bus, std::chrono::milliseconds limit, Callback answered,
                QObject *parent);

protected:
    using ReplyHandler = std::function<void(const QDBusMessage &)>;

    //! `handler` gets the reply, which may be an error reply, unless the question has ended.
    void call(const QDBusMessage &message, ReplyHandler handler);
    void answer(const KeychainAnswer &found);
    //! True when the error says that nobody has the name and nobody can be started for it, or that
    //! whoever had it went away.
    static bool isNobody(const QDBusMessage &reply);

private:
    QDBusConnection m_bus;
    std::chrono::milliseconds m_limit;
    Callback m_answered;
    QTimer m_timer;
};

//! Asks org.freedesktop.secrets for its default collection and whether that is locked.
class SecretServiceQuestion final : public BusQuestion
{
    Q_OBJECT

public:
    SecretServiceQuestion(const QDBusConnection &bus, std::chrono::milliseconds limit,
                          Callback answered, QObject *parent);

private:
    void onAlias(const QDBusMessage &reply);
    void onLocked(const QDBusMessage &reply);
    void onKeyringOwner(const QDBusMessage &reply);
    void onPrompter(const QDBusMessage &reply);

    KeychainAnswer m_found;
};

//! Asks KDE's wallet service of Plasma 5 whether it is there.
class WalletQuestion final : public BusQuestion
{
    Q_OBJECT

public:
    WalletQuestion(const QDBusConnection &bus, std::chrono::milliseconds limit, Callback answered,
                   QObject *parent);

private:
    void onWallet(const QDBusMessage &reply);
};

} // namespace countersign
