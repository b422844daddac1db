// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notify/notificationsink.h"

#include <QTimer>

namespace countersign {

class TrayIcon;

//! Notices as messages beside the tray icon, for desktops without a notification server. Who draws
//! such a message cannot be asked, so it holds no character that markup is made of. The latest
//! message is the one that a click opens, while it is shown. `tray` must live longer.
class TrayMessages final : public NotificationSink
{
    Q_OBJECT

public:
    explicit TrayMessages(TrayIcon &tray, QObject *parent = nullptr);

    void show(const Notice &notice) override;
    void withdraw(const NoticeId &id) override;

private:
    TrayIcon &m_tray;
    Notice m_shown;
    QTimer m_isShown; //!< runs while the message can be clicked
};

} // namespace countersign
