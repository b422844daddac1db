// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray/traymessages.h"

#include "app/viewmodels/noticetext.h"
#include "ui/tray/trayicon.h"

namespace countersign {

namespace {

constexpr std::chrono::milliseconds shownFor = std::chrono::seconds(10);

QString withoutMarkup(QString text)
{
    text.replace(QLatin1Char('<'), QChar(0x2039));
    text.replace(QLatin1Char('>'), QChar(0x203A));
    text.replace(QLatin1Char('&'), QChar(0xFF06));
    return text;
}

} // namespace

TrayMessages::TrayMessages(TrayIcon &tray, QObject *parent)
    : NotificationSink(parent)
    , m_tray(tray)
{
    m_isShown.setSingleShot(true);
    // Qt takes every click on any program's notice for one on ours, so only those in time count.
    connect(&m_tray, &TrayIcon::messageClicked, this, [this] {
        if (!m_isShown.isActive())
            return;
        m_isShown.stop();
        Q_EMIT opened(m_shown.ids, {});
    });
}

void TrayMessages::show(const Notice &notice)
{
    m_shown = notice;
    m_isShown.start(shownFor);
    const NoticeText text = noticeText(notice);
    m_tray.showMessage(withoutMarkup(text.title), withoutMarkup(text.body), shownFor);
}

void TrayMessages::withdraw(const NoticeId &id)
{
    if (m_shown.id == id)
        m_isShown.stop();
}

} // namespace countersign
