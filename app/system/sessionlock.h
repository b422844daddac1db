// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

namespace countersign {

//! Says when the desktop's session is locked and when it is open again, each change once. A session
//! that is locked already is told of soon after the start. Main thread.
class SessionLock : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

Q_SIGNALS:
    void locked();
    void unlocked();
};

//! That of this computer's desktop; null where there is nothing that this build can listen to.
std::unique_ptr<SessionLock> systemSessionLock();

} // namespace countersign
