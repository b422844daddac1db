// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/gateway/faults.h"

#include <QSslConfiguration>
#include <QSslServer>
#include <QTimer>

#include <optional>

namespace countersign::sandbox {

//! Makes the connection of `socket` end with a reset instead of an orderly close.
void resetConnection(qintptr descriptor);

//! Listens on 127.0.0.1 and plays the faults that come before anything is read.
class Listener final : public QSslServer
{
    Q_OBJECT

public:
    //! Without `tls` plain HTTP is spoken.
    Listener(FaultRules &faults, const std::optional<QSslConfiguration> &tls,
             QObject *parent = nullptr);
    ~Listener() override;

    //! False when the port cannot be had. 0: any free one.
    bool open(quint16 port);
    //! The port of open(), also while connections are refused.
    quint16 port() const { return m_port; }
    //! Looks whether a refusal is in force, and stops listening for it.
    void refuseWhenAsked();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    FaultRules &m_faults;
    const bool m_isTls;
    quint16 m_port = 0;
    QTimer m_reopen;
    QList<int> m_held; //!< connections that are never read
};

} // namespace countersign::sandbox
