// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/certificateshop.h"

#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <QUrl>

namespace countersign {

//! A TLS server on 127.0.0.1 that does what a good one does not: the openssl program, which also
//! takes weak keys and old versions. What it was sent after a handshake is counted.
class TlsServer
{
public:
    //! `chain` is sent behind the certificate; `options` are further ones of s_server.
    explicit TlsServer(const MadeCertificate &certificate, const QByteArray &chain = {},
                       const QStringList &options = {});
    ~TlsServer();
    Q_DISABLE_COPY_MOVE(TlsServer)

    //! False: it did not begin to listen.
    bool isListening() const { return m_port != 0; }
    QUrl address() const;
    //! What arrived inside of TLS up to now.
    QByteArray received();
    //! What it has said about itself, for the message of a test that failed.
    QByteArray errors() { return m_server.readAllStandardError(); }

private:
    bool waitUntilListening();

    QTemporaryDir m_folder;
    QProcess m_server;
    QByteArray m_received;
    quint16 m_port = 0;
};

} // namespace countersign
