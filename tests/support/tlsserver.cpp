// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tlsserver.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>

namespace countersign {

namespace {

QString written(const QTemporaryDir &folder, const char *name, const QByteArray &content)
{
    const QString path = folder.filePath(QLatin1String(name));
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? path
                                                                                    : QString();
}

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

} // namespace

TlsServer::TlsServer(const MadeCertificate &certificate, const QByteArray &chain,
                     const QStringList &options)
{
    const QString certificateFile = written(m_folder, "certificate.pem", certificate.certificate);
    const QString keyFile = written(m_folder, "key.pem", certificate.key);
    QStringList arguments{QStringLiteral("s_server"), QStringLiteral("-quiet"),
                          QStringLiteral("-cert"),    certificateFile,
                          QStringLiteral("-key"),     keyFile};
    if (!chain.isEmpty())
        arguments += {QStringLiteral("-cert_chain"), written(m_folder, "chain.pem", chain)};
    arguments += options;
    // Another program may take the port between looking for it and using it.
    for (int attempt = 0; attempt < 5 && m_port == 0; ++attempt) {
        m_port = freePort();
        QStringList all = arguments;
        all += {QStringLiteral("-accept"), QStringLiteral("127.0.0.1:%1").arg(m_port)};
        m_server.start(QStringLiteral("openssl"), all);
        if (!waitUntilListening())
            m_port = 0;
    }
}

TlsServer::~TlsServer()
{
    m_server.kill();
    m_server.waitForFinished();
}

bool TlsServer::waitUntilListening()
{
    const QDeadlineTimer deadline(20'000);
    while (!deadline.hasExpired()) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
        if (socket.waitForConnected(200))
            return true;
        if (m_server.state() == QProcess::NotRunning || m_server.waitForFinished(20))
            return false;
    }
    return false;
}

QUrl TlsServer::address() const
{
    return QUrl(QStringLiteral("https://127.0.0.1:%1").arg(m_port));
}

QByteArray TlsServer::received()
{
    m_received += m_server.readAllStandardOutput();
    return m_received;
}

} // namespace countersign
