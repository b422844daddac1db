// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/instance/instancemessage.h"
#include "app/instance/instanceplace.h"

#include <QLocalServer>
#include <QObject>

#include <functional>
#include <optional>

namespace countersign {

//! Sees to it that one console runs for each config root: the first one listens on a socket that
//! only this user can reach, the second hands over what it was asked for. Owned by main, which
//! connects the signals before the event loop runs; ends before the config root is given up.
//!
//! Who comes first is decided by a lock beside the socket, which the system takes back from a
//! process that has died; a socket that such a process left behind is replaced. Anything else in
//! that place is left alone.
class InstanceSocket : public QObject
{
    Q_OBJECT

public:
    enum class Role {
        First,  //!< listens
        Second, //!< another one runs; hand() reaches it
        Alone,  //!< it cannot be told whether another one runs; error() says why
    };

    //! Runs once, from the event loop, within HandOver::patience.
    using Taken = std::function<void(bool isTaken)>;

    //! `configRoot` must exist. `runtimeFolder` is the value of XDG_RUNTIME_DIR; when it is empty
    //! or not a private folder of this user, a folder under the config root serves instead.
    InstanceSocket(const QString &configRoot, const QString &runtimeFolder,
                   QObject *parent = nullptr);
    ~InstanceSocket() override;

    Role role() const { return m_role; }
    //! LocalFault, for Role::Alone only.
    const std::optional<Error> &error() const { return m_error; }

    //! Gives `message` to the first console; only for Role::Second. Not taken means that the other
    //! one is hung or has just ended: a new InstanceSocket tells which. The callback does not run
    //! when `context` or this has died.
    void hand(const InstanceMessage &message, QObject *context, Taken callback);

Q_SIGNALS:
    //! `activationToken` may be empty.
    void raiseWanted(const QString &activationToken);
    //! `text` is what a person or a link gave; whoever opens it reads it with the same care as the
    //! command line.
    void reviewWanted(const QString &text, const QString &activationToken);

private:
    void open(const QString &configRoot, const QString &runtimeFolder);
    bool listen();
    void onConnection();
    void receive(QLocalSocket *socket);
    void read(QLocalSocket *socket);

    Role m_role = Role::Alone;
    std::optional<Error> m_error;
    QString m_socketPath;
    InstanceLock m_lock; //!< given up after the socket is closed
    int m_connections = 0;
    QLocalServer m_server;
};

} // namespace countersign
