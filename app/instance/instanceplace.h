// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/result.h"

#include <QString>

QT_BEGIN_NAMESPACE
class QLocalSocket;
QT_END_NAMESPACE

namespace countersign {

//! Where the consoles of one config root meet: a path without ending, in a folder of this user that
//! nobody else can enter. The folder is `runtimeFolder` when that is such a folder and no link,
//! else "run" under the config root, which is made. Another path to the same config root gives the
//! same name. LocalFault when the config root does not exist, the folder cannot be had, or the path
//! is too long for a socket.
Result<QString> instancePlace(const QString &configRoot, const QString &runtimeFolder);

//! True when the process at the other end runs as this user. False also when that cannot be told.
bool isOwnPeer(const QLocalSocket &socket);

//! A lock that ends with the process that holds it, however that ends. The file stays.
class InstanceLock
{
public:
    InstanceLock() = default;
    ~InstanceLock();
    Q_DISABLE_COPY_MOVE(InstanceLock)

    //! True: it is held from now on. False: another process or object holds it. LocalFault when the
    //! file is no regular file of this user, is a link, or cannot be locked. Called once.
    Result<bool> take(const QString &path);

private:
    int m_file = -1;
};

} // namespace countersign
