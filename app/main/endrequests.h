// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <functional>
#include <memory>

QT_BEGIN_NAMESPACE
class QSessionManager;
QT_END_NAMESPACE

namespace countersign {

//! Requests from outside to end the program: SIGTERM, SIGINT, SIGHUP, and the end of the desktop's
//! session. They become endWanted(), so that whoever has something on its way may finish it; the
//! session's end is held up for that where the session manager allows it. At most one exists.
class EndRequests : public QObject
{
    Q_OBJECT

public:
    //! `isBusy`: something is on its way that should be finished.
    explicit EndRequests(std::function<bool()> isBusy, QObject *parent = nullptr);
    //! Signals do again what they do by default.
    ~EndRequests() override;

Q_SIGNALS:
    //! From the event loop.
    void endWanted();

private:
    void onSignal();
    void onSessionEnd(QSessionManager &manager);

    std::function<bool()> m_isBusy;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace countersign
