// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notify/notice.h"

#include <QObject>

namespace countersign {

//! Where notices are shown: the desktop's notification server, the tray, a test's list. A notice
//! offers one thing only, to be opened; nothing is ever decided from it. Main thread.
class NotificationSink : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! Shows the notice, or puts it in the place of the one with the same id. Returns at once; that
    //! it could not be shown is the sink's own affair.
    virtual void show(const Notice &notice) = 0;
    //! Takes the notice away where that is possible; an unknown id is fine.
    virtual void withdraw(const NoticeId &id) = 0;

Q_SIGNALS:
    //! The person has opened a notice: its ids, some of which may be settled meanwhile, and the
    //! token that lets a window come to the front (empty where the desktop gives none).
    void opened(const std::vector<countersign::WaitRowId> &ids, const QString &activationToken);
};

} // namespace countersign
