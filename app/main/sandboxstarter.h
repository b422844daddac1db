// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/announcement.h"

#include <QObject>
#include <QProcess>
#include <QTimer>

#include <functional>

namespace countersign {

//! Starts the embedded service that lies beside this program, reads its announcement and stops it
//! when it is destroyed. Owned by main.
class SandboxStarter : public QObject
{
    Q_OBJECT

public:
    using Callback = std::function<void(Result<SandboxAnnouncement>)>;

    explicit SandboxStarter(QObject *parent = nullptr);
    ~SandboxStarter() override;

    //! `callback` runs once, from the event loop: the announcement, or LocalFault.
    void start(const QStringList &arguments, Callback callback);
    //! Asks the service to read its fault rules again.
    void rereadFaults();

Q_SIGNALS:
    //! The service ended although nobody asked it to.
    void diedUnasked();

private:
    void onOutput();
    void end(const Result<SandboxAnnouncement> &result);

    QProcess m_process;
    QTimer m_patience;
    QByteArray m_output;
    Callback m_callback;
    bool m_isStopping = false;
};

} // namespace countersign
